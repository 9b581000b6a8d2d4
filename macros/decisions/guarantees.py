"""Guarantees, proved for every combination of answers by walking the diagram, or broken with a witness."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ..records.decision import Guarantee, Monotone
from .compiled import Compiled
from .conditions import ConditionError, parse_cell
from .diagram import Diagram, Node
from .evaluate import first_values
from .finding import Finding, Where, say, say_outcome
from .regions import Box, Ranges, both, everything
from .table import Table


def broken_guarantees(decision: Compiled) -> Iterator[Finding]:
    """Guarantees that some combination of answers breaks, anywhere in the graph."""
    for index, guarantee in enumerate(decision.record.guarantees):
        where: Where = ("guarantees", index)
        try:
            within = _within_when(decision.table, guarantee)
        except ConditionError as error:
            yield Finding((*where, "when"), error.wrong, f"allowed: {error.allowed}")
            continue
        unknown = [name for name in _named(guarantee) if name not in _outcome_ids(decision)]
        if unknown:
            yield Finding(where, f"there is no outcome '{unknown[0]}'", f"one of {', '.join(_outcome_ids(decision))}")
        elif guarantee.monotone:
            yield from _not_monotone(decision, guarantee.monotone, guarantee, within, where)
        else:
            yield from _broken_promise(decision, guarantee, within, where)


def _outcome_ids(decision: Compiled) -> tuple[str, ...]:
    return decision.table.outputs[0].values


def _named(guarantee: Guarantee) -> tuple[str, ...]:
    return guarantee.never or guarantee.always or (guarantee.monotone.outcomes if guarantee.monotone else ())


def _within_when(table: Table, guarantee: Guarantee) -> Box:
    """The box that a guarantee's `when` names."""
    box = [everything(domain.size) for domain in table.domains]
    axes = {axis.id: index for index, axis in enumerate(table.axes)}
    for id, cell in guarantee.when.items():
        if id not in axes:
            raise ConditionError(
                f"the guarantee '{guarantee.id}' names '{id}', which is no input here", ", ".join(axes)
            )
        box[axes[id]] = parse_cell(cell, table.axes[axes[id]].domain)
    return tuple(box)


def _broken_promise(decision: Compiled, guarantee: Guarantee, within: Box, where: Where) -> Iterator[Finding]:
    many = decision.table.many
    for box, outcome in decision.diagram.regions(within):
        values = set(first_values(outcome, many))
        broken = values & set(guarantee.never or ()) if guarantee.never else not values & set(guarantee.always or ())
        if broken:
            yield Finding(
                where,
                f"the guarantee '{guarantee.id}' ({guarantee.says}) does not hold for: {say(decision.table, box)}: "
                f"{say_outcome(decision, outcome)}",
                "change the rule that fires there, or the guarantee",
            )
            return


def _not_monotone(
    decision: Compiled, monotone: Monotone, guarantee: Guarantee, within: Box, where: Where
) -> Iterator[Finding]:
    """Walks pairs of nodes that differ in one input only: the later one's outcome must not rank lower."""
    table, diagram = decision.table, decision.diagram
    index = next((i for i, axis in enumerate(table.axes) if axis.id == monotone.input), None)
    if index is None:
        ids = ", ".join(axis.id for axis in table.axes)
        yield Finding(where, f"the guarantee '{guarantee.id}' names '{monotone.input}', which is no input here", ids)
        return
    domain = table.axes[index].domain
    wrong = [answer for answer in monotone.order if domain.position(answer) is None]
    if wrong or (domain.kind == "choice" and len(monotone.order) < 2):
        yield Finding(where, f"`order` names answers of '{monotone.input}'", f"allowed: {domain.allowed}")
        return
    column = diagram.cover.axes[index]
    steps = (
        [column.segment(position) for answer in monotone.order if (position := domain.position(answer)) is not None]
        if monotone.order
        else list(range(column.segments))
    )
    for before, after in pairwise(steps):
        witness = _falling(decision, monotone, within, index, before, after)
        if witness:
            box, first, second = witness
            yield Finding(
                where,
                f"the guarantee '{guarantee.id}' ({guarantee.says}) does not hold for: {say(table, box)}: "
                f"'{domain.say(column.starts[before])}' gives {first}, "
                f"'{domain.say(column.starts[after])}' gives {second}",
                "change the rule that fires there, or the guarantee",
            )
            return


def _falling(
    decision: Compiled, monotone: Monotone, within: Box, index: int, before: int, after: int
) -> tuple[Box, str, str] | None:
    """A box on which going from one segment of axis `index` to a later one lowers the outcome."""
    diagram, table = decision.diagram, decision.table
    order = monotone.outcomes or tuple(reversed(_outcome_ids(decision)))
    ranks = {name: rank for rank, name in enumerate(order)}
    positions: list[int | None] = [None] * len(table.axes)

    start = tuple(
        everything(d.size) if i == index else r for i, (d, r) in enumerate(zip(table.domains, within, strict=True))
    )

    def fixed(segment: int) -> Node:
        positions[index] = diagram.cover.axes[index].starts[segment]
        return diagram.restricted(diagram.root, positions)

    @cache
    def segments(axis: int) -> list[tuple[int, Ranges]]:
        """The segments of an axis that the guarantee is about, each with its positions."""
        column = diagram.cover.axes[axis]
        parts = [
            (segment, both(start[axis], (column.positions((segment, segment)),))) for segment in range(column.segments)
        ]
        return [(segment, shared) for segment, shared in parts if shared]

    seen: set[tuple[Node, Node]] = set()

    def walk(one: Node, other: Node, box: Box) -> tuple[Box, str, str] | None:
        if diagram.is_leaf(one) and diagram.is_leaf(other):
            first, second = diagram.outcome(one), diagram.outcome(other)
            a = [ranks[v] for v in first_values(first, table.many) if v in ranks]
            b = [ranks[v] for v in first_values(second, table.many) if v in ranks]
            return (
                (box, say_outcome(decision, first), say_outcome(decision, second)) if a and b and b[0] < a[0] else None
            )
        axis = min(diagram.branching(node).axis for node in (one, other) if not diagram.is_leaf(node))
        for segment, shared in segments(axis):
            key = (_child(diagram, one, axis, segment), _child(diagram, other, axis, segment))
            if key[0] == key[1] or key in seen:  # from one node on, nothing differs any more
                continue
            seen.add(key)
            found = walk(*key, (*box[:axis], shared, *box[axis + 1 :]))
            if found:
                return found
        return None

    return walk(fixed(before), fixed(after), start)


def _child(diagram: Diagram, node: Node, axis: int, segment: int) -> Node:
    """Where a node leads for a segment of an axis; itself where it does not ask about that axis."""
    if diagram.is_leaf(node) or diagram.branching(node).axis != axis:
        return node
    return diagram.branching(node).children[segment]
