"""Derived inputs: whole-number arithmetic over other inputs, compiled once to a small tree.

`+`, `-` (with spaces round it: ids contain hyphens), `*`, `//` (floor division), `min(…)`, `max(…)`, brackets,
numbers and ids. Numbers with decimals take part as they are stored (decimals.py). Python and the browser walk the same
tree; both are exact because bounds are checked to stay within what a browser counts exactly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from .decimals import MAX_EXACT

Tree = int | str | tuple["str | Tree", ...]  # a number, an input's id, or (operator, left, right)
Bounds = tuple[int, int]

MOST_TOKENS = 400
MOST_BRACKETS = 100
_TOKEN = re.compile(r"\s*([a-z][a-z0-9]*(?:-[a-z0-9]+)*|[0-9]+|//|[-+*(),])")
_FUNCTIONS = ("min", "max")

_OPERATIONS: dict[str, Callable[[int, int], int]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "//": lambda a, b: a // b,
    "min": min,
    "max": max,
}


class ExpressionError(ValueError):
    """An expression that cannot be read or whose value is not always a whole number in its range."""


def parse_expression(text: str) -> Tree:
    """The tree of an expression. Raises ExpressionError."""
    tokens = list(islice(_tokens(text), MOST_TOKENS + 1))
    if len(tokens) > MOST_TOKENS or tokens.count("(") > MOST_BRACKETS:
        raise ExpressionError(f"it holds more than {MOST_TOKENS} words and signs, or {MOST_BRACKETS} brackets")
    tree, rest = _sum(tokens)
    if rest:
        raise ExpressionError(f"'{rest[0]}' is not expected there")
    return tree


def _tokens(text: str) -> Iterator[str]:
    position = 0
    text = text.rstrip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if not match:
            raise ExpressionError(f"'{text[position:].strip()[:12]}' is not part of whole-number arithmetic")
        position = match.end()
        yield match[1]


def _sum(tokens: list[str]) -> tuple[Tree, list[str]]:
    return _chain(tokens, ("+", "-"), _product)


def _product(tokens: list[str]) -> tuple[Tree, list[str]]:
    return _chain(tokens, ("*", "//"), _atom)


def _chain(
    tokens: list[str], signs: tuple[str, ...], operand: Callable[[list[str]], tuple[Tree, list[str]]]
) -> tuple[Tree, list[str]]:
    tree, rest = operand(tokens)
    while rest and rest[0] in signs:
        sign = rest[0]
        right, rest = operand(rest[1:])
        tree = (sign, tree, right)
    return tree, rest


def _atom(tokens: list[str]) -> tuple[Tree, list[str]]:
    if not tokens:
        raise ExpressionError("something is missing at the end")
    first, rest = tokens[0], tokens[1:]
    if first.isdigit():
        return int(first), rest
    if first in _FUNCTIONS:
        if rest[:1] != ["("]:
            raise ExpressionError(f"'{first}' is followed by brackets")
        left, rest = _sum(rest[1:])
        if rest[:1] != [","]:
            raise ExpressionError(f"'{first}' takes two values with a comma between them")
        right, rest = _sum(rest[1:])
        return (first, left, right), _closed(rest)
    if first == "(":
        tree, rest = _sum(rest)
        return tree, _closed(rest)
    if not first[0].isalpha():
        raise ExpressionError(f"'{first}' is not expected there")
    return first, rest


def _closed(tokens: list[str]) -> list[str]:
    if tokens[:1] != [")"]:
        raise ExpressionError("a bracket is not closed")
    return tokens[1:]


def inputs_of(tree: Tree) -> tuple[str, ...]:
    """The ids that an expression reads, in order, each once."""
    if isinstance(tree, int):
        return ()
    if isinstance(tree, str):
        return (tree,)
    return tuple(dict.fromkeys(id for part in tree[1:] for id in inputs_of(part)))


def evaluate_expression(tree: Tree, numbers: Mapping[str, int]) -> int:
    """The value for given numbers."""
    if isinstance(tree, int):
        return tree
    if isinstance(tree, str):
        return numbers[tree]
    operator, left, right = tree
    assert isinstance(operator, str)
    return _OPERATIONS[operator](evaluate_expression(left, numbers), evaluate_expression(right, numbers))


def bounds_of(tree: Tree, known: Mapping[str, Bounds]) -> Bounds:
    """Least and greatest value that interval arithmetic allows. Raises ExpressionError on a possible division by 0."""
    if isinstance(tree, int):
        return tree, tree
    if isinstance(tree, str):
        return known[tree]
    operator, left, right = tree
    (la, ha), (lb, hb) = bounds_of(left, known), bounds_of(right, known)
    if operator == "//" and lb <= 0 <= hb:
        raise ExpressionError(f"it divides by a value that can be 0 ({lb} to {hb}); use max(…, 1)")
    assert isinstance(operator, str)
    work = _OPERATIONS[operator]
    # Each operation is monotone in each operand (for // the divisor keeps its sign), so the extremes lie at corners.
    if operator in ("*", "//"):
        corners = [work(a, b) for a in (la, ha) for b in (lb, hb)]
        low, high = min(corners), max(corners)
    elif operator == "-":
        low, high = la - hb, ha - lb
    else:
        low, high = work(la, lb), work(ha, hb)
    if max(-low, high) > MAX_EXACT:
        raise ExpressionError("its values can grow beyond what a browser counts exactly (2 to the power 53)")
    return low, high


def feel_text(tree: Tree, names: Mapping[str, str] | None = None) -> str:
    """The expression in FEEL, for DMN: `//` is `floor(a / b)`."""
    if isinstance(tree, int):
        return str(tree)
    if isinstance(tree, str):
        return names[tree] if names else tree
    operator, left, right = tree[0], feel_text(tree[1], names), feel_text(tree[2], names)
    if operator == "//":
        return f"floor({left} / {right})"
    if operator in _FUNCTIONS:
        return f"{operator}({left}, {right})"
    return f"({left} {operator} {right})"
