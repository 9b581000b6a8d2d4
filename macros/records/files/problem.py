"""A mistake in the data, as a value: where it is, what is wrong, what is allowed, how to mend it.

Checks return problems; only the edge (the command line, the site build) prints them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


class Mark(Protocol):
    """Where the parser was, counted from 0: PyYAML has a class for it, and its C parser another."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True, order=True)
class Place:
    """A point in a file. Lines and columns count from 1, as editors show them."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


MOST_LETTERS = 1_000  # of each part of a message
MOST_PROBLEMS = 500  # that a report lists


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake, in words for the person who will mend it."""

    place: Place
    wrong: str
    allowed: str = ""
    fix: str = ""

    def __str__(self) -> str:
        lines = [f"{self.place}: {_shortened(self.wrong)}"]
        if self.allowed:
            lines.append(f"    allowed: {_shortened(self.allowed)}")
        if self.fix:
            lines.append(f"    fix: {_shortened(self.fix)}")
        return "\n".join(lines)


def _shortened(text: str) -> str:
    """A part of a message, so much of it as somebody can read."""
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]}…"


class InvalidLibrary(Exception):
    """Raised at the edge when data/ or docs/ holds at least one problem. Carries all of them."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(sorted(set(problems)))
        super().__init__(report(self.problems))


def report(problems: Iterable[Problem]) -> str:
    """All problems in file order, then a line that counts them."""
    ordered = sorted(set(problems))
    more = [f"… and {len(ordered) - MOST_PROBLEMS:,} more."] if len(ordered) > MOST_PROBLEMS else []
    count = "1 problem" if len(ordered) == 1 else f"{len(ordered)} problems"
    return "\n".join([*map(str, ordered[:MOST_PROBLEMS]), *more, "", f"{count} found. Nothing was written."])
