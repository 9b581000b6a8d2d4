"""A decision table as CSV (RFC 4180) for a spreadsheet; csv_in.py reads it back.

The first row names the columns: `rule`, `when` an input, `then` an output, and the annotations. The second row holds
the hit policy and what each column may be. Then one row per rule, and one called (default) where there is a default.
Words around the table (questions, what outcomes mean) stay in YAML: a sheet is for the rules.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from ...records.decision import Aggregation, Input
from ..diagram.compiled import Compiled
from ..space.conditions import cell_text
from ..space.domain import Domain
from ..tables.table import OutputColumn, Values
from .arithmetic import expression_text
from .imported import range_text

ANNOTATIONS = {"because": "the reason", "claims": "ids of claims", "hazards": "ids of hazards"}
DEFAULT = "(default)"
_BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for something else

# Cells that a spreadsheet would run as a formula (CWE-1236). `-` alone and numbers are what they look like.
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_HARMLESS = re.compile(r"-|[-+]?[0-9]+(\.[0-9]+)?")


def to_csv(decision: Compiled) -> str:
    """The table of a decision, as authored."""
    table, record = decision.authored, decision.record
    axes = {axis.id: axis for axis in table.axes}
    inputs = [item.id for item in record.inputs]
    annotations = [name for name in ANNOTATIONS if any(getattr(rule, name) for rule in record.rules)]
    policy = record.hit_policy.value
    if record.aggregation is not Aggregation.LIST:
        policy += f" {record.aggregation.value}"
    rows = [
        ["rule", *(f"when {id}" for id in inputs), *(f"then {column.id}" for column in table.outputs), *annotations],
        [
            policy,
            *(_input_values(decision, item) for item in record.inputs),
            *map(_output_values, table.outputs),
            *(ANNOTATIONS[name] for name in annotations),
        ],
    ]
    for rule, row in zip(record.rules, table.rows, strict=True):
        cells = {
            id: cell_text(ranges, axis.domain) for (id, axis), ranges in zip(axes.items(), row.boxes[0], strict=True)
        }
        said = [getattr(rule, name) for name in annotations]
        notes = [value if isinstance(value, str) else ", ".join(value) for value in said]
        rows.append([rule.id, *(cells.get(id, "-") for id in inputs), *_results_of(row.gives, table.outputs), *notes])
    if table.default is not None:
        rows.append(
            [DEFAULT, *("-" for _ in inputs), *_results_of(table.default, table.outputs), *("" for _ in annotations)]
        )
    return csv_text(rows)


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Rows as spreadsheets open them, with no cell that one would run."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([guarded(cell) for cell in row] for row in rows)
    return _BYTE_ORDER_MARK + text.getvalue()


def _results_of(gives: Values, columns: Sequence[OutputColumn]) -> list[str]:
    return [
        column.numbers.shown(value) if column.numbers and isinstance(value, int) else str(value)
        for column, value in zip(columns, gives, strict=True)
    ]


def _input_values(decision: Compiled, item: Input) -> str:
    axis = next((axis for axis in decision.authored.axes if axis.id == item.id), None)
    domain = axis.domain if axis else decision.questions[item.id].domain
    text = _domain_text(domain)
    if axis and axis.tree is not None:
        return f"{text} = {expression_text(axis.tree)}"
    if item.fact or item.decision:
        return f"{'fact' if item.fact else 'decision'} {item.fact or item.decision}: {text}"
    return text


def _output_values(column: OutputColumn) -> str:
    return _domain_text(column.numbers) if column.numbers else ", ".join(column.values)


def _domain_text(domain: Domain) -> str:
    if domain.kind == "boolean":
        return "true, false"
    if domain.kind == "integer":
        return range_text(domain) + (f" step {domain.shown(domain.step)}" if domain.step > 1 else "")
    stand_ins = [f"{alias} = {domain.ids[position]}" for alias, position in domain.aliases.items()]
    return ", ".join([*domain.ids, *stand_ins])


def guarded(cell: str) -> str:
    """A cell that no spreadsheet runs."""
    return f"'{cell}" if _FORMULA.match(cell) and not _HARMLESS.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    """`guarded` undone, and spaces around what a hand typed taken away."""
    cell = cell.strip(" ")
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
