"""Limits: where a row that reads numbers begins and ends to apply. Words name them, so they have to be there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..records.decision import HitPolicy
from .cover import cover_of
from .domain import Domain
from .finding import Finding
from .gaps import gap_boxes
from .regions import Box, Ranges, difference, everything, inside, intersection
from .table import Axis, Table


@dataclass(frozen=True)
class Limit:
    """A line between two neighbouring numbers of an input, of which a cell holds one and not the other."""

    axis: Axis
    below: int  # the position of the number below the line
    inside: int  # the position of the number that the cell holds

    @property
    def words(self) -> str:
        """'up to 5 out of 10', '6 out of 10 or more'."""
        domain = self.axis.domain
        unit = f" {domain.unit}" if domain.unit else ""
        if self.inside == self.below:
            return f"up to {domain.say(self.below)}{unit}"
        return f"more than {domain.say(self.below)}{unit}"


def limits_of(axis: Axis, ranges: Ranges) -> Iterator[Limit]:
    """The limits inside the domain that a cell sets. That between none and some needs no number to be said."""
    domain = axis.domain
    if domain.kind == "integer":
        for low, high in ranges:
            for below, inside in ((low - 1, low), (high, high)):
                if 0 <= below < domain.size - 1 and domain.answer(below) != 0:
                    yield Limit(axis, below, inside)


def limits_out_of_reach(table: Table) -> Iterator[Finding]:
    """FIRST and PRIORITY: limits at which a row never counts, as stronger rows hold all that is there."""
    if table.policy not in (HitPolicy.FIRST, HitPolicy.PRIORITY):
        return
    order = sorted(range(len(table.rows)), key=lambda index: strength(table, index))
    for place, index in enumerate(order):
        row = table.rows[index]
        stronger = [table.rows[other] for other in order[:place]]
        for number, axis in enumerate(table.axes):
            for limit in limits_of(axis, row.boxes[0][number]):
                at = tuple(((limit.inside,) * 2,) if n == number else part for n, part in enumerate(row.boxes[0]))
                if covered(at, [other.boxes for other in stronger], table.domains):
                    whole = [other for other in stronger if any(inside(at, box) for box in other.boxes)][:1]
                    masks = whole or [other for other in stronger if any(intersection(at, box) for box in other.boxes)]
                    names = " and ".join(f"'{mask.id}'" for mask in masks)
                    yield Finding(
                        ("rules", index, "when", axis.id),
                        f"rule '{row.id}' never counts at {axis.domain.say(limit.inside)}: {names} already "
                        f"do{'es' if len(masks) == 1 else ''} there",
                        "let the cell end where the rule ends to count",
                    )


def strength(table: Table, index: int) -> tuple[object, ...]:
    """Sorts rows of FIRST and PRIORITY, those that pass over others first."""
    return (table.rank(table.rows[index].gives), index) if table.policy is HitPolicy.PRIORITY else (index,)


def covered(box: Box, rows: Sequence[Sequence[Box]], domains: Sequence[Domain]) -> bool:
    """Whether rows together hold a whole box."""
    clipped = [[shared for other in row if (shared := intersection(box, other))] for row in rows]
    sizes = [domain.size for domain in domains]
    outside = difference(tuple(everything(size) for size in sizes), box)
    return not gap_boxes(cover_of([*clipped, outside], sizes))
