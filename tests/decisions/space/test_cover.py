"""Overlaps and gaps, found with bit sets and by splitting, are those that trying every combination finds."""

from itertools import combinations as pairs
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.decisions.space.cover import AxisCover, bits, cover_of
from macros.decisions.space.gaps import gap_boxes
from macros.decisions.space.regions import Box, everything, volume

from ..oracle import combinations, members
from .test_regions import BOXES, SIZES, ranges_in

ROWS = st.lists(st.lists(BOXES, min_size=1, max_size=2), max_size=5)
EVERYWHERE: Box = tuple(map(everything, SIZES))


@given(ROWS)
def test_overlaps_are_exactly_the_pairs_that_share_a_combination(rows: list[list[Box]]) -> None:
    cover = cover_of(rows, SIZES)
    assert {row for row in range(len(rows)) if rows[row]} == set(cover.owner)
    held = [members(tuple((part,) for part in box)) for box in cover.boxes]
    expected = [(a, b) for a, b in pairs(range(len(held)), 2) if held[a] & held[b]]
    assert sorted(cover.overlaps()) == expected


@given(ROWS)
def test_every_box_of_a_row_is_in_its_cover(rows: list[list[Box]]) -> None:
    cover = cover_of(rows, SIZES)
    assert set(cover.owner) <= set(range(len(rows)))
    for index, row in enumerate(rows):
        mine = [box for box, owner in zip(cover.boxes, cover.owner, strict=True) if owner == index]
        held = set().union(*(members(tuple((part,) for part in box)) for box in mine))
        assert held == set().union(*(members(box) for box in row))


@given(ROWS)
def test_gaps_are_exactly_what_no_box_holds_and_disjoint(rows: list[list[Box]]) -> None:
    gaps = gap_boxes(cover_of(rows, SIZES))
    held = set().union(*(members(box) for row in rows for box in row))
    missing = set(combinations(SIZES)) - held
    assert set().union(*(members(gap) for gap in gaps)) == missing
    assert sum(map(volume, gaps)) == len(missing)


@given(st.lists(ranges_in(9), min_size=1, max_size=6))
def test_an_axis_tells_which_boxes_meet_and_hold_a_span(ranges_of: list[tuple[tuple[int, int], ...]]) -> None:
    cover = cover_of([[(ranges,)] for ranges in ranges_of], [9])
    axis = cover.axes[0]
    held = [set(range(box[0][0], box[0][1] + 1)) for box in cover.boxes]
    seen: list[int] = []
    for first in range(axis.segments):
        for last in range(first, axis.segments):
            low, high = axis.positions((first, last))
            span = set(range(low, high + 1))
            assert set(bits(axis.meets((first, last)))) == {box for box, mine in enumerate(held) if mine & span}
            assert set(bits(axis.holds((first, last)))) == {box for box, mine in enumerate(held) if mine >= span}
        low, high = axis.positions((first, first))
        assert {axis.segment(place) for place in range(low, high + 1)} == {first}
        seen += range(low, high + 1)
    assert seen == list(range(9))  # segments follow on each other and leave nothing out
    assert [set(range(axis.starts[first], axis.positions((first, last))[1] + 1)) for first, last in axis.spans] == held


def test_an_axis_is_cut_only_where_a_box_begins_or_ends() -> None:
    axis = cover_of([[(((2, 4),),)], [(((4, 9),),)]], [10]).axes[0]
    assert axis == AxisCover((0, 2, 4, 5), 10, ((1, 2), (2, 3)), (0b00, 0b01, 0b11, 0b11), (0b11, 0b11, 0b11, 0b10))


def test_bits_are_the_places_of_ones() -> None:
    assert list(bits(0)) == []
    assert list(bits(0b1011000)) == [3, 4, 6]


def test_no_boxes_leave_the_whole_domain() -> None:
    assert gap_boxes(cover_of([], SIZES)) == [EVERYWHERE]
    assert gap_boxes(cover_of([[EVERYWHERE]], SIZES)) == []


def partition(chance: Random, sizes: tuple[int, ...], parts: int) -> list[Box]:
    """The whole domain, cut at random places again and again."""
    boxes: list[Box] = [tuple(map(everything, sizes))]
    while len(boxes) < parts:
        box, axis = chance.choice(boxes), chance.randrange(len(sizes))
        ((low, high),) = box[axis]
        if low < high:
            boxes.remove(box)
            cut = chance.randrange(low, high)
            boxes += [(*box[:axis], (part,), *box[axis + 1 :]) for part in ((low, cut), (cut + 1, high))]
    return boxes


@pytest.mark.parametrize("seed", range(5))
def test_a_missing_part_of_a_large_partition_is_found_as_one_box(seed: int) -> None:
    chance, sizes = Random(seed), (50, 7, 30, 2, 100)
    boxes = partition(chance, sizes, 200)
    missing = boxes.pop(chance.randrange(len(boxes)))
    cover = cover_of([[box] for box in boxes], sizes)
    assert gap_boxes(cover) == [missing]
    assert list(cover.overlaps()) == []
    assert gap_boxes(cover_of([[box] for box in [*boxes, missing]], sizes)) == []


def test_an_overlap_in_a_large_partition_is_found() -> None:
    boxes = partition(Random(0), (50, 7, 30, 2, 100), 200)
    cover = cover_of([[box] for box in [*boxes, boxes[17]]], (50, 7, 30, 2, 100))
    assert list(cover.overlaps()) == [(17, 200)]


def test_a_hundred_holes_in_a_large_partition_are_few_boxes_and_soon_found() -> None:
    """Not by time, which depends on the machine: by how many boxes come out."""
    chance, sizes = Random(7), (1000, 1000, 5, 1000, 100)
    boxes = partition(chance, sizes, 600)
    holes = chance.sample(boxes, 100)
    gaps = gap_boxes(cover_of([[box] for box in boxes if box not in holes], sizes))
    assert sum(map(volume, gaps)) == sum(map(volume, holes))
    assert len(gaps) <= len(holes)
