"""All signs of a level together: those for now in the open, all others folded by place, and none of them lost."""

from __future__ import annotations

import re

import pytest

from macros.records import CareCard
from macros.render.doing.care_levels import all_care_cards, care_levels

from ..making import context, sign, source
from .test_care_card import card

SIGNS = [sign(f"sign-{number}", where=where) for number, where in enumerate(["knee"] * 3 + ["back"] * 4)]
HEADING = re.compile(r'<h[2-6] [^>]*id="(care-[\w-]+)"')


def with_signs(id: str, *numbers: int, level: str = "today") -> CareCard:
    return card(id, level).model_copy(update={"signs": tuple(f"sign-{number}" for number in numbers)})


def shown(*cards: CareCard, level: str = "today", body: str = "") -> str:
    return all_care_cards(context(source(), *SIGNS, *cards, body=body), level)


def in_the_open(html: str) -> list[str]:
    return re.findall(r"<li>(sign \d)</li>", re.sub(r"<details.*?</details>", "", html, flags=re.DOTALL))


def test_signs_for_now_stand_open_and_those_for_later_are_folded_by_place() -> None:
    assert in_the_open(shown(with_signs("first", 0, 3, level="now"), level="now")) == ["sign 0", "sign 3"]
    later = shown(with_signs("first", 0, 3))
    assert in_the_open(later) == []
    assert HEADING.findall(later) == ["care-first", "care-first-back", "care-first-knee"]


@pytest.mark.parametrize("level", ["now", "today", "appointment"])
def test_every_sign_and_every_action_of_a_level_is_there(level: str) -> None:
    cards = (with_signs("first", 0, 3, 4, level=level), with_signs("knee", 1, 2, level=level))
    html = shown(*cards, with_signs("back", 5, 6, level=level), level=level)
    assert set(re.findall(r"<li>(sign \d)</li>", html)) == {f"sign {number}" for number in range(7)}
    assert html.count("Ring your doctor. Do not run.") == len(["first", "knee", "back"])
    assert html.count("Not yet reviewed by a clinician") == len(["first", "knee", "back"])


def test_a_card_is_folded_at_the_place_of_most_of_its_signs() -> None:
    html = shown(with_signs("first", 0), with_signs("mixed", 1, 4, 5))
    assert HEADING.findall(html) == ["care-first", "care-first-back", "care-mixed", "care-first-knee"]


def test_a_sign_that_a_card_beside_it_names_is_said_once() -> None:
    html = shown(with_signs("first", 0, 1), with_signs("knee", 1, 2))
    assert html.count("<li>sign 1</li>") == 1


def test_a_card_that_the_page_shows_by_itself_is_not_there_twice() -> None:
    html = shown(with_signs("alone", 0), with_signs("first", 1), body='{{ care_card("alone") }}\n')
    assert HEADING.findall(html) == ["care-first", "care-first-knee"]


def test_jumps_lead_to_each_level_the_fastest_first() -> None:
    cards = (with_signs("later", 0, level="appointment"), with_signs("soon", 1), with_signs("heart", 2, level="now"))
    html = care_levels(context(source(), *SIGNS, *cards))
    assert re.findall(r'href="#care-([\w-]+)"', html) == ["heart", "soon", "later"]


def test_folded_parts_are_open_on_paper() -> None:
    html = shown(with_signs("first", 0, 3))
    assert html.count("<details") == html.count("data-print-open") > 0
