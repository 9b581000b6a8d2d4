"""The checklist in a real browser: ticking, keeping when asked, clearing, printing, and doing without."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tools.offline import GUIDE

LIST = "/do/before-your-first-run/"
# Printing opens a dialog that a test cannot press; what the page looks like at that moment is noted instead.
NOTE_PRINTS = "window.print = () => { window.printed = document.documentElement.className; }"
KEPT = "Object.entries(localStorage).filter(([key]) => key.includes('checklist'))"


@pytest.fixture
def listed(page: Page) -> Page:
    page.goto(LIST)
    expect(progress(page)).to_contain_text("0 of")
    return page


def progress(page: Page) -> Locator:
    return page.locator(".checklist__progress [role=status]")


def question(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Keep your ticks on this device?")


def tick(page: Page, *places: int) -> None:
    for place in places:
        page.get_by_role("checkbox").nth(place).check()


def ticked(page: Page) -> list[int]:
    return [place for place, box in enumerate(page.get_by_role("checkbox").all()) if box.is_checked()]


def test_progress_counts_the_ticks(listed: Page) -> None:
    total = listed.get_by_role("checkbox").count()
    tick(listed, 0, 2)
    expect(progress(listed)).to_have_text(f"2 of {total} ticked")
    listed.get_by_role("checkbox").nth(0).uncheck()
    expect(progress(listed)).to_have_text(f"1 of {total} ticked")


def test_a_label_ticks_its_box(listed: Page) -> None:
    listed.locator(".checklist__item label").nth(1).click()
    assert ticked(listed) == [1]


def test_h12_nothing_is_kept_until_the_reader_asks(listed: Page) -> None:
    tick(listed, 0, 1)
    assert listed.evaluate(KEPT) == []
    listed.reload()
    assert ticked(listed) == []


def test_h12_keeping_asks_first_and_takes_no_for_an_answer(listed: Page) -> None:
    tick(listed, 0)
    listed.get_by_role("button", name="Keep my ticks on this device").click()
    expect(question(listed)).to_contain_text("Other people who use this device can see them")
    listed.get_by_role("button", name="Do not keep them").click()
    expect(question(listed)).to_be_hidden()
    assert listed.evaluate(KEPT) == []


@pytest.mark.smoke
def test_kept_ticks_are_there_again_and_follow_changes(listed: Page) -> None:
    tick(listed, 0, 3)
    keep(listed)
    expect(listed.get_by_text("Your ticks are kept on this device")).to_be_visible()
    tick(listed, 4)
    listed.reload()
    assert ticked(listed) == [0, 3, 4]
    expect(progress(listed)).to_contain_text("3 of")


def test_h12_clear_forgets_everything(listed: Page) -> None:
    tick(listed, 0, 3)
    keep(listed)
    listed.get_by_role("button", name="Clear all ticks").click()
    expect(listed.get_by_text("nothing is kept on this device")).to_be_visible()
    assert ticked(listed) == []
    assert listed.evaluate(KEPT) == []
    tick(listed, 1)
    listed.reload()
    assert ticked(listed) == []


def test_h12_keeping_can_be_stopped_and_the_ticks_stay_on_the_screen(listed: Page) -> None:
    tick(listed, 0)
    keep(listed)
    expect(listed.get_by_role("button", name="Stop keeping my ticks")).to_be_focused()
    listed.keyboard.press("Enter")
    expect(listed.get_by_text("Your ticks are not kept")).to_be_visible()
    expect(listed.get_by_role("button", name="Keep my ticks on this device")).to_be_focused()
    assert ticked(listed) == [0]
    assert listed.evaluate(KEPT) == []


def test_list_works_and_says_so_where_storage_is_refused(page: Page) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused') }})")
    page.goto(LIST)
    tick(page, 0)
    keep(page)
    expect(page.get_by_text("This browser does not let the guide keep anything")).to_be_visible()
    expect(page.get_by_role("button", name="Keep my ticks on this device")).to_be_visible()
    assert ticked(page) == [0]
    page.get_by_role("button", name="Clear all ticks").click()
    assert ticked(page) == []


@pytest.mark.parametrize("broken", ["{", '"text"', "null", '["no-such-item"]'])
def test_list_starts_empty_where_what_is_stored_is_not_its_own(page: Page, broken: str) -> None:
    page.goto(LIST)
    tick(page, 0)
    keep(page)
    page.evaluate(f"key => localStorage.setItem(key, {broken!r})", page.evaluate(KEPT)[0][0])
    page.reload()
    expect(progress(page)).to_contain_text("0 of")
    assert ticked(page) == []


def test_ticks_that_cannot_be_read_stay_apart_are_said_and_come_as_a_file(page: Page) -> None:
    page.goto(LIST)
    tick(page, 0)
    keep(page)
    page.evaluate("key => localStorage.setItem(key, '{broken')", page.evaluate(KEPT)[0][0])
    page.reload()
    expect(page.get_by_text("Some ticks that were kept here cannot be read.")).to_be_visible()
    tick(page, 1)
    keep(page)
    page.reload()
    assert ticked(page) == [1]
    with page.expect_download() as download:
        page.get_by_role("button", name="Download what cannot be read").click()
    assert "{broken" in Path(download.value.path()).read_text(encoding="utf-8")
    page.get_by_role("button", name="Clear all ticks").click()
    assert page.evaluate(KEPT) == []


def test_two_tabs_keep_the_ticks_of_both_and_an_unticked_box_stays_so(listed: Page) -> None:
    tick(listed, 0, 1)
    keep(listed)
    other = listed.context.new_page()
    other.goto(LIST)
    tick(listed, 2)
    expect(progress(other)).to_contain_text("3 of")
    tick(other, 3)
    expect(progress(listed)).to_contain_text("4 of")
    listed.get_by_role("checkbox").nth(0).uncheck()
    expect(progress(other)).to_contain_text("3 of")
    tick(other, 4)
    listed.reload()
    assert ticked(listed) == [1, 2, 3, 4]


def test_ticks_of_items_that_the_list_no_longer_has_stay(listed: Page) -> None:
    tick(listed, 0)
    keep(listed)
    name = listed.evaluate(KEPT)[0][0].removeprefix("running-bones-joints.")
    listed.evaluate("name => guide.saved.write(name, ['gone', ...guide.saved.read(name)])", name)
    listed.reload()
    tick(listed, 1)
    assert listed.evaluate("name => guide.saved.read(name).length", name) == 3
    assert ticked(listed) == [0, 1]


def test_ticks_kept_by_the_first_version_of_the_guide_are_there_and_stay(page: Page) -> None:
    page.goto(LIST)
    tick(page, 0, 2)
    keep(page)
    key = page.evaluate(KEPT)[0][0]
    page.evaluate("key => localStorage.setItem(key, JSON.stringify(JSON.parse(localStorage[key]).value))", key)
    page.reload()
    assert ticked(page) == [0, 2]
    tick(page, 3)
    page.reload()
    assert ticked(page) == [0, 2, 3]


def test_blank_and_filled_sheets_print_the_list_alone(page: Page) -> None:
    page.add_init_script(NOTE_PRINTS)
    page.goto(LIST)
    tick(page, 0)
    page.get_by_role("button", name="Print with my ticks").click()
    assert "prints-checklist" in page.evaluate("window.printed")
    assert "prints-blank" not in page.evaluate("window.printed")
    page.get_by_role("button", name="Print a blank list").click()
    assert "prints-blank" in page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".care-card").first).to_be_visible()
    expect(page.get_by_text("Name and date:")).to_be_visible()
    expect(page.locator("h2", has_text="Sources")).to_be_hidden()
    expect(page.get_by_role("button", name="Clear all ticks")).to_be_hidden()
    assert page.get_by_role("checkbox").first.evaluate("box => getComputedStyle(box).appearance") == "none"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.locator("h2", has_text="Sources")).to_be_visible()
    assert ticked(page) == [0], "printing blank clears nothing"


def test_list_works_by_keyboard_alone(listed: Page) -> None:
    listed.get_by_role("checkbox").first.focus()
    listed.keyboard.press("Space")
    assert ticked(listed) == [0]
    listed.get_by_role("button", name="Keep my ticks on this device").focus()
    listed.keyboard.press("Enter")
    expect(listed.get_by_role("button", name="Keep them", exact=True)).to_be_focused()
    listed.keyboard.press("Escape")
    expect(question(listed)).to_be_hidden()
    expect(listed.get_by_role("button", name="Keep my ticks on this device")).to_be_focused()


def test_prompts_show_no_count_and_are_kept_like_any_list(page: Page) -> None:
    page.goto("/bones/bone-health-prompts/")
    tick(page, 0, 5)
    expect(page.locator(".checklist__progress")).to_have_count(0)
    expect(page.locator(".checklist progress")).to_have_count(0)
    keep(page)
    page.reload()
    assert ticked(page) == [0, 5]
    page.get_by_role("button", name="Clear all ticks").click()
    assert ticked(page) == []


def test_boxes_tick_without_scripts_and_no_dead_button_shows(page_without_scripts: Page) -> None:
    page = page_without_scripts
    page.goto(LIST)
    tick(page, 0, 1)
    assert ticked(page) == [0, 1]
    expect(page.locator(".checklist button:visible")).to_have_count(0)
    expect(page.locator(".checklist__progress")).to_be_hidden()


def test_ticks_are_kept_in_the_offline_copy(page: Page, offline_folder: Path) -> None:
    page.goto((offline_folder / GUIDE / "do" / "before-your-first-run.html").as_uri())
    tick(page, 2)
    keep(page)
    page.reload()
    assert ticked(page) == [2]


def keep(page: Page) -> None:
    page.get_by_role("button", name="Keep my ticks on this device").click()
    page.get_by_role("button", name="Keep them", exact=True).click()
