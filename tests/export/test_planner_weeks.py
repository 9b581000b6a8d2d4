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
from macros.export.planner import plan_data, steering_data
from macros.records.planning import Move
from macros.render.doing.plan import in_words
from tests.decisions.node import run_script
from tests.records.test_plan import plan, run

from .planner_tables import JUMP, LADDER, NEXT, PLAN, RESTART, RUNS, STEP, WALK, table


@functools.cache
def _data() -> dict[str, Any]:
    following, restart, jump, step, ladder = map(table, (NEXT, RESTART, JUMP, STEP, LADDER))
    return {
        **steering_data(following, restart, jump, step),
        "ladder": tool_data(ladder, {}) | {"histories": [[[1, "2026-01-01", "First"]]]},
        "finder": [],
        "plans": {"a-ladder": plan_data(PLAN, in_words), "a-walk": plan_data(WALK, in_words)},
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
    """What functions of the planner's scripts give: [part.function, argument, …] for each call."""
    named = [(*name.split("."), given) for name, *given in calls]
    lines = [
        [f"tools/walk-run-planner/walk-run-planner.{part}.js", function, *given] for part, function, given in named
    ]
    return [json.loads(line) for line in run_script("call.mjs", map(json.dumps, lines))]


def laid_out(*states: dict[str, Any]) -> list[dict[str, Any]]:
    return call(*(["weeks.layOut", _data(), each] for each in states))


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


@pytest.mark.parametrize("felt", ["green", "red"])
def test_how_it_went_alone_lets_nothing_go_on_or_stop_before_the_signs_are_known(felt: str) -> None:
    notes = {MONDAY: GREEN, WEDNESDAY: "urgent-no--sign-no--felt-red"}
    [known] = laid_out(state({**notes, "2026-12-07": f"urgent-no--sign-no--felt-{felt}"}))
    [open_] = laid_out(state({**notes, "2026-12-07": f"open--felt-{felt}"}))
    assert days(open_) == days(known)  # weeks to come are laid out as if there were no sign
    assert open_["next"]["open"] and open_["next"]["note"] == f"open--felt-{felt}"
    assert open_["stopped"] is None
    assert bool(known["stopped"]) is (felt == "red")  # two reds


def test_every_move_that_data_can_name_is_made() -> None:
    """A value that the script does not know would do nothing, in silence."""
    data = _data()
    weeks = state({MONDAY: GREEN}, **{"from": 3})
    each = [data | {"moves": data["moves"] | {"onward": move}} for move in Move]
    made = dict(zip(Move, call(*(["weeks.layOut", one, weeks] for one in each)), strict=True))
    after = {move: days(laid)[1:3] for move, laid in made.items()}
    same = {Move.SAME, Move.WAIT}  # what waits is not noted at all
    assert len(after) == len(Move) > len(same)
    for one, other in itertools.combinations(Move, 2):
        assert after[one] != after[other] or {one, other} == same, (one, other)


def test_an_answer_that_names_an_emergency_comes_before_how_it_felt() -> None:
    told = {"before": "fine", "easing": 0}
    sign = {"urgent": "no", "sign": "yes", "felt": "green"}
    given: list[dict[str, str]] = [{}, {"urgent": "yes"}, sign, {"urgent": "no", "sign": "unwell"}]
    asked = [one["shown"] for one in call(*(["rules.weighed", _data()["next"], told, one] for one in given))]
    assert asked == [["urgent", "sign", "felt"], ["urgent"], ["urgent", "sign"], ["urgent", "sign"]]


@pytest.mark.parametrize(("minutes", "at"), [(0, 0), (5, 0), (9, 0), (10, 2), (240, 2)])
def test_a_ladder_begins_with_the_longest_session_that_is_no_longer(minutes: int, at: int) -> None:
    assert call(["steps.beginsAt", _data()["plans"]["a-walk"], minutes]) == [at]


def test_weeks_of_walks_are_called_walks_in_the_calendar() -> None:
    walks, runs = laid_out(state({}, plan="a-walk", to=3), state({}))
    names = call(["calendar.nameOf", walks], ["calendar.nameOf", runs])
    assert names == ["walking-weeks.ics", "walk-run-weeks.ics"]
    rest = {"kind": "rest", "day": 0}
    said = call(
        *(["calendar.summaryOf", walks["plan"], slot] for slot in (walks["sessions"][0], rest)),
        ["calendar.summaryOf", runs["plan"], runs["sessions"][0]],
    )
    assert said == ["Walk: 5 minutes (week 1)", "Rest", "Walk-run: 4 minutes of running (week 1)"]


def test_two_red_sessions_are_remembered() -> None:
    red = "urgent-no--sign-no--felt-red"
    [laid] = laid_out(state({MONDAY: red, FRIDAY: red}))
    assert laid["stopped"] == "halt"


FEVER = "urgent-no--sign-unwell"  # how it felt is not asked, so it was no run


MISSED = "urgent-no--sign-no--felt-missed"


HIDDEN = "urgent-no--sign-no--felt-hidden"


@pytest.mark.parametrize(
    ("note", "noted", "row", "running"),
    [
        (MISSED, ("2026-12-07", "2026-12-09", "2026-12-11"), "middle", 6),  # the last run is ten days ago
        (MISSED, ("2026-12-07", "2026-12-09", "2026-12-11", "2026-12-14"), "long", 4),  # twelve
        (FEVER, ("2026-12-07", "2026-12-11"), "long", 4),  # each leaves a day free
    ],
)
def test_days_that_were_no_run_are_a_break(note: str, noted: tuple[str, ...], row: str, running: float) -> None:
    off = dict.fromkeys(noted, note)
    [laid] = laid_out(state({MONDAY: GREEN, WEDNESDAY: GREEN, FRIDAY: GREEN, **off}))
    assert laid["next"]["pause"] == row
    assert laid["next"]["session"]["running"] == running


def test_a_session_whose_colour_nobody_knows_is_a_run_and_leaves_what_was() -> None:
    red = "urgent-no--sign-no--felt-red"
    [laid] = laid_out(state({MONDAY: red, FRIDAY: HIDDEN}))
    assert laid["next"]["told"]["before"] == "red"
    assert laid["next"]["pause"] is None


@pytest.mark.parametrize(
    ("days", "asked"), [(0, None), (8, None), (9, "middle"), (11, "middle"), (12, "long"), (99, "long")]
)
def test_what_a_break_does_is_the_tables_to_say(days: int, asked: str | None) -> None:
    [found] = call(["rules.afterBreak", _data(), days])
    assert (found and found["row"]) == asked


def test_soreness_that_lasts_is_counted_in_days() -> None:
    amber = "urgent-no--sign-no--felt-amber"
    sore = dict.fromkeys((MONDAY, WEDNESDAY, FRIDAY, "2026-12-07", "2026-12-09"), amber)
    [laid, longer] = laid_out(state(sore), state({**sore, "2026-12-11": amber}))
    assert laid["next"]["told"]["easing"] == 11
    assert [laid["stopped"], longer["stopped"]] == [None, "halt"]


def test_days_of_soreness_beyond_the_table_count_as_its_last() -> None:
    [question] = [one for one in _data()["next"]["questions"] if one["id"] == "easing"]
    assert call(*(["rules.held", question, days] for days in (19, 20, 21, 400))) == [19, 20, 20, 20]


def test_the_legs_are_spared_the_day_after_a_result_that_says_so() -> None:
    weeks = state({WEDNESDAY: "urgent-no--sign-no--felt-red"}, strength=True, days=[2, 4], start=WEDNESDAY)
    [laid] = laid_out(weeks)
    kinds = {slot["day"]: slot["kind"] for week in laid["weeks"][:2] for slot in week["slots"]}
    [red] = [slot["day"] for slot in laid["sessions"] if slot.get("note")]
    assert kinds[red + 1] == "spared"
    assert "strength" in kinds.values()


@pytest.mark.parametrize(
    ("before", "session", "said"),
    [
        ({"longest": 5, "unbroken": 5}, {"running": 6, "unbroken": 5}, {"jump": None, "further": False}),
        (
            {"longest": 5, "unbroken": 5},
            {"running": 6.5, "unbroken": 5},
            {"jump": None, "further": False},
        ),  # too little
        ({"longest": 5, "unbroken": 5}, {"running": 7, "unbroken": 6.5}, {"jump": "over", "further": False}),
        ({"longest": 5, "unbroken": 5}, {"running": 7, "unbroken": 7}, {"jump": "over", "further": True}),
        ({"longest": 0, "unbroken": 0}, {"running": 20, "unbroken": 20}, {"jump": None, "further": False}),
        ({"longest": 5, "unbroken": 5}, {"running": 0, "unbroken": 0}, {"jump": None, "further": False}),  # a walk
    ],
)
def test_what_is_pointed_out_is_the_tables_to_say(
    before: dict[str, float], session: dict[str, float], said: dict[str, Any]
) -> None:
    assert call(["rules.pointedOut", _data(), session, before]) == [said]


def test_a_run_that_would_come_too_soon_is_a_walk() -> None:
    close = state({}, days=[0, 1, 2])
    further = _data() | {
        "plans": {"a-ladder": plan_data(plan([run(4)], [run(5)], days={**RUNS, "between": 2}), in_words)}
    }
    [one], [two] = laid_out(close), call(["weeks.layOut", further, {**close, "to": 1}])
    assert [kind for kind, _ in days(one)[:3]] == ["session", "walk", "session"]
    assert [kind for kind, _ in days(two)[:4]] == ["session", "walk", "walk", "session"]


def test_a_plan_says_how_many_days_it_takes() -> None:
    runs, walks = (_data()["plans"][id] for id in ("a-ladder", "a-walk"))
    assert call(*(["steps.wrongDays", chosen, runs] for chosen in ([0], [0, 2], [0, 1, 2, 3, 4]))) == [
        "Choose at least two days",
        "",
        "Choose at most four days",
    ]
    assert call(["steps.wrongDays", [0, 1, 2, 3, 4, 5, 6], walks]) == [""]
    assert runs["days"]["says"].startswith("Two to four days. No two runs")
    assert walks["days"]["says"] == "One to seven days."


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
    assert call(["rules.fromNote", _data(), note]) == [answers]


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
    assert call(*(["kept.fitting", _data(), one] for one in (good, {**good, **change}))) == [good, None]
