"""Limits: where a row that reads numbers begins and ends to apply. Words name them, so they have to be there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..space.regions import Box, Ranges, inside, intersection, intervals
from ..tables.search import Search
from ..tables.table import Axis, Row, Table
from .flaw import Flaw


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


def limits_out_of_reach(table: Table, search: Search) -> Iterator[Flaw]:
    """FIRST and PRIORITY: limits at which a row never counts, as stronger rows hold all that is there."""
    if not search.ordered:
        return
    for place, index in enumerate(search.order):
        row = table.rows[index]
        for bit in search.bits_of[index][:1]:
            stronger = (1 << bit) - 1
            for number, axis in enumerate(table.axes):
                for limit in limits_of(axis, row.boxes[0][number]):
                    at = tuple(((limit.inside,) * 2,) if n == number else part for n, part in enumerate(row.boxes[0]))
                    if all(search.outside(spans, stronger) is None for spans in _spans(search, at)) and any(
                        map(search.can_be, _spans(search, at))
                    ):
                        others = [table.rows[other] for other in search.order[:place]]
                        names = " and ".join(f"'{mask.id}'" for mask in _masks(at, others))
                        yield Flaw(
                            ("rules", index, "when", axis.id),
                            f"rule '{row.id}' never counts at {axis.domain.say(limit.inside)}: {names} already "
                            f"do{'es' if ' and ' not in names else ''} there",
                            "let the cell end where the rule ends to count",
                        )


def _spans(search: Search, box: Box) -> list[tuple[tuple[int, int], ...]]:
    """A box whose ends lie where rows end, as segments."""
    return [
        tuple(
            (axis.segment(low), axis.segment(high)) for axis, (low, high) in zip(search.cover.axes, part, strict=True)
        )
        for part in intervals(box)
    ]


def _masks(at: Box, others: list[Row]) -> list[Row]:
    """The row that holds a box whole, or else all that share something with it."""
    whole = [other for other in others if inside(at, other.boxes[0])][:1]
    return whole or [other for other in others if intersection(at, other.boxes[0])]
