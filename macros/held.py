"""What was found right is not checked again while nothing that it rests on has changed: memory.py says what that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .memory import ALL, Inputs, Memory, Use, inputs

if TYPE_CHECKING:
    from .library import Library

_NAME = "what was found right"


@dataclass(frozen=True)
class Held:
    """A tree without a mistake, and what is said of it."""

    inputs: Inputs
    counts: str
    due: tuple[str, ...]  # what is due for a fresh look, each in a line
    due_in_a_line: str
    digests: Mapping[Use, str]

    def digest(self, use: Use) -> str:
        """The mark of what a page used, or of its not being there. Raises KeyError where no mark tells of a change."""
        return self.digests[use] if (use[0], ALL) not in self.digests else self.digests.get(use, "not there")


def found_before(root: Path, memory: Memory | None = None) -> Held | Inputs:
    """What was found when all stood as it does now; else how it stands, for `found_right`."""
    now = inputs(root)
    try:
        known = (memory or Memory()).get(_NAME, now.mark)
        digests = {(kind, key): mark for kind, key, mark in known["digests"]}
        return Held(now, known["counts"], tuple(known["due"]), known["line"], digests)
    except (KeyError, TypeError, ValueError):
        return now


def found_right(library: Library, before: Inputs, root: Path, memory: Memory | None = None) -> Held:
    """Keep it for the next time, unless something was saved since `before`, while the library was read."""
    from .checks.expiry import in_a_line, reviews_due
    from .day import today
    from .uses import digests

    due = reviews_due(library, today())
    counts = ((name, len(library.kind(name))) for name in ("sources", "claims", "terms", "decisions", "checklists"))
    counted = ", ".join(f"{count} {name}" for name, count in counts) + f", {len(library.pages)} pages: all well."
    found = Held(
        before,
        counted,
        tuple(each.words(today()) for each in due),
        in_a_line(due, today()) if due else "",
        digests(library),
    )
    if inputs(root) == before:
        marks = [[*use, mark] for use, mark in found.digests.items()]
        value = {"counts": found.counts, "due": found.due, "line": found.due_in_a_line, "digests": marks}
        (memory or Memory()).put(_NAME, before.mark, value)
    return found
