"""The planner as a reader uses it, in the words of the data."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.decisions.guide import guide

PAGE = "/do/walk-run-planner/"
NOW = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)  # a Tuesday
AFTER = "plan-next-session"
RESTART = "restart-after-break"
STORED = "Object.keys(localStorage).filter((key) => key.includes('planner'))"
REFUSE_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused') }})"
NO_DIALOG = "window.print = () => {}"
WALKS = {"route": "balance-first", "walking": "12"}
GENTLER = {"route": "start-walk-run", "walking": "40", "background": "new", "steps": "smaller"}


def asked(question: str) -> str:
    """A question of the planner, as the data words it."""
    return guide()["plan-ladder"].questions[question].ask


def said(table: str, outcome: str) -> str:
    """The heading of a result, as the data words it."""
    return guide()[table].record.outcomes[outcome].heading


def reason(outcome: str) -> str:
    """Why a ladder goes on so after a break, as the data words it."""
    return next(rule.because for rule in guide()[RESTART].record.rules if rule.then == outcome)


def choose(tool: Locator, **choices: str) -> None:
    for id, value in choices.items():
        field = tool.locator(f"[data-question={id}]")
        if id == "route":
            field.locator("select").select_option(value)
        elif id == "walking":
            field.locator("input").fill(value)
        else:
            field.locator(f"input[value={value}]").check(force=True)


def press(tool: Locator, name: str) -> None:
    tool.get_by_role("button", name=name, exact=True).click()


def lay_out(tool: Locator, **choices: str) -> None:
    choose(tool, **(choices or GENTLER))
    press(tool, "Lay out my weeks")
    expect(tool.get_by_role("heading", name=re.compile("^Your weeks: "))).to_be_focused()


def tell(tool: Locator, felt: str) -> None:
    """How it went: two presses."""
    press(tool, "I have done it")
    tool.locator(f"[data-do=felt][value={felt}]").click()


def note(tool: Locator, felt: str, *values: str) -> None:
    """How it went, and then the signs: those that are named, or none, on as many screens as are asked."""
    tell(tool, felt)
    look_for_signs(tool, *values)


def screen(tool: Locator) -> Locator:
    return tool.locator("[data-part=signs] form:visible")


def look_for_signs(tool: Locator, *values: str) -> None:
    for _ in guide()[AFTER].questions["sign"].screens.keys() | guide()[AFTER].questions["emergency"].screens.keys():
        if not screen(tool).count():
            break
        boxes = [box for value in values if (box := screen(tool).locator(f"input[value={value}]")).count()]
        alone = [one for value in values if (one := screen(tool).locator(f"button[value={value}]")).count()]
        for box in boxes:
            box.check(force=True)
        if boxes:
            press(screen(tool), "Continue")
        else:
            (alone or [screen(tool).locator(".choice--press").first])[0].click()
    expect(tool.locator("[data-part=after]")).to_be_focused()


def sessions(tool: Locator) -> list[str]:
    """The sessions of all weeks in words."""
    return [
        " ".join(one.split())
        for one in tool.locator(".planner-day--session .planner-day__what > p:first-child").all_text_contents()
    ]


def upcoming(tool: Locator) -> str:
    return " ".join((tool.locator("[data-part=next-session] > p").first.text_content() or "").split())


def outcome(tool: Locator) -> Locator:
    return tool.locator("[data-part=ladder]")


def running(tool: Locator) -> float:
    words = tool.locator("[data-part=next-session] .planner-day__sum").text_content() or ""
    found = re.match(r"(\d*)(½?) minutes? of running", words)
    return float(found[1] or 0) + (0.5 if found[2] else 0) if found else 0.0


def calendar_of(planner: Locator, page: Page) -> bytes:
    with page.expect_download() as download:
        press(planner, "Calendar file")
    assert download.value.suggested_filename == "walk-run-weeks.ics"
    return Path(download.value.path()).read_bytes()
