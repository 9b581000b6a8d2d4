"""What is to be found in a table, by trying every combination of answers: the judge of the proofs.

It shares with them the table, the words of a guarantee, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product
from random import Random
from typing import Any

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.space.conditions import cell_text
from macros.decisions.space.regions import Box, Ranges, everything, normalised
from macros.decisions.tables.evaluate import Outcome
from macros.decisions.tables.table import Table
from macros.records.cells import Cell
from macros.records.decision import HitPolicy
from macros.records.promises import Guarantee, Monotone

from . import oracle

Point = oracle.Combination


def without(table: Table, rows: Iterable[int]) -> Table:
    gone = set(rows)
    return replace(table, rows=tuple(row for index, row in enumerate(table.rows) if index not in gone))


def with_one(table: Table, group: Sequence[int], place: int, box: Box) -> Table:
    """The table where one row, about a box, stands for a group of rows."""
    one = replace(table.rows[place], boxes=(box,))
    others = {*group} - {place}
    rows = [one if index == place else row for index, row in enumerate(table.rows) if index not in others]
    return replace(table, rows=tuple(rows))


def unmatched(table: Table, points: Iterable[Point]) -> set[Point]:
    """Combinations that no row matches."""
    return {point for point in points if not oracle.matched(table, point)}


def outcomes(table: Table, points: Iterable[Point]) -> dict[Point, Outcome]:
    return {point: oracle.outcome(table, point) for point in points}


def idle(table: Table, points: Iterable[Point]) -> tuple[set[int], set[int]]:
    """Rows that no answers meet, and rows that others always pass over."""
    met: set[int] = set()
    counted: set[int] = set()
    for point in points:
        found = [i for i, row in enumerate(table.rows) if any(oracle.in_box(point, box) for box in row.boxes)]
        met |= set(found)
        if table.policy is HitPolicy.FIRST:
            counted |= set(found[:1])
        elif table.policy is HitPolicy.PRIORITY and found:
            counted.add(min(found, key=lambda i: (table.rank(table.rows[i].gives), i)))
        else:
            counted |= set(found)
    every = set(range(len(table.rows)))
    return every - met, met - counted


def segments(table: Table, axis: int) -> list[int]:
    """Of each position of an axis, a number that is the same for neighbours that no row tells apart."""
    marks: list[int] = []
    before: list[bool] = []
    for position in range(table.axes[axis].domain.size):
        kind = [low <= position <= high for row in table.rows for box in row.boxes for low, high in box[axis]]
        marks.append(marks[-1] + (kind != before) if marks else 0)
        before = kind
    return marks


def matters(table: Table, axis: int, points: Iterable[Point]) -> bool:
    """Whether two combinations that rules see alike but for one axis lead to different outcomes."""
    marks = [segments(table, place) for place in range(len(table.axes))]
    seen: dict[Point, set[Outcome]] = {}
    for point in points:
        key = tuple(marks[place][at] for place, at in enumerate(point) if place != axis)
        seen.setdefault(key, set()).add(oracle.outcome(table, point))
    return any(len(found) > 1 for found in seen.values())


# ── Guarantees by chance ─────────────────────────────────────────────────────────────────────────────────────────


def guaranteed(decision: Compiled, chance: Random) -> tuple[Compiled, Guarantee, Box]:
    """The decision with one guarantee, made by chance, and the box that it is about."""
    table = decision.table
    box = tuple(_some(chance, axis.domain.size) for axis in table.axes)
    when = {
        axis.id: cell_text(ranges, axis.domain)
        for axis, ranges in zip(table.axes, box, strict=True)
        if ranges != everything(axis.domain.size)
    }
    values = table.outputs[0].values
    some = tuple(value for value in values if chance.random() < 0.4) or values[:1]
    promise: dict[str, Any] = chance.choice(({"never": some}, {"always": some}))
    made = Guarantee.model_construct(
        **(
            {"id": "g", "says": "so", "when": when, "never": None, "always": None, "monotone": None, "hazards": ()}
            | promise
        )
    )
    return replace(decision, record=decision.record.model_copy(update={"guarantees": (made,)})), made, box


def breaks(table: Table, guarantee: Guarantee, box: Box, points: Iterable[Point]) -> bool | None:
    """Whether some answers break a promise; None where none are in its box."""
    inside = [point for point in points if oracle.in_box(point, box)]
    broken = False
    for point in inside:
        outcome = oracle.outcome(table, point)
        results: Any = outcome if table.many else (outcome,) if outcome is not None else ()
        values = {values[0] for values in results or ()}
        if guarantee.never is not None:
            broken |= bool(values & set(guarantee.never))
        else:
            broken |= not values & set(guarantee.always or ())
    return broken if inside else None


def never_back(decision: Compiled, chance: Random) -> tuple[Compiled, int, Box]:
    """The decision with a monotone guarantee by chance about a number or a choice that nothing is read from."""
    table = decision.table
    read = {id for axis in table.axes if axis.tree is not None for id in axis.reads}
    able = [place for place, axis in enumerate(table.axes) if axis.id not in read and axis.domain.kind != "boolean"]
    place = chance.choice(able) if able else -1
    if place < 0:
        return decision, place, ()
    axis = table.axes[place]
    box = tuple(
        everything(axis.domain.size) if at == place else _some(chance, axis.domain.size)
        for at, axis in enumerate(table.axes)
    )
    when: dict[str, Cell] = {
        axis.id: cell_text(ranges, axis.domain)
        for axis, ranges in zip(table.axes, box, strict=True)
        if ranges != everything(axis.domain.size)
    }
    made = Guarantee.model_construct(
        id="g",
        says="so",
        when=when,
        never=None,
        always=None,
        hazards=(),
        monotone=Monotone.model_construct(input=axis.id, order=axis.domain.ids, outcomes=()),
    )
    return replace(decision, record=decision.record.model_copy(update={"guarantees": (made,)})), place, box


def goes_back(table: Table, axis: int, box: Box, points: Iterable[Point]) -> bool:
    """Whether an answer further along its order leads to a less careful result, all else the same to the rules."""
    marks = [segments(table, place) for place in range(len(table.axes))]
    seen: dict[Point, list[tuple[int, Outcome]]] = {}
    for point in points:
        if oracle.in_box(point, box):
            key = tuple(marks[place][at] for place, at in enumerate(point) if place != axis)
            seen.setdefault(key, []).append((point[axis], oracle.outcome(table, point)))
    return any(
        a < b and _less_careful(table, later, earlier)
        for found in seen.values()
        for (a, earlier), (b, later) in product(found, found)
    )


def _less_careful(table: Table, outcome: Outcome, than: Outcome) -> bool:
    def results(one: Outcome) -> list[Any]:
        return [] if one is None else list(one) if table.many else [one]

    def care(values: Any) -> list[int]:
        return [
            value if isinstance(value, int) else -column.values.index(value)
            for column, value in zip(table.outputs, values, strict=True)
        ]

    has, had = results(outcome), results(than)
    gained = [care(values) for values in has if values not in had]
    return any(values not in has and not any(new >= care(values) for new in gained) for values in had)


def _some(chance: Random, size: int) -> Ranges:
    if chance.random() < 0.5:
        return everything(size)
    low, high = sorted((chance.randrange(size), chance.randrange(size)))
    return normalised([(low, high)])
