"""Answers and formulas, as readers are told them."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from macros.decisions.space.domain import Domain
from macros.decisions.space.expressions import Tree
from macros.decisions.tables.table import Axis, Question
from macros.export.answers import accepted, formula
from macros.export.decision_parts import question_view
from tests.decisions.making import compiled
from tests.render.decisions.making import GO_OR_STOP


@pytest.mark.parametrize(
    ("domain", "hint"),
    [
        ('range: "[0..10]", unit: out of 10', "A whole number from 0 to 10"),
        ('range: "[0..10]", unit: minutes', "A whole number from 0 to 10 minutes"),
        ('range: "[0..5]", unit: out of 10', "A whole number from 0 to 5 out of 10"),
    ],
)
def test_the_end_of_a_scale_is_said_once(domain: str, hint: str) -> None:
    scale = GO_OR_STOP.replace('range: "[0.0..10.0]", unit: km', domain).replace("> 5", "> 4")
    scale = scale.replace("far: 5}", "far: 4}").replace("far: 5.1", "far: 5")
    assert question_view(compiled(test=scale)["test"].questions["far"]).hint == hint


@pytest.mark.parametrize(
    ("ranges", "said"),
    [
        (((0, 100),), "any answer"),
        (((0, 0),), "0 km"),
        (((0, 50),), "5 km or less"),
        (((51, 100),), "5.1 km or more"),
        (((10, 20), (30, 30)), "1 to 2 km or 3 km"),
    ],
)
def test_ranges_of_numbers_are_said_with_their_unit(ranges: tuple[tuple[int, int], ...], said: str) -> None:
    table = compiled(test=GO_OR_STOP)["test"].table
    assert accepted(ranges, table.axes[1]) == said


def test_an_answer_with_a_comma_stands_in_quotes_and_long_lists_turn_round() -> None:
    labels = {"a": "A", "b": "B", "c": "C", "d": "D", "e": "E", "f": "F, or so", "unsure": "Not sure"}
    domain = Domain("choice", 6, tuple("abcdef"), tuple(labels.values())[:6], MappingProxyType({"unsure": 5}))
    axis = Axis("q", "Q", domain, Question("q", "q?", "Q", "w", domain, MappingProxyType(labels), MappingProxyType({})))
    assert accepted(((2, 5),), axis) == "anything but A or B"
    assert accepted(((4, 5),), axis) == "E, “F, or so” or Not sure"


@pytest.mark.parametrize(
    ("tree", "said"),
    [
        (("+", "a", ("*", 2, "b")), "A + 2 × B"),
        (("*", ("+", "a", 1), "b"), "(A + 1) × B"),
        (("-", "a", ("-", "b", 1)), "A − (B − 1)"),
        (("//", "a", ("max", "b", 1)), "A ÷ B (at least 1), rounded down"),
        (("-", 0, ("//", ("-", 0, "a"), "b")), "A ÷ B, rounded up"),
        (("min", "a", "b"), "the smaller of A and B"),
    ],
)
def test_formulas_are_said_in_the_signs_of_school(tree: Tree, said: str) -> None:
    assert formula(tree, {"a": "A", "b": "B"}) == said
