"""The tests that a tester would write for a table: each rule as it counts, each of its conditions alone not met, and
the values on both sides of every boundary.

A pair of cases that differ in one condition alone shows that this condition decides (modified condition/decision
coverage, RTCA DO-178C). What is expected is what the table gives now: a person reads it before it is kept.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..diagram.compiled import Compiled
from ..diagram.path import Decided, decide
from ..space.domain import Answer
from ..space.regions import Box, Ranges, complement, everything
from ..tables.attainable import some_answers
from ..tables.evaluate import Outcome, results_in
from ..tables.search import Search


@dataclass(frozen=True)
class Case:
    """Answers to every question, and what they give."""

    rule: str  # that it is a test of
    shows: str
    answers: Mapping[str, Answer]
    outcome: Outcome
    fired: tuple[str, ...]


def cases(decision: Compiled) -> Iterator[Case]:
    """Every case, each set of answers once: in the order of the rules."""
    seen: set[tuple[tuple[str, Answer], ...]] = set()
    for rule, shows, answers in _wanted(decision):
        key = tuple((id, answers[id]) for id in decision.questions)
        run = decide(decision, answers)
        assert isinstance(run, Decided)  # all is answered
        still = shows.startswith("not ") and rule in run.rules  # by another of its boxes
        if key not in seen and not still:
            seen.add(key)
            yield Case(rule, shows, dict(key), run.outcome, run.rules)


def cases_csv(decision: Compiled) -> str:
    """The cases as CSV (RFC 4180), a column for each question."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    outputs = [column.id for column in decision.table.outputs]
    writer.writerow(["rule", "shows", *decision.questions, *(f"then {id}" for id in outputs), "fired"])
    for case in cases(decision):
        results = results_in(case.outcome, decision.table.many)
        columns = (
            ", ".join(decision.table.written(values)[place] for values in results) for place in range(len(outputs))
        )
        said = (decision.questions[id].domain.written(answer) for id, answer in case.answers.items())
        writer.writerow([case.rule, case.shows, *said, *columns, ", ".join(case.fired)])
    return text.getvalue()


def _wanted(decision: Compiled) -> Iterator[tuple[str, str, dict[str, Answer]]]:
    """For each rule, what is to be shown of it and answers that show it."""
    search, axes = Search(decision.table), decision.table.axes
    for index, row in enumerate(decision.table.rows):
        box = _where_it_counts(search, index)
        answers = box and some_answers(axes, box)
        if not box or not answers:
            continue
        yield row.id, "counts", answers
        whole = next(each for each in row.boxes if all(_within(a, b) for a, b in zip(box, each, strict=True)))
        here = _at(decision, box, answers)
        for place, axis in enumerate(axes):
            if whole[place] == everything(axis.domain.size):
                continue
            for shows, ranges in _sides(whole[place], axis.domain.size):
                other = some_answers(axes, (*here[:place], ranges, *here[place + 1 :]))
                if other:
                    yield row.id, f"{shows} {axis.id}", other


def _where_it_counts(search: Search, index: int) -> Box | None:
    for bit in search.bits_of[index]:
        spans = search.spans(bit)
        stronger = (1 << search.bits_of[index][0]) - 1 if search.ordered else 0
        found = search.outside(spans, stronger)
        if found:
            return search.box(found)
    return None


def _within(part: Ranges, whole: Ranges) -> bool:
    return any(low <= part[0][0] and part[0][1] <= high for low, high in whole)


def _at(decision: Compiled, box: Box, answers: Mapping[str, Answer]) -> Box:
    """The box at given answers; derived values, and what they are worked out from, may take any value of it."""
    read = {id for axis in decision.table.axes if axis.tree is not None for id in axis.reads}
    places = [
        None if axis.tree is not None or axis.id in read else axis.position(answers) for axis in decision.table.axes
    ]
    return tuple(ranges if place is None else ((place, place),) for place, ranges in zip(places, box, strict=True))


def _sides(inside: Ranges, size: int) -> Iterator[tuple[str, Ranges]]:
    """The values on both sides of every boundary of a cell; where none is next to it, all that it leaves out."""
    for low, high in inside:
        for edge, beyond in ((low, low - 1), (high, high + 1)):
            if 0 <= beyond < size:
                yield "boundary of", ((edge, edge),)
                yield "not", ((beyond, beyond),)
    yield "not", complement(inside, size)
