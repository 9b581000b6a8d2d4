"""What no ladder may do, and what those of the guide do."""

from __future__ import annotations

import re

import pytest

from macros.checks.doing import plans
from macros.library import Library
from macros.records import Place, Plan
from tests.records.test_plan import plan, run
from tests.render import making

from ..changing import changed


@pytest.fixture
def _places(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records that a test makes stand in no file."""
    monkeypatch.setattr(
        Library, "place", lambda self, kind, id, *inside: Place("/".join(str(one) for one in (kind, id, *inside)))
    )


def found(check: object, record: Plan) -> list[str]:
    return [f"{one.place.file}: {one.wrong}" for one in check(making.library(record))]  # type: ignore[operator]


@pytest.mark.usefixtures("_places")
def test_a_step_as_large_as_the_bound_is_allowed() -> None:
    assert found(plans.every_step_keeps_to_its_bound, plan([run(4)], [run(6)], bound=50, bound_unbroken=2)) == []


@pytest.mark.usefixtures("_places")
def test_a_larger_step_is_named_with_its_place() -> None:
    ladder = plan([run(4)], [run(4), run(6.5)], bound=50, bound_unbroken=2)
    assert found(plans.every_step_keeps_to_its_bound, ladder) == [
        "plans/a-ladder/weeks/1/sessions/1: running rises from 4 to 6.5 minutes, which is more than 50%",
        "plans/a-ladder/weeks/1/sessions/1: the longest run without a walk rises from 4 to 6.5 minutes, "
        "which is more than 2 minutes",
    ]


@pytest.mark.usefixtures("_places")
def test_a_bound_that_promises_nothing_is_named() -> None:
    ladder = plan([run(4)], [run(5)], bound=50, bound_unbroken=5)
    assert found(plans.a_bound_is_no_larger_than_its_ladder_needs, ladder) == [
        "plans/a-ladder/bound: the largest step is 25%, far below this bound",
        "plans/a-ladder/bound_unbroken: the largest step is 1 minutes, far below this bound",
    ]


@pytest.mark.usefixtures("_places")
@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("A ladder in nineteen steps", ["plans/a-ladder/title: 'nineteen steps', but there are 2 weeks"]),
        ("Three weeks of it", ["plans/a-ladder/title: 'Three weeks', but there are 2 weeks"]),
        ("4 sessions", ["plans/a-ladder/title: '4 sessions', but there are 3 sessions"]),
        ("Two weeks and three sessions", []),
        ("Steps from 5 to 30 minutes", []),
    ],
)
def test_a_ladder_that_is_shorter_than_it_says_is_named(title: str, wrong: list[str]) -> None:
    ladder = plan([run(4)], [run(4), run(5)], title=title)
    assert found(plans.a_ladder_is_as_long_as_it_says, ladder) == wrong


def test_a_result_that_miscounts_its_ladder_is_named(library: Library) -> None:
    """Every result that leads to a ladder, with one rung too many in its heading."""
    seen = 0
    for name, decision in library.decisions.items():
        for id in set(decision.outcomes) & set(library.plans):
            there = len(library.plans[id].weeks)
            heading = decision.outcomes[id].model_copy(update={"heading": f"A ladder in {there + 1} steps"})
            wrong = changed(library, "decisions", name, outcomes={**decision.outcomes, id: heading})
            (problem,) = plans.a_ladder_is_as_long_as_it_says(wrong)
            assert f"but there are {there}" in problem.wrong
            seen += 1
    assert seen


def test_couch_to_5k_has_the_minutes_of_its_claim(library: Library) -> None:
    """The sums of the claim and those of the ladder are the same, session by session."""
    figures = {one.id: one.value for one in library.claims["couch-to-5k-steps"].figures if one.unit == "minutes"}
    weeks = library.plans["couch-to-5k"].weeks
    order = ("first", "second", "last")
    counted = {
        f"week-{week}" + (f"-{order[index]}" if len(one.sessions) > 1 else ""): session.running
        for week, one in enumerate(weeks, 1)
        for index, session in enumerate(one.sessions)
    }
    assert counted == figures


def test_the_gentler_ladder_begins_and_ends_as_couch_to_5k(library: Library) -> None:
    public, ours = (library.plans[id].sessions for id in ("couch-to-5k", "gentler-start"))
    assert (ours[0].segments, ours[-1].segments) == (public[0].segments, public[-1].segments)
    assert library.plans["gentler-start"].bound == 25


def test_the_ladder_of_short_runs_begins_with_the_steps_of_its_source(library: Library) -> None:
    """Four blocks of 5 minutes; jogging in each of them, step by step. The last step of the source is the last here."""
    sessions = library.plans["short-runs"].sessions
    jogged = [0.5, 0.5, 1, 1, 1.5, 1.5, 2, 2, 2.5, 2.5, 3, 3, 3.5, 3.5, 4, 4, 4.5, 4.5]
    assert [session.running / 4 for session in sessions[:18]] == jogged
    assert [segment.run for segment in sessions[-1].segments] == [20]
    assert {session.minutes for session in sessions} == {20}


def test_every_ladder_says_that_signs_come_first(library: Library) -> None:
    assert library.plans
    for ladder in library.plans.values():
        assert "start/when-to-get-help.md" in ladder.pages, ladder.id
        assert any("sign" in line or "pain" in line for line in ladder.not_for), ladder.id


def test_the_ladder_of_short_runs_has_real_levels_to_its_end(library: Library) -> None:
    """From 4.5 minutes on, no walk is missed all at once: nobody who asked for small steps meets the largest of all."""
    largest = {id: max(step.unbroken for step in one.steps) for id, one in library.plans.items() if one.bound}
    assert largest["short-runs"] == min(largest.values()) == 2.5


def test_no_ladder_that_somebody_who_never_ran_may_get_is_called_a_return(library: Library) -> None:
    assert library.plans
    for id, ladder in library.plans.items():
        for_new = any("never ran" in line or "new to running" in line for line in ladder.made_for)
        assert not (for_new and re.search(r"\b(back to|return)", ladder.title, re.IGNORECASE)), id
