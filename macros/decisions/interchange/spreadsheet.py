"""A decision table as CSV (RFC 4180) for a spreadsheet, and back.

The first row names the columns: `rule`, `when` an input, `then` an output, and the annotations. The second row holds
the hit policy and what each column may be. Then one row per rule, and one called (default) where there is a default.
Words around the table (questions, what outcomes mean) stay in YAML: a sheet is for the rules.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from ...records.decision import Aggregation, Decision, Input, Output, Rule
from ...records.problem import Place, Problem
from ..compiled import Compiled
from ..conditions import ConditionError, cell_text, parse_cell
from ..domain import YES_NO, Domain
from ..table import OutputColumn
from .feel import expression_text
from .imported import Fields, Imported, in_fields, label_of, yaml_cell

_ANNOTATIONS = {"because": "the reason", "claims": "ids of claims", "hazards": "ids of hazards"}
_DEFAULT = "(default)"
_BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for something else

# Cells that a spreadsheet would run as a formula (CWE-1236). `-` alone and whole numbers are what they look like.
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_HARMLESS = re.compile(r"-|[-+]?[0-9]+")

_COLUMNS = "a, b · true, false · [0..10]"
_RANGE = re.compile(r"\[(-?[0-9]+)\.\.(-?[0-9]+)\](?: step ([0-9]+))?(?: = (.+))?")
_ELSEWHERE = re.compile(r"(like|decision) ([a-z0-9-]+): (.+)")


# ── Out ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def to_csv(decision: Compiled) -> str:
    """The table of a decision, as authored."""
    table, record = decision.authored, decision.record
    axes = {axis.id: axis for axis in table.axes}
    inputs = [item.id for item in record.inputs]
    annotations = [name for name in _ANNOTATIONS if any(getattr(rule, name) for rule in record.rules)]
    policy = record.hit_policy.value
    if record.aggregation is not Aggregation.LIST:
        policy += f" {record.aggregation.value}"
    rows = [
        ["rule", *(f"when {id}" for id in inputs), *(f"then {column.id}" for column in table.outputs), *annotations],
        [
            policy,
            *(_input_values(decision, item) for item in record.inputs),
            *map(_output_values, table.outputs),
            *(_ANNOTATIONS[name] for name in annotations),
        ],
    ]
    for rule, row in zip(record.rules, table.rows, strict=True):
        cells = {
            id: cell_text(ranges, axis.domain) for (id, axis), ranges in zip(axes.items(), row.boxes[0], strict=True)
        }
        said = [getattr(rule, name) for name in annotations]
        notes = [value if isinstance(value, str) else ", ".join(value) for value in said]
        rows.append([rule.id, *(cells.get(id, "-") for id in inputs), *map(str, row.gives), *notes])
    if table.default is not None:
        rows.append([_DEFAULT, *("-" for _ in inputs), *map(str, table.default), *("" for _ in annotations)])
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_guarded(cell) for cell in row] for row in rows)
    return _BYTE_ORDER_MARK + text.getvalue()


def _input_values(decision: Compiled, item: Input) -> str:
    axis = next((axis for axis in decision.authored.axes if axis.id == item.id), None)
    domain = axis.domain if axis else decision.questions[item.id].domain
    text = _domain_text(domain)
    if axis and axis.tree is not None:
        return f"{text} = {expression_text(axis.tree)}"
    if item.like or item.decision:
        return f"{'like' if item.like else 'decision'} {item.like or item.decision}: {text}"
    return text


def _output_values(column: OutputColumn) -> str:
    return _domain_text(column.numbers) if column.numbers else ", ".join(column.values)


def _domain_text(domain: Domain) -> str:
    if domain.kind == "boolean":
        return "true, false"
    if domain.kind == "integer":
        return f"[{domain.low}..{domain.high}]" + (f" step {domain.step}" if domain.step > 1 else "")
    stand_ins = [f"{alias} = {domain.ids[position]}" for alias, position in domain.aliases.items()]
    return ", ".join([*domain.ids, *stand_ins])


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) and not _HARMLESS.fullmatch(cell) else cell


# ── In ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def from_csv(content: bytes, name: str) -> Imported:
    """The decision in a CSV file; `name` is how problems call it. They name rows and columns as a spreadsheet does."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Imported((), (Problem(Place(name), "this is not UTF-8 text", fix="save it as 'CSV UTF-8'"),))
    try:
        read = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        rows = [[_unguarded(cell) for cell in row] for row in read]
    except csv.Error as error:
        return Imported((), (Problem(Place(name), f"this is no CSV: {error}"),))
    if len(rows) < 3 or not rows[0] or rows[0][0] != "rule":
        wrong = "the first row names the columns (rule, when …, then …), the second says what they may be"
        return Imported((), (Problem(Place(name), wrong, fix="export a decision to see one"),))
    return _Sheet(rows, name).read()


def _delimiter(text: str) -> str:
    """Spreadsheets write what their country uses; it follows the first heading."""
    found = re.match(r'"?rule"?([,;\t])', text)
    return found[1] if found else ","


def _unguarded(cell: str) -> str:
    cell = cell.strip(" ")
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


class _Sheet:
    def __init__(self, rows: list[list[str]], name: str):
        self.headings, self.allowed, *self.rows = rows
        self.name = name
        self.problems: list[Problem] = []
        self.inputs: dict[int, tuple[Fields, Domain]] = {}
        self.outputs: dict[int, tuple[str, Domain]] = {}

    def read(self) -> Imported:
        policy, _, aggregation = self._at(self.allowed, 0).partition(" ")
        if policy in ("rule", "output"):
            policy, aggregation = self._at(self.allowed, 0), ""
        for column, heading in enumerate(self.headings[1:], 1):
            kind, _, id = heading.partition(" ")
            if kind == "when":
                self._input(column, id)
            elif kind == "then":
                self._output(column, id)
            elif heading not in _ANNOTATIONS:
                self._problem(
                    1, column, f"not understood: the column '{heading}'", "when …, then …, because, claims, hazards"
                )
        fields: Fields = {
            "id": re.sub(r"\.csv$", "", self.name.rsplit("/", 1)[-1]),
            "hit_policy": policy,
            "aggregation": aggregation,
            "inputs": [item for item, _ in self.inputs.values()],
            **self._results(),
            "rules": [],
        }
        for number, row in enumerate(self.rows, 3):
            if self._at(row, 0) == _DEFAULT:
                fields["default"] = self._then(number, row)
            elif any(row):
                fields["rules"].append(self._rule(number, row))
        return Imported((in_fields(Decision, fields),), tuple(self.problems))

    def _problem(self, row: int, column: int, wrong: str, allowed: str = "") -> None:
        self.problems.append(Problem(Place(self.name, row, column + 1), wrong, allowed))

    def _at(self, row: list[str], column: int) -> str:
        return row[column] if column < len(row) else ""

    # ── Columns ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _input(self, column: int, id: str) -> None:
        text = self._at(self.allowed, column)
        elsewhere = _ELSEWHERE.fullmatch(text)
        domain, more = self._domain(column, elsewhere[3] if elsewhere else text)
        if domain is not None and domain.size < 2:
            self._problem(2, column, f"'{text}' leaves nothing to choose from", _COLUMNS)
        elif domain is not None:
            self.inputs[column] = {"id": id, **({elsewhere[1]: elsewhere[2]} if elsewhere else more)}, domain

    def _output(self, column: int, id: str) -> None:
        domain, _ = self._domain(column, self._at(self.allowed, column))
        if domain is not None:
            self.outputs[column] = id, domain

    def _domain(self, column: int, text: str) -> tuple[Domain | None, Fields]:
        """What a column may be, and the fields that say so in YAML."""
        if {part.strip() for part in text.lower().split(",")} == {"true", "false"}:
            return YES_NO, {"boolean": True}
        if match := _RANGE.fullmatch(text):
            low, high, step = int(match[1]), int(match[2]), int(match[3] or 1)
            if low < high and step > 0 and (high - low) % step == 0:
                domain = Domain("integer", (high - low) // step + 1, low=low, step=step)
                fields = {"range": f"[{low}..{high}]", "step": step if step > 1 else None, "value": match[4]}
                return domain, {name: value for name, value in fields.items() if value}
        ids = [part.strip() for part in text.split(",")]
        own = [id for id in ids if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id)]
        pairs = [tuple(id.split(" = ")) for id in ids if id not in own]
        if not own or not all(len(pair) == 2 and pair[1] in own for pair in pairs):
            self._problem(2, column, f"'{text}' does not say what this column may be", _COLUMNS)
            return None, {}
        options: Fields = {id: label_of(id) for id in own}
        options |= {pair[0]: {"label": label_of(pair[0]), "as": pair[1]} for pair in pairs}
        aliases = {pair[0]: own.index(pair[1]) for pair in pairs}
        return Domain("choice", len(own), tuple(own), aliases=aliases), {"options": options}

    def _results(self) -> Fields:
        columns = list(self.outputs.values())
        if len(columns) == 1 and columns[0][0] == "outcome" and columns[0][1].kind == "choice":
            return {"outcomes": {id: {"heading": label_of(id)} for id in columns[0][1].ids}}
        return {"outputs": [_output_fields(id, domain) for id, domain in columns]}

    # ── Rows ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _rule(self, number: int, row: list[str]) -> Fields:
        notes = {name: self._at(row, column) for column, name in enumerate(self.headings) if name in _ANNOTATIONS}
        lists = {name: [part.strip() for part in notes.get(name, "").split(",")] for name in ("claims", "hazards")}
        fields = {
            "id": self._at(row, 0),
            "when": dict(self._cells(number, row)),
            "then": self._then(number, row),
            "because": notes.get("because"),
            **{name: list(filter(None, ids)) for name, ids in lists.items()},
        }
        return in_fields(Rule, fields)

    def _cells(self, number: int, row: list[str]) -> Iterator[tuple[str, Any]]:
        for column, (item, domain) in self.inputs.items():
            text = self._at(row, column) or "-"
            try:
                # Spreadsheets write true as TRUE.
                cell = yaml_cell(parse_cell(text.lower() if domain.kind == "boolean" else text, domain), domain)
            except ConditionError as error:
                self._problem(number, column, f"not understood: {error.wrong}", error.allowed)
                cell = text
            if cell is not None:
                yield item["id"], cell

    def _then(self, number: int, row: list[str]) -> Any:
        given: Fields = {}
        for column, (id, domain) in self.outputs.items():
            text = self._at(row, column)
            value: str | int = int(text) if domain.kind == "integer" and re.fullmatch(r"-?[0-9]+", text) else text
            if domain.position(value) is None:
                self._problem(number, column, f"not understood: the result '{text}'", domain.allowed)
            given[id] = value
        return given if len(given) > 1 else next(iter(given.values()), None)


def _output_fields(id: str, domain: Domain) -> Fields:
    if domain.kind == "integer":
        return {"id": id, "label": label_of(id), "range": f"[{domain.low}..{domain.high}]"}
    return in_fields(
        Output, {"id": id, "label": label_of(id), "values": {value: label_of(value) for value in domain.ids}}
    )
