"""Two versions made at random: every combination that changes is said, and no other, as trying them all finds."""

from __future__ import annotations

from collections import Counter
from itertools import product
from random import Random

import pytest

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.space.domain import YES_NO, Answer, Domain
from macros.decisions.space.expressions import evaluate_expression, inputs_of
from macros.decisions.space.regions import Box, Ranges, everything, holds, normalised
from macros.decisions.tables.evaluate import results_in
from macros.decisions.tables.table import Axis, OutputColumn, Question, Row, Table, Values
from macros.decisions.versions.difference import Changed, Difference, Result, compare
from macros.decisions.versions.shared_space import SharedAxis
from macros.records.decision import HitPolicy

from .. import oracle
from ..generated import POLICIES

TEXT = OutputColumn("text", "Text", ("one", "two", "three"), ("One", "Two", "Three"))
NUMBER = OutputColumn("number", "Number", numbers=Domain("integer", 9))
TREES = (("+", "n", "m"), ("-", "m", "n"), ("max", "n", ("*", "m", 2)), ("//", "m", 2))


def version(chance: Random) -> Compiled:
    """A decision over some of the questions site, flag, n and m, each with a domain of its own."""
    ids = [id for id in ("site", "flag", "n", "m") if chance.random() < 0.8] or ["n"]
    chance.shuffle(ids)
    questions = {id: question(id, chance) for id in ids}
    axes = [Axis(id, id, asked.domain, question=asked) for id, asked in questions.items()]
    if {"n", "m"} <= questions.keys() and chance.random() < 0.6:
        tree = chance.choice(TREES)
        of = tuple(questions[id].domain for id in inputs_of(tree))
        axes.append(Axis("sum", "sum", Domain("integer", 41, low=-20), tree=tree, of=of))
        if chance.random() < 0.4:
            axes = [axis for axis in axes if axis.id != "m"]
    policy, aggregation = chance.choice([pair for pair in POLICIES if pair[0] not in (HitPolicy.UNIQUE, HitPolicy.ANY)])
    outputs = (NUMBER,) if policy is HitPolicy.COLLECT and aggregation != "list" else (TEXT,)
    rows = tuple(
        Row(f"r{index}", (tuple(ranges(axis.domain.size, chance) for axis in axes),), gives(outputs, chance))
        for index in range(chance.randint(1, 4))
    )
    default = gives(outputs, chance) if aggregation == "list" and chance.random() < 0.3 else None
    made = Table("made", tuple(axes), rows, policy, aggregation, outputs, default)
    return Compiled("made", None, made, made, questions, "", {})  # type: ignore[arg-type]  # no words


def question(id: str, chance: Random) -> Question:
    if id in ("n", "m"):
        domain = Domain("integer", chance.randint(2, 4), low=chance.randint(0, 2), step=chance.choice((1, 1, 2)))
        return Question(id, id, id, "", domain, {}, {})
    if id == "flag" and chance.random() < 0.6:
        return Question(id, id, id, "", YES_NO, {"false": "No", "true": "Yes"}, {})
    ids = tuple(chance.sample(("a", "b", "c"), chance.randint(2, 3)))
    aliases = {"not-sure": chance.randrange(len(ids))} if chance.random() < 0.6 else {}
    labels = {answer: answer.upper() for answer in (*ids, *aliases)}
    return Question(id, id, id, "", Domain("choice", len(ids), ids, ids, aliases), labels, {})


def ranges(size: int, chance: Random) -> Ranges:
    kept = [place for place in range(size) if chance.random() < 0.6]
    return normalised((place, place) for place in kept) if kept and chance.random() < 0.7 else everything(size)


def gives(outputs: tuple[OutputColumn, ...], chance: Random) -> Values:
    return tuple(chance.choice(column.values) if column.values else chance.randint(0, 3) for column in outputs)


Rows = tuple[tuple[tuple[str, str | int], ...], ...]


def led_to(decision: Compiled, answers: dict[str, Answer]) -> Rows | None:
    """The results that a version gives; None where it has no such answer."""
    if any(asked.domain.position(answers[id]) is None for id, asked in decision.questions.items()):
        return None
    found = oracle.told(decision, answers)
    rows = tuple(
        tuple((column.id, value) for column, value in zip(decision.table.outputs, values, strict=True))
        for values in results_in(found, decision.table.many)
    )
    return tuple(sorted(rows, key=str)) if without_order(decision) else rows


def without_order(decision: Compiled) -> bool:
    return decision.table.policy is HitPolicy.COLLECT and decision.table.many


def in_box(box: Box, axes: tuple[SharedAxis, ...], positions: tuple[int, ...]) -> bool:
    """Whether answers lie in a box, what is derived from them included."""
    for axis, ranges in zip(axes, box, strict=True):
        if axis.tree is None:
            continue
        names = dict(zip(_reads(axis), axis.reads, strict=True))
        numbers = {id: axes[place].domain.answer(positions[place]) for id, place in names.items()}
        if ranges != everything(axis.domain.size):
            value = evaluate_expression(axis.tree, {id: int(number) for id, number in numbers.items()})
            if not holds(ranges, value - axis.domain.low):
                return False
    return all(holds(ranges, place) for ranges, place in zip(box, positions, strict=False))


def _reads(axis: SharedAxis) -> tuple[str, ...]:
    return Axis(axis.id, "", axis.domain, tree=axis.tree).reads


def tried(before: Compiled, after: Compiled, found: Difference) -> None:
    """Compare what was found with every combination."""
    asked = [axis for axis in found.axes if axis.tree is None]
    count = affected = 0
    in_boxes: Counter[Changed] = Counter()
    for positions in product(*(range(axis.domain.size) for axis in asked)):
        answers = [axis.domain.answer(place) for axis, place in zip(asked, positions, strict=True)]
        old = led_to(before, {axis.id: answer for axis, answer in zip(asked, answers, strict=True) if axis.before})
        new = led_to(after, {axis.id: answer for axis, answer in zip(asked, answers, strict=True) if axis.after})
        mine = [change for change in found.changed if in_box(change.box, found.axes, positions)]
        count += 1
        affected += old != new
        in_boxes.update(mine)
        said = [(change.lost and change.lost.rows, change.gained and change.gained.rows) for change in mine]
        assert Counter(said) == expected(before, after, old, new)
    assert (found.combinations, found.affected) == (count, affected)
    assert {change: change.combinations for change in found.changed} == in_boxes


def expected(
    before: Compiled, after: Compiled, old: Rows | None, new: Rows | None
) -> Counter[tuple[Rows | None, Rows | None]]:
    if old == new:
        return Counter()
    if old is None or new is None or not (without_order(before) and without_order(after)):
        return Counter([(old, new)])
    gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    return Counter([*(((row,), None) for row in gone), *((None, (row,)) for row in come)])


@pytest.mark.parametrize("part", range(4))
def test_every_combination_that_changes_is_said_and_no_other(part: int) -> None:
    kinds: Counter[str] = Counter()
    for seed in range(part * 30, part * 30 + 30):
        chance = Random(seed)
        before, after = version(chance), version(chance)
        if any(axis.tree for axis in (*before.table.axes, *after.table.axes)):
            kinds["derived"] += 1
        found = compare(before, after)
        tried(before, after, found)
        kinds["changed"] += bool(found.changed)
        kinds["unknown"] += any(Result(None, True) in (change.lost, change.gained) for change in found.changed)
        assert compare(after, after).changed == ()
    assert min(kinds["derived"], kinds["changed"], kinds["unknown"]) > 5
