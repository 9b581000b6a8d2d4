"""A result as a record states it, under `then` or `default`: one value, or a value per output in any order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from ...records.files.validating import nearest
from .table import OutputColumn, Value, Values


class ResultError(ValueError):
    """A result that the outputs do not have: where in it, what is wrong, what is allowed, the fix."""

    def __init__(self, wrong: str, allowed: str = "", fix: str = "", at: tuple[str, ...] = ()):
        super().__init__(wrong)
        self.wrong, self.allowed, self.fix, self.at = wrong, allowed, fix, at


def read_result(then: object, outputs: Sequence[OutputColumn]) -> Values:
    """The value of each output, in the order of the outputs. Raises ResultError."""
    ids = [column.id for column in outputs]
    if not isinstance(then, Mapping):
        if len(outputs) > 1:
            example = ", ".join(f"{id}: …" for id in ids)
            raise ResultError("this decision has several outputs", ", ".join(ids), f"write {{{example}}}")
        return (_value(then, outputs[0], ()),)
    for id in then:
        if id not in ids:
            raise ResultError(f"there is no output '{id}'", ", ".join(ids), nearest(id, ids), (id,))
    for id in ids:
        if id not in then:
            raise ResultError(f"the output '{id}' is missing", fix=f"add `{id}: …`")
    return tuple(_value(then[column.id], column, (column.id,)) for column in outputs)


def _value(value: object, column: OutputColumn, at: tuple[str, ...]) -> Value:
    if column.values:
        if isinstance(value, str) and value in column.values:
            return value
        near = nearest(str(value), column.values)
        raise ResultError(f"there is no outcome '{value}'", ", ".join(column.values), near, at)
    numbers = column.numbers
    number = numbers.read(value) if numbers and isinstance(value, int | Decimal) else None
    if numbers and isinstance(number, int) and numbers.position(number) is not None:
        return number
    raise ResultError(f"'{value}' is not in the range of '{column.id}'", numbers.allowed if numbers else "", "", at)
