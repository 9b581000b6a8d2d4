"""Every sign keeps its speed and what it rules out in every tool that asks it, whatever else is answered."""

from __future__ import annotations

import pytest

from macros.decisions.across.signs import Tools, results_with, signs_not_asked, slower_than_a_sign, unsaid_allowances
from macros.records import CareLevel
from tests.render.making import sign

from ..making import compiled, example

TOOL = """
hit_policy: first
inputs:
  - id: storm
    ask: Is there a storm?
    why: Branches fall.
    signs: [thunder]
    options: {no: "No", yes: "Yes", not-sure: {label: Not sure, as: yes}}
  - {id: dark, ask: Is it dark?, why: Lamps help., options: {no: "No", yes: "Yes"}}
rules:
  - {id: storm, when: {storm: yes}, then: stay, because: A storm is dangerous.}
  - {id: dark, when: {dark: yes}, then: lamp, because: To be seen.}
  - {id: fine, when: {}, then: go, because: Nothing is in the way.}
outcomes:
  stay: {urgency: today, heading: Stay, means: Go nowhere.}
  lamp: {urgency: care, allows: [run], heading: Take a lamp, means: Be seen.}
  go: {urgency: start, allows: [run], heading: Go, means: Go.}
examples:
""" + "".join(
    (
        example({"storm": "yes"}, "stay"),
        example({"storm": "no", "dark": "yes"}, "lamp"),
        example({"storm": "no", "dark": "no"}, "go"),
    )
)


def found(text: str, cards: dict[str, CareLevel] | None = None, **others: str) -> list[str]:
    decisions = compiled(test=text, **others)
    tools = Tools(decisions, {"thunder": sign("thunder")}, cards or {})
    return [flaw.wrong for flaw in slower_than_a_sign(tools, decisions["test"])]


def test_a_tool_that_keeps_to_its_signs_has_no_flaw() -> None:
    assert found(TOOL) == []


def test_an_answer_leaves_the_results_that_other_answers_can_still_give() -> None:
    decision, other = compiled(test=TOOL)["test"], compiled(test=TOOL.replace("dark", "late"))["test"]
    assert results_with(decision, decision.questions["storm"], "yes") == {"stay"}
    assert results_with(decision, decision.questions["storm"], "no") == {"lamp", "go"}
    assert results_with(decision, other.questions["late"], "yes") == set(), "a question of another tool"
    assert results_with(decision, decision.questions["dark"], "perhaps") == set(), "no answer to it"


def test_a_row_above_that_softens_a_sign_is_found_with_the_answers_that_lead_there() -> None:
    turned = TOOL.replace(
        "  - {id: storm, when: {storm: yes}",
        "  - {id: lit, when: {storm: yes, dark: no}, then: go, because: Light.}\n  - {id: storm, when: {storm: yes}",
    )
    turned = turned.replace("examples:\n", "examples:\n" + example({"storm": "yes", "dark": "no"}, "go")).replace(
        example({"storm": "yes"}, "stay"), example({"storm": "yes", "dark": "yes"}, "stay")
    )
    (wrong,) = found(turned)
    assert "Is it dark?: No" in wrong
    assert "slower than the sign 'thunder'" in wrong


def test_a_result_that_is_fast_enough_and_still_allows_what_the_sign_rules_out_is_found() -> None:
    (wrong,) = found(TOOL.replace("stay: {urgency: today,", "stay: {urgency: today, allows: [run],"))
    assert "allows run, which the sign 'thunder'" in wrong


@pytest.mark.parametrize(("level", "count"), [(CareLevel.TODAY, 0), (CareLevel.NOW, 0), (CareLevel.APPOINTMENT, 1)])
def test_a_card_that_is_shown_with_a_result_counts_with_its_speed(level: CareLevel, count: int) -> None:
    text = TOOL.replace("stay: {urgency: today,", "stay: {urgency: care, allows: [], care_card: help,")
    assert len(found(text, {"help": level})) == count


def test_a_result_that_sends_nobody_to_anyone_says_what_it_allows() -> None:
    decisions = compiled(test=TOOL.replace("go: {urgency: start, allows: [run],", "go: {urgency: start,"))
    (flaw,) = unsaid_allowances(Tools(decisions, {}, {}), decisions["test"])
    assert flaw.where == ("outcomes", "go")


HAIL = sign("hail", urgency="ask-first", rules_out=["load"])
BARE = TOOL.replace("    signs: [thunder]\n", "")


def not_asked(text: str, **others: str) -> list[str]:
    decisions = compiled(test=text, **others)
    tools = Tools(decisions, {"thunder": sign("thunder"), "hail": HAIL}, {})
    return [flaw.wrong for flaw in signs_not_asked(tools, decisions["test"])]


def test_a_tool_that_can_lead_to_running_asks_every_sign_that_rules_it_out() -> None:
    assert not_asked(TOOL) == []
    assert not_asked(BARE) == ["this can lead to run, and does not ask about thunder"]


def test_a_sign_that_is_left_out_with_a_reason_is_no_flaw_and_a_needless_reason_is_one() -> None:
    reason = "leaves_out: [{signs: [thunder], because: Others ask it.}]\nexamples:\n"
    assert not_asked(BARE.replace("examples:\n", reason)) == []
    (wrong,) = not_asked(TOOL.replace("examples:\n", reason))
    assert "'thunder' is not left out" in wrong


def test_what_a_tool_before_has_asked_counts_unless_it_is_for_today_and_was_another_day() -> None:
    after = BARE.replace("examples:\n", "after: [{decision: first}]\nexamples:\n")
    decisions = compiled(test=after, first=TOOL)

    def missing(**more: object) -> list[str]:
        tools = Tools(decisions, {"thunder": sign("thunder", **more)}, {})
        return [flaw.wrong for flaw in signs_not_asked(tools, decisions["test"])]

    assert missing() == ["this can lead to run, and does not ask about thunder"]
    assert missing(urgency="days") == []


def test_what_a_tool_leads_to_counts_if_it_is_loading_alone() -> None:
    assert not_asked(BARE.replace("allows: [run]", "allows: [load]")) == [
        "this can lead to load, and does not ask about hail, thunder"
    ]


def test_a_result_that_sends_more_slowly_than_its_card_counts_as_it_says() -> None:
    slow = TOOL.replace("stay: {urgency: today,", "stay: {urgency: appointment, care_card: help,")
    assert len(found(slow, {"help": CareLevel.TODAY})) == 1


COLLECTED = TOOL.replace("hit_policy: first", "hit_policy: collect").replace(
    "when: {}, then: go", "when: {storm: no, dark: no}, then: go"
)
for given, then in (
    ({"storm": "yes"}, "stay"),
    ({"storm": "no", "dark": "yes"}, "lamp"),
    ({"storm": "no", "dark": "no"}, "go"),
):
    COLLECTED = COLLECTED.replace(example(given, then), example(given, f"[{then}]"))
COLLECTED = COLLECTED.replace(example({"storm": "yes"}, "[stay]"), example({"storm": "yes", "dark": "no"}, "[stay]"))


def test_what_is_collected_comes_on_top_of_a_result_and_is_held_to_no_sign() -> None:
    decisions = compiled(test=COLLECTED)
    tools = Tools(decisions, {"thunder": sign("thunder"), "fog": sign("fog")}, {})
    for proof in (slower_than_a_sign, unsaid_allowances, signs_not_asked):
        assert list(proof(tools, decisions["test"])) == []
    assert [flaw.wrong for flaw in signs_not_asked(tools, compiled(test=TOOL)["test"])] == []


def beside(first: str, second: str) -> str:
    """What a tool is shown with: for a storm, these two speeds."""
    other = TOOL.replace("    signs: [thunder]\n", "").replace("stay: {urgency: today,", "stay: {urgency: %s,")
    soft = TOOL.replace("stay: {urgency: today,", "stay: {urgency: care, allows: [],").replace(
        "examples:\n", "together_with: [one, two]\nexamples:\n"
    )
    return ", ".join(found(soft, one=other % first, two=other % second))


def test_the_fastest_of_what_is_shown_beside_counts_wherever_it_stands() -> None:
    assert beside("today", "care") == beside("care", "today") == beside("now", "now") == ""
    assert "slower than the sign 'thunder'" in beside("care", "care")


TWO = """
hit_policy: first
inputs:
  - id: sky
    ask: Is any of these there?
    why: Branches fall.
    signs: [wind, thunder]
    options: {no: "No", blows: {label: It blows, signs: [wind]}, yes: "Yes"}
rules:
  - {id: blows, when: {sky: blows}, then: stay, because: It blows.}
  - {id: yes, when: {sky: yes}, then: ask, because: It thunders.}
  - {id: fine, when: {}, then: go, because: Nothing is in the way.}
outcomes:
  stay: {urgency: today, heading: Stay, means: Go nowhere.}
  ask: {urgency: appointment, heading: Ask, means: Ask somebody.}
  go: {urgency: start, allows: [run], heading: Go, means: Go.}
examples:
""" + "".join((example({"sky": "blows"}, "stay"), example({"sky": "yes"}, "ask"), example({"sky": "no"}, "go")))


def test_of_two_ticked_signs_the_answer_that_counts_does_enough_for_both() -> None:
    """Each sign alone gets enough. Readers can tick both, and then the later answer counts."""
    decisions = compiled(test=TWO)
    named = {"wind": sign("wind"), "thunder": sign("thunder", urgency="appointment", rules_out=[])}
    (flaw,) = slower_than_a_sign(Tools(decisions, named, {}), decisions["test"])
    assert "the result is slower than the sign 'wind'" in flaw.wrong
    assert flaw.where == ("outcomes", "ask")
