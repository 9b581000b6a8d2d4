"""Whole-library scope: no sign, card or "Not sure" is lost from where it stands, unless somebody gives the reason.

A proof holds for what is asked. A sign that is no longer asked, or no longer named by a card, it cannot miss. So each
place is written down once more, in lists that only grow (data/standing.yml).
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from ...decisions.diagram.compiled import Compiled
from ...records import CareLevel, HowFast, Problem, Ruled, Standing
from ...records.files.writing import yaml_text
from ..scope import Records

# What a list is of, by how its id begins, and what it says when one of its members has gone.
_ASKED, _UNSURE = "asked-by-", "unsure-in-"
_NAMED, _SHOWN, _CARDS = "on-the-card-", "with-the-card-", "cards-for-"
_FAST, _RULES_OUT, _COUNTS = "signs-for-", "signs-rule-out-", "signs-count-"
_LOST = {
    _ASKED: "'{of}' no longer asks about the sign '{name}' in its own words",
    _UNSURE: "nobody can be unsure about '{name}' of '{of}' any more",
    _NAMED: "the card '{of}' no longer names the sign '{name}'",
    _SHOWN: "the card '{of}' no longer stands with '{name}'",
    _CARDS: "the card '{name}' is no longer for {of}",
    _FAST: "the sign '{name}' no longer asks for this at least: {of}",
    _RULES_OUT: "the sign '{name}' no longer rules out to {of}",
    _COUNTS: "the sign '{name}' no longer counts {of}",
}
_IN_WORDS = (_CARDS, _FAST, _RULES_OUT, _COUNTS)
_OF_SIGNS = (_ASKED, _NAMED, _FAST, _RULES_OUT, _COUNTS)

_WIDTH = 118
_HEAD = """\
# yaml-language-server: $schema=../docs-dev/schemas/standing.schema.json
# Where each sign and card stands, so that none goes without a word. `python -m macros standing` adds what is new.
# Nobody takes anything out of `holds`. What has to go gets its reason beside it: `left: {name: {date: …, because: …}}`.
standing:
"""


def nothing_that_stands_is_lost(library: Records) -> Iterator[Problem]:
    """Every list holds what it held, and what is new stands in it too. Where no lists are kept, none are missed."""
    now = what_stands(library) if library.standing else {}
    for id, kept in library.standing.items():
        for index, name in enumerate(kept.holds):
            stands = name in now.get(id, ())
            if stands and name in kept.left:
                wrong = f"'{name}' stands here again"
                yield Problem(library.place("standing", id, "left", name), wrong, fix="take it out of `left`")
            elif not stands and name not in kept.left:
                yield Problem(
                    library.place("standing", id, "holds", index),
                    said_of(id, name) + _somebody(library, id, name),
                    fix=f"put it back, or give the reason here: `left: {{{name}: {{date: …, because: …}}}}`",
                )
    for id, names in now.items():
        known = library.standing.get(id)
        new = [name for name in names if known is None or name not in known.holds]
        if new:
            yield Problem(
                library.place("standing", id if known else next(iter(library.standing))),
                f"the list '{id}' does not hold {', '.join(new)} yet",
                fix="run `python -m macros standing`",
            )


def what_stands(library: Records) -> dict[str, list[str]]:
    """Each list as the guide is now."""
    found: dict[str, list[str]] = {}

    def put(kind: str, of: str, name: str) -> None:
        there = found.setdefault(f"{kind}{of}", [])
        if name not in there:
            there.append(name)

    for id, sign in library.signs.items():
        for speed in _at_least(sign.urgency, list(HowFast)):
            put(_FAST, speed, id)
        for what in Ruled:
            if what in sign.rules_out:
                put(_RULES_OUT, what, id)
        if sign.who is None:
            put(_COUNTS, "for-everyone", id)
        if sign.when is None:
            put(_COUNTS, "at-any-time", id)
    for id, card in library.care_cards.items():
        for name in card.signs:
            put(_NAMED, id, name)
        for level in _at_least(card.level, list(CareLevel)):
            put(_CARDS, level, id)
    for where, card_id in _cards_shown(library):
        put(_SHOWN, card_id, where)
    for id, decision in library.compiled.items():
        for name in _ticked(library, decision):
            put(_ASKED, id, name)
        for name, question in decision.questions.items():
            if question.domain.aliases:
                put(_UNSURE, id, name)
    return found


def lists_as_text(library: Records) -> str:
    """The file of all lists: what they held, and what is new."""
    now = what_stands(library)
    return _HEAD + "".join(
        _as_text(id, library.standing.get(id), now.get(id, [])) for id in sorted(library.standing.keys() | now.keys())
    )


def said_of(id: str, name: str, called: Callable[[str], str] = str) -> str:
    """In words, that something no longer stands in a list. `called` gives a tool, a card or a sign its name."""
    kind = next((kind for kind in _LOST if id.startswith(kind)), "")
    of = id.removeprefix(kind)
    words = _LOST.get(kind, "'{name}' no longer stands in '{of}'")
    return words.format(name=called(name), of=of.replace("-", " ") if kind in _IN_WORDS else called(of))


def _at_least(one: StrEnum, fastest_first: Sequence[StrEnum]) -> Sequence[StrEnum]:
    """How fast something is, and each slower way; not the slowest, as all are at least so fast."""
    return fastest_first[fastest_first.index(one) : -1]


def _ticked(library: Records, decision: Compiled) -> Iterator[str]:
    """The signs that readers meet in a tool and in what is shown beside it, each in its own words."""
    for one in (decision, *(library.compiled[id] for id in decision.record.together_with if id in library.compiled)):
        for question in one.questions.values():
            for signs in question.told.values():
                yield from (sign.id for sign in signs)


def _cards_shown(library: Records) -> Iterator[tuple[str, str]]:
    """Where each card stands: on a page, above a tool, or beside a result of one."""
    for path, page in library.pages.items():
        for call in page.calls:
            if call.macro == "care_card" and page.is_for_readers:
                yield path, call.argument
    for id, decision in library.decisions.items():
        for card in decision.care_cards:
            yield id, card
        for result, outcome in decision.outcomes.items():
            if outcome.care_card:
                yield f"{id}.{result}", outcome.care_card


def _somebody(library: Records, id: str, name: str) -> str:
    """Somebody with the sign that was lost: whoever is described with least else."""
    if not id.startswith(_OF_SIGNS):
        return ""
    with_it = [one for one in library.people.values() if name in one.signs]
    person = min(with_it, key=lambda one: len(one.signs) + len(one.facts), default=None)
    sign = library.signs.get(name)
    words = person.about if person else sign.says if sign else ""
    return f" (somebody with it: {words})" if words else ""


def _as_text(id: str, kept: Standing | None, now: list[str]) -> str:
    names = ", ".join(sorted({*(kept.holds if kept else ()), *now}))
    text = textwrap.fill(
        f"    holds: [{names}]", _WIDTH, subsequent_indent=" " * 6, break_on_hyphens=False, break_long_words=False
    )
    left = {name: one.model_dump(mode="json") for name, one in kept.left.items()} if kept else {}
    reasons = textwrap.indent(yaml_text({"left": left}), "    ") if left else ""
    return f"  - id: {id}\n{text}\n{reasons}"
