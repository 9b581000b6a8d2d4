"""Care cards: complete by themselves, the level by word and shape."""

from __future__ import annotations

import re

from macros.records import CareCard
from macros.render.doing.care_card import care_card

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
