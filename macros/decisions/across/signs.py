"""Proofs across tools: every warning sign keeps its speed, and what it rules out, in every tool that asks about it,
and whoever is led to run was asked every sign that rules it out.

Each proof walks the parts of the answers that lead to one result (search.py). No person is ever listed or sampled.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from ...records import CareLevel, HitPolicy, HowFast, Ruled, Sign, Urgency
from ...records.decision import Outcome as Result
from ...records.promises import After
from ..diagram.compiled import Compiled
from ..proofs.flaw import Flaw, say
from ..space.conditions import parse_cell
from ..space.regions import Box, everything
from ..tables.evaluate import first_values
from ..tables.search import Search
from ..tables.table import Question

SPEEDS = {HowFast.NOW: 3, HowFast.TODAY: 2, HowFast.DAYS: 1, HowFast.APPOINTMENT: 1, HowFast.ASK_FIRST: 1}
_TODAY = SPEEDS[HowFast.TODAY]
_RESULTS = {
    Urgency.NOW: 3,
    Urgency.TODAY: 2,
    Urgency.APPOINTMENT: 1,
    Urgency.CARE: 0,
    Urgency.START: 0,
    Urgency.NOTE: 0,
}
_CARDS = {CareLevel.NOW: 3, CareLevel.TODAY: 2, CareLevel.APPOINTMENT: 1}

Found = TypeVar("Found")


@dataclass(frozen=True)
class Tools:
    """All decisions and signs, and how fast each care card is."""

    decisions: Mapping[str, Compiled]
    signs: Mapping[str, Sign]
    cards: Mapping[str, CareLevel]
    _answered: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    def speed(self, result: Result) -> int:
        """How fast a result sends a reader to someone: 3 now, 2 today, 1 later, 0 not.

        The card beside it counts where it sends to nobody itself. Else its own words stand first, and are read first.
        """
        card = self.cards.get(result.care_card or "")
        return _RESULTS[result.urgency] or (_CARDS[card] if card else 0)

    def with_parts(self, signs: Iterable[Sign]) -> dict[str, Sign]:
        """Some signs by id, and all that they take together."""
        given = tuple(signs)
        return dict(self._once(("parts", *(sign.id for sign in given)), lambda: self._found(given)))

    def _found(self, signs: Iterable[Sign]) -> dict[str, Sign]:
        found: dict[str, Sign] = {}
        open_ones = list(signs)
        while open_ones:
            sign = open_ones.pop()
            sign = self.signs.get(sign.id, sign)
            if sign.id not in found:
                found[sign.id] = sign
                open_ones += [self.signs[id] for id in sign.parts]
        return found

    def named(self, decision: Compiled, question: Question) -> Mapping[str, Set[str]]:
        """For each answer that says that a sign is there, the ids of these signs and their parts."""
        return self._once(
            ("named", decision.id, question.id),
            lambda: {answer: self.with_parts(signs).keys() for answer, signs in question.told.items()},
        )

    def known(self, decision: Compiled) -> Mapping[str, Sign]:
        """The signs that a tool, what it shows beside, and the tools whose results it takes ask about."""
        return self._once(("known", decision.id), lambda: self._known(decision))

    def _known(self, decision: Compiled) -> dict[str, Sign]:
        beside = [decision, *(self.decisions[id] for id in decision.record.together_with)]
        found = {id: sign for one in beside for id, sign in self.asked_itself(one).items()}
        for before in decision.record.after:
            found |= self.asked(self.decisions[before.decision]) if before.answer else {}
        return found

    def _once(self, key: Hashable, make: Callable[[], Found]) -> Found:
        """What was found before for the same question: the records of a `Tools` never change."""
        if key not in self._answered:
            self._answered[key] = make()
        found: Found = self._answered[key]
        return found

    def asked(self, decision: Compiled) -> dict[str, Sign]:
        """Every sign that a decision asks about, itself or through what it stands on.

        What is for now or today is asked afresh on another day.
        """
        found = self.asked_itself(decision)
        for one in decision.record.after:
            before = self.asked(self.decisions[one.decision])
            found |= {id: sign for id, sign in before.items() if _lasts(one, sign)}
        return found

    def asked_itself(self, decision: Compiled) -> dict[str, Sign]:
        """Every sign that the questions of a decision name, with its parts."""
        return self.with_parts(
            sign for question in decision.questions.values() for signs in question.told.values() for sign in signs
        )

    def left_out_before(self, decision: Compiled) -> dict[str, Sign]:
        """What the decisions that come before this one leave out, each with its reason."""
        found: dict[str, Sign] = {}
        for one in decision.record.after:
            before = self.decisions[one.decision]
            left_out = self.left_out_before(before)
            for reason in before.record.leaves_out:
                left_out |= {id: sign for id, sign in self.signs.items() if reason.names(sign)}
            found |= {id: sign for id, sign in left_out.items() if _lasts(one, sign)}
        return found

    @cached_property
    def deciding(self) -> tuple[Compiled, ...]:
        """Those whose one result stands for the whole person: what is collected comes on top of another result."""
        return tuple(one for one in self.decisions.values() if one.record.hit_policy is not HitPolicy.COLLECT)


def slower_than_a_sign(tools: Tools, decision: Compiled) -> Iterator[Flaw]:
    """Results that are slower than a sign asks for, or allow what it rules out, where the sign is there."""
    if decision not in tools.deciding:
        return
    for question in decision.questions.values():
        for answer, signs in question.ticked.items():
            yield from _slower(tools, decision, question, answer, signs)


def unsaid_allowances(tools: Tools, decision: Compiled) -> Iterator[Flaw]:
    """Results that send nobody to anyone and do not say what they allow, where signs are asked about."""
    if decision not in tools.deciding or not any(question.told for question in decision.questions.values()):
        return
    for id, result in decision.record.outcomes.items():
        if result.allows is None and _RESULTS[result.urgency] == 0:
            yield Flaw(
                ("outcomes", id),
                "this result sends nobody to anyone, and does not say what it allows",
                f"add `allows: […]` with what it lets a reader do, of {', '.join(Ruled)}",
            )


def leads_to(decision: Compiled) -> set[Ruled]:
    """What a tool can lead to."""
    return {what for result in decision.record.outcomes.values() for what in result.allows or ()}


def signs_not_asked(tools: Tools, decision: Compiled) -> Iterator[Flaw]:
    """Signs that rule out what a tool can lead to, and that it neither asks about nor says that it leaves out."""
    if decision not in tools.deciding:
        return
    can = leads_to(decision)
    applying = {id: sign for id, sign in tools.signs.items() if can & set(sign.rules_out)}
    asked = tools.asked(decision) | tools.left_out_before(decision)
    missing = {id: sign for id, sign in applying.items() if not is_among(sign, asked)}
    for index, left_out in enumerate(decision.record.leaves_out):
        named = {id for id, sign in missing.items() if left_out.names(sign)}
        for id in left_out.signs:
            if id not in missing:
                yield Flaw(
                    ("leaves_out", index),
                    f"the sign '{id}' is not left out: it is asked about, or rules out nothing that this leads to",
                    f"take '{id}' out of `leaves_out`",
                )
        if not named and not left_out.signs:
            yield Flaw(("leaves_out", index), "this leaves out no sign", "delete it")
        missing = {id: sign for id, sign in missing.items() if id not in named}
    if missing:
        yield Flaw(
            ("inputs",),
            f"this can lead to {', '.join(sorted(can))}, and does not ask about {', '.join(sorted(missing))}",
            "ask about them, or name them in `leaves_out` with the reason",
        )


def _lasts(after: After, sign: Sign) -> bool:
    """Whether what a tool before knows of a sign still counts. Where its result is not taken, that was another day."""
    return bool(after.answer) or SPEEDS[sign.urgency] < _TODAY


def is_among(sign: Sign, named: Mapping[str, Sign]) -> bool:
    """Whether a sign is named, or each of its parts is."""
    return sign.id in named or (bool(sign.parts) and all(id in named for id in sign.parts))


def _slower(tools: Tools, decision: Compiled, question: Question, answer: str, named: Iterable[Sign]) -> Iterator[Flaw]:
    signs = tools.with_parts(named).values()
    if not any(_falls_short(tools, decision, id, signs) for id in results_with(decision, question, answer)):
        return
    told: set[tuple[str, str]] = set()
    for box, ids in _where(decision, question.id, answer):
        for id in ids:
            result = decision.record.outcomes.get(id)
            if result is None:
                continue
            allowed = set(result.allows or ())
            speed = max(tools.speed(result), _speed_beside(tools, decision, box))
            for sign in signs:
                if (sign.id, id) in told:
                    continue
                if speed < SPEEDS[sign.urgency]:
                    wrong = f"is slower than the sign '{sign.id}' ({sign.ask}), which asks for {sign.urgency.value}"
                elif banned := allowed & set(sign.rules_out):
                    wrong = f"allows {', '.join(sorted(banned))}, which the sign '{sign.id}' ({sign.ask}) rules out"
                else:
                    continue
                told.add((sign.id, id))
                yield Flaw(
                    ("outcomes", id),
                    f"with {say(decision.table, box)} the result {wrong}",
                    "correct the rule that leads here, the result, or the sign",
                )


def _falls_short(tools: Tools, decision: Compiled, id: str, signs: Iterable[Sign]) -> bool:
    """Whether a result alone, without what is shown beside it, does too little for one of some signs."""
    result = decision.record.outcomes.get(id)
    return result is not None and any(
        tools.speed(result) < SPEEDS[sign.urgency] or set(result.allows or ()) & set(sign.rules_out) for sign in signs
    )


def results_with(decision: Compiled, question: Question, answer: str) -> set[str]:
    """Every result that can still come where a question is answered so."""
    place = next((place for place, axis in enumerate(decision.table.axes) if axis.id == question.id), None)
    position = question.domain.position(answer)
    if place is None or position is None:
        return set()
    diagram = decision.diagram
    found = diagram.outcomes_below(diagram.fixed(place, position))
    return {str(value) for outcome in found for value in first_values(outcome, decision.table.many)}


def _where(decision: Compiled, question: str, answer: str) -> Iterator[tuple[Box, Iterable[str]]]:
    """The parts of the answers in which a question is answered so, with the results of each."""
    axes = decision.table.axes
    place = next((place for place, axis in enumerate(axes) if axis.id == question), None)
    if place is None:
        return
    within = [everything(axis.domain.size) for axis in axes]
    within[place] = parse_cell(answer, axes[place].domain)
    for box, outcome in Search(decision.table, tuple(within)).parts():
        yield box, [str(value) for value in first_values(outcome, decision.table.many)]


def _speed_beside(tools: Tools, decision: Compiled, box: Box) -> int:
    """How fast the slowest result is that the decisions shown beside this one give everywhere in a box."""
    best = 0
    answers = dict(zip((axis.id for axis in decision.table.axes), box, strict=True))
    for id in decision.record.together_with:
        other = tools.decisions.get(id)
        if other is None:
            continue
        within = tuple(answers.get(axis.id, everything(axis.domain.size)) for axis in other.table.axes)
        slowest = min(
            (
                max(
                    (tools.speed(other.record.outcomes[str(value)]) for value in first_values(found, other.table.many)),
                    default=0,
                )
                for _, found in Search(other.table, within).parts()
            ),
            default=0,
        )
        best = max(best, slowest)
    return best
