"""A decision where the tool does not run: on paper, and in a browser without scripts."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from macros.library import Library
from tests.browser.axe import put_on
from tests.browser.decision_pages import heading, open_tool, result, walk


def test_paper_shows_answers_result_reasons_sources_and_date_black_on_white(page: Page, way: Locator) -> None:
    walk(way, {"rain": "yes"})
    put_on(page, "dark")
    page.emulate_media(media="print")
    expect(way.get_by_text(re.compile(r"Answers and result of \d+ \w+ \d{4}"))).to_be_visible()
    expect(heading(way)).to_be_visible()
    expect(result(way).locator("[data-part=used]")).to_be_visible()
    expect(result(way).get_by_text("Sources:").first).to_be_visible()
    expect(result(way).get_by_text("Version 1 of the rules.")).to_be_visible()
    for hidden in ("h1", ".tool__keep", ".tool__foot", ".decision__path", ".page-footer"):
        expect(page.locator(hidden).first).to_be_hidden()
    style = heading(way).evaluate(
        "one => [getComputedStyle(one).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert style == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_without_a_result_the_steps_are_printed_and_the_questions_are_not(page: Page, way: Locator) -> None:
    page.emulate_media(media="print")
    expect(way).to_be_hidden()
    expect(page.locator("#way-step-1")).to_be_visible()


def test_without_scripts_the_click_path_leads_to_the_same_result(
    page_without_scripts: Page, site: Path, small: Library
) -> None:
    page = page_without_scripts
    tool = open_tool(page, site, small, "way")
    expect(tool).to_be_hidden()
    page.get_by_text("Answer step by step, without scripts").click()
    for number in range(1, 5):
        step = page.locator(f"#way-step-{number}")
        step.get_by_role("listitem").filter(has=page.get_by_text(re.compile("^“?No"))).last.get_by_role("link").click()
    expect(page.locator(":target")).to_contain_text("Walk")
    expect(page.locator(":target")).to_be_in_viewport()
