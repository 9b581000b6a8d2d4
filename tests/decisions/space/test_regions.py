"""Range sets and boxes behave as the sets of positions and of combinations that they stand for."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.decisions.space.domain import YES_NO, Domain
from macros.decisions.space.regions import (
    Box,
    Range,
    Ranges,
    both,
    complement,
    count,
    difference,
    either,
    everything,
    holds,
    inside,
    intersection,
    intervals,
    merged,
    normalised,
    positions,
    say_box,
    say_ranges,
    volume,
    without,
)

from ..oracle import members

SIZE = 7
SIZES = (4, 3, 5)


def ranges_in(size: int) -> st.SearchStrategy[Ranges]:
    return st.sets(st.integers(0, size - 1), min_size=1).map(
        lambda found: normalised((place, place) for place in found)
    )


RANGES = st.one_of(st.just(()), ranges_in(SIZE))
BOXES: st.SearchStrategy[Box] = st.tuples(*(ranges_in(size) for size in SIZES))


def as_set(ranges: Ranges) -> set[int]:
    return set(positions(ranges))


def is_normal(ranges: Ranges) -> bool:
    """Sorted, no range empty, a gap between any two."""
    return all(low <= high for low, high in ranges) and all(
        before[1] + 1 < after[0] for before, after in pairwise(ranges)
    )


@given(st.lists(st.tuples(st.integers(0, SIZE), st.integers(0, SIZE))))
def test_ranges_are_put_in_order_and_joined_and_lose_nothing(given_ranges: list[Range]) -> None:
    ranges = normalised(given_ranges)
    assert is_normal(ranges)
    assert as_set(ranges) == {place for low, high in given_ranges for place in range(low, high + 1)}


@pytest.mark.parametrize(
    ("given_ranges", "joined"),
    [
        ([(3, 4), (0, 1)], ((0, 1), (3, 4))),
        ([(0, 1), (2, 3)], ((0, 3),)),
        ([(0, 5), (1, 2)], ((0, 5),)),
        ([(0, 0), (2, 2)], ((0, 0), (2, 2))),
        ([(2, 1)], ()),
        ([], ()),
    ],
)
def test_ranges_that_touch_become_one(given_ranges: list[Range], joined: Ranges) -> None:
    assert normalised(given_ranges) == joined


@given(RANGES, RANGES)
def test_range_sets_are_combined_as_sets_are(one: Ranges, other: Ranges) -> None:
    a, b = as_set(one), as_set(other)
    for found, expected in (
        (both(one, other), a & b),
        (either(one, other), a | b),
        (without(one, other), a - b),
        (complement(one, SIZE), set(range(SIZE)) - a),
        (everything(SIZE), set(range(SIZE))),
    ):
        assert as_set(found) == expected
        assert is_normal(found)
    assert count(one) == len(a)
    assert list(positions(one)) == sorted(a)
    assert {place for place in range(-1, SIZE + 1) if holds(one, place)} == a


@given(BOXES, BOXES)
def test_boxes_are_combined_as_sets_of_combinations_are(one: Box, other: Box) -> None:
    a, b = members(one), members(other)
    shared = intersection(one, other)
    assert (members(shared) if shared is not None else set()) == a & b
    assert (shared is None) == a.isdisjoint(b)
    assert inside(one, other) == (a <= b)
    assert volume(one) == len(a)
    pieces = difference(one, other)
    assert len(pieces) <= max(len(SIZES), 1)
    assert sum(map(volume, pieces)) == len(a - b)  # disjoint, as they hold together …
    assert set().union(*(members(piece) for piece in pieces)) == a - b  # … exactly what is left


def test_a_box_that_another_does_not_meet_stays_whole() -> None:
    box: Box = (((0, 1),), ((0, 0),))
    assert difference(box, (((2, 2),), ((0, 0),))) == [box]
    assert difference(box, box) == []


@given(BOXES)
def test_a_box_is_the_same_as_its_boxes_of_single_ranges(box: Box) -> None:
    parts = list(intervals(box))
    assert all(len(part) == len(SIZES) for part in parts)
    boxes = [tuple((each,) for each in part) for part in parts]
    assert sum(map(volume, boxes)) == volume(box)
    assert set().union(*(members(part) for part in boxes)) == members(box)


@given(st.lists(BOXES, max_size=8))
def test_merging_loses_and_invents_nothing(boxes: list[Box]) -> None:
    fewer = merged(boxes)
    assert len(fewer) <= len(boxes)
    held = set().union(*(members(box) for box in boxes))
    assert set().union(*(members(box) for box in fewer)) == held
    for axis in range(len(SIZES)):
        others = [(*box[:axis], *box[axis + 1 :]) for box in fewer]
        assert len(set(others)) == len(others), "two boxes that differ on one axis only were left apart"


@given(st.sets(st.sampled_from(sorted(members(tuple(map(everything, SIZES)))))))
def test_merging_disjoint_boxes_keeps_them_disjoint(combinations: set[tuple[int, ...]]) -> None:
    fewer = merged([tuple(((place, place),) for place in combination) for combination in sorted(combinations)])
    assert sum(map(volume, fewer)) == len(combinations)


def test_a_split_domain_is_merged_back_to_one_box() -> None:
    everywhere: Box = tuple(map(everything, SIZES))
    assert merged([]) == []
    assert merged([everywhere]) == [everywhere]
    points: list[Box] = [tuple(((place, place),) for place in point) for point in sorted(members(everywhere))]
    assert merged(points) == [everywhere]
    # Ranges that are not next to each other are merged too: a box may have several per axis.
    assert merged([(((0, 0),), ((1, 1),)), (((2, 2),), ((1, 1),))]) == [(((0, 0), (2, 2)), ((1, 1),))]


TEN = Domain("integer", 11, low=0, unit="out of 10")
TENTHS = Domain("integer", 101, low=10, unit="km", scale=10)
SITES = Domain("choice", 3, ids=("knee", "hip", "shin"), labels=("Knee", "Hip", "Shin"))


@pytest.mark.parametrize(
    ("ranges", "domain", "said"),
    [
        (((0, 0),), SITES, "Knee"),
        (((0, 1),), SITES, "Knee or Hip"),
        (((0, 2),), SITES, "Knee, Hip or Shin"),
        (((1, 1),), YES_NO, "Yes"),
        (((5, 5),), TEN, "5 out of 10"),
        (((6, 10),), TEN, "6 or more out of 10"),
        (((0, 3),), TEN, "3 or less out of 10"),
        (((3, 5),), TEN, "3 to 5 out of 10"),
        (((0, 10),), TEN, "any out of 10"),
        (((0, 1), (3, 3), (8, 10)), TEN, "1 or less, 3 or 8 or more out of 10"),
        (((2, 42),), TENTHS, "1.2 to 5.2 km"),
        (((10, 10),), TENTHS, "2 km"),
        (((1, 3),), Domain("integer", 5, low=10, step=5), "15 to 25"),
    ],
)
def test_ranges_are_said_in_the_readers_words(ranges: Ranges, domain: Domain, said: str) -> None:
    assert say_ranges(ranges, domain) == said


def test_a_box_is_said_without_the_axes_on_which_anything_goes() -> None:
    labels, domains = ("site", "pain"), (SITES, TEN)
    assert say_box((((0, 2),), ((6, 10),)), labels, domains) == "pain: 6 or more out of 10"
    assert say_box((((1, 1),), ((6, 10),)), labels, domains) == "site: Hip, pain: 6 or more out of 10"
    assert say_box((everything(3), everything(11)), labels, domains) == "any answers"


def test_boxes_of_one_axis_are_merged_to_one() -> None:
    assert merged([(((place, place),),) for place in (0, 2, 1, 5)]) == [(((0, 2), (5, 5)),)]


@pytest.mark.parametrize("axis", range(3))
def test_boxes_that_differ_on_one_axis_alone_are_merged_on_any_axis(axis: int) -> None:
    def box(place: int) -> Box:
        return tuple(((place, place),) if index == axis else ((1, 1),) for index in range(3))

    assert merged([box(0), box(2)]) == [tuple(((0, 0), (2, 2)) if index == axis else ((1, 1),) for index in range(3))]
