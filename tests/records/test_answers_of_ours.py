"""Positions, verdicts and myths: what their models refuse, and in which words."""

from __future__ import annotations

from typing import Any

import pytest

from macros.records import Answer, Article, Certainty, Guidance, Myth, Seen, Verdict
from macros.records.files.reading import parse_yaml
from macros.records.files.validating import validated

REVIEW = {"reviewed": "2026-11-22", "review_due": "2027-11-22"}
POSITION = {
    "body": "A body",
    "country": "Ireland",
    "year": 2020,
    "population": "Adults",
    "position": "Ask first.",
    "stance": "ask-first",
    "status": "seen",
    "sources": ["a-source"],
}
GUIDANCE = {
    "id": "stretching",
    "order": 1,
    "title": "Stretching",
    "question": "Do I have to stretch?",
    "map_asks": "Stretching?",
    "positions": [POSITION, {**POSITION, "body": "Another body"}],
    "what_all_agree": ["It is up to you."],
    "where_they_differ": "When.",
    "our_reading": "As you like.",
    "claims": ["a-claim"],
    **REVIEW,
}
ARTICLE_CLAIM = {
    "id": "A01",
    "section": "First",
    "claim": "Running is good.",
    "verdict": "partly",
    "because": "Some of it holds.",
    "wording": [{"says": "It may be.", "claims": ["one"]}, {"says": "Or not.", "claims": ["two", "one"]}],
    "more": ["three", "one"],
    "pages": ["index.md"],
    **REVIEW,
}
ARTICLE = {
    "id": "an-article",
    "letter": "A",
    "title": "An article",
    "about": "An essay.",
    "claims": [ARTICLE_CLAIM],
    "left_out": ["Much"],
}
MYTH = {
    "id": "knees",
    "question": "Does running wear out knees?",
    "answer": "not-shown",
    "short_answer": [{"says": "It may not.", "claims": ["one"]}],
    "why_people_think_so": "It sounds right.",
    **REVIEW,
}


def wrong(model: Any, value: dict[str, Any]) -> list[str]:
    return [problem.wrong for problem in validated(model, parse_yaml("", "x.yml"), (), value)[1]]


def test_a_position_that_was_partly_seen_says_what_was_not() -> None:
    partly = {**POSITION, "status": "partly-seen"}
    said = "a position that was partly seen, and no other, says what was not"
    assert wrong(Guidance, {**GUIDANCE, "positions": [POSITION, partly]}) == [said]
    assert wrong(Guidance, {**GUIDANCE, "positions": [POSITION, {**POSITION, "not_seen": "The end."}]}) == [said]
    assert wrong(Guidance, {**GUIDANCE, "positions": [POSITION, {**partly, "not_seen": "The end."}]}) == []


def test_a_position_has_a_year_or_says_that_it_has_none() -> None:
    undated = Guidance.model_validate({**GUIDANCE, "positions": [POSITION, {**POSITION, "year": "undated"}]})
    assert [position.year for position in undated.positions] == [2020, "undated"]
    without = {key: value for key, value in POSITION.items() if key != "year"}
    assert wrong(Guidance, {**GUIDANCE, "positions": [POSITION, without]}) == ["the field 'year' is missing"]


@pytest.mark.parametrize("year", ["last year", 20])
def test_a_year_that_is_none_is_refused_once(year: object) -> None:
    said = wrong(Guidance, {**GUIDANCE, "positions": [POSITION, {**POSITION, "year": year}]})
    assert len(said) == 1
    assert "year" in said[0]


def test_one_position_is_no_disagreement() -> None:
    assert wrong(Guidance, {**GUIDANCE, "positions": [POSITION]}) != []


def test_questions_end_in_a_question_mark() -> None:
    assert wrong(Guidance, {**GUIDANCE, "question": "Stretching."}) == ["the question ends in a question mark"]
    assert wrong(Myth, {**MYTH, "question": "Knees."}) == ["the question ends in a question mark"]


def test_the_claims_of_an_answer_are_those_of_its_parts_each_once_and_in_order() -> None:
    assert Article.model_validate(ARTICLE).claims[0].claims == ("one", "two", "three")
    assert Myth.model_validate(MYTH).claims == ("one",)


def test_the_claims_of_an_article_are_numbered_without_a_gap() -> None:
    second = {**ARTICLE_CLAIM, "id": "A03"}
    assert wrong(Article, {**ARTICLE, "claims": [ARTICLE_CLAIM, second]}) == [
        "the claims of this article are numbered A01, A03"
    ]


@pytest.mark.parametrize("word", [*Verdict, *Seen, *Answer])
def test_every_word_of_ours_is_shown_in_words(word: Verdict | Seen | Answer) -> None:
    assert word.words[0].isupper()
    assert "-" not in word.words


def test_an_answer_sounds_no_surer_than_its_evidence_lets_it() -> None:
    assert [answer for answer in Answer if answer.fits(Certainty.LOW)] == [
        Answer.NOT_SHOWN,
        Answer.PARTLY,
        Answer.IT_DEPENDS,
    ]
    assert Answer.NO.fits(Certainty.HIGH) and not Answer.NO.fits(Certainty.MODERATE)
    assert Answer.UNKNOWN.fits(Certainty.VERY_LOW) and not Answer.UNKNOWN.fits(Certainty.LOW)


@pytest.mark.parametrize("wrong_one", [{"stance": None}, {"kind": "research"}])
def test_guidance_and_no_study_has_a_place_on_the_map(wrong_one: dict[str, object]) -> None:
    said = wrong(Guidance, {**GUIDANCE, "positions": [POSITION, {**POSITION, **wrong_one}]})
    assert said == ["guidance, and no study, has a place on the map"]


def test_the_map_asks_a_question() -> None:
    assert wrong(Guidance, {**GUIDANCE, "map_asks": "Stretching."}) == ["the question ends in a question mark"]
