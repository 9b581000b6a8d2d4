"""A decision, ready to be asked: its record, its tables, its diagram, its questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import prod

from ..records import Decision
from .diagram import Diagram
from .expressions import Tree
from .table import Question, Table


@dataclass(frozen=True, eq=False)
class Compiled:
    """`authored` is the table as written; `table` and `diagram` are over questions and derived values only."""

    id: str
    record: Decision
    authored: Table
    table: Table
    diagram: Diagram
    questions: Mapping[str, Question]
    fingerprint: str
    shows: Mapping[str, Tree]

    @property
    def combinations(self) -> int:
        """Every way to answer every question, answers that stand for another counted."""
        return prod(len(question.domain.answers) for question in self.questions.values())

    @property
    def version(self) -> int:
        return self.record.history[-1].version
