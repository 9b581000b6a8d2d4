"""The columns of a DMN table that is read: its inputs as questions, derived values or decisions, and its outputs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ...records.decision import Input, Output
from .dmn import last_part, slug
from .elements import Element
from .extension import read_more
from .feel import (
    AllowedValues,
    FeelError,
    choice,
    expression_text,
    read_expression,
    read_numbers,
    read_values,
    strings_in,
)
from .imported import Fields, in_fields

_NAME = re.compile(r"[^\W\d]\w*(?: \w+)*")
_DOMAIN = ("options", "boolean", "range", "step")
_SAID_BY_DMN = ("id", "range", "boolean", "value", "decision")


@dataclass
class Clause:
    """An input column: the input that it becomes, and what its cells are about (None: not known)."""

    input: Fields
    values: AllowedValues | None


@dataclass
class Column:
    """An output column: its id, what it may be, and what our extension tells of it."""

    id: str
    clause: Element
    values: AllowedValues | None
    more: Fields


class Columns:
    """Everything of one file that a column can refer to. `results` grows as decisions are read."""

    def __init__(self, root: Element, decisions: Mapping[str, Element], problem: Callable[..., None]):
        self.types = {element.attribute("name"): element for element in root.all("itemDefinition")}
        self.inputs = {element.attribute("id"): element for element in root.all("inputData")}
        self.by_name = {element.attribute("name"): element for element in self.inputs.values()}
        self.decisions = decisions
        self.decision_ids = {id: _id_of(element) for id, element in decisions.items()}
        self.problem = problem
        self.results: dict[str, AllowedValues | None] = {}
        self.asked_in: dict[str, str] = {}  # question → the first decision that asks it

    # ── Inputs ───────────────────────────────────────────────────────────────────────────────────────────────────

    def clause(self, clause: Element, table: Element, index: int, decision: str) -> Clause:
        """What an input clause of a decision becomes."""
        expression = clause.one("inputExpression")
        text = expression.text("text") if expression else ""
        typed = self._typed(expression.attribute("typeRef")) if expression else None
        stated = self._stated(clause, "inputValues")
        label = clause.attribute("label")
        own: Fields = {
            **read_more(clause, Input, _SAID_BY_DMN),
            "id": last_part(clause.attribute("id") or text) or f"column-{index + 1}",
            "short": label,
        }
        for id, values in self.results.items():
            if text and text == self.decisions[id].attribute("name"):
                return Clause(in_fields(Input, {**own, "decision": self.decision_ids[id]}), values)
        data = self.by_name.get(text)
        if data is not None:
            question = self._question(data)
            if question.values is None:
                question = self._with_values(question.input, typed or stated or self._in_cells(clause, table, index))
            elif stated is not None and stated != question.values:
                self.problem(clause, f"the input values differ from those of '{text}', which count")
            return Clause(self._first_or_like(question.input, decision, own), question.values)
        if _NAME.fullmatch(text):  # tools that draw no input data name the answer in the expression alone
            values = stated or typed or self._in_cells(clause, table, index)
            return self._with_values({**own, "id": slug(text)}, values)
        return self._with_values({**own, "value": self._expression(text, expression or clause)}, stated or typed)

    def _expression(self, text: str, at: Element) -> str:
        try:
            return expression_text(read_expression(text, {name: _id_of(data) for name, data in self.by_name.items()}))
        except FeelError as error:
            self.problem(at, f"the input expression '{text}' is not understood: {error}")
            return text

    def _question(self, data: Element) -> Clause:
        variable = data.one("variable")
        if variable:
            variable.attribute("name")
        fields = {
            **read_more(data, Input, _SAID_BY_DMN),
            "id": _id_of(data),
            "short": data.attribute("label"),
            "ask": data.text("description"),
        }
        return self._with_values(fields, self._typed(variable.attribute("typeRef")) if variable else None)

    def _first_or_like(self, question: Fields, decision: str, own: Fields) -> Fields:
        """A question in the first decision that asks it; elsewhere a pointer there."""
        first = own.get("like") or self.asked_in.setdefault(question["id"], decision)
        short = own.get("short")
        if "ask" in own:  # in words of its own
            return in_fields(Input, {**{name: question.get(name) for name in _DOMAIN}, **own, "id": question["id"]})
        if first == decision:
            return in_fields(Input, {**question, "short": short or question.get("short")})
        return in_fields(Input, {"id": question["id"], "short": short, "like": first})

    def _with_values(self, fields: Fields, values: AllowedValues | None) -> Clause:
        if values is not None and values.kind == "boolean":
            fields = {**fields, "boolean": True}
        elif values is not None and values.kind == "integer":
            step = fields.get("step", values.step)
            fields = {**fields, "range": f"[{values.low}..{values.high}]", "step": step if step != 1 else None}
        elif values is not None:
            fields = {**fields, "options": _options(values.names or {}, fields.get("options") or {})}
        return Clause(in_fields(Input, fields), values)

    def in_order(self, decision: Element, clauses: list[Clause], id: str) -> list[Fields]:
        """The columns, and among them the numbers that only a derived value reads, in the order of requirement."""
        ordered: list[Fields] = []
        waiting = [clause.input for clause in clauses]
        columns = {fields["id"] for fields in waiting}
        for needed in decision.all("informationRequirement"):
            for reference in needed.all("requiredInput"):
                target = reference.attribute("href").rsplit("#", 1)[-1]
                data = self.inputs.get(target)
                if data is None:
                    self.problem(reference, f"there is no input data '{target}' in this file")
                    continue
                question = _id_of(data)
                if question not in columns:
                    ordered.append(self._first_or_like(self._question(data).input, id, {}))
                while question in [fields["id"] for fields in waiting]:
                    ordered.append(waiting.pop(0))
        return [*ordered, *waiting]

    # ── Outputs ──────────────────────────────────────────────────────────────────────────────────────────────────

    def outputs(self, table: Element, variable: Element | None) -> list[Column]:
        """The output columns; what they may be is said by themselves, by the result's type, or by the rules."""
        type_ref = variable.attribute("typeRef") if variable else ""
        parts: dict[str, Element] = {}
        if type_ref in self.types:
            self.types[type_ref].attribute("isCollection")
            parts = {part.attribute("name"): part for part in self.types[type_ref].all("itemComponent")}
        columns = []
        for index, clause in enumerate(table.all("output")):
            name, id = clause.attribute("name"), clause.attribute("id")
            part = parts.get(name)
            values = self._type_values(part) if part else None if parts else self._typed(type_ref)
            named = self._typed(clause.attribute("typeRef"))
            values = self._by_priority(clause, values or named)
            values = values or self._in_cells(clause, table, index, "outputEntry")
            if values is not None and values.kind == "boolean":
                self.problem(clause, "this output is true or false", "make it a text with two values")
                values = None
            own = last_part(id) if "." in id else slug(name)
            columns.append(Column(own or "outcome", clause, values, read_more(clause, Output, ("id", "range"))))
        return columns

    def _by_priority(self, clause: Element, known: AllowedValues | None) -> AllowedValues | None:
        """The output values, highest priority first; of numbers they may be only those that rules give."""
        numbers = read_numbers(clause.text("outputValues", "text"))
        if not numbers:
            stated = self._stated(clause, "outputValues")
            return stated if stated is not None and (known is None or stated.kind == "choice") else known
        if numbers != sorted(numbers, reverse=True):
            self.problem(
                clause, "these numbers are in an order of priority of their own", "here the highest comes first"
            )
        return known or AllowedValues("integer", low=min(numbers), high=max(numbers))

    def results_of(self, columns: list[Column], told: Mapping[str, Any] | None) -> Fields:
        """`outcomes` for one choice of results, `outputs` else."""
        only = columns[0] if len(columns) == 1 else None
        if only and only.values is not None and only.values.kind == "choice" and not only.more:
            only.clause.attribute("label")
            names = only.values.names or {}
            return {"outcomes": {id: (told or {}).get(id, {"heading": string}) for string, id in names.items()}}
        return {"outputs": [self._output(column) for column in columns], "outcomes": None}

    def _output(self, column: Column) -> Fields:
        fields = {**column.more, "id": column.id, "label": column.clause.attribute("label") or column.id}
        values = column.values
        if values is not None and values.kind == "integer":
            fields["range"] = f"[{values.low}..{values.high}]"
        elif values is not None:
            told = column.more.get("values") or {}
            fields["values"] = {id: told.get(id, string) for string, id in (values.names or {}).items()}
        return in_fields(Output, fields)

    # ── What a column may be ─────────────────────────────────────────────────────────────────────────────────────

    def _typed(self, type_ref: str) -> AllowedValues | None:
        """What a type allows, or None where it does not say."""
        if type_ref in self.types:
            return self._type_values(self.types[type_ref])
        return AllowedValues("boolean") if type_ref.rsplit(":", 1)[-1] == "boolean" else None

    def _type_values(self, definition: Element) -> AllowedValues | None:
        definition.attribute("isCollection")
        base = definition.text("typeRef")
        return self._stated(definition, "allowedValues") or (AllowedValues("boolean") if base == "boolean" else None)

    def _stated(self, element: Element, name: str) -> AllowedValues | None:
        text = element.text(name, "text")
        try:
            return read_values(text) if text else None
        except FeelError as error:
            self.problem(element, f"<{name}> is not understood: {error}")
            return None

    def _in_cells(self, clause: Element, table: Element, index: int, entry: str = "inputEntry") -> AllowedValues | None:
        """For a column that does not say what it may be: the strings in its cells."""
        rows = [rule.all(entry) for rule in table.all("rule")]
        named = [text for row in rows if index < len(row) for text in strings_in(row[index].text("text"))]
        fix = 'list its values: "a", "b" or [low..high]'
        wrong = f"this {clause.name} does not say what it may be"
        try:
            values = choice(named) if named else None
        except FeelError as error:
            values, wrong = None, f"{wrong}: {error}"
        self.problem(
            clause, f"{wrong}; its cells name {', '.join(values.names)}" if values and values.names else wrong, fix
        )
        return values


def _id_of(element: Element) -> str:
    """Our id for an element with a name: the name says more than other tools' ids do."""
    return slug(element.attribute("name")) or slug(element.attribute("id")) or "unnamed"


def _options(names: Mapping[str, str], told: Mapping[str, Any]) -> Fields:
    """Options with what our extension tells of them; stand-ins keep their place while the order is the same."""
    stand_ins = {id: option for id, option in told.items() if isinstance(option, dict) and option.get("as")}
    listed = {id: told.get(id, string) for string, id in names.items()}
    options = {**listed, **stand_ins}
    if [id for id in told if id in listed] == list(listed):
        options = {id: option for id, option in told.items() if id in options}
    return {id: o["label"] if isinstance(o, dict) and list(o) == ["label"] else o for id, o in options.items()}
