"""Rules that hold for the same answers where the hit policy says that none do, by bit sets over all pairs (cover.py).

One flaw for one cause: rules that share answers are said together, and so are all that one wide rule meets. The rule
that meets the most comes first. A table with an overlap has no outcome to reason about, so what is said ends after
MOST flaws.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from heapq import heapify, heappop, heappush

from ...records.decision import HitPolicy
from ..space.cover import bits, cover_of
from ..space.regions import Box, intersection
from ..tables.table import Table
from .flaw import Flaw, listed, say

MOST = 100
_MOST_TRIED = 20_000  # pairs whose answers are looked for; what comes after counts as possible
_FIX = "narrow one of them, or choose `hit_policy: first` and put the more cautious rule on top"


def overlaps(table: Table, can_be: Callable[[Box], bool] | None = None) -> Iterator[Flaw]:
    """UNIQUE: rules for one combination. ANY: those that disagree. `can_be`: whether any answers are in a box."""
    if table.policy not in (HitPolicy.UNIQUE, HitPolicy.ANY):
        return
    meeting = _meeting(table)
    if can_be is not None:
        _leave_possible(table, meeting, can_be)
    clashing = _clashing(table, meeting)
    waiting = [(-clashes.bit_count(), index) for index, clashes in enumerate(clashing)]
    heapify(waiting)
    said = 0
    while waiting and said < MOST:
        before, index = heappop(waiting)
        count = clashing[index].bit_count()
        if count and -before > count:
            heappush(waiting, (-count, index))
        elif count:
            said += 1
            yield _flaw(table, meeting, clashing, index, can_be)
            heappush(waiting, (-clashing[index].bit_count(), index))


def _meeting(table: Table) -> list[int]:
    """For each row the others that share a combination with it, as bits."""
    cover = cover_of([row.boxes for row in table.rows], [domain.size for domain in table.domains])
    found = [0] * len(table.rows)
    alone = len(cover.owner) == len(table.rows)
    for box, live in enumerate(cover.meeting_each()):
        rows = live if alone else sum({1 << cover.owner[other] for other in bits(live)})
        found[cover.owner[box]] |= rows & ~(1 << cover.owner[box])
    return found


def _leave_possible(table: Table, meeting: list[int], can_be: Callable[[Box], bool]) -> None:
    """Drop pairs for whose shared combinations there are no answers."""
    tried = 0
    for index, others in enumerate(meeting):
        for other in bits(others >> (index + 1) << (index + 1)):
            tried += 1
            if tried <= _MOST_TRIED and not any(map(can_be, _shared(table, index, other))):
                meeting[index] &= ~(1 << other)
                meeting[other] &= ~(1 << index)


def _clashing(table: Table, meeting: Sequence[int]) -> list[int]:
    """Of the rows that each one meets, those that it may not meet."""
    if table.policy is HitPolicy.UNIQUE:
        return list(meeting)
    same: dict[object, int] = {}
    for index, row in enumerate(table.rows):
        same[row.gives] = same.get(row.gives, 0) | 1 << index
    return [others & ~same[row.gives] for others, row in zip(meeting, table.rows, strict=True)]


def _flaw(
    table: Table, meeting: Sequence[int], clashing: list[int], index: int, can_be: Callable[[Box], bool] | None
) -> Flaw:
    """What is wrong with a row; what is said with it is taken off `clashing`."""
    other = next(bits(clashing[index]))
    common = next(box for box in _shared(table, index, other) if can_be is None or can_be(box))
    together = [index, other]
    for third in bits(meeting[index] & meeting[other]):
        closer = next(filter(None, (intersection(common, box) for box in table.rows[third].boxes)), None)
        if closer and (can_be is None or can_be(closer)):
            together.append(third)
            common = closer
    all_of_it = sum(1 << member for member in together)
    here = say(table, common)
    if clashing[index] & ~all_of_it == 0:
        for member in together:
            clashing[member] &= ~all_of_it
        together.sort()
        names = listed([repr(table.rows[member].id) for member in together])
        held = "both hold" if len(together) == 2 else "all hold"
        what = held if table.policy is HitPolicy.UNIQUE else "give different results"
        return Flaw(("rules", together[1]), f"rules {names} {what} for: {here}", _FIX)
    others = list(bits(clashing[index]))
    clashing[index] = 0
    for member in others:
        clashing[member] &= ~(1 << index)
    id, names = table.rows[index].id, listed([repr(table.rows[member].id) for member in others])
    what = "holds together with" if table.policy is HitPolicy.UNIQUE else "gives another result than"
    return Flaw(("rules", index), f"rule '{id}' {what} each of {names}, one of them for: {here}", _FIX)


def _shared(table: Table, one: int, other: int) -> Iterator[Box]:
    boxes = (intersection(a, b) for a in table.rows[one].boxes for b in table.rows[other].boxes)
    return filter(None, boxes)
