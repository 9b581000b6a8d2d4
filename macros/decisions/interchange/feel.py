"""The FEEL that stands in a DMN file: values, unary tests and whole-number expressions, written and read.

Only what a guide needs is written: S-FEEL unary tests (DMN 1.5, chapter 9), and arithmetic with `floor`, `min` and
`max` for derived inputs (chapter 10.3.4). Anything else is refused in words when it is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ..conditions import ConditionError, cell_text, parse_cell
from ..domain import Domain
from ..expressions import Tree
from ..regions import Ranges, everything, positions
from ..table import Value
from .dmn import slug

MOST_LISTED = 1000  # more numbers in steps than this are written as an interval

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_NUMBERS = re.compile(r"-?[0-9]+(?:\s*,\s*-?[0-9]+)*")
_INTERVAL = re.compile(r"\[\s*(-?[0-9]+)\s*\.\.\s*(-?[0-9]+)\s*\]")


class FeelError(ValueError):
    """FEEL beyond the part that is read here, in words."""


# ── Written ──────────────────────────────────────────────────────────────────────────────────────────────────────


def type_of(domain: Domain) -> str:
    """FEEL's type for a domain. FEEL has no whole numbers: the allowed values say the rest."""
    return {"choice": "string", "boolean": "boolean", "integer": "number"}[domain.kind]


def feel_values(domain: Domain) -> str:
    """Every allowed value as unary tests; numbers in steps one by one, as an interval would allow those between."""
    if domain.kind == "integer" and (domain.step == 1 or domain.size > MOST_LISTED):
        return f"[{domain.low}..{domain.high}]"
    if domain.kind == "boolean":
        return "false, true"
    return ", ".join(feel_value(domain.answer(position)) for position in range(domain.size))


def feel_value(value: Value) -> str:
    """An id as a FEEL string, a number or a boolean as itself. Ids hold nothing to escape."""
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


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

    @property
    def domain(self) -> Domain:
        if self.kind == "boolean":
            return Domain("boolean", 2)
        if self.kind == "choice":
            ids = tuple((self.names or {}).values())
            return Domain("choice", len(ids), ids)
        return Domain("integer", (self.high - self.low) // self.step + 1, low=self.low, step=self.step)


def strings_in(text: str) -> list[str]:
    """Every string literal in a FEEL text, escapes resolved."""
    return [re.sub(r"\\(.)", r"\1", found) for found in _STRING.findall(text)]


def read_values(text: str) -> AllowedValues:
    """The allowed values that unary tests list: strings, whole numbers, one closed interval, or both booleans."""
    rest = text.strip()
    if {part.strip() for part in rest.split(",")} == {"true", "false"}:
        return AllowedValues("boolean")
    if match := _INTERVAL.fullmatch(rest):
        return _numbers(int(match[1]), int(match[2]), 1)
    if numbers := sorted(set(read_numbers(rest))):
        steps = {after - before for before, after in pairwise(numbers)}
        if len(steps) == 1:
            return _numbers(numbers[0], numbers[-1], steps.pop())
        raise FeelError(f"'{text}' are not numbers in even steps")
    if _STRING.sub("", rest).replace(",", "").strip():
        raise FeelError(f"'{text}' is no list of strings, no list of whole numbers and no interval [low..high] of them")
    return choice(strings_in(rest))


def read_numbers(text: str) -> list[int]:
    """A list of whole numbers as it stands; empty where the text is none."""
    return [int(part) for part in text.split(",")] if _NUMBERS.fullmatch(text.strip()) else []


def choice(strings: list[str]) -> AllowedValues:
    """The values of a choice, each with an id made of it."""
    names = {string: slug(string) for string in strings}
    if not all(names.values()) or len(set(names.values())) < len(names):
        raise FeelError(f"{', '.join(map(repr, names))} do not make different ids of small letters and digits")
    return AllowedValues("choice", names)


def _numbers(low: int, high: int, step: int) -> AllowedValues:
    if low >= high:
        raise FeelError(f"[{low}..{high}] holds fewer than two numbers")
    return AllowedValues("integer", low=low, high=high, step=step)


# ── Read: cells and results ──────────────────────────────────────────────────────────────────────────────────────


def read_cell(text: str, values: AllowedValues) -> Ranges:
    """The range set of an input entry. Raises FeelError."""
    known = values.names or {}
    words = _STRING.sub(lambda found: known.get(strings_in(found[0])[0], found[0]), text.strip() or "-")
    try:
        return parse_cell(words, values.domain)
    except ConditionError as error:
        raise FeelError(f"{error.wrong} (allowed: {error.allowed})") from error


def read_result(text: str, values: AllowedValues) -> Value:
    """The value of an output entry. Raises FeelError."""
    text = text.strip()
    if values.kind == "integer":
        if re.fullmatch(r"-?[0-9]+", text):
            return int(text)
        raise FeelError(f"'{text}' is not a whole number")
    names = values.names or {}
    found = strings_in(text)
    if len(found) == 1 and _STRING.fullmatch(text) and found[0] in names:
        return names[found[0]]
    raise FeelError(f"'{text}' is none of the allowed values {', '.join(map(repr, names))}")


# ── Read: expressions ────────────────────────────────────────────────────────────────────────────────────────────

MOST_BRACKETS = 100
_TOKEN = re.compile(r"\s*(?:([A-Za-z_][A-Za-z0-9_]*)|([0-9]+)|([-+*/(),]))")
Reading = tuple[Tree, list[str]]


def read_expression(text: str, ids: Mapping[str, str]) -> Tree:
    """The tree of a whole-number expression over FEEL names, `ids` saying which input each is. Raises FeelError."""
    if text.count("(") > MOST_BRACKETS:
        raise FeelError(f"it holds more than {MOST_BRACKETS} brackets")
    tree, rest = _sum(_tokens(text), ids)
    if rest:
        raise FeelError(f"'{rest[0]}' is not expected in '{text}'")
    return tree


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    position, text = 0, text.strip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if not match:
            raise FeelError(f"'{text[position:].strip()[:12]}' is not part of whole-number arithmetic")
        tokens.append(match[0].strip())
        position = match.end()
    return tokens


def _sum(tokens: list[str], ids: Mapping[str, str]) -> Reading:
    return _chain(tokens, ids, ("+", "-"), _product)


def _product(tokens: list[str], ids: Mapping[str, str]) -> Reading:
    return _chain(tokens, ids, ("*",), _atom)


def _chain(
    tokens: list[str],
    ids: Mapping[str, str],
    signs: tuple[str, ...],
    operand: Callable[[list[str], Mapping[str, str]], Reading],
) -> Reading:
    tree, rest = operand(tokens, ids)
    while rest and rest[0] in signs:
        sign = rest[0]
        right, rest = operand(rest[1:], ids)
        tree = (sign, tree, right)
    return tree, rest


def _atom(tokens: list[str], ids: Mapping[str, str]) -> Reading:
    if not tokens:
        raise FeelError("something is missing at the end")
    first, rest = tokens[0], tokens[1:]
    if first.isdigit():
        return int(first), rest
    if first == "(":
        tree, rest = _sum(rest, ids)
        return tree, _after(")", rest)
    if first in ("floor", "min", "max") and rest[:1] == ["("]:
        # floor(a / b) is the one way to divide that always gives a whole number
        left, rest = (_product if first == "floor" else _sum)(rest[1:], ids)
        right, rest = (_atom if first == "floor" else _sum)(_after("/" if first == "floor" else ",", rest), ids)
        return ("//" if first == "floor" else first, left, right), _after(")", rest)
    if first in ids:
        return ids[first], rest
    raise FeelError(f"'{first}' is neither a number nor an input that holds one")


def _after(sign: str, tokens: list[str]) -> list[str]:
    if tokens[:1] != [sign]:
        raise FeelError(f"'{sign}' is expected, not '{(tokens or ['the end'])[0]}'")
    return tokens[1:]


# ── An expression as a contributor writes it ─────────────────────────────────────────────────────────────────────

_BINDS = {"+": 1, "-": 1, "*": 2, "//": 2}


def expression_text(tree: Tree) -> str:
    """An expression in the words of `value:`, with only the brackets it needs; `parse_expression` undone."""
    if not isinstance(tree, tuple):
        return str(tree)
    operator, left, right = tree
    assert isinstance(operator, str)
    if operator not in _BINDS:
        return f"{operator}({expression_text(left)}, {expression_text(right)})"
    strength = _BINDS[operator]
    return f"{_bracketed(left, strength)} {operator} {_bracketed(right, strength + 1)}"


def _bracketed(tree: Tree, at_least: int) -> str:
    text = expression_text(tree)
    return f"({text})" if isinstance(tree, tuple) and _BINDS.get(str(tree[0]), 3) < at_least else text
