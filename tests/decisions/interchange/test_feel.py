"""What the values of a DMN file say: a choice, numbers one by one, or all between two; and how fine they count."""

from __future__ import annotations

from decimal import Decimal

import pytest

from macros.decisions.interchange.feel import MOST_LETTERS, AllowedValues, FeelError, choice, read_values
from macros.decisions.interchange.values import spanning


def test_numbers_that_are_listed_keep_their_steps_however_fine_they_are_counted() -> None:
    listed = read_values("0, 2, 4")
    assert listed == AllowedValues("integer", high=4, step=2, listed=True)
    assert listed.finer(10) == AllowedValues("integer", high=40, step=20, scale=10, listed=True)
    assert listed.finer(1) is listed
    assert read_values("[1..4]").finer(100) == AllowedValues("integer", low=100, high=400, scale=100)
    assert read_values("0.5, 1.0").finer(100) == AllowedValues(
        "integer", low=50, high=100, step=50, scale=100, listed=True
    )


@pytest.mark.parametrize(
    ("numbers", "low", "high"),
    [("0", "0", "1"), ("5", "0", "5"), ("-5", "-5", "0"), ("-2 3", "-2", "3"), ("2.5 4", "2.5", "4")],
)
def test_numbers_that_are_all_that_is_known_make_a_range(numbers: str, low: str, high: str) -> None:
    found = spanning(map(Decimal, numbers.split()))
    assert (found.domain.shown(found.low), found.domain.shown(found.high)) == (low, high)


def test_an_answer_has_so_many_letters_at_most() -> None:
    assert choice(["a" * MOST_LETTERS]).kind == "choice"
    with pytest.raises(FeelError, match="letters is no answer"):
        choice(["a" * (MOST_LETTERS + 1)])
