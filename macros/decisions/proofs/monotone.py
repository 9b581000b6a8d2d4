"""Monotone guarantees: as an answer goes along its order, the outcome never goes back along its own.

Every earlier answer is compared with every later one, not with its neighbour alone, and every outcome that these
answers can lead to has its place in the order: nothing is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from ...records.promises import Guarantee, Monotone
from ..diagram.compiled import Compiled
from ..space.regions import Box, both, count, holds
from ..tables.attainable import Reach
from ..tables.evaluate import Outcome, first_values
from ..tables.search import Search
from ..tables.table import Table, Values
from .care import Care, care_of, less_careful
from .flaw import Flaw, Where, say, say_outcome


def broken_monotone(
    decision: Compiled, guarantee: Guarantee, monotone: Monotone, within: Box, where: Where
) -> Iterator[Flaw]:
    """Where a monotone guarantee does not hold for the answers in `within`, or cannot be proved."""
    table = decision.table
    name = f"the guarantee '{guarantee.id}'"
    index = next((place for place, axis in enumerate(table.axes) if axis.id == monotone.input), None)
    if index is None:
        ids = ", ".join(axis.id for axis in table.axes)
        yield Flaw(where, f"{name} names '{monotone.input}', which is no input here", f"allowed: {ids}")
        return
    wrong = _wrong_order(table, monotone, index) or _left_out(decision, monotone, within)
    if wrong:
        yield Flaw(where, f"{name}: {wrong[0]}", wrong[1])
        return
    search = Search(table, within)
    steps = _steps(search, monotone, index, within)
    if count(within[index]) < 2 or (monotone.order and len(steps) < 2):
        yield Flaw(where, f"{name} proves nothing: `when` leaves one answer to '{monotone.input}'", "widen `when`")
        return
    domain, care, column = table.axes[index].domain, _care(table, monotone), search.cover.axes[index]

    def backwards(earlier: Outcome, later: Outcome) -> bool:
        return less_careful(table, later, earlier, care)

    # One result alone is as careful as another, or more, or less: then no later answer goes back if no next one does.
    # A list may go back by two steps though by neither of them; and of linked axes a step may be impossible.
    chain = search.single and index not in search.linked
    for before, after in pairwise(steps) if chain else combinations(steps, 2):
        witness = search.differ(index, column.segment(before), column.segment(after), backwards)
        if witness:
            box, first, second = witness
            yield Flaw(
                where,
                f"{name} ({guarantee.says}) does not hold for: {say(table, box)}: "
                f"'{domain.say(before)}' gives {say_outcome(decision, first)}, "
                f"'{domain.say(after)}' gives {say_outcome(decision, second)}",
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
    parts = Search(decision.table, within).parts()
    values = dict.fromkeys(value for _, outcome in parts for value in first_values(outcome, decision.table.many))
    left_out = [str(value) for value in values if value not in monotone.outcomes]
    if not left_out:
        return None
    return (
        f"its `outcomes` leave out {' and '.join(map(repr, left_out))}, to which these answers can lead",
        "name them in their places, or narrow `when`",
    )


def _steps(search: Search, monotone: Monotone, index: int, within: Box) -> list[int]:
    """Positions of the answers to compare, in their order; of numbers that nothing tells apart, the first one."""
    column, axes = search.cover.axes[index], search.table.axes
    if monotone.order:
        found = [axes[index].domain.position(answer) for answer in monotone.order]
        return [position for position in found if position is not None and both(within[index], ((position, position),))]
    inside = [segment for segment in range(column.segments) if holds(within[index], column.starts[segment])]
    if index not in search.linked:
        return [column.starts[segment] for segment in inside]
    reach = Reach(axes, [other.starts for other in search.cover.axes], within)
    given = [reach.at(index, segment) for segment in inside]
    return [position for position in given if position is not None]


def _care(table: Table, monotone: Monotone) -> Care:
    """How far along a result is: by the guarantee's own order of outcomes, by default the table's."""
    if not monotone.outcomes:
        return care_of(table)
    along = {name: place for place, name in enumerate(monotone.outcomes)}

    def care(values: Values) -> tuple[int, ...]:
        return (along.get(str(values[0]), -1),)  # one without a place is not led to from here

    return care
