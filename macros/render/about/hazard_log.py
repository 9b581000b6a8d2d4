"""The hazard log: what could go wrong for a reader, what we do about it, and what risk is left."""

from __future__ import annotations

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


def hazard_log(page: PageContext) -> str:
    """An overview as a table, then each hazard in full."""
    return rendered(
        "about/hazard_log.html",
        level=level_below(page, "hazard_log"),
        hazards=[_shown(page, hazard) for hazard in page.library.hazards.values()],
    )


def _shown(page: PageContext, hazard: Hazard) -> dict[str, object]:
    return {
        "id": hazard.id,
        "anchor": f"hazard-{hazard.id.lower()}",
        "title": hazard.title,
        "cause": hazard.cause,
        "effect": hazard.effect,
        "before": hazard.before,
        "after": hazard.after,
        "before_words": _in_words(hazard.before),
        "after_words": _in_words(hazard.after),
        "controls": [(_CONTROLS[control.kind], control.what) for control in hazard.controls],
        "evidence": hazard.evidence,
        "accepted_because": hazard.accepted_because,
        "claims": [Link(page.library.claims[id].statement, card_url(page, id)) for id in hazard.claims],
        "reviewed": day(hazard.reviewed),
        "review_due": day(hazard.review_due),
    }


def _in_words(rating: Rating) -> str:
    return f"risk {rating.risk} of 5 (severity {rating.severity}, likelihood {rating.likelihood})"
