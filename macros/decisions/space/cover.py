"""Many boxes at once, as bit sets: which of them meet a box, which of them hold it.

Bit i of a Python integer stands for box i. Per axis, the boxes' ends cut the domain into segments in which
nothing changes. Two prefix tables per axis (boxes that begin at or before a segment, boxes that end at or after
it) answer "which meet low..high" and "which hold low..high" with one `&` each: for 1,500 boxes on 7 axes, all
overlapping pairs cost some 20,000 such operations instead of 16 million comparisons.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import or_

from .regions import Box, Interval, Range, intervals

Span = tuple[int, int]  # segments first..last of an axis, both included

# Cuts and nodes that a search over one table takes at most. Proofs are hard in general (does any answer meet none of
# these rules?); the largest tables of `make audit`, of 5,000 rules, take half as many.
MOST_STEPS = 100_000


class TooIntertwined(Exception):
    """A table whose proofs would take longer than anybody waits."""


@dataclass
class Steps:
    """How many steps all searches over one cover took."""

    taken: int = 0

    def take(self, more: int = 1) -> None:
        """So many more. Raises TooIntertwined."""
        self.taken += more
        if self.taken > MOST_STEPS:
            raise TooIntertwined


@dataclass(frozen=True)
class AxisCover:
    """The segments of one axis and the prefix tables over them."""

    starts: tuple[int, ...]  # the first position of each segment
    size: int  # positions on the axis
    spans: tuple[Span, ...]  # per box: the segments that it covers
    begins_by: tuple[int, ...]  # per segment: boxes whose range begins at or before it
    ends_from: tuple[int, ...]  # per segment: boxes whose range ends at or after it

    @property
    def segments(self) -> int:
        return len(self.starts)

    def segment(self, position: int) -> int:
        """The segment that a position lies in."""
        return bisect_right(self.starts, position) - 1

    def positions(self, span: Span) -> Range:
        """First and last position of a span of segments."""
        end = self.starts[span[1] + 1] if span[1] + 1 < len(self.starts) else self.size
        return self.starts[span[0]], end - 1

    def meets(self, span: Span) -> int:
        """The boxes that share a position with a span."""
        return self.begins_by[span[1]] & self.ends_from[span[0]]

    def holds(self, span: Span) -> int:
        """The boxes that hold all of a span."""
        return self.begins_by[span[0]] & self.ends_from[span[1]]


@dataclass(frozen=True)
class Cover:
    """Interval boxes over the same axes. `owner[i]` is the row that box i came from."""

    boxes: tuple[Interval, ...]
    owner: tuple[int, ...]
    axes: tuple[AxisCover, ...]
    steps: Steps = field(default_factory=Steps, compare=False, repr=False)

    def matching(self, positions: Sequence[int]) -> list[int]:
        """The rows that hold a combination, in their order."""
        live = -1
        for axis, position in zip(self.axes, positions, strict=True):
            segment = axis.segment(position)
            live &= axis.meets((segment, segment))
        return sorted({self.owner[bit] for bit in bits(live)} if live > 0 else ())

    def overlaps(self) -> Iterator[tuple[int, int]]:
        """Every pair of boxes that share a combination, the earlier first."""
        for index, live in enumerate(self.meeting_each(later=True)):
            for other in bits(live):
                yield index, other

    def meeting_each(self, *, later: bool = False) -> Iterator[int]:
        """For each box those that share a combination with it, itself among them; or only those that come later."""
        columns = [(axis.begins_by, axis.ends_from, axis.spans) for axis in self.axes]
        everything = (1 << len(self.boxes)) - 1
        for index in range(len(self.boxes)):
            live = everything >> (index + 1) << (index + 1) if later else everything
            for begins_by, ends_from, spans in columns:
                first, last = spans[index]
                live &= begins_by[last] & ends_from[first]
                if not live:
                    break
            yield live


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


def _axis_cover(ranges: Sequence[Range], size: int) -> AxisCover:
    starts = sorted({0, *(low for low, _ in ranges), *(high + 1 for _, high in ranges if high + 1 < size)})
    segment_of = {start: index for index, start in enumerate([*starts, size])}
    spans = tuple((segment_of[low], segment_of[high + 1] - 1) for low, high in ranges)
    begins = [0] * len(starts)
    ends = [0] * len(starts)
    for index, (first, last) in enumerate(spans):
        begins[first] |= 1 << index
        ends[last] |= 1 << index
    begins_by = accumulate(begins, or_)
    ends_from = accumulate(reversed(ends), or_)
    return AxisCover(tuple(starts), size, spans, tuple(begins_by), tuple(ends_from)[::-1])
