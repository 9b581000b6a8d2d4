"""What is drawn: numbers with the words that stand beside them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mark:
    label: str
    value: float
    number: str  # the value in words: 17.8, 3.22%, −0.8
    low: float | None = None
    high: float | None = None
    interval: str = ""  # the likely range in words: 16.7 to 19.1
    main: bool = True  # false for what the main marks are compared with
    times: int = 1  # in steps: so many sessions in a row
    step: str = ""  # in steps: how large the step to it is, in words


@dataclass(frozen=True)
class Panel:
    """Marks on one scale. What it measures, and what its line means, is said outside the picture."""

    logarithmic: bool
    line: float | None  # where a value means no difference
    marks: tuple[Mark, ...]
