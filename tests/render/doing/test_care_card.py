"""Care cards: complete by themselves, the level by word and shape."""

from __future__ import annotations

import re

from macros.records import CareCard
from macros.render.doing.care_card import all_care_cards, care_card

from ..making import REVIEW, context, sign, source

SIGNS = (sign("swollen-calf", says="one calf is swollen"), sign("breathless", says="you are breathless"))


def card(id: str = "clot", level: str = "today") -> CareCard:
    return CareCard.model_validate(
        {
            "id": id,
            "level": level,
            "heading": "Get medical help today if:",
            "signs": ["swollen-calf", "breathless"],
            "action": "Ring your doctor. Do not run.",
            "sources": ["lo-2017"],
            **REVIEW,
        }
    )


def test_card_shows_its_level_by_word_and_shape_before_its_heading() -> None:
    shown = care_card(context(source(), *SIGNS, card()), "clot")
    heading = re.sub(r"<svg.*?</svg>", "[shape] ", shown, flags=re.DOTALL)
    words = " ".join(re.sub(r"<[^>]+>", "", heading[heading.index("<h2") : heading.index("</h2>")]).split())
    assert words == "[shape] Get help today: Get medical help today if:"


def test_card_is_whole() -> None:
    shown = care_card(context(source(), *SIGNS, card()), "clot")
    for words in (
        "one calf is swollen",
        "you are breathless",
        "Do not run.",
        "Lo 2017",
        "Not yet reviewed by a clinician",
    ):
        assert words in shown


def test_heading_of_a_card_follows_the_heading_above_it() -> None:
    shown = care_card(context(source(), *SIGNS, card(), body='## Help\n\n{{ care_card("clot") }}\n'), "clot")
    assert '<h3 class="care-card__heading" id="care-clot">' in shown


def test_all_cards_of_a_level_stand_together_in_their_order() -> None:
    cards = (card("later", "appointment"), card("clot"), card("heart", "now"), card("leg"))
    shown = all_care_cards(context(source(), *SIGNS, *cards), "today")
    assert re.findall(r'class="care-card__heading" id="([\w-]+)"', shown) == ["care-clot", "care-leg"]


def test_a_card_that_the_page_shows_by_itself_is_not_there_twice() -> None:
    shown = all_care_cards(
        context(source(), *SIGNS, card("clot"), card("leg"), body='{{ care_card("clot") }}\n'), "today"
    )
    assert re.findall(r'class="care-card__heading" id="([\w-]+)"', shown) == ["care-leg"]


PLACES = [sign(f"sign-{number}", where=where) for number, where in enumerate(["knee"] * 3 + ["back"] * 4)]


def test_a_long_card_has_its_signs_by_place_with_a_link_to_each() -> None:
    long = card("long").model_copy(update={"signs": tuple(one.id for one in PLACES)})
    shown = all_care_cards(context(source(), *PLACES, long), "today")
    found = re.findall(r'<h3 class="care-card__place" id="([\w-]+)">([^<]+)</h3>|<li>([^<]+)</li>', shown)
    assert found[0] == ("care-long-back", "Back and nerves", "")
    assert [sign for _, _, sign in found[1:5]] == ["sign 3", "sign 4", "sign 5", "sign 6"]
    assert found[5] == ("care-long-knee", "Knee", "")
    assert '<a href="#care-long-back">Back and nerves</a>, <a href="#care-long-knee">Knee</a>' in shown


def test_a_link_leads_to_the_card_with_most_signs_of_a_place_and_a_short_card_stays_whole() -> None:
    one = card("one").model_copy(update={"signs": ("sign-0", "sign-3")})
    two = card("two").model_copy(update={"signs": ("sign-1", "sign-2", "sign-4")})
    shown = all_care_cards(context(source(), *PLACES, one, two), "today")
    assert '<a href="#care-one">Back and nerves</a>, <a href="#care-two">Knee</a>' in shown
    assert "care-card__place" not in shown
