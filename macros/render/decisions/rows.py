"""The table of a decision by itself, on a page that does not hold the tool: to read, not to answer."""

from __future__ import annotations

from dataclasses import replace

from ..page.context import PageContext
from ..page.headings import level_below
from ..page.templating import rendered
from .table import RuleShown, in_columns, results_at, rows
from .tool import POLICIES


def decision_rows(page: PageContext, id: str) -> str:
    """The full table. Its results lead to the page that holds the tool."""
    compiled = page.library.compiled[id]
    there = results_at(page, id)
    table = {
        "id": id,
        "policy": POLICIES[compiled.record.hit_policy],
        "columns": [axis.label for axis in compiled.authored.axes] if in_columns(compiled) else [],
        "rows": [_led_to(row, there) for row in rows(page, compiled)],
    }
    return rendered(
        "decisions/rows.html",
        level=level_below(page, "decision_rows", id),
        table=table,
        heading=f"The table of “{compiled.record.title}”",
    )


def _led_to(row: RuleShown, there: str) -> RuleShown:
    return replace(row, gives=tuple(replace(one, url=f"{there}{one.url}") for one in row.gives))
