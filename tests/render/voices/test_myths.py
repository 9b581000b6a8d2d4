"""Myths: a question, the answer in a word and a shape, then in sentences that each carry their evidence."""

from __future__ import annotations

import re
from typing import Any

import pytest

from macros.records import Answer, Myth
from macros.render.voices.myths import all_myths

from ..making import AFTER_REVIEW, REVIEW, claim, context, source


def myth(id: str = "knees", **more: Any) -> Myth:
    return Myth.model_validate(
        {
            "id": id,
            "question": f"Does running wear out {id}?",
            "answer": "not-shown",
            "short_answer": [{"says": "It may not.", "claims": ["knees"]}],
            "why_people_think_so": "It sounds right.",
            "pages": ["joints/knees.md"],
            **REVIEW,
            **more,
        }
    )


def test_the_question_is_a_heading_and_the_answer_comes_first() -> None:
    shown = all_myths(context(source(), claim(), myth()))
    text = " ".join(re.sub(r"<[^>]+>", " ", shown[shown.index("<article") :]).split())
    assert text.startswith("Does running wear out knees? Not shown")
    assert text.index("It may not.") < text.index("Why people think so: It sounds right.")
    assert shown.index("It may not.") < shown.index('"Low certainty.') < shown.index("It sounds right.")
    assert '<h2 class="myth__question" id="myth-knees">' in shown


def test_links_above_lead_to_each_question() -> None:
    shown = all_myths(context(source(), claim(), myth(), myth("hips")))
    assert re.findall(r'href="(#myth-[^"]+)"', shown) == ["#myth-knees", "#myth-hips"]


@pytest.mark.parametrize("answer", Answer)
def test_each_answer_has_a_word_and_a_shape(answer: Answer) -> None:
    shown = all_myths(context(source(), claim(), myth(answer=answer.value)))
    mark = shown[shown.index(f"verdict--{answer.value}") :]
    assert mark.index('aria-hidden="true"') < mark.index("<circle") < mark.index(answer.words)


def test_a_myth_without_a_page_offers_none() -> None:
    assert "Read more" not in all_myths(context(source(), claim(), myth(pages=[])))


def test_past_its_review_date_it_is_being_rechecked() -> None:
    late = all_myths(context(source(), claim(), myth(), today=AFTER_REVIEW))
    assert 'myth__recheck" data-review-due="2027-11-22">' in late
