"""How sure we are of a claim, by word and by dots; or who says so, where it tells what a body says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from ...library import Library
from ...records import Certainty, Claim, ClaimKind, Voice

_GUIDANCE = "Guidance: "


@dataclass(frozen=True)
class Grade:
    """How sure we are, by word and by dots. `name` is for stylesheets and filters."""

    name: str
    words: str
    dots: tuple[bool, ...]  # filled or not; empty where there is no grade
    recheck_due: str  # ISO date after which the claim is being re-checked
    rechecking: bool  # whether that was so already when the page was built

    @property
    def short(self) -> str:
        """The words on a chip, whose flag says already that it is guidance."""
        return self.words.removeprefix(_GUIDANCE)


def grade(library: Library, today: date, record: Claim) -> Grade:
    """How sure we are of a claim. A rule of ours, what a body says and a retired claim have no grade."""
    due, late = record.review_due.isoformat(), today > record.review_due
    if record.retired:
        return Grade("retired", "Withdrawn", (), due, False)
    if record.kind is ClaimKind.OUR_RULE:
        return Grade(record.kind.value, "Our rule", (), due, late)
    if record.kind is ClaimKind.GUIDANCE:
        return Grade(record.kind.value, f"{_GUIDANCE}{_where_and_when(library, record)}", (), due, late)
    return Grade(record.certainty.value, record.certainty.words, dots(record.certainty), due, late)


def voices(library: Library, record: Claim) -> list[tuple[Voice, int | None]]:
    """The bodies whose guidance a claim tells, each with its year, in the order of its sources."""
    sources = [library.sources[id] for id in record.sources]
    return [(source.custom.speaks_for, source.year) for source in sources if source.custom.speaks_for]


@cache
def dots(certainty: Certainty) -> tuple[bool, ...]:
    return tuple(place < certainty.dots for place in range(4))


def _where_and_when(library: Library, record: Claim) -> str:
    """Country and year of the first guidance that a claim tells, and how many more there are."""
    told = list(dict.fromkeys(_at(voice, year) for voice, year in voices(library, record)))
    return told[0] if len(told) == 1 else f"{told[0]} and {len(told) - 1} more"


def _at(voice: Voice, year: int | None) -> str:
    return f"{voice.country.replace('not given', 'country not given')}{f' {year}' if year else ', undated'}"
