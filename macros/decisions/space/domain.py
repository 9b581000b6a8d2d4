"""What an input can be: options, yes/no, or numbers. Every answer has a position, 0 to size - 1.

A number is stored as a whole number of its smallest parts (decimals.py). Positions are the only thing that tables,
proofs and the browser ever compare: a choice and a number are handled alike, and no comparison rounds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from .decimals import NumberError, read_number, shown, stored

Answer = str | int | bool


@dataclass(frozen=True)
class Domain:
    kind: Literal["choice", "boolean", "integer"]
    size: int
    ids: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    aliases: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    low: int = 0
    step: int = 1
    unit: str = ""
    scale: int = 1

    def position(self, answer: Answer) -> int | None:
        """The position of an answer, or None where it is not in the domain."""
        if self.kind == "choice":
            if not isinstance(answer, str):
                return None
            return self.ids.index(answer) if answer in self.ids else self.aliases.get(answer)
        if self.kind == "boolean":
            return int(answer) if isinstance(answer, bool) else None
        if isinstance(answer, bool) or not isinstance(answer, int):
            return None
        steps, rest = divmod(answer - self.low, self.step)
        return steps if rest == 0 and 0 <= steps < self.size else None

    def read(self, written: Answer | Decimal) -> Answer | None:
        """What is stored for an answer as a record writes it: for 5.2 at scale 10, 52. None where nothing can be."""
        if self.kind == "integer" and not isinstance(written, bool | str):
            try:
                return stored(read_number(written), self.scale)
            except NumberError:
                return None
        return None if isinstance(written, Decimal) else written

    def answer(self, position: int) -> Answer:
        """The answer at a position: an option's id, true or false, or a number."""
        if self.kind == "choice":
            return self.ids[position]
        return bool(position) if self.kind == "boolean" else self.low + position * self.step

    def written(self, answer: Answer) -> str:
        """A stored answer as a record writes it."""
        if isinstance(answer, bool):
            return str(answer).lower()
        return self.shown(answer) if isinstance(answer, int) else answer

    @property
    def high(self) -> int:
        return self.low + (self.size - 1) * self.step

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Every answer a reader can give, answers that stand for another included."""
        return tuple(self.answer(position) for position in range(self.size)) + tuple(self.aliases)

    def say(self, position: int) -> str:
        """An answer in the reader's words."""
        if self.labels:
            return self.labels[position]
        return self.shown(self.low + position * self.step)

    def shown(self, value: int) -> str:
        """A stored whole number as it is shown: 52 at scale 10 is 5.2."""
        return shown(value, self.scale)

    @property
    def allowed(self) -> str:
        """The domain in words, for error messages."""
        if self.kind == "integer":
            by = f" in steps of {self.shown(self.step)}" if self.step > 1 or self.scale > 1 else ""
            whole = "whole numbers" if self.scale == 1 else "numbers"
            return f"{whole} {self.shown(self.low)} to {self.shown(self.high)}{by}"
        return ", ".join(self.ids) if self.kind == "choice" else "true, false"


YES_NO = Domain("boolean", 2, labels=("No", "Yes"))
