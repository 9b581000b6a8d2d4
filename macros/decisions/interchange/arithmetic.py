"""Whole-number arithmetic in FEEL, for derived inputs, read into the tree that the engine walks; and a tree in words.

`floor`, `min` and `max` are its only functions (DMN 1.5, chapter 10.3.4); expressions.py writes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ..space.decimals import NumberError, read_number, scale_of
from ..space.expressions import MOST_BRACKETS, MOST_TOKENS, Tree
from .feel import FeelError

_TOKEN = r"[A-Za-z_][A-Za-z0-9_]*|[0-9]+(?:\.[0-9]+)?|[-+*/(),]"
Reading = tuple[Tree, list[str]]


def read_expression(text: str, ids: Mapping[str, str], scales: Mapping[str, int] | None = None) -> Tree:
    """The tree of a whole-number expression over FEEL names, `ids` saying which input each is. Raises FeelError.

    A number with decimals, which `scales` names by its id, stands in it times its scale: as it is stored.
    """
    if text.count("(") > MOST_BRACKETS:
        raise FeelError(f"it holds more than {MOST_BRACKETS} brackets")
    tree, rest = _sum(_tokens(text, ids), ids)
    if rest:
        raise FeelError(f"'{rest[0]}' is not expected in '{text}'")
    return _as_stored(tree, scales or {})


def _tokens(text: str, ids: Mapping[str, str]) -> list[str]:
    """The words and signs. A name that is known is one word, whatever it is made of."""
    tokens: list[str] = []
    known = "|".join(re.escape(name) for name in sorted(filter(None, ids), key=len, reverse=True))
    token = re.compile(rf"\s*(?:(?P<known>(?:{known})(?!\w))|{_TOKEN})" if known else rf"\s*(?:{_TOKEN})")
    position, text = 0, text.strip()
    while position < len(text):
        match = token.match(text, position)
        if not match:
            raise FeelError(f"'{text[position:].strip()[:12]}' is not part of whole-number arithmetic")
        if len(tokens) == MOST_TOKENS:
            raise FeelError(f"it holds more than {MOST_TOKENS} words and signs")
        tokens.append(match[0].strip())
        position = match.end()
    return tokens


def _as_stored(tree: Tree, scales: Mapping[str, int]) -> Tree:
    if isinstance(tree, str) and tree in scales:
        raise FeelError(f"'{tree}' has decimals: write it times {scales[tree]}, so that it is a whole number")
    if not isinstance(tree, tuple):
        return tree
    operator, left, right = tree
    if operator == "*" and isinstance(left, str) and left in scales and right == scales[left]:
        return left
    return operator, _as_stored(left, scales), _as_stored(right, scales)


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
    if first in ids:
        return ids[first], rest
    if first[0].isdigit():
        return _whole_number(first), rest
    if first == "(":
        tree, rest = _sum(rest, ids)
        return tree, _after(")", rest)
    if first in ("floor", "min", "max") and rest[:1] == ["("]:
        # floor(a / b) is the one way to divide that always gives a whole number
        left, rest = (_product if first == "floor" else _sum)(rest[1:], ids)
        right, rest = (_atom if first == "floor" else _sum)(_after("/" if first == "floor" else ",", rest), ids)
        return ("//" if first == "floor" else first, left, right), _after(")", rest)
    raise FeelError(f"'{first}' is neither a number nor an input that holds one")


def _whole_number(text: str) -> int:
    try:
        number = read_number(text)
    except NumberError as error:
        raise FeelError(str(error)) from error
    if scale_of([number]) > 1:
        raise FeelError(f"'{text}' is no whole number")
    return int(number)


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
    sign = str(tree[0]) if isinstance(tree, tuple) else ""
    return f"({text})" if sign in _BINDS and _BINDS[sign] < at_least else text
