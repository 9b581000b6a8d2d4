"""The walk-run planner in a real browser: from the first visit to a printed fortnight and a calendar that opens.

The `page` fixture fails a test on any error in the console, on any breach of the strict security policy and on any
request to another host.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Locator, Page, expect

from macros.decisions.diagram.path import Decided, decide
from macros.library import Library
from macros.render.doing.plan import in_words
from tests.browser.axe import in_both_colours
from tests.conftest import Reused
from tests.decisions.guide import guide
from tools.offline import GUIDE

PAGE = "/do/walk-run-planner/"
NOW = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)  # a Tuesday
AFTER = "plan-next-session"
RESTART = "restart-after-break"
STORED = "Object.keys(localStorage).filter((key) => key.includes('planner'))"
REFUSE_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused') }})"
NO_DIALOG = "window.print = () => {}"
WALKS = {"route": "balance-first", "walking": "12"}
GENTLER = {"route": "start-walk-run", "walking": "40", "background": "new", "steps": "smaller"}


@pytest.fixture(scope="module")
def reused(browser: Browser, browser_context_args: dict[str, Any], base_url: str) -> Iterator[Reused]:
    """As for other tests, on that Tuesday."""
    with browser.new_context(**browser_context_args) as context:
        context.clock.set_fixed_time(NOW)
        yield Reused.made(context, base_url)


@pytest.fixture
def planner(page: Page) -> Locator:
    """The planner before the first choice, on a telephone."""
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(PAGE)
    tool = page.locator("walk-run-planner")
    expect(tool.get_by_label(asked("route"))).to_be_visible()
    return tool


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


def note(tool: Locator, felt: str, sign: str = "no") -> None:
    tool.get_by_text("I have done it: note how it went").click()
    choose(tool.locator("[data-part=next]"), emergency="no", sign=sign)
    if sign == "no":
        choose(tool.locator("[data-part=next]"), felt=felt)
    press(tool, "Note it")


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


# Which ladder


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
    planner.get_by_text("I have done it: note how it went").focus()
    page.keyboard.press("Enter")
    for _ in range(3):  # no emergency, no sign, and how it felt
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
    for _ in range(2):  # from an illness to green
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(planner.locator("[data-part=after]")).to_be_focused()
    expect(planner.locator("[data-part=after]")).to_contain_text(said(AFTER, "go-on"))


# After a session


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


def running(tool: Locator) -> float:
    words = tool.locator("[data-part=next-session] .planner-day__sum").text_content() or ""
    found = re.match(r"(\d*)(½?) minutes? of running", words)
    return float(found[1] or 0) + (0.5 if found[2] else 0) if found else 0.0


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


# Weeks that are changed


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


# Paper and calendar


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


def calendar_of(planner: Locator, page: Page) -> bytes:
    with page.expect_download() as download:
        press(planner, "Calendar file")
    assert download.value.suggested_filename == "walk-run-weeks.ics"
    return Path(download.value.path()).read_bytes()


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


# What is not saved stays for the visit


def test_weeks_and_notes_survive_a_reload_and_another_page(planner: Locator, page: Page) -> None:
    lay_out(planner)
    note(planner, "green")
    shown = sessions(planner)
    expect(planner.get_by_text("Your weeks stay in this tab, and go when you close it.")).to_be_visible()
    page.reload()
    expect(planner.get_by_text("1 noted.")).to_be_visible()
    page.goto("/about/privacy/")
    page.go_back()
    assert sessions(planner) == shown
    assert page.evaluate(STORED) == []
    press(planner, "Clear my weeks")
    page.reload()
    expect(planner.get_by_label(asked("route"))).to_have_value("not-yet")
    assert page.evaluate("sessionStorage.length") == 0


def test_choices_in_the_making_survive_a_reload(planner: Locator, page: Page) -> None:
    choose(planner, route="start-walk-run", walking="17")
    planner.get_by_label("Tuesday").first.check(force=True)
    planner.get_by_label("Begin with").select_option(index=1)
    level = planner.get_by_label("Begin with").input_value()
    page.reload()
    expect(planner.locator("[data-question=walking] input")).to_have_value("17")
    expect(planner.get_by_label("Tuesday").first).to_be_checked()
    expect(planner.get_by_label("Begin with")).to_have_value(level)


def test_from_choices_one_can_go_back_to_the_weeks_as_they_are(planner: Locator, page: Page) -> None:
    lay_out(planner)
    note(planner, "green")
    press(planner, "Change my choices")
    page.reload()
    press(planner, "Back to my weeks as they are")
    expect(planner.get_by_text("1 noted.")).to_be_visible()
    press(planner, "Change my choices")
    choose(planner, route="fuel-first")
    expect(planner.get_by_role("button", name="Back to my weeks as they are")).to_be_hidden()


# Saving


def test_h12_weeks_are_saved_when_asked_and_clear_removes_them(planner: Locator, page: Page) -> None:
    lay_out(planner)
    assert page.evaluate(STORED) == []
    press(planner, "Save on this device")
    expect(planner.get_by_text("Saved on this device until you clear it")).to_be_visible()
    note(planner, "amber")
    shown = sessions(planner)
    page.reload()
    press(planner, "Use the saved weeks")
    assert sessions(planner) == shown
    expect(planner.get_by_text("1 noted.")).to_be_visible()
    press(planner, "Clear my weeks")
    assert page.evaluate(STORED) == []
    expect(planner.get_by_role("button", name="Lay out my weeks")).to_be_hidden()


def test_weeks_that_cannot_be_read_are_said_to_be_there_and_stay_beside_others(planner: Locator, page: Page) -> None:
    unread = "Weeks are saved on this device that the guide cannot read."
    expect(planner.get_by_text(unread)).to_be_hidden()
    page.evaluate("localStorage['running-bones-joints.planner.weeks'] = '{cut off'")
    page.reload()
    expect(planner.get_by_text(unread)).to_be_visible()
    lay_out(planner)
    expect(planner.get_by_text(unread)).to_be_hidden()
    press(planner, "Save on this device")
    assert "{cut off" in page.evaluate("localStorage['running-bones-joints.unread.planner.weeks']")


def test_weeks_travel_in_the_one_file(planner: Locator, page: Page, tmp_path: Path) -> None:
    lay_out(planner)
    press(planner, "Save on this device")
    planner.get_by_role("link", name="Your folder").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Take it to another device").click()
    file = tmp_path / "saved.json"
    download.value.save_as(file)
    assert json.loads(file.read_text(encoding="utf-8"))["saved"]["planner.weeks"]["plan"] == "gentler-start"
    page.evaluate("localStorage.clear(), sessionStorage.clear()")
    page.reload()
    page.get_by_label("Bring in a file from another device").set_input_files(file)
    expect(page.get_by_text("All of the file is saved on this device.")).to_be_visible()
    page.goto(PAGE)
    press(planner, "Use the saved weeks")
    assert len(sessions(planner)) == 36


@pytest.mark.parametrize(
    "change",
    [
        {"plan": "couch-to-5k"},  # not what the choices lead to
        {"answers": {"route": "walking-level"}},
        {"from": 99},
        {"days": [0, 1, 2, 3, 4, 5, 6]},
        {"notes": {"2026-11-30": "fine"}},
        {"start": "soon"},
    ],
)
def test_saved_weeks_that_do_not_fit_are_passed_over(planner: Locator, page: Page, change: dict[str, Any]) -> None:
    lay_out(planner)
    press(planner, "Save on this device")
    page.evaluate(
        "change => { const key = 'running-bones-joints.planner.weeks';"
        " const { v, value } = JSON.parse(localStorage[key]);"
        " localStorage[key] = JSON.stringify({ v, value: { ...value, ...change } }) }",
        change,
    )
    page.reload()
    expect(planner.get_by_role("button", name="Clear my weeks")).to_be_visible()
    expect(planner.get_by_role("button", name="Use the saved weeks")).to_be_hidden()
    # What has no shape of ours is not believed to be a plan at all.
    said = planner.get_by_text("with the rules of today they would come out differently")
    expect(said).to_be_visible(visible="start" not in change)


# From the route finder


def test_the_result_of_the_route_finder_fills_in_the_planner(page: Page) -> None:
    page.goto("/start/find-your-starting-point/")
    link = page.locator("#route-finder-outcome-watch-the-joint a[href*='walk-run-planner']")
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


def test_saved_weeks_that_another_tab_cleared_are_no_longer_offered(planner: Locator, page: Page) -> None:
    lay_out(planner)
    press(planner, "Save on this device")
    page.reload()
    other = page.context.new_page()
    other.goto(PAGE)
    other.get_by_role("button", name="Clear my weeks").click()
    expect(planner.get_by_role("button", name="Use the saved weeks")).to_be_hidden()


@pytest.mark.parametrize("answers", ["route=jogging", "route=start-walk-run&shoes=red", "walking=many"])
def test_what_a_link_brings_and_nobody_knows_is_left_out(page: Page, answers: str) -> None:
    page.goto(f"{PAGE}#walk-run-planner?{answers}")
    tool = page.locator("walk-run-planner")
    expect(tool.get_by_text("A part of the link does not fit the planner. It was left out.")).to_be_visible()
    known = "start-walk-run" if "start-walk-run" in answers else "not-yet"
    expect(tool.get_by_label(asked("route"))).to_have_value(known)


def test_where_storage_is_refused_the_planner_works_and_says_so(page: Page) -> None:
    page.add_init_script(REFUSE_STORAGE)
    page.goto(PAGE)
    tool = page.locator("walk-run-planner")
    lay_out(tool)
    press(tool, "Save on this device")
    expect(
        tool.get_by_text("This browser does not let the guide save anything. The planner still works. Print")
    ).to_be_visible()
    note(tool, "green")
    expect(tool.locator("[data-part=after]")).to_contain_text(said(AFTER, "go-on"))


# Everybody


def test_axe_finds_nothing_in_the_planner(planner: Locator, page: Page, known_looks: set[str] | None) -> None:
    page.emulate_media(reduced_motion="reduce")
    lay_out(planner)
    note(planner, "red")
    planner.get_by_text("I have done it: note how it went").click()
    planner.locator(".planner-week__edit:visible summary").first.click()
    found = in_both_colours(page, "walk-run-planner", known_looks)
    press(planner, "Change my choices")
    found += in_both_colours(page, "walk-run-planner", known_looks)
    assert found == [], "\n\n".join(found)


def test_nothing_is_wider_than_320_pixels(planner: Locator, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    choose(planner, **GENTLER)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    press(planner, "Lay out my weeks")
    planner.get_by_text("I have done it: note how it went").click()
    press(planner, "Show all 12 weeks")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_scripts_the_tables_are_there_and_the_planner_says_so(
    page_without_scripts: Page, library: Library
) -> None:
    page = page_without_scripts
    page.goto(PAGE)
    assert "The planner needs a script" in page.content()
    expect(page.locator("walk-run-planner")).to_be_hidden()
    for table in ("plan-ladder", "plan-next-session"):
        expect(page.locator(f"#{table}-rule-{library.decisions[table].rules[0].id}")).to_be_visible()
    page.goto("/do/start-with-walk-run/")
    for id in ("gentler-start", "couch-to-5k", "walk-and-strength"):
        page.locator(f"#plan-{id} summary").click()  # folds without a script
        expect(page.locator(f"#plan-{id} table")).to_be_visible()


def test_it_works_from_the_unzipped_folder(page: Page, offline_folder: Path) -> None:
    page.goto(
        (offline_folder / GUIDE / "do" / "walk-run-planner.html").as_uri() + "#walk-run-planner?route=start-walk-run"
    )
    tool = page.locator("walk-run-planner")
    expect(tool.get_by_label(asked("route"))).to_have_value("start-walk-run")
    lay_out(tool)
    note(tool, "green")
    assert calendar_of(tool, page).startswith(b"BEGIN:VCALENDAR\r\n")
