"""The appointment summary in a real browser: own words and what was saved, on one sheet, each part to be left out."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.decisions.guide import guide

SUMMARY = "/do/prepare-for-an-appointment/"
NAMES = "running-bones-joints."
SAVED = {
    "decision.route-finder": {"version": "1", "date": "2026-11-20", "answers": {"urgent": "no", "spine": "not-sure"}},
    "diary.pain": [
        {
            "date": "2026-11-02",
            "site": "left knee",
            "during": 3,
            "after": 2,
            "morning": None,
            "run": 4,
            "unit": "km",
            "note": "hills",
        }
    ],
    "checklist.bone-health-prompts": [],
}


@pytest.fixture
def sheet(page: Page) -> Locator:
    page.goto("/about/privacy/")
    for name, value in SAVED.items():
        page.evaluate("([name, text]) => localStorage.setItem(name, text)", [NAMES + name, json.dumps(value)])
    page.goto(SUMMARY)
    return page.locator("[data-part=sheet]")


@pytest.mark.smoke
def test_h27_the_sheet_repeats_answers_as_given_with_their_date_and_says_who_wrote_it(sheet: Locator) -> None:
    expect(sheet).to_contain_text("No professional has checked it")
    expect(sheet).to_contain_text("My answers of 20 Nov 2026")
    finder = guide()["route-finder"].questions
    expect(sheet).to_contain_text(f"Not sure: {finder['spine'].short}.")
    expect(sheet).to_contain_text(f"No: {finder['urgent'].short}.")
    expect(sheet.get_by_role("row")).to_have_count(2)


def test_own_words_stand_on_the_sheet_as_typed_and_never_as_markup(page: Page, sheet: Locator) -> None:
    page.get_by_label("My three questions").fill("1. <b>What</b> is it?\n2. And then?")
    expect(sheet.locator(".summary__words")).to_have_text("1. <b>What</b> is it?\n2. And then?")
    expect(sheet).not_to_contain_text("What worries me most")


def test_signs_that_were_ticked_stand_on_the_sheet_in_their_own_words(page: Page) -> None:
    sign = guide()["route-finder"].questions["urgent"].signs[0]
    saved = {"version": "1", "date": "2026-11-20", "answers": {"urgent": "yes"}, "ticked": [sign.id, "no-such-sign"]}
    page.goto("/about/privacy/")
    page.evaluate(
        "([name, text]) => localStorage.setItem(name, text)", [f"{NAMES}decision.route-finder", json.dumps(saved)]
    )
    page.goto(SUMMARY)
    expect(page.locator("[data-part=sheet]")).to_contain_text(f"I ticked: {sign.ask}.")


def test_each_part_can_be_left_out(page: Page, sheet: Locator) -> None:
    page.get_by_role("checkbox", name="Pain diary").uncheck()
    expect(sheet.get_by_role("table")).to_have_count(0)
    expect(sheet).to_contain_text("My answers of")


def test_h12_own_words_are_saved_only_when_asked(page: Page, sheet: Locator) -> None:
    page.get_by_role("textbox", name="What worries me most").fill("That it is arthritis.")
    page.get_by_role("checkbox", name="Pain diary").uncheck()
    kept = f"localStorage.getItem('{NAMES}appointment.summary')"
    assert page.evaluate(kept) is None
    notes = page.locator("appointment-summary")
    notes.get_by_role("button", name="Save on this device").click()
    notes.get_by_role("button", name="Save", exact=True).click()
    page.reload()
    expect(sheet).to_contain_text("That it is arthritis.")
    expect(page.get_by_role("checkbox", name="Pain diary")).not_to_be_checked()


def test_own_words_survive_a_reload_and_leaving_without_being_saved(page: Page, sheet: Locator) -> None:
    page.get_by_role("textbox", name="What worries me most").fill("That it is arthritis.")
    page.goto("/about/privacy/")
    page.goto(SUMMARY)
    expect(sheet).to_contain_text("That it is arthritis.")
    assert page.evaluate(f"localStorage.getItem('{NAMES}appointment.summary')") is None


def test_it_says_when_one_page_is_not_enough(page: Page, sheet: Locator) -> None:
    expect(page.get_by_text("It fits one page (A4).")).to_be_visible()
    page.locator("appointment-summary textarea").first.fill("line\n" * 100)
    expect(page.get_by_text("It is longer than one page (A4).")).to_be_visible()


def test_a_full_sheet_prints_on_one_page_of_a4(page: Page, sheet: Locator) -> None:
    page.add_init_script("window.print = () => {}")
    entries = [{**SAVED["diary.pain"][0], "date": f"2026-11-{day:02}"} for day in range(1, 21)]  # type: ignore[index]
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [f"{NAMES}diary.pain", json.dumps(entries)])
    page.reload()
    for field in page.locator("appointment-summary textarea").all():
        field.fill("My left knee hurts on the stairs since October, after I added hills. " * 5)
    expect(page.get_by_text("It fits one page (A4).")).to_be_visible()
    page.get_by_role("button", name="Print the sheet").click()
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page/") == 1


def test_nothing_saved_is_said_and_the_words_still_print(page: Page) -> None:
    page.goto(SUMMARY)
    expect(page.get_by_text("Nothing is saved on this device yet")).to_be_visible()
    page.get_by_label("My three questions").fill("Is it the bone?")
    expect(page.locator("[data-part=sheet]")).to_contain_text("Is it the bone?")
