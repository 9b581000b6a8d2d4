"""Saving answers on the device, clearing them, and taking them to another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.library import Library
from tests.browser.decision_pages import ANY_PAGE, answer, come_back, heading, open_tool, press, question, result

REFUSE_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused') }})"
FILL_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
STORED = "Object.keys(localStorage).concat(Object.keys(sessionStorage)).filter((key) => key.includes('decision'))"
FORMAT = "running-bones-joints/saved/1"
NOT_OURS = "This file is not one that this guide made."


def test_h12_nothing_is_saved_until_asked_and_clear_removes_it(page: Page, way: Locator) -> None:
    answer(way, "No", "Yes")
    assert page.evaluate(STORED) == []
    press(way, "Save on this device")
    expect(way.get_by_text("Saved on this device until you clear it.")).to_be_visible()
    assert page.evaluate(STORED) == ["running-bones-joints.decision.way"]
    come_back(page, "way")
    expect(way.get_by_text("are saved on this device.")).to_be_visible()
    expect(result(way)).to_be_hidden()
    press(way, "Use the saved answers")
    expect(heading(way)).to_contain_text("Go later")
    press(way, "Clear my answers")
    expect(way.get_by_text("All answers are cleared")).to_be_visible()
    assert page.evaluate(STORED) == []
    expect(question(way)).to_have_text("Is there a storm?")
    page.reload()
    expect(way.get_by_text("are saved on this device.")).to_be_hidden()
    expect(way.locator("form:not([hidden]) :checked")).to_have_count(0)


@pytest.mark.parametrize("script", [REFUSE_STORAGE, FILL_STORAGE], ids=["refused", "full"])
def test_where_storage_is_refused_or_full_the_tool_works_and_says_so(
    page: Page, site: Path, small: Library, script: str
) -> None:
    page.add_init_script(script)
    tool = open_tool(page, site, small, "way")
    answer(tool, "A warning on the radio")
    press(tool, "Save on this device")
    expect(
        tool.locator(".tool__keep").get_by_text("This browser does not let the guide save anything.")
    ).to_be_visible()
    press(tool, "Clear my answers")
    expect(question(tool)).to_have_text("Is there a storm?")


def test_everything_saved_travels_in_one_file(page: Page, way: Locator, tmp_path: Path) -> None:
    page.evaluate("localStorage['running-bones-joints.checklist.before'] = JSON.stringify(['one', 'two'])")
    answer(way, "No", "Yes")
    press(way, "Save on this device")
    way.locator(".tool__file summary").click()
    with page.expect_download() as download:
        press(way, "Download the file")
    path = tmp_path / "saved.json"
    download.value.save_as(path)
    file = json.loads(path.read_text(encoding="utf-8"))
    assert file["format"] == FORMAT
    assert file["saved"]["checklist.before"] == ["one", "two"]
    assert file["saved"]["decision.way"]["answers"] == {"storm": "no", "ice": "yes"}
    page.evaluate("localStorage.clear()")
    way.get_by_label("Bring in a file from another device").set_input_files(path)
    expect(way.get_by_text("All of the file is saved on this device.")).to_be_visible()
    expect(way.get_by_role("button", name="Use the saved answers")).to_be_visible()
    assert page.evaluate("guide.saved.read('checklist.before')") == ["one", "two"]


NOTHING_IN_IT = {
    "no JSON": "not json",
    "a list": "[]",
    "another format": '{"format": "other", "saved": {}}',
    "nothing saved": json.dumps({"format": FORMAT, "saved": None}),
    "too long": "x" * 300_000,
    "markup for an answer": json.dumps(
        {
            "format": FORMAT,
            "saved": {"decision.x": {"version": "1", "date": "2026-11-22", "answers": {"a": "<b>"}}},
        }
    ),
}


def test_a_file_is_looked_through_on_its_way_in(page: Page, way: Locator) -> None:
    way.locator(".tool__file summary").click()
    for case, text in NOTHING_IN_IT.items():
        way.locator("[data-says]").evaluate_all("all => { for (const one of all) one.hidden = true; }")
        take(way, text)
        expect(way.get_by_text(NOT_OURS), case).to_be_visible()
        assert page.evaluate(KEPT) == [], case
    bring_in(
        way,
        {
            "checklist.a": ["one"],
            "checklist.b": "no list",
            "__proto__.x": [],
            "palette": {},
            "decision.a": {"version": "1", "date": "soon", "answers": {}},
        },
    )
    expect(way.get_by_text("A part of the file is saved on this device.")).to_be_visible()
    assert page.evaluate(KEPT) == ["running-bones-joints.checklist.a"]


KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('running-bones-joints.'))"


def bring_in(tool: Locator, saved: dict[str, Any]) -> None:
    take(tool, json.dumps({"format": FORMAT, "saved": saved}))


def take(tool: Locator, text: str) -> None:
    tool.get_by_label("Bring in a file from another device").set_input_files(
        {"name": "saved.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def test_a_file_that_would_replace_saved_answers_asks_and_names_them(page: Page, way: Locator) -> None:
    mine = {"version": "1", "date": "2026-11-20", "answers": {"urgent": "no"}}
    theirs = {**mine, "date": "2026-11-21", "answers": {"urgent": "yes"}}
    page.evaluate("mine => guide.saved.write('decision.some-tool', mine)", mine)
    way.locator(".tool__file summary").click()
    bring_in(way, {"decision.some-tool": theirs, "checklist.a": ["one"]})
    asks = page.get_by_role("dialog", name="Replace what is saved here?")
    expect(asks.get_by_role("listitem")).to_have_text(
        "Answers: some tool, of 20 November 2026 here and of 21 November 2026 in the file"
    )
    asks.get_by_role("button", name="Keep what is here").click()
    expect(way.get_by_text("What you have here stays as it was.")).to_be_visible()
    assert page.evaluate("guide.saved.read('decision.some-tool')") == mine
    assert page.evaluate("guide.saved.read('checklist.a')") == ["one"]
    bring_in(way, {"decision.some-tool": theirs})
    page.keyboard.press("Escape")
    expect(way.get_by_text("What you have here stays as it was.")).to_be_visible()
    bring_in(way, {"decision.some-tool": theirs})
    asks.get_by_role("button", name="Replace with the file’s").click()
    expect(way.get_by_text("All of the file is saved on this device.")).to_be_visible()
    assert page.evaluate("guide.saved.read('decision.some-tool')") == theirs


def test_saved_answers_are_offered_only_while_they_are_there_and_none_are_given(page: Page, way: Locator) -> None:
    answer(way, "No", "Yes")
    press(way, "Save on this device")
    other = page.context.new_page()
    tool = come_back(other, "way")
    use = tool.get_by_role("button", name="Use the saved answers")
    expect(use).to_be_visible()
    answer(tool, "A warning on the radio")
    expect(use).to_be_hidden()
    other.reload()
    other.goto("/")
    other.goto(f"/{ANY_PAGE}/")
    expect(use).to_be_visible()
    press(way, "Clear my answers")
    expect(use).to_be_hidden()


def test_damaged_saved_answers_are_passed_over(page: Page, way: Locator) -> None:
    page.evaluate("localStorage['running-bones-joints.decision.way'] = '{\"version\": 1'")
    come_back(page, "way")
    expect(way.get_by_role("button", name="None of these")).to_be_visible()
    expect(way.get_by_text("are saved on this device.")).to_be_hidden()
