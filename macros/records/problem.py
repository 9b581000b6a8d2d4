"""A mistake in the data, as a value: where it is, what is wrong, what is allowed, how to mend it.

Checks return problems; only the edge (the command line, the site build) prints them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """A point in a file. Lines and columns count from 1, as editors show them."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake, in words for the person who will mend it."""

    place: Place
    wrong: str
    allowed: str = ""
    fix: str = ""

    def __str__(self) -> str:
        lines = [f"{self.place}: {self.wrong}"]
        if self.allowed:
            lines.append(f"    allowed: {self.allowed}")
        if self.fix:
            lines.append(f"    fix: {self.fix}")
        return "\n".join(lines)


class InvalidLibrary(Exception):
    """Raised at the edge when data/ or docs/ holds at least one problem. Carries all of them."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(sorted(set(problems)))
        super().__init__(report(self.problems))


def report(problems: Iterable[Problem]) -> str:
    """All problems in file order, then a line that counts them."""
    ordered = sorted(set(problems))
    count = "1 problem" if len(ordered) == 1 else f"{len(ordered)} problems"
    return "\n".join([*map(str, ordered), "", f"{count} found. Nothing was written."])
