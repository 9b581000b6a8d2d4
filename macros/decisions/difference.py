"""Which combinations of answers changed their outcome between two versions of a decision, exactly.

The regions of both versions' diagrams are laid over each other in one space of answers (shared_space.py). What only
one version knows:
- a question: the other version gives what it gives, whatever the answer;
- an answer or a number: the other version has "no such answer" for it, and that is listed as a change.
Outcomes are compared by the ids of their outputs and values, never by words; lists of COLLECT without their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import prod

from ..records.decision import HitPolicy
from .compiled import Compiled
from .evaluate import Outcome, results_in
from .regions import Box, complement, difference, everything, intersection, merged, say_box, say_ranges
from .shared_space import Run, SharedAxis, combinations, lifted, shared_axes
from .table import Table, Value


@dataclass(frozen=True)
class Result:
    """An outcome that can be compared with another version's: every result, as values by the ids of their outputs."""

    values: tuple[tuple[tuple[str, Value], ...], ...] | None
    words: str = field(compare=False)


NO_SUCH_ANSWER = Result(None, "no such answer")


@dataclass(frozen=True)
class Changed:
    """Answers that lead elsewhere than they did: in words, how many combinations, from where, to where."""

    box: Box
    answers: str
    combinations: int
    before: Result
    after: Result

    @property
    def words(self) -> str:
        what = "combination" if self.combinations == 1 else "combinations"
        before, after = self.before.words, self.after.words
        if before == after:  # the same heading for another outcome: say which
            before, after = f"{before} ({_ids(self.before)})", f"{after} ({_ids(self.after)})"
        return f"{self.answers}: {before} → {after}, {self.combinations:,} {what}"


@dataclass(frozen=True)
class Difference:
    """Everything that changed between two versions of a decision."""

    axes: tuple[SharedAxis, ...]  # what the boxes are over
    changed: tuple[Changed, ...]  # disjoint, most combinations first
    combinations: int  # all that there are, in either version
    questions: tuple[str, ...]  # what changed about the questions, in words

    @property
    def affected(self) -> int:
        return sum(change.combinations for change in self.changed)


def compare(before: Compiled, after: Compiled) -> Difference:
    """What changed from one version of a decision to the next."""
    axes = shared_axes(before, after)
    groups: dict[tuple[Result, Result], list[Box]] = {}
    old_regions = list(_regions(before, axes, [axis.before for axis in axes]))
    new_regions = list(_regions(after, axes, [axis.after for axis in axes]))
    for old_box, old in old_regions:
        for new_box, new in new_regions:
            if old != new and (shared := intersection(old_box, new_box)):
                groups.setdefault((old, new), []).append(shared)
    labels, domains = [axis.label for axis in axes], [axis.domain for axis in axes]
    changed = [
        Changed(box, say_box(box, labels, domains), number, old, new)
        for (old, new), boxes in groups.items()
        for box in merged(boxes)
        if (number := combinations(box, axes))  # none: derived values that no answers give
    ]
    total = prod(axis.domain.size for axis in axes if axis.tree is None)
    in_order = sorted(changed, key=lambda change: -change.combinations)
    return Difference(axes, tuple(in_order), total, tuple(_questions(axes)))


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
        yield box, NO_SUCH_ANSWER
    for own, outcome in decision.diagram.regions():
        box = tuple(
            lifted(own[places[axis.id]], run) if run is not None and axis.id in places else ranges
            for axis, run, ranges in zip(axes, runs, known, strict=True)
        )
        yield box, _result(decision.table, outcome)


def _result(table: Table, outcome: Outcome) -> Result:
    if outcome is None:
        return Result((), "no result")
    found = results_in(outcome, table.many)
    values = [tuple((column.id, value) for column, value in zip(table.outputs, row, strict=True)) for row in found]
    said = [" / ".join(column.say(value) for column, value in zip(table.outputs, row, strict=True)) for row in found]
    if table.policy is HitPolicy.COLLECT:  # DMN: in arbitrary order
        values.sort(key=str)
    return Result(tuple(values), " + ".join(said) or "nothing")


def _ids(result: Result) -> str:
    return " + ".join("/".join(str(value) for _, value in row) for row in result.values or ())


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
                    yield f"{said} to {axis.label}: {say_ranges(others, axis.domain).replace(' or ', ', ')}"
