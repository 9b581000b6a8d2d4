"""S-FEEL unary tests mean what DMN 1.5 says, and a mistake is said in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.decisions.space.conditions import ConditionError, cell_text, parse_cell
from macros.decisions.space.domain import YES_NO, Domain
from macros.decisions.space.regions import normalised

TEN = Domain("integer", 11)
FIVES = Domain("integer", 5, low=10, step=5)  # 10, 15, 20, 25, 30
SITES = Domain("choice", 4, ids=("knee", "hip", "shin", "foot"), aliases={"not-sure": 1})


@pytest.mark.parametrize(
    ("cell", "domain", "matches"),
    [
        ("-", TEN, list(range(11))),
        (3, TEN, [3]),
        ("3", TEN, [3]),
        ("< 3", TEN, [0, 1, 2]),
        ("<= 3", TEN, [0, 1, 2, 3]),
        ("> 8", TEN, [9, 10]),
        (">= 8", TEN, [8, 9, 10]),
        ("[2..4]", TEN, [2, 3, 4]),
        ("(2..4)", TEN, [3]),
        ("]2..4[", TEN, [3]),
        ("(2..4]", TEN, [3, 4]),
        ("[2..4)", TEN, [2, 3]),
        ("1, 3, [5..6]", TEN, [1, 3, 5, 6]),
        ("not(3)", TEN, [0, 1, 2, 4, 5, 6, 7, 8, 9, 10]),
        ("not(<= 3, > 8)", TEN, [4, 5, 6, 7, 8]),
        ((1, "> 9"), TEN, [1, 10]),
        ("< 20", FIVES, [0, 1]),
        ("> 12", FIVES, [1, 2, 3, 4]),
        ("(10..30)", FIVES, [1, 2, 3]),
        ("knee", SITES, [0]),
        ('"knee"', SITES, [0]),
        ("knee, foot", SITES, [0, 3]),
        (("hip", "shin"), SITES, [1, 2]),
        ("not(knee, hip)", SITES, [2, 3]),
        (True, YES_NO, [1]),
        ("false", YES_NO, [0]),
    ],
)
def test_a_cell_matches_what_the_standard_says(cell: object, domain: Domain, matches: list[int]) -> None:
    ranges = parse_cell(cell, domain)  # type: ignore[arg-type]
    assert [position for low, high in ranges for position in range(low, high + 1)] == matches


@pytest.mark.parametrize(
    ("cell", "domain", "wrong"),
    [
        ("11", TEN, "'11' is not an answer to this input"),
        ("> 10", TEN, "matches nothing"),
        ("< 0", TEN, "matches nothing"),
        ("[4..2]", TEN, "matches nothing"),
        ("(3..4)", TEN, "matches nothing"),
        ("(11..14)", FIVES, "matches nothing"),
        ("[2..40]", TEN, "outside the range"),
        ("around 3", TEN, "is not a test"),
        ("<= 3.5", TEN, "has more decimals"),
        ("kne", SITES, "'kne' is not an answer"),
        ("> knee", SITES, "compares numbers, but this input has options"),
        ("not-sure", SITES, "'not-sure' stands for 'hip' here"),
        ("not(-)", TEN, "stands alone"),
        ("not([0..10])", TEN, "rules out every answer"),
        ("", TEN, "an empty test"),
        ((), TEN, "an empty list matches nothing"),
        ("1,,2", TEN, "is not a test"),
        ("yes", YES_NO, "'yes' is not an answer"),
        (1, YES_NO, "'1' is not an answer"),
        (True, TEN, "'true' is not an answer"),
        ('"', SITES, "'\"' is not an answer"),
        ('""', SITES, "'\"\"' is not an answer"),
        ('"knee', SITES, "'\"knee' is not an answer"),
        ("not-sure, knee", SITES, "'not-sure' stands for 'hip' here"),
        ("knee, -", SITES, "stands alone"),
    ],
)
def test_a_cell_that_cannot_be_meant_is_refused(cell: object, domain: Domain, wrong: str) -> None:
    with pytest.raises(ConditionError) as error:
        parse_cell(cell, domain)  # type: ignore[arg-type]
    assert wrong in error.value.wrong
    assert error.value.allowed


@given(st.sets(st.integers(0, 10), min_size=1))
def test_the_text_of_a_range_set_is_read_back_as_the_same(members: set[int]) -> None:
    ranges = normalised((member, member) for member in members)
    assert parse_cell(cell_text(ranges, TEN), TEN) == ranges


@given(st.sets(st.integers(0, 4), min_size=1))
def test_texts_of_steps_are_read_back_as_the_same(members: set[int]) -> None:
    ranges = normalised((member, member) for member in members)
    assert parse_cell(cell_text(ranges, FIVES), FIVES) == ranges


@pytest.mark.parametrize(
    ("places", "domain", "text"),
    [
        ([0, 1, 2, 3], SITES, "-"),
        ([1], SITES, "hip"),
        ([0, 2, 3], SITES, "knee, shin, foot"),
        ([1], YES_NO, "true"),
        ([0], YES_NO, "false"),
        ([0, 1], YES_NO, "-"),
        ([4], TEN, "4"),
        ([0], TEN, "0"),
        ([10], TEN, "10"),
        ([0, 1, 2], TEN, "<= 2"),
        ([8, 9, 10], TEN, ">= 8"),
        ([3, 4, 5], TEN, "[3..5]"),
        ([0, 1, 4, 6, 7, 9, 10], TEN, "<= 1, 4, [6..7], >= 9"),
        ([1, 2], FIVES, "[15..20]"),
        ([0, 1], FIVES, "<= 15"),
        ([2, 3, 4], FIVES, ">= 20"),
    ],
)
def test_the_shortest_text_is_written(places: list[int], domain: Domain, text: str) -> None:
    assert cell_text(normalised((place, place) for place in places), domain) == text
    assert parse_cell(text, domain) == normalised((place, place) for place in places)
