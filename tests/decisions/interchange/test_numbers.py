"""A range that is proposed for a number of which only the cells of a table are known."""

from __future__ import annotations

from decimal import Decimal

import pytest

from macros.decisions.interchange.numbers import proposed


@pytest.mark.parametrize(
    ("known", "range"),
    [
        ([], None),
        ([0, 5], (0, 10)),
        ([0], (0, 1)),
        ([3, 26], (0, 100)),
        ([-3, 4], (-10, 10)),
        ([-7], (-20, 1)),
    ],
)
def test_from_nothing_or_below_to_twice_the_largest_as_1_2_or_5(
    known: list[int], range: tuple[int, int] | None
) -> None:
    assert proposed(map(Decimal, known)) == (range and tuple(map(Decimal, range)))
