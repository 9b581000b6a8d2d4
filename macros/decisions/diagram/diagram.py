"""A table as a decision diagram: from each node one branch per segment of an axis, shared where what follows is
the same. A node stands only where its axis can still change the outcome, so the first open node is the next
question, and what can still matter is what can still be reached.

Where derived values link axes (attainable.py), only cells that some answers give are followed. A branch that none
takes leads where its neighbour leads, so that no node asks for its sake.

Reduced, ordered multi-valued decision diagrams (after R. E. Bryant, Graph-Based Algorithms for Boolean Function
Manipulation, IEEE Transactions on Computers C-35(8), 1986), built straight from the rows: two partial runs lead to
the same node when the same boxes are still alive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...records.decision import HitPolicy
from ..space.cover import Cover, bits, cover_of
from ..space.regions import Box, Ranges, both, merged, normalised
from ..tables.attainable import Reach
from ..tables.evaluate import Outcome, outcome_of
from ..tables.table import Table

Node = int


@dataclass(frozen=True)
class Branching:
    """A node that asks: the child for each segment of its axis."""

    axis: int
    children: tuple[Node, ...]


@dataclass
class Diagram:
    """Nodes by number; leaves hold outcomes. `root` decides the whole table."""

    table: Table
    cover: Cover
    reach: Reach
    nodes: list[Branching | Outcome] = field(default_factory=list)
    root: Node = 0
    _known: dict[object, Node] = field(default_factory=dict, repr=False)
    _ways: dict[Node, list[tuple[Ranges, Node]]] = field(default_factory=dict, repr=False)
    _fixed: dict[tuple[int, int], Node] = field(default_factory=dict, repr=False)

    def is_leaf(self, node: Node) -> bool:
        return not isinstance(self.nodes[node], Branching)

    def branching(self, node: Node) -> Branching:
        found = self.nodes[node]
        assert isinstance(found, Branching)
        return found

    def outcome(self, node: Node) -> Outcome:
        found = self.nodes[node]
        assert not isinstance(found, Branching)
        return found

    def leaf(self, outcome: Outcome) -> Node:
        return self._number(("leaf", outcome), outcome)

    def branch(self, axis: int, children: tuple[Node, ...]) -> Node:
        """The node with these children; their common child where they do not differ."""
        if len(set(children)) == 1:
            return children[0]
        return self._number((axis, children), Branching(axis, children))

    def _number(self, key: object, content: Branching | Outcome) -> Node:
        if key not in self._known:
            self._known[key] = len(self.nodes)
            self.nodes.append(content)
        return self._known[key]

    def restricted(self, node: Node, positions: Sequence[int | None]) -> Node:
        """The node that decides what is left once the given axes have their positions."""
        done: dict[Node, Node] = {}

        def walk(current: Node) -> Node:
            if self.is_leaf(current):
                return current
            if current not in done:
                branching = self.branching(current)
                position = positions[branching.axis]
                if position is not None:
                    segment = self.cover.axes[branching.axis].segment(position)
                    done[current] = walk(branching.children[segment])
                else:
                    done[current] = self.branch(branching.axis, tuple(walk(child) for child in branching.children))
            return done[current]

        return walk(node)

    def fixed(self, axis: int, position: int) -> Node:
        """The node that decides the whole table once one axis has a position."""
        segment = self.cover.axes[axis].segment(position)
        if (axis, segment) not in self._fixed:
            self._fixed[axis, segment] = self.restricted(
                self.root, [position if place == axis else None for place in range(len(self.table.axes))]
            )
        return self._fixed[axis, segment]

    def reachable(self, node: Node) -> list[Node]:
        """Every node below and including `node`, parents before their children."""
        seen: dict[Node, None] = {}
        stack = [node]
        while stack:
            current = stack.pop()
            if current in seen:
                continue
            seen[current] = None
            if not self.is_leaf(current):
                stack.extend(child for _, child in reversed(self.ways(current)))
        return sorted(seen, key=self._axis_of)

    def _axis_of(self, node: Node) -> int:
        return len(self.table.axes) if self.is_leaf(node) else self.branching(node).axis

    def axes_below(self, node: Node) -> list[int]:
        """The axes that can still change the outcome, in order."""
        return sorted({self.branching(found).axis for found in self.reachable(node) if not self.is_leaf(found)})

    def outcomes_below(self, node: Node) -> list[Outcome]:
        """The outcomes that can still be reached, each once."""
        return [self.outcome(found) for found in self.reachable(node) if self.is_leaf(found)]

    def ways(self, node: Node) -> list[tuple[Ranges, Node]]:
        """Where a node's answers lead, answers that lead the same way together, in the order of the first."""
        if node not in self._ways:
            branching = self.branching(node)
            axis = self.cover.axes[branching.axis]
            groups: dict[Node, list[tuple[int, int]]] = {}
            for segment, child in enumerate(branching.children):
                groups.setdefault(child, []).append(axis.positions((segment, segment)))
            self._ways[node] = [(normalised(ranges), child) for child, ranges in groups.items()]
        return self._ways[node]

    def regions(self) -> Iterator[tuple[Box, Outcome]]:
        """Disjoint boxes with their outcomes, which hold every combination that some answers give."""
        whole: Box = tuple(((0, axis.domain.size - 1),) for axis in self.table.axes)
        reach = self.reach
        linked = frozenset(reach.linked)

        def walk(node: Node, box: Box, cells: int) -> Iterator[tuple[Box, Outcome]]:
            if self.is_leaf(node):
                yield box, self.outcome(node)
                return
            axis = self.branching(node).axis
            for ranges, child in self.ways(node):
                shared, left = both(box[axis], ranges), cells
                if shared and axis in linked:
                    turns = [s for s, other in enumerate(self.branching(node).children) if other == child]
                    left = reach.only(cells, axis, turns)
                if shared and left:
                    yield from walk(child, (*box[:axis], shared, *box[axis + 1 :]), left)

        yield from walk(self.root, whole, reach.whole)

    def boxes_of(self, outcome: Outcome) -> list[Box]:
        """Where the table gives `outcome`, as few disjoint boxes as merging finds."""
        return merged([box for box, found in self.regions() if found == outcome])


def diagram_of(table: Table) -> Diagram:
    """The diagram of a table, over its axes in their order."""
    ranked = _ranked(table)
    cover = cover_of([table.rows[index].boxes for index in ranked], [domain.size for domain in table.domains])
    reach = Reach(table.axes, [column.starts for column in cover.axes])
    diagram = Diagram(table, cover, reach)
    depth = len(cover.axes)
    open_from = _open_from(cover)
    one_counts = table.policy in (HitPolicy.FIRST, HitPolicy.PRIORITY)
    memo: dict[tuple[int, int, int], Node] = {}

    def build(axis: int, live: int, cells: int) -> Node:
        if one_counts:
            live = _until_first_certain(live, open_from[axis])
        if axis == depth:
            rows = sorted({ranked[cover.owner[bit]] for bit in bits(live)})
            return diagram.leaf(outcome_of(table, rows))
        if (axis, live, cells) not in memo:
            cover.steps.take()
            column = cover.axes[axis]
            children = [
                build(axis + 1, live & column.meets((s, s)), left) if (left := reach.after(cells, axis, s)) else None
                for s in range(column.segments)
            ]
            memo[axis, live, cells] = diagram.branch(axis, _filled(children))
        return memo[axis, live, cells]

    diagram.root = build(0, (1 << len(cover.boxes)) - 1, reach.whole)
    return diagram


def _filled(children: Sequence[Node | None]) -> tuple[Node, ...]:
    """A branch that no answers take leads where the one before it leads, or the first that some do take."""
    last = next(child for child in children if child is not None)
    return tuple(last := last if child is None else child for child in children)


def _ranked(table: Table) -> list[int]:
    """The rows' places, those that pass over others first; in their order where none does."""
    places = range(len(table.rows))
    if table.policy is HitPolicy.PRIORITY:
        return sorted(places, key=lambda index: table.rank(table.rows[index].gives))
    return list(places)


def _open_from(cover: Cover) -> list[int]:
    """Per axis: the boxes that accept anything on it and on every later one."""
    result = [(1 << len(cover.boxes)) - 1]
    for column in reversed(cover.axes):
        result.append(result[-1] & column.holds((0, column.segments - 1)))
    return result[::-1]


def _until_first_certain(live: int, certain: int) -> int:
    """Rows that come after one that is certain to match can no longer be hit."""
    found = live & certain
    return live & (((found & -found) << 1) - 1) if found else live
