"""What was said in other tools of a visit comes along into the planner, and what is said in it goes along to them."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.decisions.guide import guide

from .using import AFTER, GENTLER, NOW, PAGE, asked, choose, lay_out, look_for_signs, note, press, said, screen, tell

VISIT = "running-bones-joints.draft.visit"
MINUTE = 60_000


def told(page: Page, minutes_ago: float, **results: str) -> None:
    """The results that tools of this visit had, so many minutes ago."""
    at = NOW.timestamp() * 1000 - minutes_ago * MINUTE
    pairs = [
        [json.dumps(["result", tool], separators=(",", ":")), json.dumps({"said": result, "at": at})]
        for tool, result in results.items()
    ]
    page.evaluate("([key, pairs]) => { sessionStorage[key] = JSON.stringify(pairs); }", [VISIT, pairs])
    page.reload()


def test_the_result_of_a_tool_of_this_visit_is_not_asked_again_and_can_be_changed(planner: Locator, page: Page) -> None:
    told(page, 59, **{"route-finder": "back-walking-first", "back-who-to-see": "walk-first-over-45"})
    said_before = planner.locator("form [data-block] summary").first
    route = guide()["plan-ladder"].questions["route"]
    expect(said_before).to_contain_text(f"You said: {route.short}: {route.options['back-walking-first']}")
    expect(planner.get_by_label(asked("route"))).to_be_hidden()
    expect(planner.locator(".planner-question[data-question=back]")).to_be_hidden()
    choose(planner, agreed="no")
    said_before.click()
    press(planner, f"Change {route.short}")
    expect(planner.get_by_label(asked("route"))).to_be_focused()
    page.reload()
    expect(planner.get_by_label(asked("route"))).to_be_visible()


def test_a_result_is_asked_afresh_after_an_hour(planner: Locator, page: Page) -> None:
    told(page, 61, **{"route-finder": "start-walk-run"})
    expect(planner.get_by_label(asked("route"))).to_have_value("not-yet")


def test_what_a_link_brings_comes_before_what_was_said(planner: Locator, page: Page) -> None:
    told(page, 1, **{"route-finder": "start-walk-run"})
    page.goto(f"{PAGE}#walk-run-planner?route=help-today")
    expect(planner.get_by_label(asked("route"))).to_have_value("help-today")


def test_what_stops_in_another_tool_stops_here(planner: Locator, page: Page) -> None:
    told(page, 1, **{"route-finder": "stop-and-be-seen"})
    expect(planner.locator("[data-part=ladder]")).to_contain_text(said("plan-ladder", "be-seen"))
    expect(planner.get_by_role("button", name="Lay out my weeks")).to_be_hidden()


def test_the_route_finder_of_this_visit_is_known(planner: Locator, page: Page) -> None:
    page.goto("/start/find-your-starting-point/")
    finder = page.locator("decision-tool")
    form = finder.locator("form:visible")
    for _ in range(40):
        if finder.locator(".tool__heading:visible").count():
            break
        number = form.locator("input[type=text]")
        if number.count():
            number.fill("40")
            form.get_by_role("button", name="Continue").click()
        else:
            form.locator(".choice--press").first.click()
    heading = finder.locator(".tool__heading").inner_text().splitlines()[-1]
    page.goto(PAGE)
    expect(planner.locator("form [data-block] summary").first).to_contain_text(heading)


def test_signs_that_were_asked_in_another_tool_are_not_asked_again_within_the_hour(
    planner: Locator, page: Page
) -> None:
    page.goto("/do/sore-today/")
    other = page.locator("decision-tool")
    for _ in guide()[AFTER].questions["emergency"].screens:
        other.locator("form:visible .choice--press").first.click()
    page.goto(PAGE)
    lay_out(planner)
    tell(planner, "green")
    expect(planner.locator("[data-part=signs] .tool__said summary")).to_contain_text("You said: Emergency signs: No")
    expect(screen(planner)).to_have_attribute("data-question", "sign")
    planner.locator("[data-part=signs] .tool__said summary").click()
    press(planner, "Change Emergency signs")
    expect(screen(planner)).to_have_attribute("data-question", "emergency")
    look_for_signs(planner)
    expect(planner.locator("[data-part=after]")).to_contain_text(said(AFTER, "go-on"))


def test_signs_of_one_session_are_never_taken_for_those_of_another(planner: Locator) -> None:
    lay_out(planner)
    note(planner, "green")
    tell(planner, "green")
    expect(screen(planner)).to_have_attribute("data-question", "sign")  # emergency signs are of now, and so known


def test_a_sign_that_was_ticked_elsewhere_stops_the_plan(planner: Locator, page: Page) -> None:
    page.goto("/do/sore-today/")
    other = page.locator("decision-tool")
    other.locator("form:visible input[value=chest-pain]").check(force=True)
    other.locator("form:visible").get_by_role("button", name="Continue").click()
    page.goto(PAGE)
    lay_out(planner)
    tell(planner, "green")
    expect(planner.locator("[data-part=after]")).to_contain_text(said(AFTER, "emergency-now"))
    expect(planner.locator("[data-part=after] .tool__ticked li")).to_have_count(1)


def test_emergency_signs_that_are_ticked_here_are_known_to_the_next_tool(planner: Locator, page: Page) -> None:
    lay_out(planner)
    note(planner, "green", "chest-pain")
    page.goto("/do/sore-today/")
    expect(page.locator("decision-tool .tool__said summary")).to_contain_text("You ticked: Chest pain")


@pytest.mark.parametrize("keep", [True, False])
def test_clearing_the_weeks_forgets_what_was_said_for_them(planner: Locator, page: Page, keep: bool) -> None:
    told(page, 1, **{"route-finder": "start-walk-run"})
    if keep:
        lay_out(planner, **{id: value for id, value in GENTLER.items() if id != "route"})
    press(planner, "Clear my weeks")
    page.reload()
    expect(planner.get_by_label(asked("route"))).to_have_value("not-yet")
    assert page.evaluate("sessionStorage.length") == 0
