"""Weeks that are kept: through a reload, on the device when asked, and in the one file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from .using import (
    AFTER,
    PAGE,
    REFUSE_STORAGE,
    STORED,
    asked,
    choose,
    lay_out,
    note,
    press,
    said,
    sessions,
)


def test_weeks_and_notes_survive_a_reload_and_another_page(planner: Locator, page: Page) -> None:
    lay_out(planner)
    note(planner, "green")
    shown = sessions(planner)
    expect(planner.get_by_text("Your weeks stay in this tab, and go when you close it.")).to_be_visible()
    page.reload()
    expect(planner.get_by_text("1 noted.")).to_be_visible()
    page.goto("/about/privacy/")
    page.go_back()
    assert sessions(planner) == shown
    assert page.evaluate(STORED) == []
    press(planner, "Clear my weeks")
    page.reload()
    expect(planner.get_by_label(asked("route"))).to_have_value("not-yet")
    assert page.evaluate("sessionStorage.length") == 0


def test_choices_in_the_making_survive_a_reload(planner: Locator, page: Page) -> None:
    choose(planner, route="start-walk-run", walking="17")
    planner.get_by_label("Tuesday").first.check(force=True)
    planner.get_by_label("Begin with").select_option(index=1)
    level = planner.get_by_label("Begin with").input_value()
    page.reload()
    expect(planner.locator("[data-question=walking] input")).to_have_value("17")
    expect(planner.get_by_label("Tuesday").first).to_be_checked()
    expect(planner.get_by_label("Begin with")).to_have_value(level)


def test_from_choices_one_can_go_back_to_the_weeks_as_they_are(planner: Locator, page: Page) -> None:
    lay_out(planner)
    note(planner, "green")
    press(planner, "Change my choices")
    page.reload()
    press(planner, "Back to my weeks as they are")
    expect(planner.get_by_text("1 noted.")).to_be_visible()
    press(planner, "Change my choices")
    choose(planner, route="fuel-first")
    expect(planner.get_by_role("button", name="Back to my weeks as they are")).to_be_hidden()


def test_h12_weeks_are_saved_when_asked_and_clear_removes_them(planner: Locator, page: Page) -> None:
    lay_out(planner)
    assert page.evaluate(STORED) == []
    press(planner, "Save on this device")
    expect(planner.get_by_text("Saved on this device until you clear it")).to_be_visible()
    note(planner, "amber")
    shown = sessions(planner)
    page.reload()
    assert sessions(planner) == shown
    expect(planner.get_by_text("1 noted.")).to_be_visible()
    press(planner, "Clear my weeks")
    assert page.evaluate(STORED) == []
    expect(planner.get_by_role("button", name="Lay out my weeks")).to_be_hidden()


def test_weeks_that_cannot_be_read_are_said_to_be_there_and_stay_beside_others(planner: Locator, page: Page) -> None:
    unread = "Weeks are saved on this device that the guide cannot read."
    expect(planner.get_by_text(unread)).to_be_hidden()
    page.evaluate("localStorage['running-bones-joints.planner.weeks'] = '{cut off'")
    page.reload()
    expect(planner.get_by_text(unread)).to_be_visible()
    lay_out(planner)
    expect(planner.get_by_text(unread)).to_be_hidden()
    press(planner, "Save on this device")
    assert "{cut off" in page.evaluate("localStorage['running-bones-joints.unread.planner.weeks']")


def test_weeks_travel_in_the_one_file(planner: Locator, page: Page, tmp_path: Path) -> None:
    lay_out(planner)
    press(planner, "Save on this device")
    planner.get_by_role("link", name="Your folder").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Take it to another device").click()
    file = tmp_path / "saved.json"
    download.value.save_as(file)
    assert json.loads(file.read_text(encoding="utf-8"))["saved"]["planner.weeks"]["plan"] == "gentler-start"
    page.evaluate("localStorage.clear(), sessionStorage.clear()")
    page.reload()
    page.get_by_label("Bring in a file from another device").set_input_files(file)
    expect(page.get_by_text("All of the file is saved on this device.")).to_be_visible()
    page.goto(PAGE)
    assert len(sessions(planner)) == 36


@pytest.mark.parametrize(
    "change",
    [
        {"plan": "couch-to-5k"},  # not what the choices lead to
        {"answers": {"route": "walking-level"}},
        {"from": 99},
        {"days": [0, 1, 2, 3, 4, 5, 6]},
        {"notes": {"2026-11-30": "fine"}},
        {"start": "soon"},
    ],
)
def test_saved_weeks_that_do_not_fit_are_passed_over(planner: Locator, page: Page, change: dict[str, Any]) -> None:
    lay_out(planner)
    press(planner, "Save on this device")
    page.evaluate(
        "change => { const key = 'running-bones-joints.planner.weeks';"
        " const { v, value } = JSON.parse(localStorage[key]);"
        " localStorage[key] = JSON.stringify({ v, value: { ...value, ...change } }) }",
        change,
    )
    page.reload()
    expect(planner.get_by_role("button", name="Clear my weeks")).to_be_visible()
    expect(planner.get_by_role("button", name="Use the saved weeks")).to_be_hidden()
    # What has no shape of ours is not believed to be a plan at all.
    said = planner.get_by_text("with the rules of today they would come out differently")
    expect(said).to_be_visible(visible="start" not in change)


def test_saved_weeks_that_another_tab_cleared_are_no_longer_offered(planner: Locator, page: Page) -> None:
    lay_out(planner)
    press(planner, "Save on this device")
    page.reload()
    other = page.context.new_page()
    other.goto(PAGE)
    other.get_by_role("button", name="Clear my weeks").click()
    expect(planner.get_by_role("button", name="Use the saved weeks")).to_be_hidden()


def test_where_storage_is_refused_the_planner_works_and_says_so(page: Page) -> None:
    page.add_init_script(REFUSE_STORAGE)
    page.goto(PAGE)
    tool = page.locator("walk-run-planner")
    lay_out(tool)
    press(tool, "Save on this device")
    expect(
        tool.get_by_text("This browser does not let the guide save anything. The planner still works. Print")
    ).to_be_visible()
    note(tool, "green")
    expect(tool.locator("[data-part=after]")).to_contain_text(said(AFTER, "go-on"))
