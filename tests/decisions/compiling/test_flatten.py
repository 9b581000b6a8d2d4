"""A graph of decisions as one table says what asking one decision after the other says."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.diagram.path import Decided, decide
from macros.decisions.space.domain import Answer
from macros.decisions.space.regions import volume
from macros.decisions.tables.evaluate import Outcome, first_values

from .. import oracle
from ..making import asked, compiled_with_problems, outcomes, yes_no
from ..proofs.test_verify import rule

FALLS = asked("falls", "options: {no: No, yes: Yes}")
BONE = (
    "hit_policy: first\n"
    + yes_no("spine")
    + "  - fact: falls\n"
    + "rules:\n"
    + rule("spine", "walk", spine="yes")
    + rule("falls", "balance", falls="yes")
    + rule("rest", "run")
    + outcomes("walk", "balance", "run")
    + "examples:\n  - {given: {spine: yes}, then: walk}\n"
)
DISTANCE = (
    "hit_policy: unique\ninputs:\n"
    + asked("longest", "range: '[0..4]'")
    + asked("planned", "range: '[1..4]'")
    + "  - {id: more, short: more, value: planned - longest, range: '[-3..4]'}\n"
    + "rules:\n"
    + rule("jump", "jump", more="> 1")
    + rule("fits", "fits", more="<= 1")
    + outcomes("jump", "fits")
    + "examples:\n  - {given: {longest: 0, planned: 4}, then: jump}\n"
)
BOTH = (
    "hit_policy: first\ninputs:\n"
    "  - {id: bone, decision: bone}\n  - {id: distance, decision: distance}\n  - fact: falls\n"
    + asked("sore", "options: {no: No, yes: Yes}")
    + "rules:\n"
    + rule("stop", "stop", bone="walk", sore="yes")
    + rule("less", "less", bone="balance, run", distance="jump")
    + rule("mind", "mind", bone="not(walk)", falls="yes", sore="yes")
    + rule("rest", "go")
    + outcomes("stop", "less", "mind", "go")
    + "examples:\n  - {given: {sore: no}, then: go}\n"
)
SCORE = (
    "hit_policy: collect\naggregation: sum\n"
    + yes_no("spine", "falls")
    + "outputs: [{id: points, label: Points, range: '[0..9]'}]\nrules:\n"
    + "  - {id: spine, when: {spine: yes}, then: 2, because: b}\n"
    + "  - {id: falls, when: {falls: yes}, then: 3, because: b}\n"
    + "  - {id: all, when: {}, then: 1, because: b}\n"
    + "examples:\n  - {given: {spine: yes, falls: yes}, then: 6}\n"
)
BANDS = (
    "hit_policy: first\ninputs:\n  - {id: score, decision: score, short: Score}\n"
    + "rules:\n"
    + rule("high", "high", score=">= 4")
    + rule("some", "some", score="[3..3]")
    + rule("low", "low")
    + outcomes("high", "some", "low")
    + "examples:\n  - {given: {spine: no, falls: yes}, then: high}\n"
)


def graph(**texts: str) -> dict[str, Compiled]:
    """Compiled, whatever examples and proofs say: these tables are about flattening."""
    done, _ = compiled_with_problems(FALLS, **texts)
    assert set(done) == {name.replace("_", "-") for name in texts}
    return done


def one_after_the_other(id: str, done: Mapping[str, Compiled], answers: dict[str, Answer]) -> Outcome:
    """The outcome of the authored table, each required decision asked first."""
    positions = []
    for axis in done[id].authored.axes:
        if axis.decision:
            values = first_values(one_after_the_other(axis.decision, done, answers), many=False)
            position = axis.domain.position(values[0]) if values else None
        else:
            position = axis.position(answers)
        assert position is not None
        positions.append(position)
    return oracle.outcome(done[id].authored, tuple(positions))


@pytest.mark.parametrize(
    ("id", "texts"),
    [
        ("both", {"bone": BONE, "distance": DISTANCE, "both": BOTH}),
        ("bands", {"score": SCORE, "bands": BANDS}),
        ("distance", {"distance": DISTANCE}),
    ],
)
def test_one_table_says_what_the_graph_says(id: str, texts: dict[str, str]) -> None:
    done = graph(**texts)
    decision = done[id]
    assert all(axis.decision is None for axis in decision.table.axes)
    ids = list(decision.questions)
    for given in product(*(decision.questions[each].domain.answers for each in ids)):
        answers = dict(zip(ids, given, strict=True))
        now = decide(decision, answers)
        assert isinstance(now, Decided)
        assert now.outcome == one_after_the_other(id, done, answers)


def test_questions_of_required_decisions_stand_where_those_decisions_stood() -> None:
    both = graph(bone=BONE, distance=DISTANCE, both=BOTH)["both"]
    assert [axis.id for axis in both.authored.axes] == ["bone", "distance", "falls", "sore"]
    assert [axis.id for axis in both.table.axes] == ["spine", "falls", "more", "sore"]
    assert list(both.questions) == ["spine", "falls", "planned", "longest", "sore"]


def test_rows_keep_their_order_and_their_boxes_are_disjoint_and_few() -> None:
    both = graph(bone=BONE, distance=DISTANCE, both=BOTH)["both"]
    assert [row.id for row in both.table.rows] == ["stop", "less", "mind", "rest"]
    assert [len(row.boxes) for row in both.table.rows] == [1, 1, 1, 1]
    sizes = [axis.domain.size for axis in both.table.axes]
    for row in both.table.rows:
        members = [point for box in row.boxes for point in oracle.members(box)]
        assert len(members) == len(set(members)) == sum(map(volume, row.boxes))
        assert set(members) <= set(oracle.combinations(sizes))


def test_a_table_that_requires_nothing_stays_as_it_is() -> None:
    distance = graph(distance=DISTANCE)["distance"]
    assert distance.table is distance.authored
