"""Which open questions can still change the outcome, over answers that can be given and over no others.

A question matters where two ways to answer all that is open differ in it alone and lead to different outcomes. For a
question of its own, that is a node in the diagram of what is left, in which what no answers give is a leaf of its own.
For one that a derived value reads, it is two sets of answers to it and the others whose cells (attainable.py) lead on
differently.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from ..space.domain import Answer
from ..space.regions import Box, Range, everything, holds
from ..tables.attainable import LIMIT, Link, Numbers, Parts, Reach
from ..tables.evaluate import Outcome, any_of, row_states
from .diagram import Diagram, Node

_Left = int  # a node of what is left
_IMPOSSIBLE: _Left = -1


class Rest:
    """What is left of a table once some questions are answered."""

    def __init__(self, diagram: Diagram, answers: Mapping[str, Answer]):
        self.diagram, self.answers = diagram, answers
        self.axes = diagram.table.axes
        self.reach = diagram.reach
        if self.reach.links:
            self.reach = Reach(self.axes, [column.starts for column in diagram.cover.axes], None, answers)
        self.positions = [axis.position(answers) for axis in self.axes]
        self._linked = frozenset(self.reach.linked)
        self._nodes: list[tuple[int, tuple[_Left, ...]] | None] = []  # None: an outcome
        self._numbers: dict[object, _Left] = {}
        self.outcomes: list[Outcome] = []
        self.root = self._build()

    @property
    def decided(self) -> bool:
        return len(self.outcomes) == 1

    def matter(self) -> tuple[str, ...]:
        """The questions whose answers still matter, in the order of the axes."""
        asked = {axis for axis, _ in filter(None, self._nodes)}
        found: dict[str, None] = {}
        linked = {id for index, link in enumerate(self.reach.links) for id in self._of_link(index, link)}
        for place, axis in enumerate(self.axes):
            if place in self._linked:
                found.update(dict.fromkeys(id for id in axis.reads if id in linked))
            elif place in asked:
                found[axis.id] = None
        return tuple(found)

    def walked(self) -> tuple[str, ...]:
        """The answered questions on every way from the root that open answers leave, in the order of the axes."""
        diagram, reach = self.diagram, self.reach
        walked: set[int] = set()
        ways = {(diagram.root, reach.whole): True}
        stack = list(ways)
        while stack:
            node, cells = stack.pop()
            if diagram.is_leaf(node):
                continue
            axis, children = diagram.branching(node).axis, diagram.branching(node).children
            position = self.positions[axis]
            if axis in self._linked or position is not None:
                walked.add(axis)
            here = None if position is None else diagram.cover.axes[axis].segment(position)
            for segment, child in enumerate(children):
                left = reach.after(cells, axis, segment) if here in (None, segment) else 0
                if left and (child, left) not in ways:  # each leads to the same leaf in the end, by answers of its own
                    ways[child, left] = True
                    stack.append((child, left))
        used = dict.fromkeys(id for axis in sorted(walked) for id in self.axes[axis].reads)
        return tuple(id for id in used if self._is_answered(id))

    def _is_answered(self, id: str) -> bool:
        domains = {axis.id: axis.domain for axis in self.axes if axis.tree is None}
        for link in self.reach.links:
            domains |= dict(zip(link.ids, link.domains, strict=True))
        return id in self.answers and domains[id].position(self.answers[id]) is not None

    def row_states(self) -> list[bool | None]:
        """For each row: it matches, it cannot match, or (None) open answers decide."""
        if not self.reach.links:
            return row_states(self.diagram.table, self.positions)
        return [any_of(self._box_state(box) for box in row.boxes) for row in self.diagram.table.rows]

    def _box_state(self, box: Box) -> bool | None:
        reach, left = self.reach, self.reach.whole
        state: bool | None = True
        for place, (axis, ranges, position) in enumerate(zip(self.axes, box, self.positions, strict=True)):
            if place in self._linked:
                starts = self.diagram.cover.axes[place].starts
                left = left and reach.only(left, place, [s for s, low in enumerate(starts) if holds(ranges, low)])
            elif position is None:
                state = state if ranges == everything(axis.domain.size) else None
            elif not holds(ranges, position):
                return False
        return False if not left else state if left == reach.whole else None

    def _build(self) -> _Left:
        """The diagram of what is left: reduced, where what no answers give is told apart."""
        diagram, reach, end = self.diagram, self.reach, len(self.axes)
        linked = [*sorted(self._linked), end]
        done: dict[tuple[int, int, Node], _Left] = {}

        def walk(number: int, cells: int, node: Node) -> _Left:
            """`number` counts the linked axes that are behind."""
            at = min(linked[number], end if diagram.is_leaf(node) else diagram.branching(node).axis)
            if at == end:
                return self._leaf(diagram.outcome(node))
            turns = not diagram.is_leaf(node) and diagram.branching(node).axis == at
            children = diagram.branching(node).children if turns else ()
            position = self.positions[at]
            if at not in self._linked and position is not None:
                return walk(number, cells, children[diagram.cover.axes[at].segment(position)])
            key = (number, cells, node)
            if key not in done:
                further = number + (at in self._linked)
                ways = [
                    walk(further, left, children[segment] if turns else node)
                    if (left := reach.after(cells, at, segment))
                    else _IMPOSSIBLE
                    for segment in range(diagram.cover.axes[at].segments)
                ]
                done[key] = self._branch(at, tuple(ways))
            return done[key]

        return walk(0, reach.whole, diagram.root)

    def _leaf(self, outcome: Outcome) -> _Left:
        if ("leaf", outcome) not in self._numbers:
            self.outcomes.append(outcome)
            self._numbers["leaf", outcome] = len(self._nodes)
            self._nodes.append(None)
        return self._numbers["leaf", outcome]

    def _branch(self, axis: int, ways: tuple[_Left, ...]) -> _Left:
        if len(set(ways)) == 1:
            return ways[0]
        if (axis, ways) not in self._numbers:
            self._numbers[axis, ways] = len(self._nodes)
            self._nodes.append((axis, ways))
        return self._numbers[axis, ways]

    def _of_link(self, index: int, link: Link) -> Iterator[str]:
        """The open questions of a link that matter."""
        numbers, cells = self.reach.numbers[index], self.reach.cells[index]
        kinds = {cell: self._cofactor(self.root, dict(zip(link.axes, cell, strict=True)), {}) for cell in cells}
        parts = numbers.known(self.answers)
        still = [place for place, (low, high) in enumerate(parts) if low < high]
        if len(set(kinds.values())) > 1:
            for place in still:
                if len(still) == 1 or _changes(
                    numbers, parts, place, [other for other in still if other != place], kinds
                ):
                    yield link.ids[place]

    def _cofactor(self, node: _Left, cell: Mapping[int, int], done: dict[_Left, _Left]) -> _Left:
        """What a node leads to in one cell of a link."""
        found = self._nodes[node] if node != _IMPOSSIBLE else None
        if found is None:
            return node
        if node not in done:
            axis, ways = found
            if axis in cell:
                done[node] = self._cofactor(ways[cell[axis]], cell, done)
            else:
                done[node] = self._branch(axis, tuple(self._cofactor(way, cell, done) for way in ways))
        return done[node]


def _changes(
    numbers: Numbers, parts: Parts, place: int, others: Collection[int], kinds: Mapping[tuple[int, ...], _Left]
) -> bool:
    """Whether some answers to the other questions leave it to this one what follows: their ranges are halved."""

    def lead_to(part: Sequence[Range]) -> int:
        return len({kinds[cell] for cell in numbers.found(part) if cell in kinds})

    waiting: list[tuple[Range, ...]] = [tuple(parts)]
    for part in waiting:
        if lead_to(part) == 1:
            continue
        middle = [((low + high) // 2,) * 2 if at in others else (low, high) for at, (low, high) in enumerate(part)]
        if lead_to(middle) > 1 or len(waiting) > LIMIT // 100:
            return True
        widest = max(sorted(others), key=lambda at: part[at][1] - part[at][0])
        low, high = part[widest]
        if low < high:
            half = (low + high) // 2
            waiting += [(*part[:widest], side, *part[widest + 1 :]) for side in ((low, half), (half + 1, high))]
    return False
