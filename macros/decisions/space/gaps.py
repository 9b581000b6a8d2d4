"""What no box covers: the domain is split until every part is met by no box, or lies inside one.

The splitting is itself the proof: it misses nothing, as the two sides of a cut are the whole. All depends on where
to cut. In a table that grew like a tree, the first question of the tree is a cut that no rule crosses, on an axis
that no rule spans. So the axis that the fewest boxes span is cut, there where few boxes are cut through and both
sides are left with few. (To halve by numbers of boxes alone took 54 seconds for a table of `make bench` that takes
10 ms this way.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .cover import AxisCover, Cover, Span, bits
from .regions import Box, merged


def gap_boxes(cover: Cover) -> list[Box]:
    """Disjoint boxes that hold exactly the combinations no box covers, as few as merging finds."""
    axes = cover.axes
    whole = tuple((0, axis.segments - 1) for axis in axes)
    return merged(
        tuple((axis.positions(span),) for axis, span in zip(axes, spans, strict=True))
        for spans in uncovered(cover, whole, (1 << len(cover.boxes)) - 1)
    )


def uncovered(cover: Cover, start: tuple[Span, ...], meeting: int) -> Iterator[tuple[Span, ...]]:
    """Disjoint parts of a part that hold exactly what none of some boxes covers; all of these boxes meet it."""
    axes = cover.axes
    # A part of the domain: its segments per axis, the boxes that meet it, the axes that not all of these span.
    stack: list[tuple[tuple[Span, ...], int, list[int]]] = [(start, meeting, list(range(len(axes))))]
    while stack:
        spans, live, open_axes = stack.pop()
        if not live:
            yield spans
            continue
        holding, fewest, chosen = live, live.bit_count(), -1
        still_open = []
        for index in open_axes:
            axis, (first, last) = axes[index], spans[index]
            spanning = live & axis.begins_by[first] & axis.ends_from[last]
            if spanning != live:
                still_open.append(index)
                holding &= spanning
                count = spanning.bit_count()
                if count < fewest:
                    fewest, chosen = count, index
        if holding:
            continue
        cover.steps.take()
        axis, (first, last) = axes[chosen], spans[chosen]
        cut = best_cut(axis, first, last, live)
        before, after = spans[:chosen], spans[chosen + 1 :]
        stack.append(((*before, (first, cut), *after), live & axis.begins_by[cut], still_open))
        stack.append(((*before, (cut + 1, last), *after), live & axis.ends_from[cut + 1], still_open))


def best_cut(axis: AxisCover, first: int, last: int, live: int) -> int:
    """The segment to cut after: boxes on both sides are work done twice, so they weigh more than even halves."""
    begins_by, ends_from = axis.begins_by, axis.ends_from
    best = least = -1
    for cut in _cuts(axis.spans, first, last, live):
        left = (live & begins_by[cut]).bit_count()
        right = (live & ends_from[cut + 1]).bit_count()
        cost = 2 * (left + right) + (left if left > right else right)
        if cost < least or least < 0:
            best, least = cut, cost
    return best


def _cuts(spans: Sequence[Span], first: int, last: int, live: int) -> Iterable[int]:
    """After every segment; or, where that is quicker, where a live box begins or ends."""
    if last - first <= 2 * live.bit_count():
        return range(first, last)
    cuts = set()
    for box in bits(live):
        begins, ends = spans[box]
        if begins > first:
            cuts.add(begins - 1)
        if ends < last:
            cuts.add(ends)
    return sorted(cuts)
