"""Whole-number expressions: what may be written, what it means, and bounds that no value passes."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.decisions.space.decimals import MAX_EXACT
from macros.decisions.space.expressions import (
    ExpressionError,
    Tree,
    bounds_of,
    evaluate_expression,
    feel_text,
    inputs_of,
    parse_expression,
)

NUMBERS = {"a": 7, "b": 2, "long-run": 30, "max-run": 5}


@pytest.mark.parametrize(
    ("text", "tree", "value"),
    [
        ("12", 12, 12),
        ("a", "a", 7),
        ("long-run", "long-run", 30),
        ("max-run", "max-run", 5),
        ("a + b", ("+", "a", "b"), 9),
        ("a - b", ("-", "a", "b"), 5),
        ("a * b", ("*", "a", "b"), 14),
        ("a // b", ("//", "a", "b"), 3),
        ("0 - a // b", ("-", 0, ("//", "a", "b")), -3),
        ("(0 - a) // b", ("//", ("-", 0, "a"), "b"), -4),
        ("a + b * 3", ("+", "a", ("*", "b", 3)), 13),
        ("a * b + 3", ("+", ("*", "a", "b"), 3), 17),
        ("(a + b) * 3", ("*", ("+", "a", "b"), 3), 27),
        ("20 - a - b", ("-", ("-", 20, "a"), "b"), 11),
        ("20 - (a - b)", ("-", 20, ("-", "a", "b")), 15),
        ("100 // a // b", ("//", ("//", 100, "a"), "b"), 7),
        ("100 // a * b", ("*", ("//", 100, "a"), "b"), 28),
        ("min(a, b)", ("min", "a", "b"), 2),
        ("max(a, b + 8)", ("max", "a", ("+", "b", 8)), 10),
        ("min(a + b, max(b, 1)) * 2", ("*", ("min", ("+", "a", "b"), ("max", "b", 1)), 2), 4),
        ("  a*2+( b )  ", ("+", ("*", "a", 2), "b"), 16),
        ("long-run - a", ("-", "long-run", "a"), 23),
    ],
)
def test_an_expression_is_read_as_in_school(text: str, tree: Tree, value: int) -> None:
    assert parse_expression(text) == tree
    assert evaluate_expression(tree, NUMBERS) == value


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "something is missing at the end"),
        ("a +", "something is missing at the end"),
        ("(a", "a bracket is not closed"),
        ("(a b", "a bracket is not closed"),
        ("a b", "'b' is not expected there"),
        ("a )", "')' is not expected there"),
        ("* a", "'*' is not expected there"),
        ("a + * b", "'*' is not expected there"),
        ("(, a)", "',' is not expected there"),
        ("min a, b", "'min' is followed by brackets"),
        ("min", "'min' is followed by brackets"),
        ("min(a)", "'min' takes two values with a comma between them"),
        ("max(a, b", "a bracket is not closed"),
        ("max(a, b, 3)", "a bracket is not closed"),
        ("a / b", "'/ b' is not part of whole-number arithmetic"),
        ("1.5", "'.5' is not part of whole-number arithmetic"),
        ("a ** b", "'*' is not expected there"),
        ("a % 2", "'% 2' is not part of whole-number arithmetic"),
        ("A", "'A' is not part of whole-number arithmetic"),
        ("a + ?abcdefghijklmnop", "'?abcdefghijk' is not part of whole-number arithmetic"),
    ],
)
def test_anything_else_is_refused_in_words(text: str, wrong: str) -> None:
    with pytest.raises(ExpressionError) as error:
        parse_expression(text)
    assert str(error.value) == wrong


def test_a_hyphen_in_an_id_is_no_minus() -> None:
    assert parse_expression("long-run-2") == "long-run-2"
    assert parse_expression("a -1") == ("-", "a", 1)
    assert inputs_of(parse_expression("b + long-run * b - 3")) == ("b", "long-run")
    assert inputs_of(5) == ()


TREES: st.SearchStrategy[Tree] = st.recursive(
    st.one_of(st.integers(0, 9), st.sampled_from(("a", "b"))),
    lambda parts: st.tuples(st.sampled_from(("+", "-", "*", "//", "min", "max")), parts, parts),
    max_leaves=6,
)
RANGES = st.tuples(st.integers(-6, 6), st.integers(0, 5)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(TREES, RANGES, RANGES)
def test_no_value_lies_outside_the_bounds(tree: Tree, a: tuple[int, int], b: tuple[int, int]) -> None:
    points = [{"a": x, "b": y} for x, y in product(range(a[0], a[1] + 1), range(b[0], b[1] + 1))]
    try:
        low, high = bounds_of(tree, {"a": a, "b": b})
    except ExpressionError:
        return  # a division by what may be 0: the next test is about that
    assert all(low <= evaluate_expression(tree, point) <= high for point in points)


@given(st.sampled_from(("+", "-", "*", "//", "min", "max")), RANGES, RANGES)
def test_the_bounds_of_one_operation_are_reached(sign: str, a: tuple[int, int], b: tuple[int, int]) -> None:
    tree: Tree = (sign, "a", "b")
    if sign == "//" and b[0] <= 0 <= b[1]:
        with pytest.raises(ExpressionError, match="divides by a value that can be 0"):
            bounds_of(tree, {"a": a, "b": b})
        return
    values = [
        evaluate_expression(tree, {"a": x, "b": y}) for x, y in product(range(a[0], a[1] + 1), range(b[0], b[1] + 1))
    ]
    assert bounds_of(tree, {"a": a, "b": b}) == (min(values), max(values))


@pytest.mark.parametrize("divisor", [(0, 3), (-3, 0), (-1, 1), (0, 0)])
def test_a_division_that_can_be_by_zero_is_refused(divisor: tuple[int, int]) -> None:
    with pytest.raises(ExpressionError, match=f"can be 0 \\({divisor[0]} to {divisor[1]}\\)"):
        bounds_of(("//", 6, "a"), {"a": divisor})


def test_values_stay_where_a_browser_counts_exactly() -> None:
    known = {"a": (0, MAX_EXACT)}
    assert bounds_of("a", known) == (0, MAX_EXACT)
    assert bounds_of(("-", 0, "a"), known) == (-MAX_EXACT, 0)
    assert bounds_of(("+", "a", 0), known) == (0, MAX_EXACT)
    assert MAX_EXACT == 9007199254740991
    for tree in (("+", "a", 1), ("-", ("-", 0, "a"), 1), ("*", "a", 2)):
        with pytest.raises(ExpressionError, match="beyond what a browser counts exactly"):
            bounds_of(tree, known)


@pytest.mark.parametrize(
    ("text", "feel"),
    [
        ("a + b * 3", "(a + (b * 3))"),
        ("(a + b) // 3", "floor((a + b) / 3)"),
        ("min(a, 4) - max(b, 1)", "(min(a, 4) - max(b, 1))"),
        ("7", "7"),
    ],
)
def test_an_expression_is_written_in_feel(text: str, feel: str) -> None:
    assert feel_text(parse_expression(text)) == feel


def test_feel_uses_the_names_that_it_is_given() -> None:
    assert feel_text(("+", "a", "b"), {"a": "Longest run", "b": "b"}) == "(Longest run + b)"
