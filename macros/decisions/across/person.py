"""One person, every tool: what each says to the same signs and facts, and the cards that name the signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from ...records import HitPolicy, HowFast, Ruled, Sign
from ...records.decision import Outcome as Result
from ..diagram.compiled import Compiled
from ..diagram.path import Decided, decide
from ..space.domain import Answer
from ..tables.evaluate import first_values
from .signs import SPEEDS, Tools, is_among


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


def told(tools: Tools, signs: Mapping[str, Sign], facts: Mapping[str, Answer]) -> Mapping[str, Told]:
    """What every tool says, each worked out when it is asked for.

    A sign that is not named is not there; a fact that is not named is not answered. A tool that takes the result of
    another takes the one that this person gets.
    """
    return _Telling(tools, signs, facts)


@dataclass(frozen=True)
class _Telling(Mapping[str, Told]):
    tools: Tools
    signs: Mapping[str, Sign]
    facts: Mapping[str, Answer]
    done: dict[str, Told] = field(default_factory=dict)

    def __iter__(self) -> Iterator[str]:
        return iter(self.tools.decisions)

    def __len__(self) -> int:
        return len(self.tools.decisions)

    def __getitem__(self, id: str) -> Told:
        if id not in self.done:
            decision = self.tools.decisions[id]
            answers = dict(_answers(self.tools, decision, self.signs, self.facts))
            taken = [one for one in decision.record.after if one.answer and one.answer not in self.facts]
            ways = product(*(self[one.decision].outcomes for one in taken))
            self.done[id] = _together(
                [
                    _says(
                        decision,
                        answers | {one.answer: way for one, way in zip(taken, each, strict=True) if one.answer},
                    )
                    for each in ways
                ]
            )
        return self.done[id]


def _together(ways: Sequence[Told]) -> Told:
    """What a tool says, where the result that it takes from another may be one of several."""
    first, *others = ways
    if not others:
        return first
    outcomes = tuple(dict.fromkeys(id for way in ways for id in way.outcomes))
    return replace(first, outcomes=outcomes, rules=(), open=first.open or tuple(first.answers)[-1:])


def knows(tools: Tools, decision: Compiled, signs: Mapping[str, Sign], facts: Mapping[str, Answer]) -> bool:
    """Whether a tool, with what it shows beside, asks about every sign and fact of a person: it is about them then."""
    asked = tools.known(decision)
    questions = {question.key: question for question in decision.questions.values()}
    return all(is_among(sign, asked) for sign in signs.values()) and all(
        id in questions and questions[id].domain.position(answer) is not None for id, answer in facts.items()
    )


def _answers(
    tools: Tools, decision: Compiled, signs: Mapping[str, Sign], facts: Mapping[str, Answer]
) -> Iterator[tuple[str, Answer]]:
    there = tools.with_parts(signs.values())
    for id, question in decision.questions.items():
        answer = facts.get(question.key)
        if answer is not None and question.domain.position(answer) is not None:
            yield id, answer
        else:
            said = [one for one, named in tools.named(decision, question).items() if named & there.keys()]
            if said:
                yield id, said[-1]  # the fastest
            elif question.signs:
                yield id, "no"


def _says(decision: Compiled, answers: Mapping[str, Answer]) -> Told:
    result = decide(decision, answers)
    many = decision.record.hit_policy is HitPolicy.COLLECT or decision.table.many
    if isinstance(result, Decided):
        ids = tuple(map(str, first_values(result.outcome, many)))
        return Told(decision, answers, ids, result.rules, ())
    ids = tuple(dict.fromkeys(str(value) for outcome in result.possible for value in first_values(outcome, many)))
    return Told(decision, answers, ids, (), result.matter)


def too_little(
    tools: Tools, one: Told, found: Mapping[str, Told], urgency: HowFast | None, rules_out: Iterable[Ruled]
) -> str | None:
    """A result that a tool can give and that is slower than asked, or leads to what is ruled out, if there is one."""
    beside = [found[id] for id in one.decision.record.together_with if id in found]
    least = max((tools.speed(result) for other in beside if not other.open for result in other.results), default=0)
    for id, result in zip(one.outcomes, one.results, strict=False):
        if set(result.allows or ()) & set(rules_out):
            return id
        if urgency is not None and max(tools.speed(result), least) < SPEEDS[urgency]:
            return id
    return None
