"""The walk-run planner: its questions, what its script lays out, and the tables that steer it, to read."""

from __future__ import annotations

from ...decisions.proofs.moves import LARGE_STEP, RESTART
from ...export.planner import FINDER, JUMP, TOLD, planner_data
from ...records.planning import Move
from ..decisions.table import PLANNER_TABLES, PLANNER_TOOL
from ..decisions.tool import asked, table_parts
from ..evidence.claim import chip
from ..page.brought import brought
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.links import Link
from ..page.templating import rendered, script_data
from .plan import in_words

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
USUAL_DAYS = ("Monday", "Wednesday", "Friday")

# Where the ladders stand in full.
_LADDERS = ("do/start-with-walk-run.md", "do/come-back-after-a-break.md")
_CLAIMS = ("our-planner-ladders", "our-planner-steps", "longest-run-30-days", "restart-after-break")


def planner(page: PageContext, ladder: str) -> str:
    """The tool, and below it the tables that it stands on. `ladder` is the table that says which ladder, or none.

    Without scripts the tables, and the pages with the ladders, answer the same.
    """
    compiled = page.library.compiled
    steering = [compiled[id] for id in PLANNER_TABLES[1:]]
    restart = compiled[RESTART].record
    tables = [compiled[ladder], *steering]
    data = planner_data(page.library, ladder, in_words)
    data["version"] = ".".join(str(table.version) for table in tables)
    return rendered(
        "doing/walk_run_planner.html",
        id=PLANNER_TOOL,
        level=level_below(page, "planner", ladder),
        brought=brought(page, PLANNER_TOOL),
        data=script_data(data),
        purpose=tables[0].record.purpose,
        version=data["version"],
        recent=data["recent"],
        breaks=[rule.because for rule in restart.rules if restart.outcomes[str(rule.then)].plan is not Move.SAME],
        jumps=[rule.because for rule in compiled[LARGE_STEP].record.rules if rule.then == JUMP],
        asked=[asked(question) for question in tables[0].questions.values()],
        after=[asked(question) for id, question in steering[0].questions.items() if id not in TOLD],
        weekdays=[(number, day, day in USUAL_DAYS) for number, day in enumerate(WEEKDAYS)],
        chips=[chip(page, id) for id in _CLAIMS],
        ladders=[Link(page.title(path), page.url(path)) for path in _LADDERS],
        finder=Link("Find your starting point", page.url(FINDER)),
        sore=Link("Sore today?", page.url("do/sore-today.md")),
        tables=[table_parts(page, table) for table in tables],
    )
