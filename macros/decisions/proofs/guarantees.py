"""Guarantees, proved for every combination of answers by walking the diagram, or broken with a witness.

A guarantee that would hold whatever the rules say is a flaw too: it proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...records.promises import Guarantee
from ..diagram.compiled import Compiled
from ..space.conditions import ConditionError, parse_cell
from ..space.regions import Box, everything
from ..tables.attainable import attainable
from ..tables.evaluate import first_values
from ..tables.search import Search
from ..tables.table import Table
from .flaw import Flaw, Where, say, say_outcome
from .monotone import broken_monotone


def broken_guarantees(decision: Compiled) -> Iterator[Flaw]:
    """Guarantees that some combination of answers breaks, anywhere in the graph, and those that none can break."""
    for index, guarantee in enumerate(decision.record.guarantees):
        where: Where = ("guarantees", index)
        try:
            within = _within_when(decision.table, guarantee)
        except ConditionError as error:
            yield Flaw((*where, "when"), error.wrong, f"allowed: {error.allowed}")
            continue
        unknown = [name for name in _named(guarantee) if name not in _outcome_ids(decision)]
        if unknown:
            yield Flaw(where, f"there is no outcome '{unknown[0]}'", f"one of {', '.join(_outcome_ids(decision))}")
        elif nothing := _proves_nothing(decision, guarantee, within):
            why, fix = nothing
            yield Flaw(where, f"the guarantee '{guarantee.id}' ({guarantee.says}) proves nothing: {why}", fix)
        elif guarantee.monotone:
            yield from broken_monotone(decision, guarantee, guarantee.monotone, within, where)
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


def _proves_nothing(decision: Compiled, guarantee: Guarantee, within: Box) -> tuple[str, str] | None:
    """Why a guarantee holds whatever the rules say, and the fix; None where it can fail."""
    if guarantee.never == () or guarantee.always == ():
        return "it names no outcome", "name at least one"
    if guarantee.always and not decision.table.many and set(guarantee.always) == set(_outcome_ids(decision)):
        return "it allows every outcome", "leave out those that must not happen"
    if not attainable(decision.table.axes, within):
        return "no combination of answers meets its `when`", "correct `when`"
    return None


def _broken_promise(decision: Compiled, guarantee: Guarantee, within: Box, where: Where) -> Iterator[Flaw]:
    many = decision.table.many
    for box, outcome in Search(decision.table, within).parts():
        values = set(first_values(outcome, many))
        broken = values & set(guarantee.never) if guarantee.never else not values & set(guarantee.always or ())
        if broken:
            yield Flaw(
                where,
                f"the guarantee '{guarantee.id}' ({guarantee.says}) does not hold for: {say(decision.table, box)}: "
                f"{say_outcome(decision, outcome)}",
                "change the rule that fires there, or the guarantee",
            )
            return
