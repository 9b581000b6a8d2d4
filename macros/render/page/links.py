"""A link, as templates draw it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """Words and the address they lead to."""

    words: str
    url: str
