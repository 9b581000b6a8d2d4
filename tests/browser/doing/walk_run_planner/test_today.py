"""A plan that is running: its session of today stands first, and two presses note it."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.decisions.guide import guide

from .using import (
    AFTER,
    NOW,
    PAGE,
    choose,
    lay_out,
    look_for_signs,
    note,
    press,
    said,
    screen,
    sessions,
    tell,
)

PHONE: ViewportSize = {"width": 390, "height": 844}
KEPT = "running-bones-joints.planner.weeks"
# As browsers hold weeks since 24 November 2026: its own version, no ticked signs, and notes of several ages.
STORED: dict[str, Any] = {
    "v": 1,
    "value": {
        "version": "3.3.1.1",
        "date": "2026-11-24",
        "key": "bded95947f21c1be18b1bb2",
        "plan": "gentler-start",
        "start": "2026-11-30",
        "days": [0, 2, 4],
        "from": 0,
        "to": 35,
        "strength": True,
        "answers": {"route": "start-walk-run", "walking": 40, "background": "new", "steps": "smaller"},
        "notes": {"2026-11-30": "emergency-no--sign-no--felt-green", "2026-12-02": "sign-no--felt-amber"},
        "weeks": {"1": "repeat"},
    },
}


def opened_on(page: Page, day: datetime.date) -> None:
    page.clock.set_fixed_time(datetime.datetime.combine(day, NOW.timetz()))
    page.set_viewport_size(PHONE)
    page.goto(PAGE)


@pytest.fixture
def kept(planner: Locator, page: Page) -> Locator:
    """Weeks from 30 November on, saved on a phone, in a new tab."""
    lay_out(planner)
    press(planner, "Save on this device")
    page.evaluate("sessionStorage.clear()")
    return planner


def test_the_session_of_today_stands_on_the_first_screen_and_two_presses_note_it(kept: Locator, page: Page) -> None:
    opened_on(page, datetime.date(2026, 11, 30))
    card = kept.locator("[data-part=next]")
    expect(card.get_by_role("heading", name="Today: Monday 30 November")).to_be_visible()
    for words in ("8 times: run 1 minute, walk 1½ minutes.", "25 minutes in all"):
        expect(card.get_by_text(words)).to_be_in_viewport(ratio=1)
    expect(card.get_by_role("button", name="I have done it")).to_be_in_viewport(ratio=1)
    tell(kept, "green")  # two presses
    assert "2026-11-30" in page.evaluate(f"JSON.parse(localStorage['{KEPT}']).value.notes")
    expect(screen(kept).locator(".choice").first).to_be_in_viewport(ratio=1)
    expect(screen(kept).locator(".decision-question__ask")).to_be_focused()


def test_the_presses_lie_on_one_screen(kept: Locator, page: Page) -> None:
    opened_on(page, datetime.date(2026, 11, 30))
    press(kept, "I have done it")
    for option in ("green", "amber"):
        expect(kept.locator(f"[data-do=felt][value={option}]")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(
    ("day", "heading"),
    [(datetime.date(2026, 12, 1), "Not noted yet: Monday 30 November"), (datetime.date(2026, 11, 28), "Next: Monday")],
)
def test_a_session_of_another_day_says_which(kept: Locator, page: Page, day: datetime.date, heading: str) -> None:
    opened_on(page, day)
    expect(kept.get_by_role("heading", name=heading)).to_be_visible()


def test_a_strength_day_says_so_and_leads_to_the_list_of_moves(kept: Locator, page: Page) -> None:
    opened_on(page, datetime.date(2026, 12, 1))  # a Tuesday
    today = kept.locator("[data-part=today]")
    expect(today).to_contain_text("Strength, 20 to 30 minutes.")
    today.get_by_role("link").click()
    expect(page.locator("#checklist-strength-at-home")).to_be_in_viewport()


def test_a_how_it_went_can_be_taken_back_before_the_signs(kept: Locator, page: Page) -> None:
    opened_on(page, datetime.date(2026, 11, 30))
    tell(kept, "red")
    kept.locator("[data-part=signs]").get_by_role("button", name="Take back", exact=True).click()
    expect(kept.get_by_role("button", name="I have done it")).to_be_visible()
    expect(kept.get_by_text("0 noted.")).to_be_visible()


def test_weeks_that_browsers_hold_now_go_on_with_all_that_was_noted(page: Page, planner: Locator) -> None:
    page.evaluate("([key, text]) => { localStorage[key] = text; }", [KEPT, json.dumps(STORED)])
    opened_on(page, datetime.date(2026, 12, 4))
    expect(planner.get_by_text("2 noted.")).to_be_visible()
    expect(planner.get_by_text("Noted: amber. Then: ease off")).to_be_visible()
    assert len(sessions(planner)) == 40  # a session again after amber, and a week that comes again
    note(planner, "green")
    expect(planner.locator("[data-part=after]")).to_contain_text(said(AFTER, "go-on"))
    value = page.evaluate(f"JSON.parse(localStorage['{KEPT}'])")
    old = STORED["value"]
    assert value["v"] == STORED["v"]
    assert value["value"]["notes"].items() > old["notes"].items()
    assert {part: value["value"][part] for part in old if part != "notes"} == {
        part: old[part] for part in old if part != "notes"
    }


def test_other_choices_never_take_the_place_of_saved_weeks_unasked(kept: Locator, page: Page) -> None:
    opened_on(page, datetime.date(2026, 11, 30))
    note(kept, "green")
    page.goto(f"{PAGE}#walk-run-planner?route=balance-first")
    choose(kept, walking="12")
    press(kept, "Lay out my weeks")
    expect(kept.get_by_text("Other weeks are saved on this device already.")).to_be_visible()
    page.evaluate("sessionStorage.clear()")
    page.reload()
    expect(kept.get_by_text("1 noted.")).to_be_visible()
    press(kept, "Change my choices")
    choose(kept, steps="public")
    press(kept, "Lay out my weeks")
    press(kept, "Save on this device")
    expect(kept.get_by_text("Saved on this device until you clear it")).to_be_visible()
    assert page.evaluate(f"JSON.parse(localStorage['{KEPT}']).value.plan") == "couch-to-5k"


def test_signs_may_wait_and_are_asked_when_the_planner_is_opened_again(kept: Locator, page: Page) -> None:
    opened_on(page, datetime.date(2026, 11, 30))
    tell(kept, "green")
    page.evaluate("sessionStorage.clear()")
    opened_on(page, datetime.date(2026, 12, 2))
    expect(screen(kept)).to_have_count(1)
    expect(kept.get_by_role("button", name="I have done it")).to_be_hidden()
    look_for_signs(kept)
    expect(kept.get_by_role("heading", name="Today: Wednesday 2 December")).to_be_visible()


def test_the_answers_to_how_it_went_are_those_of_the_table(kept: Locator) -> None:
    shown = kept.locator("[data-do=felt]").evaluate_all("(all) => all.map((one) => one.value)")
    assert shown == list(guide()[AFTER].questions["felt"].options)
