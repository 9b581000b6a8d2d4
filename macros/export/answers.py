"""Answers in the reader's words: what a cell of a table accepts, and how a value is worked out.

overrides/assets/scripts/decisions/answers.js says ranges of answers in the same words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..decisions.space.domain import Domain
from ..decisions.space.expressions import Tree
from ..decisions.space.regions import Ranges, complement, everything, holds, positions
from ..decisions.tables.table import Axis, Question
from ..records.cells import Value

ANY = "any answer"
_FEW = 2  # how many answers are left out before "anything but …" is harder to read than a list


def accepted(ranges: Ranges, axis: Axis) -> str:
    """The answers of an axis that lie in `ranges`, those that stand for another included."""
    size = axis.domain.size
    if ranges == everything(size):
        return ANY
    rest = complement(ranges, size)
    few = len(list(positions(rest))) <= _FEW if axis.domain.kind == "choice" else False
    if few and size > 2 * _FEW:
        return f"anything but {_labels(rest, axis)}"
    return _labels(ranges, axis)


def _labels(ranges: Ranges, axis: Axis) -> str:
    if axis.domain.kind == "integer":
        return either([_numbers(low, high, axis.domain) for low, high in ranges])
    if axis.question is None:
        return either([quoted(axis.domain.say(position)) for position in positions(ranges)])
    return either([quoted(label) for label, position in options(axis.question) if holds(ranges, position)])


def options(question: Question) -> list[tuple[str, int]]:
    """Every answer that can be picked, with its position."""
    if question.domain.kind == "boolean":
        return [(label, int(id == "true")) for id, label in question.options.items()]
    return [
        (label, position)
        for id, label in question.options.items()
        if (position := question.domain.position(id)) is not None
    ]


def answered(written: Value, question: Question) -> str:
    """One answer of a record as the reader gave it."""
    answer = question.domain.read(written)
    if question.domain.kind == "integer" and isinstance(answer, int):
        return with_unit(question.domain.shown(answer), question.domain.unit)
    return question.options[str(answer).lower() if isinstance(answer, bool) else str(answer)]


def _numbers(low: int, high: int, domain: Domain) -> str:
    last = domain.size - 1
    if low == high:
        return with_unit(domain.say(low), domain.unit)
    if high == last:
        return f"{with_unit(domain.say(low), domain.unit)} or more"
    if low == 0:
        return f"{with_unit(domain.say(high), domain.unit)} or less"
    return f"{domain.say(low)} to {with_unit(domain.say(high), domain.unit)}"


def with_unit(number: str, unit: str) -> str:
    """5.2 km; 110%."""
    return f"{number}%" if unit == "%" else f"{number} {unit}".rstrip()


def either(parts: Sequence[str]) -> str:
    """'a', 'a or b', 'a, b or c'."""
    *most, last = parts
    return f"{', '.join(most)} or {last}" if most else last


def quoted(label: str) -> str:
    """In quotes where a comma of its own would be read as the next answer."""
    return f"“{label}”" if "," in label else label


def formula(tree: Tree, names: Mapping[str, str]) -> str:
    """How a derived value is worked out, in the signs of school arithmetic."""
    match tree:
        case int() | str():
            return str(names.get(tree, tree) if isinstance(tree, str) else tree)
        case ("-", 0, ("//", ("-", 0, over), under)):  # the only way to write "rounded up" in whole numbers
            return f"{_inner(over, names)} ÷ {_inner(under, names)}, rounded up"
        case ("//", over, under):
            return f"{_inner(over, names)} ÷ {_inner(under, names)}, rounded down"
        case ("max", value, int(least)) if not isinstance(value, int):
            return f"{formula(value, names)} (at least {least})"
        case ("min", value, int(most)) if not isinstance(value, int):
            return f"{formula(value, names)} (at most {most})"
        case ("max" | "min" as pick, one, other):
            larger = "larger" if pick == "max" else "smaller"
            return f"the {larger} of {formula(one, names)} and {formula(other, names)}"
        case ("*", one, other):
            return f"{_inner(one, names)} × {_inner(other, names)}"
        case (sign, one, other):
            return f"{formula(one, names)} {'−' if sign == '-' else '+'} {_inner(other, names)}"
    raise TypeError(tree)


def _inner(tree: Tree, names: Mapping[str, str]) -> str:
    """A part of a product: a sum goes into brackets."""
    text = formula(tree, names)
    return f"({text})" if isinstance(tree, tuple) and tree[0] in ("+", "-", "//") else text
