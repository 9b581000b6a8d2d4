"""DMN out and in: valid by OMG's own schema, readable by others, whole after a round trip, safe to read."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st

from macros.__main__ import main
from macros.decisions.compiling.compiling import compile_decisions
from macros.decisions.compiling.questions import read_facts
from macros.decisions.diagram.compiled import Compiled
from macros.decisions.interchange.arithmetic import expression_text, read_expression
from macros.decisions.interchange.dmn import OURS, VERSIONS, feel_name, slug
from macros.decisions.interchange.dmn_in import from_dmn
from macros.decisions.interchange.dmn_out import to_dmn
from macros.decisions.interchange.elements import MOST_BYTES
from macros.decisions.interchange.feel import MOST_LISTED, feel_cell, feel_values, read_cell, read_values
from macros.decisions.interchange.imported import Imported
from macros.decisions.space.domain import YES_NO, Domain
from macros.decisions.space.expressions import feel_text, inputs_of, parse_expression
from macros.decisions.space.regions import normalised
from macros.records import Decision, Fact, Place
from macros.records.files.reading import parse_yaml
from macros.records.files.writing import yaml_text

from ..guide import guide, guide_signs
from ..making import asked, compiled, example, outcomes, signs_named_in
from ..node import package, run_script
from ..proofs.test_verify import rule as row
from ..proofs.test_verify import table
from ..sample_tables import tables

EVERY = {**guide(), **tables()}
assert EVERY


def library_of(decision: Compiled) -> Mapping[str, Compiled]:
    return guide() if decision.id in guide() else tables()


def exported(id: str, version: str = "1.5") -> str:
    return to_dmn(EVERY[id], library_of(EVERY[id]), version)


# ── Out ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@functools.cache
def omg_schema(version: str) -> xmlschema.XMLSchema:
    """OMG's own schema. The package of Apache KIE's DMN editor carries it for every version."""
    name = version.replace(".", "")
    folder = package("@kie-tools/dmn-marshaller") / "src" / "schemas" / f"dmn-{version.replace('.', '_')}"
    return xmlschema.XMLSchema(folder / f"DMN{name}.xsd", allow="local")


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("id", EVERY)
def test_an_export_is_valid_by_the_schema_of_the_standard(id: str, version: str) -> None:
    faults = [f"{fault.path}: {fault.reason}" for fault in omg_schema(version).iter_errors(exported(id, version))]
    assert faults == []


def test_dmn_moddle_reads_every_export_without_a_warning() -> None:
    """It is what the bpmn.io modellers and Camunda's read with; it knows DMN 1.3."""
    lines = (json.dumps(exported(id, "1.3")) for id in EVERY)
    answered = run_script("engines/dmn_moddle.mjs", lines)
    assert len(answered) == len(EVERY)
    for id, line in zip(EVERY, answered, strict=True):
        decision, read = EVERY[id], json.loads(line)
        assert read["warnings"] == []
        table = read["tables"][-1]
        assert table["hitPolicy"] == decision.record.hit_policy.value.upper()
        assert [rule[0] for rule in table["rules"]] == [f"rule.{id}.{rule.id}" for rule in decision.record.rules]
        assert len(table["inputs"]) == len(decision.authored.axes)
        numbers = decision.authored.outputs[-1].numbers
        assert {rule[-1 - len(table["annotations"])] for rule in table["rules"]} <= {
            numbers.shown(int(row.gives[-1])) if numbers else json.dumps(row.gives[-1])
            for row in decision.authored.rows
        }
        elements = [element[1] for element in read["elements"]]
        assert sorted(read["drawn"]) == sorted(elements), "a modeller draws every element"
        assert read["edges"] > 0


def test_an_export_is_the_same_bytes_every_time() -> None:
    for id in EVERY:
        assert exported(id) == exported(id)
        bodies = {re.sub(r"(?s)^.*?<definitions [^>]*>", "", exported(id, version)) for version in VERSIONS}
        assert len(bodies) == 1, "versions differ in their namespaces alone"


def test_what_stands_in_the_file() -> None:
    """One small table, spelt out."""
    text = exported("priority")
    for fragment in (
        '<itemDefinition name="answer_site">',
        '<text>"knee", "hip", "shin"</text>',
        '<inputData id="input.pain" name="pain">',
        '<decisionTable id="table.priority" hitPolicy="PRIORITY" preferredOrientation="Rule-as-Row">',
        '<inputExpression typeRef="answer_site">',
        "<text>&lt;= 4</text>",
        "<text>3, 5, [7..8]</text>",
        '<text>"hip", "shin"</text>',
        '<text>"stop", "ease-off", "go"</text>',
        '<rule id="rule.priority.r2">',
        "<text>Row 2: &lt;so&gt;</text>",
        '<dc:Bounds x="40" y="220" width="160" height="50" />',
    ):
        assert fragment in text
    assert 'hitPolicy="COLLECT" preferredOrientation="Rule-as-Row" aggregation="SUM">' in exported("collect-sum")
    assert "<text>9, 0, -2</text>" in exported("priority-of-numbers")
    assert '<requiredDecision href="#priority" />' in exported("graph")
    assert "<text>-4, 0, 4, 8," in exported("unique"), "numbers in steps are listed"


@pytest.mark.parametrize("id", ["a", "bone-pain", "30-days", "in", "not", "max", "x-1-y"])
def test_names_are_feel_names_that_lead_back_to_their_ids(id: str) -> None:
    assert re.fullmatch(r"[a-z_][a-z0-9_]*", feel_name(id))
    assert feel_name(id) not in ("in", "not", "max")
    assert slug(feel_name(id)) == id


# ── Round trip ───────────────────────────────────────────────────────────────────────────────────────────────────


def imported(text: str) -> Imported:
    return from_dmn(text.encode(), "file.dmn")


def recompiled(text: str, fill: bool = False) -> dict[str, Compiled]:
    """Decisions from a DMN file by way of YAML text, compiled."""
    records = {}
    read = imported(text)
    for fields in read.decisions:
        value = parse_yaml(yaml_text(fields), "again.yml").value
        assert value == fields
        records[fields["id"]] = Decision.model_validate(_filled(value) if fill else value)
    facts = {fields["id"]: Fact.model_validate(_asked(fields) if fill else fields) for fields in read.facts}
    signs = signs_named_in(records, *facts.values()) | guide_signs()
    questions, wrong = read_facts(facts, signs, lambda *_: Place("again.yml"))
    assert not wrong
    return compile_decisions(records, lambda *_: Place("again.yml"), signs, questions)[0]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("id", EVERY)
def test_yaml_to_dmn_to_yaml_loses_nothing(id: str, version: str) -> None:
    text = exported(id, version)
    assert imported(text).problems == ()
    done = recompiled(text)
    for again in done.values():
        before = EVERY[again.id]
        assert again.fingerprint == before.fingerprint
        assert again.authored == before.authored
        assert again.questions == before.questions
        assert again.shows == before.shows
        assert _but_cells(again.record) == _but_cells(before.record)
    assert to_dmn(done[id], {**EVERY, **done}, version) == text


def _but_cells(record: Decision) -> dict[str, Any]:
    """Everything of a record, but in how many ways a cell or a number can be written. Arithmetic counts as its tree."""
    fields = record.model_dump()
    for rule in fields["rules"]:
        del rule["when"]
    for item in fields["inputs"]:
        item["value"] = item["value"] and parse_expression(item["value"])
    for item in (*fields["inputs"], *fields["outputs"]):
        for name in ("range", "step", "scale"):
            item.pop(name, None)  # questions and tables above hold these
    return fields


@pytest.mark.parametrize("id", EVERY)
def test_the_table_itself_stands_in_dmns_own_elements(id: str) -> None:
    """A tool that drops our extension keeps the decision: what DMN carries needs no help."""
    bare = re.sub(r"(?s)\s*<extensionElements>.*?</extensionElements>", "", exported(id))
    assert "guide:" not in bare.replace("xmlns:guide", "")
    before = EVERY[id].authored
    after = recompiled(bare, fill=True)[id].authored
    assert [(axis.id, axis.decision, axis.tree) for axis in after.axes] == [
        (axis.id, axis.decision, axis.tree) for axis in before.axes
    ]
    for one, other in zip(before.domains, after.domains, strict=True):
        assert (one.kind, one.ids, one.low, one.step, one.size) == (
            other.kind, other.ids, other.low, other.step, other.size)  # fmt: skip
    assert after.rows == before.rows
    assert (after.policy, after.aggregation, after.default) == (before.policy, before.aggregation, before.default)
    assert [(column.id, column.values, column.numbers and column.numbers.answers) for column in after.outputs] == [
        (column.id, column.values, column.numbers and column.numbers.answers) for column in before.outputs
    ]


def _asked(fields: dict[str, Any]) -> dict[str, Any]:
    """A fact with the word that DMN has no place for."""
    return {**fields, "why": "?"}


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    """A record with a word in every field that DMN has no place for."""
    for item in fields["inputs"]:
        if "ask" in item:
            item["why"] = "?"
    for outcome in fields.get("outcomes", {}).values():
        outcome |= {"urgency": "note", "means": "?"}
    history = [{"version": 1, "date": "2026-01-01", "change": "?", "fingerprint": "?"}]
    dates = {"reviewed": "2026-01-01", "review_due": "2026-12-31"}
    return {**fields, **dates, "examples": [{"given": {}, "then": "x"}], "history": history}


@pytest.mark.parametrize(
    "text",
    [
        "a + b * 2",
        "(a + b) * 2",
        "a - (b - 3)",
        "a - b - 3",
        "a // (b // 2)",
        "a * b // 2",
        "max(min(a, 3) + 1, b) // 4",
    ],
)
def test_expressions_survive_feel_and_are_written_with_no_bracket_too_many(text: str) -> None:
    tree = parse_expression(text)
    assert read_expression(feel_text(tree), {id: id for id in inputs_of(tree)}) == tree
    assert expression_text(tree) == text


_DOMAINS = st.one_of(
    st.just(YES_NO),
    st.integers(2, 6).map(lambda size: Domain("choice", size, tuple(f"id-{number}" for number in range(size)))),
    st.builds(
        lambda size, low, step: Domain("integer", size, low=low, step=step),
        st.integers(2, 9),
        st.integers(-20, 20),
        st.integers(1, 7),
    ),
)


@given(_DOMAINS, st.data())
def test_cells_and_allowed_values_are_read_back_as_they_were(domain: Domain, data: st.DataObject) -> None:
    values = read_values(feel_values(domain))
    assert [values.domain.answer(position) for position in range(values.domain.size)] == list(domain.answers)
    members = data.draw(st.sets(st.integers(0, domain.size - 1), min_size=1))
    ranges = normalised((member, member) for member in members)
    assert read_cell(feel_cell(ranges, domain), values) == ranges


# ── In, from others ──────────────────────────────────────────────────────────────────────────────────────────────

FOREIGN = """<?xml version="1.0" encoding="UTF-8"?>
<d:definitions xmlns:d="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:t="urn:tool" id="_1" name="Loan"
    namespace="urn:loan" t:width="12">
  <d:itemDefinition name="tRisk"><d:typeRef>string</d:typeRef>
    <d:allowedValues><d:text>"High risk", "Low risk"</d:text></d:allowedValues></d:itemDefinition>
  <d:inputData id="_2" name="Risk Category"><d:variable name="Risk Category" typeRef="tRisk"/></d:inputData>
  <d:inputData id="_3" name="isAffordable"><d:variable name="isAffordable" typeRef="boolean"/></d:inputData>
  <d:decision id="_4" name="Approval Status">
    <d:variable name="Approval Status" typeRef="string"/>
    <d:informationRequirement><d:requiredInput href="#_2"/></d:informationRequirement>
    <d:informationRequirement><d:requiredInput href="#_3"/></d:informationRequirement>
    <d:authorityRequirement><d:requiredAuthority href="#_9"/></d:authorityRequirement>
    <d:decisionTable hitPolicy="PRIORITY">
      <d:input><d:inputExpression><d:text>Risk Category</d:text></d:inputExpression></d:input>
      <d:input><d:inputExpression><d:text>isAffordable</d:text></d:inputExpression></d:input>
      <d:input><d:inputExpression><d:text>Age</d:text></d:inputExpression>
        <d:inputValues><d:text>[0..120]</d:text></d:inputValues></d:input>
      <d:output><d:outputValues><d:text>"Declined", "Approved"</d:text></d:outputValues></d:output>
      <d:annotation name="Notes"/><d:annotation name="Author"/>
      <d:rule id="_5"><d:inputEntry><d:text>"Low risk"</d:text></d:inputEntry>
        <d:inputEntry><d:text>true</d:text></d:inputEntry><d:inputEntry><d:text>&gt;=18</d:text></d:inputEntry>
        <d:outputEntry><d:text>"Approved"</d:text></d:outputEntry>
        <d:annotationEntry><d:text>Fine</d:text></d:annotationEntry></d:rule>
      <d:rule><d:description>No luck</d:description><d:inputEntry><d:text/></d:inputEntry>
        <d:inputEntry><d:text>-</d:text></d:inputEntry><d:inputEntry><d:text>date("2020-01-01")</d:text></d:inputEntry>
        <d:outputEntry><d:text>"Declined"</d:text></d:outputEntry></d:rule>
    </d:decisionTable>
  </d:decision>
  <d:businessKnowledgeModel id="_6" name="Score"/>
</d:definitions>
"""


def test_a_file_from_another_tool_is_read_as_far_as_it_goes() -> None:
    read = imported(FOREIGN)
    (decision,) = read.decisions
    assert decision == {
        "id": "approval-status",
        "title": "Approval Status",
        "hit_policy": "priority",
        "inputs": [
            {"id": "risk-category", "options": {"high-risk": "High risk", "low-risk": "Low risk"}},
            {"id": "is-affordable", "boolean": True},
            {"id": "age", "range": "[0..120]"},
        ],
        "rules": [
            {
                "id": "5",
                "when": {"risk-category": "low-risk", "is-affordable": True, "age": ">= 18"},
                "then": "approved",
                "because": "Fine",
            },
            {"id": "rule-2", "when": {"age": 'date("2020-01-01")'}, "then": "declined", "because": "No luck"},
        ],
        "outcomes": {"declined": {"heading": "Declined"}, "approved": {"heading": "Approved"}},
    }


def test_what_was_not_understood_is_listed_with_its_place() -> None:
    said = [f"{problem.place.line}:{problem.place.column} {problem.wrong}" for problem in imported(FOREIGN).problems]
    assert said == [
        "12:5 not understood: the element <authorityRequirement>",
        "25:56 the cell 'date(\"2020-01-01\")' is not understood: 'date(\"2020-01-01\")' is not a test "
        "(allowed: `-`, a comparison such as <= 5, [a..b], or whole numbers 0 to 120)",
        "29:3 not understood: the element <businessKnowledgeModel>",
    ]


@pytest.mark.parametrize(
    ("before", "after", "wrong"),
    [
        ('"High risk", "Low risk"', '"High risk", "high-risk"', "do not make different ids"),
        ('"High risk", "Low risk"', "count(1)", "<allowedValues> is not understood"),
        ("[0..120]", "[0..120.5555]", "<inputValues> is not understood"),
        ("[0..120]", "[7..7]", "fewer than two numbers"),
        ("<d:text>Age</d:text>", "<d:text>Age * 1.5</d:text>", "the input expression 'Age * 1.5' is not understood"),
        ('"Approved"</d:text></d:outputEntry>', '"Maybe"</d:text></d:outputEntry>', "is none of the allowed values"),
        ('"Declined", "Approved"', "true, false", "this output is true or false"),
        ("#_3", "#_33", "there is no input data '_33' in this file"),
        ("d:decisionTable", "d:literalExpression", "is not decided by a decision table"),
        ('hitPolicy="PRIORITY"', 'hitPolicy="PRIORITY" colour="red"', 'the attribute colour="red" of <decisionTable>'),
        ("Fine</d:text>", "Fine</d:text></d:annotationEntry><d:annotationEntry><d:text>Me</d:text>", "'Author' has no"),
        ("[0..120]", "[0..1e9]", "<inputValues> is not understood"),
        ("&gt;=18", "&gt;=" + "9" * 4300, "a number of 4,300 digits is not read"),
        ("&gt;=18", "&gt;=18.12345", "more than 3 decimals"),
    ],
)
def test_every_part_that_cannot_be_meant_is_named(before: str, after: str, wrong: str) -> None:
    text = FOREIGN.replace(before, after)
    assert text != FOREIGN
    assert any(wrong in problem.wrong for problem in imported(text).problems), imported(text).problems


@pytest.mark.parametrize(
    ("before", "after", "asked", "field"),
    [
        ('typeRef="tRisk"', 'typeRef="string"', 'Its cells name "Low risk"', ("options", {"low-risk": "Low risk"})),
        ("<d:inputValues><d:text>[0..120]</d:text></d:inputValues>", "", "[0..50] is taken", ("range", "[0..50]")),
    ],
)
def test_what_a_file_leaves_open_is_asked_once_with_a_proposal(
    before: str, after: str, asked: str, field: tuple[str, Any]
) -> None:
    text = FOREIGN.replace(before, after).replace('date("2020-01-01")', "&lt;18")
    read = imported(text)
    assert [asked in question.wrong for question in read.questions] == [True]
    assert not any("what the input may be is not known" in problem.wrong for problem in read.problems)
    assert any(item.get(field[0]) == field[1] for item in read.decisions[0]["inputs"])
    assert imported(FOREIGN).questions == ()


def test_an_outcome_that_a_modeller_added_or_renamed_comes_back() -> None:
    changed = re.sub(r'(?<=[ >])"ease-off"(?=[,<])', '"slow-down"', exported("priority"))
    (decision,) = imported(changed).decisions
    assert list(decision["outcomes"]) == ["stop", "slow-down", "go"]
    assert decision["outcomes"]["slow-down"] == {"heading": "slow-down"}
    assert decision["outcomes"]["go"]["means"] == "It means go."
    assert decision["rules"][2]["then"] == "slow-down"


# ── Hostile files ────────────────────────────────────────────────────────────────────────────────────────────────

_BILLION_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l "ha">'
    + "".join(f'<!ENTITY l{n} "{"".join([f"&l{n - 1 or str()};"] * 10)}">' for n in range(1, 10))
    + "]><definitions>&l9;</definitions>"
)


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (_BILLION_LAUGHS.encode(), "DOCTYPE"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><definitions>&x;</definitions>', "DOCTYPE"),
        (b'<!DOCTYPE a SYSTEM "https://example.org/a.dtd"><definitions/>', "DOCTYPE"),
        (b"<definitions>&x;</definitions>", "undefined entity"),
        (b"<definitions>", "no element found"),
        (b"", "no element found"),
        (b"not XML", "not well-formed"),
        (b'<?xml version="1.0" encoding="unheard-of"?><definitions/>', "encoding"),
        (b"<a>" * 200 + b"</a>" * 200, "deep inside each other"),
        (b" " * (MOST_BYTES + 1), "bytes"),
        (b"<definitions/>", "is no DMN file"),
        (b'<html xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/"/>', "is no DMN file"),
    ],
)
def test_a_hostile_or_broken_file_is_refused_in_words(content: bytes, wrong: str) -> None:
    read = from_dmn(content, "file.dmn")
    assert read.decisions == ()
    assert len(read.problems) == 1
    assert wrong in read.problems[0].wrong
    assert read.problems[0].place.file == "file.dmn"


def test_deeply_bracketed_arithmetic_is_refused_and_not_followed() -> None:
    text = FOREIGN.replace("<d:text>Age</d:text>", f"<d:text>{'(' * 5000}1{')' * 5000}</d:text>")
    assert any("brackets" in problem.wrong for problem in imported(text).problems)


@pytest.mark.parametrize("id", ["priority-of-two", "derived", "graph", "collect-count"])
def test_a_file_that_lacks_anything_is_read_without_falling_over(id: str) -> None:
    """Every element and every attribute left out in turn, and every text and attribute spoilt."""
    text = exported(id)
    root = ElementTree.fromstring(text)
    parents = {child: parent for parent in root.iter() for child in parent}
    seen: set[tuple[str, ...]] = set()
    for element in list(root.iter()):
        path = (element.tag, *_ways_up(element, parents))
        if path in seen or OURS in element.tag or "DMNDI" in element.tag:
            continue  # one of a kind in each place is enough
        seen.add(path)
        for name in list(element.attrib):
            kept = element.attrib.pop(name)
            from_dmn(ElementTree.tostring(root), "less.dmn")
            element.attrib[name] = "?"
            from_dmn(ElementTree.tostring(root), "spoilt.dmn")
            element.attrib[name] = kept
        if element.text and element.text.strip():
            kept, element.text = element.text, '"?", ('
            from_dmn(ElementTree.tostring(root), "spoilt.dmn")
            element.text = kept
        if element in parents:
            place = list(parents[element]).index(element)
            parents[element].remove(element)
            from_dmn(ElementTree.tostring(root), "less.dmn")
            parents[element].insert(place, element)


def _ways_up(element: ElementTree.Element, parents: Mapping[ElementTree.Element, ElementTree.Element]) -> Iterator[str]:
    while element in parents:
        yield element.get("id", "") if "rule" not in element.tag else element.tag
        element = parents[element]
        yield element.tag


# ── The commands ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands find the guide's decisions without reading all of data/ and docs/ again."""
    monkeypatch.setattr("macros.library.examine", lambda root: (SimpleNamespace(compiled=guide()), []))


@pytest.mark.usefixtures("loaded")
def test_export_and_import_as_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "sore.dmn"
    assert main(["export", "dmn", "sore-today", "-o", str(file), "--dmn-version", "1.3"]) == 0
    assert file.read_text(encoding="utf-8") == exported("sore-today", "1.3")
    assert main(["export", "dmn", "sore-today"]) == 0
    assert capsys.readouterr().out.strip() == exported("sore-today", "1.3").strip(), "what today's modellers open"
    assert main(["export", "json", "sore-today"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "sore-today"
    assert main(["import", str(file)]) == 0
    printed = capsys.readouterr()
    table, facts = (parse_yaml(part, "printed.yml").value for part in printed.out.split("---\n"))
    assert table["id"] == "sore-today"
    assert [fact["id"] for fact in facts["facts"]] == ["emergency", "bone-or-hip-pain"]
    assert printed.err == ""


@pytest.mark.usefixtures("loaded")
def test_a_wrong_call_says_what_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "dmn", "sore-todya"]) == 2
    assert "did you mean 'sore-today'?" in capsys.readouterr().err
    assert main(["import", str(tmp_path / "nothing.dmn")]) == 2
    assert "nothing.dmn" in capsys.readouterr().err
    foreign = tmp_path / "foreign.dmn"
    foreign.write_text(FOREIGN, encoding="utf-8")
    assert main(["import", str(foreign)]) == 1
    printed = capsys.readouterr()
    assert "id: approval-status" in printed.out
    assert "foreign.dmn:12:5: not understood: the element <authorityRequirement>" in printed.err


@pytest.mark.parametrize("id", ["graph", "priority"])
def test_lines_of_a_diagram_lead_from_top_to_bottom_between_shapes_that_stand_apart(id: str) -> None:
    root = ElementTree.fromstring(exported(id))
    boxes: dict[str, tuple[int, int, int, int]] = {}
    for shape in root.iterfind(".//{*}DMNShape"):
        (bounds,) = shape
        x, y, width, height = (int(bounds.attrib[name]) for name in ("x", "y", "width", "height"))
        boxes[shape.attrib["dmnElementRef"]] = (x, y, x + width, y + height)
    for (_, (left, top, right, bottom)), (_, other) in combinations(boxes.items(), 2):
        assert right < other[0] or other[2] < left or bottom < other[1] or other[3] < top
    lines = {edge.attrib["dmnElementRef"]: edge for edge in root.iterfind(".//{*}DMNEdge")}
    for decision in root.iterfind("{*}decision"):
        for needed in decision.iterfind("{*}informationRequirement"):
            source, target = boxes[needed[0].attrib["href"][1:]], boxes[decision.attrib["id"]]
            begins, ends = ((int(point.attrib["x"]), int(point.attrib["y"])) for point in lines[needed.attrib["id"]])
            assert begins == ((source[0] + source[2]) // 2, source[1])
            assert ends == ((target[0] + target[2]) // 2, target[3])
            assert ends[1] < begins[1]


@pytest.mark.parametrize("size", [MOST_LISTED, MOST_LISTED + 1])
def test_numbers_in_steps_are_listed_or_said_by_their_step_and_come_back(size: int) -> None:
    high = 2 * (size - 1)
    made = compiled(
        test=table(
            "first",
            row("much", "stop", n="> 4") + row("rest", "go"),
            "inputs:\n" + asked("n", f"range: '[0..{high}]', step: 2"),
            outcomes("stop", "go"),
            "examples:\n" + example({"n": 6}, "stop") + example({"n": 4}, "go"),
        )
    )
    text = to_dmn(made["test"], made, "1.3")
    (again,) = imported(text).decisions
    assert (again["inputs"][0]["range"], again["inputs"][0]["step"]) == (f"[0..{high}]", 2)
    assert (f"[0..{high}]" in text) == (size > MOST_LISTED)
    assert ("step" in text) == (size > MOST_LISTED)
