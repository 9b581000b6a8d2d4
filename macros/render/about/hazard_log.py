"""The hazard log: what could go wrong for a reader, what we do about it, and what risk is left."""

from __future__ import annotations

from dataclasses import dataclass

from ...day import day
from ...records import Hazard
from ...records.care import Rating
from ..evidence.list_pages import card_url
from ..evidence.sources import Link
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.templating import rendered

PAGE = "about/safety-and-hazards.md"
_CONTROLS = {"design": "By design", "test": "By a test", "words": "In words"}


@dataclass(frozen=True)
class HazardShown:
    """A hazard with its place on the page, and its codes in words."""

    hazard: Hazard
    anchor: str
    before: str
    after: str
    controls: tuple[tuple[str, str], ...]  # of which kind, and what
    claims: tuple[Link, ...]
    reviewed: str
    review_due: str


def hazard_log(page: PageContext) -> str:
    """An overview as a table, then each hazard in full."""
    return rendered(
        "about/hazard_log.html",
        level=level_below(page, "hazard_log"),
        hazards=[_shown(page, hazard) for hazard in page.library.hazards.values()],
    )


def _shown(page: PageContext, hazard: Hazard) -> HazardShown:
    return HazardShown(
        hazard,
        anchor=f"hazard-{hazard.id.lower()}",
        before=_in_words(hazard.before),
        after=_in_words(hazard.after),
        controls=tuple((_CONTROLS[control.kind], control.what) for control in hazard.controls),
        claims=tuple(Link(page.library.claims[id].statement, card_url(page, id)) for id in hazard.claims),
        reviewed=day(hazard.reviewed),
        review_due=day(hazard.review_due),
    )


def _in_words(rating: Rating) -> str:
    return f"risk {rating.risk} of 5 (severity {rating.severity}, likelihood {rating.likelihood})"
