"""Proofs through decisions that others require, and answers that stand for others."""

from macros.decisions.diagram.path import Undecided, decide

from ..making import asked, compiled, example, one, outcomes, wrongs, yes_no
from .test_verify import GUARDED, SHOWN, rule, table

SAFE = table(
    "first",
    rule("one", "stop", a="yes") + rule("rest", "go"),
    yes_no("a"),
    more="examples:\n" + example({"a": "yes"}, "stop") + example({"a": "no"}, "go"),
)


def graph(cell: str, more: str = "") -> str:
    return (
        "hit_policy: unique\ninputs:\n  - {id: first-step, decision: safe}\n"
        + asked("b", "options: {no: No, yes: Yes}")
        + "rules:\n"
        + rule("halt", "halt", **{"first-step": cell})
        + rule("walk", "walk", **{"first-step": "go", "b": "no"})
        + rule("run", "run", **{"first-step": "go", "b": "yes"})
        + outcomes("halt", "walk", "run")
        + "examples:\n"
        + example({"a": "yes"}, "halt")
        + example({"a": "no", "b": "no"}, "walk")
        + example({"a": "no", "b": "yes"}, "run")
        + more
    )


def test_a_guarantee_reaches_through_required_decisions() -> None:
    promise = "guarantees:\n  - {id: g, says: a stops, when: {a: yes}, always: [halt]}\n"
    assert compiled(safe=SAFE, test=graph("stop", promise))["test"].combinations == 4
    broken = promise.replace("[halt]", "[run]")
    assert any("a?: Yes: halt" in wrong for wrong in wrongs(graph("stop", broken), safe=SAFE))


def test_an_input_beside_a_decision_of_several_questions_may_never_matter() -> None:
    safe = table(
        "first",
        rule("one", "stop", a="yes") + rule("two", "stop", d="yes") + rule("rest", "go"),
        yes_no("a", "d"),
        more="examples:\n"
        + example({"a": "yes"}, "stop")
        + example({"a": "no", "d": "yes"}, "stop")
        + example({"a": "no", "d": "no"}, "go"),
    )
    unused = asked("c", "options: {no: No, yes: Yes}") + asked("b", "options: {no: No, yes: Yes}")
    text = graph("stop").replace(asked("b", "options: {no: No, yes: Yes}"), unused)
    assert [wrong for wrong in wrongs(text, safe=safe) if "never changes" in wrong] == [
        "the input 'c' never changes the result"
    ]


def test_a_cell_about_another_decision_names_its_outcomes() -> None:
    assert "'halted' is not an answer to this input" in wrongs(graph("halted"), safe=SAFE)


def test_decisions_that_require_each_other_are_refused() -> None:
    circle = SAFE.replace("inputs:\n", "inputs:\n  - {id: t, decision: test}\n")
    assert any("in a circle: " in wrong for wrong in wrongs(graph("stop"), safe=circle))


def test_not_sure_stands_for_the_answer_it_names() -> None:
    inputs = "inputs:\n" + asked("a", "options: {no: No, yes: Yes, not-sure: {label: Not sure, as: yes}}")
    decision = one(
        table("first", rule("one", "stop", a="yes") + rule("rest", "go"), inputs)
        + "examples:\n"
        + example({"a": "not-sure"}, "stop")
        + example({"a": "no"}, "go")
    )
    assert decision.combinations == 3


def test_one_question_id_with_two_sets_of_answers_is_refused() -> None:
    text = graph("stop").replace(
        "{id: b, ask: 'b?', why: because, options: {no: No, yes: Yes}}",
        "{id: a, ask: 'a?', why: because, options: {no: No, perhaps: Perhaps, yes: Yes}}",
    )
    text = text.replace("b: 'no'", "a: 'no'").replace("b: 'yes'", "a: 'yes'")
    assert any("ask 'a' with different answers" in wrong for wrong in wrongs(text, safe=SAFE))


def test_an_answer_that_is_none_leaves_its_question_open() -> None:
    decision = one(GUARDED + SHOWN)
    result = decide(decision, {"a": "maybe", "b": "no"})
    assert isinstance(result, Undecided)
    assert result.matter == ("a",)
