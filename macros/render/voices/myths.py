"""Myths and mixed messages: the question, the answer in a word, the answer in a sentence, and why people think so."""

from __future__ import annotations

from ...records import Myth
from ..evidence.sources import Link
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.review import Recheck
from ..page.templating import rendered
from .said import said

PAGE = "evidence/myths.md"


def all_myths(page: PageContext) -> str:
    """Every question, with links to each above them."""
    myths = page.library.myths.values()
    return rendered(
        "voices/all_myths.html",
        level=level_below(page, "all_myths"),
        jumps=[Link(myth.question, f"#myth-{myth.id}") for myth in myths],
        myths=[_shown(page, myth) for myth in myths],
    )


def _shown(page: PageContext, myth: Myth) -> dict[str, object]:
    return {
        "id": myth.id,
        "question": myth.question,
        "answer": myth.answer.value,
        "answer_words": myth.answer.words,
        "short_answer": said(page, myth.short_answer),
        "why_people_think_so": myth.why_people_think_so,
        "pages": [Link(page.title(target), page.url(target)) for target in myth.pages],
        "recheck": Recheck.of(page, myth),
    }
