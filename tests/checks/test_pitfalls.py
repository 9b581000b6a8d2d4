"""Each pitfall prompts for a sentence that falls into it, not for a careful one; today's guide answers every prompt."""

from __future__ import annotations

import pytest

from macros.checks.pitfalls import PITFALLS, Pitfall, every_prompt_is_answered
from macros.checks.pitfalls.near import pitfalls_near
from macros.library import Library
from macros.records import Myth, PitfallException
from tests.render.making import REVIEW, claim
from tests.render.making import library as library_of

from .pitfall_sentences import DENIED, FOUND_TOO, SENTENCES

BY_NAME = {pitfall.name: pitfall for pitfall in PITFALLS}


def prompts(*records: object, **pages: str) -> list[str]:
    found = every_prompt_is_answered(library_of(*records, pages={f"{name}.md": body for name, body in pages.items()}))
    return [problem.wrong for problem in found]


def test_every_pitfall_is_tested_and_every_test_has_a_pitfall() -> None:
    assert set(SENTENCES) == set(BY_NAME)
    assert len(BY_NAME) == len(PITFALLS)


@pytest.mark.parametrize("pitfall", PITFALLS, ids=lambda pitfall: pitfall.name)
def test_it_prompts_for_a_sentence_that_falls_in_and_not_for_a_careful_one(pitfall: Pitfall) -> None:
    falls_in, careful = SENTENCES[pitfall.name]
    assert pitfall.holds_in(falls_in)
    assert not pitfall.holds_in(careful)


@pytest.mark.parametrize("pitfall", PITFALLS, ids=lambda pitfall: pitfall.name)
def test_a_question_says_nothing(pitfall: Pitfall) -> None:
    assert not pitfall.holds_in(SENTENCES[pitfall.name][0].rstrip(".") + "?")


@pytest.mark.parametrize(("name", "sentence"), FOUND_TOO)
def test_passives_and_what_only_sounds_like_a_denial_are_found(name: str, sentence: str) -> None:
    assert f"“{sentence}” may say what the evidence does not: {BY_NAME[name].words}" in prompts(a=sentence)


@pytest.mark.parametrize(("name", "sentence"), DENIED)
def test_a_denial_in_its_own_clause_counts(name: str, sentence: str) -> None:
    assert not BY_NAME[name].holds_in(sentence)


def test_words_that_are_looked_for_first_hide_no_sentence() -> None:
    sentences = [*(pair[0] for pair in SENTENCES.values()), *(sentence for _, sentence in FOUND_TOO)]
    assert len(sentences) > len(PITFALLS)
    for sentence, near in zip(sentences, pitfalls_near(sentences, PITFALLS), strict=True):
        holding = [pitfall.name for pitfall in PITFALLS if pitfall.holds_in(sentence)]
        assert holding
        assert set(holding) <= {pitfall.name for pitfall in near}


def test_todays_guide_answers_every_prompt(library: Library) -> None:
    assert list(every_prompt_is_answered(library)) == []


def test_each_pitfall_is_found_in_the_data_and_named() -> None:
    text = " ".join(f"A sentence before it. {falls_in}" for falls_in, _ in SENTENCES.values())
    found = "\n".join(prompts(claim(limits=[text])))
    assert [name for name, pitfall in BY_NAME.items() if pitfall.words not in found] == []


def test_a_prompt_on_a_page_has_its_place_and_says_what_to_do() -> None:
    body = "Fine so far.\n\n- It is 3.5 km. Stretching prevents injuries. {{ claim('stretching-injury') }}\n"
    (problem,) = every_prompt_is_answered(library_of(pages={"a.md": body}))
    assert (problem.place.line, problem.place.column) == (8 + 2, 17)
    assert problem.wrong == (
        "“Stretching prevents injuries.” may say what the evidence does not: stretching prevents injury"
    )
    assert problem.fix.startswith("say that it has not been shown")
    assert problem.fix.endswith("if the sentence is right, say why in data/pitfall_exceptions.yml")


@pytest.mark.parametrize("pitfall", PITFALLS, ids=lambda pitfall: pitfall.name)
def test_a_sentence_over_several_lines_falls_in_all_the_same(pitfall: Pitfall) -> None:
    in_it, _ = SENTENCES[pitfall.name]
    first, *others = in_it.split(" ")
    body = f"# Words\n\nOne.\n\n- Two. {first}\n  " + "\n  ".join(others) + "\n"
    found = [
        problem
        for problem in every_prompt_is_answered(library_of(pages={"a.md": body}))
        if problem.wrong.endswith(f": {pitfall.words}")
    ]
    assert [(problem.place.line, problem.place.column) for problem in found] == [(8 + 4, 8)]


@pytest.mark.parametrize(
    "body",
    [
        "Stretching\nprevents\ninjuries.\n",
        "Stretching\n{{ claim('one') }}\nprevents injuries.\n",
        "- Stretching {{ claim('one') }}\n  {{ claim('two') }} {{ claim('three') }}\n  prevents injuries.\n",
        "> Stretching\n> prevents\n> injuries.\n",
        "!!! note\n    Stretching\n    prevents injuries.\n",
    ],
)
def test_a_sentence_goes_on_after_a_call_and_in_a_quotation(body: str) -> None:
    assert len(prompts(a=body)) == 1


@pytest.mark.parametrize(
    "body",
    [
        "Stretching\n\n{{ claim('one') }}\n\nprevents injuries.\n",
        "- Stretching\n- prevents injuries.\n",
        "- Stretching\n  {{ claim('one') }}\n- prevents injuries.\n",
        "> Stretching\n\n> prevents injuries.\n",
    ],
)
def test_items_and_paragraphs_do_not_run_together(body: str) -> None:
    assert prompts(a=body) == []


def excepted(**more: str) -> PitfallException:
    fields = {"id": "one", "pitfall": "stretching prevents injury", "words": "Stretching prevents", "because": "So."}
    return PitfallException.model_validate({**fields, **more})


def test_an_exception_holds_for_its_words_and_its_pitfall_alone() -> None:
    body = "Stretching prevents injuries. Stretching often prevents injuries."
    assert len(prompts(excepted(), a=body)) == 1
    assert len(prompts(excepted(pitfall="shoes absorb impact"), a=body)) == 3


def test_an_exception_that_nothing_needs_is_a_mistake() -> None:
    assert prompts(excepted(), a="Stretching prevents nothing.") == [
        "nothing needs the exception one any more: no prompt for 'Stretching prevents'"
    ]


def test_an_exception_from_no_pitfall_is_told_with_the_nearest() -> None:
    made = library_of(excepted(pitfall="stretching prevent injury"))
    (problem,) = every_prompt_is_answered(made)
    assert problem.wrong == "there is no pitfall 'stretching prevent injury'"
    assert problem.fix == "did you mean 'stretching prevents injury'?"


def test_words_of_others_are_not_searched() -> None:
    reported = {
        "id": "myth",
        "question": "Does it?",
        "answer": "not-shown",
        "why_people_think_so": "Running builds discs.",
    }
    answer = {"short_answer": [{"says": "It may not.", "claims": ["knees"]}], **REVIEW}
    assert prompts(Myth.model_validate(reported | answer)) == []
    assert prompts(
        Myth.model_validate(
            reported | answer | {"short_answer": [{"says": "Running builds discs.", "claims": ["knees"]}]}
        )
    )
