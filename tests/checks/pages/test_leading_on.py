"""Next tasks, and pages that lead nowhere."""

from __future__ import annotations

import dataclasses
from types import MappingProxyType
from typing import Any

import pytest

from macros.checks import Check
from macros.checks.pages.leading_on import (
    every_chain_of_tasks_comes_to_a_tool,
    every_guide_page_has_a_next_task,
    every_page_leads_on,
)
from macros.library import Library
from macros.records import Page, PageMeta
from macros.records.files.reading import parse_yaml
from tests.checks.changing import said
from tests.render.making import REVIEW
from tests.render.making import library as made_library


def guide(**pages: tuple[str, str | None, str]) -> Library:
    """A library of pages by name: the type of each, its next task, and its words."""
    made = {f"{name}.md": _page(f"{name}.md", *page) for name, page in pages.items()}
    return dataclasses.replace(made_library(), pages=MappingProxyType(made))


def _page(path: str, type: str, next: str | None, body: str) -> Page:
    fields: dict[str, Any] = {"title": path, "description": path, "type": type, **REVIEW}
    if next:
        fields["next"] = {"page": f"{next}.md", "says": "Go on"}
    return Page(path, f"docs/{path}", PageMeta.model_validate(fields), body, 8, parse_yaml("", path))


TOOL = ("tool", None, "[Back](a.md)")


@pytest.mark.parametrize(
    "check", [every_guide_page_has_a_next_task, every_chain_of_tasks_comes_to_a_tool, every_page_leads_on]
)
def test_the_guide_passes(library: Library, check: Check) -> None:
    assert list(check(library)) == []


@pytest.mark.parametrize(
    ("next", "wrong"),
    [
        (None, ["the page has no next task"]),
        ("c", ["the next task leads to c.md, which is not there"]),
        ("a", ["the next task is this page"]),
        ("b", []),
    ],
)
def test_a_guide_page_names_a_next_task_that_is_another_page(next: str | None, wrong: list[str]) -> None:
    assert said(every_guide_page_has_a_next_task(guide(a=("explain", next, ""), b=TOOL))) == wrong


def test_two_pages_that_lead_to_each_other_are_a_circle() -> None:
    found = said(every_chain_of_tasks_comes_to_a_tool(guide(a=("explain", "b", ""), b=("how-to", "a", ""))))
    assert found == [
        "the next tasks go round in a circle: a.md → b.md → a.md",
        "the next tasks go round in a circle: b.md → a.md → b.md",
    ]


def test_a_chain_may_take_several_steps_to_a_tool_and_no_farther_is_looked() -> None:
    tool = ("tool", "a", "")
    assert (
        said(every_chain_of_tasks_comes_to_a_tool(guide(a=("explain", "b", ""), b=("how-to", "c", ""), c=tool))) == []
    )


def test_a_chain_that_ends_where_there_is_nothing_to_do_is_told() -> None:
    (found,) = said(every_chain_of_tasks_comes_to_a_tool(guide(a=("explain", "b", ""), b=("reference", None, ""))))
    assert found == "the next tasks end at b.md, where there is nothing to do"


@pytest.mark.parametrize("body", ["Words.", "[Here](#here), [itself](a.md) and [away](https://example.org/b.md)"])
def test_a_page_whose_links_lead_nowhere_else_is_a_dead_end(body: str) -> None:
    assert said(every_page_leads_on(guide(a=("reference", None, body), b=TOOL))) == ["nothing on this page leads on"]


@pytest.mark.parametrize(("next", "body"), [(None, "[On](b.md#x)"), ("b", "")])
def test_a_link_or_a_next_task_leads_on(next: str | None, body: str) -> None:
    assert said(every_page_leads_on(guide(a=("reference", next, body), b=TOOL))) == []
