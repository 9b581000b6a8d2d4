"""The planner's data: its tables, its ladders and the route finder say the same, and a step back is never more."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from macros.decisions.proofs.moves import RESTART
from macros.export.planner import TOLD, planner_data, step_back
from macros.library import Library
from macros.records.planning import Move
from macros.render.doing.plan import in_words
from tests.records.test_plan import plan as ladder
from tests.records.test_plan import run

PLANS = ("couch-to-5k", "gentler-start", "short-runs", "walk-and-strength")


def test_the_planner_offers_the_results_of_the_route_finder(library: Library) -> None:
    offered = library.decisions["plan-ladder"].inputs[0].options
    assert offered is not None
    results = library.decisions["route-finder"].outcomes
    assert {id: option.label for id, option in offered.items() if id != "not-yet"} == {
        id: outcome.heading for id, outcome in results.items()
    }


def test_every_ladder_that_the_table_names_is_there(library: Library) -> None:
    data: Any = planner_data(library, "plan-ladder", in_words)
    assert set(data["plans"]) == set(PLANS)
    stops = set(library.decisions["plan-ladder"].outcomes) - set(PLANS)
    assert stops == {
        "emergency",
        "be-seen",
        "outside",
        "ask-first",
        "food-first",
        "back-table-first",
        "find-your-route",
    }


def test_who_comes_back_is_asked_about_the_break_after_which_the_ladder_begins_again(library: Library) -> None:
    restart = library.decisions[RESTART]
    [cell] = [rule.when["days-off"] for rule in restart.rules if restart.outcomes[str(rule.then)].plan is Move.FIRST]
    [words] = restart.inputs[0].said[Decimal(str(cell).removeprefix(">= "))]
    [asked] = [one for one in library.decisions["plan-ladder"].inputs if "break" in (one.options or {})]
    assert asked.options
    assert words in asked.options["break"].label


def test_a_walking_plan_holds_no_run(library: Library) -> None:
    data: Any = planner_data(library, "plan-ladder", in_words)
    assert [id for id, plan in data["plans"].items() if plan["walks"]] == ["walk-and-strength"]


def test_the_sessions_before_answer_questions_that_are_there(library: Library) -> None:
    asked = library.compiled["plan-next-session"].questions
    assert set(TOLD) < set(asked)


@pytest.mark.parametrize("id", PLANS)
def test_a_ladder_is_exported_in_its_order(library: Library, id: str) -> None:
    data: Any = planner_data(library, "plan-ladder", in_words)
    exported = data["plans"][id]["sessions"]
    assert [one["running"] for one in exported] == [one.running for one in library.plans[id].sessions]
    assert [one["words"] for one in exported] == [in_words(one) for one in library.plans[id].sessions]


def test_a_step_back_goes_on_back_until_nothing_is_longer() -> None:
    plan = ladder([run(5)], [run(20)], [{"parts": [{"run": 8}, {"walk": 2}, {"run": 8}]}], [run(10)])
    assert [step_back(plan, at, 1) for at in range(4)] == [None, 0, 0, 0]
    assert [step_back(plan, at, 2) for at in range(4)] == [None, None, 0, 0]
