"""A decision and every decision that it requires as one DMN file, the same bytes for the same data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ...records.decision import Aggregation, HitPolicy, Input
from ..diagram.compiled import Compiled
from ..space.domain import Domain
from ..space.expressions import feel_text, inputs_of
from ..tables.table import Axis, OutputColumn, Question
from .dmn import ANNOTATIONS, DC, DEFAULT_VERSION, DI, MODEL, OURS, VERSIONS, decision_id, feel_name, xml_id
from .extension import rest_of, write_more
from .feel import MOST_LISTED, feel_cell, feel_value, feel_values, type_of
from .ticked import asked_id, is_ticked, write_inputs, write_table

# What DMN says in elements of its own, so that it is not said again in ours.
_SAID_OF_DECISION = {"id", "title", "purpose", "hit_policy", "aggregation", "inputs", "outputs", "rules", "default"}
_SAID_OF_INPUT = {"id", "ask", "short", "boolean", "range", "step", "scale", "value", "decision", "fact"}
_SAID_OF_OUTPUT = {"id", "label", "range", "scale"}


def to_dmn(decision: Compiled, library: Mapping[str, Compiled], version: str = DEFAULT_VERSION) -> str:
    """The DMN file of a decision and all that it requires. `library` holds every compiled decision by id."""
    return in_version(_Writer(_required_first(decision, library), library).write(), version)


def in_version(text: str, version: str) -> str:
    """What `to_dmn` wrote, in another version of the standard: the part that we use differs by its namespaces alone."""
    written, wanted = VERSIONS[DEFAULT_VERSION], VERSIONS[version]
    return text.replace(written.model, wanted.model, 1).replace(written.diagram, wanted.diagram, 1)


def _required_first(decision: Compiled, library: Mapping[str, Compiled]) -> list[Compiled]:
    """The decision after everything that it requires, each once."""
    order: dict[str, Compiled] = {}
    for axis in decision.authored.axes:
        if axis.decision:
            order |= {found.id: found for found in _required_first(library[axis.decision], library)}
    order[decision.id] = decision
    return list(order.values())


class _Writer:
    """`decisions` come required ones first; the last one gives the file its name."""

    def __init__(self, decisions: list[Compiled], library: Mapping[str, Compiled]):
        self.decisions = decisions
        self.library = library
        self.questions: dict[str, Question] = {}  # each as the first decision that asks it says it
        for decision in decisions:
            for item in decision.record.inputs:
                if item.decision is None and item.value is None:
                    self.questions.setdefault(item.id, decision.questions[item.id])

    def write(self) -> str:
        """The whole file."""
        wanted = self.decisions[-1]
        root = Element("definitions")
        root.attrib |= {
            "xmlns": VERSIONS[DEFAULT_VERSION].model,
            "xmlns:dmndi": VERSIONS[DEFAULT_VERSION].diagram,
            "xmlns:dc": DC,
            "xmlns:di": DI,
            "xmlns:guide": OURS,
            "id": f"definitions.{wanted.id}",
            "name": feel_name(wanted.id),
            "namespace": f"{MODEL}{wanted.id}",
            "exporter": "Running, Bones & Joints",
        }
        for id, question in self.questions.items():
            self._type(root, id, question.domain)
        for decision in self.decisions:
            self._result_type(root, decision)
        asked: list[str] = []
        for question in self.questions.values():
            asked += self._input_data(root, question, asked)
        for question in filter(is_ticked, self.questions.values()):
            self._question(root, "decision", question, asked_id(question.id))
        for decision in self.decisions:
            self._decision(root, decision)
        self._diagram(root, asked)
        indent(root)
        return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"

    # ── Types ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _type(self, root: Element, id: str, domain: Domain) -> None:
        definition = SubElement(root, "itemDefinition", {"name": _type_name(id)})
        SubElement(definition, "typeRef").text = type_of(domain)
        if domain.kind != "boolean":
            _text(definition, "allowedValues", feel_values(domain))

    def _result_type(self, root: Element, decision: Compiled) -> None:
        table = decision.authored
        definition = SubElement(root, "itemDefinition", {"name": _result_name(decision.id)})
        if table.many:
            definition.set("isCollection", "true")
        if table.policy is HitPolicy.COLLECT and table.aggregation is not Aggregation.LIST:
            SubElement(definition, "typeRef").text = "number"
            return
        for column in table.outputs:
            part = (
                definition
                if len(table.outputs) == 1
                else SubElement(definition, "itemComponent", {"name": feel_name(column.id)})
            )
            SubElement(part, "typeRef").text = _type_of_column(column)
            _text(part, "allowedValues", _values_of_column(column))

    # ── Inputs ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _input_data(self, root: Element, question: Question, asked: list[str]) -> list[str]:
        """What readers say for a question, beside what others ask: the ids of its input data."""
        if is_ticked(question):
            return list(write_inputs(root, question, asked))
        self._question(root, "inputData", question, _input_id(question.id))
        return [_input_id(question.id)]

    def _question(self, root: Element, name: str, question: Question, xml_id: str) -> None:
        id, written = question.id, question.written
        data = SubElement(root, name, {"id": xml_id, "name": feel_name(id)})
        assert written is not None  # by somebody, or there would be no record to export
        if written.short:
            data.set("label", written.short)
        SubElement(data, "description").text = question.ask
        said = _SAID_OF_INPUT - ({"step"} if question.domain.size > MOST_LISTED else set())
        named = {"fact": question.fact.id} if question.fact else {}
        write_more(data, {**named, **rest_of(written, said)})
        SubElement(data, "variable", {"name": feel_name(id), "typeRef": _type_name(id)})
        if name == "decision":
            write_table(data, question)

    def _requirements(self, element: Element, decision: Compiled) -> None:
        for item in decision.record.inputs:
            if item.value is not None:
                continue  # the numbers that it reads are required themselves
            needed = SubElement(
                element, "informationRequirement", {"id": xml_id("needs", decision.id, item.decision or item.id)}
            )
            if item.decision:
                name, target = "requiredDecision", decision_id(item.decision)
            elif is_ticked(self.questions[item.id]):
                name, target = "requiredDecision", asked_id(item.id)
            else:
                name, target = "requiredInput", _input_id(item.id)
            SubElement(needed, name, {"href": f"#{target}"})

    # ── Decisions ────────────────────────────────────────────────────────────────────────────────────────────────

    def _decision(self, root: Element, decision: Compiled) -> None:
        record, table = decision.record, decision.authored
        name, result = feel_name(decision.id), _result_name(decision.id)
        element = SubElement(root, "decision", {"id": decision_id(decision.id), "name": name, "label": record.title})
        SubElement(element, "description").text = record.purpose
        write_more(element, rest_of(record, _SAID_OF_DECISION))
        SubElement(element, "variable", {"name": name, "typeRef": result})
        self._requirements(element, decision)
        logic = SubElement(element, "decisionTable", {"id": xml_id("table", decision.id)})
        logic.attrib |= {"hitPolicy": table.policy.value.upper(), "preferredOrientation": "Rule-as-Row"}
        if table.aggregation is not Aggregation.LIST:
            logic.set("aggregation", table.aggregation.value.upper())
        items = {item.id: item for item in record.inputs}
        for axis in table.axes:
            self._input_clause(logic, decision, axis, items[axis.id])
        for index, column in enumerate(table.outputs):
            self._output_clause(logic, decision, index, column)
        annotations = [name for name in ANNOTATIONS if any(getattr(rule, name) for rule in record.rules)]
        for annotation in annotations:
            SubElement(logic, "annotation", {"name": annotation})
        for rule, row in zip(record.rules, table.rows, strict=True):
            line = SubElement(logic, "rule", {"id": xml_id("rule", decision.id, rule.id)})
            for axis, ranges in zip(table.axes, row.boxes[0], strict=True):
                _text(line, "inputEntry", feel_cell(ranges, _in_the_file(axis)))
            for column, value in zip(table.outputs, row.gives, strict=True):
                _text(line, "outputEntry", feel_value(value, _scale_of(column)))
            for annotation in annotations:
                said = getattr(rule, annotation)
                _text(line, "annotationEntry", said if isinstance(said, str) else ", ".join(said))

    def _input_clause(self, logic: Element, decision: Compiled, axis: Axis, item: Input) -> None:
        clause = SubElement(logic, "input", {"id": xml_id("clause", decision.id, axis.id)})
        if item.short:
            clause.set("label", item.short)
        if axis.question and self.questions[axis.id].written is not axis.question.written:  # in words of its own
            write_more(clause, rest_of(item, _SAID_OF_INPUT - {"ask"}))
        if axis.tree is not None:
            scale = {"scale": axis.domain.scale} if axis.domain.scale > 1 else {}
            write_more(clause, {**rest_of(item, _SAID_OF_INPUT), **scale})
            names = {id: _whole(id, decision.questions[id].domain) for id in inputs_of(axis.tree)}
            expression, type_ref = feel_text(axis.tree, names), type_of(axis.domain)
        elif axis.decision:
            expression, type_ref = feel_name(axis.decision), _result_name(axis.decision)
        else:
            expression, type_ref = feel_name(axis.id), _type_name(axis.id)
        SubElement(SubElement(clause, "inputExpression", {"typeRef": type_ref}), "text").text = expression
        if axis.domain.kind != "boolean":
            _text(clause, "inputValues", feel_values(_in_the_file(axis)))

    def _output_clause(self, logic: Element, decision: Compiled, index: int, column: OutputColumn) -> None:
        table, record = decision.authored, decision.record
        clause = SubElement(
            logic, "output", {"id": xml_id("output", decision.id, column.id), "typeRef": _type_of_column(column)}
        )
        if len(table.outputs) > 1:  # "A single output has no name, only a value" (chapter 8.2)
            clause.set("name", feel_name(column.id))
        if record.outputs:
            clause.set("label", column.label)
            write_more(clause, rest_of(record.outputs[index], _SAID_OF_OUTPUT))
        if column.values or table.policy not in (HitPolicy.PRIORITY, HitPolicy.OUTPUT_ORDER):
            _text(clause, "outputValues", _values_of_column(column))
        else:
            given = {row.gives[index] for row in table.rows} | ({table.default[index]} if table.default else set())
            by_priority = sorted(given, reverse=True)
            _text(clause, "outputValues", ", ".join(feel_value(value, _scale_of(column)) for value in by_priority))
        if table.default is not None:
            _text(clause, "defaultOutputEntry", feel_value(table.default[index], _scale_of(column)))

    # ── Diagram ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _diagram(self, root: Element, asked: list[str]) -> None:
        """Each decision above what it requires, questions over signs above these, and what readers say lowest."""
        diagram = SubElement(SubElement(root, "dmndi:DMNDI"), "dmndi:DMNDiagram", {"id": "diagram"})
        ticked = [asked_id(question.id) for question in self.questions.values() if is_ticked(question)]
        rows: dict[int, list[str]] = {0: asked, **({1: ticked} if ticked else {})}
        for decision in self.decisions:
            rows.setdefault(self._height(decision.id) + bool(ticked), []).append(decision_id(decision.id))
        tops: dict[str, tuple[int, int]] = {}
        for height, members in sorted(rows.items(), reverse=True):
            top = (max(rows) - height) * 180 + 40
            for place, id in enumerate(members):
                left = 40 + place * 200
                tops[id] = (left, top)
                shape = SubElement(diagram, "dmndi:DMNShape", {"id": f"shape.{id}", "dmnElementRef": id})
                size = {"width": "160", "height": "80" if height else "50"}
                SubElement(shape, "dc:Bounds", {"x": str(left), "y": str(top), **size})
        for element in root.findall("decision"):
            to_x, to_y = tops[element.get("id", "")]
            for needed in element.findall("informationRequirement"):
                id, (from_x, from_y) = needed.get("id", ""), tops[needed[0].get("href", "")[1:]]
                edge = SubElement(diagram, "dmndi:DMNEdge", {"id": f"edge.{id}", "dmnElementRef": id})
                SubElement(edge, "di:waypoint", {"x": str(from_x + 80), "y": str(from_y)})
                SubElement(edge, "di:waypoint", {"x": str(to_x + 80), "y": str(to_y + 80)})

    def _height(self, id: str) -> int:
        needed = [axis.decision for axis in self.library[id].authored.axes if axis.decision]
        return 1 + max(map(self._height, needed), default=0)


def _in_the_file(axis: Axis) -> Domain:
    """What a column of the file is about: a derived number is worked out, and so compared, as it is stored."""
    return replace(axis.domain, scale=1) if axis.tree is not None else axis.domain


def _whole(id: str, domain: Domain) -> str:
    """A number in an expression, which counts in whole numbers."""
    return feel_name(id) if domain.scale == 1 else f"({feel_name(id)} * {domain.scale})"


def _scale_of(column: OutputColumn) -> int:
    return column.numbers.scale if column.numbers else 1


def _type_of_column(column: OutputColumn) -> str:
    return "string" if column.values else "number"


def _values_of_column(column: OutputColumn) -> str:
    if column.numbers is not None:
        return feel_values(column.numbers)
    return ", ".join(map(feel_value, column.values))


def _type_name(id: str) -> str:
    return f"answer_{feel_name(id)}"


def _result_name(id: str) -> str:
    return f"result_{feel_name(id)}"


def _input_id(id: str) -> str:
    return xml_id("input", id)


def _text(parent: Element, name: str, words: str) -> None:
    SubElement(SubElement(parent, name), "text").text = words
