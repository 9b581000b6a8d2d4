"""A smoke alarm for hard words and long sentences. It rings by page, with the sentences to look at first."""

from __future__ import annotations

from statistics import median

import pytest

from macros.library import Library, load_library
from macros.records.page import PageType
from tests.render.making import made_page
from tools.build import ROOT
from tools.readability import Sentence, grade, report, sentences_of, syllables, worst

# The grade that rings, by type of page. Evidence and background may be harder than the guide itself.
LIMITS: dict[PageType, int] = {
    "home": 8,
    "hub": 8,
    "explain": 8,
    "how-to": 8,
    "tool": 8,
    "reference": 9,
    "about": 9,
}
MEDIAN = 6
LONGEST = 25  # words
PAGES = sorted(load_library(ROOT).pages)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_no_harder_than_its_type_allows(library: Library, path: str) -> None:
    page = library.pages[path]
    read = sentences_of(page, library.terms)
    limit = LIMITS[page.meta.type]
    assert not read or grade(read) <= limit, (
        f"grade {grade(read):.1f} on {path}, above {limit}. Look at:\n"
        + "\n".join(f"  {sentence.grade:.0f}: {sentence.text}" for sentence in worst(read))
    )


@pytest.mark.parametrize("path", PAGES)
def test_no_sentence_runs_away(library: Library, path: str) -> None:
    long = [sentence.text for sentence in sentences_of(library.pages[path], library.terms) if sentence.words > LONGEST]
    assert not long, f"more than {LONGEST} words on {path}:\n" + "\n".join(long)


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


def test_a_hard_page_rings_with_its_worst_sentence(library: Library) -> None:
    hard = "Osteoporotic individuals necessitate multidisciplinary rehabilitation."
    read = sentences_of(made_page("a.md", f"We run. {hard} We walk."), library.terms)
    assert grade(read) > 8
    assert worst(read)[0].text == hard


def test_the_report_lists_every_page_with_words_the_hardest_first(library: Library) -> None:
    lines = list(report(library))
    grades = [float(line.split()[0]) for line in lines]
    assert grades == sorted(grades, reverse=True)
    assert any("bones/bone-scans.md" in line for line in lines)
