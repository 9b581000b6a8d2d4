"""Large decisions as records would give them: the tables of bench/tables.py, with results, examples, guarantees."""

from __future__ import annotations

from random import Random
from typing import Any

from bench.tables import Sample, sample
from macros.decisions.diagram.compiled import Compiled
from macros.decisions.space.domain import Domain
from macros.decisions.tables.table import Axis, OutputColumn, Question, Row, Table
from macros.records.decision import Aggregation, Decision, HitPolicy, Input, Outcome, Rule, Urgency
from macros.records.promises import Example, Guarantee, Monotone
from macros.records.question import OptionText

VALUES = ("stop", "ease", "walk", "run")


def large(shape: str, columns: int, rules: int, policy: HitPolicy, seed: int = 0) -> Compiled:
    """A decision with that many columns and rules, an example for each rule, and three guarantees."""
    return decision(sample(shape, columns, rules, seed), policy, Random(seed))


def decision(made: Sample, policy: HitPolicy, chance: Random) -> Compiled:
    ids = [f"c{index}" for index in range(len(made.sizes))]
    questions = {
        id: Question(id, id, id, "", Domain("integer", size) if size > 8 else _choice(size), {}, {})
        for id, size in zip(ids, made.sizes, strict=True)
    }
    axes = tuple(Axis(id, id, question.domain, question=question) for id, question in questions.items())
    rows = tuple(
        Row(f"r{index}", (tuple((part,) for part in box),), (chance.choice(VALUES),))
        for index, box in enumerate(made.boxes)
    )
    table = Table("large", axes, rows, policy, Aggregation.LIST, (OutputColumn("outcome", "Result", VALUES, VALUES),))
    return Compiled("large", _record(table, policy), table, table, questions, "", {})


def _choice(size: int) -> Domain:
    ids = tuple(f"o{index}" for index in range(size))
    return Domain("choice", size, ids, ids)


def _record(table: Table, policy: HitPolicy) -> Decision:
    empty: dict[str, Any] = {"outputs": (), "shows": (), "together_with": (), "unsure": (), "default": None}
    return Decision.model_construct(
        **empty,
        title="Large",
        hit_policy=policy,
        aggregation=Aggregation.LIST,
        inputs=tuple(
            Input.model_construct(
                id=axis.id,
                options={id: OptionText(label=id) for id in axis.domain.ids} or None,
                decision=None,
                fact=None,
            )
            for axis in table.axes
        ),
        outcomes={
            id: Outcome.model_construct(urgency=Urgency.NOTE, heading=id, means=id, plan=None)
            for id in table.outputs[0].values
        },
        rules=tuple(
            Rule.model_construct(id=row.id, because="So", claims=(), hazards=(), when={}, then=row.gives[0])
            for row in table.rows
        ),
        guarantees=(
            Guarantee.model_construct(id="a", says="a", when={}, never=("stop",), always=None, monotone=None),
            Guarantee.model_construct(
                id="b",
                says="b",
                when={table.axes[0].id: "> 5"},
                never=None,
                always=("stop", "ease", "walk"),
                monotone=None,
            ),
            Guarantee.model_construct(
                id="c",
                says="c",
                when={},
                never=None,
                always=None,
                monotone=Monotone.model_construct(input=table.axes[0].id, order=(), outcomes=()),
            ),
        ),
        examples=tuple(
            Example.model_construct(
                given={
                    axis.id: axis.domain.answer(ranges[0][0])
                    for axis, ranges in zip(table.axes, row.boxes[0], strict=True)
                },
                then=row.gives[0],
                rule=None,
                about=None,
            )
            for row in table.rows
        ),
    )
