"""The planner for everyone: with axe, on a narrow screen, without scripts, from a folder."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from macros.library import Library
from tests.browser.axe import in_both_colours
from tools.offline import GUIDE

from .using import (
    GENTLER,
    PAGE,
    asked,
    calendar_of,
    choose,
    lay_out,
    note,
    press,
)


def test_axe_finds_nothing_in_the_planner(planner: Locator, page: Page, known_looks: set[str] | None) -> None:
    page.emulate_media(reduced_motion="reduce")
    lay_out(planner)
    note(planner, "red")
    press(planner, "I have done it")
    planner.locator(".planner-week__edit:visible summary").first.click()
    found = in_both_colours(page, "walk-run-planner", known_looks)
    press(planner, "Change my choices")
    found += in_both_colours(page, "walk-run-planner", known_looks)
    assert found == [], "\n\n".join(found)


def test_nothing_is_wider_than_320_pixels(planner: Locator, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    choose(planner, **GENTLER)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    press(planner, "Lay out my weeks")
    press(planner, "I have done it")
    press(planner, "Show all 12 weeks")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_scripts_the_tables_are_there_and_the_planner_says_so(
    page_without_scripts: Page, library: Library
) -> None:
    page = page_without_scripts
    page.goto(PAGE)
    assert "The planner needs a script" in page.content()
    expect(page.locator("walk-run-planner")).to_be_hidden()
    page.goto("/do/how-the-planner-was-proved/")
    page.locator("#main-content details").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
    for table in ("plan-ladder", "plan-next-session"):
        expect(page.locator(f"#{table}-rule-{library.decisions[table].rules[0].id}")).to_be_visible()
    page.goto("/do/start-with-walk-run/")
    for id in ("gentler-start", "couch-to-5k", "walk-and-strength"):
        page.locator(f"details.fold:has(#plan-{id}) > summary").click()  # folds without a script, as its list
        page.locator(f"#plan-{id} summary").click()
        expect(page.locator(f"#plan-{id} table")).to_be_visible()


def test_it_works_from_the_unzipped_folder(page: Page, offline_folder: Path) -> None:
    page.goto(
        (offline_folder / GUIDE / "do" / "walk-run-planner.html").as_uri() + "#walk-run-planner?route=start-walk-run"
    )
    tool = page.locator("walk-run-planner")
    expect(tool.get_by_label(asked("route"))).to_have_value("start-walk-run")
    lay_out(tool)
    note(tool, "green")
    assert calendar_of(tool, page).startswith(b"BEGIN:VCALENDAR\r\n")
