"""Numbers as marks: where they stand, and which round numbers an axis names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.render.drawing.plot.canvas import WIDTH_EM, wrapped
from macros.render.drawing.plot.scale import linear, logarithmic

VALUES = st.integers(min_value=-(10**7), max_value=10**7).map(lambda thousandths: thousandths / 1000)
RATIOS = st.floats(min_value=0.01, max_value=100)


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([0, 17.8, 19.1], (0, 5, 10, 15, 20)),
        ([-0.8, 0, 0.5], (-1, -0.5, 0, 0.5)),
        ([0, 0.046], (0, 0.02, 0.04, 0.06)),
        ([0, 151], (0, 50, 100, 150, 200)),
    ],
)
def test_a_linear_axis_names_round_numbers(values: list[float], ticks: tuple[float, ...]) -> None:
    assert linear(values).ticks == pytest.approx(ticks)


def test_a_logarithmic_axis_doubles() -> None:
    assert logarithmic([0.35, 1, 10.5]).ticks == (0.25, 0.5, 1, 2, 4, 8, 16)


@given(st.lists(VALUES, min_size=1, max_size=12))
def test_every_value_stands_inside_a_linear_axis_in_order(values: list[float]) -> None:
    scale = linear([0, *values])  # a chart always shows zero or its line
    across = [scale.across(value) for value in sorted(values)]
    assert across == sorted(across)
    assert across[0] >= 0
    assert across[-1] <= 100
    assert 2 <= len(scale.ticks) <= 8


@given(st.lists(RATIOS, min_size=1, max_size=12))
def test_every_value_stands_inside_a_logarithmic_axis(values: list[float]) -> None:
    scale = logarithmic([*values, 1])
    assert all(0 <= scale.across(value) <= 100 for value in values)
    assert 1 in scale.ticks


def test_twice_and_half_lie_equally_far_from_one() -> None:
    scale = logarithmic([0.5, 2])
    assert scale.across(1) - scale.across(0.5) == pytest.approx(scale.across(2) - scale.across(1))


def test_words_are_broken_so_that_a_line_fits_the_narrowest_window() -> None:
    lines = wrapped("How many times the odds or the risk; each mark on the scale is double the one before")
    assert len(lines) == 3
    assert all(len(line) * 0.51 <= WIDTH_EM for line in lines)
