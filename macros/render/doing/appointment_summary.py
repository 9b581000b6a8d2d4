"""The appointment summary: one page, put together on the device from what a reader saved here and wrote."""

from __future__ import annotations

from ...export.decision_parts import QuestionView
from ...export.decision_view import tables_of
from ...export.json_data import Json
from ..page.brought import brought
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.links import to_folder
from ..page.templating import rendered, script_data
from .option_grid import words_of
from .pain_diary import PAINS

# What a reader can write: id, label, hint, lines on the screen.
FIELDS = (
    ("about", "What it is about, and since when", "One sentence: what hurts, since when, what changed before.", 2),
    ("again", "What I want to do again", "", 1),
    ("worries", "What worries me most", "", 2),
    ("ask", "My three questions", "The one that matters most first.", 3),
    ("medicines", "Medicines and what I take for the pain", "Names, how much, since when.", 2),
    ("dates", "Dates: injuries, operations, scans, broken bones", "", 2),
)


def appointment_summary(page: PageContext) -> str:
    """The form, and the sheet that a script fills. Without scripts the empty fields print as a sheet for a pen."""
    return rendered(
        "doing/appointment_summary.html",
        brought=brought(page, "appointment-summary"),
        folder=to_folder(page),
        level=level_below(page, "appointment_summary"),
        fields=FIELDS,
        names=script_data(saved_words(page)),
    )


def saved_words(page: PageContext) -> dict[str, dict[str, dict[str, Json]]]:
    """By kind and id, what saved things are called in words."""
    library = page.library
    return {
        "decision": {
            id: {
                "title": decision.title,
                "questions": {
                    question.id: {"short": question.short, **_answers(question)}
                    for table in tables_of(library, id)
                    for question in table.questions.values()
                },
            }
            for id, decision in library.decisions.items()
        },
        "checklist": {
            id: {
                "title": record.title,
                "items": {item.id: item.text for item in record.items},
                "tasks": record.progress == "count",
            }
            for id, record in library.checklists.items()
        },
        "options": {id: {"title": record.title, **words_of(record)} for id, record in library.options.items()},
        "diary": {"pain": {"title": "Pain diary", "columns": [label for _, label, _ in PAINS]}},
    }


def _answers(question: QuestionView) -> dict[str, Json]:
    if question.choices:
        found: dict[str, Json] = {"options": {choice.id: choice.label for choice in question.choices}}
        if question.screens:
            found["signs"] = {sign.id: sign.ask for screen in question.screens for sign in screen.signs}
        return found
    return {"scale": question.scale, "unit": question.unit}
