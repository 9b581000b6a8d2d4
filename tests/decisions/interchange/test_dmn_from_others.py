"""DMN files as other tools write them come in as they are, and decide what they decided there.

The files are ours, in the shapes that modellers write: numbers without a range, languages named at the root, labels,
parts of types, decimals, names with signs, and tables inside business knowledge models.
"""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from macros.decisions.compiling.compiling import compile_decisions
from macros.decisions.compiling.questions import read_facts
from macros.decisions.diagram.compiled import Compiled
from macros.decisions.diagram.path import Decided, decide
from macros.decisions.interchange.arithmetic import read_expression
from macros.decisions.interchange.csv_in import from_csv
from macros.decisions.interchange.csv_out import to_csv
from macros.decisions.interchange.dmn import VERSIONS
from macros.decisions.interchange.dmn_in import from_dmn
from macros.decisions.interchange.dmn_out import to_dmn
from macros.decisions.interchange.feel import FeelError
from macros.decisions.interchange.imported import Imported
from macros.decisions.space.decimals import in_record, written
from macros.records import Decision, Fact, Place
from macros.records.files.reading import parse_yaml
from macros.records.files.writing import yaml_text

FEEL = "https://www.omg.org/spec/DMN/20230324/FEEL/"


def file(body: str) -> str:
    return (
        f'<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" expressionLanguage="{FEEL}" '
        f'typeLanguage="{FEEL}" namespace="urn:x" name="x"><extensionElements/>{body}</definitions>'
    )


def data(name: str, type_ref: str) -> str:
    return f'<inputData id="{name}" name="{name}"><variable name="{name}" typeRef="{type_ref}"/></inputData>'


def rule(*cells: str) -> str:
    entries = [f"<inputEntry><text>{cell}</text></inputEntry>" for cell in cells[:-1]]
    results = [f"<outputEntry><text>{cell}</text></outputEntry>" for cell in cells[-1].split(" / ")]
    return "<rule>" + "".join(entries) + "".join(results) + "</rule>"


def asked(text: str, type_ref: str = "number") -> str:
    return f'<input label="{text}"><inputExpression typeRef="{type_ref}"><text>{text}</text></inputExpression></input>'


PRICES = file(
    data("Years", "number")
    + '<decision name="Price"><variable name="Price" typeRef="number"/>'
    + '<decisionTable hitPolicy="COLLECT" aggregation="MIN" outputLabel="Price" typeRef="number">'
    + f"{asked('Years')}<output/>{rule('&gt;1', '41.07')}{rule('&gt;3', '12.5')}{rule('&lt;=1', '99')}"
    + "</decisionTable></decision>"
)
PARTS = file(
    '<itemDefinition name="unused" label="unused"><itemComponent name="x"><typeRef>string</typeRef></itemComponent>'
    '</itemDefinition><itemDefinition name="tLoan" label="tLoan" isCollection="false">'
    '<itemComponent name="Yes/No"><typeRef>string</typeRef><allowedValues><text>"Yes","No"</text></allowedValues>'
    '</itemComponent><itemComponent name="Rate"><typeRef>string</typeRef></itemComponent></itemDefinition>'
    + data("Age", "number")
    + '<decision name="Loan"><variable name="Loan" typeRef="tLoan"/><decisionTable hitPolicy="PRIORITY">'
    + f'{asked("Age")}<output name="Yes/No" typeRef="string"/><output name="Rate" typeRef="string"/>'
    + rule("&gt;=18", '"Yes" / "Low"')
    + rule("-", '"No" / "High"')
    + "</decisionTable></decision>"
)
SIGNS = file(
    '<itemDefinition name="tPre"><typeRef>number</typeRef><allowedValues><text>[0..9]</text></allowedValues>'
    "</itemDefinition>"
    + data("pre-paid share", "number")
    + data("pre", "tPre")
    + '<decision name="over-all"><decisionTable hitPolicy="FIRST">'
    + asked("pre-paid share")
    + asked("pre-paid share - pre")
    + "<output/>"
    + rule("&gt; 2", "[2..5]", '"a"')
    + rule("-", "-", '"b"')
    + "</decisionTable></decision>"
)


def model(call: str) -> str:
    return file(
        data("Pain", "number")
        + data("Limps", "boolean")
        + f'<decision name="Today"><knowledgeRequirement><requiredKnowledge href="#m"/></knowledgeRequirement>{call}'
        + '</decision><businessKnowledgeModel id="m" name="Rest model"><variable name="Rest model"/>'
        + '<encapsulatedLogic><formalParameter name="level" typeRef="number"/>'
        + '<formalParameter name="limp" typeRef="boolean"/><decisionTable hitPolicy="FIRST">'
        + f"{asked('level')}{asked('limp', 'boolean')}<output/>"
        + rule("&gt; 5", "-", '"rest"')
        + rule("-", "true", '"rest"')
        + rule("-", "-", '"run"')
        + "</decisionTable></encapsulatedLogic></businessKnowledgeModel>"
    )


BINDING = '<binding><parameter name="{}"/><literalExpression><text>{}</text></literalExpression></binding>'
INVOKED = model(
    "<invocation><literalExpression><text>Rest model</text></literalExpression>"
    f"{BINDING.format('limp', 'Limps')}{BINDING.format('level', 'Pain')}</invocation>"
)
CALLED = model("<literalExpression><text>Rest model(Pain, Limps)</text></literalExpression>")
NAMED = model("<literalExpression><text>Rest model(limp: Limps, level: Pain)</text></literalExpression>")


def compiled(imported: Imported) -> dict[str, Compiled]:
    """Decisions that were read, with a word wherever a file of another tool has none."""
    records = {}
    for fields in imported.decisions:
        record = parse_yaml(yaml_text(fields), "again.yml").value
        assert record == fields
        for item in record["inputs"]:
            if not item.keys() & {"fact", "decision", "value"}:
                item |= {"ask": item.get("ask", "?"), "why": "?"}
        for outcome in record.get("outcomes", {}).values():
            outcome |= {"urgency": "note", "means": "?"}
        for each in record["rules"]:
            each.setdefault("because", "?")
        dates = {"reviewed": "2026-01-01", "review_due": "2026-12-31"}
        history = [{"version": 1, "date": "2026-01-01", "change": "?", "fingerprint": "?"}]
        words = {"title": "?", "purpose": "?", "examples": [{"given": {}, "then": "x"}], "history": history, **dates}
        records[record["id"]] = Decision.model_validate({**words, **record})
    facts = {fields["id"]: Fact.model_validate({"ask": "?", "why": "?", **fields}) for fields in imported.facts}
    questions, _ = read_facts(facts, {}, lambda *_: Place("again.yml"))
    done, problems = compile_decisions(records, lambda *_: Place("again.yml"), facts=questions)
    assert done.keys() == records.keys(), "\n".join(map(str, problems))
    return done


@pytest.mark.parametrize(
    ("text", "id", "answers", "outcome"),
    [
        (PRICES, "price", {"years": 3}, (4107,)),
        (PRICES, "price", {"years": 4}, (1250,)),
        (PRICES, "price", {"years": 0}, (9900,)),
        (PARTS, "loan", {"age": 18}, ("yes", "low")),
        (PARTS, "loan", {"age": 17}, ("no", "high")),
        (SIGNS, "over-all", {"pre-paid-share": 3, "pre": 1}, ("a",)),
        (SIGNS, "over-all", {"pre-paid-share": 2, "pre": 0}, ("b",)),
        *(
            (text, "today", {"pain": pain, "limps": limps}, (outcome,))
            for text in (INVOKED, CALLED, NAMED)
            for pain, limps, outcome in ((6, False, "rest"), (5, True, "rest"), (5, False, "run"))
        ),
    ],
)
def test_a_file_of_another_tool_decides_here_what_it_decides_there(
    text: str, id: str, answers: dict[str, Any], outcome: tuple[Any, ...]
) -> None:
    read = from_dmn(text.encode(), "other.dmn")
    assert read.problems == ()
    done = compiled(read)
    result = decide(done[id], answers)
    assert isinstance(result, Decided)
    assert result.outcome == outcome


def test_a_missing_range_is_asked_once_though_three_tables_need_it() -> None:
    tables = "".join(
        f'<decision id="d{number}" name="d{number}"><decisionTable hitPolicy="FIRST">{asked("Age")}<output/>'
        f"{rule(f'&gt; {number * 10}', '1')}{rule('-', '2')}</decisionTable></decision>"
        for number in (1, 2, 3)
    )
    read = from_dmn(file(data("Age", "number") + tables).encode(), "other.dmn")
    assert read.problems == ()
    assert [question.wrong for question in read.questions] == [
        "'Age' does not say what it may be. [0..100] is taken: twice the largest number in its cells, rounded up"
    ]
    assert [item["fact"] for fields in read.decisions for item in fields["inputs"]] == ["age"] * 3
    assert [(fact["id"], fact["range"]) for fact in read.facts] == [("age", "[0..100]")]


@pytest.mark.parametrize("language", ["urn:other", "http://www.w3.org/1999/XPath"])
def test_a_language_that_is_not_feel_is_named(language: str) -> None:
    read = from_dmn(
        PRICES.replace(f'expressionLanguage="{FEEL}"', f'expressionLanguage="{language}"').encode(), "o.dmn"
    )
    assert [problem.wrong for problem in read.problems] == [
        f'not understood: the attribute expressionLanguage="{language}" of <definitions>'
    ]


# ── Generated tables ─────────────────────────────────────────────────────────────────────────────────────────────


def generated(number: int) -> dict[str, Any]:
    """The fields of a decision made by chance: every kind of column, steps and decimals included."""
    chance = Random(f"interchange {number}")
    inputs: list[dict[str, Any]] = []
    cells: list[list[Any]] = []
    for index in range(chance.randint(1, 4)):
        item: dict[str, Any] = {"id": f"q{index}", "ask": f"Q{index}?", "why": "So"}
        kind = chance.choice(("options", "boolean", "range", "range"))
        if kind == "options":
            item["options"] = {name: name.title() for name in ("knee", "hip", "30-days")[: chance.randint(2, 3)]}
            cells.append([*item["options"], list(item["options"])[:2]])
        elif kind == "boolean":
            item["boolean"] = True
            cells.append([True, False])
        else:
            step, low = chance.choice((1, 1, 5, 25)), chance.randint(-30, 30)
            high = low + step * chance.randint(2, 40)
            scale = chance.choice((1, 10, 100, 1000))
            first, middle, last = (written(number, scale) for number in (low, low + step, high))
            item |= {"range": f"[{first}..{last}]", "step": in_record(step, scale) if step > 1 else None}
            alone = in_record(low + step, scale)
            cells.append([f"<= {middle}", f"> {middle}", f"[{first}..{middle}]", alone, f"{first}, {last}"])
        inputs.append(item)
    numbers = chance.random() < 0.5
    scale = chance.choice((1, 10, 100))
    results: dict[str, Any] = (
        {"outputs": [{"id": "points", "label": "Points", "range": f"[{written(-250, scale)}..{written(999, scale)}]"}]}
        if numbers
        else {"outcomes": {name: {"urgency": "note", "heading": name, "means": name} for name in ("stop", "go")}}
    )
    values: list[Any] = [in_record(one, scale) for one in (-250, -1, 0, 7, 999)] if numbers else ["stop", "go"]
    rules = []
    for index in range(chance.randint(1, 6)):
        when = {
            item["id"]: chance.choice(those) for item, those in zip(inputs, cells, strict=True) if chance.random() < 0.7
        }
        rules.append({"id": f"r{index}", "when": when, "then": chance.choice(values), "because": "=So\n and 'so'; yes"})
    policy = chance.choice(("first", "rule order", "collect", "priority", "output order"))
    return {"id": f"made-{number}", "hit_policy": policy, "inputs": inputs, "rules": rules, **results}


def test_generated_tables_go_out_to_dmn_and_csv_and_come_back_as_they_were() -> None:
    for number in range(150):
        before = compiled(Imported((generated(number),), ()))[f"made-{number}"]
        for version in VERSIONS:
            read = from_dmn(to_dmn(before, {before.id: before}, version).encode(), "made.dmn")
            assert (read.problems, read.questions) == ((), ())
            again = compiled(read)[before.id]
            assert again.authored == before.authored
            assert again.fingerprint == before.fingerprint
            assert [one.because for one in again.record.rules] == [one.because for one in before.record.rules]
        sheet = from_csv(to_csv(before).encode(), f"{before.id}.csv")
        assert sheet.problems == ()
        from_sheet = compiled(sheet)[before.id]
        assert from_sheet.authored.rows == before.authored.rows
        assert [one.answers for one in from_sheet.authored.domains] == [one.answers for one in before.authored.domains]
        assert [one.scale for one in from_sheet.authored.domains] == [one.scale for one in before.authored.domains]
        assert [one.because for one in from_sheet.record.rules] == [one.because for one in before.record.rules]


# ── What only looks alike ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("stated", "warned"), [("3, 2, 1", False), ("1, 2, 3", True), ("3, 1, 2", True)])
def test_numbers_in_an_order_of_priority_of_their_own_are_named(stated: str, warned: bool) -> None:
    text = file(
        data("Years", "number")
        + '<decision name="Price"><decisionTable hitPolicy="PRIORITY">'
        + f"{asked('Years')}<output><outputValues><text>{stated}</text></outputValues></output>"
        + f"{rule('&gt;1', '1')}{rule('&gt;3', '2')}{rule('-', '3')}</decisionTable></decision>"
    )
    found = [problem.wrong for problem in from_dmn(text.encode(), "other.dmn").problems]
    assert found == ["these numbers are in an order of priority of their own"] * warned


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("floor(a / b)", ("//", "a", "b")),
        ("floor(a * 2 / b)", ("//", ("*", "a", 2), "b")),
        ("floor(a / (b * 2))", ("//", "a", ("*", "b", 2))),
        ("floor(a / b * 2)", None),  # (a / b) times 2, which is no whole number before it is rounded down
        ("floor(a / b / 2)", None),
        ("floor(a + 1 / b)", None),
        ("a / b", None),
        ("floor(a)", None),
    ],
)
def test_a_division_is_read_where_it_is_rounded_down_at_once_and_nowhere_else(text: str, tree: Any) -> None:
    ids = {"a": "a", "b": "b"}
    if tree:
        assert read_expression(text, ids) == tree
    else:
        with pytest.raises(FeelError):
            read_expression(text, ids)
