"""Rules that one rule could stand for: they give the same for the same reason, and differ in one input alone.

Rules with reasons of their own stay apart, as a reader is told why. Merging must change no result: where the order of
rules counts, nothing that gives something else may stand between and share answers with what is moved.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ...records.decision import Aggregation, HitPolicy
from ..diagram.compiled import Compiled
from ..space.regions import Box, Ranges, both, intersection, normalised
from ..tables.table import Table
from .flaw import Flaw, listed
from .paste import rule_text

_ORDER_COUNTS = (HitPolicy.FIRST, HitPolicy.RULE_ORDER)


@dataclass(frozen=True)
class Merge:
    """Rules, the place among them where one can stand for all, and what it is about."""

    group: tuple[int, ...]
    place: int
    axis: int
    box: Box


def mergeable_rules(decision: Compiled, idle: set[int]) -> Iterator[Flaw]:
    """Each group of such rules with the rule that does for all. Of `idle` ones more is said elsewhere."""
    table, rules = decision.authored, decision.record.rules
    reasons = [(rule.because, rule.claims, rule.hazards) for rule in rules]
    for merge in merges(table, reasons, idle):
        ids = listed([repr(table.rows[index].id) for index in merge.group])
        row, because = table.rows[merge.place], f'"{rules[merge.place].because}"'
        yield Flaw(
            ("rules", merge.group[0]),
            f"rules {ids} differ in '{table.axes[merge.axis].id}' alone and give the same for the same reason",
            f"put one in the place of '{row.id}': {rule_text(table, row.id, merge.box, row.gives, because)}; "
            "or give each its own reason",
        )


def merges(table: Table, reasons: Sequence[object], idle: Collection[int] = ()) -> Iterator[Merge]:
    """Groups of rules of one box each, as large as they can be, each rule in one of them at most."""
    taken = {*idle, *(index for index, row in enumerate(table.rows) if len(row.boxes) != 1)}
    for axis in range(len(table.axes)):
        alike: dict[object, list[int]] = {}
        for index, row in enumerate(table.rows):
            if index not in taken:
                (box,) = row.boxes
                alike.setdefault((row.gives, reasons[index], box[:axis], box[axis + 1 :]), []).append(index)
        for members in alike.values():
            group, place = _can_merge(table, axis, members)
            if len(group) > 1:
                taken.update(group)
                union = normalised(part for index in group for part in _column(table, index, axis))
                box = table.rows[place].boxes[0]
                yield Merge(tuple(group), place, axis, (*box[:axis], union, *box[axis + 1 :]))


def _can_merge(table: Table, axis: int, members: Sequence[int]) -> tuple[list[int], int]:
    """The first rule and those that can join it, and the place where the one rule then stands."""
    best: tuple[list[int], int] = ([], 0)
    for place in (members[0], members[-1]) if len(members) > 1 else ():
        group = [place]
        for member in members:
            apart = all(not both(_column(table, member, axis), _column(table, other, axis)) for other in group)
            if member != place and (apart or not _counts_each(table)) and _free_way(table, member, place):
                group.append(member)
        if len(group) > len(best[0]):
            best = sorted(group), place
    return best


def _column(table: Table, index: int, axis: int) -> Ranges:
    return table.rows[index].boxes[0][axis]


def _counts_each(table: Table) -> bool:
    """Whether two rules for the same answers say more than one."""
    greatest = (Aggregation.MIN, Aggregation.MAX)
    return table.many or (table.policy is HitPolicy.COLLECT and table.aggregation not in greatest)


def _free_way(table: Table, index: int, place: int) -> bool:
    """Whether a rule can be moved to another's place without passing one that gives something else for its answers."""
    if table.policy not in _ORDER_COUNTS and not (table.policy is HitPolicy.COLLECT and table.many):
        return True
    row = table.rows[index]
    return not any(
        other.gives != row.gives and intersection(other.boxes[0], row.boxes[0])
        for other in table.rows[min(index, place) + 1 : max(index, place)]
    )
