"""The proofs find what trying every answer finds, no more and no less. Small here; `make audit` takes thousands."""

from __future__ import annotations

import time
from random import Random

import pytest

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.proofs.guarantees import broken_guarantees
from macros.decisions.proofs.idle_rules import idle_rules, redundant_rules
from macros.decisions.proofs.matter import matters
from macros.decisions.proofs.merging import merges
from macros.decisions.space.gaps import gap_boxes
from macros.decisions.tables.evaluate import first_values
from macros.decisions.tables.search import Search

from . import brute, oracle
from .figures import figure
from .generated import POLICIES, generated

SMALL = 20 * len(POLICIES)
TABLES = 3_300  # in the audit


def check(decision: Compiled, chance: Random) -> dict[str, int]:
    """Holds every proof of one table against trying; says how often each had something to find."""
    table, points = decision.table, oracle.attainable(decision)
    search = Search(table)
    never, idle = idle_rules(table, search)
    dead, masked = brute.idle(table, points)
    assert idle == dead | masked
    assert sum("can never apply" in flaw.wrong for flaw in never) == len(dead)
    spare, redundant = redundant_rules(table, search, idle)
    assert bool(spare) == bool(redundant)
    expected = brute.outcomes(table, points)
    assert brute.outcomes(brute.without(table, idle | redundant), points) == expected, "one of them changes a result"
    for index in set(range(len(table.rows))) - idle - redundant:
        others = brute.without(table, idle | redundant | {index})
        assert brute.outcomes(others, points) != expected, f"row {index} could go, and nobody says so"
    gaps = [box for box in gap_boxes(search.cover) if decision.can_be(box)]
    assert {point for box in gaps for point in oracle.members(box) & points} == brute.unmatched(table, points)
    impossible = sum(not decision.can_be(box) for box in gap_boxes(search.cover))
    merged = list(merges(table, [()] * len(table.rows), idle | redundant))
    for merge in merged:
        assert brute.outcomes(brute.with_one(table, merge.group, merge.place, merge.box), points) == expected
    for axis in range(len(table.axes)):
        assert matters(search, axis) == brute.matters(table, axis, points), axis
    for box, outcome in search.parts():
        inside = oracle.members(box) & points
        assert inside
        assert {expected.pop(point) for point in inside} == {outcome}
    assert not expected, "a combination in no part"
    return {
        "dead": len(dead),
        "masked": len(masked),
        "redundant": len(redundant),
        "gaps": len(gaps),
        "gaps at impossible answers": impossible,
        "merged": len(merged),
        **_promises(decision, chance, points),
    }


def _promises(decision: Compiled, chance: Random, points: set[brute.Point]) -> dict[str, int]:
    table = decision.table
    counted = {"broken": 0, "held": 0, "back": 0, "forth": 0}
    if not table.outputs[0].values:
        return counted
    for _ in range(3):
        made, guarantee, box = brute.guaranteed(decision, chance)
        broken = brute.breaks(table, guarantee, box, points)
        said = [flaw.wrong for flaw in broken_guarantees(made)]
        if not any("it allows every outcome" in one for one in said):
            assert any("no combination of answers meets" in one for one in said) == (broken is None)
            assert any("does not hold" in one for one in said) == (broken is True)
            counted["broken" if broken else "held"] += 1
    made, axis, box = brute.never_back(decision, chance)
    if axis >= 0 and decision.table.outputs[0].values and len(table.outputs) == 1 and table.aggregation == "list":
        back = brute.goes_back(table, axis, box, points)
        said = [flaw.wrong for flaw in broken_guarantees(made)]
        if not any("proves nothing" in one for one in said):
            assert any("does not hold" in one for one in said) == back
            counted["back" if back else "forth"] += 1
    return counted


def run(count: int, seed: int) -> dict[str, int]:
    total: dict[str, int] = {"tables": 0, "derived": 0, "aliases": 0}
    for decision, chance in generated(count, seed=seed):
        total["tables"] += 1
        total["derived"] += any(axis.tree is not None for axis in decision.table.axes)
        total["aliases"] += any(question.domain.aliases for question in decision.questions.values())
        for name, number in check(decision, chance).items():
            total[name] = total.get(name, 0) + number
    return total


def test_proofs_find_what_trying_every_answer_finds() -> None:
    total = run(SMALL, seed=5)
    assert total.pop("tables") == SMALL
    assert min(total.values()) >= 5, total


@pytest.mark.audit
@pytest.mark.parametrize("seed", range(1000, 1006))
def test_proofs_find_what_trying_every_answer_finds_in_thousands_of_tables(seed: int) -> None:
    begun = time.process_time()
    total = run(TABLES // 6, seed)
    took = time.process_time() - begun
    again = proofs_alone(TABLES // 6, seed)
    for name, number in total.items():
        wanted = f"{TABLES // 6}" if name == "tables" else "at least 10, each as by trying"
        figure(f"brute force, seed {seed}: {name}", f"{number:,}", wanted)
    figure(f"brute force, seed {seed}: proofs alone", f"{again:.1f} s", "less than trying", (took - again) / again)
    assert min(total.values()) >= 10, total
    assert again < took - again


def proofs_alone(count: int, seed: int) -> float:
    """The seconds that the proofs of as many tables take, without what judges them."""
    made = [decision for decision, _ in generated(count, seed=seed)]
    begun = time.process_time()
    for decision in made:
        search = Search(decision.table)
        _, idle = idle_rules(decision.table, search)
        redundant_rules(decision.table, search, idle)
        gap_boxes(search.cover)
        for axis in range(len(decision.table.axes)):
            matters(search, axis)
        for _ in search.parts():
            pass
    return time.process_time() - begun


def test_outcomes_of_a_table_are_those_of_its_parts() -> None:
    made = list(generated(3 * len(POLICIES), seed=6))
    assert len(made) == 3 * len(POLICIES) > 3
    for decision, _ in made:
        told = {oracle.outcome(decision.table, point) for point in oracle.attainable(decision)}
        assert {outcome for _, outcome in Search(decision.table).parts()} == told
        assert set(decision.diagram.outcomes_below(decision.diagram.root)) == told
        assert all(first_values(outcome, decision.table.many) is not None for outcome in told)
