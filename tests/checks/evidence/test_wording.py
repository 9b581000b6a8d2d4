"""Words that the guide does not say, said by small records and pages."""

from __future__ import annotations

import pytest

from macros.checks import Check
from macros.checks.evidence import wording
from macros.library import Library
from macros.records import Checklist, Problem, Sign
from tests.render.making import REVIEW, claim, figure, source
from tests.render.making import library as made_library

CHECKS = (
    wording.a_tool_never_promises,
    wording.nothing_lets_a_reader_run,
    wording.every_exception_is_still_needed,
    wording.words_keep_the_tone,
    wording.words_are_spelt_as_in_britain,
    wording.no_count_is_over_100_of_100,
    wording.a_sign_goes_on_with_its_heading,
)


def on_a_page(check: Check, body: str) -> list[Problem]:
    return list(check(made_library(pages={"a.md": body})))


def in_a_claim(check: Check, words: str) -> list[Problem]:
    return list(check(made_library(claim(limits=[words]))))


@pytest.mark.parametrize("check", CHECKS)
def test_the_guide_passes(library: Library, check: Check) -> None:
    assert list(check(library)) == []


PROMISES = [
    ("You are safe to run.", "You are safe"),
    ("You're safe.", "You're safe"),
    ("Now you are cleared to run.", "cleared to run"),
    ("There is no risk in it.", "no risk"),
    ("This page diagnoses your pain.", "diagnoses"),
    ("We think that your risk is small.", "your risk is"),
    ("It calculates your chance.", "calculates your"),
    ("After that you can run.", "you can run"),
    ("Then you can safely jog again.", "you can safely jog"),
    ("It is safe to run on it.", "safe to run"),
    # A "not" that belongs to something else turns nothing round.
    ("You are not alone, you are safe to run.", "you are safe"),
    ("If it does not hurt you can run.", "you can run"),
    ("Do not worry: you are safe.", "you are safe"),
    ("It does not hurt and you can run.", "you can run"),
    ("If you have no pain you can run.", "you can run"),
    ("“You are safe to run.”", "You are safe"),
]


@pytest.mark.parametrize(("words", "told"), PROMISES)
@pytest.mark.parametrize("said", [on_a_page, in_a_claim])
def test_a_promise_is_told_once_with_its_place(said: object, words: str, told: str) -> None:
    (problem,) = said(wording.nothing_lets_a_reader_run, f"We ran. {words}")  # type: ignore[operator]
    assert problem.wrong == f"the guide does not say '{told}'"
    assert problem.allowed and problem.fix
    if said is on_a_page:
        assert problem.place.column == len("We ran. ") + words.index(told) + 1


@pytest.mark.parametrize(
    "words",
    [
        "This page does not diagnose anything.",
        "It does not examine you, find a cause, or say that you are safe.",
        "No page can tell that you are cleared to run, and nobody says that you are safe.",
        "We do not know whether you are safe.",
        "Do not take painkillers so that you can run.",
        "We never write “you are safe to run”.",
        "“No risk” is not what a study can show.",
        "There is no proof that it is safe to run.",
        "Say it in a way that you can read.",
    ],
)
@pytest.mark.parametrize("said", [on_a_page, in_a_claim])
def test_saying_that_it_is_not_said_passes(said: object, words: str) -> None:
    assert said(wording.nothing_lets_a_reader_run, words) == []  # type: ignore[operator]


def checklist(text: str) -> Checklist:
    groups = [{"heading": "First", "items": [{"id": "one", "text": text}]}]
    return Checklist.model_validate(
        {"id": "list", "title": "A list", "purpose": "To tick.", "groups": groups, **REVIEW}
    )


@pytest.mark.parametrize("words", ["You are safe to run.", "It does not diagnose anything."])
def test_a_tool_says_none_of_it_not_even_turned_round_and_is_told_once(words: str) -> None:
    made = made_library(checklist(words))
    (problem,) = [*wording.a_tool_never_promises(made), *wording.nothing_lets_a_reader_run(made)]
    assert problem.wrong.startswith("a tool does not say '")


def test_a_promise_that_only_pages_are_checked_for_is_told_of_a_tool_too() -> None:
    made = made_library(checklist("Then you can run."))
    (problem,) = [*wording.a_tool_never_promises(made), *wording.nothing_lets_a_reader_run(made)]
    assert problem.wrong == "the guide does not say 'you can run'"


def test_an_exception_holds_for_its_words_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "ABOUT_OTHERS", {"once it was diagnosed": "what others say"})
    assert in_a_claim(wording.nothing_lets_a_reader_run, "Once it was diagnosed, they walked.") == []
    assert len(in_a_claim(wording.nothing_lets_a_reader_run, "It was diagnosed.")) == 1


def test_an_exception_that_nobody_needs_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "ABOUT_OTHERS", {"once it was diagnosed": "what others say"})
    assert in_a_claim(wording.every_exception_is_still_needed, "Once it was diagnosed, they walked.") == []
    (problem,) = in_a_claim(wording.every_exception_is_still_needed, "They walked.")
    assert problem.wrong == "nobody says 'once it was diagnosed' any more"


@pytest.mark.parametrize("said", [on_a_page, in_a_claim])
def test_a_word_on_the_next_line_belongs_to_the_sentence(said: object) -> None:
    (tone,) = said(wording.words_keep_the_tone, "It is bone on\nbone.")  # type: ignore[operator]
    (promise,) = said(wording.nothing_lets_a_reader_run, "Now you are\nsafe to run.")  # type: ignore[operator]
    assert (tone.wrong, promise.wrong) == (
        "the guide does not say 'bone on bone'",
        "the guide does not say 'you are safe'",
    )


def test_a_wrapped_word_has_the_place_at_which_it_begins() -> None:
    (problem,) = on_a_page(wording.words_keep_the_tone, "- One.\n- Two {{ claim('x') }} is\n  bone\n  on bone.\n")
    assert (problem.place.line, problem.place.column) == (8 + 2, 3)


def test_items_and_paragraphs_do_not_run_together() -> None:
    assert on_a_page(wording.words_keep_the_tone, "- bone\n- on bone\n\nbone on\n\nbone") == []


@pytest.mark.parametrize("field", ["title", "description"])
def test_titles_and_descriptions_are_words_too(field: str) -> None:
    made = made_library(pages={"a.md": ""})
    page = made.pages["a.md"]
    object.__setattr__(page, "meta", page.meta.model_copy(update={field: "You are safe to run"}))
    (problem,) = wording.nothing_lets_a_reader_run(made)
    assert problem.place.file == "a.md"


@pytest.mark.parametrize("word", ["color", "centers", "kilometer", "minimize", "analyzed", "estrogen", "Behavioral"])
def test_american_spelling_is_told(word: str) -> None:
    (problem,) = on_a_page(wording.words_are_spelt_as_in_britain, f"A {word} here.")
    assert problem.wrong == f"'{word}' is spelt as in America"


@pytest.mark.parametrize(
    "word", ["laboratory", "World Health Organization", "Centers for Disease Control", "size", "metre"]
)
def test_british_words_and_names_pass(word: str) -> None:
    assert on_a_page(wording.words_are_spelt_as_in_britain, f"A {word} here.") == []


@pytest.mark.parametrize(
    "words", ["350 of 100 people", "350 out of 100", "101 of every 100", "100.5 of 100", "1,200 of\n100"]
)
@pytest.mark.parametrize("said", [on_a_page, in_a_claim])
def test_more_than_all_of_them_is_refused(said: object, words: str) -> None:
    (problem,) = said(wording.no_count_is_over_100_of_100, f"It was {words}.")  # type: ignore[operator]
    assert problem.wrong == f"'{' '.join(words.removesuffix(' people').split())}' is no part of a hundred"


@pytest.mark.parametrize("words", ["100 of 100", "3.5 of 100", "300 out of 100,000", "150 of 1,000", "120 points"])
def test_parts_of_a_hundred_and_of_more_pass(words: str) -> None:
    assert on_a_page(wording.no_count_is_over_100_of_100, f"It was {words}.") == []


@pytest.mark.parametrize(("value", "low", "high"), [(350, None, None), (90, 80, 120), (-5, None, None), (5, -2, 9)])
def test_a_figure_of_100_is_0_to_100(value: float, low: float | None, high: float | None) -> None:
    made = made_library(source(), claim(figures=[figure(value=value, low=low, high=high)]))
    assert len(list(wording.no_count_is_over_100_of_100(made))) == 1


@pytest.mark.parametrize(
    ("sign", "is_wrong"),
    [("You feel ill", True), ("A swollen knee", True), ("you feel ill", False), ("MRI showed it", False), ("I", False)],
)
def test_a_sign_goes_on_after_if(sign: str, is_wrong: bool) -> None:
    given = {"id": "sign", "says": sign, "ask": sign, "urgency": "ask-first", "rules_out": [], "where": "any"}
    found = list(wording.a_sign_goes_on_with_its_heading(made_library(Sign.model_validate(given))))
    assert bool(found) == is_wrong
    assert all("begins with a capital" in problem.wrong for problem in found)


@pytest.mark.parametrize(
    ("certainty", "statement", "fits"),
    [
        ("high", "Running harms no knees.", True),
        ("high", "Running may harm no knees.", False),
        ("high", "Running probably harms no knees.", False),
        ("moderate", "Running probably harms no knees.", True),
        ("moderate", "Running may harm no knees.", False),
        ("low", "Running might harm no knees.", True),
        ("low", "Running harms no knees.", False),
        ("very-low", "We do not know whether running harms knees.", True),
        ("very-low", "Running may harm knees.", False),
    ],
)
def test_a_finding_is_worded_as_sure_as_it_is(certainty: str, statement: str, fits: bool) -> None:
    made = made_library(claim(certainty=certainty, statement=statement))
    assert [one.wrong for one in wording.a_finding_uses_the_verb_of_its_grade(made)] == (
        [] if fits else [f"the statement does not sound as sure as its certainty ({certainty})"]
    )
