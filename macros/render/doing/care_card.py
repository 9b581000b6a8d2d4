"""Care cards: when to get help, and how fast. Word and shape come first, colour last."""

from __future__ import annotations

from ...records import CareCard, CareLevel
from ..evidence.sources import short_links
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.templating import rendered


def care_card(page: PageContext, id: str) -> str:
    """One card, complete by itself."""
    card = page.library.care_cards[id]
    return rendered("doing/care_card.html", level=level_below(page, "care_card", id), card=_shown(page, card))


def all_care_cards(page: PageContext) -> str:
    """Every card, the most urgent level first."""
    cards = page.library.care_cards.values()
    return rendered(
        "doing/all_care_cards.html",
        level=level_below(page, "all_care_cards"),
        groups=[
            {
                "id": f"help-{level.value}",
                "heading": level.words,
                "cards": [_shown(page, card) for card in cards if card.level is level],
            }
            for level in CareLevel
        ],
    )


def _shown(page: PageContext, card: CareCard) -> dict[str, object]:
    return {
        "id": card.id,
        "level": card.level.value,
        "words": card.level.words,
        "heading": card.heading,
        "signs": [page.library.signs[id].says for id in card.signs],
        "action": card.action,
        "sources": short_links(page, card.sources),
    }
