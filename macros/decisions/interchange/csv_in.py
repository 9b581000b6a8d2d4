"""A decision from a CSV file: what csv_out.py writes, and what spreadsheets make of that.

They write semicolons or tabs between cells where the comma is their decimal mark, TRUE for true, empty cells for any
answer, and lines within cells. A file beyond these limits is refused in a sentence.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any

from ...records.decision import Decision, Output, Rule
from ...records.files.problem import MOST_PROBLEMS, Place, Problem
from ..space.conditions import ConditionError, parse_cell
from ..space.decimals import NUMBER, NumberError, in_record, read_number, scale_in, scale_of, stored
from ..space.domain import YES_NO, Domain
from ..space.regions import Ranges
from .csv_out import ANNOTATIONS, DEFAULT, unguarded
from .imported import Fields, Imported, in_fields, label_of, range_text, yaml_cell

MOST_BYTES = 2_000_000
MOST_ROWS = 5_000
MOST_COLUMNS = 200
MOST_CELLS = 100_000
MOST_LETTERS = 20_000  # of one cell
MOST_ID = 200  # of one answer that a cell names

_COLUMNS = "a, b · true, false · [0..10]"
_RANGE = re.compile(rf"\[({NUMBER})\.\.({NUMBER})\](?: step ({NUMBER}))?(?: = (.+))?", re.DOTALL)
_ELSEWHERE = re.compile(r"(fact|decision) ([a-z0-9-]+): (.+)")


def from_csv(content: bytes, name: str) -> Imported:
    """The decision in a CSV file; `name` is how problems call it. They name the line that a row begins on, and the
    column as a spreadsheet counts it."""
    if len(content) > MOST_BYTES:
        return _refused(name, f"the file has more than {MOST_BYTES:,} bytes", "save the table alone")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _refused(name, "this is not UTF-8 text", "save it as 'CSV UTF-8'")
    try:
        rows = list(_rows(text))
    except csv.Error:
        return _refused(
            name, "this is no CSV: a cell has no end, or is longer than any", "export a decision to see one"
        )
    if len(rows) < 3 or not rows[0][1] or rows[0][1][0] != "rule":
        wrong = "the first row names the columns (rule, when …, then …), the second says what they may be"
        return _refused(name, wrong, "export a decision to see one")
    if len(rows) > MOST_ROWS or max(len(cells) for _, cells in rows) > MOST_COLUMNS:
        return _refused(name, f"a table has at most {MOST_ROWS:,} rows and {MOST_COLUMNS} columns", "take it apart")
    if sum(len(cells) for _, cells in rows) > MOST_CELLS:
        return _refused(name, f"a table has at most {MOST_CELLS:,} cells", "take it apart")
    for line, cells in rows:
        for column, cell in enumerate(cells, 1):
            if len(cell) > MOST_LETTERS:
                place = Place(name, line, column)
                wrong = f"a cell of {len(cell):,} letters is not read; the most is {MOST_LETTERS:,}"
                return Imported((), (Problem(place, wrong, fix="make it shorter"),))
    return _Sheet(rows, name).read()


def _refused(name: str, wrong: str, fix: str) -> Imported:
    return Imported((), (Problem(Place(name), wrong, fix=fix),))


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty, with the line that it begins on: a cell may hold several lines."""
    read = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    begins = 1
    for row in read:
        if row and not (begins == 1 and len(row) <= 2 and row[0].startswith("sep=")):
            yield begins, [unguarded(cell) for cell in row]
        begins = read.line_num + 1


def _delimiter(text: str) -> str:
    """Spreadsheets write what their country uses; it follows the first heading, or a line that says it."""
    found = re.match(r'(?:sep=.\r?\n)?"?rule"?([,;\t])', text)
    return found[1] if found else ","


class _Sheet:
    def __init__(self, rows: list[tuple[int, list[str]]], name: str):
        (self.first, self.headings), (self.second, self.allowed), *self.rows = rows
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
            elif heading not in ANNOTATIONS:
                self._problem(
                    self.first,
                    column,
                    f"not understood: the column '{heading}'",
                    "when …, then …, because, claims, hazards",
                )
        fields: Fields = {
            "id": PurePath(self.name).name.removesuffix(".csv"),
            "hit_policy": policy,
            "aggregation": aggregation,
            "inputs": [item for item, _ in self.inputs.values()],
            **self._results(),
            "rules": [],
        }
        for number, row in self.rows:
            if len(self.problems) >= MOST_PROBLEMS:
                self._problem(number, 0, f"after {MOST_PROBLEMS} problems nothing more is read")
                break
            if self._at(row, 0) == DEFAULT:
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
            self._problem(self.second, column, f"'{text}' leaves nothing to choose from", _COLUMNS)
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
            worked_out = match[4] is not None  # in the parts that it is stored in, whatever it is compared with
            cells = [] if worked_out else [self._at(row, column) for _, row in self.rows]
            numbers = _numbers(match.groups()[:3], cells)
            if numbers is not None:
                low, high, step, scale = numbers
                domain = Domain("integer", (high - low) // step + 1, low=low, step=step, scale=scale)
                more = {"step": in_record(step, scale) if step > 1 else None, "value": match[4]}
                return domain, {"range": range_text(domain), **{name: value for name, value in more.items() if value}}
        ids = [part.strip() for part in text.split(",")]
        own = [id for id in ids if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id)]
        pairs = [tuple(id.split(" = ")) for id in ids if id not in own]
        if not own or not all(len(pair) == 2 and pair[1] in own for pair in pairs):
            self._problem(self.second, column, f"'{text}' does not say what this column may be", _COLUMNS)
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
        notes = {name: self._at(row, column) for column, name in enumerate(self.headings) if name in ANNOTATIONS}
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
                cell = yaml_cell(_ranges(text, domain), domain)
            except ConditionError as error:
                self._problem(number, column, f"not understood: {error.wrong}", error.allowed)
                cell = text
            if cell is not None:
                yield item["id"], cell

    def _then(self, number: int, row: list[str]) -> Any:
        given: Fields = {}
        for column, (id, domain) in self.outputs.items():
            text = self._at(row, column)
            value: str | int = text
            if domain.kind == "integer":
                try:
                    value = stored(read_number(text), domain.scale)
                except NumberError as error:
                    self._problem(number, column, f"not understood: {error}", domain.allowed)
                    continue
            if domain.position(value) is None:
                self._problem(number, column, f"not understood: the result '{text}'", domain.allowed)
            given[id] = in_record(value, domain.scale) if isinstance(value, int) else value
        return given if len(given) > 1 else next(iter(given.values()), None)


def _ranges(text: str, domain: Domain) -> Ranges:
    """What a cell is about. Raises ConditionError."""
    if any(len(part) > MOST_ID for part in text.split(",")):
        raise ConditionError(f"a text of more than {MOST_ID} letters is no answer", domain.allowed)
    return parse_cell(text.lower() if domain.kind == "boolean" else text, domain)  # spreadsheets write true as TRUE


def _numbers(said: Sequence[str | None], cells: Sequence[str]) -> tuple[int, int, int, int] | None:
    """Least, greatest, step and scale, in stored numbers; None where they make no range."""
    try:
        known = [read_number(text) for text in said if text]
        scale = max(scale_of(known), scale_in(cells))
        first, last, by = (*(stored(number, scale) for number in known), 1)[:3]
    except NumberError:
        return None
    return (first, last, by, scale) if first < last and by > 0 and (last - first) % by == 0 else None


def _output_fields(id: str, domain: Domain) -> Fields:
    if domain.kind == "integer":
        return {"id": id, "label": label_of(id), "range": range_text(domain)}
    return in_fields(
        Output, {"id": id, "label": label_of(id), "values": {value: label_of(value) for value in domain.ids}}
    )
