"""Care cards: when to get help, and how fast. Word and shape come first, colour last."""

from __future__ import annotations

from dataclasses import dataclass

from ...records import CareCard, CareLevel
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


@dataclass(frozen=True)
class CardGroup:
    """The cards of one level."""

    id: str
    heading: str
    cards: tuple[CardShown, ...]


def care_card(page: PageContext, id: str) -> str:
    """One card, complete by itself."""
    card = page.library.care_cards[id]
    return rendered("doing/care_card.html", level=level_below(page, "care_card", id), shown=_shown(page, card))


def all_care_cards(page: PageContext) -> str:
    """Every card, the most urgent level first."""
    cards = page.library.care_cards.values()
    return rendered(
        "doing/all_care_cards.html",
        level=level_below(page, "all_care_cards"),
        groups=[
            CardGroup(
                f"help-{level.value}", level.words, tuple(_shown(page, card) for card in cards if card.level is level)
            )
            for level in CareLevel
        ],
    )


def _shown(page: PageContext, card: CareCard) -> CardShown:
    signs = tuple(page.library.signs[id].says for id in card.signs)
    return CardShown(card, signs, tuple(short_links(page, card.sources)))
