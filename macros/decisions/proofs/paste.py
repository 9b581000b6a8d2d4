"""Rules and examples as a record writes them, ready to be pasted."""

from __future__ import annotations

from collections.abc import Mapping
from re import fullmatch

from ..diagram.compiled import Compiled
from ..space.conditions import cell_text
from ..space.domain import Answer
from ..space.regions import Box, everything
from ..tables.table import Table, Values


def rule_text(table: Table, id: str, box: Box, gives: Values, because: str = "…") -> str:
    """A rule for the answers in a box of the table as written."""
    cells = {
        axis.id: cell_text(ranges, axis.domain)
        for axis, ranges in zip(table.axes, box, strict=True)
        if ranges != everything(axis.domain.size)
    }
    when = ", ".join(f"{axis}: {_quoted(cell)}" for axis, cell in cells.items())
    return f"`- {{id: {id}, when: {{{when}}}, then: {then_text(table, gives)}, because: {because}}}`"


def example_text(decision: Compiled, answers: Mapping[str, Answer], gives: Values) -> str:
    """An example of what some answers give."""
    given = ", ".join(
        f"{id}: {_quoted(decision.questions[id].domain.written(answer))}" for id, answer in answers.items()
    )
    return f"`- {{given: {{{given}}}, then: {then_text(decision.table, gives)}}}`"


def then_text(table: Table, gives: Values) -> str:
    """A result: one value, or one for each output."""
    values = table.written(gives)
    if len(values) == 1:
        return values[0]
    return "{" + ", ".join(f"{column.id}: {value}" for column, value in zip(table.outputs, values, strict=True)) + "}"


def _quoted(cell: str) -> str:
    """A cell as YAML reads it: a number or a plain id as it is, else in quotes."""
    plain = fullmatch(r"-?[0-9]+(\.[0-9]+)?|[a-z][a-z0-9-]*", cell) and cell not in ("no", "yes", "on", "off", "null")
    return cell if plain else f'"{cell}"'
