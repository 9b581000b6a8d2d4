"""A compiled decision table: axes with domains, rows with boxes, a hit policy. It evaluates nothing.

A table comes in two forms. The authored one has an axis per input, also for inputs that are another decision's
outcome (DMN: information requirement). The flat one has axes for questions and derived values only: a cell about
another decision has become the boxes of answers that lead that decision there. Proofs of guarantees, the click
path and the browser use the flat form, so a graph of decisions needs no further machinery.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from ...records import Asking, Fact, Sign
from ...records.decision import Aggregation, HitPolicy
from ..space.domain import Answer, Domain
from ..space.expressions import Bounds, Tree, bounds_of, evaluate_expression, inputs_of
from ..space.regions import Box, Range

Value = str | int
Values = tuple[Value, ...]  # one per output


# The answer to a question about signs that says: one of them is there.
THERE = "yes"


@dataclass(frozen=True)
class Question:
    """What a reader is asked. Within a graph of decisions, one id is one question."""

    id: str
    ask: str
    short: str
    why: str
    domain: Domain
    options: Mapping[str, str] = field(hash=False)  # every answer's label, stand-ins included
    hints: Mapping[str, str] = field(hash=False)
    screens: Mapping[str, tuple[Sign, ...]] = field(
        default_factory=dict, hash=False
    )  # what readers tick, by the heading of its screen
    help: str = ""
    said_by: Mapping[str, tuple[Sign, ...]] = field(
        default_factory=dict, hash=False
    )  # answers that are signs themselves
    help_on: str = ""  # the one screen that the help is about
    written: Asking | None = field(default=None, hash=False, compare=False)  # where its words stand

    @property
    def fact(self) -> Fact | None:
        """The fact that it asks for, where more than one tool asks it."""
        return self.written if isinstance(self.written, Fact) else None

    @property
    def key(self) -> str:
        """What is one for all tools that ask the same: the fact's id, or its own."""
        return self.fact.id if self.fact else self.id

    @property
    def signs(self) -> tuple[Sign, ...]:
        """What is ticked and no other answer says, in the order of the screens: `THERE`."""
        others = {sign.id for id, signs in self.said_by.items() if id != THERE for sign in signs}
        return tuple(sign for signs in self.screens.values() for sign in signs if sign.id not in others)

    @property
    def told(self) -> dict[str, tuple[Sign, ...]]:
        """For each answer that says that a sign is there, which signs: the slowest answer first.

        Of several signs that are there, the fastest answer counts, which is the last one (checks/doing/facts.py).
        """
        found = dict(self.said_by)
        if self.signs and self.domain.position(THERE) is not None:
            found[THERE] = tuple({sign.id: sign for sign in (*self.signs, *found.get(THERE, ()))}.values())
        return {answer: found[answer] for answer in self.options if answer in found}

    @property
    def ticked(self) -> dict[str, tuple[Sign, ...]]:
        """For each such answer, the signs that may be ticked beside it: of several the last answer counts."""
        told = self.told
        if not self.screens:
            return told
        place = list(self.options).index
        return {
            one: tuple(sign for other, signs in told.items() if place(other) <= place(one) for sign in signs)
            for one in told
        }


@dataclass(frozen=True)
class Axis:
    """One input of a table: a question, a value derived from questions, or another decision's outcome."""

    id: str
    label: str
    domain: Domain
    question: Question | None = None
    tree: Tree | None = None
    decision: str | None = None
    of: tuple[Domain, ...] = ()  # the domains of what a derived value reads

    @cached_property
    def reads(self) -> tuple[str, ...]:
        """Ids of the questions that must be answered before this axis has a value."""
        return inputs_of(self.tree) if self.tree is not None else (self.id,)

    def position(self, answers: Mapping[str, Answer]) -> int | None:
        """Where the answers put this axis, or None while an answer that it reads is missing."""
        if self.tree is not None:
            numbers = {}
            for id, domain in zip(self.reads, self.of, strict=True):
                answer = answers.get(id)
                if not isinstance(answer, int) or domain.position(answer) is None:
                    return None
                numbers[id] = answer
            return self.domain.position(evaluate_expression(self.tree, numbers))
        answer = answers.get(self.id)
        return None if answer is None else self.domain.position(answer)

    def between(self, places: Mapping[str, Range]) -> Range:
        """First and last position while what it reads lies in ranges of positions; what has none lies anywhere."""
        if self.tree is None:
            return places.get(self.id, (0, self.domain.size - 1))
        known: dict[str, Bounds] = {}
        for id, domain in zip(self.reads, self.of, strict=True):
            first, last = places.get(id, (0, domain.size - 1))
            known[id] = (domain.low + first * domain.step, domain.low + last * domain.step)
        least, most = bounds_of(self.tree, known)
        return least - self.domain.low, most - self.domain.low


@dataclass(frozen=True)
class Row:
    """A rule: where it applies (one box, or several in the flat form) and what it gives."""

    id: str
    boxes: tuple[Box, ...]
    gives: Values


@dataclass(frozen=True)
class OutputColumn:
    """An output: its allowed values, highest priority first, or a range of numbers."""

    id: str
    label: str
    values: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    numbers: Domain | None = None
    counts: bool = False  # results are how many rules match, and no numbers of the range

    def rank(self, value: Value) -> int:
        """Lower is of higher priority; a higher number comes before a lower one, as no list says otherwise."""
        return self.values.index(value) if isinstance(value, str) else -value

    def say(self, value: Value) -> str:
        if isinstance(value, str):
            return self.labels[self.values.index(value)]
        return self.written(value)

    def written(self, value: Value) -> str:
        """A value as a record writes it: its id, or its number."""
        if isinstance(value, str) or self.numbers is None or self.counts:
            return str(value)
        return self.numbers.shown(value)

    def stored(self, number: int | Decimal) -> Value | None:
        """A number as a record writes it, in the form that is stored; None where it has too many decimals."""
        scale = Domain("integer", 1) if self.numbers is None or self.counts else self.numbers
        found = scale.read(number)
        return found if isinstance(found, int) else None


@dataclass(frozen=True)
class Table:
    id: str
    axes: tuple[Axis, ...]
    rows: tuple[Row, ...]
    policy: HitPolicy
    aggregation: Aggregation
    outputs: tuple[OutputColumn, ...]
    default: Values | None = None

    @property
    def domains(self) -> tuple[Domain, ...]:
        return tuple(axis.domain for axis in self.axes)

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(axis.label for axis in self.axes)

    @property
    def many(self) -> bool:
        """Whether a result is a list (DMN: a multiple-hit policy without aggregation)."""
        return self.policy in (HitPolicy.RULE_ORDER, HitPolicy.OUTPUT_ORDER) or (
            self.policy is HitPolicy.COLLECT and self.aggregation is Aggregation.LIST
        )

    def written(self, values: Values) -> list[str]:
        """The value of each output as a record writes it."""
        return [column.written(value) for column, value in zip(self.outputs, values, strict=True)]

    def rank(self, gives: Values) -> tuple[int, ...]:
        """Sorts results by priority, the first output first (DMN 1.5, 8.2.10)."""
        return tuple(column.rank(value) for column, value in zip(self.outputs, gives, strict=True))
