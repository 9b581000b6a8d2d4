"""Ladders: minutes are counted from segments, and a step is what changes from one session to the next."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from macros.records import Plan
from macros.records.plan import Part, Segment, Session

PLAN: dict[str, Any] = {
    "id": "a-ladder",
    "title": "A ladder",
    "purpose": "From walking to running, for adults. It is not made for you in person.",
    "whose": "Somebody.",
    "made_for": ["Adults."],
    "not_for": ["A warning sign. Read When to get help first."],
    "bound": 50,
    "bound_unbroken": 5,
    "days": {"fewest": 2, "most": 4, "between": 1},
    "claims": ["knees"],
    "reviewed": "2026-11-22",
    "review_due": "2027-11-22",
}


def plan(*weeks: list[dict[str, Any]], **more: Any) -> Plan:
    return Plan.model_validate({**PLAN, "weeks": [{"sessions": sessions} for sessions in weeks], **more})


def run(minutes: float, times: int = 1) -> dict[str, Any]:
    """A session that is one run after a walk."""
    return {"times": times, "parts": [{"walk": 5}, {"run": minutes}]}


def session(*parts: dict[str, Any]) -> Session:
    return Session.model_validate({"parts": parts})


def test_minutes_are_counted() -> None:
    made = session({"walk": 5}, {"times": 3, "of": [{"run": 1.5}, {"walk": 2}]})
    assert (made.minutes, made.running, made.unbroken) == (15.5, 4.5, 1.5)


def test_runs_that_touch_are_one_run() -> None:
    made = session({"run": 2}, {"times": 2, "of": [{"run": 1}]}, {"walk": 1})
    assert made.segments == (Segment(run=4), Segment(walk=1))
    assert made.unbroken == 4


def test_a_session_of_walking_has_no_running() -> None:
    made = session({"walk": 20})
    assert (made.running, made.unbroken) == (0, 0)


def test_sessions_are_as_many_as_the_plan_asks_for() -> None:
    made = plan([run(1, times=3)], [run(2), run(3)])
    assert [one.running for one in made.sessions] == [1, 1, 1, 2, 3]


def test_a_step_goes_from_a_session_to_the_next_across_weeks() -> None:
    steps = plan([run(4, times=3)], [run(6), run(5)]).steps
    assert [(step.week, step.session, step.percent, step.unbroken) for step in steps] == [(1, 0, 50, 2), (1, 1, 0, 0)]


def test_a_first_run_after_walking_has_no_percentage() -> None:
    (step,) = plan([{"parts": [{"walk": 20}]}, run(5)]).steps
    assert (step.percent, step.unbroken) == (0, 5)


@pytest.mark.parametrize(
    "part",
    [
        {},
        {"walk": 1, "run": 1},
        {"run": 1, "of": [{"walk": 1}], "times": 2},
        {"of": [{"run": 1}]},
        {"run": 1, "times": 2},
        {"run": 0},
        {"run": 1.3},
    ],
)
def test_a_part_is_one_thing_in_half_minutes(part: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Part.model_validate(part)
