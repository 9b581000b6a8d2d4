"""Versions of a decision: what ties the last one to the rules, so that none changes in silence."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping

from ...records import Decision, Place, Problem
from ...records.decision import Outcome, Version
from ..space.domain import Domain
from ..space.expressions import Tree
from ..tables.table import Question, Table


def fingerprint(record: Decision, table: Table, questions: Mapping[str, Question], shows: Mapping[str, Tree]) -> str:
    """Eight characters that change when any answers may change their result, its rule, or what is shown with it.

    What an answer stands for, steps, units, scales, the priority and urgency of outcomes, and what they do to a plan
    are in it, as is what answers say to the planner. Words are not.
    """
    own = [questions[item.id] for item in record.inputs if item.id in questions]
    asked = [(question.id, question.written) for question in own if question.written]
    content = [
        table.policy,
        table.aggregation,
        table.default,
        [(column.id, column.values, column.numbers and _domain(column.numbers)) for column in table.outputs],
        [(axis.id, axis.tree, _domain(axis.domain)) for axis in table.axes],
        [(row.id, row.boxes, row.gives) for row in table.rows],
        [(id, _domain(question.domain)) for id, question in sorted(questions.items())],
        [(shown.id, shows[shown.id], shown.unit, shown.scale) for shown in record.shows],
        [(id, outcome.urgency, *_for_the_planner(outcome)) for id, outcome in record.outcomes.items()],
        record.together_with,
        *[(id, written.looks_back) for id, written in asked if written.looks_back],
        *[
            (id, answer, option.noted.ran, option.noted.leaves)
            for id, written in asked
            for answer, option in (written.options or {}).items()
            if option.noted
        ],
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:8]


def _for_the_planner(outcome: Outcome) -> list[str]:
    flags = {"spares_legs": outcome.spares_legs, "points_out": outcome.points_out}
    return [*filter(None, [outcome.plan]), *(name for name, is_set in flags.items() if is_set)]


def _domain(domain: Domain) -> tuple[object, ...]:
    """All that says which answer means what. Which word an answer has does not."""
    return (
        domain.kind,
        domain.size,
        domain.ids,
        sorted(domain.aliases.items()),
        domain.low,
        domain.step,
        domain.unit,
        domain.scale,
    )


def version_problems(
    id: str, history: tuple[Version, ...], found: str, place: Callable[..., Place]
) -> Iterator[Problem]:
    """Versions that do not count up, and a last one whose fingerprint is not the one `found` of the rules."""
    for index, entry in enumerate(history):
        if entry.version != index + 1:
            yield Problem(place(id, "history", index, "version"), "versions count up by one", fix=f"write {index + 1}")
    if history[-1].fingerprint != found:
        yield Problem(
            place(id, "history", len(history) - 1, "fingerprint"),
            f"the rules are not those of version {history[-1].version}: their fingerprint is {found}",
            fix=f"add version {len(history) + 1} to `history` with `fingerprint: {found}` "
            "and say what changed (before its first release, correct the fingerprint)",
        )
