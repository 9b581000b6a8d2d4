"""Proved, never remembered: "Not sure" leads to no less careful result than any answer that it could stand for.

It could stand for every other answer to its question. Where that is not wanted, the record says so under `unsure`,
with the reason, and readers are told; what is said there and is not needed is a flaw as well.

What is shown below another decision's result is judged with it: a remark may go where that result is more careful.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..diagram.compiled import Compiled
from ..space.regions import say_box
from ..tables.evaluate import Outcome
from ..tables.table import Question
from .care import care_of, less_careful
from .flaw import Flaw, Where, say_outcome
from .pairs import Judge, Outcomes, Together, Witness, alone, first_wrong_pair, shown_below

_UNSURE = re.compile(r"\b(not sure|unsure|do not know|don't know|cannot tell|can't tell)\b", re.IGNORECASE)


def unsure_answers(decision: Compiled) -> Iterator[tuple[str, str]]:
    """Each question that can be answered with "Not sure", and the id of that answer."""
    for id, question in decision.questions.items():
        yield from ((id, answer) for answer in question.options if _is_unsure(question, answer))


def less_careful_when_unsure(
    decision: Compiled, mains: Sequence[Compiled] = (), known: Collection[str] = ()
) -> Iterator[Flaw]:
    """Questions where being unsure can cost care, and exceptions for what is not so.

    `mains` are the decisions below whose result this one is shown. `known` are questions that another decision has
    such a flaw for: that one is mended first.
    """
    judges = [_judge(scene) for scene in [shown_below(main, decision) for main in mains] or [alone(decision)]]
    found = [
        lapse
        for id, answer in unsure_answers(decision)
        for judge in judges
        for lapse in _lapses(decision, judge, id, answer)
    ]
    excepted = {(one.input, answer) for one in decision.record.unsure for answer in one.less_careful_than}
    for id in decision.questions:
        lapses = [one for one in found if one.question == id and (id, one.than) not in excepted]
        if lapses and id not in known:
            yield _flaw(decision, lapses)
    yield from _idle_exceptions(decision, {(lapse.question, lapse.than) for lapse in found})


def _is_unsure(question: Question, answer: str) -> bool:
    """By its id, or by its words."""
    return answer == "not-sure" or bool(_UNSURE.search(question.options[answer]))


@dataclass(frozen=True)
class _Lapse:
    """An answer that gets more care than being unsure about it, and where."""

    question: str
    answer: str
    than: str
    scene: Together
    witness: Witness


def _lapses(decision: Compiled, judge: Judge, id: str, answer: str) -> Iterator[_Lapse]:
    scene = judge.together
    question, place = decision.questions[id], scene.place(id)
    own = question.domain.position(answer)
    assert place is not None  # only numbers can be read without an axis of their own
    assert own is not None
    for position, than in enumerate(question.domain.ids):
        if position != own and not _is_unsure(question, than):
            witness = first_wrong_pair(judge, place, (own, position))
            if witness:
                yield _Lapse(id, answer, than, scene, witness)


def _judge(scene: Together) -> Judge:
    """Wrong: being unsure lost something, and the result above it is no more careful for it."""
    table, care = scene.diagrams[-1].table, care_of(scene.diagrams[-1].table)
    above = scene.diagrams[0].table if len(scene.diagrams) > 1 else None
    care_above = care_of(scene.diagrams[0].table)

    @cache
    def lost(unsure: Outcome, other: Outcome) -> bool:
        return less_careful(table, unsure, other, care)

    @cache
    def wrong(unsure: Outcomes, other: Outcomes) -> bool:
        if not lost(unsure[-1], other[-1]):
            return False
        return above is None or not less_careful(above, other[0], unsure[0], care_above)

    return Judge(scene, wrong, lost)


def _flaw(decision: Compiled, lapses: Sequence[_Lapse]) -> Flaw:
    first = lapses[0]
    question = decision.questions[first.question]
    box, unsure, other = first.witness
    axes = first.scene.axes
    than = " or ".join(f"'{question.options[id]}'" for id in dict.fromkeys(lapse.than for lapse in lapses))
    there = say_box(box, [axis.label for axis in axes], [axis.domain for axis in axes])
    return Flaw(
        _place(decision, first.question, first.answer),
        f"'{question.options[first.answer]}' to '{question.short}' can lead to a less careful result than {than}, "
        f"which it could stand for: {there}: {say_outcome(decision, unsure[-1])}, where "
        f"'{question.options[first.than]}' gives {say_outcome(decision, other[-1])}",
        "let it stand for the most careful answer (`as:`), change a rule, or give the reason under `unsure`",
        about=first.question,
    )


def _place(decision: Compiled, id: str, answer: str) -> Where:
    """The answer where the question is asked here, else the input that brings it here."""
    inputs = decision.record.inputs
    for index, item in enumerate(inputs):
        if item.id == id:
            return ("inputs", index, "options", answer) if item.options else ("inputs", index)
    return next((("inputs", index) for index, item in enumerate(inputs) if item.decision), ("inputs",))


def _idle_exceptions(decision: Compiled, needed: Collection[tuple[str, str]]) -> Iterator[Flaw]:
    """Exceptions about what is not there, said twice, or proved without them."""
    asked = dict(unsure_answers(decision))
    said: set[tuple[str, str]] = set()
    for index, exception in enumerate(decision.record.unsure):
        id = exception.input
        if id not in asked:
            wrong = f"there is no question '{id}' here that \"Not sure\" answers"
            yield Flaw(("unsure", index, "input"), wrong, f"allowed: {', '.join(asked)}" if asked else "delete it")
            continue
        where: Where = ("unsure", index, "less_careful_than")
        domain = decision.questions[id].domain
        for answer in exception.less_careful_than:
            if answer not in domain.ids:
                yield Flaw(where, f"'{answer}' is not an answer to '{id}'", f"allowed: {domain.allowed}")
            elif (id, answer) in said:
                yield Flaw(where, f"'{answer}' is named twice for '{id}'", "delete it here")
            elif (id, answer) not in needed:
                wrong = f"no exception is needed: being unsure about '{id}' is never less careful than '{answer}'"
                yield Flaw(where, wrong, "delete it")
            said.add((id, answer))
