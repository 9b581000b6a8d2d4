"""A hazard names what holds it: a proof across tools, a guarantee or a test that is there; and people stand for it."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from macros.checks.doing.hazards import every_hazard_has_people, every_hazard_is_held_by_a_proof_or_a_test
from macros.library import Library
from macros.records import Hazard, Person
from tests.decisions.making import one
from tests.render.about.test_hazard_log import HAZARD
from tests.render.making import library

PROMISING = """
hit_policy: first
inputs:
  - {id: dark, ask: Is it dark?, why: Lamps help., options: {no: "No", yes: "Yes"}}
rules:
  - {id: dark, when: {dark: yes}, then: stay, because: It is dark.}
  - {id: light, when: {}, then: go, because: It is light.}
outcomes:
  stay: {urgency: care, heading: Stay, means: Stay.}
  go: {urgency: start, heading: Go, means: Go.}
guarantees:
  - {id: dark-never-goes, says: Nobody goes in the dark, when: {dark: yes}, never: [go]}
examples:
  - {given: {dark: yes}, then: stay}
  - {given: {dark: no}, then: go}
"""


def held(*names: str) -> Library:
    first, *others = HAZARD.controls
    hazard = HAZARD.model_copy(update={"controls": (first.model_copy(update={"shown_by": names}), *others)})
    made = one(PROMISING)
    of = library(hazard, made.record)
    return replace(of, compiled=MappingProxyType({"test": made}), tests=frozenset(["tests/test_hazards.py::test_one"]))


def wrongs(of: Library) -> list[str]:
    return [problem.wrong for problem in every_hazard_is_held_by_a_proof_or_a_test(of)]


@pytest.mark.parametrize("name", ["floor", "not-sure", "test.dark-never-goes", "tests/test_hazards.py::test_one"])
def test_a_proof_a_guarantee_or_a_test_that_is_there_holds_a_hazard(name: str) -> None:
    assert wrongs(held(name)) == []


def test_a_hazard_that_names_none_is_a_mistake() -> None:
    assert wrongs(held()) == ["no control of the hazard H01 names a proof or a test"]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("flor", "there is no proof across tools 'flor'"),
        ("test.dark-never-goe", "there is no guarantee 'test.dark-never-goe'"),
        ("other.dark-never-goes", "there is no guarantee 'other.dark-never-goes'"),
        ("tests/test_hazards.py::test_two", "there is no test 'tests/test_hazards.py::test_two'"),
    ],
)
def test_a_name_that_is_not_there_is_a_mistake(name: str, wrong: str) -> None:
    assert wrongs(held(name)) == [wrong]


def test_tests_are_not_looked_for_where_none_stand_beside_the_data() -> None:
    assert wrongs(replace(held("tests/test_hazards.py::test_two"), tests=None)) == []


def person(id: str) -> Person:
    return Person.model_validate(
        {
            "id": id,
            "about": "Somebody",
            "facts": {"dark": "yes"},
            "at_least": {"urgency": "today"},
            "because": "It is dark.",
            "claims": ["knees"],
            "hazards": ["H01"],
        }
    )


@pytest.mark.parametrize(("count", "mistakes"), [(2, 1), (3, 0)])
def test_three_people_stand_for_each_hazard(count: int, mistakes: int) -> None:
    hazard: Hazard = HAZARD
    of = library(hazard, *(person(f"person-{number}") for number in range(count)))
    assert len(list(every_hazard_has_people(of))) == mistakes
