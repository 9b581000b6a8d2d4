"""Monotone guarantees: as an answer goes along its order, the outcome never goes back along its own.

Every earlier answer is compared with every later one, not with its neighbour alone, and every outcome that these
answers can lead to has its place in the order: nothing is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..records.decision import Guarantee, Monotone
from .attainable import Reach
from .care import Care, care_of, less_careful
from .compiled import Compiled
from .diagram import Diagram
from .evaluate import Outcome, first_values
from .finding import Finding, Where, say, say_outcome
from .pairs import Judge, alone, first_wrong_pair
from .regions import Box, both, count
from .table import Table, Values


def broken_monotone(
    decision: Compiled, guarantee: Guarantee, monotone: Monotone, within: Box, where: Where
) -> Iterator[Finding]:
    """Where a monotone guarantee does not hold for the answers in `within`, or cannot be proved."""
    table, diagram = decision.table, decision.diagram
    name = f"the guarantee '{guarantee.id}'"
    index = next((place for place, axis in enumerate(table.axes) if axis.id == monotone.input), None)
    if index is None:
        ids = ", ".join(axis.id for axis in table.axes)
        yield Finding(where, f"{name} names '{monotone.input}', which is no input here", f"allowed: {ids}")
        return
    wrong = _wrong_order(table, monotone, index) or _left_out(decision, monotone, within)
    if wrong:
        yield Finding(where, f"{name}: {wrong[0]}", wrong[1])
        return
    steps = _steps(diagram, monotone, index, within)
    if count(within[index]) < 2 or (monotone.order and len(steps) < 2):
        yield Finding(where, f"{name} proves nothing: `when` leaves one answer to '{monotone.input}'", "widen `when`")
        return
    domain, care = table.axes[index].domain, _care(table, monotone)

    def backwards(earlier: Outcome, later: Outcome) -> bool:
        return less_careful(table, later, earlier, care)

    judge = Judge(alone(decision), lambda earlier, later: backwards(earlier[0], later[0]), backwards)
    for before, after in combinations(steps, 2):
        witness = first_wrong_pair(judge, index, (before, after), within)
        if witness:
            box, first, second = witness
            yield Finding(
                where,
                f"{name} ({guarantee.says}) does not hold for: {say(table, box)}: "
                f"'{domain.say(before)}' gives {say_outcome(decision, first[0])}, "
                f"'{domain.say(after)}' gives {say_outcome(decision, second[0])}",
                "change the rule that fires there, or the guarantee",
            )
            return


def _wrong_order(table: Table, monotone: Monotone, index: int) -> tuple[str, str] | None:
    """What is wrong with the answers that are to be compared, and the fix."""
    domain = table.axes[index].domain
    found = [domain.position(answer) for answer in monotone.order]
    if None in found or len(set(found)) < len(found) or (domain.kind == "choice" and len(found) < 2):
        return f"`order` names two or more answers to '{monotone.input}', each once", f"allowed: {domain.allowed}"
    for axis in table.axes:
        if axis.tree is not None and monotone.input in axis.reads:
            wrong = (
                f"'{axis.id}' is worked out from '{monotone.input}' and changes with it, so no proof can hold it still"
            )
            return wrong, f"promise it of '{axis.id}'"
    return None


def _left_out(decision: Compiled, monotone: Monotone, within: Box) -> tuple[str, str] | None:
    """An outcome that these answers can lead to and that has no place in the order."""
    if not monotone.outcomes:
        return None
    reached = decision.diagram.outcomes_within(within)
    values = dict.fromkeys(value for outcome in reached for value in first_values(outcome, decision.table.many))
    left_out = [str(value) for value in values if value not in monotone.outcomes]
    if not left_out:
        return None
    return (
        f"its `outcomes` leave out {' and '.join(map(repr, left_out))}, to which these answers can lead",
        "name them in their places, or narrow `when`",
    )


def _steps(diagram: Diagram, monotone: Monotone, index: int, within: Box) -> list[int]:
    """Positions of the answers to compare, in their order; of numbers that nothing tells apart, the first one."""
    if monotone.order:
        domain = diagram.table.axes[index].domain
        found = [domain.position(answer) for answer in monotone.order]
        return [position for position in found if position is not None and both(within[index], ((position, position),))]
    column = diagram.cover.axes[index]
    shared = [both(within[index], (column.positions((segment, segment)),)) for segment in range(column.segments)]
    if index not in diagram.reach.linked:
        return [ranges[0][0] for ranges in shared if ranges]
    reach = Reach(diagram.table.axes, [column.starts for column in diagram.cover.axes], within)
    given = [reach.at(index, segment) for segment, ranges in enumerate(shared) if ranges]
    return [position for position in given if position is not None]


def _care(table: Table, monotone: Monotone) -> Care:
    """How far along a result is: by the guarantee's own order of outcomes, by default the table's."""
    if not monotone.outcomes:
        return care_of(table)
    along = {name: place for place, name in enumerate(monotone.outcomes)}

    def care(values: Values) -> tuple[int, ...]:
        return (along.get(str(values[0]), -1),)  # one without a place is not led to from here

    return care
