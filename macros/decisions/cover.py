"""Many boxes at once, as bit sets: which of them meet a box, which of them hold it.

Bit i of a Python integer stands for box i. Per axis, the boxes' ends cut the domain into segments in which
nothing changes. Two prefix tables per axis (boxes that begin at or before a segment, boxes that end at or after
it) answer "which meet low..high" and "which hold low..high" with one `&` each: for 1,500 boxes on 7 axes, all
overlapping pairs cost some 20,000 such operations instead of 16 million comparisons.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_

from .regions import Box, Interval, intervals

Span = tuple[int, int]  # segments first..last of an axis, both included


@dataclass(frozen=True)
class AxisCover:
    """The segments of one axis and the prefix tables over them."""

    starts: tuple[int, ...]  # the first position of each segment
    size: int  # positions on the axis
    begins_by: tuple[int, ...]  # per segment: boxes whose range begins at or before it
    ends_from: tuple[int, ...]  # per segment: boxes whose range ends at or after it

    @property
    def segments(self) -> int:
        return len(self.starts)

    def segment(self, position: int) -> int:
        """The segment that a position lies in."""
        return bisect_right(self.starts, position) - 1

    def positions(self, span: Span) -> tuple[int, int]:
        """First and last position of a span of segments."""
        end = self.starts[span[1] + 1] if span[1] + 1 < len(self.starts) else self.size
        return self.starts[span[0]], end - 1

    def meets(self, span: Span) -> int:
        return self.begins_by[span[1]] & self.ends_from[span[0]]

    def holds(self, span: Span) -> int:
        return self.begins_by[span[0]] & self.ends_from[span[1]]


@dataclass(frozen=True)
class Cover:
    """Interval boxes over the same axes. `owner[i]` is the row that box i came from."""

    boxes: tuple[Interval, ...]
    owner: tuple[int, ...]
    axes: tuple[AxisCover, ...]

    @property
    def whole(self) -> tuple[Span, ...]:
        """The span of every segment, per axis: the whole domain."""
        return tuple((0, axis.segments - 1) for axis in self.axes)

    def live(self, spans: Sequence[Span]) -> int:
        """Boxes that share a combination with the spans."""
        return reduce(and_, (axis.meets(span) for axis, span in zip(self.axes, spans, strict=True)))

    def interval(self, spans: Sequence[Span]) -> Interval:
        """Spans of segments as ranges of positions."""
        return tuple(axis.positions(span) for axis, span in zip(self.axes, spans, strict=True))

    def overlaps(self) -> Iterator[tuple[int, int]]:
        """Every pair of boxes that share a combination, the earlier first."""
        spans_of = [
            [(axis.segment(low), axis.segment(high)) for low, high in ranges]
            for axis, ranges in zip(self.axes, zip(*self.boxes, strict=True), strict=True)
        ]
        for index in range(len(self.boxes)):
            live = -1 << (index + 1)  # later boxes only
            for axis, spans in zip(self.axes, spans_of, strict=True):
                first, last = spans[index]
                live &= axis.begins_by[last] & axis.ends_from[first]
                if not live:
                    break
            while live:
                lowest = live & -live
                yield index, lowest.bit_length() - 1
                live ^= lowest


def bits(number: int) -> Iterator[int]:
    """Indexes of the bits that are set, lowest first."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def cover_of(rows: Sequence[Sequence[Box]], sizes: Sequence[int]) -> Cover:
    """The cover of rows, each of one or more boxes, over axes of the given sizes."""
    boxes: list[Interval] = []
    owner: list[int] = []
    for index, row in enumerate(rows):
        for box in row:
            for interval in intervals(box):
                boxes.append(interval)
                owner.append(index)
    axes = tuple(_axis_cover([box[axis] for box in boxes], size) for axis, size in enumerate(sizes))
    return Cover(tuple(boxes), tuple(owner), axes)


def _axis_cover(ranges: Sequence[tuple[int, int]], size: int) -> AxisCover:
    starts = sorted({0, *(low for low, _ in ranges), *(high + 1 for _, high in ranges if high + 1 < size)})
    begins = [0] * len(starts)
    ends = [0] * len(starts)
    segment_of = {start: index for index, start in enumerate(starts)}
    for bit, (low, high) in enumerate(ranges):
        begins[segment_of[low]] |= 1 << bit
        ends[segment_of[high + 1] - 1 if high + 1 < size else -1] |= 1 << bit
    for index in range(1, len(starts)):
        begins[index] |= begins[index - 1]
    for index in range(len(starts) - 2, -1, -1):
        ends[index] |= ends[index + 1]
    return AxisCover(tuple(starts), size, tuple(begins), tuple(ends))
