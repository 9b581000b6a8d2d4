"""The diary as a file, handed out and taken in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .using import add, bring_in, downloaded, keep, rows


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
