"""Care cards: when to get help, and how fast. Word and shape come first, colour last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...records import CareCard, CareLevel, Region, Sign
from ..evidence.sources import Link, short_links
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.templating import rendered

# A card with more signs than these lists them by place in the body where all cards of a level stand together.
SHORT = 6


@dataclass(frozen=True)
class SignsHere:
    """Signs of a card at one place in the body; all of them, without a heading, where the card is short."""

    anchor: str
    heading: str
    signs: tuple[str, ...]


@dataclass(frozen=True)
class CardShown:
    """A card with its signs in words."""

    card: CareCard
    groups: tuple[SignsHere, ...]
    sources: tuple[Link, ...]


def care_card(page: PageContext, id: str) -> str:
    """One card, complete by itself."""
    card = page.library.care_cards[id]
    return rendered("doing/care_card.html", level=level_below(page, "care_card", id), shown=_shown(page, card))


def all_care_cards(page: PageContext, level: str) -> str:
    """Every card of a level that the page does not call by itself, its signs by place in the body, with links there."""
    alone = {call.argument for call in page.library.pages[page.path].calls if call.macro == "care_card"}
    cards = [
        card for card in page.library.care_cards.values() if card.level is CareLevel(level) and card.id not in alone
    ]
    return rendered(
        "doing/all_care_cards.html",
        level=level_below(page, "all_care_cards", level),
        places=_places(page, cards),
        cards=[_by_places(page, card) if _is_long(page, card) else _shown(page, card) for card in cards],
    )


def _places(page: PageContext, cards: Sequence[CareCard]) -> list[Link]:
    """For each place in the body a link to the card that names most signs there."""
    links = []
    for place in Region:
        count, _, card = max(
            ((len(_at(page, card, place)), -index, card) for index, card in enumerate(cards)),
            default=(0, 0, None),
            key=lambda one: one[:2],
        )
        if card and count:
            anchor = f"care-{card.id}-{place.value}" if _is_long(page, card) else f"care-{card.id}"
            links.append(Link(place.words, f"#{anchor}"))
    return links


def _is_long(page: PageContext, card: CareCard) -> bool:
    return len(card.signs) > SHORT and len({page.library.signs[id].where for id in card.signs}) > 1


def _at(page: PageContext, card: CareCard, place: Region) -> list[Sign]:
    signs = (page.library.signs[id] for id in card.signs)
    return [sign for sign in signs if sign.where is place]


def _shown(page: PageContext, card: CareCard) -> CardShown:
    signs = tuple(page.library.signs[id].says for id in card.signs)
    return CardShown(card, (SignsHere("", "", signs),), tuple(short_links(page, card.sources)))


def _by_places(page: PageContext, card: CareCard) -> CardShown:
    groups = tuple(
        SignsHere(f"care-{card.id}-{place.value}", place.words, tuple(sign.says for sign in here))
        for place in Region
        if (here := _at(page, card, place))
    )
    return replace(_shown(page, card), groups=groups)
