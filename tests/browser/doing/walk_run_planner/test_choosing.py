"""Which ladder: from the first visit to the first weeks."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.decisions.diagram.path import Decided, decide
from macros.library import Library
from macros.render.doing.plan import in_words
from tests.decisions.guide import guide

from .using import (
    AFTER,
    GENTLER,
    WALKS,
    asked,
    choose,
    lay_out,
    outcome,
    press,
    said,
    screen,
    sessions,
)


def test_a_first_visit_leads_to_the_route_finder(planner: Locator) -> None:
    expect(outcome(planner)).to_contain_text(said("plan-ladder", "find-your-route"))
    expect(planner.locator("[data-part=finder] a")).to_have_attribute("href", re.compile("find-your-starting-point"))
    expect(planner.get_by_role("button", name="Lay out my weeks")).to_be_hidden()


@pytest.mark.parametrize(
    "route", ["emergency-now", "help-today", "stop-and-be-seen", "outside-this-guide", "fuel-first"]
)
def test_a_route_that_stops_gets_no_plan(planner: Locator, route: str) -> None:
    choose(planner, route=route)
    found = decide(guide()["plan-ladder"], {"route": route})
    assert isinstance(found, Decided) and found.outcome is not None
    expect(outcome(planner)).to_contain_text(said("plan-ladder", str(found.outcome[0])))
    expect(planner.get_by_role("button", name="Lay out my weeks")).to_be_hidden()
    expect(planner.locator("[data-question]:visible")).to_have_count(1)


def test_h01_a_walking_route_gets_walks_and_strength_and_no_run(planner: Locator) -> None:
    lay_out(planner, route="walking-level", walking="12")
    assert all("run" not in words.lower() for words in sessions(planner))
    expect(planner.locator(".plan__run")).to_have_count(0)
    expect(planner.locator(".planner-day--strength").first).to_contain_text("Strength and balance")


def test_the_back_table_is_asked_about_where_the_back_is_sore_and_nowhere_else(planner: Locator) -> None:
    back = planner.locator("[data-question=back]")
    choose(planner, route="start-walk-run")
    expect(back).to_be_hidden()
    choose(planner, route="back-walking-first")
    expect(back).to_be_visible()
    expect(outcome(planner)).to_contain_text(said("plan-ladder", "back-table-first"))
    expect(planner.get_by_role("button", name="Lay out my weeks")).to_be_hidden()
    back.locator("select").select_option("walk-first-over-45")
    expect(planner.locator("[data-question=agreed]")).to_be_visible()
    choose(planner, agreed="no")
    expect(outcome(planner)).to_contain_text(said("plan-ladder", "walk-and-strength"))


@pytest.mark.parametrize("steps", ["smaller", "public"])
def test_after_a_break_the_reader_chooses_the_steps(planner: Locator, library: Library, steps: str) -> None:
    choices = {**GENTLER, "background": "break", "steps": steps}
    found = decide(library.compiled["plan-ladder"], {**choices, "walking": 40})
    assert isinstance(found, Decided) and found.outcome is not None
    lay_out(planner, **choices)
    title = library.plans[str(found.outcome[0])].title
    expect(planner.get_by_role("heading", name=f"Your weeks: {title}")).to_be_visible()


def test_a_walking_plan_begins_with_the_minutes_of_now(planner: Locator) -> None:
    lay_out(planner, route="start-walk-run", walking="17")
    assert sessions(planner)[0] == "Level 3. Walk 15 minutes."


@pytest.mark.parametrize(
    "choices", [{"route": "staged-impact", "agreed": "not-sure"}, {"route": "staged-impact", "agreed": "no"}, WALKS]
)
def test_weeks_of_walking_always_ask_how_much_and_begin_there(planner: Locator, choices: dict[str, str]) -> None:
    choose(planner, **{id: value for id, value in choices.items() if id != "walking"})
    press(planner, "Lay out my weeks")
    expect(planner.locator("#walk-run-planner-walking-error")).to_have_text(
        "Write a whole number from 0 to 240 minutes"
    )
    lay_out(planner, walking="22")
    assert sessions(planner)[0] == "Level 4. Walk 20 minutes."
    press(planner, "Change my choices")
    expect(planner.locator("[data-question=walking] input")).to_have_value("22")


@pytest.mark.smoke
def test_the_weeks_hold_the_sessions_of_the_ladder_in_order(planner: Locator, library: Library) -> None:
    lay_out(planner)
    shown = [words.partition(". ")[2] for words in sessions(planner)]
    assert shown == [in_words(session) for session in library.plans["gentler-start"].sessions]


def test_no_two_runs_stand_on_days_side_by_side(planner: Locator) -> None:
    choose(planner, **GENTLER)
    planner.get_by_label("Tuesday").first.check(force=True)
    press(planner, "Lay out my weeks")
    first = planner.locator(".planner-week").first
    expect(first.locator(".planner-day--session .planner-day__when")).to_have_text(
        [re.compile("^Mon"), re.compile("^Wed"), re.compile("^Fri")]
    )
    expect(first.locator(".planner-day--walk")).to_contain_text("No run: the day before was one.")


def test_what_is_missing_is_said_at_the_field_and_in_a_list(planner: Locator) -> None:
    choose(planner, **{**GENTLER, "walking": "40"})
    for day in ("Monday", "Wednesday", "Friday"):
        planner.get_by_label(day).first.uncheck(force=True)
    planner.get_by_label("From which day on?").fill("")
    press(planner, "Lay out my weeks")
    expect(planner.locator("form.tool__card .tool__errors").first).to_be_focused()
    planner.get_by_role("link", name="Choose at least two days").click()
    expect(planner.get_by_label("Monday").first).to_be_focused()
    expect(planner.locator("#walk-run-planner-start-error")).to_have_text("Choose a day within two years")


def test_everything_works_by_the_keyboard(planner: Locator, page: Page, library: Library) -> None:
    route = planner.get_by_label(asked("route"))
    route.focus()
    page.keyboard.type(guide()["plan-ladder"].questions["route"].options[GENTLER["route"]])
    page.keyboard.press("Tab")
    page.keyboard.type("40")
    for _ in range(2):  # new to running, smaller steps
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(planner.get_by_role("heading", name=f"Your weeks: {library.plans['gentler-start'].title}")).to_be_focused()
    planner.get_by_role("button", name="I have done it").focus()
    page.keyboard.press("Enter")
    for _ in range(3):  # from an illness to green
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    while screen(planner).count():
        for _ in range(screen(planner).locator("input").count() + 1):  # past the signs to "None of these"
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    expect(planner.locator("[data-part=after]")).to_be_focused()
    expect(planner.locator("[data-part=after]")).to_contain_text(said(AFTER, "go-on"))
