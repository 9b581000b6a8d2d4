"""What a proof finds, as a value, and how boxes and outcomes are said in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..diagram.compiled import Compiled
from ..space.regions import Box, say_box
from ..tables.evaluate import Outcome, results_in
from ..tables.table import Table

Where = tuple[str | int, ...]


@dataclass(frozen=True)
class Flaw:
    """Something that does not hold: where in the record, what, and how to mend it."""

    where: Where
    wrong: str
    fix: str = ""
    about: str = ""  # the question, where other decisions that ask it would have the same flaw


def say_outcome(decision: Compiled, outcome: Outcome) -> str:
    """An outcome in words."""
    if outcome is None:
        return "no result"
    results = results_in(outcome, decision.table.many)
    return ", ".join(" / ".join(decision.table.written(values)) for values in results) or "nothing"


_LISTED = 3


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: all of a few, the first ones of many and how many more."""
    shown = [*names[:_LISTED], f"{len(names) - _LISTED:,} more"] if len(names) > _LISTED + 1 else list(names)
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]


def say(table: Table, box: Box) -> str:
    """A box of answers to a table, in words."""
    return say_box(box, table.labels, table.domains)
