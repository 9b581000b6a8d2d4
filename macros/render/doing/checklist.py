"""Checklists: boxes that a reader ticks with or without scripts, on the screen or on paper."""

from __future__ import annotations

from ...records.care import ChecklistItem
from ..evidence.claim import chip
from ..evidence.glossary import in_a_sentence
from ..evidence.sources import Link
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.templating import rendered


def checklist(page: PageContext, id: str) -> str:
    """The list. overrides/assets/scripts/checklist.js adds progress, keeping, clearing and printing.

    A list of prompts shows no progress: its ticks are never added up. Saved ticks hang on the ids of list
    and items: words may change, ids stay.
    """
    record = page.library.checklists[id]
    return rendered(
        "doing/checklist.html",
        id=id,
        level=level_below(page, "checklist", id),
        title=f"Checklist: {in_a_sentence(record.title)}",
        purpose=record.purpose,
        before=record.before,
        total=len(record.items) if record.progress == "count" else None,
        groups=[
            {"heading": group.heading, "boxes": [_shown(page, id, item) for item in group.items]}
            for group in record.groups
        ],
        pages=[Link(page.title(target), page.url(target)) for target in record.pages],
    )


def _shown(page: PageContext, list_id: str, item: ChecklistItem) -> dict[str, object]:
    return {
        "id": item.id,
        "box": f"{list_id}-{item.id}",
        "text": item.text,
        "why": item.why,
        "chips": [chip(page, id) for id in item.claims],
    }
