"""Which tests reach which functions of the engine and the checks: those alone can notice a slip in them.

Each file of tests is run once by itself, without any change, and every function that is called is noted. What was found
is kept as long as the file, what it stands on, and the guide stay the same.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from types import CodeType, FrameType

import pytest

import macros.memory
import macros.proved
from macros.memory import Memory, inputs, mark_of

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "macros"
ROOMS = ("decisions", "checks")  # whose functions are noted, and whose tests are run
# What these show of both is seen through a command, an export or the whole data.
FURTHER = ("broken_data", "export", "test_diff_command.py", "test_folder.py", "test_person_command.py")
AT_ONCE = 2
MOST_SECONDS = 220  # for one mutant: as they are noted, which is about half as fast as they run
_PYTEST = ("-x", "-q", "-p", "no:cacheprovider", "--assert=plain")

Function = tuple[str, str]  # a module, such as 'decisions.space.gaps', and a function or class in it, or 'module'


@dataclass(frozen=True)
class Reach:
    """A file of tests: what it reaches, and how many seconds of the processor it takes."""

    file: str
    functions: frozenset[Function]
    seconds: float


class FailUnchanged(Exception):
    """A test fails without any change, so that nothing can be learnt from changes."""


def files() -> list[str]:
    """Every file of tests that a change may fail, by its path below the project."""
    tests = ROOT / "tests"
    found = [path for name in (*ROOMS, *FURTHER) for path in ([tests / name], (tests / name).rglob("test_*.py"))]
    every = (path for group in found for path in group if path.is_file() and path.name.startswith("test_"))
    return [path.relative_to(ROOT).as_posix() for path in every]


def reaches(wanted: Sequence[str]) -> list[Reach]:
    """What each of some files of tests reaches. Raises FailUnchanged."""
    memory = Memory(ROOT / ".cache" / "mutants")
    now = inputs(ROOT)
    other = {path: mark for path, mark in now.words.items() if not Path(path).name.startswith("test_")}
    marks = {file: mark_of(now.program, other, now.words[file]) for file in wanted}
    known = {file: memory.get(file, marks[file]) for file in wanted}
    for file, value in _noted([file for file in wanted if known[file] is None]):
        memory.put(file, marks[file], value)
        known[file] = value
    return [Reach(file, frozenset(map(tuple, value[0])), value[1]) for file, value in known.items()]


def in_order(module: str, function: str, among: Iterable[Reach], most_seconds: float = MOST_SECONDS) -> list[str]:
    """The files of tests that reach a function: those of its module and of its room first, then the quickest.

    Where a slow one would make them take longer together than `most_seconds`, it and all after it are left out.
    """

    def nearness(reach: Reach) -> tuple[bool, bool, float]:
        path = Path(reach.file)
        of_room = path.parent.parts[1:] == tuple(module.split(".")[:-1])
        return path.stem != f"test_{module.rpartition('.')[2]}", not of_room, reach.seconds

    reaching = [reach for reach in sorted(among, key=nearness) if (module, function) in reach.functions]
    together = accumulate(reach.seconds for reach in reaching)
    return [reach.file for reach, seconds in zip(reaching, together, strict=True) if seconds <= most_seconds]


def run_tests(chosen: Sequence[str]) -> int:
    """Run files of tests until one fails. Returns 0 where none does."""
    status = pytest.main([*_PYTEST, *(str(ROOT / file) for file in chosen)]) if chosen else 0
    return 0 if status == pytest.ExitCode.NO_TESTS_COLLECTED else int(status)


def loaded() -> list[str]:
    """What is imported already of the engine and the checks: no slip in it could be tried."""
    return [name for name in sys.modules if name.startswith(tuple(f"macros.{room}" for room in ROOMS))]


def split_off(work: Callable[[], int]) -> int:
    """Start some work in a silent process of its own, which ends with its status; returns the number of the process."""
    process = os.fork()
    if process:
        return process
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    macros.memory.FOLDER = macros.proved.MARKS = Path(os.devnull, "nothing")  # nothing counts as proved already
    os._exit(work())


def _noted(wanted: Sequence[str]) -> Iterator[tuple[str, tuple[list[Function], float]]]:
    """Each file with the functions that it reaches and its seconds, as they are known."""
    waiting, running = list(reversed(wanted)), dict[int, str]()
    with tempfile.TemporaryDirectory() as name:
        notes = {file: Path(name) / f"{number}.json" for number, file in enumerate(wanted)}
        while waiting or running:
            while waiting and len(running) < AT_ONCE:
                file = waiting.pop()
                running[split_off(lambda file=file: _note(file, notes[file]))] = file  # type: ignore[misc]
            process, status = os.wait()
            file = running.pop(process)
            if status:
                raise FailUnchanged(file)
            functions, seconds = json.loads(notes[file].read_text(encoding="utf-8"))
            yield file, (functions, seconds)


def _note(file: str, to: Path) -> int:
    """Run a file of tests and write down what it calls."""
    called: dict[int, CodeType] = {}

    def on_call(frame: FrameType, _event: str, _value: object) -> None:
        called.setdefault(id(frame.f_code), frame.f_code)

    threading.settrace(on_call)
    sys.settrace(on_call)
    started = time.process_time()
    status = run_tests([file])
    sys.settrace(None)
    seconds = time.process_time() - started
    to.write_text(json.dumps([sorted(set(map(_function, called.values())) - {None}), seconds]), encoding="utf-8")
    return status


def _function(code: CodeType) -> Function | None:
    """Where code belongs to, without the lambdas and comprehensions in a function; None where it is of no interest."""
    path = Path(code.co_filename)
    if not path.is_relative_to(CODE):
        return None
    module = ".".join(path.relative_to(CODE).with_suffix("").parts)
    names = [name for name in code.co_qualname.split(".") if not name.startswith("<")]
    return (module, ".".join(names) or "module") if module.split(".")[0] in ROOMS else None
