"""The pain diary: it stores, shows and prints what a reader writes down, and advises nothing."""

from __future__ import annotations

from ..page.brought import brought
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.links import to_folder
from ..page.templating import rendered

# Field, label, and what its row of the chart is called.
PAINS = (
    ("during", "During", "During the run"),
    ("after", "After", "After the run"),
    ("morning", "Next morning", "Next morning"),
)

# Offered while a reader types. The first word says the side, so that a list can be read down.
_PAIRED = ("knee", "kneecap", "hip", "thigh", "calf", "shin", "ankle", "Achilles tendon", "foot")
_SITES = (*(f"{side} {site}" for site in _PAIRED for side in ("left", "right")), "both knees", "lower back")

# What the tool says of a field; "…" stands for the field's label. assets/scripts/tools/pain-diary.js picks one.
_PROBLEMS = (
    ("date", "Choose a day, today or before"),
    ("pain", "…: write a whole number from 0 to 10, or leave it open"),
    ("run", "…: write a number up to 1,000, such as 5.2, or leave it open"),
    ("two-ways", "…: this can be read in two ways. Write {ways}"),
    ("empty", "Write down at least one number or a note"),
    ("signs", "The note or the place holds signs that cannot be saved"),
    ("full", "The diary holds 365 entries and is full. Download it, then clear it or delete some"),
    ("large", "This file is too large to be a diary of this guide."),
)


def pain_diary(page: PageContext) -> str:
    """The diary, and a blank sheet for readers without scripts or with a pen."""
    return rendered(
        "doing/pain_diary.html",
        brought=brought(page, "pain-diary"),
        folder=to_folder(page),
        level=level_below(page, "pain_diary"),
        pains=PAINS,
        sites=_SITES,
        problems=_PROBLEMS,
    )
