"""The browser's evaluator says what Python says, on tables that nobody thought of.

Tables by chance (the seed is fixed; 20,000 of them in `make audit`), each with no, some and all answers. The tables of
the guide are compared over every combination of answers (test_every_combination.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.diagram.path import Decided, decide, what_would_change
from macros.decisions.space.domain import Answer
from macros.decisions.space.regions import positions
from macros.decisions.tables.evaluate import Outcome
from macros.export.browser import tool_data

from ..generated import POLICIES, generated, some_answers
from ..node import run_script

_SHARES = (0, 0.4, 0.8, 1)  # of the questions, about: each table is asked once with that many answered
_CHANGES = (0.8, 1)  # where the answers decide, what would change the outcome is compared too


@pytest.mark.parametrize("tables", [1_500, pytest.param(20_000, marks=pytest.mark.audit)])
def test_python_and_javascript_agree_on_generated_tables(tables: int) -> None:
    *differences, counts = map(json.loads, run_script("engines/decisions.mjs", _lines(tables)))
    assert not differences, json.dumps(differences[0], indent=1)
    assert counts["tables"] == tables
    assert counts["runs"] > 5 * tables


def test_generated_tables_are_of_every_kind() -> None:
    """What the comparison is worth: every policy, kind of input and kind of end comes up often."""
    decided = undecided = derived = aliases = steps = defaults = empty = 0
    made = list(generated(50 * len(POLICIES)))
    for decision, chance in made:
        derived += any(axis.tree is not None for axis in decision.table.axes)
        aliases += any(question.domain.aliases for question in decision.questions.values())
        steps += any(question.domain.step > 1 for question in decision.questions.values())
        defaults += decision.table.default is not None
        result = decide(decision, some_answers(decision, chance, 0.7))
        decided += isinstance(result, Decided)
        undecided += not isinstance(result, Decided)
        empty += isinstance(result, Decided) and not result.rules
    assert min(decided, undecided) > 100
    assert min(derived, aliases, steps, defaults, empty) > 30


def _lines(tables: int) -> Iterator[str]:
    """A line for Node per table: the tool, and what Python says for some answers to it."""
    for decision, chance in generated(tables):
        cases = [_case(decision, some_answers(decision, chance, share), share in _CHANGES) for share in _SHARES]
        yield json.dumps([tool_data(decision, {}), cases], separators=(",", ":"))


def _case(decision: Compiled, answers: dict[str, Answer], also_changes: bool) -> list[Any]:
    now = decide(decision, answers)
    if not isinstance(now, Decided):
        return [answers, {"possible": _as_set(now.possible), "matter": now.matter}, None]
    changes = _changes(decision, answers) if also_changes else None
    return [answers, {"outcome": now.outcome, "rules": now.rules, "used": now.used}, changes]


def _changes(decision: Compiled, answers: dict[str, Answer]) -> dict[str, dict[str, list[int]]]:
    """Per question, for each set of outcomes the positions that lead to it."""
    merged: dict[str, dict[str, list[int]]] = {}
    for change in what_would_change(decision, answers):
        to = merged.setdefault(change.question, {})
        to.setdefault("; ".join(_as_set(change.possible or (change.outcome,))), []).extend(positions(change.ranges))
    return {id: {to: sorted(found) for to, found in sorted(merged[id].items())} for id in sorted(merged)}


def _as_set(outcomes: tuple[Outcome, ...]) -> list[str]:
    """Outcomes that can still be reached, as decisions.mjs writes them: in no order that means anything."""
    return sorted(json.dumps(outcome, separators=(",", ":")) for outcome in outcomes)
