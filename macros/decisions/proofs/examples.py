"""Worked examples, executed: each comes out as stated, and every rule has one that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...records.decision import Aggregation, Example
from ..diagram.compiled import Compiled
from ..diagram.path import Decided, Undecided, decide
from ..space.domain import Answer
from ..tables.evaluate import Outcome, fired_rows, outcome_of, positions_of
from ..tables.results import ResultError, read_result
from .flaw import Flaw, Where, say_outcome


def broken_examples(decision: Compiled) -> Iterator[Flaw]:
    """Worked examples that do not come out as stated, and rules that no example shows."""
    shown: set[str] = set()
    for index, example in enumerate(decision.record.examples):
        where: Where = ("examples", index)
        problem = _wrong_answers(decision, example)
        if problem:
            yield Flaw(where, *problem)
            continue
        result = _run(decision, example.given)
        if not isinstance(result, Decided):
            yield Flaw(
                where, f"the example is not decided: it also needs {', '.join(result.matter)}", "add the answers"
            )
            continue
        shown.update(result.rules)
        try:
            expected = _stated(decision, example.then)
        except ResultError as error:
            said = error.fix or (f"allowed: {error.allowed}" if error.allowed else "")
            yield Flaw((*where, "then", *error.at), error.wrong, said)
            continue
        if result.outcome != expected:
            yield Flaw(
                where,
                f"the example gives {say_outcome(decision, result.outcome)}, not {say_outcome(decision, expected)}",
                "correct the example, or the rule that fires",
            )
        elif example.rule is not None and result.rules != (example.rule,):
            yield Flaw(
                where, f"the rule that fires is {', '.join(result.rules)}, not '{example.rule}'", "correct `rule`"
            )
    for index, row in enumerate(decision.table.rows):
        if row.id not in shown:
            yield Flaw(("rules", index), f"no example shows the rule '{row.id}'", "add one under `examples`")


def _run(decision: Compiled, answers: Mapping[str, Answer]) -> Decided | Undecided:
    """As `decide` says; where all is answered, by the rows alone."""
    table = decision.table
    positions = [place for place in positions_of(table, answers) if place is not None]
    if len(positions) < len(table.axes):
        return decide(decision, answers)
    matched = decision.cover.matching(positions)
    fired = tuple(table.rows[index].id for index in fired_rows(table, matched))
    return Decided(outcome_of(table, matched), fired, ())


def _wrong_answers(decision: Compiled, example: Example) -> tuple[str, str] | None:
    for id, answer in example.given.items():
        question = decision.questions.get(id)
        if question is None:
            return f"'{id}' is no question of this decision", f"one of {', '.join(decision.questions)}"
        if question.domain.position(answer) is None:
            return f"'{answer}' is not an answer to '{id}'", f"allowed: {question.domain.allowed}"
    return None


def _stated(decision: Compiled, then: object) -> Outcome:
    """What an example states, in the form that `decide` gives. Raises ResultError."""
    outputs, aggregation = decision.table.outputs, decision.table.aggregation
    if decision.table.many:
        return tuple(read_result(item, outputs) for item in (then if isinstance(then, tuple) else (then,)))
    if isinstance(then, tuple):
        raise ResultError("this decision gives one result, not a list", fix="write the result without brackets")
    if aggregation is not Aggregation.LIST:
        if not isinstance(then, int):
            raise ResultError(f"'{then}' is no number: the results are aggregated", fix="write the number")
        return (then,)
    return read_result(then, outputs)
