"""Worked examples, executed: each comes out as stated, and every rule has one that shows it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from ...records.decision import Aggregation
from ...records.promises import Example
from ..diagram.compiled import Compiled
from ..diagram.path import Decided, Undecided, decide
from ..space.domain import Answer
from ..tables.evaluate import Outcome, fired_rows, outcome_of, positions_of
from ..tables.results import ResultError, read_result
from .flaw import Flaw, Where, say_outcome


def broken_examples(decision: Compiled, idle: Collection[int] = ()) -> Iterator[Flaw]:
    """Worked examples that do not come out as stated, and rules that no example shows; of `idle` ones more is said."""
    shown: set[str] = set()
    for index, example in enumerate(decision.record.examples):
        where: Where = ("examples", index)
        problem = _wrong_answers(decision, example)
        if problem:
            yield Flaw(where, *problem)
            continue
        result = _run(decision, _answers(decision, example))
        if not isinstance(result, Decided):
            yield Flaw(
                where, f"the example is not decided: it also needs {', '.join(result.matter)}", "add the answers"
            )
            continue
        shown.update(result.rules)
        try:
            expected = stated(decision, example.then)
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
        if row.id not in shown and index not in idle:
            yield Flaw(("rules", index), f"no example shows the rule '{row.id}'", "add one under `examples`")


def stated(decision: Compiled, then: object) -> Outcome:
    """What an example states, in the form that `decide` gives. Raises ResultError."""
    outputs, aggregation = decision.table.outputs, decision.table.aggregation
    if decision.table.many:
        return tuple(read_result(item, outputs) for item in (then if isinstance(then, tuple) else (then,)))
    if isinstance(then, tuple):
        raise ResultError("this decision gives one result, not a list", fix="write the result without brackets")
    if aggregation is Aggregation.LIST:
        return read_result(then, outputs)
    number = outputs[0].stored(then) if isinstance(then, int | Decimal) else None
    if number is None:
        raise ResultError(
            f"'{then}' is no number that the results can make: they are aggregated", fix="write the number"
        )
    return (number,)


def _answers(decision: Compiled, example: Example) -> dict[str, Answer]:
    """The answers of an example as they are stored; those that its questions do not have are left out."""
    read = {id: decision.questions[id].domain.read(given) for id, given in example.given.items()}
    return {id: answer for id, answer in read.items() if answer is not None}


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
    for id, given in example.given.items():
        question = decision.questions.get(id)
        if question is None:
            return f"'{id}' is no question of this decision", f"one of {', '.join(decision.questions)}"
        answer = question.domain.read(given)
        if answer is None or question.domain.position(answer) is None:
            return f"'{given}' is not an answer to '{id}'", f"allowed: {question.domain.allowed}"
    return None
