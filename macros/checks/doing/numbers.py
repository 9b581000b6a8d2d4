"""Numbers in sentences, and the line that each one draws: after 5 for 'more than 5' and 'up to 5', before it for
'5 or more' and 'less than 5', on either side for a bare 5.

A line is known by the position below it. Those at the ends of an input's range are lines as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ...decisions.tables.table import Axis

_ENDS_AFTER = "no more than|not more than|more than|at most|up to|over|above|beyond"
_ENDS_BEFORE = "no less than|not less than|less than|fewer than|at least|under|below|from"
_NUMBER = r"(?<![\w.,/-])\d+(?:\.\d+)?(?![\w/]|[.,]\d)"
# What follows a number that is about something else: 'over 3 weeks' says nothing about pain.
_MEASURES = (
    r"\s*(?:-|%|out of|of|seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|km|miles?|metres?|m|cm|mm|kg|g"
    r"|times?|steps?|runs?|sessions?|levels?|studies|people)(?!\w)"
)


@dataclass(frozen=True)
class Mention:
    """Words that name one number or two, and the lines that they can mean."""

    words: str
    start: int
    lines: tuple[frozenset[int], ...]  # for each line that is drawn, where it can stand; empty where it cannot
    with_unit: bool

    def draws(self, line: int) -> bool:
        return any(line in places for places in self.lines)


class Numbers:
    """How sentences name the numbers of one input."""

    def __init__(self, axis: Axis, said: Mapping[Decimal, Sequence[str]]):
        self.domain = axis.domain
        self.words = {way.lower(): number for number, ways in said.items() for way in ways}
        number = "|".join(rf"\b{re.escape(way)}\b" for way in self.words) or _NUMBER
        unit = rf"\s?{re.escape(axis.domain.unit)}(?!\w)" if axis.domain.unit else r"(?!)"
        self.pattern = re.compile(
            rf"(?:\b(?P<lead>between|{_ENDS_AFTER}|{_ENDS_BEFORE})\s+)?(?P<one>{number})(?P<unit>{unit})?"
            rf"(?:\s+(?P<join>to|and|or)\s+(?P<other>{number})(?P<second>{unit})?)?"
            r"(?P<tail>\s+(?:or|and)\s+(?:less|fewer|under|below|more|over|above|longer))?",
            re.IGNORECASE,
        )

    def mentions(self, text: str) -> Iterator[Mention]:
        """Numbers of this input in a text: with its unit, or without any where the words draw a line."""
        if not any(sign.isdigit() for sign in text) and not self.words:
            return
        for match in self.pattern.finditer(text):
            with_unit = bool(match["unit"] or match["second"])
            drawn = bool(match["lead"] or match["tail"] or match["join"] == "to")
            other_unit = re.match(_MEASURES, text[match.end() :], re.IGNORECASE) is not None
            if with_unit or (drawn and not other_unit):
                yield Mention(match[0].strip(), match.start(), tuple(self._lines(match)), with_unit)

    def _lines(self, match: re.Match[str]) -> Iterator[frozenset[int]]:
        numbers = [self._number(word) for word in (match["one"], match["other"]) if word]
        lead, tail = (match["lead"] or "").lower(), (match["tail"] or "").lower()
        if len(numbers) == 2 and (match["join"] == "to" or lead == "between"):
            yield self._at(numbers[0], before=True)
            yield self._at(numbers[1], before=False)
        elif re.fullmatch(_ENDS_AFTER, lead) or tail.endswith(("less", "fewer", "under", "below")):
            yield from (self._at(number, before=False) for number in numbers)
        elif re.fullmatch(_ENDS_BEFORE, lead) or tail:
            yield from (self._at(number, before=True) for number in numbers)
        else:
            yield from (self._at(number, before=True) | self._at(number, before=False) for number in numbers)

    def _number(self, word: str) -> Decimal:
        """The number that is stored for a word."""
        return (self.words[word.lower()] if self.words else Decimal(word)) * self.domain.scale

    def _at(self, number: Decimal, *, before: bool) -> frozenset[int]:
        """The line before or after a number; none where the input has no such number."""
        place, rest = divmod(number - self.domain.low, self.domain.step)
        if rest or not 0 <= place < self.domain.size:
            return frozenset()
        return frozenset({int(place) - before})
