"""Small tables made by chance from a seed, the same on every machine: every hit policy, every kind of input.

They are built as tables, past the reading of records: that is what makes tens of thousands of them affordable.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from math import prod
from random import Random
from typing import Any

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.space.domain import YES_NO, Answer, Domain
from macros.decisions.space.expressions import ExpressionError, Tree, bounds_of, inputs_of
from macros.decisions.space.regions import Box, Ranges, everything, normalised
from macros.decisions.tables.table import Axis, OutputColumn, Question, Row, Table, Values
from macros.records.decision import Aggregation, Decision, HitPolicy, Version

# Every hit policy, and each aggregation of COLLECT.
POLICIES = [
    *((policy, Aggregation.LIST) for policy in HitPolicy),
    *((HitPolicy.COLLECT, aggregation) for aggregation in Aggregation if aggregation is not Aggregation.LIST),
]
MOST_COMBINATIONS = 4000

# What the browser's data takes from a record; the rest of one is not read there.
_WORDS: dict[str, Any] = {"title": "Generated", "shows": (), "together_with": (), "inputs": (), "unsure": ()}
_VERSION: dict[str, Any] = {"version": 1, "date": datetime.date(2026, 1, 1), "change": ""}
_RECORD = Decision.model_construct(**_WORDS, history=(Version.model_construct(**_VERSION),))


def generated(count: int, seed: int = 0) -> Iterator[tuple[Compiled, Random]]:
    """That many decisions, each with the source of chance for choosing answers to it."""
    for number in range(count):
        chance = Random(f"{seed}.{number}")
        yield decision(f"made-{number}", chance, *POLICIES[number % len(POLICIES)]), chance


def decision(id: str, chance: Random, policy: HitPolicy, aggregation: Aggregation) -> Compiled:
    """One decision under a hit policy."""
    axes, questions = _axes(chance)
    outputs = _outputs(chance, aggregation)
    single = policy in (HitPolicy.UNIQUE, HitPolicy.ANY)
    rows = _disjoint_rows(chance, axes, outputs, policy) if single else _rows(chance, axes, outputs)
    default = _gives(chance, outputs) if aggregation is Aggregation.LIST and chance.random() < 0.4 else None
    table = Table(id, axes, rows, policy, aggregation, outputs, default)
    return Compiled(id, _RECORD, table, table, questions, "", {})


# ── Inputs ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _axes(chance: Random) -> tuple[tuple[Axis, ...], dict[str, Question]]:
    questions = {f"q{index}": _question(f"q{index}", chance) for index in range(chance.randint(1, 4))}
    axes = [Axis(id, id, question.domain, question=question) for id, question in questions.items()]
    numbers = {id: question.domain for id, question in questions.items() if question.domain.kind == "integer"}
    if numbers and chance.random() < 0.5:
        derived = _derived(chance, numbers)
        if derived:
            only_read = derived.reads[0] if chance.random() < 0.3 else None  # a number that is no column of the table
            axes = [axis for axis in axes if axis.id != only_read]
            axes.insert(chance.randint(0, len(axes)), derived)
    while prod(axis.domain.size for axis in axes if axis.tree is None) > MOST_COMBINATIONS:
        axes.pop()
    read = {id for axis in axes for id in axis.reads}
    return tuple(axes), {id: question for id, question in questions.items() if id in read}


def _question(id: str, chance: Random) -> Question:
    kind = chance.choice(("choice", "choice", "boolean", "integer", "integer"))
    options: dict[str, str] = {}
    if kind == "boolean":
        domain, options = YES_NO, {"false": "No", "true": "Yes"}
    elif kind == "integer":
        domain = Domain("integer", chance.randint(2, 9), low=chance.randint(-9, 9), step=chance.choice((1, 1, 2, 5)))
    else:
        ids = ("a", "b", "c", "d")[: chance.randint(2, 4)]
        aliases = {"not-sure": chance.randrange(len(ids))} if chance.random() < 0.4 else {}
        domain = Domain("choice", len(ids), ids, ids, aliases)
        options = {answer: answer for answer in (*ids, *aliases)}
    return Question(id, id, id, "", domain, options, {})


def _derived(chance: Random, numbers: dict[str, Domain]) -> Axis | None:
    """A whole-number expression over one or two questions, unless it might divide by zero or reaches too far."""
    tree = _tree(chance, list(numbers), 2)
    if not inputs_of(tree):
        return None
    try:
        low, high = bounds_of(tree, {id: (domain.low, domain.high) for id, domain in numbers.items()})
    except ExpressionError:
        return None
    if low == high:
        return None
    of = tuple(numbers[id] for id in inputs_of(tree))
    return Axis("derived", "derived", Domain("integer", high - low + 1, low=low), tree=tree, of=of)


def _tree(chance: Random, ids: list[str], depth: int) -> Tree:
    if depth == 0 or chance.random() < 0.2:
        return chance.choice(ids) if chance.random() < 0.7 else chance.randint(0, 12)
    sign = chance.choice(("+", "-", "*", "//", "min", "max"))
    return sign, _tree(chance, ids, depth - 1), _tree(chance, ids, depth - 1)


# ── Rules ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _outputs(chance: Random, aggregation: Aggregation) -> tuple[OutputColumn, ...]:
    number = OutputColumn("n", "n", numbers=Domain("integer", 9, low=-4))
    if aggregation in (Aggregation.SUM, Aggregation.MIN, Aggregation.MAX):
        return (number,)
    text = OutputColumn("t", "t", ("one", "two", "three"), ("one", "two", "three"))
    made = chance.choice(((text,), (text,), (number,), (text, number)))
    return made[:1] if aggregation is Aggregation.COUNT else made


def _gives(chance: Random, outputs: tuple[OutputColumn, ...]) -> Values:
    return tuple(chance.choice(column.values) if column.values else chance.randint(-2, 4) for column in outputs)


def _rows(chance: Random, axes: tuple[Axis, ...], outputs: tuple[OutputColumn, ...]) -> tuple[Row, ...]:
    return tuple(
        Row(f"r{index}", tuple(_box(chance, axes) for _ in range(chance.choice((1, 1, 1, 2)))), _gives(chance, outputs))
        for index in range(chance.randint(1, 5))
    )


def _box(chance: Random, axes: tuple[Axis, ...]) -> Box:
    return tuple(_ranges(chance, axis.domain.size) for axis in axes)


def _ranges(chance: Random, size: int) -> Ranges:
    if chance.random() < 0.35:
        return everything(size)
    ends = [sorted((chance.randrange(size), chance.randrange(size))) for _ in range(chance.choice((1, 1, 2)))]
    return normalised((low, high) for low, high in ends)


def _disjoint_rows(
    chance: Random, axes: tuple[Axis, ...], outputs: tuple[OutputColumn, ...], policy: HitPolicy
) -> tuple[Row, ...]:
    """Rows that share no combination; under ANY also rows inside one of them that give the same."""
    boxes = [tuple(everything(axis.domain.size) for axis in axes)]
    for _ in range(chance.randint(1, 4)):
        box = boxes.pop(chance.randrange(len(boxes)))
        axis = chance.randrange(len(axes))
        (low, high), *_ = box[axis]
        cut = chance.randint(low, high)
        parts = [part for part in (((low, cut),), ((cut + 1, high),)) if part[0][0] <= part[0][1]]
        boxes += [(*box[:axis], part, *box[axis + 1 :]) for part in parts]
    kept = [(box, _gives(chance, outputs)) for box in boxes if chance.random() < 0.85] or [
        (boxes[0], _gives(chance, outputs))
    ]
    if policy is HitPolicy.ANY:
        kept += [(box, gives) for box, gives in kept if chance.random() < 0.4]
        chance.shuffle(kept)
    return tuple(Row(f"r{index}", (box,), gives) for index, (box, gives) in enumerate(kept))


# ── Answers ──────────────────────────────────────────────────────────────────────────────────────────────────────


def some_answers(decision: Compiled, chance: Random, answered: float) -> dict[str, Answer]:
    """Answers to about that share of the questions."""
    return {
        id: chance.choice(question.domain.answers)
        for id, question in decision.questions.items()
        if chance.random() < answered
    }
