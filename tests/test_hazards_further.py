"""Hazards from another side: what results and the planner say, beside the first test of each in test_hazards.py."""

from __future__ import annotations

import pytest

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.diagram.path import Decided, decide
from macros.decisions.tables.evaluate import first_values
from macros.library import Library

from .test_hazards import outcomes


@pytest.fixture
def sore(library: Library) -> Compiled:
    return library.compiled["sore-today"]


def test_h06_low_energy_sets_the_route_or_is_taken_up_beside_every_one_but_an_emergency(library: Library) -> None:
    extras, route = library.compiled["route-extras"], library.compiled["route-finder"]
    signs = 0
    for box, outcome in extras.diagram.regions():
        answers = {
            axis.id: axis.domain.answer(ranges[0][0]) for axis, ranges in zip(extras.table.axes, box, strict=True)
        }
        if answers["emergency"] == "no" and answers["energy"] == "yes":
            signs += 1
            result = decide(route, answers)
            assert isinstance(result, Decided)
            assert "eat-enough" in first_values(outcome, many=True) or result.outcome == ("fuel-first",)
    assert signs


def test_h23_a_session_that_needed_a_painkiller_comes_again_without_one(library: Library) -> None:
    following = library.compiled["plan-next-session"]
    assert [*following.questions["felt"].options][:2] == ["ill", "painkiller"]
    assert outcomes(following, emergency="no", sign="no", felt="painkiller") == {"without-a-painkiller"}


def test_h03_a_swollen_joint_is_never_green(library: Library, sore: Compiled) -> None:
    green = {"carry-on", "wait", "ease-off", "go-on", "repeat"}
    assert not outcomes(sore, warning_signs="swollen") & green
    swollen = outcomes(library.compiled["plan-next-session"], emergency="no", sign="swollen")
    assert swollen == {"wait-for-the-swelling"}
    for decision, outcome in (
        ("route-finder", "help-today"),
        ("sore-today", "help-today"),
        ("knee-who-to-see", "hot-joint-today"),
        ("plan-next-session", "be-seen"),
        ("plan-ladder", "be-seen"),
    ):
        steps = library.decisions[decision].outcomes[outcome].do[:2]
        assert any("hot" in step.lower() and "straight to a hospital" in step for step in steps), decision
