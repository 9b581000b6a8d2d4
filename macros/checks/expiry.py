"""What is due for a fresh look. Not a problem: a warning, ahead of the day on which a claim disarms itself."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..records import Place, Reviewed
from ..register import KINDS
from .scope import Records

DAYS_AHEAD = 60


@dataclass(frozen=True, order=True)
class Due:
    """A record, a verdict or a page, and the day by which somebody looks at it again."""

    date: datetime.date
    place: Place
    what: str

    def days(self, today: datetime.date) -> int:
        """How many are left; below nothing once it is overdue."""
        return (self.date - today).days

    def words(self, today: datetime.date) -> str:
        """One line for the person who will look."""
        days = self.days(today)
        when = f"is due for a fresh look on {self.date}, in {days} days" if days >= 0 else f"was due on {self.date}"
        return f"{self.place}: warning: {self.what} {when}"


def reviews_due(library: Records, today: datetime.date) -> list[Due]:
    """Everything whose `review_due` has passed, or comes within the next 60 days, the earliest first."""
    return sorted(due for due in (*_records(library), *_pages(library)) if due.days(today) <= DAYS_AHEAD)


def in_a_line(found: Sequence[Due], today: datetime.date) -> str:
    """For the log of a site build, which has no room for all of them."""
    overdue = sum(due.days(today) < 0 for due in found)
    return (
        f"{len(found)} records and pages are due for a fresh look within {DAYS_AHEAD} days, {overdue} of them overdue. "
        "`python -m macros check` lists them."
    )


def _records(library: Records) -> Iterator[Due]:
    for kind in KINDS:
        for id, record in library.kind(kind.name).items():
            if isinstance(record, Reviewed) and not getattr(record, "retired", False):
                yield Due(record.review_due, library.place(kind.name, id, "review_due"), f"{id} ({kind.name})")
    for id, article in library.articles.items():
        for index, claim in enumerate(article.claims):
            place = library.place("articles", id, "claims", index, "review_due")
            yield Due(claim.review_due, place, f"{claim.id} (articles)")


def _pages(library: Records) -> Iterator[Due]:
    for page in library.pages.values():
        yield Due(page.meta.review_due, page.document.place(("review_due",)), page.meta.title)
