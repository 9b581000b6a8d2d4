"""Questions for a number: what is read, what is refused, and what is worked out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.library import Library
from tests.browser.decision_pages import heading, open_tool, press, question, result, walk, with_decisions
from tests.decisions.making import asked, example, outcomes

NUMBERS = f"""
hit_policy: unique
inputs:
{asked("far", 'range: "[0.0..100.0]", unit: km')}
{asked("pain", 'range: "[0..20]", unit: points')}
  - {{id: sum, short: Sum, value: far + pain, range: "[0..1020]", unit: "%"}}
rules:
  - {{id: near, when: {{sum: "<= 50"}}, then: near, because: Near}}
  - {{id: away, when: {{sum: "> 50"}}, then: away, because: Far}}
{outcomes("away", "near")}
shows: [{{id: most, label: The most, value: far * 11 // 10, unit: km, scale: 10}}]
examples:
{example({"far": 4, "pain": 0}, "near")}{example({"far": 6, "pain": 0}, "away")}
"""

# Whatever is written first, the second question still matters.
TWO_NUMBERS = f"""
hit_policy: first
inputs:
{asked("far", 'range: "[0.0..100.0]", unit: km')}
{asked("pain", 'range: "[0..10]", unit: out of 10')}
rules:
  - {{id: near, when: {{far: "<= 50", pain: "<= 5"}}, then: near, because: Near}}
  - {{id: far, when: {{far: "> 50", pain: "> 5"}}, then: near, because: Near}}
  - {{id: away, when: {{}}, then: away, because: Far}}
{outcomes("away", "near")}
examples:
{example({"far": 4, "pain": 0}, "near")}{example({"far": 60, "pain": 6}, "near")}
{example({"far": 4, "pain": 6}, "away")}
"""

AS_PEOPLE_WRITE = {
    "5.2": 52, "5,2": 52, " 5 ": 50, "5 km": 50, "5.2km": 52, "5 kilometres": 50, "3 miles": 48,
    "3.1mi": 50, "0": 0, ".5": 5, "100": 1000, "1\u00a0": 10, "12,34": 123, "0,500": 5, "5.27": 53, "100.04": 1000,
}  # fmt: skip

REFUSED = {
    "": "Write a number from 0 to 100 km",
    "far": "Write a number from 0 to 100 km",
    "-3": "Write a number from 0 to 100 km",
    "101": "Write a number from 0 to 100 km",
    "70 miles": "Write a number from 0 to 100 km",
    "5 metres": "Write the number in km or miles",
    "5 5 5 5": "Write a number from 0 to 100 km",
    "1e3": "Write a number from 0 to 100 km",
    "5 2": "Write a number from 0 to 100 km",
    "1,000": "“1,000” can be read in two ways. Write 1000 or 1.000",
}


@pytest.fixture
def numbers(page: Page, site: Path, small: Library) -> Locator:
    return open_tool(page, site, with_decisions(small, numbers=NUMBERS), "numbers")


def test_distances_are_read_as_people_write_them(page: Page, site: Path, small: Library) -> None:
    numbers = open_tool(page, site, with_decisions(small, numbers=TWO_NUMBERS), "numbers")
    for typed, stored in AS_PEOPLE_WRITE.items():
        numbers.get_by_role("textbox", name="far?").fill(typed)
        press(numbers, "Continue")
        expect(question(numbers), repr(typed)).to_have_text("pain?")
        read = numbers.locator(".tool__answers dd").first
        expect(read, repr(typed)).to_contain_text(re.compile(rf"^{re.escape(f'{stored / 10:g} km')}"))
        press(numbers, "Back")
        expect(question(numbers)).to_have_text("far?")


def test_what_cannot_be_read_says_what_is_wanted(numbers: Locator) -> None:
    field = numbers.get_by_role("textbox", name="far?")
    for typed, says in REFUSED.items():
        field.fill(typed)
        press(numbers, "Continue")
        expect(numbers.get_by_role("alert"), repr(typed)).to_be_focused()
        expect(numbers.locator("form:not([hidden]) [data-part=error]"), repr(typed)).to_have_text(says)
        expect(field).to_have_value(typed)


def test_whole_numbers_are_not_rounded(numbers: Locator) -> None:
    numbers.get_by_role("textbox", name="far?").fill("3")
    numbers.get_by_label("Unit").select_option("miles")
    press(numbers, "Continue")
    expect(numbers.locator(".tool__answers dd").first).to_have_text("4.8 km (3.0 miles)")
    field = numbers.get_by_role("textbox", name="pain?")
    field.fill("2.5")
    press(numbers, "Continue")
    expect(numbers.locator("form:not([hidden]) [data-part=error]")).to_have_text(
        "Write a whole number from 0 to 20 points"
    )
    field.fill("2 points")
    press(numbers, "Continue")
    expect(heading(numbers)).to_contain_text("Near")


def test_numbers_from_0_to_10_are_eleven_buttons_that_go_on_at_once(page: Page, site: Path, small: Library) -> None:
    numbers = open_tool(page, site, with_decisions(small, numbers=TWO_NUMBERS), "numbers")
    walk(numbers, {"far": 40, "pain": 6})
    expect(heading(numbers)).to_contain_text("Away")
    press(numbers, "Back")
    buttons = numbers.get_by_role("group", name="pain?").get_by_role("button")
    expect(buttons).to_have_text([str(number) for number in range(11)])
    expect(buttons.and_(numbers.locator("[aria-current]"))).to_have_text("6")
    press(numbers, "0")
    expect(heading(numbers)).to_contain_text("Near")


def test_numbers_worked_out_and_the_place_on_a_scale_are_shown(numbers: Locator) -> None:
    walk(numbers, {"far": 48, "pain": 3})
    expect(result(numbers).locator("[data-part=shows]")).to_have_text(re.compile(r"The most\s*5.2 km \(3.2 miles\)"))
    expect(result(numbers).locator(".decision-scale__name")).to_have_text("Sum: 51%")
    expect(result(numbers).locator(".decision-scale [aria-current]")).to_contain_text("51% or more")
    expect(result(numbers).locator("[data-part=changes] li").first).to_have_text("far?: 4.7 km or less → Near")
