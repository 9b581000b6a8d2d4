"""All warning signs of a level together: the signs for now in the open, all others folded by place in the body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...records import CareCard, CareLevel, Region
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.templating import rendered
from .care_card import CardShown, card_shown

_SHORT = {CareLevel.NOW: "Now", CareLevel.TODAY: "Today", CareLevel.APPOINTMENT: "Soon"}


@dataclass(frozen=True)
class Jump:
    """A link to what a level says."""

    level: CareLevel
    words: str
    url: str


@dataclass(frozen=True)
class Place:
    """What a level says of one place in the body: signs of its first card, and the cards that are about this place."""

    anchor: str
    heading: str
    signs: tuple[str, ...]
    cards: tuple[CardShown, ...]


def care_levels(page: PageContext) -> str:
    """Links to the levels that the page shows, the fastest first."""
    firsts = [(level, cards[0]) for level in CareLevel if (cards := _cards_of(page, level))]
    jumps = [Jump(level, _SHORT[level], f"#care-{first.id}") for level, first in firsts]
    return rendered("doing/care_levels.html", jumps=jumps)


def all_care_cards(page: PageContext, level: str) -> str:
    """Every card of a level that the page does not call by itself.

    The first is about the whole body. For now its signs stand open, as nobody in a hurry unfolds anything; for later
    they are folded by place. Each other card is folded at the place of most of its signs.

    Raises ValueError where every card of the level stands on the page by itself.
    """
    cards = _cards_of(page, CareLevel(level))
    if not cards:
        raise ValueError(f"all_care_cards(): no card for '{level}' is left to show; delete the call")
    first, *others = cards
    homes = {card.id: _home(page, card) for card in others}
    is_open = first.level is CareLevel.NOW
    places = []
    for region in Region:
        here = [card for card in others if homes[card.id] is region]
        signs = () if is_open else _signs_at(page, first, region, here)
        if signs or here:
            shown = tuple(card_shown(page, card) for card in here)
            places.append(Place(f"care-{first.id}-{region.value}", region.words, signs, shown))
    return rendered(
        "doing/all_care_cards.html",
        level=level_below(page, "all_care_cards", level),
        first=card_shown(page, first),
        is_open=is_open,
        places=places,
    )


def _cards_of(page: PageContext, level: CareLevel) -> list[CareCard]:
    alone = {call.argument for call in page.library.pages[page.path].calls if call.macro == "care_card"}
    return [card for card in page.library.care_cards.values() if card.level is level and card.id not in alone]


def _home(page: PageContext, card: CareCard) -> Region:
    """The place of most of its signs; of the first of them where two places have as many."""
    return Counter(page.library.signs[id].where for id in card.signs).most_common(1)[0][0]


def _signs_at(page: PageContext, card: CareCard, place: Region, beside: Iterable[CareCard]) -> tuple[str, ...]:
    """Its signs at a place, without those that a card beside them names."""
    named = {id for other in beside for id in other.signs}
    signs: Sequence[str] = [id for id in card.signs if id not in named]
    return tuple(page.library.signs[id].says for id in signs if page.library.signs[id].where is place)
