"""A fortnight on paper, and a calendar that opens."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from .using import (
    GENTLER,
    NO_DIALOG,
    WALKS,
    calendar_of,
    lay_out,
    note,
    press,
)


def pages_printed(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4")))


@pytest.mark.parametrize("ladder", [GENTLER, {**GENTLER, "background": "injury"}, WALKS])
def test_a_fortnight_prints_on_one_page(planner: Locator, page: Page, ladder: dict[str, str]) -> None:
    page.evaluate(NO_DIALOG)
    wanted = {id: value for id, value in ladder.items() if not (ladder.get("background") == "injury" and id == "steps")}
    lay_out(planner, **wanted)
    press(planner, "Print two weeks")
    assert pages_printed(page) == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    press(planner, "Print all weeks")
    assert pages_printed(page) == planner.locator(".planner-fortnight").count()


def test_paper_shows_the_weeks_and_nothing_else(planner: Locator, page: Page) -> None:
    page.evaluate(NO_DIALOG)
    lay_out(planner)
    press(planner, "Print two weeks")
    page.emulate_media(media="print")
    expect(planner.locator(".planner-fortnight__head").first).to_be_visible()
    expect(planner.get_by_text("Not yet reviewed by a clinician.").first).to_be_visible()
    for hidden in ("h1", ".planner__head", ".planner__keep", ".tool__foot", ".page-footer", ".planner-week__edit"):
        expect(page.locator(hidden).first).to_be_hidden()


def days_of(text: bytes) -> Iterator[tuple[datetime.date, str]]:
    for event in Calendar.from_ical(text).walk("VEVENT"):
        day = event.decoded("dtstart")
        assert event.decoded("dtend") - day == datetime.timedelta(days=1)
        assert type(day) is datetime.date  # a whole day, in no zone
        yield day, str(event["summary"])


def test_the_calendar_file_opens_and_holds_what_is_to_come(planner: Locator, page: Page) -> None:
    lay_out(planner)
    note(planner, "green")
    text = calendar_of(planner, page)
    assert text.replace(b"\r\n", b"").count(b"\n") == 0
    assert max(len(line) for line in text.split(b"\r\n")) <= 75
    days = [(day, words) for day, words in days_of(text) if words.startswith("Walk-run")]
    assert days[0] == (datetime.date(2026, 12, 2), "Walk-run: 8 minutes of running (week 1)")
    assert len(days) == 35
    assert all(after - before >= datetime.timedelta(days=2) for (before, _), (after, _) in pairwise(days))
    events = Calendar.from_ical(text).walk("VEVENT")
    assert len({event["uid"] for event in events}) == len(events)
    for warning in ("Do not go while you are ill.", "chest pain", "numbness between the legs", "a newly weak leg"):
        assert all(warning in str(event["description"]) for event in events)
    assert "8 times: run 1 minute, walk 1½ minutes." in str(events[1]["description"])


def test_a_newer_calendar_file_keeps_the_ids_of_the_plan(planner: Locator, page: Page) -> None:
    lay_out(planner)
    ids = [[event["uid"] for event in Calendar.from_ical(calendar_of(planner, page)).walk("VEVENT")] for _ in "ab"]
    assert ids[0] == ids[1]


def test_paper_calls_a_walk_a_walk_and_says_what_it_is(planner: Locator, page: Page) -> None:
    lay_out(planner, **WALKS)
    marks = planner.locator(".planner-day--session .planner-day__marks > span:first-child")
    assert set(marks.all_text_contents()) == {"Walk"}
    expect(planner.locator(".planner-fortnight__head").first).to_contain_text("My weeks: Walking and strength")
    expect(planner.get_by_text("In the bars a high, filled block is a run")).to_be_hidden()
    expect(planner.get_by_text("The bars show how long each walk is.")).to_be_visible()
