"""One change at a time that makes the guide less careful for somebody, each refused by `python -m macros check`.

Rules give a less careful result, an answer that stands for another stands for a less careful one, a sign becomes slower
or rules out less. Fingerprints and worked examples are left out, so that proofs and people alone have to notice.
"""

from __future__ import annotations

import functools
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import pytest
from pydantic import ValidationError

from macros.checks.doing import signs
from macros.decisions.across.signs import SPEEDS, Tools
from macros.decisions.compiling.compiling import compile_decisions
from macros.decisions.compiling.questions import read_facts
from macros.decisions.space.conditions import parse_cell
from macros.decisions.space.regions import Box, everything, intersection
from macros.decisions.tables.evaluate import first_values
from macros.decisions.tables.search import Search
from macros.library import Library, load_library
from macros.records import Asking, Decision, Fact, HitPolicy, HowFast, Ruled, Sign
from macros.records.question import OptionText
from tools.build import ROOT

PROVED = (
    signs.a_sign_stands_on_cards_of_its_speed,
    signs.no_tool_does_less_than_a_sign_asks,
    signs.whoever_is_led_to_run_was_asked,
    signs.no_two_tools_disagree,
    signs.no_link_leads_to_more,
    signs.every_person_gets_at_least_what_the_evidence_says,
    signs.no_sign_asks_for_less_than_its_people_need,
)
SOME = 8  # each run takes as many, drawn by chance; the audit takes all
SLOWER = (HowFast.TODAY, HowFast.DAYS, HowFast.ASK_FIRST)


@dataclass(frozen=True)
class Change:
    says: str
    decisions: Mapping[str, Decision]
    signs: Mapping[str, Sign]
    facts: Mapping[str, Fact]


def changes(library: Library) -> list[Change]:
    return [*_results(library), *_stand_ins(library), *_signs(library)]


def _results(library: Library) -> Iterator[Change]:
    """Each row of a deciding table with a sign or a promise of safety, turned to the next less careful result."""
    for id, decision in library.decisions.items():
        order = list(decision.outcomes)
        if decision.hit_policy is HitPolicy.COLLECT or not order:
            continue
        for index, rule in enumerate(decision.rules):
            place = order.index(str(rule.then))
            if rule.when and place + 1 < len(order):
                rules = _with(decision.rules, index, then=order[place + 1])
                yield _decision(library, f"{id}: {rule.id} gives {order[place + 1]}", decision, rules=rules)


def _stand_ins(library: Library) -> Iterator[Change]:
    """Each answer that stands for another, turned to each other one of its question."""
    for id, decision in library.decisions.items():
        for index, item in enumerate(decision.inputs):
            for says, options in _turned(library, item, [(id, item.id)]):
                inputs = _with(decision.inputs, index, options=options)
                yield _decision(library, f"{id}: {item.id}.{says}", decision, inputs=inputs)
    for id, fact in library.facts.items():
        asked = [(one.id, item.id) for one in library.decisions.values() for item in one.inputs if item.fact == id]
        for says, options in _turned(library, fact, asked):
            facts = {**library.facts, id: fact.model_copy(update={"options": options})}
            yield Change(f"{id}.{says}", library.decisions, library.signs, facts)


def _turned(
    library: Library, asking: Asking, asked: list[tuple[str, str]]
) -> Iterator[tuple[str, dict[str, OptionText]]]:
    """The answers of a question with one that stands for another, where that harms somebody in a tool that asks it."""
    answers = asking.options or {}
    for key, option in answers.items():
        for other, another in answers.items():
            if not option.stands_for or another.stands_for or other == option.stands_for:
                continue
            if any(_harms_somebody(library, *one, option.stands_for, other) for one in asked):
                changed = option.model_copy(update={"stands_for": other})
                yield f"{key} stands for {other}", {**answers, key: changed}


def _harms_somebody(library: Library, id: str, question: str, before: str, after: str) -> bool:
    """Whether, with all other answers as they are, somebody gets slower help, or is led to more."""
    decision = library.compiled[id]
    place = next((place for place, axis in enumerate(decision.table.axes) if axis.id == question), None)
    if place is None or decision.record.hit_policy is HitPolicy.COLLECT or not decision.record.outcomes:
        return False
    tools = Tools(library.compiled, library.signs, {name: card.level for name, card in library.care_cards.items()})

    def parts(answer: str) -> list[tuple[Box, int, set[Ruled]]]:
        domain = decision.table.axes[place].domain
        within = tuple(
            parse_cell(answer, domain) if at == place else everything(axis.domain.size)
            for at, axis in enumerate(decision.table.axes)
        )
        found = []
        for box, outcome in Search(decision.table, within).parts():
            result = decision.record.outcomes[str(first_values(outcome, many=False)[0])]
            rest = (*box[:place], *box[place + 1 :])
            found.append((rest, tools.speed(result), set(result.allows or ())))
        return found

    return any(
        (speed > later or further - allowed) and intersection(box, other) is not None
        for box, speed, allowed in parts(before)
        for other, later, further in parts(after)
    )


def _signs(library: Library) -> Iterator[Change]:
    """Each sign one step slower, and each without what it rules out."""
    for id, sign in library.signs.items():
        slower = next((one for one in SLOWER if SPEEDS[one] < SPEEDS[sign.urgency]), None)
        if slower:
            changed = sign.model_copy(update={"urgency": slower})
            yield Change(f"{id} is {slower.value}", library.decisions, {**library.signs, id: changed}, library.facts)
        if sign.rules_out:
            changed = sign.model_copy(update={"rules_out": ()})
            yield Change(f"{id} rules out nothing", library.decisions, {**library.signs, id: changed}, library.facts)


def _with(items: tuple[Any, ...], index: int, **update: Any) -> tuple[Any, ...]:
    return (*items[:index], items[index].model_copy(update=update), *items[index + 1 :])


def _decision(library: Library, says: str, decision: Decision, **update: Any) -> Change:
    return Change(
        says, {**library.decisions, decision.id: decision.model_copy(update=update)}, library.signs, library.facts
    )


def refused(library: Library, change: Change) -> bool:
    """Whether a proof or a described person notices."""
    if any(_is_no_record(sign) for sign in change.signs.values()):
        return True
    facts, _ = read_facts(change.facts, change.signs, lambda id, *at: library.place("facts", id, *at))
    compiled, problems = compile_decisions(
        change.decisions, lambda id, *at: library.place("decisions", id, *at), change.signs, facts
    )
    passed_over = ("fingerprint", "the rule that fires is", "leads to", "no example shows")
    if any(not any(words in problem.wrong for words in passed_over) for problem in problems):
        return True
    changed = replace(
        library,
        decisions=MappingProxyType(dict(change.decisions)),
        signs=MappingProxyType(dict(change.signs)),
        facts=MappingProxyType(dict(change.facts)),
        compiled=MappingProxyType(compiled),
    )
    return any(next(iter(check(changed)), None) for check in PROVED)


def _is_no_record(sign: Sign) -> bool:
    try:
        Sign.model_validate(sign.model_dump())
    except ValidationError:
        return True
    return False


@functools.cache
def guide() -> Library:
    return load_library(ROOT)


@pytest.mark.parametrize("seed", range(SOME))
def test_a_change_that_makes_somebody_less_careful_is_refused(seed: int) -> None:
    library = guide()
    every = changes(library)
    change = random.Random(seed).choice(every)
    assert refused(library, change), change.says


@pytest.mark.audit
def test_every_change_that_makes_somebody_less_careful_is_refused() -> None:
    library = guide()
    every = changes(library)
    missed = [change.says for change in every if not refused(library, change)]
    assert not missed, f"{len(missed)} of {len(every)} pass:\n" + "\n".join(missed)
