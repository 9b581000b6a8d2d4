"""Numbers as other tools write them (98.83), and as they are stored here: whole numbers of a smallest part (9883
hundredths). Nothing is ever a binary fraction, so nothing is rounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from ..space.domain import Domain
from ..space.regions import Ranges, everything

MOST_DIGITS = 15  # so that a number of any scale stays below 2**53, which browsers count exactly
MOST_DECIMALS = 3  # a scale is 1, 10, 100 or 1000

NUMBER = r"[-+]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
_NUMBER = re.compile(NUMBER)


class NumberError(ValueError):
    """A text that is no number that is read here, in words."""


def read_number(text: str) -> Decimal:
    """The number that a text is, with the decimals that it was written with. Raises NumberError."""
    text = text.strip()
    digits = sum(map(str.isdigit, text))
    if digits > MOST_DIGITS:
        raise NumberError(f"a number of {digits:,} digits is not read; the most is {MOST_DIGITS}")
    if not _NUMBER.fullmatch(text):
        raise NumberError(f"'{text}' is not a number such as 12 or 3.5")
    number = Decimal(text)
    if _decimals(number) > MOST_DECIMALS:
        raise NumberError(f"'{text}' has more than {MOST_DECIMALS} decimals")
    return number


def scale_of(numbers: Iterable[Decimal]) -> int:
    """How many stored units make one, so that all of these are whole."""
    return int(10 ** max(map(_decimals, numbers), default=0))


def stored(number: Decimal, scale: int) -> int:
    """The whole number that is stored for one that has no more decimals than `scale`. Raises NumberError."""
    units = number * scale
    if units != units.to_integral_value():
        raise NumberError(f"'{number}' has more decimals than what it is compared with")
    return int(units)


def written(value: int, scale: int) -> str:
    """A stored number with all decimals of its scale: 1000 at scale 10 is 100.0. So the scale can be read off it."""
    if scale == 1:
        return str(value)
    whole, rest = divmod(abs(value), scale)
    return f"{'-' * (value < 0)}{whole}.{rest:0{len(str(scale)) - 1}d}"


def tests_of(ranges: Ranges, domain: Domain) -> str:
    """The shortest S-FEEL unary tests for a range set of numbers, with decimals where the domain has them."""
    if ranges == everything(domain.size):
        return "-"
    return ", ".join(_test(low, high, domain) for low, high in ranges)


def _test(low: int, high: int, domain: Domain) -> str:
    first, last = domain.say(low), domain.say(high)
    if low == high:
        return first
    if low == 0:
        return f"<= {last}"
    return f">= {first}" if high == domain.size - 1 else f"[{first}..{last}]"


_TEST = re.compile(
    rf"(?P<sign><=|>=|<|>|)\s*(?P<one>{NUMBER})|(?P<opens>[\[\](])\s*(?P<low>{NUMBER})\s*\.\.\s*(?P<high>{NUMBER})"
    r"\s*(?P<closes>[\[\])])"
)
_NOT = re.compile(r"not\s*\((.*)\)", re.DOTALL)


def stored_tests(text: str, scale: int) -> str:
    """Unary tests of numbers as they are written in YAML: every number as it is stored. Raises NumberError."""
    text = text.strip()
    if text in ("", "-"):
        return "-"
    if negated := _NOT.fullmatch(text):
        return f"not({_stored_list(negated[1], scale)})"
    return _stored_list(text, scale)


def _stored_list(text: str, scale: int) -> str:
    return ", ".join(_stored_test(part.strip(), scale) for part in text.split(","))


def _stored_test(text: str, scale: int) -> str:
    found = _TEST.fullmatch(text)
    if not found:
        raise NumberError(f"'{text}' is not a test")
    if found["one"]:
        return f"{found['sign']} {stored(read_number(found['one']), scale)}".strip()
    low, high = (stored(read_number(found[name]), scale) for name in ("low", "high"))
    return f"{found['opens']}{low}..{high}{found['closes']}"


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


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
