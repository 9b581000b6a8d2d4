"""The tests that are written for a table: each rule as it counts, and both sides of each of its boundaries."""

from __future__ import annotations

import csv
import io

from macros.decisions.proofs.cases import cases, cases_csv
from macros.decisions.proofs.idle_rules import idle_rules
from macros.decisions.tables.search import Search
from macros.records.decision import HitPolicy

from .. import oracle
from ..generated import POLICIES, generated
from ..making import asked, example, one, outcomes
from .test_verify import rule, table

PAIN = "inputs:\n" + asked("pain", "range: '[0..10]'") + asked("new", "options: {no: No, yes: Yes}")


def test_every_rule_that_counts_has_a_case_and_each_case_comes_out_as_said() -> None:
    for decision, _ in generated(30 * len(POLICIES), seed=8):
        made = list(cases(decision))
        _, idle = idle_rules(decision.table, Search(decision.table))
        fired = {id for case in made for id in case.fired}
        if decision.table.policy is not HitPolicy.ANY:  # under which the first of several stands for all
            assert {row.id for index, row in enumerate(decision.table.rows) if index not in idle} <= fired
        for case in made:
            assert case.outcome == oracle.told(decision, dict(case.answers))
            assert case.answers.keys() == decision.questions.keys()
            assert not (case.shows.startswith("not ") and case.rule in case.fired)
        assert len({tuple(case.answers.items()) for case in made}) == len(made)


def test_both_sides_of_a_boundary_are_tested_and_each_condition_alone() -> None:
    rules = rule("much", "stop", pain="(3..7]", new="yes") + rule("rest", "go")
    given = "examples:\n" + example({"pain": 5, "new": "yes"}, "stop") + example({"pain": 1}, "go")
    rows = list(csv.reader(io.StringIO(cases_csv(one(table("first", rules, PAIN, outcomes("stop", "go"), given))))))
    assert rows[0] == ["rule", "shows", "pain", "new", "then outcome", "fired"]
    of_much = [row[1:] for row in rows if row[0] == "much"]
    assert of_much == [
        ["counts", "4", "yes", "stop", "much"],
        ["not pain", "3", "yes", "go", "rest"],
        ["boundary of pain", "7", "yes", "stop", "much"],
        ["not pain", "8", "yes", "go", "rest"],
        ["not pain", "0", "yes", "go", "rest"],
        ["not new", "4", "no", "go", "rest"],
    ]


def test_a_boundary_of_a_derived_value_is_tested_with_numbers_that_give_it() -> None:
    inputs = "inputs:\n" + asked("a", "range: '[0..9]'") + "  - {id: d, value: a * 2, range: '[0..18]'}\n"
    rules = rule("low", "stop", d="<= 6") + rule("high", "go", d="> 6")
    given = "examples:\n" + example({"a": 3}, "stop") + example({"a": 4}, "go")
    made = list(cases(one(table("unique", rules, inputs, outcomes("stop", "go"), given))))
    assert {("stop", 3), ("go", 4)} <= {(case.outcome[0], case.answers["a"]) for case in made if case.outcome}
