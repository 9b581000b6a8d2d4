"""A link, as templates draw it."""

from __future__ import annotations

from dataclasses import dataclass

from .context import PageContext


@dataclass(frozen=True)
class Link:
    """Words and the address they lead to."""

    words: str
    url: str


def to_folder(page: PageContext) -> Link:
    """Where all that a reader saved is listed, moved and cleared."""
    return Link("Your folder", page.url("do/your-folder.md"))
