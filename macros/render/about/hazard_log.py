"""The hazard log: what could go wrong for a reader, what we do about it, and what risk is left."""

from __future__ import annotations

from dataclasses import dataclass

from ...day import day
from ...decisions.across.promised import ACROSS
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
    controls: tuple[tuple[str, str, tuple[Link, ...]], ...]  # of which kind, what, and what shows that it works
    people: int  # who stand for it
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
        controls=tuple(
            (_CONTROLS[control.kind], control.what, tuple(_shown_by(page, name) for name in control.shown_by))
            for control in hazard.controls
        ),
        people=sum(hazard.id in person.hazards for person in page.library.people.values()),
        claims=tuple(Link(page.library.claims[id].statement, card_url(page, id)) for id in hazard.claims),
        reviewed=day(hazard.reviewed),
        review_due=day(hazard.review_due),
    )


def _shown_by(page: PageContext, name: str) -> Link:
    """A proof in words, leading to where readers see it; a test by its name, as no page shows it."""
    decision, _, guarantee = name.partition(".")
    if name in ACROSS:
        where, anchor, words = page.that_calls("tools_agree", "proofs"), f"proof-{name}", ACROSS[name].title
    elif "::" in name:
        return Link(name.partition("::")[2], "")
    else:
        where, anchor = page.that_calls("decision_built", decision), f"proved-{decision}-{guarantee}"
        record = page.library.decisions[decision]
        words = f"{record.title} {next(one.says for one in record.guarantees if one.id == guarantee)}"
    return Link(words, page.url(f"{where}#{anchor}") if where else "")


def _in_words(rating: Rating) -> str:
    return f"risk {rating.risk} of 5 (severity {rating.severity}, likelihood {rating.likelihood})"
