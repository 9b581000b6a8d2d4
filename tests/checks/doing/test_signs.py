"""Warning signs are written once, rest on something, and keep their speed wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

import pytest

from macros.checks.doing import signs
from macros.records import CareCard, Person, Problem
from macros.records.files.reading import Document, Origin
from tests.decisions.making import asked, compiled, example, outcomes
from tests.decisions.proofs.test_verify import rule, table
from tests.render.making import REVIEW, library, sign


def card(*named: str, level: str = "today") -> CareCard:
    return CareCard.model_validate(
        {
            "id": "card",
            "level": level,
            "heading": "Ring your doctor if:",
            "signs": named,
            "action": "Ring.",
            "sources": ["lo-2017"],
            **REVIEW,
        }
    )


def wrongs(found: Iterator[Problem]) -> list[str]:
    return [problem.wrong for problem in found]


def test_a_sign_that_nothing_names_is_left_over() -> None:
    found = signs.every_sign_stands_somewhere(library(sign("hot"), sign("cold"), card("hot")))
    assert wrongs(found) == ["no card and no question names the sign 'cold'"]


def test_a_part_of_a_named_sign_stands_with_it() -> None:
    assert not wrongs(
        signs.every_sign_stands_somewhere(library(sign("hot", parts=["warm"]), sign("warm"), card("hot")))
    )


def test_a_sign_rests_on_a_source_or_a_claim() -> None:
    held = library(sign("hot", sources=["lo-2017"]), sign("cold", claims=["knees"]), sign("odd"))
    assert wrongs(signs.every_sign_says_where_it_comes_from(held)) == ["the sign 'odd' rests on nothing"]


@pytest.mark.parametrize(
    ("urgency", "level", "is_wrong"),
    [
        ("now", "now", False),
        ("today", "now", True),
        ("now", "today", True),
        ("days", "appointment", False),
        ("ask-first", "appointment", False),
        ("today", "appointment", True),
    ],
)
def test_a_sign_stands_on_cards_of_its_own_speed(urgency: str, level: str, is_wrong: bool) -> None:
    found = signs.a_sign_stands_on_cards_of_its_speed(library(sign("hot", urgency=urgency), card("hot", level=level)))
    assert bool(wrongs(found)) == is_wrong


def person(**least: object) -> Person:
    told = {
        "id": "ann",
        "about": "Ann",
        "signs": ["hot"],
        "at_least": least,
        "because": "Read.",
        "sources": ["lo-2017"],
    }
    return Person.model_validate(told)


@pytest.mark.parametrize(
    ("least", "is_wrong"),
    [
        ({"urgency": "days"}, False),
        ({"urgency": "ask-first"}, False),
        ({"urgency": "today"}, True),
        ({"rules_out": ["run"]}, False),
        ({"rules_out": ["run", "load"]}, True),
    ],
)
def test_the_signs_of_a_person_ask_for_what_the_evidence_says_at_least(
    least: dict[str, object], is_wrong: bool
) -> None:
    held = library(sign("hot", urgency="days", rules_out=["run", "jump"]), person(**least))
    found = wrongs(signs.no_sign_asks_for_less_than_its_people_need(held))
    assert found == (["the signs of this person (hot) ask for less than that"] if is_wrong else [])


@pytest.mark.parametrize(("on_card", "is_wrong"), [("hot", False), ("cold", True), ("both", False)])
def test_a_card_beside_a_result_names_the_signs_that_led_there(on_card: str, is_wrong: bool) -> None:
    text = table(
        "first",
        rule("hot", "stop", a="yes") + rule("rest", "go"),
        "inputs:\n" + asked("a", "signs: [hot], options: {no: No, yes: Yes}"),
        outcomes("stop", "go").replace("stop: {", "stop: {care_card: card, "),
        "examples:\n" + example({"a": "yes"}, "stop") + example({"a": "no"}, "go"),
    )
    made = library(sign("hot"), sign("cold"), sign("both", parts=["hot", "cold"]), card(on_card))
    origins = {**made.origins, ("decisions", "test"): Origin(Document("test.yml"), ())}
    held = replace(made, compiled=MappingProxyType(compiled(test=text)), origins=MappingProxyType(origins))
    found = wrongs(signs.every_card_beside_a_result_names_the_signs_that_led_there(held))
    assert found == (["the sign 'hot' leads to the card 'card', which does not name it"] if is_wrong else [])


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("You have one calf or thigh that is, say, swollen.", 0),
        ("See a doctor if one calf or thigh is swollen, sore and warm.", 1),
        ("See a doctor if *one calf* or thigh is swollen - sore and warm!", 1),
    ],
)
def test_words_of_a_sign_stand_in_its_record_alone(body: str, count: int) -> None:
    calf = sign("swollen-calf", says="one calf or thigh is swollen, sore and warm")
    of = library(calf, pages={"a.md": body})
    assert len(list(signs.no_words_of_a_sign_stand_elsewhere(of))) == count
