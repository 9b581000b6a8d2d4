"""Reads every file that means harm, within bounds.

`python -m tests.decisions.hostile` reads each in a process with bounds on time and memory, and prints a line of JSON
for each: its name, the seconds, and what went wrong, if anything but sentences came of it.
"""

from __future__ import annotations

import contextlib
import io
import json
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from macros.__main__ import main as command
from macros.decisions.compiling.compiling import compile_decisions
from macros.decisions.interchange.csv_in import from_csv
from macros.decisions.interchange.csv_out import to_csv
from macros.decisions.interchange.dmn_in import from_dmn
from macros.decisions.interchange.dmn_out import to_dmn
from macros.decisions.interchange.imported import Imported
from macros.records import Decision, Place
from macros.records.files.reading import parse_yaml, read_yaml
from macros.records.files.validating import validated
from macros.records.files.writing import yaml_text

from .made import cases, chained

MOST_SECONDS = 10  # of a processor, so that a busy machine is no reason
MOST_BYTES = 1 << 30
MOST_MESSAGE = 4_000


def read(ending: str, content: bytes) -> list[str]:
    """What is said of a file. Whatever can be made of it is made."""
    if ending == ".yml":
        return _read_yaml(content)
    imported: Imported = (from_dmn if ending == ".dmn" else from_csv)(content, f"file{ending}")
    for fields in imported.decisions:
        parse_yaml(yaml_text(fields), "again.yml")
        validated(Decision, parse_yaml("", "again.yml"), (), fields)
    return [str(problem) for problem in (*imported.problems, *imported.questions)]


def _read_yaml(content: bytes) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.yml"
        path.write_bytes(content)
        document = read_yaml(path, "file.yml")
    value = document.value if isinstance(document.value, Mapping) else {}
    record, problems = validated(Decision, document, (), {"id": "file", **value})
    found = [*document.problems, *problems]
    if record is not None and not found:
        return [*map(str, _compiled({"file": record}))]
    return [str(problem) for problem in found]


def _compiled(records: Mapping[str, Decision]) -> Iterator[str]:
    done, problems = compile_decisions(records, lambda *_: Place("file.yml"))
    yield from map(str, problems)
    for decision in done.values():
        to_dmn(decision, done)
        to_csv(decision)


def commanded(ending: str, content: bytes) -> list[str]:
    """The same by way of the commands `import` and `check`."""
    said, printed = io.StringIO(), io.StringIO()
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(said), contextlib.redirect_stdout(printed):
        root = Path(folder)
        file = root / f"file{ending}"
        if ending == ".yml":
            file = root / "data" / "decisions" / "file.yml"
            (root / "docs").mkdir()
            file.parent.mkdir(parents=True)
        file.write_bytes(content)
        command(["--root", folder, "check"] if ending == ".yml" else ["import", str(file)])
    return said.getvalue().split("\n")


def _examined(name: str, ending: str, content: bytes, way: Any) -> dict[str, Any]:
    begin = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    wrong = ""
    try:
        said = way(ending, content)
        longest = max(map(len, said), default=0)
        if longest > MOST_MESSAGE:
            wrong = f"a message of {longest:,} letters"
        if name == "the good one" and ending == ".csv" and any(said):
            wrong = "the good one is refused"
    except BaseException as error:
        wrong = f"{type(error).__name__}: {str(error)[:200]}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return {"name": f"{ending} {name}", "seconds": round(time.process_time() - begin, 3), "wrong": wrong}


def _too_long(*_: object) -> None:
    raise TimeoutError(f"more than {MOST_SECONDS} seconds")


def main(seed: int, every: int) -> None:
    """Read every so manieth file, and every tenth of these by way of the commands as well."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    signal.signal(signal.SIGPROF, _too_long)
    for number, (name, ending, content) in enumerate(cases(seed)):
        if number % every == 0:
            _tell(_examined(name, ending, content, read))
            if number // every % 10 == 0:
                _tell(_examined(f"{name}, as a command", ending, content, commanded))
    for count in (49, 2_000) if every == 1 else (200,):
        records = chained(count)
        _tell(_examined(f"{count} in a row", ".yml", b"", lambda *_, r=records: list(_compiled(r))))


def _tell(found: Mapping[str, Any]) -> None:
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
