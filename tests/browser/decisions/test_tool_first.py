"""A tool is what its page begins with: on a phone its first question and a first answer are on the first screen."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.records.page import Page as Written
from macros.records.page import read_page
from tools.build import ROOT

PHONE = {"width": 390, "height": 844}
# What a reader does first in each tool, by the macro that draws it; one that only reads the folder has no question.
FIRST = {
    "decision": (
        "decision-tool form:not([hidden]) .decision-question__ask",
        "decision-tool form:not([hidden]) :is(.choice, select, input[type=text])",
    ),
    "planner": ("walk-run-planner .planner-question__ask", "walk-run-planner form:not([hidden]) :is(.choice, select)"),
    "checklist": (".checklist h3", ".checklist__item > label"),
    "pain_diary": ("#diary label", "#diary :is(input:not([type=hidden]), select)"),
}


def _tools() -> dict[str, str]:
    """The path of each page with a tool, and the macro that draws what a reader does first."""
    docs = ROOT / "docs"
    pages = [page for path in sorted(docs.rglob("*.md")) if isinstance(page := read_page(path, docs), Written)]
    drawn = [(page.path, call.macro) for page in pages if page.meta.type == "tool" for call in page.calls]
    return {path: macro for path, macro in drawn if macro in FIRST}


TOOLS = _tools()
ASKING = [path for path, macro in TOOLS.items() if macro in ("decision", "planner")]


def _address(path: str) -> str:
    return f"/{path.removesuffix('.md').removesuffix('index')}".rstrip("/") + "/"


def _opened(page: Page, path: str, fragment: str = "") -> tuple[Locator, Locator]:
    page.goto("about:blank")  # so that a fragment loads the page anew
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(_address(path) + fragment)
    ask, answer = FIRST[TOOLS[path]]
    return page.locator(ask).first, page.locator(answer).first


@pytest.mark.parametrize("path", TOOLS)
def test_the_first_question_and_its_first_answer_are_on_the_first_screen(page: Page, path: str) -> None:
    for part in _opened(page, path):
        expect(part).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("path", TOOLS)
def test_signs_that_need_help_are_one_line_that_opens_in_place(page: Page, path: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(_address(path))
    card = page.locator(".care-card").first
    expect(card).to_be_hidden()
    page.locator("summary", has_text="Something badly wrong?").click()
    expect(card).to_be_in_viewport()


@pytest.mark.parametrize("path", TOOLS)
@pytest.mark.parametrize("media", ["screen", "print"])
def test_without_scripts_and_on_paper_signs_that_need_help_are_open(
    page_without_scripts: Page, path: str, media: Literal["screen", "print"]
) -> None:
    page = page_without_scripts
    page.emulate_media(media=media)
    page.goto(_address(path))
    card = page.locator(".care-card").first
    assert card.evaluate("(card) => card.checkVisibility({contentVisibilityAuto: true}) && card.clientHeight > 50")


@pytest.mark.parametrize("path", ASKING)
def test_a_link_to_the_tool_lands_on_its_first_question_with_the_focus_there(page: Page, path: str) -> None:
    page.goto(_address(path))
    name = page.locator(".decision").get_attribute("id")
    question, answer = _opened(page, path, f"#{name}")
    for part in (question, answer):
        expect(part).to_be_in_viewport(ratio=1)
    expect(page.locator(":is(decision-tool, walk-run-planner) form:not([hidden]) :focus")).to_have_count(1)


@pytest.mark.parametrize("path", ASKING)
def test_below_the_tool_stands_the_way_to_how_it_works(page: Page, path: str) -> None:
    page.goto(_address(path))
    page.get_by_role("link", name="How this works: table, step by step, proof, sources").click()
    expect(page.locator("#main-content")).to_have_attribute("data-page-type", "about")
    page.locator("details.fold > summary", has_text="The table").click()
    expect(page.locator(".decision-rule").first).to_be_visible()
