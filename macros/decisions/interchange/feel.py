"""The FEEL that stands in a DMN file: values, unary tests and results, written and read.

Only what a guide needs is written: S-FEEL unary tests (DMN 1.5, chapter 9). Anything else is refused in words when
it is read. Arithmetic is in arithmetic.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from ..space.conditions import ConditionError, cell_text, parse_cell
from ..space.decimals import NUMBER, NumberError, in_record, read_number, scale_of, stored, written
from ..space.domain import Domain
from ..space.regions import Ranges, everything, positions
from ..tables.table import Value
from .dmn import slug
from .imported import range_text

MOST_LISTED = 1000  # more numbers in steps than this are written as an interval

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_NUMBERS = re.compile(rf"{NUMBER}(?:\s*,\s*{NUMBER})*")
_INTERVAL = re.compile(rf"\[\s*({NUMBER})\s*\.\.\s*({NUMBER})\s*\]")
MOST_LETTERS = 200  # of one string


class FeelError(ValueError):
    """FEEL beyond the part that is read here, in words."""


# ── Written ──────────────────────────────────────────────────────────────────────────────────────────────────────


def type_of(domain: Domain) -> str:
    """FEEL's type for a domain. FEEL has no whole numbers: the allowed values say the rest."""
    return {"choice": "string", "boolean": "boolean", "integer": "number"}[domain.kind]


def feel_values(domain: Domain) -> str:
    """Every allowed value as unary tests; numbers in steps one by one, as an interval would allow those between.

    Numbers have all decimals of their scale, so that the file says how exactly they are counted.
    """
    if domain.kind == "integer" and (domain.step == 1 or domain.size > MOST_LISTED):
        return range_text(domain)
    if domain.kind == "integer":
        steps = range(domain.low, domain.high + 1, domain.step)
        return ", ".join(written(number, domain.scale) for number in steps)
    if domain.kind == "boolean":
        return "false, true"
    return ", ".join(map(feel_value, domain.ids))


def feel_value(value: Value, scale: int = 1) -> str:
    """An id as a FEEL string, a number or a boolean as itself. Ids hold nothing to escape."""
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else written(value, scale)


def feel_cell(ranges: Ranges, domain: Domain) -> str:
    """Unary tests for a range set. Answers are listed, never ruled out: FEEL's `not(…)` also matches null."""
    if domain.kind != "choice" or ranges == everything(domain.size):
        return cell_text(ranges, domain)
    return ", ".join(feel_value(domain.ids[position]) for position in positions(ranges))


# ── Read: allowed values ─────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class AllowedValues:
    """What an input or output may be. `names` leads from a string in the file to an id."""

    kind: Literal["choice", "boolean", "integer"]
    names: Mapping[str, str] | None = None
    low: int = 0
    high: int = 0
    step: int = 1
    scale: int = 1
    listed: bool = False  # numbers one by one, so that none between them is allowed

    @property
    def domain(self) -> Domain:
        if self.kind == "boolean":
            return Domain("boolean", 2)
        if self.kind == "choice":
            ids = tuple((self.names or {}).values())
            return Domain("choice", len(ids), ids)
        size = (self.high - self.low) // self.step + 1
        return Domain("integer", size, low=self.low, step=self.step, scale=self.scale)

    def finer(self, scale: int) -> AllowedValues:
        """The same numbers, counted in smaller parts where `scale` asks for it."""
        if self.kind != "integer" or scale <= self.scale:
            return self
        by = scale // self.scale
        step = self.step * by if self.listed else 1
        return replace(self, low=self.low * by, high=self.high * by, step=step, scale=scale)


def strings_in(text: str) -> list[str]:
    """Every string literal in a FEEL text, escapes resolved."""
    return [re.sub(r"\\(.)", r"\1", found) for found in _STRING.findall(text)]


def read_values(text: str) -> AllowedValues:
    """The allowed values that unary tests list: strings, numbers, one closed interval, or both booleans."""
    rest = text.strip()
    if {part.strip() for part in rest.split(",")} == {"true", "false"}:
        return AllowedValues("boolean")
    if match := _INTERVAL.fullmatch(rest):
        return interval(*map(_number, match.groups()))
    if numbers := sorted(set(read_numbers(rest))):
        scale = scale_of(numbers)
        parts = [stored(number, scale) for number in numbers]
        steps = {after - before for before, after in pairwise(parts)}
        if len(steps) == 1:
            return AllowedValues("integer", low=parts[0], high=parts[-1], step=steps.pop(), scale=scale, listed=True)
        raise FeelError(f"'{text}' are not numbers in even steps")
    if _STRING.sub("", rest).replace(",", "").strip():
        raise FeelError(f"'{text}' is no list of strings, no list of numbers and no interval [low..high] of them")
    return choice(strings_in(rest))


def interval(low: Decimal, high: Decimal) -> AllowedValues:
    """The numbers from low to high, as exact as these two are written. Raises FeelError."""
    if low >= high:
        raise FeelError(f"[{low}..{high}] holds fewer than two numbers")
    scale = scale_of((low, high))
    return AllowedValues("integer", low=stored(low, scale), high=stored(high, scale), scale=scale)


def read_numbers(text: str) -> list[Decimal]:
    """A list of numbers as it stands; empty where the text is none. Raises FeelError."""
    return [_number(part) for part in text.split(",")] if _NUMBERS.fullmatch(text.strip()) else []


def _number(text: str) -> Decimal:
    try:
        return read_number(text)
    except NumberError as error:
        raise FeelError(str(error)) from error


def choice(strings: list[str]) -> AllowedValues:
    """The values of a choice, each with an id made of it."""
    if any(len(string) > MOST_LETTERS for string in strings):
        raise FeelError(f"a text of more than {MOST_LETTERS} letters is no answer")
    names = {string: slug(string) for string in strings}
    if not all(names.values()) or len(set(names.values())) < len(names):
        raise FeelError(f"{', '.join(map(repr, names))} do not make different ids of small letters and digits")
    return AllowedValues("choice", names)


# ── Read: cells and results ──────────────────────────────────────────────────────────────────────────────────────


def read_cell(text: str, values: AllowedValues) -> Ranges:
    """The range set of an input entry. Raises FeelError."""
    domain = values.domain
    try:
        if values.kind == "integer":
            return parse_cell(text.strip().replace(",", ", ") or "-", domain)
        known = values.names or {}
        words = _STRING.sub(lambda found: known.get(strings_in(found[0])[0], found[0]), text.strip() or "-")
        if any(len(part) > MOST_LETTERS for part in words.split(",")):
            raise FeelError(f"a text of more than {MOST_LETTERS} letters is no answer")
        return parse_cell(words, domain)
    except ConditionError as error:
        raise FeelError(f"{error.wrong} (allowed: {error.allowed})") from error


def read_result(text: str, values: AllowedValues) -> str | int | Decimal:
    """The value of an output entry, as a record holds it. Raises FeelError."""
    text = text.strip()
    if values.kind == "integer":
        try:
            return in_record(stored(read_number(text), values.scale), values.scale)
        except NumberError as error:
            raise FeelError(str(error)) from error
    names = values.names or {}
    found = strings_in(text)
    if len(found) == 1 and _STRING.fullmatch(text) and found[0] in names:
        return names[found[0]]
    raise FeelError(f"'{text}' is none of the allowed values {', '.join(map(repr, names))}")
