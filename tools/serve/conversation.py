"""Asks a builder for what depends on a save and tells of it: `python -m tools.serve.conversation FOLDER ADDRESS`.

Standard input: a line of JSON for each thing saved, {"changed": [paths], "looking_at": [addresses]}.
Standard output: a line of JSON for each thing done; see `Said`.
"""

from __future__ import annotations

import json
import logging
import os
import queue
import sys
import threading
import time
from pathlib import Path
from typing import Any

from macros.records import InvalidLibrary

from .builder import Builder, Said

_QUIET_SECONDS = 0.4  # so long after the last save, what nobody looks at is built too


def main(arguments: list[str]) -> int:
    into, address = Path(arguments[0]), arguments[1]
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    logging.basicConfig(format="%(message)s", stream=sys.stderr)
    builder = Builder(into, address)
    saved: queue.Queue[dict[str, Any] | None] = queue.Queue()
    threading.Thread(target=_listen, args=(saved,), daemon=True).start()
    is_begun = _do(builder.begin)
    pending: set[str] = set()  # saved while something was wrong
    while True:
        try:
            asked = saved.get(timeout=_QUIET_SECONDS if is_begun else None)
        except queue.Empty:
            _do(builder.rest)
            asked = saved.get()
        if asked is None:
            return 0
        while not saved.empty():  # saved together, built together
            more = saved.get()
            if more is None:
                return 0
            asked = {**more, "changed": [*asked["changed"], *more["changed"]]}
        pending |= set(asked["changed"])
        if not is_begun:
            is_begun = _do(builder.begin)
        elif _do(lambda: builder.renew(pending, asked["looking_at"])):  # noqa: B023  # called at once
            pending = set()


def _listen(saved: queue.Queue[dict[str, Any] | None]) -> None:
    for line in sys.stdin:
        saved.put(json.loads(line))
    saved.put(None)


def _do(work: Any) -> bool:
    """Do it and tell; a mistake is told in words. Returns whether all went well."""
    started = time.monotonic()
    heard = _Heard()
    logging.getLogger("mkdocs").addHandler(heard)
    try:
        done = work()
    except InvalidLibrary as invalid:
        _tell({"problems": str(invalid)})
        return False
    except (Exception, SystemExit) as error:  # of a macro or a template: MkDocs has logged where
        _tell({"problems": "\n\n".join([*heard.said, f"{type(error).__name__}: {error}"])})
        return False
    finally:
        logging.getLogger("mkdocs").removeHandler(heard)
    if done is not None:
        _tell({**done, "seconds": round(time.monotonic() - started, 2)})
    return True


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def _tell(said: Said | dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
