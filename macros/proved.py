"""What was proved is not proved again while the data and the code that it rests on stay the same.

A proof that held leaves a mark on the disk, in .cache/proved/, named by all that it was made from. Deleting the folder
costs a slower check and nothing else. What did not hold leaves none, and is told each time.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import BaseModel

from .memory import keep_newest, packages

HERE = Path(__file__).resolve().parent
MARKS = HERE.parent / ".cache" / "proved"

# What proofs may look at, by its name in the library: its records are in the mark.
KINDS = ("decisions", "facts", "signs", "people", "care_cards")
_MADE_FROM_THEM = ("compiled", "place", "broken")
_NO_PROOFS = ("render", "export")
_MOST_MARKS = 100


class OfProofs:
    """A library of which no more can be seen than the mark says. Anything else is a fault of the proof."""

    def __init__(self, library: object) -> None:
        self._library = library

    def __getattr__(self, name: str) -> object:
        if name not in (*KINDS, *_MADE_FROM_THEM):
            raise AttributeError(f"a proof that is remembered does not look at '{name}': see macros/proved.py")
        seen: object = getattr(self._library, name)
        return seen


def mark_of(kinds: Iterable[Mapping[str, BaseModel]], code: Path = HERE) -> str:
    """Changes whenever one of these records changes, or their order, or the code that reads and proves them."""
    made_of = hashlib.sha256("\n".join((sys.version, *packages())).encode())
    for path in sorted(code.rglob("*.py")):
        if path.relative_to(code).parts[0] not in _NO_PROOFS:
            made_of.update(hashlib.sha256(path.read_bytes()).digest())
    for records in kinds:
        for id, record in records.items():
            made_of.update(f"{id} {record.model_dump_json()}\n".encode())
        made_of.update(b"\0")
    return made_of.hexdigest()


def held_before(mark: str) -> bool:
    return (MARKS / mark).is_file()


def note_that_it_holds(mark: str) -> None:
    """For the next run. Where nothing can be written, the next run proves anew."""
    try:
        MARKS.mkdir(parents=True, exist_ok=True)
        (MARKS / mark).touch()
    except OSError:
        return
    keep_newest(MARKS, _MOST_MARKS)
