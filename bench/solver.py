"""The same two questions asked of an SMT solver (z3), as it is usually done: until a time limit.

Overlaps: for one rule after the other, a point that it shares with a later rule, until there is none. Gaps: a point
that no rule covers, widened to the largest box round it that no rule meets, until there is no such point.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import z3

from macros.decisions.space.regions import Interval

from .tables import Sample


@dataclass(frozen=True)
class Answer:
    """What was found, and whether that was all within the limit."""

    found: int
    complete: bool


class _Question:
    """A solver that knows the columns, with a limit of processor time."""

    def __init__(self, sample: Sample, limit: float):
        self.until = time.process_time() + limit
        self.sample = sample
        self.columns = [z3.Int(f"c{index}") for index in range(len(sample.sizes))]
        self.solver = z3.Solver()
        for column, size in zip(self.columns, sample.sizes, strict=True):
            self.solver.add(column >= 0, column < size)

    def inside(self, box: Interval) -> Any:
        """A formula: the point is in the box."""
        return z3.And(
            *(
                z3.And(column >= low, column <= high)
                for column, (low, high), size in zip(self.columns, box, self.sample.sizes, strict=True)
                if (low, high) != (0, size - 1)
            )
        )

    def point(self) -> tuple[int, ...] | None:
        """A point that solves what was asked; None where there is none. Raises TimeoutError."""
        status = z3.unknown
        while status == z3.unknown:
            left = self.until - time.process_time()
            if left <= 0:
                raise TimeoutError
            self.solver.set("timeout", max(1, int(left * 1000)))
            status = self.solver.check()
        if status == z3.unsat:
            return None
        model = self.solver.model()
        return tuple(model.eval(column, model_completion=True).as_long() for column in self.columns)


def overlaps(sample: Sample, limit: float) -> Answer:
    """Every pair of rules that share a point."""
    question = _Question(sample, limit)
    inside = [z3.Bool(f"inside{index}") for index in range(len(sample.boxes))]
    question.solver.add(*(name == question.inside(box) for name, box in zip(inside, sample.boxes, strict=True)))
    pairs = 0
    try:
        for index in range(len(inside)):
            later = set(range(index + 1, len(inside)))
            while later:
                question.solver.push()
                question.solver.add(inside[index], z3.Or(*(inside[other] for other in later)))
                point = question.point()
                question.solver.pop()
                if point is None:
                    break
                hits = {other for other in later if _holds(sample.boxes[other], point)}
                pairs += len(hits)
                later -= hits
    except TimeoutError:
        return Answer(pairs, False)
    return Answer(pairs, True)


def gaps(sample: Sample, limit: float) -> Answer:
    """Boxes that hold everything no rule covers; they may share points."""
    question = _Question(sample, limit)
    question.solver.add(*(z3.Not(question.inside(box)) for box in sample.boxes))
    found = 0
    try:
        while (point := question.point()) is not None:
            found += 1
            question.solver.add(z3.Not(question.inside(_widened(point, sample))))
    except TimeoutError:
        return Answer(found, False)
    return Answer(found, True)


def _holds(box: Interval, point: tuple[int, ...]) -> bool:
    return all(low <= at <= high for (low, high), at in zip(box, point, strict=True))


def _widened(point: tuple[int, ...], sample: Sample) -> Interval:
    """The point, one column after the other made as wide as no rule forbids."""
    box: Interval = tuple((at, at) for at in point)
    for column, size in enumerate(sample.sizes):
        low, high = 0, size - 1
        for rule in sample.boxes:
            others = (pair for index, pair in enumerate(zip(rule, box, strict=True)) if index != column)
            if all(start <= last and first <= end for (start, end), (first, last) in others):
                if rule[column][1] < point[column]:
                    low = max(low, rule[column][1] + 1)
                else:
                    high = min(high, rule[column][0] - 1)
        box = (*box[:column], (low, high), *box[column + 1 :])
    return box
