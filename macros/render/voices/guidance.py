"""Where guidance disagrees: each question with its positions side by side, what all agree on, and our reading."""

from __future__ import annotations

from ...day import day
from ...records import Guidance, Position, PositionKind
from ..evidence.claim import chip
from ..evidence.sources import Link, short_links
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.review import Recheck
from ..page.templating import rendered

PAGE = "evidence/where-guidance-disagrees.md"


def guidance(page: PageContext, id: str) -> str:
    """One question as a matrix, for a page on its subject."""
    record = page.library.guidance[id]
    return rendered("voices/guidance.html", level=level_below(page, "guidance", id), topic=_shown(page, record))


def all_guidance(page: PageContext) -> str:
    """Every question, with links to each above them."""
    records = sorted(page.library.guidance.values(), key=lambda record: record.order)
    return rendered(
        "voices/all_guidance.html",
        level=level_below(page, "all_guidance"),
        jumps=[Link(record.title, f"#guidance-{record.id}") for record in records],
        topics=[_shown(page, record) for record in records],
    )


def _shown(page: PageContext, record: Guidance) -> dict[str, object]:
    return {
        "id": record.id,
        "title": record.title,
        "question": record.question,
        "positions": [_position(page, position) for position in record.positions],
        "what_all_agree": record.what_all_agree,
        "where_they_differ": record.where_they_differ,
        "our_reading": record.our_reading,
        "left_out": record.left_out,
        "claims": [(page.library.claims[id].statement, chip(page, id)) for id in record.claims],
        "pages": [
            Link(page.title(target), page.url(target))
            for target in record.pages
            if target.partition("#")[0] != page.path  # nobody needs a link to where they are
        ],
        "reviewed": day(record.reviewed),
        "review_due": day(record.review_due),
        "recheck": Recheck.of(page, record),
    }


def _position(page: PageContext, position: Position) -> dict[str, object]:
    for id in position.sources:
        if id not in page.sources_used:
            page.sources_used.append(id)
    return {
        "body": position.body,
        "where_and_when": f"{position.country}, {position.year}",
        "study": position.kind.words if position.kind is PositionKind.RESEARCH else "",
        "population": position.population,
        "position": position.position,
        "seen": position.status.value,
        "seen_words": position.status.words,
        "not_seen": position.not_seen,
        "sources": short_links(page, position.sources),
    }
