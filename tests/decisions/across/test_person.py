"""One person through every tool: signs and answers in, what each tool says out."""

from __future__ import annotations

from collections.abc import Mapping

from macros.decisions.across.person import Told, knows, told, too_little
from macros.decisions.across.signs import Tools
from macros.records import HowFast, Ruled
from tests.render.making import sign

from ..making import compiled, example

FIRST = f"""
hit_policy: first
inputs:
  - id: storm
    ask: Is there a storm?
    why: Branches fall.
    signs: [weather]
    options: {{no: "No", yes: "Yes"}}
  - {{id: dark, ask: Is it dark?, why: Lamps help., options: {{no: "No", yes: "Yes"}}}}
rules:
  - {{id: storm, when: {{storm: yes}}, then: stay, because: A storm is dangerous.}}
  - {{id: dark, when: {{dark: yes}}, then: lamp, because: To be seen.}}
  - {{id: fine, when: {{}}, then: go, because: Nothing is in the way.}}
outcomes:
  stay: {{urgency: today, heading: Stay, means: Go nowhere.}}
  lamp: {{urgency: care, allows: [], heading: Take a lamp, means: Be seen.}}
  go: {{urgency: start, allows: [run], heading: Go, means: Go.}}
examples:
{example({"storm": "yes"}, "stay")}{example({"storm": "no", "dark": "yes"}, "lamp")}
{example({"storm": "no", "dark": "no"}, "go")}
"""
SECOND = f"""
hit_policy: first
inputs:
  - id: said
    ask: What did the first say?
    why: It comes first.
    options: {{stay: Stay, lamp: {{label: Take a lamp, as: stay}}, go: Go}}
rules:
  - {{id: stay, when: {{said: stay}}, then: none, because: The first said so.}}
  - {{id: go, when: {{}}, then: plan, because: The first said so.}}
outcomes:
  none: {{urgency: care, allows: [], heading: None, means: None.}}
  plan: {{urgency: start, allows: [run], heading: A plan, means: A plan.}}
after: [{{decision: first, answer: said}}]
examples:
{example({"said": "stay"}, "none")}{example({"said": "go"}, "plan")}
"""
SIGNS = {
    "weather": sign("weather", parts=["thunder"]),
    "thunder": sign("thunder"),
    "heat": sign("heat"),
}


def tools() -> Tools:
    return Tools(compiled(first=FIRST, second=SECOND), SIGNS, {})


def says(signs: list[str], **facts: str) -> Mapping[str, Told]:
    return told(tools(), {id: SIGNS[id] for id in signs}, facts)


def test_a_part_of_a_sign_that_is_asked_counts_as_yes() -> None:
    assert says(["thunder"])["first"].outcomes == ("stay",)


def test_a_sign_that_is_not_named_is_not_there_and_a_fact_is_not_answered() -> None:
    found = says([])["first"]
    assert set(found.outcomes) == {"lamp", "go"}
    assert found.open == ("dark",)


def test_a_tool_takes_the_result_of_the_one_before_it_or_each_that_is_possible() -> None:
    assert says([], dark="no")["second"].outcomes == ("plan",)
    assert says([], dark="yes")["second"].outcomes == ("none",)
    found = says([])["second"]
    assert set(found.outcomes) == {"none", "plan"}
    assert found.open


def test_a_tool_knows_a_person_when_it_asks_all_that_is_told() -> None:
    held = tools()
    first, second = held.decisions["first"], held.decisions["second"]
    assert knows(held, first, {"thunder": SIGNS["thunder"]}, {"dark": "yes"})
    assert not knows(held, first, {"heat": SIGNS["heat"]}, {})
    assert not knows(held, first, {}, {"dark": "perhaps"})
    assert knows(held, second, {"thunder": SIGNS["thunder"]}, {})


def test_what_is_slower_or_leads_further_than_it_may_is_too_little() -> None:
    held, found = tools(), says([], dark="no")
    assert too_little(held, found["first"], found, None, [Ruled.RUN]) == "go"
    assert too_little(held, found["first"], found, HowFast.APPOINTMENT, []) == "go"
    stayed = says(["thunder"])
    assert too_little(held, stayed["first"], stayed, HowFast.TODAY, [Ruled.RUN, Ruled.JUMP]) is None
    assert too_little(held, stayed["first"], stayed, HowFast.NOW, []) == "stay"
