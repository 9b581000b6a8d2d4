"""The mark 'being re-checked', which a record shows once its review date has passed."""

from __future__ import annotations

from dataclasses import dataclass

from ...records import Reviewed
from .context import PageContext


@dataclass(frozen=True)
class Recheck:
    """What `recheck` in _parts.html needs, for records that carry no grade."""

    recheck_due: str  # ISO date after which it is being re-checked
    rechecking: bool  # whether that was so already when the page was built

    @classmethod
    def of(cls, page: PageContext, record: Reviewed) -> Recheck:
        return cls(record.review_due.isoformat(), page.today > record.review_due)
