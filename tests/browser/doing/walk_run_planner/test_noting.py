"""After a session: what a note says, and what comes next."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.records.sign import Sign
from tests.decisions.guide import guide

from .using import (
    AFTER,
    lay_out,
    look_for_signs,
    note,
    press,
    running,
    said,
    screen,
    sessions,
    tell,
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


def test_h24_a_warning_sign_stops_the_plan_whatever_was_felt(planner: Locator) -> None:
    lay_out(planner)
    note(planner, "green", "not-sure")
    expect(planner.locator("[data-part=after]")).to_contain_text(said(AFTER, "emergency-now"))
    assert len(sessions(planner)) == 1
    expect(planner.get_by_text("Noted: emergency signs. Then: the plan stops here.")).to_be_visible()
    planner.get_by_role("button", name="Take back the note of").click()
    expect(planner.locator("[data-part=next]")).to_be_visible()


@pytest.mark.parametrize("answer", ["numb-or-bladder", "not-sure"])
def test_h05_an_emergency_sign_stops_the_plan_and_asks_nothing_more(planner: Locator, page: Page, answer: str) -> None:
    lay_out(planner)
    press(planner, "Save on this device")
    tell(planner, "green")
    if answer == "not-sure":
        press(screen(planner), "Not sure")
    else:
        screen(planner).locator(f"input[value={answer}]").check(force=True)
        press(screen(planner), "Continue")
    expect(planner.locator("[data-part=after]")).to_contain_text(said(AFTER, "emergency-now"))
    expect(planner.locator("[data-part=next]")).to_be_hidden()
    page.reload()
    sign = in_a_sentence(sign_of(answer)) if answer != "not-sure" else "emergency signs"
    expect(planner.get_by_text(f"Noted: {sign}.")).to_be_visible()


def sign_of(id: str) -> Sign:
    """A sign that can be ticked after a session."""
    questions = guide()[AFTER].questions.values()
    return next(one for question in questions for signs in question.screens.values() for one in signs if one.id == id)


def in_a_sentence(sign: Sign) -> str:
    return sign.ask[0].lower() + sign.ask[1:]


@pytest.mark.parametrize(
    ("id", "result"),
    [("numb-or-bladder", "emergency-now"), ("knee-locks", "be-seen"), ("bone-pain-at-rest", "be-checked")],
)
def test_a_ticked_sign_is_named_with_its_own_speed_and_leads_to_its_own_result(
    planner: Locator, page: Page, id: str, result: str
) -> None:
    lay_out(planner)
    press(planner, "Save on this device")
    note(planner, "green", id)
    for _ in "ab":  # now, and when the planner is opened again
        after = planner.locator("[data-part=after]")
        expect(after).to_contain_text(said(AFTER, result))
        expect(after.locator(".tool__ticked li")).to_have_text(f"{sign_of(id).urgency.words}: {sign_of(id).ask}")
        page.reload()


def test_two_presses_note_how_it_went_and_nothing_goes_on_before_the_signs(planner: Locator, page: Page) -> None:
    lay_out(planner)
    press(planner, "Save on this device")
    first = upcoming(planner)
    tell(planner, "green")
    expect(planner.get_by_text("1 noted.")).to_be_visible()
    for _ in "ab":  # now, and when the planner is opened again
        expect(screen(planner)).to_have_count(1)
        expect(planner.locator("[data-part=after]")).to_be_hidden()
        expect(planner.get_by_text("Noted: green. The signs are still to be asked.")).to_be_visible()
        assert upcoming(planner) == first
        page.reload()
    look_for_signs(planner)
    expect(planner.locator("[data-part=after]")).to_contain_text(said(AFTER, "go-on"))
    expect(planner.locator(".planner-day[data-next]")).to_have_count(1)


def test_two_reds_stop_nothing_before_the_signs_are_asked_which_may_be_faster(planner: Locator) -> None:
    lay_out(planner)
    note(planner, "red")
    tell(planner, "red")
    expect(screen(planner)).to_have_count(1)
    look_for_signs(planner, "weaker-leg")
    expect(planner.locator("[data-part=after]")).to_contain_text(said(AFTER, "be-seen"))


def test_the_enter_key_in_a_box_never_says_that_no_sign_is_there(planner: Locator) -> None:
    lay_out(planner)
    tell(planner, "green")
    screen(planner).locator("input").first.press("Enter")
    expect(planner.locator("[data-part=signs] [data-part=errors]")).to_be_focused()
    expect(screen(planner).locator("[data-part=error]")).to_be_visible()


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
        (
            "fingertip-on-bone",
            "be-checked",
            "you can cover the sore spot with a fingertip, and pressing the bone hurts",
        ),
    ],
)
def test_h24_bone_pain_and_a_swollen_joint_stop_the_plan_in_their_own_words(
    planner: Locator, page: Page, sign: str, result: str, noted: str
) -> None:
    lay_out(planner)
    press(planner, "Save on this device")
    note(planner, "green", sign)
    expect(planner.locator("[data-part=after]")).to_contain_text(said(AFTER, result))
    expect(planner.locator("[data-part=next]")).to_be_hidden()
    page.reload()
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
