"""Numbers as people write them (98.83), and as they are stored: whole numbers of a smallest part (9883 hundredths).

`20` and `20.0` are one number. How small the part is (the scale: 1, 10, 100 or 1000 parts make one), an input says, or
the number with the most decimals that its range, its step or a cell names. Nothing is ever a binary fraction, so
nothing is rounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

SCALES = (1, 10, 100, 1000)
MOST_DECIMALS = len(SCALES) - 1
MAX_EXACT = 2**53 - 1  # the largest whole number that a browser counts exactly (ECMA-262, Number.MAX_SAFE_INTEGER)
MOST_DIGITS = len(str(MAX_EXACT))

NUMBER = r"[-+]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
_NUMBER = re.compile(NUMBER)


class NumberError(ValueError):
    """What is no number that is read here, in words."""


def read_number(written: str | int | Decimal) -> Decimal:
    """The number, with the decimals that it was written with. Raises NumberError."""
    text = plain(written)
    digits = sum(map(str.isdigit, text))
    if digits > MOST_DIGITS:
        raise NumberError(f"a number of {digits:,} digits is not read; the most is {MOST_DIGITS}")
    if not _NUMBER.fullmatch(text):
        raise NumberError(f"'{text}' is not a number such as 12 or 3.5")
    number = Decimal(text)
    if _decimals(number) > MOST_DECIMALS:
        raise NumberError(f"'{text}' has more than {MOST_DECIMALS} decimals")
    return number


def plain(written: str | int | Decimal) -> str:
    """A number as its digits, never with an exponent; a text as it is."""
    return format(written, "f") if isinstance(written, Decimal) else str(written).strip()


def scale_of(numbers: Iterable[Decimal]) -> int:
    """How many stored parts make one, so that all of these are whole."""
    return int(10 ** max(map(_decimals, numbers), default=0))


def scale_in(cells: Iterable[object]) -> int:
    """The same for all numbers that cells name. What is not read as a number is told where the cell is read."""
    found = []
    for cell in cells:
        for part in cell if isinstance(cell, tuple) else (cell,):
            for word in _NUMBER.findall(plain(part).replace("..", " ")) if isinstance(part, str | Decimal) else ():
                number = Decimal(word)
                if _decimals(number) <= MOST_DECIMALS:
                    found.append(number)
    return scale_of(found)


def stored(number: Decimal, scale: int) -> int:
    """The whole number that is stored for one that has no more decimals than `scale`. Raises NumberError."""
    units = number * scale
    if units != units.to_integral_value():
        raise NumberError(f"'{plain(number)}' has more decimals than what it is compared with")
    return int(units)


def written(value: int, scale: int) -> str:
    """A stored number with all decimals of its scale: 1000 at scale 10 is 100.0. So the scale can be read off it."""
    if scale == 1:
        return str(value)
    whole, rest = divmod(abs(value), scale)
    return f"{'-' * (value < 0)}{whole}.{rest:0{len(str(scale)) - 1}d}"


def shown(value: int, scale: int) -> str:
    """A stored number with the decimals that it needs: 52 at scale 10 is 5.2, and 50 is 5."""
    text = written(value, scale)
    return text.rstrip("0").rstrip(".") if scale > 1 else text


def in_record(value: int, scale: int) -> int | Decimal:
    """A stored number as a record holds it."""
    text = shown(value, scale)
    return Decimal(text) if "." in text else int(text)


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
