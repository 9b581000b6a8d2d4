"""The tree of cuts: the answers are cut in two until each part has one result, by the same rules everywhere in it.

A part is a range of positions for each question and each derived value. In it a rule applies everywhere, nowhere, or
is open; a decision that another one needs has there every result that its open rules leave it. Cuts lie at the ends
of the first open rule, where they leave the fewest rules on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ...records.decision import HitPolicy
from ..diagram.compiled import Compiled
from ..space.regions import Range, Ranges, everything, holds
from ..tables.attainable import attainable
from ..tables.evaluate import Outcome, fired_rows, first_values, outcome_of
from ..tables.table import Axis, Row, Table

Part = tuple[Range, ...]
_ONE_COUNTS = (HitPolicy.FIRST, HitPolicy.PRIORITY)


@dataclass(frozen=True)
class Leaf:
    """The places of the rules that a result comes from, and the result."""

    rows: tuple[int, ...]
    outcome: Outcome


@dataclass(frozen=True)
class Cut:
    """Positions of an axis below `at` lie left, the others right."""

    axis: int
    at: int
    left: Tree
    right: Tree


Tree = Leaf | Cut | None  # None: no answers lead there


def tree_of(decision: Compiled, decisions: Mapping[str, Compiled]) -> Tree:
    """The tree of a decision. `decisions` holds those that it needs."""
    return _Grower(decision, decisions).tree()


def axes_of(decision: Compiled) -> tuple[Axis, ...]:
    """What a tree cuts: every question that a decision and those that it needs ask, then every derived value."""
    asked = [Axis(id, one.short, one.domain, one) for id, one in decision.questions.items()]
    return (*asked, *(axis for axis in decision.table.axes if axis.tree is not None))


@dataclass(frozen=True)
class _State:
    """The rows of a table that can count in a part, those that pass over others first, and which of them are open."""

    rows: tuple[int, ...]
    open: frozenset[int]
    decided: bool


@dataclass
class _Grower:
    decision: Compiled
    decisions: Mapping[str, Compiled]
    _states: dict[tuple[str, Part], _State] = field(default_factory=dict)
    _given: dict[tuple[str, Part], set[int]] = field(default_factory=dict)
    _rows: dict[str, list[tuple[int, list[tuple[Axis, Ranges]]]]] = field(default_factory=dict)

    def tree(self) -> Tree:
        return self._grown(tuple((0, axis.domain.size - 1) for axis in self.axes))

    @cached_property
    def axes(self) -> tuple[Axis, ...]:
        return axes_of(self.decision)

    @cached_property
    def _place(self) -> dict[str, int]:
        return {axis.id: place for place, axis in enumerate(self.axes)}

    def _grown(self, part: Part) -> Tree:
        table = self.decision.authored
        if self._is_empty(part):
            return None
        state = self._state(table, part)
        if not state.decided:
            cuts = list(dict.fromkeys(self._cuts(table, part)))
            axis, at = cuts[0] if len(cuts) == 1 else min(cuts, key=lambda cut: self._left_over(part, *cut))
            return self._cut(part, axis, at)
        rows = sorted(row for row in state.rows if row >= 0)
        leaf = Leaf(fired_rows(table, rows), outcome_of(table, rows))
        if leaf.outcome is None and self._read and not self._can_be(part):
            widest = max(self._read, key=lambda place: part[place][1] - part[place][0])
            low, high = part[widest]
            return self._cut(part, widest, (low + high + 1) // 2)
        return leaf

    def _cut(self, part: Part, axis: int, at: int) -> Cut:
        left, right = _halves(part, axis, at)
        return Cut(axis, at, self._grown(left), self._grown(right))

    @cached_property
    def _read(self) -> tuple[int, ...]:
        """The places of the numbers that derived values are worked out from."""
        ids = {id for axis in self.axes if axis.tree is not None for id in axis.reads}
        return tuple(place for place, axis in enumerate(self.axes) if axis.id in ids)

    def _is_empty(self, part: Part) -> bool:
        """Whether a derived value lies outside a part whatever the answers are, by the bounds of its expression."""
        asked = {axis.id: ends for axis, ends in zip(self.axes, part, strict=True) if axis.tree is None}
        for axis, (low, high) in zip(self.axes, part, strict=True):
            if axis.tree is not None:
                least, most = axis.between(asked)
                if most < low or high < least:
                    return True
        return False

    def _can_be(self, part: Part) -> bool:
        axes = self.decision.table.axes
        return attainable(axes, tuple((part[self._place[axis.id]],) for axis in axes))

    def _left_over(self, part: Part, axis: int, at: int) -> int:
        return sum(len(self._state(self.decision.authored, half).rows) for half in _halves(part, axis, at))

    def _cuts(self, table: Table, part: Part) -> Iterator[tuple[int, int]]:
        """Where to cut, so that the first open row of a table closes."""
        state = self._state(table, part)
        first = next(row for row in state.rows if row in state.open)
        for axis, ranges in _cells(table, table.rows[first]):
            if self._cell(axis, ranges, part)[1]:
                continue
            if axis.decision:
                yield from self._cuts(self.decisions[axis.decision].authored, part)
                continue
            place = self._place[axis.id]
            low, high = part[place]
            yield from ((place, end) for a, b in ranges for end in (a, b + 1) if low < end <= high)

    def _state(self, table: Table, part: Part) -> _State:
        if (table.id, part) not in self._states:
            self._states[table.id, part] = self._found(table, part)
        return self._states[table.id, part]

    def _found(self, table: Table, part: Part) -> _State:
        rows: list[int] = []
        still: set[int] = set()
        for place, cells in self._ranked(table):
            everywhere = True
            for axis, ranges in cells:
                met, all_of_it = self._cell(axis, ranges, part)
                if not met:
                    break
                everywhere &= all_of_it
            else:
                rows.append(place)
                if not everywhere:
                    still.add(place)
                elif table.policy in _ONE_COUNTS:
                    break
        certain = len(rows) > len(still)
        if not certain:
            rows.append(-1)
        return _State(tuple(rows), frozenset(still), not still)

    def _ranked(self, table: Table) -> list[tuple[int, list[tuple[Axis, Ranges]]]]:
        """The places of the rows, those that pass over others first, each with its cells that ask something."""
        if table.id not in self._rows:
            places: Sequence[int] = range(len(table.rows))
            if table.policy is HitPolicy.PRIORITY:
                places = sorted(places, key=lambda place: table.rank(table.rows[place].gives))
            self._rows[table.id] = [(place, _cells(table, table.rows[place])) for place in places]
        return self._rows[table.id]

    def _cell(self, axis: Axis, ranges: Ranges, part: Part) -> tuple[bool, bool]:
        """Whether some of a part is in a cell, and whether all of it is."""
        if axis.decision:
            if (axis.id, part) not in self._given:
                self._given[axis.id, part] = self._results(axis, part)
            inside = {holds(ranges, place) for place in self._given[axis.id, part]}
            return True in inside, inside == {True}
        low, high = part[self._place[axis.id]]
        return any(a <= high and low <= b for a, b in ranges), any(a <= low and high <= b for a, b in ranges)

    def _results(self, axis: Axis, part: Part) -> set[int]:
        """The positions of all results that a needed decision can give in a part."""
        table = self.decisions[axis.decision or ""].authored
        state = self._state(table, part)
        if state.decided:
            rows = [sorted(row for row in state.rows if row >= 0)]
        else:
            rows = [[row] if row >= 0 else [] for row in state.rows]
        outcomes = [outcome_of(table, found) for found in rows]
        values = [value for outcome in outcomes for value in first_values(outcome, many=False)]
        found = {axis.domain.position(value) for value in values}
        return {place for place in found if place is not None}


def _cells(table: Table, row: Row) -> list[tuple[Axis, Ranges]]:
    """The cells of a row that ask something."""
    pairs = zip(table.axes, row.boxes[0], strict=True)
    return [(axis, ranges) for axis, ranges in pairs if ranges != everything(axis.domain.size)]


def _halves(part: Part, axis: int, at: int) -> tuple[Part, Part]:
    low, high = part[axis]
    return (*part[:axis], (low, at - 1), *part[axis + 1 :]), (*part[:axis], (at, high), *part[axis + 1 :])
