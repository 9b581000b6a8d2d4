"""The columns of a DMN table that is read: its inputs as questions, derived values or decisions, and its outputs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...records import Fact
from ...records.decision import Input, Output
from ..space.decimals import SCALES, in_record
from ..space.domain import Domain
from ..space.expressions import ExpressionError, Tree, bounds_of, inputs_of
from .arithmetic import expression_text, read_expression
from .dmn import last_part, slug
from .elements import Element, own_ids
from .extension import read_more
from .feel import AllowedValues, FeelError, read_numbers
from .imported import Fields, in_fields, range_text
from .logic import Logic
from .ticked import Ticked
from .values import Values, spanning

_NAME = re.compile(r"[^\W\d]\w*(?:[ -]\w+)*")
_DOMAIN = ("options", "boolean", "range", "step", "scale")
_SAID_BY_DMN = ("id", "range", "boolean", "value", "decision")
_BY_ORDER = ("PRIORITY", "OUTPUT ORDER")  # policies under which the order of output values is that of priority


@dataclass
class Clause:
    """An input column: the input that it becomes, and what its cells are about (None: not known)."""

    input: Fields
    values: AllowedValues | None
    reads: tuple[str, ...] = ()  # the questions that a derived value is worked out from
    shown: Domain | None = None  # how a record writes the numbers of its cells


@dataclass
class Column:
    """An output column: its id, what it may be, and what our extension tells of it."""

    id: str
    clause: Element
    values: AllowedValues | None
    more: Fields


class Columns:
    """Everything of one file that a column can refer to. `results` grows as decisions are read."""

    def __init__(
        self,
        inputs: Mapping[str, Element],
        ticked: Mapping[str, Ticked],
        decisions: Mapping[str, Element],
        values: Values,
        problem: Callable[..., None],
    ):
        self.inputs = {**inputs, **{id: one.element for id, one in ticked.items()}}
        self.ticked = {one.element.title: one for one in ticked.values()}
        self.by_name = {element.title: element for element in self.inputs.values()}
        self.decisions = decisions
        self.decision_ids = own_ids(decisions)
        self.input_ids = {self.inputs[key].title: id for key, id in own_ids(self.inputs).items()}
        self.values = values
        self.problem = problem
        self.results: dict[str, AllowedValues | None] = {}
        self.result_names: dict[str, str] = {}  # a decision that was read: its name → its XML id
        self.questions: dict[str, Fields] = {}  # each that was asked for, as the file tells it
        self.told_of_facts: dict[str, Fields] = {}  # a fact's id → what only a fact has

    def gives(self, xml_id: str, table: Element, columns: list[Column]) -> None:
        """Note what a decision that was read gives, so that another can require it."""
        values = columns[0].values if len(columns) == 1 else None
        aggregation = table.attribute("aggregation")
        if values is not None and values.kind == "integer" and aggregation in ("SUM", "COUNT"):
            most = len(table.all("rule"))
            low, high = (values.low, values.high) if aggregation == "SUM" else (0, 1)
            scale = values.scale if aggregation == "SUM" else 1
            values = AllowedValues("integer", low=min(low, low * most), high=max(high, high * most), scale=scale)
        self.results[xml_id] = values
        self.result_names[self.decisions[xml_id].title] = xml_id

    # ── Inputs ───────────────────────────────────────────────────────────────────────────────────────────────────

    def clause(self, logic: Logic, clause: Element, index: int) -> Clause:
        """What an input clause of a decision becomes."""
        text = logic.expression(clause)
        expression = clause.one("inputExpression")
        type_ref = logic.type_ref(clause)
        stated = self.values.stated(clause, "inputValues")
        own: Fields = {
            **self._more(clause),
            "id": last_part(clause.attribute("id") or text) or f"column-{index + 1}",
            "short": clause.attribute("label"),
        }
        if text in self.result_names:
            id = self.result_names[text]
            values = self.results[id]
            if stated is not None and stated.kind == "integer":
                values = stated
            return Clause(in_fields(Input, {**own, "decision": self.decision_ids[id]}), values)
        if text in self.by_name:
            question = self._question(self.by_name[text])
            return Clause(self._asked(question.input, own), question.values)
        tree = self._expression(text, expression or clause)
        if tree is None and _NAME.fullmatch(text):
            # Tools that draw no input data name the answer in the expression alone.
            question = self._with_values({**own, "id": slug(text)}, self.values.of_input(text, clause))
            return Clause(self._asked(question.input, own), question.values)
        typed = stated or self.values.typed(type_ref) or (self._bounds(tree) if tree is not None else None)
        return self._derived(own, text, tree, self.values.exact_enough(text, typed))

    def _derived(self, own: Fields, text: str, tree: Tree | None, values: AllowedValues | None) -> Clause:
        """A derived value. Ours stand in a file as they are stored; its scale says how they are shown."""
        if values is not None and values.kind == "integer" and tree is not None:
            if values.scale > 1:  # somebody else compares a whole number with decimals
                tree = ("*", tree, values.scale)
            parts = values.scale if values.scale > 1 else own.get("scale") or 1
            shown = replace(values.domain, scale=parts if parts in SCALES else 1)
            fields = {**own, "scale": None, "value": expression_text(tree), "range": range_text(shown)}
            return Clause(in_fields(Input, fields), values, inputs_of(tree), shown)
        derived = self._with_values({**own, "value": expression_text(tree) if tree is not None else text}, values)
        return replace(derived, reads=inputs_of(tree) if tree is not None else ())

    def _expression(self, text: str, at: Element) -> Tree | None:
        """The tree of an expression over input data. None, and no problem, for a name that nothing else explains."""
        try:
            tree = read_expression(text, self.input_ids)
            return read_expression(text, self.input_ids, self._scales(tree))
        except FeelError as error:
            if not _NAME.fullmatch(text):
                self.problem(at, f"the input expression '{text}' is not understood: {error}")
            return None

    def _scales(self, tree: Tree) -> dict[str, int]:
        known = ((id, self._values_of(id)) for id in inputs_of(tree))
        return {id: values.scale for id, values in known if values is not None and values.scale > 1}

    def _values_of(self, id: str) -> AllowedValues | None:
        return next(self._question(data).values for name, data in self.by_name.items() if self.input_ids[name] == id)

    def _bounds(self, tree: Tree) -> AllowedValues | None:
        """What arithmetic over input data can come to."""
        known = {}
        for id in inputs_of(tree):
            values = self._values_of(id)
            if values is None or values.kind != "integer":
                return None
            known[id] = values.low, values.high
        try:
            low, high = bounds_of(tree, known)
        except ExpressionError:
            return None
        return AllowedValues("integer", low=low, high=high) if low < high else None

    def _question(self, data: Element) -> Clause:
        variable = data.one("variable")
        if variable:
            variable.attribute("name")
        more, ticked = self._more(data), self.ticked.get(data.title)
        fields = {
            **(ticked.fields(more) if ticked else more),
            "id": self.input_ids[data.title],
            "short": data.attribute("label"),
            "ask": data.text("description"),
        }
        type_ref = variable.attribute("typeRef") if variable else ""
        return self._with_values(fields, self.values.of_input(data.title, data, type_ref))

    def _more(self, element: Element) -> Fields:
        """What our extension tells of a question."""
        more = read_more(element, Input, _SAID_BY_DMN, self.problem)
        if "fact" in more:
            self.told_of_facts[more["fact"]] = read_more(element, Fact, Input.model_fields, self.problem)
        return more

    def _asked(self, question: Fields, own: Fields) -> Fields:
        """A question as one decision asks it: in words of its own, or as the file tells it to all (shared.py)."""
        if "ask" in own:
            return in_fields(Input, {**{name: question.get(name) for name in _DOMAIN}, **own, "id": question["id"]})
        self.questions[question["id"]] = question
        return in_fields(Input, {**question, "short": own.get("short") or question.get("short")})

    def _with_values(self, fields: Fields, values: AllowedValues | None) -> Clause:
        if values is not None and values.kind == "boolean":
            fields = {**fields, "boolean": True}
        elif values is not None and values.kind == "integer":
            step = in_record(values.step, values.scale) if values.step > 1 else fields.get("step")
            fields = {**fields, "range": range_text(values.domain), "step": step, "scale": None}
        elif values is not None:
            fields = {**fields, "options": _options(values.names or {}, fields.get("options") or {})}
        return Clause(in_fields(Input, fields), values)

    def in_order(self, decision: Element, clauses: list[Clause]) -> list[Fields]:
        """The columns, and among them the numbers that only a derived value reads, in the order of requirement."""
        ordered: list[Fields] = []
        waiting = [clause.input for clause in clauses]
        columns = {fields["id"] for fields in waiting}
        for needed in decision.all("informationRequirement"):
            for reference in needed.all("requiredInput", "requiredDecision"):
                target = reference.attribute("href").rsplit("#", 1)[-1]
                data = self.inputs.get(target)
                if data is None and reference.name == "requiredDecision":
                    continue
                if data is None:
                    self.problem(reference, f"there is no input data '{target}' in this file")
                    continue
                question = self.input_ids[data.title]
                if question not in columns:
                    columns.add(question)
                    ordered.append(self._asked(self._question(data).input, {}))
                upto = max((place for place, fields in enumerate(waiting, 1) if fields["id"] == question), default=0)
                ordered, waiting = [*ordered, *waiting[:upto]], waiting[upto:]
        unsaid = dict.fromkeys(id for clause in clauses for id in clause.reads if id not in columns)
        named = {self.input_ids[name]: data for name, data in self.by_name.items()}
        return [*(self._asked(self._question(named[one]).input, {}) for one in unsaid), *ordered, *waiting]

    # ── Outputs ──────────────────────────────────────────────────────────────────────────────────────────────────

    def outputs(self, table: Element, variable: Element | None) -> list[Column]:
        """The output columns; what they may be is said by themselves, by the result's type, or by the rules."""
        of_table = table.attribute("typeRef")
        type_ref = (variable.attribute("typeRef") if variable else "") or of_table
        parts = self.values.parts(type_ref)
        rows = [rule.all("outputEntry") for rule in table.all("rule")]
        columns = []
        for index, clause in enumerate(table.all("output")):
            name, id = clause.attribute("name"), clause.attribute("id")
            part = parts.get(name)
            values = self.values.of_part(part) if part else None if parts else self.values.typed(type_ref)
            named = self.values.typed(clause.attribute("typeRef"))
            values = self._by_priority(clause, values or named)
            cells = [row[index].text("text") for row in rows if index < len(row)]
            default = clause.text("defaultOutputEntry", "text")
            cells += [default] if default else []
            if (values is not None and values.kind == "boolean") or (values is None and {*cells} <= {"true", "false"}):
                wrong = (
                    "this output is true or false, which says neither what a reader is told nor which is more careful"
                )
                self.problem(
                    clause, wrong, 'make it a text with two values, the more careful one first: "refer", "wait"'
                )
                values = None
            elif values is None:
                in_order = table.attribute("hitPolicy") in _BY_ORDER
                values = self.values.of_results(cells, clause, in_order=in_order)
            own = last_part(id) if "." in id else slug(name)
            more = read_more(clause, Output, ("id", "range"), self.problem)
            columns.append(Column(own or "outcome", clause, values, more))
        return columns

    def _by_priority(self, clause: Element, known: AllowedValues | None) -> AllowedValues | None:
        """The output values, highest priority first; of numbers they may be only those that rules give."""
        try:
            numbers = read_numbers(clause.text("outputValues", "text"))
        except FeelError as error:
            self.problem(clause, f"<outputValues> is not understood: {error}")
            return known
        if not numbers:
            stated = self.values.stated(clause, "outputValues")
            return stated if stated is not None and (known is None or stated.kind == "choice") else known
        if numbers != sorted(numbers, reverse=True):
            self.problem(
                clause, "these numbers are in an order of priority of their own", "here the highest comes first"
            )
        return known or spanning(numbers)

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
            fields |= {"range": range_text(values.domain), "scale": None}
        elif values is not None:
            told = column.more.get("values") or {}
            fields["values"] = {id: told.get(id, string) for string, id in (values.names or {}).items()}
        return in_fields(Output, fields)


def _options(names: Mapping[str, str], told: Mapping[str, Any]) -> Fields:
    """Options with what our extension tells of them; stand-ins keep their place while the order is the same."""
    stand_ins = {id: option for id, option in told.items() if isinstance(option, dict) and option.get("as")}
    listed = {id: told.get(id, string) for string, id in names.items()}
    options = {**listed, **stand_ins}
    if [id for id in told if id in listed] == list(listed):
        options = {id: option for id, option in told.items() if id in options}
    return {id: o["label"] if isinstance(o, dict) and list(o) == ["label"] else o for id, o in options.items()}
