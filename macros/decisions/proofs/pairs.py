"""Two answers to one question, compared whatever else is answered: a walk over pairs of nodes, never a count.

Tables that are shown below each other are walked together, over one order of axes, so that what is compared is what
a reader sees.

Both sides are answers that can be given. Where the compared axis is a derived value, or one that it reads, the other
axes are held as still as the rules can tell, and each side is attainable on its own (attainable.py).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, reduce
from operator import and_, or_

from ..diagram.compiled import Compiled
from ..diagram.diagram import Branching, Diagram, Node, diagram_of
from ..space.cover import AxisCover, bits
from ..space.regions import Box, Ranges, everything
from ..tables.attainable import Reach
from ..tables.evaluate import Outcome, results_in
from ..tables.table import Axis, Row, Table

Outcomes = tuple[Outcome, ...]  # one per table
Witness = tuple[Box, Outcomes, Outcomes]


@dataclass
class Together:
    """Diagrams over one order of axes. The last one is what is judged: where it cannot differ, nothing is compared."""

    axes: tuple[Axis, ...]
    diagrams: tuple[Diagram, ...]
    places: tuple[tuple[int, ...], ...]  # per diagram: where each of its axes stands in `axes`
    starts: tuple[tuple[int, ...], ...] = ()  # per axis: where what some diagram tells apart begins
    _tops: list[list[int]] = field(default_factory=list)
    _parts: dict[int, list[_Part]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.starts = tuple(
            tuple(sorted({start for cover in self._covers(axis) if cover for start in cover.starts}))
            for axis in range(len(self.axes))
        )
        self._tops = [[] for _ in self.diagrams]

    def place(self, id: str) -> int | None:
        return next((index for index, axis in enumerate(self.axes) if axis.id == id), None)

    @property
    def everything(self) -> Box:
        return tuple(everything(axis.domain.size) for axis in self.axes)

    @cached_property
    def reach(self) -> Reach:
        """The cells that answers can give."""
        return Reach(self.axes, self.starts)

    def fixed(self, axis: int, position: int) -> tuple[Node, Node]:
        """The nodes that decide the rest once an axis has its position: above (0: nothing) and last."""
        *above, last = (
            diagram.fixed(places.index(axis), position) if axis in places else diagram.root
            for diagram, places in zip(self.diagrams, self.places, strict=True)
        )
        return above[0] if above else 0, last

    def tops(self) -> list[list[int]]:
        """Per diagram and node the place of the axis that it asks about; the number of axes for a leaf."""
        for tops, diagram, places in zip(self._tops, self.diagrams, self.places, strict=True):
            for node in range(len(tops), len(diagram.nodes)):
                tops.append(len(self.axes) if diagram.is_leaf(node) else places[diagram.branching(node).axis])
        return self._tops

    def parts(self, axis: int) -> list[_Part]:
        """The positions of an axis in parts that no diagram tells apart."""
        if axis not in self._parts:
            covers, starts = self._covers(axis), self.starts[axis]
            ends = [*starts[1:], self.axes[axis].domain.size]
            self._parts[axis] = [
                _Part(number, ((low, end - 1),), tuple(cover.segment(low) if cover else 0 for cover in covers))
                for number, (low, end) in enumerate(zip(starts, ends, strict=True))
            ]
        return self._parts[axis]

    def _covers(self, axis: int) -> list[AxisCover | None]:
        return [
            diagram.cover.axes[places.index(axis)] if axis in places else None
            for diagram, places in zip(self.diagrams, self.places, strict=True)
        ]


@dataclass(frozen=True)
class _Part:
    """Positions of an axis that no diagram tells apart: their number, and the segment in each diagram."""

    number: int
    ranges: Ranges
    segments: tuple[int, ...]


def alone(decision: Compiled) -> Together:
    return Together(decision.table.axes, (decision.diagram,), (tuple(range(len(decision.table.axes))),))


def shown_below(main: Compiled, decision: Compiled) -> Together:
    """A decision as it is shown below the result of another, on the same answers."""
    order = {axis.id: axis for axis in (*main.table.axes, *decision.table.axes)}
    number = {id: index for index, id in enumerate(order)}
    diagram = diagram_of(_reordered(decision.table, number))
    places = tuple(tuple(number[axis.id] for axis in one.table.axes) for one in (main.diagram, diagram))
    return Together(tuple(order.values()), (main.diagram, diagram), places)


def _reordered(table: Table, number: dict[str, int]) -> Table:
    """The same table with its axes in the order of their numbers."""
    order = sorted(range(len(table.axes)), key=lambda index: number[table.axes[index].id])
    rows = tuple(
        Row(row.id, tuple(tuple(box[index] for index in order) for box in row.boxes), row.gives) for row in table.rows
    )
    axes = tuple(table.axes[index] for index in order)
    return Table(table.id, axes, rows, table.policy, table.aggregation, table.outputs, table.default)


class Judge:
    """Which outcomes are wrong together; and which nodes have none such below them, so that no walk is needed.

    `can_be_wrong` says of what the last diagram gives alone whether `wrong` is possible: for lists, it is where the
    second holds a result that the first does not.
    """

    def __init__(
        self,
        together: Together,
        wrong: Callable[[Outcomes, Outcomes], bool],
        can_be_wrong: Callable[[Outcome, Outcome], bool],
    ):
        self.together, self.wrong, self._can_be_wrong = together, wrong, can_be_wrong
        judged = together.diagrams[-1]
        self._outcomes = list(dict.fromkeys(judged.outcome(n) for n in range(len(judged.nodes)) if judged.is_leaf(n)))
        numbers = {outcome: 1 << number for number, outcome in enumerate(self._outcomes)}
        self.hopeless = self._hopeless
        if judged.table.many:
            results = {row.gives: 1 << number for number, row in enumerate(judged.table.rows)}
            results.setdefault(judged.table.default or (), 1 << len(judged.table.rows))
            numbers = {
                outcome: reduce(or_, (results[values] for values in results_in(outcome, many=True)), 0)
                for outcome in self._outcomes
            }
            self.hopeless = self._loses_nothing
        self._some, self._all = Below(judged, numbers, or_), Below(judged, numbers, and_)
        self._against: dict[int, int] = {}
        self._wrong_with: dict[int, int] = {}

    def _loses_nothing(self, one: Node, other: Node) -> bool:
        """Whether whatever some list below the second node holds is in each below the first."""
        return not self._some.of(other) & ~self._all.of(one)

    def _hopeless(self, one: Node, other: Node) -> bool:
        """Whether nothing below two nodes of the last diagram can be wrong together."""
        mine = self._some.of(one)
        if mine not in self._against:
            self._against[mine] = 0
            for number in bits(mine):
                self._against[mine] |= self._wrong_for(number)
        return not self._against[mine] & self._some.of(other)

    def _wrong_for(self, number: int) -> int:
        if number not in self._wrong_with:
            mine = self._outcomes[number]
            self._wrong_with[number] = sum(
                1 << other for other, outcome in enumerate(self._outcomes) if self._can_be_wrong(mine, outcome)
            )
        return self._wrong_with[number]


class Below:
    """What the outcomes below a node have, as bits: together (or), or all of them (and)."""

    def __init__(self, diagram: Diagram, of_outcome: Mapping[Outcome, int], join: Callable[[int, int], int]):
        self._nodes, self._of_outcome, self._join = diagram.nodes, of_outcome, join
        self._known: dict[Node, int] = {}

    def of(self, node: Node) -> int:
        if node not in self._known:
            found = self._nodes[node]
            self._known[node] = (
                reduce(self._join, map(self.of, set(found.children)))
                if isinstance(found, Branching)
                else self._of_outcome[found]
            )
        return self._known[node]


def first_wrong_pair(judge: Judge, axis: int, positions: tuple[int, int]) -> Witness | None:
    """Answers for which one position of `axis` and another lead to outcomes that are wrong together."""
    together = judge.together
    reach = together.reach
    live_one, live_other = (
        reach.only(reach.whole, axis, [bisect_right(together.starts[axis], position) - 1]) for position in positions
    )
    above, judged = together.diagrams[:-1], together.diagrams[-1]
    (above_one, one), (above_other, other) = (together.fixed(axis, position) for position in positions)
    if not live_one or not live_other or one == other or judge.hopeless(one, other):
        return None
    *tops_above, tops = together.tops()
    top_above = tops_above[0] if above else [len(together.axes)]
    branches_above = above[0].nodes if above else []
    branches, linked, end = judged.nodes, frozenset(reach.linked), len(together.axes)
    seen: set[tuple[int, ...]] = set()

    def walk(m: Node, a: Node, n: Node, b: Node, mine: int, theirs: int, box: Box) -> Witness | None:
        """Nodes m and a of one side, n and b of the other; m and n of what stands above."""
        at = min(top_above[m], top_above[n], tops[a], tops[b])
        if at == end:
            shown = [(above[0].outcome(m), above[0].outcome(n))] if above else []
            first, second = zip(*shown, (judged.outcome(a), judged.outcome(b)), strict=True)
            return (box, first, second) if judge.wrong(first, second) else None
        m_turns, n_turns, a_turns, b_turns = top_above[m] == at, top_above[n] == at, tops[a] == at, tops[b] == at
        for part in together.parts(at):
            first_segment, segment = part.segments[0], part.segments[-1]
            a_next = branches[a].children[segment] if a_turns else a  # type: ignore[union-attr]  # no leaf turns
            b_next = branches[b].children[segment] if b_turns else b  # type: ignore[union-attr]
            if a_next == b_next:
                continue
            m_next = branches_above[m].children[first_segment] if m_turns else m  # type: ignore[union-attr]
            n_next = branches_above[n].children[first_segment] if n_turns else n  # type: ignore[union-attr]
            left, others = mine, theirs
            if at in linked:
                left, others = reach.after(mine, at, part.number), reach.after(theirs, at, part.number)
                if not left or not others:
                    continue
            key = (m_next, a_next, n_next, b_next, left, others)
            if key in seen:
                continue
            seen.add(key)
            if not judge.hopeless(a_next, b_next) and (found := walk(*key, (*box[:at], part.ranges, *box[at + 1 :]))):
                return found
        return None

    return walk(above_one, one, above_other, other, live_one, live_other, together.everything)
