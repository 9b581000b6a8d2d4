"""Rules that never count and rules that could go: said once, with the cause, over answers that can be given alone."""

from __future__ import annotations

import pytest

from ..making import asked, compiled_with_problems, example, one, outcomes, wrongs, yes_no
from .test_verify import rule, table, table_problems

DOUBLE = "inputs:\n" + asked("a", "range: '[0..3]'") + "  - {id: d, short: d, value: a * 2, range: '[0..6]'}\n"


def said(policy: str, rules: str, inputs: str, results: str, given: str, more: str = "") -> list[str]:
    text = table(policy, rules, inputs, results, more) + f"examples:\n{given}"
    return [wrong for wrong in wrongs(text) if "example" not in wrong]


def test_a_rule_and_an_outcome_that_no_answers_give_are_dead() -> None:
    rules = rule("odd", "stop", d="1") + rule("rest", "go", d="not(1)")
    assert said("unique", rules, DOUBLE, outcomes("stop", "go"), example({"a": 1}, "go")) == [
        "rule 'odd' can never apply: no answers give d: 1",
        "no combination of answers leads to the outcome 'stop'",
        "the input 'd' never changes the result",
    ]


def test_what_no_answers_give_is_neither_a_gap_nor_an_overlap_nor_a_broken_guarantee() -> None:
    rules = rule("low", "stop", d="<= 3") + rule("high", "go", d="[3..6]")
    good = table("unique", rules, DOUBLE, outcomes("stop", "go"))
    good += "examples:\n" + example({"a": 1}, "stop") + example({"a": 2}, "go")
    assert wrongs(good) == []  # both hold d: 3
    assert wrongs(good.replace("d: '[3..6]'", "d: '[4..6]'")) == []
    promise = "guarantees: [{id: g, says: so, when: {d: '[3..4]'}, never: [stop]}]\n"
    assert wrongs(good + promise) == []  # d: 3 would break it
    assert any("does not hold" in wrong for wrong in wrongs(good + promise.replace("[3..4]", "[2..4]")))
    assert any("proves nothing" in wrong for wrong in wrongs(good + promise.replace("'[3..4]'", "3")))


def test_a_gap_at_an_answer_that_can_be_given_is_still_one() -> None:
    rules = rule("low", "stop", d="<= 1") + rule("high", "go", d="[3..6]")
    assert "no rule for: d: 2 (1 combinations)" in said(
        "unique", rules, DOUBLE, outcomes("stop", "go"), example({"a": 0}, "stop") + example({"a": 2}, "go")
    )


def test_a_gap_comes_with_a_rule_and_an_example_ready_to_paste() -> None:
    rules = rule("low", "stop", a="no") + rule("high", "go", a="yes", b="yes")
    text = table("unique", rules) + "examples:\n" + example({"a": "no"}, "stop")
    (fix,) = [found.fix for found in compiled_with_problems(test=text)[1] if "no rule for" in found.wrong]
    assert '`- {id: new, when: {a: "yes", b: "no"}, then: stop, because: …}`' in fix
    assert '`- {given: {a: "yes", b: "no"}, then: stop}`' in fix


def test_a_rule_that_others_hold_only_together_is_found() -> None:
    rules = rule("yes", "stop", a="yes") + rule("no", "stop", a="no", b="yes") + rule("all", "go", a="no", b="no")
    narrow = rule("both", "stop", b="yes")
    assert table_problems(table("any", rules)) == []
    assert table_problems(table("first", rules.replace("b: 'no'", "b: '-'") + narrow))[0].startswith(
        "rule 'both' can never be reached"
    )
    both = rule("yes", "stop", a="yes") + rule("no", "stop", a="no", c="yes") + rule("all", "go", a="no", c="no")
    wide = rule("both", "stop", b="yes", c="yes")
    assert table_problems(table("any", both + wide, yes_no("a", "b", "c")))[0] == (
        "rule 'both' changes no result: 'yes' and 'no' give the same wherever it counts"
    )


def test_a_rule_that_gives_what_the_default_gives_is_found() -> None:
    rules = rule("stop", "stop", a="yes") + rule("go", "go", a="no", b="no")
    assert "rule 'go' changes no result: the default gives the same wherever it counts" in table_problems(
        table("unique", rules, more="default: go\n")
    )
    assert not [one for one in table_problems(table("unique", rules, more="default: stop\n")) if "'go'" in one]


def test_under_priority_a_weaker_rule_with_another_result_saves_one() -> None:
    rules = rule("narrow", "stop", a="yes", b="yes") + rule("wide", "stop", a="yes") + rule("rest", "go")
    assert "rule 'narrow' lies inside rule 'wide', which gives the same" in table_problems(table("priority", rules))
    saved = rule("narrow", "stop", a="yes", b="yes") + rule("rest", "go")
    assert table_problems(table("priority", saved)) == []


@pytest.mark.parametrize("policy", ["collect", "rule order", "output order"])
def test_a_rule_said_twice_in_a_list_counts_twice(policy: str) -> None:
    rules = rule("one", "stop", a="yes") + rule("two", "stop", a="yes") + rule("rest", "go", b="yes")
    assert table_problems(table(policy, rules)) == []


POINTS = "outputs: [{id: points, label: Points, range: '[0..9]'}]\n"


@pytest.mark.parametrize(("aggregation", "removable"), [("sum", False), ("count", False), ("min", True), ("max", True)])
def test_a_rule_said_twice_in_a_sum_counts_twice_and_in_a_greatest_or_least_once(
    aggregation: str, removable: bool
) -> None:
    rules = rule("one", "3", a="yes") + rule("two", "3", a="yes") + rule("rest", "5", b="yes")
    text = table(f"collect\naggregation: {aggregation}", rules, results=POINTS)
    found = [wrong for wrong in table_problems(text) if "rule" in wrong and "'two'" in wrong]
    assert found == (["rule 'two' repeats rule 'one'"] if removable else [])


def test_options_that_nothing_tells_apart_are_one_finding() -> None:
    inputs = "inputs:\n" + asked("sure", "options: {high: H, medium: M, low: L, very-low: V, none: N}")
    rules = rule("none", "stop", sure="none") + rule("some", "go", sure="not(none)")
    given = example({"sure": "none"}, "stop") + example({"sure": "low"}, "go")
    assert said("unique", rules, inputs, outcomes("stop", "go"), given) == [
        "'high', 'medium', 'low' and 'very-low' always lead to the same result"
    ]


def test_what_an_unequal_result_in_between_saves_is_not_called_removable() -> None:
    rules = rule("narrow", "stop", a="yes", b="yes") + rule("between", "go", b="yes") + rule("wide", "stop")
    assert table_problems(table("first", rules)) == []


def test_combinations_are_counted_and_never_listed() -> None:
    inputs = yes_no("a") + asked("n", "range: '[0..100000000]'")
    rules = rule("yes", "stop", a="yes", n="> 99999999") + rule("rest", "go")
    said = "examples:\n" + example({"a": "yes", "n": 100000000}, "stop") + example({"a": "no"}, "go")
    assert one(table("first", rules, inputs, outcomes("stop", "go"), said)).combinations == 2 * 100000001


@pytest.mark.parametrize(
    ("range", "wrong"), [("[0..6]", False), ("[0..5]", True), ("[1..6]", True), ("[-1..7]", False)]
)
def test_a_derived_value_stays_in_the_range_that_it_declares(range: str, wrong: bool) -> None:
    inputs = DOUBLE.replace("[0..6]", range)
    text = table("first", rule("one", "stop", d="> 2") + rule("rest", "go"), inputs, outcomes("stop", "go"))
    text += "examples:\n" + example({"a": 3}, "stop") + example({"a": 0}, "go")
    assert any("the value can be 0 to 6" in one for one in wrongs(text)) == wrong


def test_two_decisions_that_ask_one_id_with_other_answers_are_refused_though_there_are_as_many() -> None:
    other = table(
        "first", rule("a", "stop", q="one") + rule("b", "go"), "inputs:\n" + asked("q", "options: {one: One, two: Two}")
    )
    other += "examples:\n" + example({"q": "one"}, "stop") + example({"q": "two"}, "go")
    inputs = "inputs:\n  - {id: first, decision: other}\n" + asked("q", "options: {three: Three, four: Four}")
    text = table("first", rule("a", "stop", first="stop", q="three") + rule("b", "go"), inputs)
    text += "examples:\n" + example({"q": "three"}, "stop")
    assert any("ask 'q' with different answers" in one for one in wrongs(text, other=other))


def test_an_example_that_names_one_rule_where_two_fire_is_refused() -> None:
    rules = rule("one", "stop", a="yes") + rule("two", "go", b="yes")
    text = table("collect", rules) + "examples:\n"
    both = "  - {given: {a: yes, b: yes}, then: [stop, go], rule: one}\n"
    alone = (
        "  - {given: {a: yes, b: no}, then: [stop], rule: one}\n  - {given: {a: no, b: yes}, then: [go], rule: two}\n"
    )
    assert wrongs(text + alone) == []
    assert wrongs(text + alone + both) == ["the rule that fires is one, two, not 'one'"]


def test_under_priority_the_order_of_results_counts_and_not_that_of_rules() -> None:
    rules = rule("wide", "go") + rule("narrow", "stop", a="yes", b="yes")
    assert table_problems(table("priority", rules)) == []
    turned = rule("wide", "stop") + rule("narrow", "go", a="yes", b="yes")
    assert "rule 'narrow' can never be reached: 'wide' covers all of a?: Yes, b?: Yes" in table_problems(
        table("priority", turned)
    )
