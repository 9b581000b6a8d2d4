"""Two answers to one question, compared whatever else is answered: a walk over pairs of nodes, never a count.

Tables that are shown below each other are walked together, over one order of axes, so that what is compared is what
a reader sees.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .compiled import Compiled
from .diagram import Diagram, Node, diagram_of
from .evaluate import Outcome
from .regions import Box, Ranges, both, everything
from .table import Axis, Row, Table

Outcomes = tuple[Outcome, ...]  # one per table
Witness = tuple[Box, Outcomes, Outcomes]
_Nodes = tuple[Node, ...]


@dataclass(frozen=True)
class Together:
    """Diagrams over one order of axes. The last one is what is judged: where it cannot differ, nothing is compared."""

    axes: tuple[Axis, ...]
    diagrams: tuple[Diagram, ...]
    places: tuple[tuple[int, ...], ...]  # per diagram: where each of its axes stands in `axes`

    def place(self, id: str) -> int | None:
        return next((index for index, axis in enumerate(self.axes) if axis.id == id), None)

    @property
    def everything(self) -> Box:
        return tuple(everything(axis.domain.size) for axis in self.axes)


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


def first_wrong_pair(
    together: Together,
    axis: int,
    positions: tuple[int, int],
    within: Box,
    wrong: Callable[[Outcomes, Outcomes], bool],
) -> Witness | None:
    """Answers (of `within`) for which one position of `axis` and another lead to outcomes that are `wrong` together."""
    start = (*within[:axis], together.everything[axis], *within[axis + 1 :])
    ends = [_restricted(together, axis, position) for position in positions]
    parts = [_parts(together, index, ranges) for index, ranges in enumerate(start)]
    tops = [
        _tops(diagram, places, len(start)) for diagram, places in zip(together.diagrams, together.places, strict=True)
    ]
    nodes = [diagram.nodes for diagram in together.diagrams]
    seen: set[tuple[_Nodes, _Nodes]] = set()

    def below(found: _Nodes, at: int, segments: tuple[int, ...]) -> _Nodes:
        """Where nodes lead for a part of an axis; a node that does not ask about it stays."""
        return tuple(
            many[node].children[segment] if top[node] == at else node  # type: ignore[union-attr]  # no leaf asks
            for many, top, node, segment in zip(nodes, tops, found, segments, strict=True)
        )

    def walk(one: _Nodes, other: _Nodes, box: Box) -> Witness | None:
        at = min(top[node] for found in (one, other) for top, node in zip(tops, found, strict=True))
        if at == len(start):
            first, second = _outcomes(together, one), _outcomes(together, other)
            return (box, first, second) if wrong(first, second) else None
        for shared, segments in parts[at]:
            key = (below(one, at, segments), below(other, at, segments))
            if key[0][-1] == key[1][-1] or key in seen:
                continue
            seen.add(key)
            found = walk(*key, (*box[:at], shared, *box[at + 1 :]))
            if found:
                return found
        return None

    return None if ends[0][-1] == ends[1][-1] else walk(ends[0], ends[1], start)


def _restricted(together: Together, axis: int, position: int) -> _Nodes:
    """The nodes that decide the rest once an axis has its position."""
    return tuple(
        diagram.restricted(diagram.root, [position if place == axis else None for place in places])
        for diagram, places in zip(together.diagrams, together.places, strict=True)
    )


def _parts(together: Together, axis: int, within: Ranges) -> list[tuple[Ranges, tuple[int, ...]]]:
    """The positions of an axis that are in a range set, in parts that no diagram tells apart, each with its segment."""
    covers = [
        diagram.cover.axes[places.index(axis)] if axis in places else None
        for diagram, places in zip(together.diagrams, together.places, strict=True)
    ]
    starts = sorted({start for cover in covers if cover for start in cover.starts})
    spans = zip(starts, [*starts[1:], together.axes[axis].domain.size], strict=True)
    return [
        (shared, tuple(cover.segment(low) if cover else 0 for cover in covers))
        for low, high in spans
        if (shared := both(within, ((low, high - 1),)))
    ]


def _tops(diagram: Diagram, places: Sequence[int], end: int) -> list[int]:
    """For each node the axis that it asks about, and `end` for a leaf."""
    return [
        end if diagram.is_leaf(node) else places[diagram.branching(node).axis] for node in range(len(diagram.nodes))
    ]


def _outcomes(together: Together, nodes: Sequence[Node]) -> Outcomes:
    return tuple(diagram.outcome(node) for diagram, node in zip(together.diagrams, nodes, strict=True))
