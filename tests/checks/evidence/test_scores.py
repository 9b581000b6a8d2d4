"""Every page that a rubric is for has one score, every item one mark, and no score is left over or out of date."""

from __future__ import annotations

import dataclasses
import datetime
from types import MappingProxyType

from macros.checks.evidence import scores
from macros.library import Library
from macros.records import Problem
from macros.records.quality import ItemMark, OwnMark

from ..changing import changed, said

PEMAT, PAGE = "pemat-explain", "bones/bone-scans.md"
CHECKS = (
    scores.every_page_that_a_rubric_is_for_has_a_score,
    scores.a_score_is_for_pages_that_its_rubric_is_for,
    scores.a_score_marks_every_item,
    scores.a_score_is_no_older_than_the_page,
)


def test_all_is_scored_as_it_stands(library: Library) -> None:
    assert [said(check(library)) for check in CHECKS] == [[]] * len(CHECKS)


def test_a_page_without_a_score_is_found_where_it_says_its_type(library: Library) -> None:
    rest = tuple(path for path in library.quality[PEMAT].pages if path != PAGE)
    (problem,) = scores.every_page_that_a_rubric_is_for_has_a_score(changed(library, "quality", PEMAT, pages=rest))
    assert isinstance(problem, Problem)
    assert problem.wrong == "this page has no score by the rubric 'pemat-p'"
    assert problem.place.file == f"docs/{PAGE}"
    assert "data/quality" in (problem.fix or "")


def test_a_page_scored_twice_is_found(library: Library) -> None:
    twice = changed(library, "quality", "pemat-how-to", pages=("do/build-up-without-big-jumps.md", PAGE))
    assert said(scores.every_page_that_a_rubric_is_for_has_a_score(twice)) == [
        f"{PAGE} is scored twice by 'pemat-p', in pemat-explain and here"
    ]


def test_a_score_for_a_page_of_another_type_is_left_over(library: Library) -> None:
    pages = (*library.quality[PEMAT].pages, "bones/index.md")
    assert said(
        scores.a_score_is_for_pages_that_its_rubric_is_for(changed(library, "quality", PEMAT, pages=pages))
    ) == ["the rubric 'pemat-p' is not for this page"]


def test_an_exception_for_a_page_that_is_not_scored_is_left_over(library: Library) -> None:
    own = OwnMark(page="index.md", item="purpose", mark=0, why="It is not here.")
    lost = changed(library, "quality", PEMAT, but=(own,))
    assert said(scores.a_score_is_for_pages_that_its_rubric_is_for(lost)) == [
        "index.md is not among the pages of this score"
    ]


def test_an_item_without_a_mark_is_missed(library: Library) -> None:
    marks = {item: mark for item, mark in library.quality["jama"].marks.items() if item != "currency"}
    assert said(scores.a_score_marks_every_item(changed(library, "quality", "jama", marks=marks))) == [
        "these items have no mark: currency"
    ]


def test_a_mark_out_of_range_or_of_an_unknown_item_is_refused(library: Library) -> None:
    marks = library.quality["discern-bones"].marks
    for item, mark, wrong in (
        ("dates", 6, "the mark 6 is not one that 'dates' can have"),
        ("dates", 0, "the mark 0 is not one that 'dates' can have"),
        ("beauty", 1, "the rubric has no item 'beauty'"),
    ):
        other = {**marks, item: ItemMark(mark=mark, why="So it is.")}
        assert said(scores.a_score_marks_every_item(changed(library, "quality", "discern-bones", marks=other))) == [
            wrong
        ]


def test_a_page_looked_at_again_is_scored_again(library: Library) -> None:
    page = library.pages[PAGE]
    later = page.meta.model_copy(update={"reviewed": datetime.date(2026, 12, 24)})
    pages = MappingProxyType({**library.pages, PAGE: dataclasses.replace(page, meta=later)})
    found = said(scores.a_score_is_no_older_than_the_page(dataclasses.replace(library, pages=pages)))
    assert found == [f"{PAGE} was looked at again after it was scored"] * 2  # by two rubrics


def test_no_score_claims_a_clinician(library: Library) -> None:
    assert library.quality
    for score in library.quality.values():
        assert score.by.kind == "tool"
        assert "clinician" not in score.by.name
