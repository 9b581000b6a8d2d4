"""Answers whose parts carry their own evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...records import Said
from ..evidence.claim import Chip, chip
from ..page.context import PageContext


@dataclass(frozen=True)
class Part:
    """A part of an answer with the chips that follow it."""

    says: str
    chips: tuple[Chip, ...]


def said(page: PageContext, parts: Sequence[Said]) -> tuple[Part, ...]:
    """An answer, part by part."""
    return tuple(Part(part.says, tuple(chip(page, id) for id in part.claims)) for part in parts)
