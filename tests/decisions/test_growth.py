"""Large tables: proved soon and in little memory. Small here; `make audit` prints each figure beside what is wanted."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from itertools import combinations
from random import Random
from typing import TypeVar

import pytest

from bench.tables import sample
from macros.decisions.proofs.idle_rules import idle_rules
from macros.decisions.proofs.verify import verify
from macros.decisions.space.cover import cover_of
from macros.decisions.tables.search import Search
from macros.records.decision import HitPolicy

from .growth import large
from .making import example, wrongs, yes_no
from .proofs.test_verify import rule, table

T = TypeVar("T")

# Wanted, in seconds of processor time: everything that `verify` does.
WANTED = {("tree", 1500): 1, ("random", 1500): 5, ("tree", 5000): 10, ("random", 5000): 10}
MEGABYTES = 500


def seconds(work: Callable[[], T]) -> tuple[float, T]:
    started = time.process_time()
    found = work()
    return time.process_time() - started, found


@pytest.mark.parametrize("shape", ["tree", "random"])
def test_a_table_of_500_rules_is_proved_without_its_diagram(shape: str) -> None:
    decision = large(shape, 5, 500, HitPolicy.FIRST)
    found = verify(decision)
    assert any("no rule for" in flaw.wrong for flaw in found)
    assert any("the guarantee 'a' (a) does not hold" in flaw.wrong for flaw in found)
    assert "diagram" not in vars(decision)


@pytest.mark.audit
@pytest.mark.parametrize("policy", [HitPolicy.FIRST, HitPolicy.PRIORITY, HitPolicy.COLLECT])
@pytest.mark.parametrize(("shape", "rules"), WANTED)
def test_large_tables_are_proved_in_time(shape: str, rules: int, policy: HitPolicy) -> None:
    decision = large(shape, 7, rules, policy)
    took, found = seconds(lambda: verify(decision))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    wanted = WANTED[shape, rules]
    print(  # noqa: T201  # the report of the audit
        f"{shape} 7 x {rules:,} {policy}: {took:.2f} s ({wanted} s wanted), {memory} MB ({MEGABYTES} wanted), "
        f"{len(found)} flaws"
    )
    assert took < wanted
    assert memory < MEGABYTES


@pytest.mark.audit
@pytest.mark.parametrize("shape", ["tree", "random"])
def test_overlaps_are_found_sooner_than_by_every_pair(shape: str) -> None:
    """The reference compares each pair of rules, column by column, until one does not meet."""
    made = sample(shape, 7, 1500, 0)
    took, found = seconds(lambda: sorted(cover_of(made.rows, made.sizes).overlaps()))
    reference, expected = seconds(
        lambda: [
            (a, b)
            for (a, one), (b, other) in combinations(enumerate(made.boxes), 2)
            if all(low <= last and first <= high for (low, high), (first, last) in zip(one, other, strict=True))
        ]
    )
    print(f"overlaps, {shape} 7 x 1,500: {took:.3f} s, {reference / took:.0f} times as fast as by pairs (1 wanted)")  # noqa: T201
    assert found == expected
    assert took < reference


@pytest.mark.audit
@pytest.mark.parametrize("shape", ["tree", "random"])
def test_rules_that_never_count_are_found_in_large_tables_as_by_sampling_none_is_refuted(shape: str) -> None:
    """No answer of 20,000 by chance, half of them inside rules, is met first by a rule that is said never to count."""
    decision, chance = large(shape, 7, 1500, HitPolicy.FIRST), Random(1)
    _, idle = idle_rules(decision.authored, Search(decision.table))
    rows = [row.boxes[0] for row in decision.table.rows]
    for number in range(20_000):
        within = chance.choice(rows)
        point = [
            chance.randint(*ranges[0]) if number % 2 else chance.randrange(axis.domain.size)
            for axis, ranges in zip(decision.table.axes, within, strict=True)
        ]
        matched = decision.cover.matching(point)
        assert not matched or matched[0] not in idle


@pytest.mark.parametrize("policy", HitPolicy)
def test_rules_without_conditions_are_told_in_a_few_sentences(policy: HitPolicy) -> None:
    """2,000 of them from YAML, which took over 10 seconds and gave a sentence for each pair."""
    rules = "".join(rule(f"r{number}", ("stop", "go")[number % 2]) for number in range(2_000))
    text = table(str(policy), rules, yes_no("a")) + "examples:\n" + example({"a": "yes"}, "stop")
    took, found = seconds(lambda: wrongs(text))
    assert took < 5
    assert 0 < len(found) <= 4
