"""What the planner's script does with results, notes and kept weeks, on a ladder and tables of its own.

Run in Node without a page: walk-run-planner.weeks.js is pure sums.
"""

from __future__ import annotations

import functools
import itertools
import json
from typing import Any

import pytest

from macros.export.browser import tool_data
from macros.export.planner import plan_data
from macros.records.decision import Move
from macros.render.doing.plan import in_words
from tests.decisions.making import compiled_with_problems
from tests.decisions.node import run_script
from tests.records.test_plan import plan, run

SCRIPTS = [
    "days.js",
    "answers.js",
    "attainable.js",
    "decisions.js",
    *(f"tools/walk-run-planner.{part}.js" for part in ("choices", "kept", "sheet", "weeks", "calendar")),
]

# Questions and results that the guide's own table does not have: nothing in the script may know their names.
NEXT = """
hit_policy: first
inputs:
  - {id: urgent, ask: Urgent?, why: It comes first, options: {no: No, yes: "Yes", not-sure: {label: Not sure, as: yes}}}
  - id: sign
    ask: A sign?
    why: It counts
    options: {no: No, unwell: "No, but I have a fever", swollen: "No, but a joint is swollen", yes: "Yes"}
  - {id: felt, ask: How?, why: It tells, options: {green: Green, missed: Missed, amber: Amber, red: Red, later: Later}}
  - {id: before, ask: Before?, why: It tells, options: {fine: Fine, amber: Amber, red: Red}}
  - {id: lasting, ask: Lasting?, why: It tells, options: {no: No, yes: "Yes"}}
rules:
  - {id: urgent, when: {urgent: yes}, then: ring, because: It is urgent}
  - {id: sign, when: {sign: yes}, then: ring, because: It is a sign}
  - {id: twice, when: {felt: red, before: red}, then: halt, because: Twice}
  - {id: swollen-red, when: {sign: swollen, felt: red}, then: halt, because: Both}
  - {id: red, when: {sign: no, felt: red}, then: down, because: Red}
  - {id: swollen, when: {sign: swollen}, then: one-down, because: Swollen}
  - {id: unwell, when: {sign: unwell}, then: in-bed, because: Unwell}
  - {id: amber, when: {felt: amber}, then: again, because: Amber}
  - {id: later, when: {felt: [later, missed]}, then: later, because: Later}
  - {id: fine, when: {}, then: onward, because: Fine}
outcomes:
  ring: {urgency: now, plan: stop, heading: Ring, means: Ring.}
  halt: {urgency: appointment, plan: stop, heading: Halt, means: Halt.}
  down: {urgency: care, plan: back-2-after-rest, heading: Down, means: Down.}
  one-down: {urgency: care, plan: back-1, heading: Down, means: Down.}
  in-bed: {urgency: care, plan: same-after-rest, heading: Bed, means: Bed.}
  again: {urgency: care, plan: same, heading: Again, means: Again.}
  later: {urgency: note, plan: wait, heading: Later, means: Later.}
  onward: {urgency: start, plan: next, heading: On, means: On.}
examples: [{given: {urgent: yes}, then: ring}]
"""
JUMP = """
hit_policy: first
inputs:
  - {id: longest, ask: Longest?, why: It counts, range: "[0..2000]", unit: km}
  - {id: planned, ask: Planned?, why: It counts, range: "[0..2000]", unit: km}
rules: [{id: all, when: {}, then: within-ten, because: All}]
outcomes:
  within-ten: {urgency: note, heading: In, means: In.}
  over: {urgency: note, heading: Over, means: Over.}
examples: [{given: {longest: 1, planned: 1}, then: within-ten}]
"""
LADDER = """
hit_policy: first
inputs: [{id: route, ask: Route?, why: It counts, options: {runs: Runs, walks: Walks}}]
rules:
  - {id: runs, when: {route: runs}, then: a-ladder, because: Runs}
  - {id: walks, when: {}, then: a-walk, because: Walks}
outcomes:
  a-ladder: {urgency: start, heading: Runs, means: Runs.}
  a-walk: {urgency: start, heading: Walks, means: Walks.}
examples: [{given: {route: runs}, then: a-ladder}]
"""
PLAN = plan([run(4)], [run(5)], [run(6)], [run(7)], [run(8)], [run(9)])
WALK = plan([{"times": 2, "parts": [{"walk": 5}]}], [{"times": 2, "parts": [{"walk": 10}]}], bound=0, bound_unbroken=0)


@functools.cache
def _data() -> dict[str, Any]:
    # What a guide's own table has to have besides, such as an example for each row, is not looked at here.
    following, jump, ladder = (compiled_with_problems(test=text)[0]["test"] for text in (NEXT, JUMP, LADDER))
    tools = {
        name: tool_data(decision, {}) | {"histories": [[[1, "2026-01-01", "First"]]]}
        for name, decision in (("next", following), ("jump", jump), ("ladder", ladder))
    }
    return tools | {
        "told": ["before", "lasting"],
        "jumps": {},
        "moves": {id: outcome.plan for id, outcome in following.record.outcomes.items()},
        "plans": {"a-ladder": plan_data(PLAN, in_words), "a-walk": plan_data(WALK, in_words)},
        "least": 100,
        "leastUnbroken": 100,
    }


def state(notes: dict[str, str], **more: Any) -> dict[str, Any]:
    """Weeks from Monday 30 November 2026, with a session each Monday, Wednesday and Friday."""
    return {
        "version": "1.1",
        "date": "2026-11-24",
        "start": "2026-11-30",
        "key": "abc",
        "plan": "a-ladder",
        "answers": {"route": "runs"},
        "days": [0, 2, 4],
        "from": 0,
        "to": 5,
        "strength": False,
        "notes": notes,
        "weeks": {},
        **more,
    }


def call(*calls: list[Any]) -> list[Any]:
    printed = run_script("call.mjs", map(json.dumps, [SCRIPTS, *calls]))
    return [json.loads(line) for line in printed]


def laid_out(*states: dict[str, Any]) -> list[dict[str, Any]]:
    return call(*(["PlannerWeeks.layOut", _data(), each] for each in states))


def days(laid: dict[str, Any]) -> list[tuple[str, float | None]]:
    """Each day of the weeks: its kind, and the minutes of running in it."""
    slots = [slot for week in laid["weeks"] for slot in week["slots"]]
    return [(slot["kind"], slot.get("session", {}).get("running")) for slot in slots]


MONDAY, WEDNESDAY, FRIDAY = "2026-11-30", "2026-12-02", "2026-12-04"
GREEN = "urgent-no--sign-no--felt-green"
TWO_GREEN = {MONDAY: GREEN, WEDNESDAY: GREEN}


@pytest.mark.parametrize(
    ("note", "after"),
    [
        (GREEN, [("session", 7)]),
        ("urgent-no--sign-no--felt-amber", [("session", 6)]),
        ("urgent-no--sign-no--felt-red", [("rest", None), ("session", 4)]),
        ("urgent-no--sign-swollen--felt-green", [("session", 5)]),
        ("urgent-no--sign-unwell--felt-green", [("rest", None), ("session", 6)]),
        ("urgent-yes", []),
        ("urgent-no--sign-swollen--felt-red", []),
    ],
)
def test_a_result_moves_the_plan_as_its_data_say(note: str, after: list[tuple[str, float | None]]) -> None:
    [laid] = laid_out(state({**TWO_GREEN, FRIDAY: note}))
    assert days(laid)[:3] == [("session", 4), ("session", 5), ("session", 6)]
    assert days(laid)[3 : 3 + len(after)] == after
    assert bool(laid["stopped"]) is not bool(after)


def test_every_move_that_data_can_name_is_made() -> None:
    """A value that the script does not know would do nothing, in silence."""
    data = _data()
    weeks = state({MONDAY: GREEN}, **{"from": 2})
    each = [data | {"moves": data["moves"] | {"onward": move}} for move in Move]
    made = dict(zip(Move, call(*(["PlannerWeeks.layOut", one, weeks] for one in each)), strict=True))
    after = {move: days(laid)[1:3] for move, laid in made.items()}
    same = {Move.SAME, Move.WAIT}  # what waits is not noted at all
    assert len(after) == len(Move) > len(same)
    for one, other in itertools.combinations(Move, 2):
        assert after[one] != after[other] or {one, other} == same, (one, other)


def test_an_answer_that_names_an_emergency_comes_before_how_it_felt() -> None:
    told = {"before": "fine", "lasting": "no"}
    given: list[dict[str, str]] = [
        {},
        {"urgent": "yes"},
        {"urgent": "no", "sign": "yes", "felt": "green"},
        {"urgent": "no", "sign": "unwell"},
    ]
    asked = [one["shown"] for one in call(*(["PlannerWeeks.weighed", _data()["next"], told, one] for one in given))]
    assert asked == [["urgent", "sign", "felt"], ["urgent"], ["urgent", "sign"], ["urgent", "sign"]]


@pytest.mark.parametrize(("minutes", "at"), [(0, 0), (5, 0), (9, 0), (10, 2), (240, 2)])
def test_a_ladder_begins_with_the_longest_session_that_is_no_longer(minutes: int, at: int) -> None:
    assert call(["PlannerChoices.beginsAt", _data()["plans"]["a-walk"], minutes]) == [at]


def test_weeks_of_walks_are_called_walks_in_the_calendar() -> None:
    walks, runs = laid_out(state({}, plan="a-walk", to=3), state({}))
    names = call(["PlannerCalendar.nameOf", walks], ["PlannerCalendar.nameOf", runs])
    assert names == ["walking-weeks.ics", "walk-run-weeks.ics"]
    rest = {"kind": "rest", "day": 0}
    said = call(
        *(["PlannerCalendar.summaryOf", walks["plan"], slot] for slot in (walks["sessions"][0], rest)),
        ["PlannerCalendar.summaryOf", runs["plan"], runs["sessions"][0]],
    )
    assert said == ["Walk: 5 minutes (week 1)", "Rest", "Walk-run: 4 minutes of running (week 1)"]


def test_two_red_sessions_are_remembered() -> None:
    red = "urgent-no--sign-no--felt-red"
    [laid] = laid_out(state({MONDAY: red, FRIDAY: red}))
    assert laid["stopped"] == "halt"


def test_days_of_a_fever_are_no_runs() -> None:
    """Two weeks without a run ask for a step back, and so do two weeks of fever."""
    fever = dict.fromkeys(("2026-12-07", "2026-12-11", "2026-12-16"), "urgent-no--sign-unwell")
    [laid] = laid_out(state({MONDAY: GREEN, WEDNESDAY: GREEN, FRIDAY: GREEN, **fever}))
    assert laid["next"]["pause"] == "back"
    assert laid["next"]["session"]["running"] < 7


@pytest.mark.parametrize(
    ("note", "answers"),
    [
        ("green", {"felt": "green", "urgent": "no", "sign": "no"}),  # as notes were written before
        ("sign", {"sign": "yes", "urgent": "no"}),  # from before a question that now comes first
        ("swollen", {"sign": "swollen", "urgent": "no"}),
        ("urgent-no--sign-unwell--felt-red", {"urgent": "no", "sign": "unwell", "felt": "red"}),
        ("constructor", None),
        ("felt-purple", None),
        ("", None),
    ],
)
def test_a_note_is_read_back_as_answers(note: str, answers: dict[str, str] | None) -> None:
    assert call(["PlannerWeeks.fromNote", _data(), note]) == [answers]


@pytest.mark.parametrize(
    "change",
    [
        {"plan": "constructor"},
        {"plan": "a-walk"},
        {"plan": 7},
        {"answers": {"route": "walks"}},
        {"answers": None},
        {"from": 99},
        {"to": -1},
        {"from": 3, "to": 2},
        {"days": [0, 1, 2, 3, 4, 5, 6]},
        {"days": "024"},
        {"days": [0, 9]},
        {"start": "soon"},
        {"start": "9999-99-99"},
        {"notes": {MONDAY: "constructor"}},
        {"notes": {MONDAY: "urgent-no"}},  # says too little for the rules of today
        {"weeks": None},
    ],
)
def test_kept_weeks_that_do_not_fit_are_passed_over(change: dict[str, Any]) -> None:
    good = state({MONDAY: GREEN})
    assert call(["PlannerKept.fitting", _data(), good], ["PlannerKept.fitting", _data(), {**good, **change}]) == [
        good,
        None,
    ]
