"""Whole-library scope: a warning sign keeps its words, its speed and what it rules out wherever it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ...decisions.across.signs import Tools, signs_not_asked, slower_than_a_sign, unsaid_allowances
from ...decisions.diagram.compiled import Compiled
from ...decisions.proofs.flaw import Flaw
from ...records import CareLevel, HowFast, Problem
from ..scope import Records

_OF_A_CARD = {
    CareLevel.NOW: (HowFast.NOW,),
    CareLevel.TODAY: (HowFast.TODAY,),
    CareLevel.APPOINTMENT: (HowFast.DAYS, HowFast.APPOINTMENT, HowFast.ASK_FIRST),
}


def every_sign_stands_somewhere(library: Records) -> Iterator[Problem]:
    """A sign that no card and no question names, itself or with others, is left over."""
    used = {id for card in library.care_cards.values() for id in card.signs}
    used |= {id for decision in library.decisions.values() for item in decision.inputs for id in item.signs}
    used |= {part for sign in library.signs.values() for part in sign.parts}
    for id in library.signs:
        if id not in used:
            yield Problem(
                library.place("signs", id),
                f"no card and no question names the sign '{id}'",
                fix="name it, or delete it",
            )


def every_sign_says_where_it_comes_from(library: Records) -> Iterator[Problem]:
    """A sign rests on a source or a claim."""
    for id, sign in library.signs.items():
        if not (sign.sources or sign.claims):
            yield Problem(
                library.place("signs", id),
                f"the sign '{id}' rests on nothing",
                fix="add `sources: […]` or `claims: […]`",
            )


def a_sign_stands_on_cards_of_its_speed(library: Records) -> Iterator[Problem]:
    """What is for today stands on no card for now, nor on one for an appointment."""
    for id, card in library.care_cards.items():
        for index, name in enumerate(card.signs):
            speed = library.signs[name].urgency
            if speed not in _OF_A_CARD[card.level]:
                yield Problem(
                    library.place("care_cards", id, "signs", index),
                    f"the sign '{name}' is for '{speed.value}', and this card for '{card.level.value}'",
                    allowed=", ".join(one.value for one in _OF_A_CARD[card.level]),
                    fix="move the sign to a card of its speed, or correct its `urgency`",
                )


def no_tool_does_less_than_a_sign_asks(library: Records) -> Iterator[Problem]:
    """For every sign, every tool that asks it, every combination of all other answers (decisions/across.py)."""
    yield from _across(library, unsaid_allowances, slower_than_a_sign)


def whoever_is_led_to_run_was_asked(library: Records) -> Iterator[Problem]:
    """A tool that can lead to running asks every sign that rules it out, or says which it leaves out, and why."""
    yield from _across(library, signs_not_asked)


def _across(library: Records, *proofs: Callable[[Tools, Compiled], Iterable[Flaw]]) -> Iterator[Problem]:
    tools = Tools(library.compiled, library.signs, {id: card.level for id, card in library.care_cards.items()})
    for id, decision in library.compiled.items():
        for proof in proofs:
            for flaw in proof(tools, decision):
                yield Problem(library.place("decisions", id, *flaw.where), flaw.wrong, fix=flaw.fix)
