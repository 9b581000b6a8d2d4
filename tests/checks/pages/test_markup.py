"""Markup of pages: nothing that a browser would run, and boxes that become boxes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.checks import Check
from macros.checks.pages.markup import (
    BOXES,
    every_box_becomes_one,
    every_do_not_bullet_says_so,
    every_heading_class_does_something,
    no_page_holds_html,
    no_page_sets_attributes,
    what_a_box_states_rests_on_a_claim,
)
from macros.library import Library
from macros.records import Problem
from tests.render.making import library as made_library

CHECKS = (
    every_box_becomes_one,
    every_do_not_bullet_says_so,
    every_heading_class_does_something,
    no_page_holds_html,
    no_page_sets_attributes,
    what_a_box_states_rests_on_a_claim,
)


def problems_of(check: Check, body: str) -> list[Problem]:
    return list(check(made_library(pages={"a.md": body})))


@pytest.mark.parametrize("check", CHECKS)
def test_the_guide_passes(library: Library, check: Check) -> None:
    assert list(check(library)) == []


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<SCRIPT src=x>",
        "<style>p { color: red }</style>",
        '<iframe src="https://example.org"></iframe>',
        '<div onclick="x()">\nwords\n</div>',
        '<div class="doors" style="color: red">\nwords\n</div>',
        '<img src="x" onerror="x()">',
        '<a href="javascript:x()">words</a>',
        "<svg><g></g></svg>",
        "words <!-- aside --> words",
        "a <script\nsrc=x>b</script>",
    ],
)
def test_html_is_refused_once_where_it_begins(body: str) -> None:
    (problem,) = problems_of(no_page_holds_html, f"Words.\n\n{body}\n")
    assert problem.place.line == 8 + 2
    assert problem.wrong.startswith("HTML stands on a page: <")
    assert "<div" in problem.allowed and problem.fix


@pytest.mark.parametrize(
    "body",
    [
        '<div class="doors" markdown>\n<div markdown>\n\nWords.\n\n</div>\n</div>',
        "Less than < 5, more than > 3, and a <- b.",
        "<https://example.org/a>",
    ],
)
def test_what_pages_need_passes(body: str) -> None:
    assert problems_of(no_page_holds_html, body) == []


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("<div markdown>\n\nWords.\n", "this <div> is never closed"),
        ("Words.\n\n</div>\n", "this </div> closes nothing"),
    ],
)
def test_a_div_is_opened_and_closed(body: str, wrong: str) -> None:
    assert [problem.wrong for problem in problems_of(no_page_holds_html, body)] == [wrong]


@pytest.mark.parametrize("list", ['{ onclick="x()" }', '{: style="color: red" }', "{ .a href=x }"])
def test_attributes_that_could_run_are_refused(list: str) -> None:
    (problem,) = problems_of(no_page_sets_attributes, f"[words](a.md){list}\n")
    assert problem.wrong == f"attributes are set here: {list}"


@pytest.mark.parametrize("body", ["## Words {#words}", "[a](b.md){ .c #d }", '{{ term("a", "b = c") }}'])
def test_classes_ids_and_macros_set_none(body: str) -> None:
    assert problems_of(no_page_sets_attributes, body) == []


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ('!!! do "Do"\n\nOutside.\n', "nothing stands in this box"),
        ('!!! do "Do"\n  - Too little.\n', "nothing stands in this box"),
        ('!!! do "Do"', "nothing stands in this box"),
        ("!!! note\n\n    Inside.\n", "there is no box 'note'"),
        ('!!! dont "Do not"\n\n    - Do not.\n', "there is no box 'dont'"),
        ('!! do "Do"\n\n    Inside.\n', "this does not begin a box"),
        ('??? do "Do"\n\n    Inside.\n', "this does not begin a box"),
        ("!!!\n\n    Inside.\n", "this does not begin a box"),
        ("!!! do Do\n\n    Inside.\n", "this does not begin a box"),
    ],
)
def test_a_broken_box_is_told(body: str, wrong: str) -> None:
    (problem,) = problems_of(every_box_becomes_one, body)
    assert problem.wrong.startswith(wrong)
    assert problem.place.line == 8
    assert problem.allowed and problem.fix


@pytest.mark.parametrize(
    "body", ['!!! do "Do"\n\n    Inside.', '!!! do "Do"\n    Inside.\n', "!!! unknown\n\n    A.\n"]
)
def test_a_box_with_a_body_passes(body: str) -> None:
    assert problems_of(every_box_becomes_one, body) == []


def test_boxes_are_those_that_are_drawn(root: Path) -> None:
    drawn = (root / "overrides/assets/stylesheets/components/boxes.css").read_text(encoding="utf-8")
    kinds = re.search(r"\.admonition:is\(([^)]*)\)", drawn)
    assert kinds and {kind.strip(" .") for kind in kinds[1].split(",")} == set(BOXES)


@pytest.mark.parametrize("end", ["", "\n", "\n\nWords.\n"])
@pytest.mark.parametrize("bullet", ["- Run.", "* Run.", "1. Run.", "- **Run.**"])
def test_each_bullet_of_a_do_not_box_begins_so(bullet: str, end: str) -> None:
    body = f'!!! do-not "Do not"\n\n    - Do not jump.\n    {bullet}{end}'
    (problem,) = problems_of(every_do_not_bullet_says_so, body)
    assert (problem.place.line, problem.wrong) == (8 + 3, "a bullet in a 'Do not' box begins with 'Do not'")


def test_bullets_outside_the_box_are_free() -> None:
    body = '!!! do-not "Do not"\n\n    - Do not jump.\n\n- Run.\n\n!!! do "Do"\n\n    - Run.\n'
    assert problems_of(every_do_not_bullet_says_so, body) == []


@pytest.mark.parametrize("kind", ["key-points", "short-answer", "unknown"])
def test_a_point_without_a_claim_is_told_on_its_line(kind: str) -> None:
    points = '    - With it. {{ claim("a") }}\n    - Without\n      it.\n    - With. {{ cite("b") }}\n'
    body = f'!!! {kind} "Title"\n\n{points}'
    (problem,) = problems_of(what_a_box_states_rests_on_a_claim, body)
    assert (problem.place.line, problem.wrong) == (8 + 3, "no claim stands behind “- Without it.”")


def test_advice_in_bold_needs_no_claim() -> None:
    body = '!!! short-answer "Title"\n\n    With it. {{ claim("a") }}\n\n    **Do this:** walk.\n'
    assert problems_of(what_a_box_states_rests_on_a_claim, body) == []


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("## A {: .fold }", 0),
        ("## A {: .fold #here }", 0),
        ("## A", 0),
        ("## A {: .folded }", 1),
        ("### A {: .fold }", 1),
    ],
)
def test_a_heading_is_folded_or_has_no_class(heading: str, told: int) -> None:
    assert len(problems_of(every_heading_class_does_something, f"{heading}\n\nWords.\n")) == told
