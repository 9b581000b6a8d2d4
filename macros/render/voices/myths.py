"""Myths and mixed messages: the question, the answer in a word, the answer in a sentence, and why people think so."""

from __future__ import annotations

from dataclasses import dataclass

from ...records import Myth
from ..evidence.sources import Link
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.review import Recheck
from ..page.templating import rendered
from .said import Part, said

PAGE = "evidence/myths.md"


@dataclass(frozen=True)
class MythShown:
    """A myth with what its answer rests on."""

    myth: Myth
    short_answer: tuple[Part, ...]
    pages: tuple[Link, ...]
    recheck: Recheck


def all_myths(page: PageContext) -> str:
    """Every question, with links to each above them."""
    myths = page.library.myths.values()
    return rendered(
        "voices/all_myths.html",
        level=level_below(page, "all_myths"),
        jumps=[Link(myth.question, f"#myth-{myth.id}") for myth in myths],
        myths=[_shown(page, myth) for myth in myths],
    )


def _shown(page: PageContext, myth: Myth) -> MythShown:
    pages = tuple(Link(page.title(target), page.url(target)) for target in myth.pages)
    return MythShown(myth, said(page, myth.short_answer), pages, Recheck.of(page, myth))
