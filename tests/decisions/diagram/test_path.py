"""A decision ends as soon as no open answer can change it; what matters, and what would change it, is exact."""

from itertools import pairwise
from random import Random

import pytest

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.diagram.path import Decided, Undecided, click_path, decide, what_would_change
from macros.decisions.space.domain import Answer
from macros.decisions.space.regions import count, positions
from macros.decisions.tables.evaluate import Outcome

from .. import oracle
from ..generated import POLICIES, generated, some_answers
from ..making import asked, compiled, example, one, outcomes, yes_no
from ..proofs.test_verify import rule, table

MADE = [
    (decision, chance)
    for decision, chance in generated(40 * len(POLICIES), seed=3)
    if len(list(oracle.combinations([len(question.domain.answers) for question in decision.questions.values()]))) < 600
]
PLAIN = [(decision, chance) for decision, chance in MADE if all(axis.tree is None for axis in decision.table.axes)]
DERIVED = [(decision, chance) for decision, chance in MADE if any(axis.tree for axis in decision.table.axes)]
assert PLAIN and DERIVED and MADE
SHARES = (0, 0.3, 0.6, 0.8, 1)


def outcomes_of(decision: Compiled, answers: dict[str, Answer]) -> set[Outcome]:
    """Every outcome that some completion leads to."""
    return {oracle.told(decision, complete) for complete in oracle.completions(decision, answers)}


def depends_on(decision: Compiled, answers: dict[str, Answer], question: str) -> bool:
    """Whether two completions that differ in one question only lead to different outcomes."""
    rest = decision.questions[question].domain.answers
    return any(
        len({oracle.told(decision, {**complete, question: answer}) for answer in rest}) > 1
        for complete in oracle.completions(decision, {**answers, question: rest[0]})
    )


def test_enough_is_generated() -> None:
    assert len(PLAIN) > 150
    assert len(DERIVED) > 50


@pytest.mark.parametrize("share", SHARES)
def test_it_is_decided_exactly_when_every_completion_agrees(share: float) -> None:
    for decision, chance in PLAIN:
        answers = some_answers(decision, chance, share)
        possible, now = outcomes_of(decision, answers), decide(decision, answers)
        if isinstance(now, Decided):
            assert {now.outcome} == possible
        else:
            assert set(now.possible) == possible
            assert len(now.possible) == len(possible) > 1
            matter = [id for id in decision.questions if id not in answers and depends_on(decision, answers, id)]
            assert set(now.matter) == set(matter)
            assert now.next == next(axis.id for axis in decision.table.axes if axis.id in matter)
            order = [axis.id for axis in decision.table.axes]
            assert [order.index(id) for id in now.matter] == sorted(order.index(id) for id in now.matter)


@pytest.mark.parametrize("share", SHARES)
def test_with_derived_values_nothing_that_is_decided_can_change(share: float) -> None:
    """A derived value is taken over its whole range, so a decision may come later than it could, never too soon."""
    for decision, chance in DERIVED:
        answers = some_answers(decision, chance, share)
        possible, now = outcomes_of(decision, answers), decide(decision, answers)
        if isinstance(now, Decided):
            assert {now.outcome} == possible
        else:
            assert set(now.possible) >= possible
            needed = {id for id in decision.questions if id not in answers and depends_on(decision, answers, id)}
            assert needed <= set(now.matter)
            assert not set(now.matter) & set(answers)


@pytest.mark.parametrize("share", SHARES)
def test_the_answers_that_were_used_are_enough(share: float) -> None:
    for decision, chance in MADE:
        answers = some_answers(decision, chance, share)
        now = decide(decision, answers)
        if isinstance(now, Decided):
            assert set(now.used) <= set(answers)
            then = decide(decision, {id: answers[id] for id in now.used})
            assert isinstance(then, Decided)
            assert then.outcome == now.outcome


@pytest.mark.parametrize("share", SHARES)
def test_the_rules_of_a_decision_are_those_that_give_its_outcome(share: float) -> None:
    for decision, chance in MADE:
        answers = some_answers(decision, chance, share)
        now = decide(decision, answers)
        if not isinstance(now, Decided):
            continue
        rows = {row.id: row for row in decision.table.rows}
        places = [axis.position(answers) for axis in decision.table.axes]
        if None not in places:
            matched = oracle.matched(decision.table, tuple(place for place in places if place is not None))
            assert set(now.rules) <= {row.id for row in matched}
            assert bool(now.rules) == bool(matched)
        if not decision.table.many and decision.table.aggregation == "list":
            assert all(rows[id].gives == now.outcome for id in now.rules)


@pytest.mark.parametrize("share", (0.5, 0.8, 1))
def test_what_would_change_is_every_single_answer_that_leads_elsewhere(share: float) -> None:
    for decision, chance in PLAIN:
        answers = some_answers(decision, chance, share)
        if not isinstance(decide(decision, answers), Decided):
            assert what_would_change(decision, answers) == ()
            continue
        same = outcomes_of(decision, answers)
        expected = {}
        for id in answers:
            domain = decision.questions[id].domain
            for position in range(domain.size):
                possible = outcomes_of(decision, {**answers, id: domain.answer(position)})
                if possible != same:
                    expected[id, position] = possible
        found = {}
        for change in what_would_change(decision, answers):
            assert not change.possible or change.outcome is None
            for position in positions(change.ranges):
                assert (change.question, position) not in found
                found[change.question, position] = set(change.possible) or {change.outcome}
        assert found == expected


def test_the_click_path_leads_every_answer_somewhere_once() -> None:
    for decision, _ in MADE:
        steps = click_path(decision)
        by_number = {step.number: step for step in steps}
        assert list(by_number) == list(range(1, len(steps) + 1))
        reached = {1} if steps else set()
        for step in steps:
            assert len(step.ways) > 1
            assert sum(count(way.ranges) for way in step.ways) == step.axis.domain.size
            assert {place for way in step.ways for place in positions(way.ranges)} == set(range(step.axis.domain.size))
            for way in step.ways:
                if way.step is not None:
                    assert way.step > step.number
                    assert way.outcome is None
                    reached.add(way.step)
        assert reached == set(by_number)
        places = [decision.table.axes.index(step.axis) for step in steps]
        assert all(before <= after for before, after in pairwise(places))


def test_walking_the_click_path_gives_the_outcome() -> None:
    for decision, _ in MADE:
        steps = {step.number: step for step in click_path(decision)}
        assert any(True for _ in oracle.completions(decision, {}))
        for answers in oracle.completions(decision, {}):
            step = steps.get(1)
            outcome: Outcome = None
            while step is not None:
                place = step.axis.position(answers)
                way = next(way for way in step.ways if place in list(positions(way.ranges)))
                outcome, step = way.outcome, steps.get(way.step) if way.step else None
            if steps:
                assert outcome == oracle.told(decision, answers)


THREE = one(
    table(
        "first",
        rule("one", "stop", a="yes") + rule("two", "wait", b="yes") + rule("rest", "go"),
        yes_no("a", "b"),
        outcomes("stop", "wait", "go"),
        "examples:\n"
        + example({"a": "yes"}, "stop")
        + example({"a": "no", "b": "yes"}, "wait")
        + example({"a": "no", "b": "no"}, "go"),
    )
)


def test_a_decision_in_words() -> None:
    assert decide(THREE, {}) == Undecided((("go",), ("wait",), ("stop",)), ("a", "b"))
    assert decide(THREE, {"a": "no"}) == Undecided((("go",), ("wait",)), ("b",))
    assert decide(THREE, {"a": "yes"}) == Decided(("stop",), ("one",), ("a",))
    assert decide(THREE, {"a": "no", "b": "no"}) == Decided(("go",), ("rest",), ("a", "b"))


def test_rules_that_would_all_give_the_same_are_all_named() -> None:
    decision = one(
        table(
            "any",
            rule("one", "stop", a="yes") + rule("two", "stop", b="yes") + rule("rest", "go", a="no", b="no"),
            more="examples:\n"
            + example({"a": "yes"}, "stop")
            + example({"a": "no", "b": "yes"}, "stop")
            + example({"a": "no", "b": "no"}, "go"),
        )
    )
    assert decide(decision, {"b": "yes"}) == Decided(("stop",), ("one", "two"), ("b",))
    assert decide(decision, {"a": "yes"}) == Decided(("stop",), ("one",), ("a",))
    assert decide(decision, {"a": "yes", "b": "yes"}) == Decided(("stop",), ("one",), ("a",))


def test_what_would_change_a_number_is_said_as_ranges() -> None:
    decision = one(
        table(
            "unique",
            rule("low", "go", pain="<= 3") + rule("high", "stop", pain="> 3"),
            "inputs:\n" + asked("pain", "range: '[0..10]'"),
            more="examples:\n" + example({"pain": 1}, "go") + example({"pain": 9}, "stop"),
        )
    )
    (change,) = what_would_change(decision, {"pain": 2})
    assert (change.question, change.ranges, change.outcome, change.possible) == ("pain", ((4, 10),), ("stop",), ())
    (step,) = click_path(decision)
    assert [(way.ranges, way.step, way.outcome) for way in step.ways] == [
        (((0, 3),), None, ("go",)),
        (((4, 10),), None, ("stop",)),
    ]


def test_a_changed_answer_may_open_further_questions() -> None:
    changes = what_would_change(THREE, {"a": "yes"})
    assert [(change.question, change.ranges, change.outcome, set(change.possible)) for change in changes] == [
        ("a", ((0, 0),), None, {("go",), ("wait",)})
    ]


def test_questions_shared_with_another_decision_are_asked_once() -> None:
    first = table(
        "first",
        rule("one", "stop", a="yes") + rule("rest", "go"),
        yes_no("a"),
        more="examples:\n" + example({"a": "yes"}, "stop") + example({"a": "no"}, "go"),
    )
    second = (
        "hit_policy: unique\ninputs:\n  - {id: step, decision: safe}\n"
        + asked("b", "options: {no: No, yes: Yes}")
        + "rules:\n"
        + rule("halt", "halt", step="stop")
        + rule("walk", "walk", step="go", b="no")
        + rule("run", "run", step="go", b="yes")
        + outcomes("halt", "walk", "run")
        + "examples:\n"
        + example({"a": "yes"}, "halt")
        + example({"a": "no", "b": "no"}, "walk")
        + example({"a": "no", "b": "yes"}, "run")
    )
    decision = compiled(safe=first, test=second)["test"]
    assert list(decision.questions) == ["a", "b"]
    assert decide(decision, {}) == Undecided((("walk",), ("run",), ("halt",)), ("a", "b"))
    assert decide(decision, {"a": "yes"}) == Decided(("halt",), ("halt",), ("a",))


def test_half_answered_generated_decisions_are_of_both_kinds() -> None:
    found = [type(decide(decision, some_answers(decision, Random(decision.id), 0.5))) for decision, _ in MADE]
    assert found.count(Decided) > 50
    assert found.count(Undecided) > 50
