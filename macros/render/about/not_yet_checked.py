"""What nobody has checked yet: counted from the records each time, so that it cannot be forgotten."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ...records import ClaimKind, Reviewed
from ...register import KINDS
from ..decisions.table import hazard_links
from ..page.context import PageContext
from ..page.templating import rendered


def not_yet_checked(page: PageContext) -> str:
    """How much was read in part, tested by nobody, read by no person, held by no test, or is overdue."""
    library = page.library
    hazards = library.hazards.values()
    untested = [one.id for one in hazards if all(control.kind != "test" for control in one.controls)]
    return rendered(
        "about/not_yet_checked.html",
        pages=len(library.pages),
        read_by_people=len({path for path, kind in _scorers(page) if kind == "person"}),
        read_by_a_tool=len({path for path, kind in _scorers(page) if kind == "tool"}),
        sources=len(library.sources),
        read_in_part=sum(source.custom.verified == "partial" for source in library.sources.values()),
        claims=len(library.claims),
        own_rules=sum(claim.kind is ClaimKind.OUR_RULE for claim in library.claims.values()),
        hazards=len(hazards),
        untested=hazard_links(page, untested),
        accepted=sum(one.accepted_because is not None for one in hazards),
        overdue=sum(due < page.today for due in _due(page)),
    )


def _scorers(page: PageContext) -> Iterator[tuple[str, str]]:
    """Each page that has marks of its own, with the kind of reader that gave them."""
    for score in page.library.quality.values():
        yield from ((path, score.by.kind) for path in score.pages)


def _due(page: PageContext) -> Iterator[datetime.date]:
    """The day by which each record and each page is looked at again."""
    for kind in KINDS:
        yield from (
            record.review_due for record in page.library.kind(kind.name).values() if isinstance(record, Reviewed)
        )
    yield from (one.meta.review_due for one in page.library.pages.values())
