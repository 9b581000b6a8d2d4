"""Overlaps as whole arrays find them (NumPy): every pair of rules compared in every column at once."""

from __future__ import annotations

import numpy

from .tables import Sample


def overlaps(sample: Sample) -> list[tuple[int, int]]:
    """Every pair of rules that share a combination, the earlier first."""
    boxes = numpy.array(sample.boxes)
    meet = numpy.ones((len(boxes), len(boxes)), dtype=bool)
    for column in range(boxes.shape[1]):
        low, high = boxes[:, column, 0], boxes[:, column, 1]
        meet &= low[:, None] <= high[None, :]
        meet &= low[None, :] <= high[:, None]
    first, second = numpy.nonzero(numpy.triu(meet, 1))
    return list(zip(first.tolist(), second.tolist(), strict=True))
