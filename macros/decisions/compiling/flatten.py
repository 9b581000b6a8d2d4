"""A graph of decisions as one table over questions: a cell about another decision becomes boxes of answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..diagram.compiled import Compiled
from ..space.regions import Box, Ranges, both, everything, holds, merged
from ..tables.evaluate import first_values
from ..tables.table import Axis, Row, Table


def flattened(table: Table, done: Mapping[str, Compiled]) -> tuple[Table, Callable[[Box], list[Box]]]:
    """The same decision over questions and derived values only, and what makes a box of the one boxes of the other.

    Rows keep their order, ids and results.
    """
    if not any(axis.decision for axis in table.axes):
        return table, lambda box: [box]
    axes = _flat_axes(table, done)
    made = Table(
        table.id,
        tuple(axes.values()),
        tuple(Row(row.id, tuple(_flat_boxes(table, row.boxes, axes, done)), row.gives) for row in table.rows),
        table.policy,
        table.aggregation,
        table.outputs,
        table.default,
    )
    return made, lambda box: _flat_boxes(table, (box,), axes, done)


def _flat_axes(table: Table, done: Mapping[str, Compiled]) -> dict[str, Axis]:
    """Every question and derived value of the graph, once, those of a required decision in its place."""
    axes: dict[str, Axis] = {}
    for axis in table.axes:
        for flat in done[axis.decision].table.axes if axis.decision else (axis,):
            axes.setdefault(flat.id, flat)
    return axes


def _flat_boxes(table: Table, row: Sequence[Box], axes: Mapping[str, Axis], done: Mapping[str, Compiled]) -> list[Box]:
    """A row's boxes over the flat axes: disjoint, as few as merging finds."""
    boxes: list[dict[str, Ranges]] = [{id: everything(axis.domain.size) for id, axis in axes.items()}]
    for box in row:
        for axis, ranges in zip(table.axes, box, strict=True):
            if axis.decision is None:
                boxes = [narrowed for known in boxes if (narrowed := _narrowed(known, {axis.id: ranges}))]
            elif ranges != everything(axis.domain.size):
                where = _where(done[axis.decision], axis, ranges)
                boxes = [narrowed for known in boxes for part in where if (narrowed := _narrowed(known, part))]
    return merged([tuple(box.values()) for box in boxes])


def _where(required: Compiled, axis: Axis, wanted: Ranges) -> list[dict[str, Ranges]]:
    """The answers that lead a required decision to one of the wanted outcomes."""
    boxes = []
    for box, outcome in required.diagram.regions():
        values = first_values(outcome, many=False)
        position = axis.domain.position(values[0]) if values else None
        if position is not None and holds(wanted, position):
            boxes.append(box)
    ids = [flat.id for flat in required.table.axes]
    return [dict(zip(ids, box, strict=True)) for box in merged(boxes)]


def _narrowed(box: Mapping[str, Ranges], by: Mapping[str, Ranges]) -> dict[str, Ranges] | None:
    result = dict(box)
    for id, ranges in by.items():
        result[id] = both(result[id], ranges)
        if not result[id]:
            return None
    return result
