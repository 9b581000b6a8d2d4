"""DMN out, valid by OMG's own schema and readable by others; and as commands."""

from __future__ import annotations

import functools
import json
import re
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
import xmlschema

from macros.__main__ import main
from macros.decisions.interchange.dmn import VERSIONS, feel_name, slug
from macros.records.files.reading import parse_yaml

from ..guide import guide
from ..node import package, run_script
from .exporting import EVERY, FOREIGN, exported


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


@pytest.mark.parametrize("id", EVERY)
def test_what_is_named_is_a_string_and_what_is_counted_a_number(id: str) -> None:
    columns = [one for one in ElementTree.fromstring(exported(id)).iter() if one.tag.endswith("}output")]
    assert columns
    for column in columns:
        values = column.findtext("{*}outputValues/{*}text") or ""
        assert column.get("typeRef") == ("string" if values.startswith('"') else "number")


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
    assert EVERY
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


@pytest.mark.parametrize("id", ["graph", "priority", "signs"])
def test_lines_of_a_diagram_lead_from_top_to_bottom_between_shapes_that_stand_apart(id: str) -> None:
    root = ElementTree.fromstring(exported(id))
    boxes: dict[str, tuple[int, int, int, int]] = {}
    for shape in root.iterfind(".//{*}DMNShape"):
        (bounds,) = shape
        x, y, width, height = (int(bounds.attrib[name]) for name in ("x", "y", "width", "height"))
        boxes[shape.attrib["dmnElementRef"]] = (x, y, x + width, y + height)
    assert len(boxes) > 1
    for (_, (left, top, right, bottom)), (_, other) in combinations(boxes.items(), 2):
        assert right < other[0] or other[2] < left or bottom < other[1] or other[3] < top
    lines = {edge.attrib["dmnElementRef"]: edge for edge in root.iterfind(".//{*}DMNEdge")}
    assert len(lines) >= len(root.findall("{*}decision")) > 0
    for decision in root.iterfind("{*}decision"):
        for needed in decision.iterfind("{*}informationRequirement"):
            source, target = boxes[needed[0].attrib["href"][1:]], boxes[decision.attrib["id"]]
            begins, ends = ((int(point.attrib["x"]), int(point.attrib["y"])) for point in lines[needed.attrib["id"]])
            assert begins == ((source[0] + source[2]) // 2, source[1])
            assert ends == ((target[0] + target[2]) // 2, target[3])
            assert ends[1] < begins[1]


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
