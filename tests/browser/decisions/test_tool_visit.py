"""What was answered in one tool goes along to the next one of the same visit, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.library import Library
from tests.browser.decision_pages import (
    answer,
    heading,
    open_tool,
    press,
    question,
    result,
    small_library,
    with_decisions,
)

# Another tool that asks the same signs in the same words, and more signs on a screen of their own.
RIDE = """
hit_policy: first
inputs:
  - id: weather
    short: Weather
    ask: Is there a storm?
    why: Wheels slip.
    help: A breeze does not count.
    signs: {In the sky: [a-warning-on-the-radio, branches-on-the-road], Below: [oil]}
    options: {no: "No", yes: "Yes", not-sure: {label: Not sure, as: yes}}
  - {id: bell, short: Bell, ask: Have you a bell?, why: It rings., options: {no: "No", yes: "Yes"}}
rules:
  - {id: storm, when: {weather: yes}, then: stay, because: A storm is dangerous.}
  - {id: bell, when: {bell: yes}, then: ride, because: You can ring.}
  - {id: none, when: {}, then: shout, because: Nobody hears you.}
outcomes:
  stay: {urgency: now, heading: Put the wheel away, means: Go nowhere.}
  ride: {urgency: start, heading: Ride, means: Off you go.}
  shout: {urgency: care, heading: Shout, means: And go.}
examples:
  - {given: {weather: yes}, then: stay}
  - {given: {weather: no, bell: yes}, then: ride}
  - {given: {weather: no, bell: no}, then: shout}
"""


@pytest.fixture(scope="session")
def with_ride() -> Library:
    return with_decisions(small_library(), ride=RIDE)


def next_tool(page: Page, site: Path, library: Library) -> Locator:
    tool = open_tool(page, site, library, "ride")
    expect(tool.locator("[data-part=progress], .tool__heading").first).to_be_attached()
    return tool


def test_signs_are_asked_once_and_only_those_that_were_not(
    page: Page, site: Path, way: Locator, with_ride: Library
) -> None:
    answer(way, "No")
    ride = next_tool(page, site, with_ride)
    expect(question(ride)).to_have_text("Is there a storm? Below")
    answer(ride, "No")
    expect(question(ride)).to_have_text("Have you a bell?")


def test_a_ticked_sign_leads_to_its_result_at_once_and_can_be_changed(
    page: Page, site: Path, way: Locator, with_ride: Library
) -> None:
    answer(way, "A warning on the radio")
    ride = next_tool(page, site, with_ride)
    expect(heading(ride)).to_contain_text("Put the wheel away")
    expect(result(ride).locator("[data-part=ticked] li")).to_have_count(1)
    said = ride.locator(".tool__said")
    expect(said.locator("summary")).to_contain_text("You ticked: A warning on the radio.")
    said.locator("summary").click()
    said.get_by_role("button", name="Change Weather").click()
    ride.locator("form:not([hidden])").get_by_label("A warning on the radio").uncheck(force=True)
    answer(ride, "No")
    expect(question(ride)).to_have_text("Is there a storm? Below")
    expect(said).to_be_hidden()


def test_clearing_forgets_the_visit_and_starting_again_this_tool(
    page: Page, site: Path, way: Locator, with_ride: Library
) -> None:
    answer(way, "A warning on the radio")
    press(way, "Clear my answers")
    assert page.evaluate("sessionStorage.getItem('running-bones-joints.draft.visit')") is None
    ride = next_tool(page, site, with_ride)
    expect(question(ride)).to_have_text("Is there a storm? In the sky")


def test_a_link_leaves_the_visitors_own_answers_alone(page: Page, site: Path, way: Locator, with_ride: Library) -> None:
    answer(way, "A warning on the radio")
    kept = page.evaluate("sessionStorage.getItem('running-bones-joints.draft.visit')")
    ride = open_tool(page, site, with_ride, "ride", "#ride?v=1&weather=no&bell=yes")
    expect(heading(ride)).to_contain_text("Ride")
    assert page.evaluate("sessionStorage.getItem('running-bones-joints.draft.visit')") == kept


def test_where_the_store_is_refused_each_tool_asks_as_before(
    page: Page, site: Path, small: Library, with_ride: Library
) -> None:
    page.add_init_script("Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('refused') } })")
    way = open_tool(page, site, small, "way")
    answer(way, "No")
    ride = next_tool(page, site, with_ride)
    expect(question(ride)).to_have_text("Is there a storm? In the sky")
