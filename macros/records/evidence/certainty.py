"""How sure we are of a finding: GRADE's four words (https://gdt.gradepro.org/app/handbook/handbook.html)."""

from __future__ import annotations

from enum import StrEnum


class Certainty(StrEnum):
    """How sure we are of a finding, the surest first."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very-low"

    @property
    def dots(self) -> int:
        """How many of four dots are filled, so that certainty shows by shape too."""
        return 4 - tuple(Certainty).index(self)

    @property
    def words(self) -> str:
        return f"{self.value.replace('-', ' ').capitalize()} certainty"

    @property
    def verb(self) -> str:
        """The verb that a finding of this certainty is stated with."""
        return {"high": "does", "moderate": "probably", "low": "may", "very-low": "we do not know"}[self.value]
