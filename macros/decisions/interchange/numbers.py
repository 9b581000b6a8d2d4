"""Numbers that the cells of other tools' files name, where nothing else says what an input may be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from ..space.decimals import NUMBER, NumberError, read_number

_TEST = re.compile(
    rf"(?P<sign><=|>=|<|>|)\s*(?P<one>{NUMBER})|(?P<opens>[\[\](])\s*(?P<low>{NUMBER})\s*\.\.\s*(?P<high>{NUMBER})"
    r"\s*(?P<closes>[\[\])])"
)
_NOT = re.compile(r"not\s*\((.*)\)", re.DOTALL)


def numbers_in(text: str) -> list[Decimal]:
    """Every number that the tests of a cell name; none where they are no tests of numbers."""
    inner = _NOT.fullmatch(text.strip())
    numbers = []
    for part in (inner[1] if inner else text).split(","):
        found = _TEST.fullmatch(part.strip())
        for word in filter(None, (found["one"], found["low"], found["high"]) if found else ()):
            try:
                numbers.append(read_number(word))
            except NumberError:
                return []
    return numbers


def proposed(numbers: Iterable[Decimal]) -> tuple[Decimal, Decimal] | None:
    """A range for an input of which only the numbers in its cells are known: 0 to at least twice the largest, as
    1, 2 or 5 with noughts; the same below 0 where there are numbers below it."""
    known = list(numbers)
    if not known:
        return None
    return -_round_above(-min(known)), _round_above(max(known)) or Decimal(1)


def _round_above(number: Decimal) -> Decimal:
    if number <= 0:
        return Decimal(0)
    power = Decimal(1)
    while True:
        for digit in (1, 2, 5):
            if digit * power >= 2 * number:
                return digit * power
        power *= 10
