"""What several tools ask is one fact: named, never written twice, and kept no longer than it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from macros.checks.doing import facts
from macros.decisions.compiling.questions import read_facts
from macros.export.browser import tool_data
from macros.records import Decision, Fact, Place, Problem
from macros.records.files.reading import parse_yaml
from tests.decisions.making import TAIL, asked, compiled, outcomes, wrongs, yes_no
from tests.decisions.proofs.test_verify import rule
from tests.render.making import library, sign

WET = asked("wet", "options: {no: No, yes: Yes}")


def fact(id: str = "wet", **more: Any) -> Fact:
    words = {"ask": "wet?", "why": "because", "options": {"no": "No", "yes": "Yes"}}
    return Fact.model_validate({"id": id, **words, **more})


def tool(id: str, inputs: str, more: str = "") -> Decision:
    text = f"hit_policy: first\n{inputs}rules:\n{rule('rest', 'go')}{outcomes('go')}{more}"
    example = "examples:\n  - {given: {}, then: go}\n"
    return Decision.model_validate({"id": id, **parse_yaml(text + example + TAIL, f"{id}.yml").value})


NAMES_IT = "inputs:\n  - fact: wet\n"


def said(problems: Iterable[Problem]) -> list[str]:
    return [problem.wrong for problem in problems]


def test_a_fact_that_one_tool_alone_asks_says_why_it_is_one() -> None:
    check = facts.every_fact_is_asked_by_more_than_one_tool
    one, two = tool("one", NAMES_IT), tool("two", NAMES_IT)
    assert said(check(library(fact(), one, two))) == []
    assert said(check(library(fact(), one))) == ["'one' alone asks the fact 'wet'"]
    assert said(check(library(fact(alone="It holds."), one))) == []
    assert said(check(library(fact(alone="It holds."), one, two))) == ["2 tools ask the fact 'wet'"]
    assert said(check(library(fact()))) == ["no tool asks the fact 'wet'"]


def test_what_is_shown_below_a_result_is_asked_by_that_tool_too() -> None:
    shown = tool("shown", NAMES_IT)
    above = tool("above", yes_no("other"), "with: [shown]\n")
    assert said(facts.every_fact_is_asked_by_more_than_one_tool(library(fact(), shown, above))) == []


def test_two_tools_with_the_same_question_make_it_a_fact() -> None:
    check = facts.no_two_tools_ask_in_the_same_words
    one, two = tool("one", yes_no("wet")), tool("two", yes_no("wet"))
    assert said(check(library(one, two))) == ["'one' asks this in the same words"]
    assert said(check(library(fact(), one))) == ["the fact 'wet' asks this in the same words"]
    other = tool("two", "inputs:\n" + asked("wet", "options: {no: No, yes: A little, soaked: Soaked}"))
    assert said(check(library(one, other))) == []
    assert said(check(library(fact(), tool("one", NAMES_IT), tool("two", NAMES_IT)))) == []


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"signs": ["storm"], "keeps": "30 days"}, "signs are asked afresh at each visit"),
        ({"options": {"no": {"label": "No", "signs": ["storm"]}, "yes": "Yes"}, "keeps": "always"}, "asked afresh"),
        ({"why": None}, "has `ask` and `why`"),
        ({"options": None}, "exactly one of"),
        ({"boolean": True}, "exactly one of"),
        ({"keeps": "a while"}, "match pattern"),
        ({"keeps": "1 days"}, "match pattern"),
    ],
)
def test_a_fact_that_cannot_be_asked_or_kept_is_refused(change: dict[str, Any], wrong: str) -> None:
    with pytest.raises(ValidationError, match=wrong):
        fact(**change)


@pytest.mark.parametrize(
    ("item", "wrong"),
    [
        ("{fact: wet, ask: 'Wet?'}", "a fact has words and answers of its own: ask cannot stand here"),
        ("{fact: wet, id: a, options: {no: No, yes: Yes}}", "exactly one of"),
        ("{short: Wet, ask: 'Wet?', why: because, boolean: true}", "the field 'id' is missing"),
    ],
)
def test_an_input_names_a_fact_or_is_a_question(item: str, wrong: str) -> None:
    with pytest.raises(ValidationError, match=wrong):
        tool("one", f"inputs:\n  - {item}\n")


@pytest.mark.parametrize(("keeps", "minutes"), [("visit", 60), ("1 day", 1440), ("30 days", 43200), ("always", None)])
def test_the_browser_is_told_which_fact_a_question_is_and_how_long_its_answer_keeps(
    keeps: str, minutes: int | None
) -> None:
    text = (
        "hit_policy: first\ninputs:\n  - {fact: wet, id: here}\n"
        + asked("own", "options: {no: No, yes: Yes}")
        + f"rules:\n{rule('a', 'stay', here='yes', own='yes')}{rule('b', 'go')}{outcomes('stay', 'go')}"
        + "examples:\n  - {given: {here: yes, own: yes}, then: stay}\n  - {given: {here: no}, then: go}\n"
    )
    shared = asked("wet", f"options: {{no: No, yes: Yes}}, keeps: {keeps}, sensitive: true")
    made = compiled(shared, test=text)
    data: Any = tool_data(made["test"], made)
    here, own = data["questions"]
    assert (here["id"], here["fact"], here["keeps"], here["sensitive"]) == ("here", "wet", minutes, True)
    assert (own["fact"], own["keeps"], own["sensitive"]) == (None, None, False)


def test_what_is_wrong_with_a_fact_is_told_at_the_fact() -> None:
    broken = fact(options={"no": "No", "yes": "Yes", "not-sure": {"label": "Not sure", "as": "maybe"}})
    found, problems = read_facts({"wet": broken}, {}, lambda id, *path: Place("/".join(map(str, (id, *path)))))
    assert [(problem.place.file, problem.wrong) for problem in problems] == [
        ("wet/options/not-sure/as", "'maybe' is not another option of this question")
    ]
    assert not found, "what asks it is not read on"


def test_in_a_graph_one_id_is_one_fact() -> None:
    below = (
        "hit_policy: first\ninputs:\n  - fact: wet\nrules:\n"
        + rule("a", "stay", wet="yes")
        + rule("b", "go")
        + outcomes("stay", "go")
        + "examples:\n  - {given: {wet: yes}, then: stay}\n  - {given: {wet: no}, then: go}\n"
    )
    above = (
        "hit_policy: first\ninputs:\n  - {id: below, decision: below}\n  - {fact: damp, id: wet}\nrules:\n"
        + rule("a", "in", below="stay")
        + rule("b", "out")
        + outcomes("in", "out")
        + "examples:\n  - {given: {wet: yes}, then: in}\n  - {given: {wet: no}, then: out}\n"
    )
    shared = WET + asked("damp", "options: {no: No, yes: Yes}")
    mixed = "'below' and 'test' ask 'wet' and mean two things: the fact 'wet' and the fact 'damp'"
    assert mixed in wrongs(above, shared, below=below)
    assert mixed not in wrongs(above.replace("fact: damp, id", "fact"), shared, below=below)


def asking(**options: str) -> Any:
    """A library with one question whose answers say a slow sign, a fast one or both."""
    text = ", ".join(f"{id}: {{label: {id}, signs: [{signs}]}}" for id, signs in options.items())
    made = compiled(
        facts="",
        test="hit_policy: first\ninputs:\n"
        + asked("pain", f"options: {{no: No, {text}}}")
        + "rules:\n"
        + "".join(rule(id, f"to-{id}", pain=id) for id in reversed(options))
        + rule("rest", "go")
        + outcomes(*(f"to-{id}" for id in reversed(options)), "go")
        + "examples:\n"
        + "".join(f"  - {{given: {{pain: {id}}}, then: to-{id}}}\n" for id in options)
        + "  - {given: {pain: no}, then: go}\n",
    )["test"]
    speeds = {"slow": sign("slow", urgency="days"), "fast": sign("fast", urgency="today")}
    said_by = {id: tuple(speeds[one] for one in signs.split(", ")) for id, signs in options.items()}
    question = replace(made.questions["pain"], said_by=said_by)
    return replace(library(made.record), compiled={"test": replace(made, questions={"pain": question})})


def test_signs_of_different_speed_are_answers_of_their_own_or_it_is_said_why_not() -> None:
    check = facts.signs_of_one_answer_ask_for_the_same
    assert said(check(asking(days="slow", today="fast"))) == []
    (wrong,) = said(check(asking(some="slow, fast")))
    assert wrong.startswith("the answer 'some' says signs that ask for different things (fast: today")


def test_of_several_signs_the_last_answer_counts_so_it_is_the_fastest() -> None:
    check = facts.the_last_answer_about_signs_is_the_fastest
    assert said(check(asking(days="slow", today="fast"))) == []
    assert said(check(asking(today="fast", days="slow"))) == ["the answer 'days' is slower than one before it"]
