"""What stands beside the results of described people, and that no tool allows more than the one before."""

from __future__ import annotations

import functools
from typing import Any

import pytest
import yaml

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.diagram.path import Decided, decide
from macros.decisions.tables.evaluate import first_values
from macros.library import Library
from tools.build import ROOT

from ..guide import guide

PEOPLE: list[dict[str, Any]] = yaml.load(
    (ROOT / "tests/decisions/people/described_people.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
HOT = ("unwell or shivery", "a replacement", "injected", "immune system")
BONE_PLACES = ("shin", "foot", "hip", "groin", "pelvis", "buttock")


def told(decision: Compiled, given: dict[str, str]) -> list[str]:
    """The outcomes for a person's answers; every question that is left out has its first answer."""
    answers: dict[str, str | int] = {}
    for id, question in decision.questions.items():
        answer = given.get(id) or next(iter(question.options), "0")
        answers[id] = answer if question.options else int(answer)
    result = decide(decision, answers)
    assert isinstance(result, Decided)
    return [str(value) for value in first_values(result.outcome, decision.table.many)]


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: f"{person['table']}: {person['who']}")
def test_what_else_is_told_stands_beside_the_result_of_a_described_person(person: dict[str, Any]) -> None:
    decision = guide()[person["table"]]
    shown = [guide()[id] for id in decision.record.together_with]
    asked = {*decision.questions}.union(*(other.questions for other in shown))
    assert set(person["given"]) <= asked
    assert told(decision, person["given"]) == [person["then"]]
    beside = {outcome for other in shown for outcome in told(other, person["given"])}
    assert set(person["beside"]) <= beside


# From one tool to the next


@functools.cache
def possible(table: str, **answers: str | int) -> frozenset[str]:
    """Every outcome that these answers leave, whatever else is answered."""
    decision = guide()[table]
    result = decide(decision, {id.replace("_", "-"): answer for id, answer in answers.items()})
    left = (result.outcome,) if isinstance(result, Decided) else result.possible
    return frozenset(str(value) for outcome in left for value in first_values(outcome, decision.table.many))


@pytest.mark.parametrize(
    "sign",
    [
        {"spine": "yes"},
        {"spine": "not-sure"},
        {"falls": "yes"},
        {"energy": "yes"},
        {"outside": "yes"},
        {"bone_pain": "yes"},
        {"operated": "damaged"},
        {"operated": "not-sure"},
        {"back": "yes"},
        {"back": "not-sure"},
    ],
    ids=str,
)
def test_no_choice_in_the_planner_brings_back_a_run_that_the_finder_left_out(
    library: Library, sign: dict[str, str]
) -> None:
    runs = {id for id, plan in library.plans.items() if any(session.running for session in plan.sessions)}
    routes = possible("route-finder", **sign)
    assert routes
    for route in routes:
        assert not possible("plan-ladder", route=route) & runs, route


@pytest.mark.parametrize("spine", [{"spine": "hip-or-recent"}, {"operated": "yes"}], ids=str)
def test_what_is_asked_about_first_gets_a_run_only_once_somebody_agrees(
    library: Library, spine: dict[str, str]
) -> None:
    runs = {id for id, plan in library.plans.items() if any(session.running for session in plan.sessions)}
    routes = possible("route-finder", **spine)
    assert routes
    for route in routes:
        assert not possible("plan-ladder", route=route, agreed="no") & runs, route


def test_whoever_finds_walking_hard_walks_first_in_the_planner_too(library: Library) -> None:
    runs = {id for id, plan in library.plans.items() if any(session.running for session in plan.sessions)}
    routes = possible("route-finder", hard_walk="not-sure")
    assert routes
    for route in routes:
        assert not possible("plan-ladder", route=route, walking=29) & runs, route


def test_the_planner_takes_the_results_of_the_back_table() -> None:
    offered = guide()["plan-ladder"].questions["back"].options
    results = {id: outcome.heading for id, outcome in guide()["back-who-to-see"].record.outcomes.items()}
    walks = results.pop("walk-first")
    assert {id: label for id, label in offered.items() if id in results} == results
    assert {id for id in offered if id not in results} == {"not-yet", "walk-first", "walk-first-over-45"}
    assert all(offered[id].startswith(walks) for id in ("walk-first", "walk-first-over-45"))


# What the words of a sign and of a result hold


@pytest.mark.parametrize(
    ("table", "outcome"),
    [
        ("route-finder", "help-today"),
        ("impact-ceiling", "help-today"),
        ("joint-ceiling", "help-today"),
        ("joint-ceiling", "rest-the-joint"),
        ("which-advice-wins", "help-today"),
        ("which-advice-wins", "rest-the-joint"),
        ("plan-ladder", "be-seen"),
    ],
)
def test_h03_a_hot_joint_goes_to_a_hospital_as_fast_in_every_tool(table: str, outcome: str) -> None:
    steps = " ".join(guide()[table].record.outcomes[outcome].do)
    assert [words for words in HOT if words not in steps] == []


@pytest.mark.parametrize("table", ["route-finder", "impact-ceiling", "joint-ceiling", "which-advice-wins"])
def test_h02_every_tool_that_may_lead_to_impact_asks_for_bone_pain_in_all_its_places(table: str) -> None:
    signs = " ".join(sign.ask for sign in guide()[table].questions["bone-pain"].signs)
    assert [place for place in BONE_PLACES if place not in signs] == []
    steps = " ".join(guide()[table].record.outcomes["stop-and-be-seen"].do)
    assert "buttock" in steps
    assert "pelvis" in steps


@pytest.mark.parametrize(
    ("table", "outcome"),
    [
        ("route-finder", "fuel-first"),
        ("route-extras", "eat-enough"),
        ("plan-ladder", "food-first"),
        ("impact-ceiling", "fuel-first"),
        ("impact-extras", "eat-enough"),
        ("which-advice-wins", "fuel-first"),
        ("both-sides", "eat-enough"),
    ],
)
def test_h06_the_note_on_the_menopause_stands_wherever_low_energy_is_taken_up(table: str, outcome: str) -> None:
    assert any("menopause" in words for words in guide()[table].record.outcomes[outcome].raise_)


def test_h06_hormones_a_removed_womb_and_breastfeeding_are_no_signs_of_low_energy() -> None:
    question = guide()["route-finder"].questions["energy"]
    assert question.help is not None
    for words in ("coil", "pill", "womb", "breastfeeding", "menopause", "do not count"):
        assert words in question.help
    assert any("trains hard" in sign.ask for sign in question.signs)


def test_h19_an_ache_in_both_thighs_counts_with_a_bone_medicine() -> None:
    assert "counts if you take or took a bone medicine" in (guide()["route-finder"].questions["urgent"].help or "")


def test_only_hard_stops_lie_outside_the_guide() -> None:
    signs = " ".join(sign.ask for sign in guide()["route-finder"].questions["outside"].signs)
    assert "medicine" not in signs
    assert "long-term" not in signs
