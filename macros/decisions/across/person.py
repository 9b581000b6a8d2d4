"""One person, every tool: what each says to the same signs and facts, and the cards that name the signs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...records import HitPolicy, Sign
from ...records.decision import Outcome as Result
from ..diagram.compiled import Compiled
from ..diagram.path import Decided, decide
from ..space.domain import Answer
from ..tables.evaluate import first_values
from ..tables.table import THERE
from .signs import Tools, is_among


@dataclass(frozen=True)
class Told:
    """What a tool says. `outcomes` are all that are still possible where facts are missing."""

    decision: Compiled
    answers: Mapping[str, Answer]
    outcomes: tuple[str, ...]
    rules: tuple[str, ...]
    open: tuple[str, ...]  # questions that still matter

    @property
    def results(self) -> tuple[Result, ...]:
        return tuple(self.decision.record.outcomes[id] for id in self.outcomes if id in self.decision.record.outcomes)


def told(tools: Tools, signs: Mapping[str, Sign], facts: Mapping[str, Answer]) -> dict[str, Told]:
    """What every tool says. A sign that is not named is not there; a fact that is not named is not answered.

    A tool that takes the result of another takes the one that this person gets.
    """
    found: dict[str, Told] = {}
    for id, decision in sorted(tools.decisions.items(), key=lambda one: _comes(tools, one[1])):
        answers = dict(_answers(tools, decision, signs, facts))
        for before in decision.record.after:
            if before in found and len(found[before].outcomes) == 1:
                answers |= _carried(decision, found[before].outcomes[0])
        found[id] = _says(decision, answers)
    return found


def knows(tools: Tools, decision: Compiled, signs: Mapping[str, Sign], facts: Mapping[str, Answer]) -> bool:
    """Whether a tool asks about every sign and every fact of a person, so that its result is about them."""
    asked = tools.asked(decision)
    return all(is_among(sign, asked) for sign in signs.values()) and set(facts) <= set(decision.questions)


def _comes(tools: Tools, decision: Compiled) -> int:
    return 1 + max(
        (_comes(tools, tools.decisions[id]) for id in decision.record.after if id in tools.decisions), default=0
    )


def _answers(
    tools: Tools, decision: Compiled, signs: Mapping[str, Sign], facts: Mapping[str, Answer]
) -> Iterator[tuple[str, Answer]]:
    for id, question in decision.questions.items():
        if id in facts and question.domain.position(facts[id]) is not None:
            yield id, facts[id]
        else:
            there = tools.with_parts(signs.values())
            said = [answer for answer, named in question.told.items() if tools.with_parts(named).keys() & there.keys()]
            if said:
                yield id, said[-1] if THERE not in said else THERE
            elif question.signs:
                yield id, "no"


def _carried(decision: Compiled, outcome: str) -> dict[str, Answer]:
    return {id: outcome for id, question in decision.questions.items() if question.domain.position(outcome) is not None}


def _says(decision: Compiled, answers: Mapping[str, Answer]) -> Told:
    result = decide(decision, answers)
    many = decision.record.hit_policy is HitPolicy.COLLECT or decision.table.many
    if isinstance(result, Decided):
        ids = tuple(map(str, first_values(result.outcome, many)))
        return Told(decision, answers, ids, result.rules, ())
    ids = tuple(dict.fromkeys(str(value) for outcome in result.possible for value in first_values(outcome, many)))
    return Told(decision, answers, ids, (), result.matter)
