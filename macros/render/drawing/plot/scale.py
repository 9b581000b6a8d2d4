"""Where a number stands across a picture, and which round numbers its axis names."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

_MARGIN = 1.5  # percent kept free on both sides, so that a mark at an end is whole
_TICKS_WANTED = 5


@dataclass(frozen=True)
class Scale:
    """A linear or logarithmic axis from its first tick to its last."""

    ticks: tuple[float, ...]
    logarithmic: bool

    def across(self, value: float) -> float:
        """Percent of the width."""
        low, high = self._at(self.ticks[0]), self._at(self.ticks[-1])
        return _MARGIN + (100 - 2 * _MARGIN) * (self._at(value) - low) / (high - low)

    def _at(self, value: float) -> float:
        return math.log2(value) if self.logarithmic else value


def linear(values: Iterable[float]) -> Scale:
    """From a round number at or below the least value to one at or above the greatest, in round steps."""
    known = list(values)
    low, high = min(known), max(known)
    step = _round_step((high - low) / (_TICKS_WANTED - 1) or 1.0)
    first, last = math.floor(low / step), math.ceil(high / step)
    return Scale(tuple(_tidy(index * step) for index in range(first, max(last, first + 1) + 1)), False)


def logarithmic(values: Iterable[float]) -> Scale:
    """In doublings, so that twice as much and half as much lie equally far from 1. Values are greater than 0."""
    exponents = [math.log2(value) for value in values]
    first, last = math.floor(min(exponents)), math.ceil(max(exponents))
    return Scale(tuple(2.0**exponent for exponent in range(first, max(last, first + 1) + 1)), True)


def _round_step(least: float) -> float:
    """The first of 1, 2 and 5 times a power of ten that is not smaller."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * 0.999)


def _tidy(value: float) -> float:
    """Without the dust of binary fractions: 0.3, not 0.30000000000000004."""
    return round(value, 10)
