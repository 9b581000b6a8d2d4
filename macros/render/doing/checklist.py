"""Checklists: boxes that a reader ticks with or without scripts, on the screen or on paper."""

from __future__ import annotations

from dataclasses import dataclass

from ...records.care import ChecklistItem
from ..evidence.claim import Chip, chip
from ..evidence.glossary import in_a_sentence
from ..evidence.sources import Link
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.links import to_folder
from ..page.templating import rendered


@dataclass(frozen=True)
class Box:
    """What can be ticked, with the id of its box on the page."""

    item: ChecklistItem
    id: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True)
class BoxGroup:
    heading: str
    boxes: tuple[Box, ...]


def checklist(page: PageContext, id: str) -> str:
    """The list. overrides/assets/scripts/checklist.js adds progress, keeping, clearing and printing.

    A list of prompts shows no progress: its ticks are never added up. Saved ticks hang on the ids of list
    and items: words may change, ids stay.
    """
    record = page.library.checklists[id]
    return rendered(
        "doing/checklist.html",
        id=id,
        folder=to_folder(page),
        level=level_below(page, "checklist", id),
        title=f"Checklist: {in_a_sentence(record.title)}",
        purpose=record.purpose,
        before=record.before,
        total=len(record.items) if record.progress == "count" else None,
        groups=[
            BoxGroup(group.heading, tuple(_box(page, f"{id}-{item.id}", item) for item in group.items))
            for group in record.groups
        ],
        pages=[Link(page.title(target), page.url(target)) for target in record.pages],
    )


def _box(page: PageContext, id: str, item: ChecklistItem) -> Box:
    return Box(item, id, tuple(chip(page, claim) for claim in item.claims))
