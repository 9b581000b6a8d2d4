"""The walk-run planner: its questions, what its script lays out, and the results of the tables that steer it."""

from __future__ import annotations

from ...export.decision_view import table_view
from ...export.json_data import Json
from ...export.planner import FINDER, STEERING, TOLD, breaks, jumps, planner_data
from ...records import HowFast
from ..decisions.table import PLANNER_TOOL, checklist_link, results, rows_at
from ..page.brought import brought
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.links import Link, to_folder
from ..page.templating import rendered, script_data
from .plan import in_words

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
USUAL_DAYS = ("Monday", "Wednesday", "Friday")

# The list of moves that belongs to a strength day, beside runs and beside walks.
_STRENGTH = {"runs": "strength-at-home", "walks": "strength-and-balance-week"}

# Where the ladders stand in full.
_LADDERS = ("do/start-with-walk-run.md", "do/come-back-after-a-break.md")


def planner(page: PageContext, ladder: str) -> str:
    """The tool, and below it the results of its tables. `ladder` is the table that says which ladder, or none.

    Without scripts the full tables, on a page of their own, and the pages with the ladders answer the same.
    """
    first, following, *others = (table_view(page.library, id) for id in (ladder, *STEERING))
    tables = (first, following, *others)
    after = [question for id, question in following.questions.items() if id not in TOLD]
    signs = [question for question in after if question.screens]
    [felt] = [question for question in after if not question.screens]  # told with one press; the rest is ticked
    data = data_of(page, ladder)
    return rendered(
        "doing/walk_run_planner.html",
        id=PLANNER_TOOL,
        level=level_below(page, "planner", ladder),
        brought=brought(page, PLANNER_TOOL),
        data=script_data(data),
        version=data["version"],
        recent=data["recent"],
        breaks=breaks(page.library),
        jumps=jumps(page.library),
        asked=first.questions.values(),
        felt=felt,
        signs=signs,
        speeds={speed.value: speed.words for speed in HowFast},
        weekdays=[(number, day, day in USUAL_DAYS) for number, day in enumerate(WEEKDAYS)],
        ladders=[Link(page.title(path), page.url(path)) for path in _LADDERS],
        finder=Link("Find your starting point", page.url(FINDER)),
        folder=to_folder(page),
        strength={kind: checklist_link(page, id) for kind, id in _STRENGTH.items()},
        sore=Link("Sore today?", page.url("do/sore-today.md")),
        tables=[(table.id, table.record.title, results(page, table), rows_at(page, table.id)) for table in tables],
    )


def data_of(page: PageContext, ladder: str) -> dict[str, Json]:
    """What weeks are laid out from, and the versions of the tables behind them."""
    data = planner_data(page.library, ladder, in_words)
    versions = (table_view(page.library, id).version for id in (ladder, *STEERING))
    return data | {"version": ".".join(map(str, versions))}
