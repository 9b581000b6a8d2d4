"""Ticking which sign it is: screens, what stands alone, to and fro, the result in the sign's own words, and links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.library import Library
from tests.browser.axe import in_both_colours
from tests.browser.decision_pages import (
    ALONE,
    come_back,
    heading,
    open_tool,
    press,
    question,
    result,
    share_link,
    small_library,
    unfold,
    with_decisions,
)

# Signs of two speeds on three screens, and an answer that no sign says.
TRIP = """
hit_policy: first
inputs:
  - id: weather
    short: Weather
    ask: Is any of these there?
    why: A trip in bad weather is no fun.
    help: A breeze does not count.
    help_on: On the road
    signs:
      In the sky: [dark-clouds, a-red-evening]
      On the road: [a-fallen-tree, deep-puddles]
      At home: [a-wet-dog]
    options:
      no: No, and no shoe is wet
      wet: No, but a shoe is wet
      soon: {label: Later, signs: [dark-clouds, deep-puddles, a-wet-dog]}
      yes: Now
      not-sure: {label: Not sure, as: yes}
  - {id: bag, short: Bag, ask: Is your bag heavy?, why: Two carry more., options: {no: "No", yes: "Yes"}}
rules:
  - {id: now, when: {weather: yes}, then: stay, because: It blows.}
  - {id: soon, when: {weather: soon}, then: wait, because: It may blow.}
  - {id: wet, when: {weather: wet}, then: dry, because: Wet feet get cold.}
  - {id: bag, when: {bag: yes}, then: help, because: It is heavy.}
  - {id: fine, when: {}, then: go, because: Nothing is in the way.}
outcomes:
  stay: {urgency: today, heading: Stay at home, means: Go nowhere.}
  wait: {urgency: appointment, heading: Wait a little, means: Look again.}
  dry: {urgency: care, heading: Dry your shoes, means: Then go.}
  help: {urgency: care, heading: Ask for help, means: Two carry more.}
  go: {urgency: start, heading: Go, means: Off you go.}
examples:
  - {given: {weather: yes}, then: stay}
  - {given: {weather: soon}, then: wait}
  - {given: {weather: wet}, then: dry}
  - {given: {weather: no, bag: yes}, then: help}
  - {given: {weather: no, bag: no}, then: go}
"""


@pytest.fixture(scope="session")
def with_trip() -> Library:
    return with_decisions(small_library(), trip=TRIP)


@pytest.fixture
def trip(page: Page, site: Path, with_trip: Library) -> Locator:
    tool = open_tool(page, site, with_trip, "trip")
    expect(pressable(tool, "None of these")).to_be_visible()
    return tool


def tick(tool: Locator, *labels: str) -> None:
    """Ticks on the screen that is shown, with the pointer, and goes on."""
    for label in labels:
        box(tool, label).check(force=True)
    press(tool, "Continue")


def box(tool: Locator, label: str) -> Locator:
    return tool.locator("form:not([hidden])").get_by_label(label, exact=True)


def pressable(tool: Locator, label: str) -> Locator:
    return tool.locator("form:not([hidden])").get_by_role("button", name=label, exact=True)


def ticked(tool: Locator) -> Locator:
    return result(tool).locator("[data-part=ticked] li")


def test_what_stands_alone_goes_on_at_once_and_leaves_once_a_sign_is_ticked(trip: Locator) -> None:
    alone = [pressable(trip, name) for name in ALONE]
    expect(pressable(trip, "Continue")).to_be_hidden()
    box(trip, "Dark clouds").check(force=True)
    expect(pressable(trip, "Continue")).to_be_visible()
    for one in alone:
        expect(one).to_be_hidden()
    box(trip, "Dark clouds").uncheck(force=True)
    expect(pressable(trip, "Continue")).to_be_hidden()
    press(trip, "Not sure")
    expect(heading(trip)).to_contain_text("Stay at home")
    press(trip, "Back")
    expect(pressable(trip, "Not sure")).to_have_attribute("aria-current", "true")
    expect(pressable(trip, "None of these")).not_to_have_attribute("aria-current", "true")


def test_the_enter_key_in_a_box_never_says_that_no_sign_is_there(page: Page, trip: Locator) -> None:
    box(trip, "Dark clouds").press("Enter")
    expect(question(trip)).to_contain_text("In the sky")
    expect(trip.get_by_role("alert")).to_contain_text("Tick what fits, or choose one of the answers below")
    box(trip, "Dark clouds").press("Space")
    box(trip, "Dark clouds").press("Enter")
    expect(question(trip)).to_contain_text("On the road")
    press(trip, "None of these")
    expect(ticked(trip)).to_have_text([re.compile("dark clouds$")])


def test_a_sign_that_is_ticked_counts_whatever_is_pressed(trip: Locator) -> None:
    box(trip, "A red evening").check(force=True)
    trip.evaluate("(tool) => tool.querySelector('form:not([hidden]) [data-part=alone] button').click()")
    expect(heading(trip)).to_contain_text("Stay at home")


def test_screens_go_on_until_the_fastest_sign_is_certain(page: Page, trip: Locator) -> None:
    expect(question(trip)).to_have_text("Is any of these there? In the sky")
    expect(trip.locator("[data-part=progress]")).to_contain_text("Question 1, part 1 of 3.")
    expect(trip.get_by_text("A breeze does not count.")).to_be_hidden()
    tick(trip, "Dark clouds")
    expect(question(trip)).to_have_text("Is any of these there? On the road")
    expect(question(trip)).to_be_focused()
    expect(trip.get_by_text("A breeze does not count.").first).to_be_visible()
    tick(trip, "A fallen tree")
    expect(heading(trip)).to_contain_text("Stay at home")
    expect(ticked(trip)).to_have_text(["Get help today: dark clouds", "Get help today: a fallen tree"])
    expect(heading(trip)).to_have_accessible_description(
        "You ticked: Get help today: dark clouds Get help today: a fallen tree"
    )
    expect(result(trip).locator("[data-part=used] dd").first).to_have_text("Dark clouds; a fallen tree")


def test_a_slower_sign_is_the_result_once_no_screen_can_be_faster(trip: Locator) -> None:
    tick(trip, "Dark clouds")
    press(trip, "None of these")
    expect(heading(trip)).to_contain_text("Wait a little")  # the last screen holds nothing faster


def test_none_at_all_and_what_no_sign_says_come_from_the_last_screen(trip: Locator) -> None:
    press(trip, "None of these")
    press(trip, "None of these")
    expect(pressable(trip, "None of these")).to_have_count(0)
    press(trip, "No, but a shoe is wet")
    expect(heading(trip)).to_contain_text("Dry your shoes")
    expect(result(trip).get_by_text("You ticked:")).to_be_hidden()
    unfold(trip, "Why this result")
    result(trip).get_by_role("button", name="Change Weather").click()
    expect(question(trip)).to_contain_text("In the sky")
    expect(pressable(trip, "None of these")).to_have_attribute("aria-current", "true")


def test_back_and_the_browser_go_screen_by_screen(page: Page, trip: Locator) -> None:
    press(trip, "None of these")
    press(trip, "None of these")
    expect(question(trip)).to_contain_text("At home")
    press(trip, "Back")
    expect(question(trip)).to_contain_text("On the road")
    expect(pressable(trip, "None of these")).to_have_attribute("aria-current", "true")
    page.go_back()
    expect(question(trip)).to_contain_text("In the sky")
    page.go_forward()
    page.go_forward()
    expect(question(trip)).to_contain_text("At home")
    page.reload(wait_until="networkidle")
    expect(question(trip)).to_contain_text("At home")
    press(trip, "No, and no shoe is wet")
    expect(question(trip)).to_have_text("Is your bag heavy?")
    page.go_back()
    expect(question(trip)).to_contain_text("At home")
    expect(pressable(trip, "No, and no shoe is wet")).to_have_attribute("aria-current", "true")


def test_nothing_chosen_is_said_and_the_next_choice_mends_it(trip: Locator) -> None:
    box(trip, "Dark clouds").press("Enter")
    expect(trip.get_by_role("alert")).to_contain_text("Tick what fits, or choose one of the answers below")
    trip.get_by_role("alert").get_by_role("link").click()
    expect(box(trip, "Dark clouds")).to_be_focused()
    press(trip, "Not sure")
    expect(trip.get_by_role("alert")).to_be_hidden()
    expect(heading(trip)).to_contain_text("Stay at home")


def test_a_link_and_what_is_saved_know_which_sign_it_was(page: Page, trip: Locator) -> None:
    press(trip, "None of these")
    tick(trip, "A fallen tree", "Deep puddles")
    link = share_link(trip)
    assert link.endswith("#trip?v=1&weather=yes&ticked=a-fallen-tree.deep-puddles")
    press(trip, "Save on this device")
    page.goto("about:blank")
    page.goto(link)
    expect(ticked(trip)).to_have_count(2)
    expect(trip.locator(".tool__notice:visible")).to_have_count(0)
    come_back(page, "trip")
    press(trip, "Use the saved answers")
    expect(ticked(trip)).to_have_count(2)


def test_a_link_of_before_and_one_with_an_unknown_sign(page: Page, trip: Locator) -> None:
    come_back(page, "trip", "#trip?v=1&weather=yes")
    expect(heading(trip)).to_contain_text("Stay at home")
    expect(ticked(trip)).to_have_count(0)
    come_back(page, "trip", "#trip?v=1&weather=no&ticked=dark-clouds.a-flood")
    expect(trip.get_by_text("Some of the answers do not fit this tool. They were left out.")).to_be_visible()
    expect(heading(trip)).to_contain_text("Wait a little")  # a ticked sign makes no answer slower
    expect(ticked(trip)).to_have_count(1)


def test_keyboard_alone_and_44_pixels(page: Page, trip: Locator) -> None:
    assert in_both_colours(page, "decision-tool", set()) == []
    heights = trip.locator("form:not([hidden]) .choice:visible").evaluate_all(
        "all => all.map((one) => one.offsetHeight)"
    )
    assert len(heights) == 4
    assert min(heights) >= 44
    box(trip, "Dark clouds").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(box(trip, "A red evening")).to_be_checked()
    page.keyboard.press("Tab")
    expect(pressable(trip, "Continue")).to_be_focused()
    page.keyboard.press("Enter")
    expect(heading(trip)).to_contain_text("Stay at home")


def test_without_scripts_the_steps_list_the_signs(trip: Locator, page: Page) -> None:
    steps = page.locator("#trip-steps")
    steps.evaluate("one => { one.open = true }")
    first = steps.locator(".decision-step").first
    expect(first.locator(".decision-question__signs li")).to_have_text(["a red evening", "a fallen tree"])
    expect(first).to_contain_text("A breeze does not count.")
