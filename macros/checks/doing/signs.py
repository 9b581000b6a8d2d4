"""Whole-library scope: a warning sign keeps its words, its speed and what it rules out wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from ...decisions.across.agreement import disagreements
from ...decisions.across.journeys import journeys_that_gain
from ...decisions.across.person import knows, told, too_little
from ...decisions.across.signs import (
    SPEEDS,
    Tools,
    is_among,
    signs_not_asked,
    slower_than_a_sign,
    unsaid_allowances,
)
from ...decisions.across.words import signs_beside_cards
from ...decisions.diagram.compiled import Compiled
from ...decisions.proofs.flaw import Flaw
from ...records import CareLevel, HowFast, Problem
from ..scope import Records

# A phrase of as many words is a sign's own; "you are pregnant" is not.
_OWN_WORDS = 6
_SAYING_SIGNS = ("pages", "care_cards", "decisions", "checklists", "plans", "options")

_OF_A_CARD = {
    CareLevel.NOW: (HowFast.NOW,),
    CareLevel.TODAY: (HowFast.TODAY, HowFast.DAYS),
    CareLevel.APPOINTMENT: (HowFast.DAYS, HowFast.APPOINTMENT, HowFast.ASK_FIRST),
}


def every_sign_stands_somewhere(library: Records) -> Iterator[Problem]:
    """A sign that no card and no question names, itself or with others, is left over."""
    used = {id for card in library.care_cards.values() for id in card.signs}
    asked = (*library.facts.values(), *(item for one in library.decisions.values() for item in one.inputs))
    used |= {id for one in asked for id in one.named}
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


def every_card_beside_a_result_names_the_signs_that_led_there(library: Records) -> Iterator[Problem]:
    """A reader who said yes to a sign finds that sign on the card of the result, itself or with others."""
    tools = tools_of(library)
    for id, decision in library.compiled.items():
        for index, card, sign in signs_beside_cards(decision):
            if card is None:
                yield Problem(
                    library.place("decisions", id, "rules", index),
                    f"the sign '{sign.id}' leads to a result without a card",
                    fix="show a card with the result that names the sign (`care_card: …`)",
                )
                break
            named = tools.with_parts(library.signs[one] for one in library.care_cards[card].signs)
            if not is_among(sign, named):
                yield Problem(
                    library.place("decisions", id, "rules", index),
                    f"the sign '{sign.id}' leads to the card '{card}', which does not name it",
                    fix="put the sign on that card, or show another card with the result",
                )


def every_person_gets_at_least_what_the_evidence_says(library: Records) -> Iterator[Problem]:
    """Each described person, in every tool that knows all that is told of them."""
    tools = tools_of(library)
    on_cards = {name for card in library.care_cards.values() for name in card.signs}
    for id, person in library.people.items():
        signs = {name: library.signs[name] for name in person.signs}
        found = told(tools, signs, person.facts)
        knowing = [one for one in tools.decisions.values() if knows(tools, one, signs, person.facts)]
        if not knowing and (person.facts or not on_cards.issuperset(person.signs)):
            wrong = "no tool knows all that is told of this person, and no card names their signs"
            yield Problem(library.place("people", id), wrong, fix="tell less")
        for decision in knowing:
            if decision not in tools.deciding:
                continue
            one = found[decision.id]
            less = too_little(tools, one, found, person.at_least.urgency, person.at_least.rules_out)
            excused = one.decision.id in person.but
            if less and not excused:
                yield Problem(
                    library.place("people", id, "at_least"),
                    f"'{one.decision.id}' can give '{less}' to this person ({person.about}), which is less than that",
                    fix=f"change the tool, correct `at_least`, or name '{one.decision.id}' under `but`",
                )
            elif excused and not less:
                yield Problem(
                    library.place("people", id, "but"),
                    f"'{one.decision.id}' does what is asked here",
                    fix="take it out of `but`",
                )


def no_sign_asks_for_less_than_its_people_need(library: Records) -> Iterator[Problem]:
    """The signs of a described person ask, themselves, for what the evidence says at least to that person."""
    for id, person in library.people.items():
        named = [library.signs[name] for name in person.signs]
        least = person.at_least
        if not named or person.facts:
            continue
        speed = max(SPEEDS[sign.urgency] for sign in named)
        ruled_out = {what for sign in named for what in sign.rules_out}
        if (least.urgency and SPEEDS[least.urgency] > speed) or set(least.rules_out) - ruled_out:
            yield Problem(
                library.place("people", id, "at_least"),
                f"the signs of this person ({', '.join(person.signs)}) ask for less than that",
                fix="correct `urgency` or `rules_out` of a sign, or `at_least`",
            )


def no_words_of_a_sign_stand_elsewhere(library: Records) -> Iterator[Problem]:
    """Pages, cards and tools name a sign by its id: its words stand in data/signs/ alone."""
    phrases = {
        plain: id
        for id, sign in library.signs.items()
        for plain in map(_plain, (sign.says, sign.ask))
        if len(plain.split()) >= _OWN_WORDS
    }
    for said in library.said:
        if said.kind in _SAYING_SIGNS:
            text = _plain(said.text)
            for phrase, id in phrases.items():
                if phrase in text:
                    yield Problem(
                        said.place(0),
                        f"this says the sign '{id}' in its own words: {phrase.strip()}",
                        fix="name the sign's id instead, or say it in another way",
                    )


def _plain(text: str) -> str:
    """Words alone, each after a space."""
    return "".join(f" {word}" for word in re.findall(r"\w+", text.lower())) + " "


def tools_of(library: Records) -> Tools:
    """All that proofs across tools look at."""
    return Tools(library.compiled, library.signs, {id: card.level for id, card in library.care_cards.items()})


def no_two_tools_disagree(library: Records) -> Iterator[Problem]:
    """On the same answers nobody is led to run by one tool whom another never leads there."""
    yield from _across(library, disagreements)


def no_link_leads_to_more(library: Records) -> Iterator[Problem]:
    """A tool that a result leads to allows no more than the result did."""
    on_pages = tools_on_pages(library)
    yield from _across(library, lambda tools, decision: journeys_that_gain(tools, decision, on_pages))


def tools_on_pages(library: Records) -> dict[str, list[str]]:
    """The tools of each page for readers."""
    return {
        path: [call.argument for call in page.calls if call.macro in ("decision", "planner")]
        for path, page in library.pages.items()
        if page.is_for_readers
    }


def _across(library: Records, *proofs: Callable[[Tools, Compiled], Iterable[Flaw]]) -> Iterator[Problem]:
    tools = tools_of(library)
    for id, decision in library.compiled.items():
        for proof in proofs:
            for flaw in proof(tools, decision):
                yield Problem(library.place("decisions", id, *flaw.where), flaw.wrong, fix=flaw.fix)
