"""A starting point that comes with a link."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .using import (
    PAGE,
    asked,
    lay_out,
    outcome,
    press,
    said,
)


def test_the_result_of_the_route_finder_fills_in_the_planner(page: Page) -> None:
    page.goto("/start/find-your-starting-point/")
    link = page.locator("#route-finder-outcome-watch-the-joint a.button--main[href*='walk-run-planner']")
    address = link.get_attribute("href") or ""
    page.goto("/start/find-your-starting-point/" + address)
    tool = page.locator("walk-run-planner")
    expect(tool.get_by_label(asked("route"))).to_have_value("watch-the-joint")
    expect(tool.get_by_text("Your starting point came with the link.")).to_be_visible()
    expect(tool.get_by_text("A part of the link does not fit")).to_be_hidden()
    assert page.evaluate("location.hash") == ""
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_a_route_that_came_by_link_stays_through_reload_and_change_and_back(page: Page) -> None:
    page.goto("/start/find-your-starting-point/")
    page.goto(f"{PAGE}#walk-run-planner?route=watch-the-joint")
    tool = page.locator("walk-run-planner")
    route = tool.get_by_label(asked("route"))
    expect(route).to_be_focused()
    expect(route).to_be_in_viewport()
    for again in (page.reload, page.go_back, page.go_forward):
        again()
    expect(route).to_have_value("watch-the-joint")
    lay_out(tool, walking="40", background="new")
    page.reload()
    press(tool, "Change my choices")
    expect(route).to_have_value("watch-the-joint")


def test_a_new_route_by_link_comes_before_weeks_of_this_visit(page: Page) -> None:
    page.goto(PAGE)
    tool = page.locator("walk-run-planner")
    lay_out(tool)
    page.goto(f"{PAGE}#walk-run-planner?route=help-today")  # the same page: only the fragment changes
    expect(outcome(tool)).to_contain_text(said("plan-ladder", "be-seen"))
    page.reload()
    expect(outcome(tool)).to_contain_text(said("plan-ladder", "be-seen"))
    expect(tool.get_by_role("heading", name=re.compile("^Your weeks: "))).to_be_hidden()


@pytest.mark.parametrize("answers", ["route=jogging", "route=start-walk-run&shoes=red", "walking=many"])
def test_what_a_link_brings_and_nobody_knows_is_left_out(page: Page, answers: str) -> None:
    page.goto(f"{PAGE}#walk-run-planner?{answers}")
    tool = page.locator("walk-run-planner")
    expect(tool.get_by_text("A part of the link does not fit the planner. It was left out.")).to_be_visible()
    known = "start-walk-run" if "start-walk-run" in answers else "not-yet"
    expect(tool.get_by_label(asked("route"))).to_have_value(known)
