"""Words on a page that look wrong once it is laid out, or that are wrong the day after."""

from __future__ import annotations

import pytest

from macros.checks import Check
from macros.checks.pages import page_words
from macros.library import Library
from tests.render.making import HERE
from tests.render.making import library as made

from ..changing import said


@pytest.mark.parametrize(
    "check", [page_words.a_chip_stands_after_the_comma, page_words.no_page_tells_what_is_still_to_come]
)
def test_todays_pages_have_none(library: Library, check: Check) -> None:
    assert list(check(library)) == []


@pytest.mark.parametrize("mark", [", and more", ".", ";", ":", " , and"])
def test_a_mark_behind_a_chip_is_refused_where_it_stands(mark: str) -> None:
    body = f'One line.\n\nWalk first {{{{ claim("walk") }}}}{mark} Then run.'
    (problem,) = page_words.a_chip_stands_after_the_comma(made(pages={HERE: body}))
    assert "follows the chip of walk" in problem.wrong
    assert (problem.place.line, problem.place.column) == (8 + 2, len("Walk first ") + 1)


@pytest.mark.parametrize(
    "body", ['Walk first, {{ claim("walk") }} then run.', 'Walk first. {{ claim("walk") }}', "a, b"]
)
def test_a_chip_behind_its_mark_is_fine(body: str) -> None:
    assert list(page_words.a_chip_stands_after_the_comma(made(pages={HERE: body}))) == []


@pytest.mark.parametrize(
    "body",
    [
        "Some pages are still missing, among them one.",
        "The page is not written yet. Where a page is missing, look elsewhere.",
        "A planner comes soon.",
        "More will follow later.",
    ],
)
def test_what_is_still_to_come_is_not_told(body: str) -> None:
    assert said(page_words.no_page_tells_what_is_still_to_come(made(pages={HERE: body})))


@pytest.mark.parametrize("body", ["A missing word can do harm.", "Ring if nobody comes.", "This page is about knees."])
def test_other_words_are_left_alone(body: str) -> None:
    assert said(page_words.no_page_tells_what_is_still_to_come(made(pages={HERE: body}))) == []
