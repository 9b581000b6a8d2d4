"""Your folder: all that a reader asked this guide to keep on a device, in one place, to open, print, move and clear."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...export.browser import outcome_data
from ...export.decision_view import table_view
from ...export.json_data import Json
from ...macro import MACROS, Keeps
from ..page.brought import brought
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.links import Link
from ..page.templating import rendered, script_data
from .appointment_summary import FIELDS, saved_words
from .walk_run_planner import data_of

# Where a folder with nothing in it leads.
_DOORS = (
    "start/find-your-starting-point.md",
    "do/walk-run-planner.md",
    "do/pain-diary.md",
    "do/prepare-for-an-appointment.md",
)

# What each kind is called above a title, in this order.
KINDS = {
    "planner": "Plan",
    "diary": "Diary",
    "decision": "Answers",
    "checklist": "Checklist",
    "options": "Choices",
    "appointment": "My own words",
}


def your_folder(page: PageContext) -> str:
    """The folder, which a script fills. Without scripts nothing is ever kept, and that is said."""
    known: dict[str, Json] = {"kinds": KINDS, "places": places(page)}
    doors = [path for path in _DOORS if path in page.library.pages]
    return rendered(
        "doing/your_folder.html",
        brought=brought(page, "your-folder"),
        level=level_below(page, "your_folder"),
        doors=[Link(page.title(path), page.url(path)) for path in doors],
        data=script_data(known),
    )


def places(page: PageContext) -> dict[str, dict[str, Json]]:
    """By the name that it is saved under: the words and the place of whatever a tool of the guide keeps."""
    words = saved_words(page)
    found: dict[str, dict[str, Json]] = {}
    for argument, path, keeps in _keepers(page):
        name = keeps.name.format(id=argument)
        kind, _, id = name.partition(".")
        found[name] = {
            "url": f"{page.url(path)}#{keeps.at.format(id=argument)}",
            **(words[kind][id] if kind in words else {"title": page.title(path)}),
            **_more(page, kind, argument),
        }
    return found


def _keepers(page: PageContext) -> Iterator[tuple[str, str, Keeps]]:
    """Each tool that keeps something, once: what it takes, the page it stands on, and what it keeps."""
    for macro, row in MACROS.items():
        if row.keeps is None:
            continue
        calls: Mapping[str, tuple[str, ...]] = page.library.calls_by_macro.get(macro, {})
        for argument in dict.fromkeys(one for arguments in calls.values() for one in arguments):
            path = page.library.page_that_calls("", macro, argument)
            if path is not None:
                yield argument, path, row.keeps


def _more(page: PageContext, kind: str, argument: str) -> dict[str, Json]:
    compiled = page.library.compiled
    if kind == "decision":
        tool = outcome_data(compiled[argument], compiled)
        return {"tool": tool | {"says": [table_view(page.library, argument).says]}}
    if kind == "planner":
        return {"planner": data_of(page, argument)}
    if kind == "appointment":
        return {"words": {id: label for id, label, _, _ in FIELDS}}
    return {}
