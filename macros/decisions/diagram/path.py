"""What to ask next, the click path, and what would change the result. All three read the diagram."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..space.domain import Answer
from ..space.regions import Range, Ranges, normalised
from ..tables.attainable import LIMIT
from ..tables.evaluate import Outcome, fired_rows
from ..tables.table import Axis
from .asking import Rest
from .compiled import Compiled


@dataclass(frozen=True)
class Decided:
    """No answer that is still open can change this outcome."""

    outcome: Outcome
    rules: tuple[str, ...]  # the rule that fired, or every one that still could where they give the same
    used: tuple[str, ...]  # the questions whose answers led here


@dataclass(frozen=True)
class Undecided:
    """Open answers can still change the outcome."""

    possible: tuple[Outcome, ...]
    matter: tuple[str, ...]  # the questions whose answers still matter, in the order of asking

    @property
    def next(self) -> str:
        return self.matter[0]


def decide(decision: Compiled, answers: Mapping[str, Answer]) -> Decided | Undecided:
    """The outcome as soon as no remaining answer can change it; otherwise what still matters."""
    rest = Rest(decision.diagram, answers)
    if not rest.decided:
        return Undecided(tuple(rest.outcomes), rest.matter())
    (outcome,) = rest.outcomes
    return Decided(outcome, _rules(decision, rest, outcome), rest.walked())


def _rules(decision: Compiled, rest: Rest, outcome: Outcome) -> tuple[str, ...]:
    """The rows that the outcome comes from; where an open answer picks between rows, all of those."""
    table, states = decision.table, rest.row_states()
    if None not in states:
        fired = fired_rows(table, [index for index, state in enumerate(states) if state])
        return tuple(table.rows[index].id for index in fired)
    candidates = []
    for index, state in enumerate(states):
        if state is not False and (table.many or table.rows[index].gives == outcome):
            candidates.append(table.rows[index].id)
            if state and not table.many:
                break
    return tuple(candidates)


@dataclass(frozen=True)
class Way:
    """Answers that lead the same way, and where: a step's number or an outcome."""

    ranges: Ranges
    step: int | None
    outcome: Outcome = None


@dataclass(frozen=True)
class Step:
    number: int
    axis: Axis
    ways: tuple[Way, ...]


def click_path(decision: Compiled) -> tuple[Step, ...]:
    """The decision as numbered steps, each asked once; step 1 is the first question."""
    diagram = decision.diagram
    asked = [node for node in diagram.reachable(diagram.root) if not diagram.is_leaf(node)]
    numbers = {node: number for number, node in enumerate(asked, 1)}
    return tuple(
        Step(
            numbers[node],
            decision.table.axes[diagram.branching(node).axis],
            tuple(
                Way(ranges, None, diagram.outcome(child)) if diagram.is_leaf(child) else Way(ranges, numbers[child])
                for ranges, child in diagram.ways(node)
            ),
        )
        for node in asked
    )


@dataclass(frozen=True)
class Change:
    """Other answers to one question, and where they lead: to one outcome, or to further questions."""

    question: str
    ranges: Ranges
    outcome: Outcome
    possible: tuple[Outcome, ...] = ()  # more than one where further questions would decide


def what_would_change(decision: Compiled, answers: Mapping[str, Answer]) -> tuple[Change, ...]:
    """For a decided run: every single different answer that leads elsewhere, and where."""
    now = decide(decision, answers)
    if isinstance(now, Undecided):
        return ()
    changes = []
    for id in now.used:
        domain = decision.questions[id].domain
        groups: dict[frozenset[Outcome], list[Range]] = {}
        said: dict[frozenset[Outcome], tuple[Outcome, ...]] = {}  # each group's outcomes, in the order first met
        for low, high in _stretches(decision, answers, id):
            then = decide(decision, {**answers, id: domain.answer(low)})
            possible = (then.outcome,) if isinstance(then, Decided) else then.possible
            if possible != (now.outcome,):
                groups.setdefault(frozenset(possible), []).append((low, high))
                said.setdefault(frozenset(possible), possible)
        for group, ranges in groups.items():
            possible = said[group]
            only = possible[0] if len(possible) == 1 else None
            changes.append(Change(id, normalised(ranges), only, possible if len(possible) > 1 else ()))
    return tuple(changes)


def _stretches(decision: Compiled, answers: Mapping[str, Answer], id: str) -> Iterator[Range]:
    """The positions of a question in stretches that no rule can tell apart, found by halving.

    A search that would take more than a part of LIMIT ends: of what is left then, nothing is said.
    """
    touched = [
        (axis, column)
        for axis, column in zip(decision.table.axes, decision.diagram.cover.axes, strict=True)
        if id in axis.reads
    ]
    places = {
        other: found
        for other, question in decision.questions.items()
        if other in answers and (found := question.domain.position(answers[other])) is not None
    }
    others = {other: (place, place) for other, place in places.items()}
    stack = [(0, decision.questions[id].domain.size - 1)]
    for _ in range(LIMIT // 4):
        if not stack:
            return
        low, high = stack.pop()
        spans = [axis.between({**others, id: (low, high)}) for axis, _ in touched]
        if low == high or all(
            column.segment(first) == column.segment(last)
            for (_, column), (first, last) in zip(touched, spans, strict=True)
        ):
            yield low, high
        else:
            middle = (low + high) // 2
            stack += [(middle + 1, high), (low, middle)]
