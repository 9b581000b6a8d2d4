"""Care cards: when to get help, and how fast. Word and shape come first, colour last."""

from __future__ import annotations

from dataclasses import dataclass

from ...records import CareCard
from ..evidence.sources import Link, short_links
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.templating import rendered


@dataclass(frozen=True)
class CardShown:
    """A card with its signs in words."""

    card: CareCard
    signs: tuple[str, ...]
    sources: tuple[Link, ...]


def care_card(page: PageContext, id: str) -> str:
    """One card, complete by itself."""
    shown = card_shown(page, page.library.care_cards[id])
    return rendered("doing/care_card.html", level=level_below(page, "care_card", id), shown=shown)


def card_shown(page: PageContext, card: CareCard) -> CardShown:
    """A card as its template takes it."""
    signs = tuple(page.library.signs[id].says for id in card.signs)
    return CardShown(card, signs, tuple(short_links(page, card.sources)))
