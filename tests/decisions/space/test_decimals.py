"""Numbers with decimals: exact in every form, `20` and `20.0` the same, as fine as an input says or its cells are."""

from __future__ import annotations

import ast
from decimal import Decimal
from typing import Any

import pytest

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.diagram.path import Decided, decide
from macros.decisions.proofs.cases import cases_csv
from macros.decisions.proofs.flaw import say_outcome
from macros.decisions.space.conditions import cell_text, parse_cell
from macros.decisions.space.decimals import (
    SCALES,
    NumberError,
    read_number,
    scale_in,
    shown,
    stored,
    written,
)
from macros.decisions.space.domain import Domain
from macros.decisions.tables.evaluate import outcome_of
from macros.records.files.reading import parse_yaml
from macros.records.files.writing import yaml_text
from tools.build import ROOT

from ..making import asked, compiled_with_problems, example, one, outcomes, wrongs
from ..proofs.test_verify import rule, table

DOSE = "inputs:\n" + asked("dose", "range: '[0..200]'")
RULES = rule("much", "stop", dose="> 98.83") + rule("some", "ease-off", dose="[20..98.83]") + rule("rest", "go")
RESULTS = outcomes("stop", "ease-off", "go")
GIVEN = example({"dose": 98.84}, "stop") + example({"dose": 98.83}, "ease-off") + example({"dose": 19.99}, "go")


def dose(rules: str = RULES, inputs: str = DOSE, given: str = GIVEN, more: str = "") -> str:
    return table("first", rules, inputs, RESULTS, more) + f"examples:\n{given}"


def result(decision: Compiled, **answers: int) -> Any:
    found = decide(decision, answers)
    assert isinstance(found, Decided)
    return found.outcome


# ── What a number means ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_decision_is_exact_to_the_last_decimal_that_a_cell_names() -> None:
    decision = one(dose())
    domain = decision.questions["dose"].domain
    assert (domain.scale, domain.low, domain.high) == (100, 0, 20_000)
    assert [result(decision, dose=number) for number in (1999, 2000, 9883, 9884)] == [
        ("go",),
        ("ease-off",),
        ("ease-off",),
        ("stop",),
    ]


@pytest.mark.parametrize(
    ("inputs", "rules"),
    [
        (DOSE, RULES.replace("[20..98.83]", "[20.0..98.830]").replace("> 98.83", "> 98.830")),
        (DOSE.replace("[0..200]", "[0.00..200.0]"), RULES),
        (DOSE.replace("'[0..200]'", "'[0..200]', scale: 100"), RULES),
        (DOSE.replace("'[0..200]'", "'[0..200]', step: 0.01"), RULES),
    ],
)
def test_a_number_is_the_same_however_it_is_written(inputs: str, rules: str) -> None:
    said, plain = one(dose(rules, inputs)), one(dose())
    scale = said.questions["dose"].domain.scale
    for hundredths in (0, 1999, 2000, 9883, 9884, 20_000):
        assert result(said, dose=hundredths * scale // 100) == result(plain, dose=hundredths)


@pytest.mark.parametrize(
    ("domain", "cells", "scale"),
    [
        ("range: '[0..200]'", ["20"], 1),
        ("range: '[0..200]'", ["20.0"], 10),
        ("range: '[0..200.00]'", ["20"], 100),
        ("range: '[0..200]', step: 0.125", ["> 20"], 1000),
        ("range: '[0..200]'", ["not(20.5)", "< 3.25"], 100),
        ("range: '[0..200]', scale: 10", ["20"], 10),
    ],
)
def test_the_scale_is_what_the_input_says_or_the_finest_number_of_its_range_step_and_cells(
    domain: str, cells: list[str], scale: int
) -> None:
    rules = "".join(rule(f"r{number}", "stop", dose=cell) for number, cell in enumerate(cells)) + rule("rest", "go")
    decision, _ = compiled_with_problems(
        test=dose(rules, "inputs:\n" + asked("dose", domain), example({"dose": 20}, "stop"))
    )
    assert decision["test"].questions["dose"].domain.scale == scale


def test_a_promise_can_be_finer_than_the_rules() -> None:
    promise = "guarantees: [{id: g, says: so, when: {dose: '> 98.835'}, always: [stop]}]\n"
    decision, problems = compiled_with_problems(test=dose(more=promise))
    assert problems == []
    assert decision["test"].questions["dose"].domain.scale == 1000


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (dose(inputs=DOSE.replace("'[0..200]'", "'[0..200]', scale: 10")), "'98.83' has more decimals than what"),
        (dose(inputs=DOSE.replace("'[0..200]'", "'[0..200]', scale: 20")), "20 is not a scale"),
        (dose(inputs=DOSE.replace("'[0..200]'", "'[0..0.0001]'")), "'0.0001' has more than 3 decimals"),
        (dose(inputs=DOSE.replace("'[0..200]'", "'[0..200]', step: 0.03")), "is not a range in steps of 0.03"),
        (dose(inputs=DOSE.replace("'[0..200]'", "'[0..200]', step: 0")), "is not a range in steps of 0"),
        (dose(inputs=DOSE.replace("'[0..200]'", "'[0..200]', step: '1'")), '`"1"` is no number'),
        (dose(inputs=DOSE.replace("200", "99999999999999")), "holds more numbers than a browser counts exactly"),
        (dose(RULES.replace("> 98.83", "> 98.8301")), "'98.8301' has more than 3 decimals"),
        (dose(RULES.replace("> 98.83", "1.234,5")), "'1.234,5' in '1.234,5' can be one number or several"),
        (dose(RULES.replace("> 98.83", "> 198,830")), "'198,830' in '> 198,830' can be one number or several"),
        (dose(RULES.replace("> 98.83", "> 200.01")), "'200.01' in '> 200.01' is outside the range of this input"),
        (dose(given=GIVEN + example({"dose": 5.005}, "go")), "'5.005' is not an answer to 'dose'"),
        (dose(given=GIVEN + example({"dose": "'5'"}, "go")), "'5' is not an answer to 'dose'"),
    ],
)
def test_what_cannot_be_counted_is_refused_in_a_sentence(text: str, wrong: str) -> None:
    assert any(wrong in said for said in wrongs(text)), wrongs(text)


def test_a_fact_is_as_fine_as_its_range_whatever_the_cells_of_one_table_ask_for() -> None:
    other = dose(inputs="inputs:\n  - fact: dose\n")
    assert wrongs(other, asked("dose", "range: '[0..200.00]'")) == []
    assert any("'98.83' has more decimals than" in said for said in wrongs(other, asked("dose", "range: '[0..200.0]'")))


PRICE = "outputs: [{id: price, label: Price, range: '[0..200]'}]\n"


@pytest.mark.parametrize(
    ("aggregation", "expected"), [("sum", "108.96"), ("min", "10.1"), ("max", "98.86"), ("count", "2")]
)
def test_results_are_as_exact_as_they_are_written(aggregation: str, expected: str) -> None:
    rules = rule("one", "98.86", dose="> 10") + rule("two", "10.10", dose="> 10.5")
    given = f"examples:\n  - {{given: {{dose: 10.6}}, then: {expected}}}\n"
    text = table(f"collect\naggregation: {aggregation}", rules, DOSE, PRICE) + given
    assert not [said for said in wrongs(text) if "example gives" in said or "no number" in said]
    decision = compiled_with_problems(test=text)[0]["test"]
    assert decision.table.outputs[0].numbers == Domain("integer", 20_001, scale=100)
    assert say_outcome(decision, outcome_of(decision.table, [0, 1])) == expected


@pytest.mark.parametrize(
    ("aggregation", "expected"),
    [
        ("sum", Domain("integer", 10_897, scale=100)),
        ("max", Domain("integer", 9887, scale=100)),
        ("count", Domain("integer", 3)),
    ],
)
def test_an_input_is_as_fine_as_the_decision_that_gives_it_and_a_count_is_whole(
    aggregation: str, expected: Domain
) -> None:
    prices = rule("one", "98.86", dose="> 10") + rule("two", "10.10", dose="> 10.5") + rule("three", "0", dose="<= 10")
    if aggregation == "count":
        prices = prices.rpartition("  - ")[0]
    given = f"examples:\n  - {{given: {{dose: 10.2}}, then: {1 if aggregation == 'count' else 98.86}}}\n"
    price = table(f"collect\naggregation: {aggregation}", prices, DOSE, PRICE, given)
    over = table(
        "first",
        rule("some", "stop", price="> 1") + rule("rest", "go"),
        "inputs:\n  - {id: price, decision: price, short: Price}\n",
        outcomes("stop", "go"),
        "examples:\n" + example({"dose": 10.6}, "stop"),
    )
    (axis,) = compiled_with_problems(price=price, test=over)[0]["test"].authored.axes
    assert axis.domain == expected


def test_words_and_tests_show_numbers_as_they_are_written() -> None:
    assert any(
        said.startswith("the example gives ease-off") for said in wrongs(dose(given=example({"dose": 98.83}, "go")))
    )
    assert wrongs(dose(RULES.replace(rule("rest", "go"), ""))) == [
        "no rule for: dose?: 19.99 or less (2,000 combinations)",
        "no combination of answers leads to the outcome 'go'",
        "the example gives no result, not go",
    ]
    (fix,) = [
        one.fix for one in compiled_with_problems(test=dose(RULES[: RULES.rindex("  -")]))[1] if "no rule" in one.wrong
    ]
    assert 'when: {dose: "<= 19.99"}' in fix
    lines = cases_csv(one(dose())).splitlines()
    assert "much,not dose,98.83,ease-off,some" in lines
    assert "some,not dose,19.99,go,rest" in lines


# ── No fraction anywhere ─────────────────────────────────────────────────────────────────────────────────────────


def test_yaml_numbers_are_as_exact_as_they_are_written() -> None:
    value = parse_yaml("a: 98.83\nb: 0.1\nc: 20.0\nd: 1e3\n", "x.yml").value
    assert value == {"a": Decimal("98.83"), "b": Decimal("0.1"), "c": 20, "d": 1000}
    assert all(isinstance(number, Decimal) for number in value.values())
    assert value["a"] * 100 == 9883  # the binary fraction next to it would give 9883.0000000000001…
    assert parse_yaml(yaml_text({"a": Decimal("98.83"), "b": "98.83"}), "y.yml").value == {
        "a": Decimal("98.83"),
        "b": "98.83",
    }


def test_nothing_in_the_engine_divides_or_counts_in_binary_fractions() -> None:
    found = []
    for path in sorted((ROOT / "macros" / "decisions").rglob("*.py")):
        for node_ in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            fraction = isinstance(node_, ast.Constant) and isinstance(node_.value, float)
            divided = isinstance(node_, ast.BinOp | ast.AugAssign) and isinstance(node_.op, ast.Div)
            named = isinstance(node_, ast.Name) and node_.id in ("float", "round", "math")
            if fraction or divided or named:
                found.append(f"{path.name}: {ast.unparse(node_)}")
    assert found == []


@pytest.mark.parametrize("scale", SCALES)
def test_every_number_of_a_scale_is_read_and_written_back(scale: int) -> None:
    domain = Domain("integer", 4001, low=-2000, scale=scale)
    for number in range(-2000, 2001):
        text = shown(number, scale)
        assert stored(read_number(text), scale) == stored(read_number(written(number, scale)), scale) == number
        ranges = parse_cell(text, domain)
        assert ranges == ((number + 2000, number + 2000),)
        assert parse_cell(cell_text(ranges, domain), domain) == ranges
    assert scale_in([written(1, scale)]) == scale


@pytest.mark.parametrize("text", ["1e3", "1_0", "0x1", "٣", "inf", "1.2.3", "", "1,5", "9" * 17, "0.1234"])
def test_what_is_no_number_here_is_refused(text: str) -> None:
    with pytest.raises(NumberError):
        read_number(text)
