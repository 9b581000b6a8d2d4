"""Long sentences and hard words ring, in the data as on pages, with the sentences to look at first."""

from __future__ import annotations

from statistics import median

import pytest

from macros.checks.pages.readability import (
    HARDEST,
    LONGEST,
    Sentence,
    grade,
    no_page_is_too_hard,
    no_sentence_runs_away,
    sentences_of,
    syllables,
    worst,
)
from macros.library import Library
from tests.render.making import claim, made_page
from tests.render.making import library as made_library

MEDIAN = 6
WORDS = " ".join(["word"] * LONGEST)


def test_no_sentence_of_the_guide_runs_away_and_no_page_is_too_hard(library: Library) -> None:
    assert list(no_sentence_runs_away(library)) == []
    assert list(no_page_is_too_hard(library)) == []


def test_a_sentence_of_25_words_is_short_enough() -> None:
    made = made_library(claim(limits=[f"{WORDS}."]), pages={"a.md": f"{WORDS}."})
    assert list(no_sentence_runs_away(made)) == []


def test_a_sentence_of_26_words_on_a_page_is_told_on_its_line() -> None:
    body = f"# A heading of {WORDS} {WORDS}\n\nShort.\n\n- Short too. One\n  {WORDS}.\n"
    (problem,) = no_sentence_runs_away(made_library(pages={"a.md": body}))
    assert (problem.place.file, problem.place.line) == ("docs/a.md", 8 + 4)
    assert problem.wrong.startswith("a sentence of 26 words: “One word word")
    assert problem.allowed == "25 words" and problem.fix


@pytest.mark.parametrize("joined", ["one-two", "it's"])
def test_words_are_counted_on_pages_and_in_data_alike(joined: str) -> None:
    words = f"{' '.join(['word'] * 24)} {joined}."
    found = list(no_sentence_runs_away(made_library(claim(limits=[words]), pages={"a.md": words})))
    assert len(found) == (2 if "-" in joined else 0)


def test_a_hard_page_is_told_with_its_hardest_sentence() -> None:
    hard = "Osteoporotic individuals necessitate multidisciplinary rehabilitation."
    (problem,) = no_page_is_too_hard(made_library(pages={"a.md": f"We run.\n\n{hard}\n\nWe walk."}))
    assert problem.place.line == 8 + 2
    assert problem.wrong.startswith("this page is too hard to read: grade ")
    assert problem.fix.startswith(f"shorten these first: {hard}")


def test_every_type_of_page_has_a_limit(library: Library) -> None:
    assert {page.meta.type for page in library.pages.values()} <= set(HARDEST)


def test_the_middle_guide_page_is_easy(library: Library) -> None:
    guide = [page for page in library.pages.values() if page.meta.type in ("explain", "how-to", "tool")]
    assert median(grade(sentences_of(page, library.terms)) for page in guide) <= MEDIAN


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("bone", 1), ("bones", 1), ("little", 2), ("stopped", 1), ("started", 2), ("page", 1), ("pages", 2),
        ("running", 2), ("area", 3), ("osteoporosis", 6), ("osteoarthritis", 6), ("menopause", 3), ("energy", 3),
        ("are", 1), ("use", 1), ("being", 2), ("diet", 2), ("period", 3), ("don't", 1), ("30", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_heard(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_the_published_formula() -> None:
    # 10 words and 12 syllables in one sentence: 0.39 × 10 + 11.8 × 1.2 - 15.59
    assert grade([Sentence("", 10, 12)]) == pytest.approx(2.47)


def test_only_what_the_page_says_itself_is_read(library: Library) -> None:
    body = (
        '# A heading\n\nRun {{ term("dxa", "a little") }}. {{ claim("x") }} Walk\nmore after 50. Rest.\n\n'
        "| A | table |\n\n!!! do\n\n    - [Take care](x.md) of **it**\n    1. Then stop.\n"
    )
    read = sentences_of(made_page("a.md", body), library.terms)
    assert [sentence.text for sentence in read] == [
        "Run a little.",
        "Walk more after 50.",
        "Rest.",
        "Take care of it",
        "Then stop.",
    ]


def test_the_hardest_sentences_come_first() -> None:
    read = [Sentence("easy", 5, 5), Sentence("hard", 5, 15), Sentence("middling", 5, 9)]
    assert [sentence.text for sentence in worst(read, 2)] == ["hard", "middling"]


def test_a_long_sentence_is_shown_by_its_beginning() -> None:
    def shown(first: str) -> str:
        (problem,) = no_sentence_runs_away(made_library(pages={"a.md": f"{first} {WORDS}."}))
        return problem.wrong.partition(": ")[2]

    assert shown("a") == "“" + f"a {WORDS}"[:57].rstrip() + "…”"
    assert shown("ab") == "“" + f"ab {WORDS}"[:57].rstrip() + "…”"
    letters = " ".join("a" * 26)
    (problem,) = no_sentence_runs_away(made_library(pages={"a.md": f"{letters}."}))
    assert problem.wrong == f"a sentence of 26 words: “{letters}.”"


@pytest.mark.parametrize(
    ("body", "line"), [("One.\nTwo.\n{}", 3), ("One. {}", 1), ("One\ntwo. {}", 2), ("One two.\n{}", 2)]
)
def test_a_sentence_has_the_line_on_which_it_begins(body: str, line: int) -> None:
    made = made_library(pages={"a.md": body.format(f"{WORDS} more.")})
    assert [problem.place.line for problem in no_sentence_runs_away(made)] == [8 - 1 + line]
