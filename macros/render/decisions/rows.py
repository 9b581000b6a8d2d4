"""The table of a decision by itself, on a page that does not hold the tool: to read, not to answer."""

from __future__ import annotations

from ...export.decision_view import table_view
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.templating import rendered
from .table import results_at, rows_shown


def decision_rows(page: PageContext, id: str) -> str:
    """The full table. Its results lead to the page that holds the tool."""
    table = table_view(page.library, id)
    return rendered(
        "decisions/rows.html",
        level=level_below(page, "decision_rows", id),
        table=rows_shown(page, table, results_at(page, id)),
        heading=f"The table of “{table.record.title}”",
    )
