"""What a question says comes through as it was written, and one that another tool asks is found there or missed."""

from __future__ import annotations

from ..making import asked, compiled, example, one, outcomes, wrongs
from ..proofs.test_verify import rule, table

RULES = rule("yes", "stop", a="yes") + rule("no", "go", a="no")
GIVEN = "examples:\n" + example({"a": "yes"}, "stop") + example({"a": "no"}, "go")
OWN = "inputs:\n" + asked("a", "help: Look at it., options: {no: No, yes: {label: Yes, hint: Or nearly.}}")


def text(inputs: str) -> str:
    return table("unique", RULES, inputs, outcomes("stop", "go"), GIVEN)


def test_a_question_keeps_its_help_and_its_hints() -> None:
    question = one(text(OWN)).questions["a"]
    assert (question.help, dict(question.hints)) == ("Look at it.", {"yes": "Or nearly."})
    assert one(text(OWN.replace("help: Look at it., ", ""))).questions["a"].help == ""


def test_a_question_of_another_tool_is_asked_as_it_is_there() -> None:
    there = compiled(test=text("inputs:\n  - {id: a, like: other}\n"), other=text(OWN))
    assert there["test"].questions["a"].help == "Look at it."


def test_a_question_that_another_tool_does_not_ask_is_told_once_with_those_that_it_asks() -> None:
    other = text(OWN.replace("id: a", "id: b")).replace("{a: ", "{b: ")
    found = wrongs(text("inputs:\n  - {id: a, like: other}\n"), other=other)
    assert found[0] == "the decision 'other' asks no question 'a'"
