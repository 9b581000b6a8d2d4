"""The diary takes, lists and draws what is written, and says nothing of its own."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .using import DIARY, add, rows


@pytest.mark.smoke
def test_an_entry_is_listed_drawn_and_filled_in_the_next_day(diary: Page) -> None:
    add(diary, date="2026-11-02", site="left knee", during="3", after="2", run="5,5", note="hills")
    expect(rows(diary)).to_have_count(1)
    expect(rows(diary)).to_contain_text("5.5 km")
    expect(diary.locator(".diary-chart__dot")).to_have_count(2)
    rows(diary).get_by_role("button", name="Add the next morning of 2 November 2026").click()
    expect(diary.locator("#diary-morning")).to_be_focused()
    diary.locator("#diary-morning").fill("0")
    diary.get_by_role("button", name="Save the change").click()
    expect(diary.get_by_role("status").get_by_text("Changed: the entry of 2 November 2026")).to_be_visible()
    expect(diary.locator(".diary-chart__dot")).to_have_count(3)


def test_what_is_wrong_is_said_at_the_field_and_in_a_list_above(diary: Page) -> None:
    add(diary, date="2026-11-02", during="11", run="far")
    errors = diary.get_by_role("alert")
    expect(errors).to_be_focused()
    expect(errors.get_by_role("link")).to_have_count(2)
    errors.get_by_role("link", name="During: write a whole number").click()
    expect(diary.locator("#diary-during")).to_be_focused()
    expect(diary.locator("#diary-during")).to_have_attribute("aria-invalid", "true")
    expect(diary.locator("#diary-during-error")).to_contain_text("0 to 10")
    expect(rows(diary)).to_have_count(0)


def test_a_deleted_entry_can_be_brought_back(diary: Page) -> None:
    add(diary, date="2026-11-02", during="3")
    diary.get_by_role("button", name="Delete the entry of 2 November 2026").click()
    expect(rows(diary)).to_have_count(0)
    expect(diary.get_by_role("button", name="Bring it back")).to_be_focused()
    diary.keyboard.press("Enter")
    expect(rows(diary)).to_have_count(1)


def test_h25_the_page_says_and_shows_the_same_whatever_is_written(diary: Page) -> None:
    shown = []
    for number in ("0", "10"):
        add(diary, date="2026-11-02", during=number, after=number, morning=number)
        expect(diary.locator(".diary-chart__dot")).to_have_count(3)  # the chart is drawn in its own time
        words = diary.locator("#main-content").inner_text()
        colours = diary.evaluate(  # found and read in one step, as a chart that is drawn anew has other dots
            """() => [...document.querySelectorAll(".diary__list td, .diary-chart__dot")].map(
                (one) => [getComputedStyle(one).color, getComputedStyle(one).fill])"""
        )
        shown.append((re.sub(r"\d+", "", words), colours))
        diary.get_by_role("button", name="Delete the entry of 2 November 2026").click()
    assert shown[0] == shown[1]


def test_a_note_keeps_its_lines_and_a_number_in_two_ways_is_asked_about(diary: Page) -> None:
    add(diary, date="2026-11-02", run="1,234", note="hills\nthen stairs")
    expect(diary.locator("#diary-run-error")).to_contain_text("in two ways. Write 1234 or 1.234")
    add(diary, run="1.234")
    expect(rows(diary)).to_contain_text("1.234 km")
    assert rows(diary).locator("[data-cell=note]").inner_text() == "hills\nthen stairs"
    rows(diary).get_by_role("button", name="Change").click()
    expect(diary.locator("#diary-note")).to_have_value("hills\nthen stairs")


def test_a_blank_sheet_prints_with_its_title(page: Page) -> None:
    page.add_init_script("window.print = () => {}")
    page.goto(DIARY)
    page.get_by_role("button", name="Print a blank sheet").click()
    page.emulate_media(media="print")
    expect(page.get_by_text("My pain diary", exact=True).filter(visible=True)).to_have_count(1)
    expect(page.locator(".diary__blank")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".diary__blank")).to_be_hidden()
    expect(page.get_by_text("My name:")).to_be_hidden()


def test_without_scripts_a_blank_sheet_is_there_and_no_dead_button(page_without_scripts: Page) -> None:
    page_without_scripts.goto(DIARY)
    expect(page_without_scripts.locator(".diary__blank")).to_be_visible()
    expect(page_without_scripts.locator(".diary button:visible")).to_have_count(0)
