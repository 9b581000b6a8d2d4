"""What may stand in a cell of a table, and what a result may be. A mistake is told in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from json import dumps
from re import fullmatch
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from .base import (
    KEBAB,
    Id,
    mistake,
)


def _json(value: object) -> str:
    return dumps(value, ensure_ascii=False, default=str)


def _an_answer(value: object) -> object:
    if not isinstance(value, bool | int | str | Decimal):
        raise mistake(f"`{_json(value)}` is no answer", "write one answer: an id, a number, `true` or `false`")
    return value


_MOST_OF_A_CELL = 2_000  # letters


def _a_cell(value: object) -> object:
    if isinstance(value, str) and len(value) > _MOST_OF_A_CELL:
        raise mistake(f"a cell of {len(value):,} letters is not read", f"use at most {_MOST_OF_A_CELL:,} letters")
    if isinstance(value, list | tuple):
        return [_an_answer(item) for item in value]
    if not isinstance(value, bool | int | str | Decimal):
        raise mistake(f"`{_json(value)}` is no cell", "write one answer, a test such as `> 5`, or a list of answers")
    return value


def _a_value(value: object) -> bool:
    return (
        not isinstance(value, bool)
        and isinstance(value, int | str | Decimal)
        and (not isinstance(value, str) or fullmatch(KEBAB, value.strip()) is not None)
    )


def _one_result(value: object) -> object:
    """A mistake here is one sentence, where a union would give one for each of its branches."""
    parts = value.values() if isinstance(value, Mapping) else [value]
    if not all(map(_a_value, parts)):
        raise mistake(
            f"`{_json(value)}` is not one result", "write one outcome's id, a number, or `output: value` each"
        )
    return value


def _results(value: object) -> object:
    return [_one_result(item) for item in value] if isinstance(value, list | tuple) else _one_result(value)


def _a_number(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise mistake(f"`{_json(value)}` is no number", "write a number such as 12 or 3.5")
    return value


# A number with decimals is as exact as it is written, in JSON too: there, 98.83 is these very signs.
Decimals = Annotated[
    Decimal, PlainSerializer(float, return_type=float, when_used="json"), WithJsonSchema({"type": "number"})
]
Value = bool | int | Decimals | str
Number = Annotated[int | Decimals, BeforeValidator(_a_number)]
Answer = Annotated[Value, BeforeValidator(_an_answer)]
# A cell: S-FEEL unary tests as a text, one value, or a list of values (any of which matches).
Cell = Annotated[Value | tuple[Value, ...], BeforeValidator(_a_cell)]
_OneValue = Id | int | Decimals
_OneForEach = dict[Id, _OneValue]
OneResult = Annotated[_OneValue | _OneForEach, BeforeValidator(_one_result)]
Results = Annotated[_OneValue | _OneForEach | tuple[_OneValue | _OneForEach, ...], BeforeValidator(_results)]
