"""Rules that no answers meet, rules that others always pass over, and rules that could go without changing a result.

One flaw for one cause: of a rule that never counts nothing else is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod

from ..space.regions import intersection
from ..tables.search import Search
from ..tables.table import Table
from .flaw import Flaw, say

_LISTED = 3


def idle_rules(authored: Table, search: Search) -> tuple[list[Flaw], set[int]]:
    """What is wrong with rules that never count, and which these are."""
    found, idle = [], set()
    for index, row in enumerate(authored.rows):
        if not search.applies(index):
            idle.add(index)
            where = say(authored, row.boxes[0])
            found.append(
                Flaw(
                    ("rules", index),
                    f"rule '{row.id}' can never apply: no answers give {where}",
                    "correct the condition, or delete it",
                )
            )
        elif not search.counts(index):
            idle.add(index)
            masks = [authored.rows[other].id for other in _masks(authored, search, index)]
            found.append(
                Flaw(
                    ("rules", index),
                    f"rule '{row.id}' can never be reached: {' and '.join(map(repr, masks))} "
                    f"cover{'s' if len(masks) == 1 else ''} all of {say(authored, row.boxes[0])}",
                    "move it above them, narrow them, or delete it",
                )
            )
    return found, idle


def _masks(table: Table, search: Search, index: int) -> list[int]:
    """The stronger rows that share something with a row, in the order in which they count."""
    mine = table.rows[index].boxes
    stronger = search.order[: search.order.index(index)]
    return [
        other
        for other in stronger
        if any(intersection(box, theirs) for box in mine for theirs in table.rows[other].boxes)
    ]


def redundant_rules(authored: Table, search: Search, idle: set[int]) -> Iterator[Flaw]:
    """Rules that could go, all of those that are named, without changing a single result."""
    rows = authored.rows
    kept = search.all & ~search.mask(idle)
    # The narrow one goes before the wide one that holds it, the later one before the earlier one.
    sizes = [sum(prod(high - low + 1 for part in box for low, high in part) for box in row.boxes) for row in rows]
    found = {}
    for index in sorted(set(range(len(rows))) - idle, key=lambda index: (sizes[index], -index)):
        others = search.instead(index, kept)
        if others is not None:
            kept &= ~search.mask([index])
            found[index] = others
    for index in sorted(found):
        yield _redundant(authored, index, found[index])


def _redundant(table: Table, index: int, others: Sequence[int]) -> Flaw:
    row, where = table.rows[index], ("rules", index)
    names = [repr(table.rows[other].id) if other >= 0 else "the default" for other in sorted(others)]
    twins = [other for other in others if other >= 0 and table.rows[other].boxes == row.boxes]
    if twins:
        return Flaw(where, f"rule '{row.id}' repeats rule {table.rows[twins[0]].id!r}", "delete one of the two")
    if len(names) == 1 and others[0] >= 0:
        wrong = f"rule '{row.id}' lies inside rule {names[0]}, which gives the same"
    else:
        more = [f"{len(names) - _LISTED} more"] if len(names) > _LISTED + 1 else []
        listed = " and ".join([*(names[:_LISTED] if more else names), *more])
        verb = "gives" if len(names) == 1 else "give"
        wrong = f"rule '{row.id}' changes no result: {listed} {verb} the same wherever it counts"
    return Flaw(where, wrong, "delete it, or give it a result of its own")
