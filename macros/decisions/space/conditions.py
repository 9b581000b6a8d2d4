"""S-FEEL unary tests (OMG DMN 1.5, chapter 9) to range sets. The only place where a cell is read.

A cell is `-`, or `not(…)`, or a list of tests; a test is a literal, a comparison (`<`, `<=`, `>`, `>=`) or an
interval (`[a..b]`, `(a..b]`, `]a..b[` …). Nothing more, ever: see docs-dev/adr/0002-dmn-and-our-own-evaluator.md.
"""

from __future__ import annotations

import re
from decimal import Decimal

from .decimals import NUMBER, NumberError, plain, read_number, stored
from .domain import Answer, Domain
from .regions import Range, Ranges, complement, everything, normalised

Literal = Answer | Decimal
CellText = Literal | tuple[Literal, ...]

_INTERVAL = re.compile(rf"([\[\](])\s*({NUMBER})\s*\.\.\s*({NUMBER})\s*([\[\])])")
_COMPARISON = re.compile(r"(<=|>=|<|>)\s*(\S+)")
_NOT = re.compile(r"not\s*\((.*)\)", re.DOTALL)
_THOUSANDS = re.compile(r"(?<![0-9.])[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+(?![0-9])|(?:\.[0-9]{3})+,[0-9]+)")


class ConditionError(ValueError):
    """A cell that cannot be read, in words: what is wrong, what is allowed."""

    def __init__(self, wrong: str, allowed: str):
        super().__init__(wrong)
        self.wrong, self.allowed = wrong, allowed


def parse_cell(cell: CellText, domain: Domain) -> Ranges:
    """The positions of `domain` that match a cell. Raises ConditionError."""
    if isinstance(cell, tuple):
        if not cell:
            raise ConditionError("an empty list matches nothing", "`-` for any answer, or at least one value")
        return normalised(part for item in cell for part in _tests(item, domain))
    if isinstance(cell, str):
        text = cell.strip()
        if text == "-":
            return everything(domain.size)
        if negated := _NOT.fullmatch(text):
            matched = normalised(_tests(negated[1], domain))
            left = complement(matched, domain.size)
            if not left:
                raise ConditionError(f"'{text}' matches nothing: it rules out every answer", domain.allowed)
            return left
    return normalised(_tests(cell, domain))


def _tests(cell: Literal, domain: Domain) -> list[Range]:
    """The ranges of one or more tests separated by commas."""
    if not isinstance(cell, str):
        return [_literal(cell, domain, str(cell).lower() if isinstance(cell, bool) else plain(cell))]
    if not cell.strip():
        raise ConditionError("an empty test", f"`-`, or {domain.allowed}")
    if domain.kind == "integer" and (found := _THOUSANDS.search(cell)):
        whole, apart = (
            found[0].replace(".", "").replace(",", "." if "." in found[0] else ""),
            found[0].replace(",", ", "),
        )
        raise ConditionError(f"'{found[0]}' in '{cell}' can be one number or several", f"{whole}, or {apart}")
    return [_test(part.strip(), domain) for part in cell.split(",")]


def _test(text: str, domain: Domain) -> Range:
    if match := _COMPARISON.fullmatch(text):
        return _comparison(match[1], _number(match[2], domain, text), domain, text)
    if match := _INTERVAL.fullmatch(text):
        low, high = _number(match[2], domain, text), _number(match[3], domain, text)
        low += match[1] != "["
        high -= match[4] != "]"
        return _span(low, high, domain, text)
    if text == "-":
        raise ConditionError("`-` means any answer and stands alone", "`-` by itself, or a list of values")
    return _literal(_value(text, domain), domain, text)


def _comparison(sign: str, number: int, domain: Domain, text: str) -> Range:
    if sign in ("<", "<="):
        return _span(domain.low, number - (sign == "<"), domain, text)
    return _span(number + (sign == ">"), domain.high, domain, text)


def _span(low: int, high: int, domain: Domain, text: str) -> Range:
    """Positions of the numbers low to high, which lie in the domain; at least one of its steps must be among them."""
    first = -((domain.low - low) // domain.step)  # the first step at or above `low`
    last = (high - domain.low) // domain.step
    if first > last:
        raise ConditionError(f"'{text}' matches nothing", domain.allowed)
    return first, last


def _number(text: str, domain: Domain, whole: str) -> int:
    if domain.kind != "integer":
        raise ConditionError(f"'{whole}' compares numbers, but this input has options", domain.allowed)
    number = _stored(text, domain)
    if not domain.low <= number <= domain.high:
        raise ConditionError(f"'{text}' in '{whole}' is outside the range of this input", domain.allowed)
    return number


def _stored(text: str, domain: Domain) -> int:
    """A number as the input counts it."""
    try:
        return stored(read_number(text), domain.scale)
    except NumberError as error:
        raise ConditionError(str(error), domain.allowed) from error


def _value(text: str, domain: Domain) -> Literal:
    if domain.kind == "integer":
        if not re.fullmatch(NUMBER, text):
            allowed = f"`-`, a comparison such as <= 5, [a..b], or {domain.allowed}"
            raise ConditionError(f"'{text}' is not a test", allowed)
        return Decimal(text)
    if domain.kind == "boolean" and text in ("true", "false"):
        return text == "true"
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text


def _literal(value: Literal, domain: Domain, text: str) -> Range:
    if isinstance(value, str) and value in domain.aliases:
        stands_for = domain.ids[domain.aliases[value]]
        raise ConditionError(
            f"'{value}' stands for '{stands_for}' here, so a cell names '{stands_for}'", domain.allowed
        )
    if domain.kind == "integer" and not isinstance(value, bool | str):
        value = _stored(text, domain)
    position = None if isinstance(value, Decimal) else domain.position(value)
    if position is None:
        raise ConditionError(f"'{text}' is not an answer to this input", domain.allowed)
    return position, position


def cell_text(ranges: Ranges, domain: Domain) -> str:
    """The shortest S-FEEL unary tests for a range set; `parse_cell` gives the same range set back."""
    if ranges == everything(domain.size):
        return "-"
    if domain.kind != "integer":
        members = [domain.answer(position) for low, high in ranges for position in range(low, high + 1)]
        return ", ".join(str(member).lower() if isinstance(member, bool) else str(member) for member in members)
    return ", ".join(_range_text(low, high, domain) for low, high in ranges)


def _range_text(low: int, high: int, domain: Domain) -> str:
    first, last = domain.say(low), domain.say(high)
    if low == high:
        return first
    if low == 0:
        return f"<= {last}"
    return f">= {first}" if high == domain.size - 1 else f"[{first}..{last}]"
