"""What is written lasts for the visit, and on the device when asked."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tools.offline import GUIDE

from .using import DIARY, KEPT, REFUSES, add, keep, rows


def test_h12_the_diary_is_saved_only_when_asked_and_cleared(diary: Page) -> None:
    add(diary, date="2026-11-02", during="3")
    assert diary.evaluate(KEPT) is None
    keep(diary)
    add(diary, date="2026-11-03", during="2")
    diary.reload()
    expect(rows(diary)).to_have_count(2)
    diary.get_by_role("button", name="Clear my diary").click()
    diary.get_by_role("button", name="Clear all").click()
    expect(rows(diary)).to_have_count(0)
    assert diary.evaluate(KEPT) is None


def test_what_is_typed_survives_a_reload_and_leaving_and_stays_in_this_tab(diary: Page) -> None:
    diary.locator("#diary-site").fill("left hip")
    diary.locator("#diary-unit").select_option("miles")
    diary.reload()
    expect(diary.locator("#diary-site")).to_have_value("left hip")
    diary.goto("/about/privacy/")
    diary.go_back()
    expect(diary.locator("#diary-site")).to_have_value("left hip")
    expect(diary.locator("#diary-unit")).to_have_value("miles")
    assert diary.evaluate("Object.keys(localStorage).filter(key => key.includes('diary'))") == []
    other = diary.context.new_page()
    other.goto(DIARY)
    expect(other.locator("#diary-site")).to_have_value("")


def test_entries_that_are_not_saved_survive_a_reload_and_go_with_clear(diary: Page) -> None:
    add(diary, date="2026-11-02", during="3")
    diary.locator("#diary-note").fill("half a note")
    expect(diary.get_by_text("stays in this tab, and goes when you close it")).to_be_visible()
    diary.reload()
    expect(rows(diary)).to_have_count(1)
    diary.get_by_role("button", name="Clear my diary").click()
    diary.get_by_role("button", name="Clear all").click()
    diary.reload()
    expect(rows(diary)).to_have_count(0)
    expect(diary.locator("#diary-note")).to_have_value("")


def test_a_new_entry_waits_while_another_is_changed_and_a_change_survives_a_reload(diary: Page) -> None:
    add(diary, date="2026-11-02", during="3")
    diary.locator("#diary-note").fill("half a note")
    rows(diary).get_by_role("button", name="Change").click()
    diary.locator("#diary-note").fill("hills")
    diary.reload()
    expect(diary.get_by_role("heading", name="Change the entry of 2 November 2026")).to_be_visible()
    expect(diary.locator("#diary-note")).to_have_value("hills")
    diary.get_by_role("button", name="Save the change").click()
    expect(rows(diary)).to_have_count(1)
    expect(rows(diary)).to_contain_text("hills")
    expect(diary.locator("#diary-note")).to_have_value("half a note")


def test_the_diary_works_and_says_so_where_storage_is_refused(page: Page) -> None:
    page.add_init_script(REFUSES)
    page.goto(DIARY)
    add(page, date="2026-11-02", during="3")
    keep(page)
    expect(page.get_by_text("does not let the guide save anything")).to_be_visible()
    expect(rows(page)).to_have_count(1)


def test_the_diary_keeps_and_drafts_in_the_offline_copy_too(page: Page, offline_folder: Path) -> None:
    page.goto((offline_folder / GUIDE / "do" / "pain-diary.html").as_uri())
    add(page, date="2026-11-02", during="3")
    page.locator("#diary-note").fill("half a note")
    page.reload()
    expect(rows(page)).to_have_count(1)
    expect(page.locator("#diary-note")).to_have_value("half a note")
    keep(page)
    other = page.context.new_page()
    other.goto(page.url)
    expect(rows(other)).to_have_count(1)
