"""The tables of a tool by themselves, on the page that says how it works: to read, not to answer."""

from __future__ import annotations

from ...export.decision_view import tables_of
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.templating import rendered
from .table import results_at, rows_shown


def decision_rows(page: PageContext, id: str) -> str:
    """The full table, and those of what can come on top. Their results lead to the page that holds the tool."""
    first, *others = tables_of(page.library, id)
    there = results_at(page, id)
    return rendered(
        "decisions/rows.html",
        level=level_below(page, "decision_rows", id),
        tables=[rows_shown(page, first, there), *(rows_shown(page, one, there, first.questions) for one in others)],
    )
