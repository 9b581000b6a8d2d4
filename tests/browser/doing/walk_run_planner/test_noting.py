"""After a session: what a note says, and what comes next."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.decisions.guide import guide

from .using import (
    AFTER,
    choose,
    lay_out,
    note,
    press,
    running,
    said,
    sessions,
    upcoming,
)


@pytest.mark.parametrize("good", [0, 4, 13, 20])
def test_h24_a_red_day_rests_and_never_leads_to_more_running(planner: Locator, good: int) -> None:
    lay_out(planner)
    for _ in range(good):
        note(planner, "green")
    before = running(planner)
    note(planner, "red")
    expect(planner.locator("[data-part=after]")).to_contain_text(said(AFTER, "rest-and-go-back"))
    expect(planner.locator(".planner-day--rest")).to_have_count(1)
    assert running(planner) <= before
    note(planner, "red")
    expect(planner.locator("[data-part=after]")).to_contain_text(said(AFTER, "ask-someone"))
    expect(planner.locator("[data-part=next]")).to_be_hidden()


def test_h24_a_warning_sign_stops_the_plan_and_asks_for_no_number(planner: Locator) -> None:
    lay_out(planner)
    planner.get_by_text("I have done it: note how it went").click()
    choose(planner.locator("[data-part=next]"), emergency="no", sign="not-sure")
    expect(planner.locator("[data-question=felt]")).to_be_hidden()
    press(planner, "Note it")
    expect(planner.locator("[data-part=after]")).to_contain_text(said(AFTER, "be-seen"))
    assert len(sessions(planner)) == 1
    expect(planner.get_by_text("Noted: a warning sign. Then: the plan stops here.")).to_be_visible()
    planner.get_by_role("button", name="Take back the note of").click()
    expect(planner.locator("[data-part=next]")).to_be_visible()


@pytest.mark.parametrize("answer", ["yes", "not-sure"])
def test_h05_an_emergency_sign_stops_the_plan_and_asks_nothing_more(planner: Locator, page: Page, answer: str) -> None:
    lay_out(planner)
    press(planner, "Save on this device")
    planner.get_by_text("I have done it: note how it went").click()
    choose(planner.locator("[data-part=next]"), emergency=answer)
    for later in ("sign", "felt"):
        expect(planner.locator(f"[data-question={later}]")).to_be_hidden()
    press(planner, "Note it")
    expect(planner.locator("[data-part=after]")).to_contain_text(said(AFTER, "emergency-now"))
    expect(planner.locator("[data-part=next]")).to_be_hidden()
    page.reload()
    press(planner, "Use the saved weeks")
    expect(planner.get_by_text("Noted: emergency signs.")).to_be_visible()


def test_an_illness_leaves_the_next_day_free_and_repeats_the_session(planner: Locator) -> None:
    lay_out(planner)
    first = upcoming(planner)
    note(planner, "ill")
    expect(planner.locator("[data-part=after]")).to_contain_text(said(AFTER, "rest-until-well"))
    expect(planner.locator(".planner-day--rest")).to_have_count(1)
    assert upcoming(planner) == first


@pytest.mark.parametrize(
    ("sign", "result", "noted"),
    [
        ("swollen", "wait-for-the-swelling", "a joint is swollen"),
        ("bone", "be-checked", "pain that may come from a bone"),
    ],
)
def test_h24_bone_pain_and_a_swollen_joint_stop_the_plan_in_their_own_words(
    planner: Locator, page: Page, sign: str, result: str, noted: str
) -> None:
    lay_out(planner)
    press(planner, "Save on this device")
    note(planner, "", sign=sign)
    expect(planner.locator("[data-part=after]")).to_contain_text(said(AFTER, result))
    expect(planner.locator("[data-part=next]")).to_be_hidden()
    page.reload()
    press(planner, "Use the saved weeks")
    expect(planner.get_by_text(f"Noted: {noted}.")).to_be_visible()


def test_h23_a_painkiller_repeats_the_session_and_is_no_colour(planner: Locator) -> None:
    lay_out(planner)
    note(planner, "red")
    first = upcoming(planner)
    note(planner, "painkiller")
    expect(planner.locator("[data-part=after]")).to_contain_text(said(AFTER, "without-a-painkiller"))
    assert upcoming(planner) == first
    note(planner, "red")  # the red day before it still counts
    expect(planner.locator("[data-part=after]")).to_contain_text(said(AFTER, "ask-someone"))


def test_the_legs_have_no_strength_work_the_day_after_a_red_session(planner: Locator) -> None:
    lay_out(planner)
    first = planner.locator(".planner-week").first
    expect(first.get_by_text("Strength, 20 to 30 minutes.")).to_have_count(2)
    note(planner, "red")
    expect(first.get_by_text("Strength, 20 to 30 minutes.")).to_have_count(1)
    expect(first.get_by_text("No strength work for the legs today: yesterday was red")).to_have_count(1)


def test_amber_says_how_to_ease_off(planner: Locator) -> None:
    lay_out(planner)
    note(planner, "amber")
    expect(planner.locator("[data-part=after]")).to_contain_text(guide()[AFTER].record.outcomes["ease-off"].do[0])


def test_amber_repeats_and_the_evening_waits(planner: Locator) -> None:
    lay_out(planner)
    first = upcoming(planner)
    note(planner, "not-yet")
    expect(planner.locator("[data-part=after]")).to_contain_text(said(AFTER, "wait"))
    expect(planner.get_by_text("0 noted.")).to_be_visible()
    note(planner, "amber")
    assert upcoming(planner) == first
    assert len(sessions(planner)) == 37
