"""No two tools disagree on what both ask, and no link leads to a tool that allows more."""

from __future__ import annotations

from macros.decisions.across.agreement import disagreements
from macros.decisions.across.journeys import journeys_that_gain
from macros.decisions.across.signs import Tools

from ..making import compiled, example

DARK = 'id: dark, ask: Is it dark?, why: Lamps help., options: {no: "No", yes: "Yes"}'
ICE = 'id: ice, ask: Is there ice?, why: It is slippery., options: {no: "No", yes: "Yes"}'


def tool(question: str, at_yes: str, more: str = "", page: str = "") -> str:
    """A tool of one question: what a yes and a no allow."""
    id = question.partition(",")[0].removeprefix("id: ")
    pages = f", pages: [{page}]" if page else ""
    return f"""
hit_policy: first
inputs:
  - {{{question}}}
rules:
  - {{id: yes, when: {{{id}: yes}}, then: careful, because: Careful.}}
  - {{id: no, when: {{}}, then: go, because: Go.}}
outcomes:
  careful: {{urgency: care, allows: [{at_yes}], heading: Careful, means: Careful.{pages}}}
  go: {{urgency: start, allows: [run], heading: Go, means: Go.}}
{more}
examples:
{example({id: "yes"}, "careful")}{example({id: "no"}, "go")}"""


def wrongs(**texts: str) -> list[str]:
    decisions = compiled(**texts)
    return [flaw.wrong for one in decisions.values() for flaw in disagreements(Tools(decisions, {}, {}), one)]


def test_tools_that_lead_the_same_people_to_run_agree() -> None:
    assert wrongs(one=tool(DARK, ""), two=tool(DARK, "")) == []


def test_a_tool_that_leads_somebody_to_run_whom_another_never_does_is_found_with_the_answers() -> None:
    assert wrongs(one=tool(DARK, "run"), two=tool(DARK, "")) == [
        "with Is it dark?: Yes: this can lead to run, and 'two' never does"
    ]


def test_what_only_one_of_them_asks_may_make_it_stricter() -> None:
    assert wrongs(one=tool(DARK, ""), two=tool(ICE, "")) == []


def test_a_written_reason_counts_while_it_is_needed() -> None:
    reason = "differs: [{from: two, because: A lamp is given.}]"
    assert wrongs(one=tool(DARK, "run", reason), two=tool(DARK, "")) == []
    assert wrongs(one=tool(DARK, "", reason), two=tool(DARK, "")) == ["this tool never leads further than 'two'"]


def gains(**texts: str) -> list[str]:
    decisions = compiled(**texts)
    tools_on = {"two.md": ["two"]}
    return [flaw.wrong for flaw in journeys_that_gain(Tools(decisions, {}, {}), decisions["one"], tools_on)]


def test_a_link_to_a_tool_that_can_allow_more_is_found() -> None:
    assert gains(one=tool(DARK, "", page="two.md"), two=tool(ICE, "")) == [
        "this result leads to 'two', which can then allow run"
    ]


def test_a_link_to_a_tool_that_is_as_strict_on_the_same_answers_is_none() -> None:
    assert gains(one=tool(DARK, "", page="two.md"), two=tool(DARK, "")) == []


def test_a_journey_with_a_written_reason_counts_while_it_is_needed() -> None:
    reason = "leads_on: [{results: [careful], to: two, because: It asks about ice.}]"
    assert gains(one=tool(DARK, "", reason, page="two.md"), two=tool(ICE, "")) == []
    assert gains(one=tool(DARK, "", reason, page="two.md"), two=tool(DARK, "")) == [
        "the journey from 'careful' to 'two' gains nothing"
    ]


def test_one_of_several_results_that_lets_somebody_run_is_enough() -> None:
    listing = tool(DARK, "").replace("hit_policy: first", "hit_policy: rule order")
    listing = listing.replace("then: careful}", "then: [careful, go]}").replace("then: go}", "then: [go]}")
    assert wrongs(one=listing, two=tool(DARK, "")) == [
        "with Is it dark?: Yes: this can lead to run, and 'two' never does"
    ]


def test_what_is_collected_comes_on_top_of_other_results_and_disagrees_with_none() -> None:
    collected = tool(DARK, "run").replace("hit_policy: first", "hit_policy: collect")
    collected = collected.replace("then: careful}", "then: [careful, go]}").replace("then: go}", "then: [go]}")
    assert wrongs(one=collected, two=tool(DARK, "")) == []
    assert wrongs(one=tool(DARK, "run"), two=tool(DARK, ""), three=collected) == wrongs(
        one=tool(DARK, "run"), two=tool(DARK, "")
    )
