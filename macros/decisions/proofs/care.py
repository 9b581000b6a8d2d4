"""Whether one outcome is less careful than another: the order of `outcomes`, most cautious first, decides.

A list of results is less careful where it lacks a result that the other list has and puts nothing more careful in its
place. A list that holds all of the other is therefore never less careful; for a single result it is the order alone.
Numbers have no list: a higher one counts as more careful, as in PRIORITY (table.py).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from ..tables.evaluate import Outcome, results_in
from ..tables.table import Table, Values

Care = Callable[[Values], tuple[int, ...]]  # higher is more careful


def care_of(table: Table) -> Care:
    """How careful a result is, by the order in which the table lists its outcomes."""
    return cache(lambda values: tuple(-rank for rank in table.rank(values)))


def less_careful(table: Table, outcome: Outcome, than: Outcome, care: Care) -> bool:
    """Whether `than` has a result that `outcome` neither has nor replaces by one that is at least as careful."""
    if outcome == than:
        return False
    has, had = results_in(outcome, table.many), results_in(than, table.many)
    gained = [care(values) for values in has if values not in had]
    return any(values not in has and not any(new >= care(values) for new in gained) for values in had)
