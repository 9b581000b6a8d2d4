"""Overlaps are told by their cause: rules that share answers together, all that a wide rule meets with that rule."""

from __future__ import annotations

from itertools import combinations, product
from random import Random

from macros.decisions.proofs.overlaps import MOST, overlaps
from macros.decisions.space.domain import Domain
from macros.decisions.tables.table import Axis, OutputColumn, Row, Table
from macros.records.decision import Aggregation, HitPolicy

from .. import oracle
from ..making import asked
from .test_verify import rule, table, table_problems

NUMBERS = "inputs:\n" + asked("n", "range: '[0..99]'") + asked("m", "range: '[0..99]'")


def test_two_rules_for_the_same_answers_are_named_with_such_answers() -> None:
    rules = rule("one", "stop", a="yes") + rule("two", "go", b="yes")
    assert table_problems(table("unique", rules))[0] == "rules 'one' and 'two' both hold for: a?: Yes, b?: Yes"


def test_many_rules_for_the_same_answers_are_told_once() -> None:
    rules = "".join(rule(f"r{number}", "stop", n=f">= {number}") for number in range(10))
    (wrong,) = [one for one in table_problems(table("unique", rules, NUMBERS)) if "hold" in one]
    assert wrong == "rules 'r0', 'r1', 'r2' and 7 more all hold for: n?: 9 or more"


def test_one_wide_rule_is_told_once_with_all_that_it_meets() -> None:
    rules = "".join(rule(f"r{number}", "stop", n=str(number)) for number in range(10)) + rule("wide", "go", m="5")
    (wrong,) = [one for one in table_problems(table("unique", rules, NUMBERS)) if "hold" in one]
    assert wrong == "rule 'wide' holds together with each of 'r0', 'r1', 'r2' and 7 more, one of them for: n?: 0, m?: 5"
    (wrong,) = [one for one in table_problems(table("any", rules, NUMBERS)) if "another result" in one]
    assert wrong.startswith("rule 'wide' gives another result than each of 'r0', 'r1', 'r2' and 7 more")


def test_rules_that_agree_may_overlap_under_any_and_others_may_not() -> None:
    same = rule("one", "stop", a="yes") + rule("two", "stop", b="yes")
    assert not [one for one in table_problems(table("any", same)) if "give different" in one]
    other = same.replace("then: stop, ", "then: go, ", 1)
    assert "rules 'one' and 'two' give different results for: a?: Yes, b?: Yes" in table_problems(table("any", other))


def test_what_no_answers_give_is_no_overlap_though_many_rules_stand_there() -> None:
    inputs = "inputs:\n" + asked("a", "range: '[0..9]'") + "  - {id: d, value: a * 2, range: '[0..18]'}\n"
    rules = rule("one", "stop", d="<= 7") + rule("two", "stop", d="[7..9]") + rule("three", "go", d="> 9")
    assert not [one for one in table_problems(table("unique", rules, inputs)) if "hold" in one]
    real = rules.replace("[7..9]", "[6..9]")
    assert [one for one in table_problems(table("unique", real, inputs)) if "hold" in one] == [
        "rules 'one' and 'two' both hold for: d: 6 to 7"
    ]


def made(policy: HitPolicy, chance: Random) -> Table:
    """A table by chance whose rules overlap as they will."""
    domain = Domain("integer", 6)
    axes = tuple(Axis(f"q{place}", f"q{place}", domain) for place in range(3))

    def part() -> tuple[tuple[int, int], ...]:
        low, high = sorted((chance.randrange(6), chance.randrange(6)))
        return ((low, high),) if chance.random() < 0.7 else ((0, 5),)

    rows = tuple(
        Row(f"r{index}", (tuple(part() for _ in axes),), (chance.choice(("a", "b")),))
        for index in range(chance.randint(1, 7))
    )
    column = OutputColumn("o", "o", ("a", "b"), ("a", "b"))
    return Table("t", axes, rows, policy, Aggregation.LIST, (column,))


def test_a_table_by_chance_has_an_overlap_if_two_rules_share_a_combination() -> None:
    kinds = {True: 0, False: 0}
    for number in range(600):
        one = made((HitPolicy.UNIQUE, HitPolicy.ANY)[number % 2], Random(number))
        points = list(product(range(6), repeat=3))
        clashes = any(
            (one.policy is HitPolicy.UNIQUE or a.gives != b.gives)
            and any(oracle.in_box(point, a.boxes[0]) and oracle.in_box(point, b.boxes[0]) for point in points)
            for a, b in combinations(one.rows, 2)
        )
        found = list(overlaps(one))
        kinds[clashes] += 1
        assert bool(found) == clashes
        named = {index for index, row in enumerate(one.rows) if any(f"'{row.id}'" in flaw.wrong for flaw in found)}
        assert not clashes or len(named) >= 2
        assert len(found) < len(one.rows)
    assert min(kinds.values()) > 50


def test_of_very_many_overlaps_enough_are_told() -> None:
    """Pairs of rules that share nothing with other pairs: each pair is a cause of its own."""
    rules = "".join(rule(f"a{n}", "stop", n=str(n % 100)) for n in range(100)) + "".join(
        rule(f"b{n}", "go", n=str(n), m="7") for n in range(100)
    )
    found = [one for one in table_problems(table("unique", rules, NUMBERS)) if "hold" in one]
    assert len(found) == MOST


def test_rules_of_several_parts_are_told_with_those_that_they_meet() -> None:
    rules = rule("one", "stop", n="0, 2") + rule("two", "stop", n="4, 6") + rule("three", "go", n="6, 8")
    assert [one for one in table_problems(table("unique", rules, NUMBERS)) if "hold" in one] == [
        "rules 'two' and 'three' both hold for: n?: 6"
    ]
