"""The diary in two tabs at once."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .using import DIARY, KEPT, add, keep, rows


def test_two_tabs_show_and_save_what_both_wrote(diary: Page) -> None:
    add(diary, date="2026-11-01", note="old")
    keep(diary)
    other = diary.context.new_page()
    other.goto(DIARY)
    expect(rows(other)).to_have_count(1)
    other.locator("#diary-note").fill("half a note")
    add(diary, date="2026-11-02", note="one")
    expect(rows(other)).to_have_count(2)
    expect(other.locator("#diary-note")).to_have_value("half a note")
    add(other, date="2026-11-03", note="other")
    expect(rows(diary)).to_have_count(3)
    diary.get_by_role("button", name="Delete the entry of 1 November 2026").click()
    expect(rows(other)).to_have_count(2)
    add(other, date="2026-11-04", note="later")
    expect(rows(diary)).to_have_count(3)
    diary.reload()
    expect(rows(diary).locator("[data-cell=note]")).to_have_text(["later", "other", "one"])


def test_a_change_to_an_entry_that_another_tab_deletes_is_not_lost(diary: Page) -> None:
    add(diary, date="2026-11-02", note="mine")
    keep(diary)
    other = diary.context.new_page()
    other.goto(DIARY)
    rows(other).get_by_role("button", name="Change").click()
    other.locator("#diary-note").fill("changed")
    diary.get_by_role("button", name="Delete the entry of 2 November 2026").click()
    expect(rows(other)).to_have_count(0)
    expect(other.locator("#diary-note")).to_have_value("changed")
    other.get_by_role("button", name="Add to my diary").click()
    expect(rows(diary)).to_have_count(1)


def test_clearing_in_one_tab_clears_the_other_and_stopping_says_so(diary: Page) -> None:
    add(diary, date="2026-11-02", during="3")
    keep(diary)
    other = diary.context.new_page()
    other.goto(DIARY)
    diary.get_by_role("button", name="Stop saving").click()
    expect(other.get_by_text("Not saved any more: another tab")).to_be_visible()
    expect(rows(other)).to_have_count(1)
    keep(diary)
    expect(other.get_by_text("Saved on this device, with each change")).to_be_visible()
    diary.get_by_role("button", name="Clear my diary").click()
    diary.get_by_role("button", name="Clear all").click()
    expect(rows(other)).to_have_count(0)
    assert diary.evaluate(KEPT) is None
