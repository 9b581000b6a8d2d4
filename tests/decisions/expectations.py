"""What Python says about a decision, packed so that a browser can check all of it in seconds."""

from __future__ import annotations

import base64
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import product
from math import prod
from operator import add, and_, floordiv, itemgetter, mul, sub
from typing import Any

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.diagram.path import Decided, Undecided, decide, what_would_change
from macros.decisions.space.cover import bits
from macros.decisions.space.domain import Answer, Domain
from macros.decisions.space.expressions import Tree
from macros.decisions.space.regions import positions
from macros.decisions.tables.evaluate import fired_rows, outcome_of
from macros.decisions.tables.table import Question

# Questions with more answers than this are walked through at some of them only.
MANY_ANSWERS = 60


@dataclass(frozen=True)
class Every:
    """The result of every combination of different answers, in the order of `itertools.product` over `questions`."""

    questions: tuple[str, ...]
    results: tuple[tuple[Any, tuple[str, ...], tuple[str, ...]], ...]  # outcome, rules, questions used
    index: array[int]  # which of the results, per combination

    def for_browser(self) -> dict[str, Any]:
        packed = array("H", self.index)
        return {
            "questions": self.questions,
            "results": self.results,
            "index": base64.b64encode(packed.tobytes()).decode(),
        }


def every_combination(decision: Compiled) -> Every:
    """Read off the rows, as evaluate.py does, with bit sets (cover.py) in place of loops over cells."""
    table, cover = decision.table, decision.diagram.cover
    asked = list(decision.questions.values())
    known: dict[tuple[int, ...], int] = {}
    results: dict[tuple[Any, ...], int] = {}
    index = array("H")
    for segments in _segments(decision, asked):
        if segments not in known:
            live = reduce(and_, (axis.meets((s, s)) for axis, s in zip(cover.axes, segments, strict=True)))
            matched = sorted({cover.owner[bit] for bit in bits(live)})
            rules = tuple(table.rows[row].id for row in fired_rows(table, matched))
            result = (outcome_of(table, matched), rules, _used(decision, segments))
            known[segments] = results.setdefault(result, len(results))
        index.append(known[segments])
    return Every(tuple(question.id for question in asked), tuple(results), index)


Reader = Callable[[tuple[int, ...]], int]


def _segments(decision: Compiled, asked: Sequence[Question]) -> Iterator[tuple[int, ...]]:
    """For each combination of different answers, the segment of every axis."""
    place = {question.id: number for number, question in enumerate(asked)}
    readers = []
    for axis, cover in zip(decision.table.axes, decision.diagram.cover.axes, strict=True):
        segments = [cover.segment(position) for position in range(axis.domain.size)]
        if axis.tree is None:
            readers.append(_looked_up(segments, itemgetter(place[axis.id]), 0))
        else:  # steps of a derived axis are always 1
            numbers = {id: (number, asked[number].domain) for id, number in place.items()}
            readers.append(_looked_up(segments, _evaluator(axis.tree, numbers), axis.domain.low))
    for at in product(*(range(question.domain.size) for question in asked)):
        yield tuple([read(at) for read in readers])


def _looked_up(segments: Sequence[int], position: Reader, low: int) -> Reader:
    return lambda at: segments[position(at) - low]


def _evaluator(tree: Tree, numbers: Mapping[str, tuple[int, Domain]]) -> Reader:
    """An expression as a function of positions: a million of them take seconds, not half a minute."""
    if isinstance(tree, int):
        return lambda at: tree
    if isinstance(tree, str):
        number, domain = numbers[tree]
        low, step = domain.low, domain.step
        return lambda at: low + at[number] * step
    sign, one, other = tree
    assert isinstance(sign, str)
    operation, left, right = _OPERATIONS[sign], _evaluator(one, numbers), _evaluator(other, numbers)
    return lambda at: operation(left(at), right(at))


_OPERATIONS: dict[str, Callable[[int, int], int]] = {
    "+": add,
    "-": sub,
    "*": mul,
    "//": floordiv,
    "min": min,
    "max": max,
}


def _used(decision: Compiled, segments: tuple[int, ...]) -> tuple[str, ...]:
    """The questions on the way from the diagram's root to its leaf."""
    diagram, node, used = decision.diagram, decision.diagram.root, {}
    while not diagram.is_leaf(node):
        branching = diagram.branching(node)
        used.update(dict.fromkeys(decision.table.axes[branching.axis].reads))
        node = branching.children[segments[branching.axis]]
    return tuple(used)


def some_combinations(decision: Compiled, most: int) -> Iterator[tuple[int, dict[str, Answer]]]:
    """Combinations spread evenly, with their place among all."""
    asked = list(decision.questions.values())
    sizes = [question.domain.size for question in asked]
    total = prod(sizes)
    for number in range(0, total, max(1, total // most) | 1):
        rest, answers = number, {}
        for question, size in zip(reversed(asked), reversed(sizes), strict=True):
            rest, position = divmod(rest, size)
            answers[question.id] = question.domain.answer(position)
        yield number, answers


def path_states(tables: Sequence[Compiled], most: int | None = None) -> list[dict[str, Any]]:
    """Every state that a reader can come to by answering what is asked next, and all that Python says of it.

    What would change a result is said of `most` of them, spread evenly, or of all.
    """
    questions = {id: question for table in tables for id, question in table.questions.items()}
    runs: dict[object, dict[str, Any]] = {}  # what a table says rests on the answers to its own questions
    decided: list[tuple[Compiled, dict[str, Answer], dict[str, Any]]] = []

    def run(table: Compiled, answers: Mapping[str, Answer]) -> dict[str, Any]:
        own = {id: answer for id, answer in answers.items() if id in table.questions}
        key = (table.id, frozenset(own.items()))
        if key not in runs:
            runs[key] = said = _run(decide(table, own))
            if said["decided"]:
                decided.append((table, own, said))
        return runs[key]

    found: list[dict[str, Any]] = []
    stack: list[dict[str, Answer]] = [{}]
    while stack:
        answers = stack.pop()
        here = [run(table, answers) for table in tables]
        asked = next((each["matter"][0] for each in here if not each["decided"]), None)
        found.append({"answers": answers, "next": asked, "runs": here})
        if asked is not None:
            stack += [{**answers, asked: answer} for answer in _answers(questions[asked])]
    for table, own, said in decided[:: max(1, len(decided) // most) | 1 if most else 1]:
        said["changes"] = {
            f"{change.question} {position}": change.possible or (change.outcome,)
            for change in what_would_change(table, own)
            for position in positions(change.ranges)
        }
    return found


def _answers(question: Question) -> list[Answer]:
    """Every different answer; of very many, some: both ends and the middle."""
    domain = question.domain
    places = range(domain.size) if domain.size <= MANY_ANSWERS else (0, 1, domain.size // 2, domain.size - 1)
    return [domain.answer(position) for position in places]


def _run(run: Decided | Undecided) -> dict[str, Any]:
    if isinstance(run, Undecided):
        return {"decided": False, "possible": run.possible, "matter": run.matter}
    return {"decided": True, "outcome": run.outcome, "rules": run.rules, "used": run.used}
