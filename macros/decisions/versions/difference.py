"""Which combinations of answers changed their outcome between two versions of a decision, exactly.

The regions of both versions' diagrams are laid over each other in one space of answers (shared_space.py). What only
one version knows:
- a question: the other version gives what it gives, whatever the answer;
- an answer or a number: the other version has "no such answer" for it, and that is listed as a change.
Outcomes are compared by the ids of their outputs and values, never by words. A list of COLLECT has no order (DMN 1.5,
8.2.10): there, each result that comes or goes is a change of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

from ...records.decision import HitPolicy
from ..diagram.compiled import Compiled
from ..space.regions import Box, complement, difference, everything, intersection, merged, say_box, say_ranges
from ..tables.evaluate import Outcome, results_in
from ..tables.table import Table
from .shared_space import Run, SharedAxis, combinations, lifted, shared_axes

Given = tuple[tuple[str, str | int], ...]  # one result: each output's id and value


@dataclass(frozen=True)
class Result:
    """An outcome that can be compared with another version's: the same rows are the same, whatever the words."""

    rows: tuple[Given, ...] | None  # None: there is no such answer
    in_order: bool  # whether the order of the rows means something


@dataclass(frozen=True)
class Changed:
    """Answers that lead elsewhere than they did."""

    box: Box
    combinations: int
    lost: Result | None  # what they led to; None where something only came
    gained: Result | None
    words: str


@dataclass(frozen=True)
class Difference:
    """Everything that changed between two versions of a decision."""

    axes: tuple[SharedAxis, ...]  # what the boxes are over
    changed: tuple[Changed, ...]  # most combinations first; disjoint for the same kind of change
    affected: int  # combinations that change their outcome
    combinations: int  # all that there are, in either version
    questions: tuple[str, ...]  # what changed about the questions, in words


def compare(before: Compiled, after: Compiled) -> Difference:
    """What changed from one version of a decision to the next."""
    axes = shared_axes(before, after)
    new_regions = list(_regions(after, axes, [axis.after for axis in axes]))
    groups: dict[tuple[Result | None, Result | None], list[Box]] = {}
    different: list[Box] = []
    for old_box, old in _regions(before, axes, [axis.before for axis in axes]):
        for new_box, new in new_regions:
            if old.rows != new.rows and (shared := intersection(old_box, new_box)):
                different.append(shared)
                for change in _comings_and_goings(old, new):
                    groups.setdefault(change, []).append(shared)
    words = _Words(before.table, after.table, axes)
    changed = [
        Changed(box, number, lost, gained, words.change(box, number, lost, gained))
        for (lost, gained), boxes in groups.items()
        for box in merged(boxes)
        if (number := combinations(box, axes))  # none: derived values that no answers give
    ]
    affected = sum(combinations(box, axes) for box in merged(different))
    total = prod(axis.domain.size for axis in axes if axis.tree is None)
    in_order = sorted(changed, key=lambda change: -change.combinations)
    return Difference(axes, tuple(in_order), affected, total, tuple(_questions(axes)))


def _comings_and_goings(old: Result, new: Result) -> Iterator[tuple[Result | None, Result | None]]:
    """From one outcome to another; for lists without an order, each result that one has and the other has not."""
    if old.rows is None or new.rows is None or old.in_order or new.in_order:
        yield old, new
        return
    had, has = Counter(old.rows), Counter(new.rows)
    for row in had - has:
        yield Result((row,), False), None
    for row in has - had:
        yield None, Result((row,), False)


def _regions(
    decision: Compiled, axes: Sequence[SharedAxis], runs: Sequence[tuple[Run, ...] | None]
) -> Iterator[tuple[Box, Result]]:
    """Disjoint boxes that fill the shared space, each with what one version gives there."""
    places = {axis.id: index for index, axis in enumerate(decision.table.axes)}
    whole: Box = tuple(everything(axis.domain.size) for axis in axes)
    # A derived value outside its range needs an answer that is not known: only answers set the limits.
    known: Box = tuple(
        lifted(((0, axis.domain.size - 1),), run) if run is not None and axis.tree is None else ranges
        for axis, run, ranges in zip(axes, runs, whole, strict=True)
    )
    for box in difference(whole, known):
        yield box, Result(None, True)
    for own, outcome in decision.diagram.regions():
        box = tuple(
            lifted(own[places[axis.id]], run) if run is not None and axis.id in places else ranges
            for axis, run, ranges in zip(axes, runs, known, strict=True)
        )
        yield box, _result(decision.table, outcome)


def _result(table: Table, outcome: Outcome) -> Result:
    rows = tuple(
        tuple((column.id, value) for column, value in zip(table.outputs, values, strict=True))
        for values in results_in(outcome, table.many)
    )
    if table.many and table.policy is HitPolicy.COLLECT:
        return Result(tuple(sorted(rows, key=str)), False)
    return Result(rows, True)


def _questions(axes: Sequence[SharedAxis]) -> Iterator[str]:
    """Questions and answers that only one version has."""
    for axis in axes:
        what = "value" if axis.tree is not None else "question"
        if axis.before is None:
            yield f"new {what}: {axis.label}"
        elif axis.after is None:
            yield f"{what} that is gone: {axis.label}"
        elif axis.tree is None:
            for runs, said in ((axis.before, "new answers"), (axis.after, "answers that are gone")):
                others = complement(lifted(everything(axis.domain.size), runs), axis.domain.size)
                if others:
                    yield f"{said} to {axis.label}: {say_ranges(others, axis.domain)}"


class _Words:
    """Says changes: outcomes by their headings, those of the version that has them."""

    def __init__(self, before: Table, after: Table, axes: Sequence[SharedAxis]):
        self.columns = [{column.id: column for column in table.outputs} for table in (before, after)]
        self.labels, self.domains = [axis.label for axis in axes], [axis.domain for axis in axes]

    def change(self, box: Box, number: int, lost: Result | None, gained: Result | None) -> str:
        """'falls: Yes: Walking first → Start with walk-run, 12 combinations'."""
        if lost is None or gained is None:
            what = f"no longer {self.result(lost, 0)}" if lost else f"now also {self.result(gained, 1)}"
        elif self.result(lost, 0) == self.result(gained, 1):  # another outcome under the same heading
            what = f"{self.result(lost, 0)} ({_ids(lost)}) → {self.result(gained, 1)} ({_ids(gained)})"
        else:
            what = f"{self.result(lost, 0)} → {self.result(gained, 1)}"
        plural = "" if number == 1 else "s"
        return f"{say_box(box, self.labels, self.domains)}: {what}, {number:,} combination{plural}"

    def result(self, result: Result | None, version: int) -> str:
        if result is None or result.rows is None:
            return "(no such answer)"
        columns = self.columns[version]
        said = [" / ".join(columns[id].say(value) for id, value in row) for row in result.rows]
        return ", then ".join(said) or "(no result)"


def _ids(result: Result) -> str:
    return ", then ".join("/".join(str(value) for _, value in row) for row in result.rows or ())
