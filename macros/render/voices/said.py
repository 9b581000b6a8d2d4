"""Answers whose parts carry their own evidence."""

from __future__ import annotations

from collections.abc import Sequence

from ...records import Said
from ..evidence.claim import Chip, chip
from ..page.context import PageContext


def said(page: PageContext, parts: Sequence[Said]) -> list[tuple[str, list[Chip]]]:
    """Each part of an answer with the chips that follow it."""
    return [(part.says, [chip(page, id) for id in part.claims]) for part in parts]
