"""What a table says: which rows match, and what the hit policy makes of them (OMG DMN 1.5, 8.2.10).

An unanswered input is neither true nor false: a cell about it is undecided, unless it is `-`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...records.decision import Aggregation, HitPolicy
from ..space.domain import Answer
from ..space.regions import Box, everything, holds
from .table import Table, Value, Values

Outcome = Values | tuple[Values, ...] | None
Positions = Sequence[int | None]


class AmbiguousTable(Exception):
    """Rows disagree where the hit policy says that they never do. A proved table cannot raise it."""


def positions_of(table: Table, answers: Mapping[str, Answer]) -> tuple[int | None, ...]:
    """Each axis' position under the answers, None where it is open."""
    return tuple(axis.position(answers) for axis in table.axes)


def row_states(table: Table, positions: Positions) -> list[bool | None]:
    """For each row: it matches, it cannot match, or (None) open answers decide."""
    return [any_of(_box_state(table, box, positions) for box in row.boxes) for row in table.rows]


def any_of(states: Iterable[bool | None]) -> bool | None:
    """Whether one of several states is true; None where an open one decides."""
    result: bool | None = False
    for state in states:
        if state:
            return True
        if state is None:
            result = None
    return result


def _box_state(table: Table, box: Box, positions: Positions) -> bool | None:
    state: bool | None = True
    for axis, ranges, position in zip(table.axes, box, positions, strict=True):
        if position is None:
            if ranges != everything(axis.domain.size):
                state = None
        elif not holds(ranges, position):
            return False
    return state


def matching_rows(table: Table, positions: Sequence[int]) -> list[int]:
    """Indexes of the rows that match complete positions, in rule order."""
    return [index for index, state in enumerate(row_states(table, positions)) if state]


def outcome_of(table: Table, matched: Sequence[int]) -> Outcome:
    """What the hit policy makes of the matched rows. None: no row matches and there is no default."""
    given = [table.rows[index].gives for index in matched]
    if not given and table.default is not None:
        return (table.default,) if table.many else table.default
    match table.policy:
        case HitPolicy.RULE_ORDER:
            return tuple(given)
        case HitPolicy.OUTPUT_ORDER:
            return tuple(sorted(given, key=table.rank))
        case HitPolicy.COLLECT:
            return _collected(table.aggregation, given)
        case _:
            return _single(table, given)


def _single(table: Table, given: list[Values]) -> Outcome:
    if not given:
        return None
    if table.policy is HitPolicy.UNIQUE and len(given) > 1:
        raise AmbiguousTable(f"{table.id}: {len(given)} rows match under UNIQUE")
    if table.policy is HitPolicy.ANY and len(set(given)) > 1:
        raise AmbiguousTable(f"{table.id}: rows disagree under ANY")
    return min(given, key=table.rank) if table.policy is HitPolicy.PRIORITY else given[0]


def _collected(aggregation: Aggregation, given: list[Values]) -> Outcome:
    if aggregation is Aggregation.LIST:
        return tuple(given)
    if aggregation is Aggregation.COUNT:
        # DMN counts results, so no match counts 0; the other aggregations of nothing have no value.
        return (len(given),)
    if not given:
        return None
    numbers: list[int] = [value for values in given for value in values if isinstance(value, int)]
    match aggregation:
        case Aggregation.SUM:
            return (sum(numbers),)
        case Aggregation.MIN:
            return (min(numbers),)
        case _:
            return (max(numbers),)


def fired_rows(table: Table, matched: Sequence[int]) -> tuple[int, ...]:
    """The matched rows that the result comes from."""
    if not matched:
        return ()
    match table.policy:
        case HitPolicy.FIRST | HitPolicy.UNIQUE | HitPolicy.ANY:
            return (matched[0],)
        case HitPolicy.PRIORITY:
            return (min(matched, key=lambda index: (table.rank(table.rows[index].gives), index)),)
        case HitPolicy.OUTPUT_ORDER:
            return tuple(sorted(matched, key=lambda index: (table.rank(table.rows[index].gives), index)))
        case _:
            return tuple(matched)


def results_in(outcome: Outcome, many: bool) -> tuple[Values, ...]:
    """An outcome as a list of results: one for a single hit, none where there is none."""
    if outcome is None:
        return ()
    return outcome if many else (outcome,)  # type: ignore[return-value]  # `many` says which


def first_values(outcome: Outcome, many: bool) -> tuple[Value, ...]:
    """The first output's value of every result."""
    return tuple(values[0] for values in results_in(outcome, many))
