"""Warning signs are written once, rest on something, and keep their speed wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from macros.checks.doing import signs
from macros.records import CareCard, Problem
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
