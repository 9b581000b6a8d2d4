"""The pain diary in a real browser: it takes, lists, draws, hands out and takes in, and says nothing of its own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tools.offline import GUIDE

DIARY = "/do/pain-diary/"
KEPT = "localStorage.getItem('running-bones-joints.diary.pain')"
REFUSES = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused') }})"


@pytest.fixture
def diary(page: Page) -> Page:
    page.goto(DIARY)
    expect(page.get_by_role("button", name="Add to my diary")).to_be_visible()
    return page


def add(page: Page, **fields: str) -> None:
    for name, value in fields.items():
        page.locator(f"#diary-{name}").fill(value)
    page.get_by_role("button", name="Add to my diary").click()


def rows(page: Page) -> Locator:
    return page.locator(".diary__list tbody tr")


def keep(page: Page) -> None:
    page.get_by_role("button", name="Save on this device").click()
    page.get_by_role("button", name="Save", exact=True).click()


def bring_in(page: Page, name: str, text: str) -> None:
    payload: FilePayload = {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
    page.locator("#diary-file").set_input_files(payload)


def downloaded(page: Page, button: str) -> str:
    page.locator(".notes__files summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return Path(download.value.path()).read_text(encoding="utf-8")


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


def test_h25_the_page_says_and_shows_the_same_whatever_is_written(diary: Page) -> None:
    shown = []
    for number in ("0", "10"):
        add(diary, date="2026-11-02", during=number, after=number, morning=number)
        words = diary.locator("#main-content").inner_text()
        colours = diary.locator(".diary__list td, .diary-chart__dot").evaluate_all(
            "all => all.map(one => [getComputedStyle(one).color, getComputedStyle(one).fill])"
        )
        shown.append((re.sub(r"\d+", "", words), colours))
        diary.get_by_role("button", name="Delete the entry of 2 November 2026").click()
    assert shown[0] == shown[1]


def test_a_spreadsheet_never_takes_a_note_for_a_formula_and_the_file_comes_back_the_same(diary: Page) -> None:
    note = '=HYPERLINK("http://a.example";"x"), "sore"'
    add(diary, date="2026-11-02", site="-left knee", during="3", note=note)
    text = downloaded(diary, "Download for a spreadsheet (CSV)")
    assert "\"'=HYPERLINK(" in text
    assert ",=" not in text and ",-left" not in text
    diary.get_by_role("button", name="Clear my diary").click()
    diary.get_by_role("button", name="Clear all").click()
    bring_in(diary, "pain-diary.csv", text)
    expect(rows(diary).locator("[data-cell=note]")).to_have_text(note)
    expect(rows(diary).locator("[data-cell=site]")).to_have_text("-left knee")


def test_a_json_file_comes_back_once(diary: Page) -> None:
    add(diary, date="2026-11-02", during="3")
    text = downloaded(diary, "Download for this guide (JSON)")
    bring_in(diary, "pain-diary.json", text)
    expect(diary.get_by_text("Here already: 1")).to_be_visible()
    expect(rows(diary)).to_have_count(1)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        (
            "a.csv",
            "date;site;during;after;morning;run;unit;note\n02/11/2026;knee;14;;;;;\n",
            "Line 2: pain during is “14”",
        ),
        ("a.csv", "date,during\nyesterday,1\n", "Line 2: “yesterday” is no day"),
        ("a.csv", "when,how\n1,2\n", "names no column “date”"),
        ("a.json", "{", "cut off or damaged"),
        ("a.json", '{"format": "other"}', "holds no pain diary"),
        ("a.json", json.dumps({"format": "running-bones-joints/pain-diary/1", "entries": [None]}), "Entry 1:"),
    ],
)
def test_a_file_that_is_no_diary_is_refused_in_words(diary: Page, name: str, text: str, says: str) -> None:
    bring_in(diary, name, text)
    expect(diary.locator("[data-part=left]")).to_contain_text(says)
    expect(rows(diary)).to_have_count(0)


def test_the_diary_travels_in_the_file_of_everything_and_joins_the_one_that_is_there(diary: Page) -> None:
    add(diary, date="2026-11-02", during="3")
    keep(diary)
    packed = diary.evaluate("guide.saved.pack()")
    diary.get_by_role("button", name="Clear my diary").click()
    diary.get_by_role("button", name="Clear all").click()
    add(diary, date="2026-11-03", during="2")
    keep(diary)
    assert diary.evaluate("text => guide.saved.takeIn(guide.saved.look(text).adds)", packed)
    expect(rows(diary)).to_have_count(2)
    diary.reload()
    expect(rows(diary)).to_have_count(2)


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


def test_a_line_that_cannot_be_read_hides_no_other_and_is_offered_as_a_file(diary: Page) -> None:
    add(diary, date="2026-11-02", during="3")
    keep(diary)
    diary.evaluate(
        "const key = 'running-bones-joints.diary.pain'; const { value } = JSON.parse(localStorage[key]);"
        "localStorage[key] = JSON.stringify([...value, { date: '9999-99-99', note: 'mine' }])"
    )
    diary.reload()
    expect(rows(diary)).to_have_count(1)
    told = diary.get_by_text("Saved lines that cannot be read: 1.")
    expect(told).to_be_visible()
    add(diary, date="2026-11-03", during="2")
    diary.reload()
    expect(rows(diary)).to_have_count(2)
    with diary.expect_download() as download:
        diary.get_by_role("button", name="Download these lines").click()
    assert "9999-99-99" in Path(download.value.path()).read_text(encoding="utf-8")
    diary.get_by_role("button", name="Remove these lines").click()
    diary.get_by_role("button", name="Remove", exact=True).click()
    diary.reload()
    expect(rows(diary)).to_have_count(2)
    expect(told).to_be_hidden()


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


def test_without_scripts_a_blank_sheet_is_there_and_no_dead_button(page_without_scripts: Page) -> None:
    page_without_scripts.goto(DIARY)
    expect(page_without_scripts.locator(".diary__blank")).to_be_visible()
    expect(page_without_scripts.locator(".diary button:visible")).to_have_count(0)
