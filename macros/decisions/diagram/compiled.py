"""A decision, ready to be asked: its record, its tables, its diagram, its questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import prod

from ...records import Decision
from ..space.cover import Cover, cover_of
from ..space.expressions import Tree
from ..space.regions import Box
from ..tables.attainable import attainable
from ..tables.table import Question, Table
from .diagram import Diagram, diagram_of


def _as_it_is(box: Box) -> list[Box]:
    return [box]


@dataclass(frozen=True, eq=False)
class Compiled:
    """`authored` is the table as written; `table` and `diagram` are over questions and derived values only.

    `flat` makes a box of `authored` boxes of `table`.
    """

    id: str
    record: Decision
    authored: Table
    table: Table
    questions: Mapping[str, Question]
    fingerprint: str
    shows: Mapping[str, Tree]
    flat: Callable[[Box], list[Box]] = _as_it_is

    @cached_property
    def diagram(self) -> Diagram:
        """Made when it is first asked for: proofs of a large table can do without."""
        return diagram_of(self.table)

    @cached_property
    def cover(self) -> Cover:
        """The boxes of `table`, its rows in their order."""
        return cover_of([row.boxes for row in self.table.rows], [domain.size for domain in self.table.domains])

    def can_be(self, box: Box) -> bool:
        """Whether any answers are in a box of the table as written."""
        return any(attainable(self.table.axes, part) for part in self.flat(box))

    @property
    def combinations(self) -> int:
        """Every way to answer every question, answers that stand for another counted."""
        return prod(question.domain.size + len(question.domain.aliases) for question in self.questions.values())

    @property
    def version(self) -> int:
        return self.record.history[-1].version
