"""What a question says comes through as it was written, and that of a fact from its record."""

from __future__ import annotations

from ..making import asked, compiled, example, one, outcomes
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


def test_a_fact_is_asked_in_its_own_words() -> None:
    fact = "- {id: a, short: A, ask: a?, why: w, help: Look at it., options: {no: No, yes: Yes}"
    kept = "keeps: visit, sensitive: false, alone: One tool asks it."
    there = compiled(facts=f"{fact}, {kept}}}\n", test=text("inputs:\n  - fact: a\n"))
    assert there["test"].questions["a"].help == "Look at it."
