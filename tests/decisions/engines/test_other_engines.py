"""Implementations that we did not write come to the same outcomes from the exported DMN.

tests/js/engines/engines.mjs says which they are and why these. The public conformance cases of DMN (its Technology
Compatibility Kit) are in no package of npm or PyPI, so they are not run here.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import prod
from typing import Any

import pytest

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.diagram.diagram import Diagram, Node, diagram_of
from macros.decisions.diagram.path import Decided, decide
from macros.decisions.interchange.arithmetic import expression_text
from macros.decisions.interchange.dmn import decision_id, feel_name
from macros.decisions.interchange.dmn_out import to_dmn
from macros.decisions.interchange.ticked import is_ticked
from macros.decisions.space.domain import Answer, Domain
from macros.decisions.tables.evaluate import Outcome
from macros.decisions.tables.table import Axis, Question, Table

from ..guide import guide
from ..node import run_script
from ..sample_tables import tables

EVERY = {**guide(), **tables()}
MOST_RUNS = 200_000  # of one decision whose numbers are worked out; beyond that those on both sides of every boundary
MOST_ALONE = 4_000  # of one table, in the slower engine; beyond that both ends of each range that its cells tell apart
MOST_WHOLE = 2_000_000  # of one decision without such numbers; what is larger asks for another way to compare


@dataclass(frozen=True)
class Size:
    """How much is compared. Every nth is a prime, so that no answer is left out."""

    whole: int  # of this many combinations of answers to a whole graph, one
    alone: int  # the same of a table by itself, in the slower engine
    graph: int  # the same of a whole graph, in the slower engine


SIZES = pytest.mark.parametrize(
    "size",
    [
        pytest.param(Size(whole=41, alone=17, graph=211), id="a part"),
        pytest.param(Size(whole=1, alone=1, graph=37), id="all", marks=pytest.mark.audit),
    ],
)


@SIZES
def test_feelin_agrees_over_combinations_of_answers_to_the_whole_graph(size: Size) -> None:
    decisions = list(EVERY.values())
    _compare(decisions, [_whole(decision, "feelin", size.whole) for decision in decisions])


@SIZES
def test_dmn_eval_js_agrees_on_every_table_by_itself(size: Size) -> None:
    decisions = list(EVERY.values())
    _compare(decisions, [_alone(decision, size.alone) for decision in decisions])


@SIZES
def test_dmn_eval_js_agrees_where_it_walks_the_graph_itself(size: Size) -> None:
    decisions = [decision for decision in EVERY.values() if any(axis.decision for axis in decision.authored.axes)]
    assert len(decisions) > 2
    _compare(decisions, [_whole(decision, "dmn-eval-js", size.graph) for decision in decisions])


Work = tuple[dict[str, Any], list[Outcome]]  # what the engine is asked, and what we say


def _compare(decisions: Sequence[Compiled], work: Sequence[Work]) -> None:
    answers = run_script("engines/engines.mjs", (json.dumps(asked) for asked, _ in work))
    for decision, (asked, ours), line in zip(decisions, work, answers, strict=True):
        read = json.loads(line)
        theirs = [read["outcomes"][index] for index in read["at"]]
        assert len(theirs) == len(ours)
        said = {outcome: json.loads(json.dumps(_shown_outcome(decision, outcome))) for outcome in set(ours)}
        for index, (one, other) in enumerate(zip(ours, theirs, strict=True)):
            if said[one] != other:
                pytest.fail(f"{decision.id}, {_run(asked, index)}: {asked['engine']} says {other}, we say {one}")


def _shown_outcome(decision: Compiled, outcome: Any) -> Any:
    """An outcome with decimals, where it is a number that has them: the file says 98.83 of what we store as 9883."""
    scale = next((column.numbers.scale for column in decision.table.outputs if column.numbers), 1)
    if scale == 1 or outcome is None:
        return outcome
    return [_shown_outcome(decision, part) for part in outcome] if isinstance(outcome, tuple) else outcome / scale


def _shown(domain: Domain, answers: Iterable[Answer]) -> list[float | Answer]:
    return [answer / domain.scale if domain.scale > 1 and isinstance(answer, int) else answer for answer in answers]


def _in_column(axis: Axis, answers: list[Answer]) -> Sequence[float | Answer]:
    """What a column is given. A derived number is compared as it is stored."""
    return answers if axis.tree is not None else _shown(axis.domain, answers)


def _run(asked: Mapping[str, Any], index: int) -> Any:
    """The answers of a run, by its number."""
    if "runs" in asked:
        return asked["runs"][index]
    names = [name for name, _ in asked["columns"]]
    return dict(zip(names, list(product(*(values for _, values in asked["columns"])))[index], strict=True))


def _asked(decision: Compiled, engine: str, **more: Any) -> dict[str, Any]:
    library = guide() if decision.id in guide() else tables()
    text = to_dmn(decision, library, "1.3")
    return {"engine": engine, "xml": text, "decision": decision_id(decision.id), **more}


# ── A whole graph, from questions ────────────────────────────────────────────────────────────────────────────────


def _whole(decision: Compiled, engine: str, every: int) -> Work:
    if not _works_numbers_out(decision) and every == 1:
        assert prod(question.domain.size for question in decision.questions.values()) <= MOST_WHOLE
        columns = [
            (feel_name(axis.id), [_said(decision.questions[axis.id], answer, 0) for answer in _values(axis.domain)])
            for axis in decision.table.axes
        ]
        sizes = [range(domain.size) for domain in decision.table.domains]
        return _asked(decision, engine, columns=columns), _outcomes(decision.diagram, sizes)
    runs = list(islice(_runs(decision), 0, None, every))
    outcomes = []
    for run in runs:
        result = decide(decision, run)
        assert isinstance(result, Decided)
        outcomes.append(result.outcome)
    named = [
        {feel_name(id): _said(decision.questions[id], answer, turn) for id, answer in run.items()}
        for turn, run in enumerate(runs)
    ]
    return _asked(decision, engine, runs=named), outcomes


def _said(question: Question, answer: Answer, turn: int) -> Any:
    """An answer as input data. Of a question over signs: one of its own, another each turn, and all slower ones."""
    if not is_ticked(question):
        return _shown(question.domain, [answer])[0]
    first, *order = question.domain.ids
    told = question.told
    slower = order[: question.domain.ids.index(str(answer)) - 1] if answer != first else []
    there = {sign.id for other in slower for sign in told.get(other, ())}
    own = [sign.id for sign in told.get(str(answer), ())]
    there |= {own[turn % len(own)]} if own else set()
    said: dict[str, Any] = {
        f"sign__{feel_name(sign.id)}": sign.id in there for signs in told.values() for sign in signs
    }
    beside = [other for other in order if other not in told]
    otherwise = answer if answer in beside else first
    return {**said, **({f"otherwise__{feel_name(question.id)}": otherwise} if beside else {})}


def _works_numbers_out(decision: Compiled) -> bool:
    return any(axis.tree is not None for axis in decision.table.axes)


def _runs(decision: Compiled) -> Iterator[dict[str, Answer]]:
    """Every combination of answers; where numbers make them too many, those on both sides of every boundary."""
    questions = decision.questions
    domains = {id: question.domain for id, question in questions.items()}
    if not _works_numbers_out(decision) or prod(domain.size for domain in domains.values()) <= MOST_RUNS:
        for answers in product(*map(_values, domains.values())):
            yield dict(zip(domains, answers, strict=True))
        return
    *others, last = domains
    for answers in product(*(_values(domains[id]) for id in others)):
        given = dict(zip(others, answers, strict=True))
        places = _places(decision, given, last)
        for index, answer in enumerate(_values(domains[last])):
            if index in (0, len(places) - 1) or not places[index - 1] == places[index] == places[index + 1]:
                yield {**given, last: answer}


def _places(decision: Compiled, given: Mapping[str, Answer], last: str) -> list[tuple[int, ...]]:
    """For each answer to the last question: which of the ranges that the table tells apart it comes to lie in."""
    found = []
    for axis, column in zip(decision.table.axes, decision.diagram.cover.axes, strict=True):
        if last in axis.reads:
            starts = [axis.domain.low + start * axis.domain.step for start in column.starts]
            # The same text is Python, so that our own evaluator has no say in what is tried.
            text = expression_text(axis.tree if axis.tree is not None else last)
            for id in sorted(axis.reads, key=len, reverse=True):
                text = re.sub(rf"(?<![\w-]){id}(?![\w-])", feel_name(id), text)
            value = eval(f"lambda {feel_name(last)}: {text}", {feel_name(id): number for id, number in given.items()})
            found.append([bisect_right(starts, value(answer)) for answer in _values(decision.questions[last].domain)])
    return list(zip(*found, strict=True))


# ── A table by itself ────────────────────────────────────────────────────────────────────────────────────────────


def _alone(decision: Compiled, every: int) -> Work:
    """Each column is given what it is about: an answer, a derived number, another decision's outcome."""
    table = decision.authored
    diagram = diagram_of(table)
    positions = _positions(table, diagram)
    columns = [
        (f"column{index}", _in_column(axis, [axis.domain.answer(position) for position in chosen]))
        for index, (axis, chosen) in enumerate(zip(table.axes, positions, strict=True))
    ]
    outcomes = _outcomes(diagram, positions)
    if every == 1:
        return _asked(decision, "dmn-eval-js", columns=columns, alone=True), outcomes
    combinations = islice(product(*(values for _, values in columns)), 0, None, every)
    runs = [dict(zip((name for name, _ in columns), values, strict=True)) for values in combinations]
    return _asked(decision, "dmn-eval-js", runs=runs, alone=True), outcomes[::every]


def _positions(table: Table, diagram: Diagram) -> list[Sequence[int]]:
    if prod(domain.size for domain in table.domains) <= MOST_ALONE:
        return [range(domain.size) for domain in table.domains]
    ends = [
        {end for span in range(column.segments) for end in column.positions((span, span))}
        for column in diagram.cover.axes
    ]
    return [sorted(chosen) for chosen in ends]


def _values(domain: Domain) -> list[Answer]:
    return [domain.answer(position) for position in range(domain.size)]


def _outcomes(diagram: Diagram, positions: Sequence[Sequence[int]]) -> list[Outcome]:
    """The outcome of every combination of the given positions, the last axis fastest."""
    known: dict[tuple[Node, int], list[Outcome]] = {}

    def below(node: Node, axis: int) -> list[Outcome]:
        if axis == len(positions):
            return [diagram.outcome(node)]
        if (node, axis) not in known:
            asks = not diagram.is_leaf(node) and diagram.branching(node).axis == axis
            column = diagram.cover.axes[axis]
            found: list[Outcome] = []
            for position in positions[axis]:
                found += below(diagram.branching(node).children[column.segment(position)] if asks else node, axis + 1)
            known[node, axis] = found
        return known[node, axis]

    return below(diagram.root, 0)
