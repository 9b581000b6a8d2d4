"""What no box covers: the domain is split until every part is met by no box, or lies inside one.

The splitting is itself the proof: it misses nothing, as the two sides of a cut are the whole. All depends on where
to cut. In a table that grew like a tree, the first question of the tree is a cut that no rule crosses, on an axis
that no rule spans. So the axis that the fewest boxes span is cut, there where few boxes are cut through and both
sides are left with few. (To halve by numbers of boxes alone took 54 seconds for a table of `make bench` that takes
10 ms this way.)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .cover import AxisCover, Cover, Span, bits
from .regions import Box, everything, merged


def gap_boxes(cover: Cover) -> list[Box]:
    """Disjoint boxes that hold exactly the combinations no box covers, as few as merging finds."""
    if not cover.boxes:
        return [tuple(everything(axis.size) for axis in cover.axes)]
    axes = cover.axes
    found: list[Box] = []
    # A part of the domain: its segments per axis, the boxes that meet it, the axes that not all of these span.
    stack = [(tuple((0, axis.segments - 1) for axis in axes), (1 << len(cover.boxes)) - 1, list(range(len(axes))))]
    while stack:
        spans, live, open_axes = stack.pop()
        if not live:
            found.append(tuple((axis.positions(span),) for axis, span in zip(axes, spans, strict=True)))
            continue
        holding, fewest, chosen = live, live.bit_count(), -1
        still_open = []
        for index in open_axes:
            spanning = live & axes[index].holds(spans[index])
            if spanning != live:
                still_open.append(index)
                holding &= spanning
                if spanning.bit_count() < fewest:
                    fewest, chosen = spanning.bit_count(), index
        if not holding:
            axis, (first, last) = axes[chosen], spans[chosen]
            cut = _best_cut(axis, spans[chosen], live)
            for span in ((first, cut), (cut + 1, last)):
                part = (*spans[:chosen], span, *spans[chosen + 1 :])
                stack.append((part, live & axis.meets(span), still_open))
    return merged(found)


def _best_cut(axis: AxisCover, span: Span, live: int) -> int:
    """The segment to cut after: boxes on both sides are work done twice, so they weigh more than even halves."""
    best, least = -1, -1
    for cut in _cuts(axis.spans, span, live):
        left = (live & axis.begins_by[cut]).bit_count()
        right = (live & axis.ends_from[cut + 1]).bit_count()
        cost = 2 * (left + right) + (left if left > right else right)
        if least < 0 or cost < least:
            best, least = cut, cost
    return best


def _cuts(spans: Sequence[Span], within: Span, live: int) -> Iterable[int]:
    """After every segment, or where live boxes begin or end if that is quicker."""
    first, last = within
    if last - first <= 2 * live.bit_count():
        return range(first, last)
    ends = {end for box in bits(live) for end in (spans[box][0] - 1, spans[box][1])}
    return sorted(end for end in ends if first <= end < last)
