"""Rules that one rule could stand for are told with that rule, where merging changes no result, and nowhere else."""

from __future__ import annotations

import pytest

from macros.decisions.proofs.idle_rules import idle_rules
from macros.decisions.proofs.merging import merges
from macros.decisions.tables.search import Search
from macros.records.decision import HitPolicy

from .. import brute, oracle
from ..generated import POLICIES, generated
from ..making import asked, compiled_with_problems, example, outcomes
from .test_verify import rule, table

PAIN = "inputs:\n" + asked("pain", "range: '[0..10]'") + asked("site", "options: {knee: Knee, hip: Hip, shin: Shin}")
GIVEN = "examples:\n" + example({"pain": 9, "site": "knee"}, "stop") + example({"pain": 0, "site": "hip"}, "go")


def told(policy: str, rules: str, results: str = "") -> list[tuple[str, str]]:
    """Each such flaw and what is to be pasted."""
    text = table(policy, rules, PAIN, results or outcomes("stop", "go")) + GIVEN
    _, problems = compiled_with_problems(test=text)
    return [(one.wrong, one.fix) for one in problems if "for the same reason" in one.wrong]


def test_neighbours_become_one_rule_that_can_be_pasted() -> None:
    rules = rule("high", "stop", pain="> 7") + rule("mid", "stop", pain="[4..7]") + rule("low", "go", pain="< 4")
    ((wrong, fix),) = told("unique", rules)
    assert wrong == "rules 'high' and 'mid' differ in 'pain' alone and give the same for the same reason"
    assert '`- {id: high, when: {pain: ">= 4"}, then: stop, because: "it is so"}`' in fix
    assert told("unique", rule("high", "stop", pain=">= 4") + rule("low", "go", pain="< 4")) == []


def test_a_group_is_as_large_as_it_can_be_and_is_told_once() -> None:
    rules = "".join(rule(f"p{number}", "stop", pain=str(number)) for number in range(4, 11)) + rule(
        "low", "go", pain="< 4"
    )
    ((wrong, fix),) = told("unique", rules)
    assert wrong.startswith("rules 'p4', 'p5', 'p6' and 4 more differ in 'pain' alone")
    assert '{pain: ">= 4"}' in fix


def test_rules_with_reasons_of_their_own_stay_apart() -> None:
    rules = rule("high", "stop", pain="> 7") + rule("mid", "stop", pain="[4..7]").replace(
        "because: it is so", "because: Another"
    )
    assert "Another" in rules
    assert told("unique", rules + rule("low", "go", pain="< 4")) == []


def test_rules_that_differ_in_two_inputs_stay_apart() -> None:
    rules = rule("a", "stop", pain="> 7", site="knee") + rule("b", "stop", pain="<= 7", site="hip") + rule("rest", "go")
    assert told("first", rules) == []


@pytest.mark.parametrize(("between", "merged"), [("hip", True), ("knee", False)])
def test_where_order_counts_nothing_else_may_stand_between(between: str, merged: bool) -> None:
    rules = rule("one", "stop", pain="> 7", site="knee") + rule("between", "go", pain="> 2", site=between)
    rules += rule("two", "stop", pain="[3..5]", site="knee") + rule("rest", "go")
    # What is moved up would pass `between`; what is moved down would be passed by it.
    assert bool(told("first", rules)) == merged


def test_in_a_list_rules_that_share_answers_stay_apart() -> None:
    apart = rule("one", "stop", pain="> 7") + rule("two", "stop", pain="< 3")
    assert len(told("collect", apart)) == 1
    assert told("collect", apart.replace("> 7", "> 2").replace("< 3", "< 8")) == []


def test_merging_changes_no_result_of_tables_by_chance() -> None:
    found = dict.fromkeys(HitPolicy, 0)
    for decision, _ in generated(200 * len(POLICIES), seed=9):
        made = decision.table
        _, idle = idle_rules(made, Search(made))
        points = oracle.attainable(decision)
        expected = brute.outcomes(made, points)
        for merge in merges(made, [()] * len(made.rows), idle):
            found[made.policy] += 1
            assert brute.outcomes(brute.with_one(made, merge.group, merge.place, merge.box), points) == expected
    assert min(found.values()) > 1, found


@pytest.mark.parametrize(("place", "met"), [("one", "[7..8]"), ("two", "9")])
def test_the_one_rule_stands_where_the_other_can_join_it(place: str, met: str) -> None:
    """Of the two, that one moves which the rule between them does not meet."""
    between = rule("between", "slow", pain=met, site="hip")
    rules = rule("one", "stop", pain="8") + between + rule("two", "stop", pain="9") + rule("rest", "go")
    ((_, fix),) = told("first", rules, outcomes("stop", "slow", "go"))
    assert fix.startswith(f"put one in the place of '{place}': ")
