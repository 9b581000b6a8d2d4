"""Large tables: proved soon and in little memory. Small here; `make audit` prints each figure beside what is wanted."""

from __future__ import annotations

import json
import resource
import subprocess
import time
from collections.abc import Callable
from itertools import combinations
from random import Random
from typing import TypeVar

import pytest

from bench.tables import sample
from macros.decisions.diagram.path import what_would_change
from macros.decisions.proofs.idle_rules import idle_rules
from macros.decisions.proofs.verify import verify
from macros.decisions.space.cover import cover_of
from macros.decisions.space.gaps import gap_boxes
from macros.decisions.space.regions import Box, difference, everything, volume
from macros.decisions.tables.search import Search
from macros.export.browser import tool_data
from macros.records.decision import HitPolicy
from tools.build import ROOT

from .figures import figure
from .growth import large
from .making import asked, example, one, outcomes, wrongs, yes_no
from .node import node
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
    figure(f"verify, {shape} 7 x {rules:,} {policy}: {len(found):,} flaws", f"{took:.2f} s", f"under {wanted} s")
    figure(f"verify, {shape} 7 x {rules:,} {policy}: memory of the process", f"{memory} MB", f"under {MEGABYTES} MB")
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
    figure(f"overlaps, {shape} 7 x 1,500, beside every pair", f"{took:.3f} s", "never slower", reference / took)
    assert found == expected
    assert took < reference


@pytest.mark.audit
@pytest.mark.parametrize("shape", ["tree", "random"])
def test_gaps_are_found_sooner_than_by_subtracting_every_rule(shape: str) -> None:
    """The reference takes one rule after the other off what is left of the whole."""
    made = sample(shape, 7, 300, 0)
    took, found = seconds(lambda: gap_boxes(cover_of(made.rows, made.sizes)))
    whole = tuple(everything(size) for size in made.sizes)
    reference, expected = seconds(lambda: subtracted([whole], [box for row in made.rows for box in row]))
    figure(f"gaps, {shape} 7 x 300, beside subtracting", f"{took:.3f} s", "a sixth of it", reference / took)
    assert sum(map(volume, found)) == sum(map(volume, expected))
    assert took < reference / 6


def subtracted(parts: list[Box], rules: list[Box]) -> list[Box]:
    for rule_ in rules:
        parts = [left for part in parts for left in difference(part, rule_)]
    return parts


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


SCRIPTS = ROOT / "overrides" / "assets" / "scripts" / "decisions"
HUGE = (
    "inputs:\n"
    + asked("n", "range: '[0..100000000]'")
    + asked("m", "range: '[0..9999]'")
    + "  - {id: d, value: n * 3 // 2 + m, range: '[0..150009999]'}\n"
)


def test_what_would_change_among_millions_of_answers_is_found_at_once_and_alike_in_the_browser() -> None:
    rules = (
        rule("far", "stop", d="> 149999999") + rule("near", "ease-off", n="[5..99]", d="<= 120") + rule("rest", "go")
    )
    given = example({"n": 100000000, "m": 0}, "stop") + example({"n": 5, "m": 0}, "ease-off")
    text = table("first", rules, HUGE, outcomes("stop", "ease-off", "go")) + "examples:\n" + given
    decision = one(text + example({"n": 0, "m": 0}, "go"))
    answers = {"n": 50, "m": 7}
    took, found = seconds(lambda: what_would_change(decision, answers))
    assert took < 2
    assert {(change.question, change.ranges, change.outcome) for change in found} == {
        ("n", ((0, 4), (76, 99_999_995)), ("go",)),
        ("n", ((99_999_996, 100_000_000),), ("stop",)),
        ("m", ((46, 9999),), ("go",)),
    }
    script = f"""
      import * as Decisions from {json.dumps((SCRIPTS / "decisions.js").as_uri())};
      const tool = {json.dumps(tool_data(decision, {}))};
      console.log(JSON.stringify(Decisions.changes(tool, tool.tables[0], {json.dumps(answers)})));
    """
    begun = time.monotonic()
    made = subprocess.run([node(), "--input-type=module", "-e", script], capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    theirs = {
        (change["question"], tuple(map(tuple, change["ranges"])), tuple(change["possible"][0]))
        for change in json.loads(made.stdout)
    }
    assert theirs == {(change.question, change.ranges, change.outcome) for change in found}
    assert time.monotonic() - begun < 30


def test_what_cannot_be_searched_to_its_end_says_nothing_of_the_rest() -> None:
    """With `m` open, each of millions of answers to `n` could be one of its own."""
    inputs = HUGE.replace("[0..9999]", "[0..99999999]")
    inputs = inputs.replace("150009999", "249999999")
    rules = rule("far", "stop", d="> 199999999") + rule("rest", "go")
    given = "examples:\n" + example({"n": 100000000, "m": 99999999}, "stop") + example({"n": 5, "m": 0}, "go")
    decision = one(table("first", rules, inputs, outcomes("stop", "go")) + given)
    took, found = seconds(lambda: what_would_change(decision, {"n": 50}))
    assert took < 10
    for change in found:
        assert set(change.possible) == {("stop",), ("go",)}
        assert all(low * 3 // 2 + 99999999 > 199999999 for low, _ in change.ranges)


def intertwined(rules: int, chance: Random) -> str:
    """A table of rules over three of 40 questions each, drawn by chance."""
    ids = [f"q{number}" for number in range(40)]
    rows = [
        rule(f"r{number}", chance.choice(("stop", "go")), **{id: chance.choice(("no", "yes")) for id in three})
        for number, three in enumerate(chance.sample(ids, 3) for _ in range(rules))
    ]
    return (
        table("first", "".join(rows) + rule("rest", "go"), yes_no(*ids))
        + "examples:\n"
        + example({"q0": "yes"}, "stop")
    )


def test_a_table_whose_proofs_would_have_no_end_is_refused_in_one_sentence() -> None:
    assert not [wrong for wrong in wrongs(intertwined(12, Random(1))) if "intertwined" in wrong]
    assert wrongs(intertwined(170, Random(1))) == [
        "these rules are too intertwined to be proved: a search through them did not end in 100,000 steps"
    ]


@pytest.mark.parametrize(("most", "more"), [(2, ["no rule for yet other answers"]), (3, [])])
def test_of_very_many_gaps_the_first_are_told(most: int, more: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.decisions.proofs.verify.MOST_TOLD", most)
    inputs = "inputs:\n" + asked("a", "range: '[0..2]'") + asked("b", "range: '[0..2]'")
    rules = rule("r", "stop", a="0", b="> 0") + rule("s", "stop", a="1", b="0, 2") + rule("t", "stop", a="2", b="< 2")
    text = table("first", rules, inputs, outcomes("stop"), "examples:\n" + example({"a": 0, "b": 1}, "stop"))
    found = [wrong.partition(" (")[0] for wrong in wrongs(text) if "no rule" in wrong]
    assert len({*found[:most]}) == most
    assert {*found[:most]} <= {f"no rule for: a?: {number}, b?: {number}" for number in range(3)}
    assert found[most:] == more
