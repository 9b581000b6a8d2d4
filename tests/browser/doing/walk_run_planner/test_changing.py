"""Weeks that a reader changes, steps that are pointed out, and breaks."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.decisions.guide import guide

from .using import (
    GENTLER,
    RESTART,
    lay_out,
    note,
    press,
    reason,
    running,
    sessions,
)


def test_weeks_can_be_repeated_and_moved(planner: Locator) -> None:
    lay_out(planner)
    press(planner, "Show all 12 weeks")
    second = planner.locator("[data-week='1']")
    second.locator("summary").click()
    second.get_by_role("button", name="Do it again the week after").click()
    assert len(sessions(planner)) == 39
    assert sessions(planner)[3:6] == sessions(planner)[6:9]
    second.locator("summary").click()
    second.get_by_role("button", name="Move a week later").click()
    expect(planner.locator("[data-week='2'] .planner-week__heading")).to_be_focused()
    expect(second.locator(".planner-week__free")).to_be_visible()
    assert len(sessions(planner)) == 39
    planner.locator("[data-week='2'] summary").click()
    planner.locator("[data-week='2']").get_by_role("button", name="Move a week earlier").click()
    expect(second.locator(".planner-week__free")).to_be_hidden()


def test_a_week_can_have_days_of_its_own(planner: Locator) -> None:
    lay_out(planner)
    week = planner.locator("[data-week='1']")
    week.locator("summary").click()
    week.get_by_label("Friday").uncheck(force=True)
    week.get_by_label("Sunday").check(force=True)
    week.get_by_role("button", name="Use these days").click()
    expect(week.locator(".planner-day--session .planner-day__when").last).to_have_text(re.compile("^Sun"))


def test_a_big_jump_is_pointed_out(planner: Locator) -> None:
    lay_out(planner, **{**GENTLER, "steps": "public"})
    flags = planner.locator(".planner-day__jump").all_text_contents()
    assert "A jump of more than 30%: 16 minutes, after at most 9 minutes." in flags
    assert planner.get_by_text("The study behind this counted distance in regular runners.").count() == 1


def test_a_long_step_without_a_walk_is_pointed_out_with_a_tip(planner: Locator) -> None:
    lay_out(planner, **{**GENTLER, "steps": "public"})
    flags = planner.locator(".planner-day__jump").all_text_contents()
    assert [flag for flag in flags if "A long step" in flag] == [
        "A long step: 20 minutes without a walk, after at most 8 minutes. "
        "Our tip: first run it in two halves, with a short walk between."
    ]


def test_h11_the_ladder_of_short_runs_has_no_long_step(planner: Locator) -> None:
    lay_out(planner, route="run-with-arthritis", walking="40")
    expect(planner.get_by_role("heading", name="Your weeks: Short runs first, in small steps")).to_be_visible()
    assert not [flag for flag in planner.locator(".planner-day__jump").all_text_contents() if "A long step" in flag]


@pytest.mark.parametrize(
    ("weeks", "goes_on_with", "leads"),
    [
        (1, "Plan week 4.", None),
        (2, "Plan week 3.", "one-step-back"),
        (3, "Plan week 3.", "one-step-back"),
        (5, "Plan week 1.", "begin-again"),
    ],
)
def test_h24_after_a_break_the_ladder_goes_back(
    planner: Locator, weeks: int, goes_on_with: str, leads: str | None
) -> None:
    lay_out(planner)
    press(planner, "Show all 12 weeks")
    for _ in range(weeks):
        third = planner.locator("[data-week='3']")
        third.locator("summary").click()
        third.get_by_role("button", name="Move a week later").click()
    assert sessions(planner)[9].startswith(goes_on_with)
    reasons = {reason(outcome) for outcome in guide()[RESTART].record.outcomes}
    flags = planner.locator(".planner-day__jump").all_text_contents()
    assert [flag for flag in flags if flag in reasons] == ([reason(leads)] if leads else [])
    if leads:
        expect(planner.locator(f"[data-week='{3 + weeks}'] .planner-day--session").first).to_contain_text(reason(leads))


def test_missed_weeks_are_a_break_too(planner: Locator) -> None:
    lay_out(planner)
    for _ in range(6):
        note(planner, "green")
    for _ in range(6):
        note(planner, "missed")
    expect(planner.locator("[data-part=next-session]")).to_contain_text(reason("one-step-back"))
    assert running(planner) <= 9
