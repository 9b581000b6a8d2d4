"""The proofs across tools by their ids, and over how much each holds: counted exactly, as products, never listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from ..diagram.compiled import Compiled
from ..proofs.unsure import unsure_answers
from ..tables.table import Question
from .agreement import shared_questions
from .journeys import links_to_tools
from .signs import Tools, leads_to
from .words import signs_beside_cards


@dataclass(frozen=True)
class Proof:
    """A proof as hazards name it and readers meet it."""

    title: str
    says: str
    means: str  # to a reader


ACROSS = {
    "floor": Proof(
        "No tool is slower than a sign",
        "Whatever else you answer, a sign gets you help at least as fast as it asks for. "
        "Nothing that it rules out comes out.",
        "A sign that needs help today never ends in “wait and see”.",
    ),
    "coverage": Proof(
        "Nobody is led to run unasked",
        "A tool that can lead to running, jumping or loading asks about every sign that rules these out. "
        "What it leaves out stands below, with the reason.",
        "No tool sends you running because it forgot to ask.",
    ),
    "agreement": Proof(
        "No two tools disagree",
        "Where two tools ask the same, no answers get a run or a jump from one and never from the other. "
        "Each exception stands below.",
        "You can take either tool. Neither is the easy one.",
    ),
    "journeys": Proof(
        "No link leads to more",
        "A result can link to another tool. That tool then allows no more running or jumping than the result did. "
        "Each exception stands below.",
        "You cannot click your way around a careful answer.",
    ),
    "not-sure": Proof(
        "“Not sure” costs no care",
        "“Not sure” never leads to a less careful result than any answer that it may stand for. "
        "Each exception stands below.",
        "You need not guess. “Not sure” is an answer.",
    ),
    "words": Proof(
        "The card names your sign",
        "Where a sign leads to a result with a card, the card names that sign.",
        "You find your own sign again, and what to do about it.",
    ),
    "standing": Proof(
        "Nothing is lost without a word",
        "Where each sign, card and “Not sure” stands is written down once more. "
        "What no longer stands there is told below, with the reason.",
        "A question does not go because somebody forgot why it was there.",
    ),
}


@dataclass(frozen=True)
class Extent:
    """Over how many of what a proof holds."""

    count: int
    of: str


def extents(tools: Tools, tools_on: Mapping[str, Sequence[str]], places: int) -> Mapping[str, Extent]:
    """For each proof. `tools_on` names the tools of each page, `places` counts where something stands."""
    links = {(one, other) for one in tools.deciding for _, other in links_to_tools(one, tools_on)}
    asking = [one for one in tools.deciding if any(question.told for question in one.questions.values())]
    pairs = [(one, other) for one, other in _pairs(tools.deciding) if shared_questions(one, other)]
    return {
        "floor": Extent(sum(one.combinations for one in asking), "ways to answer the tools"),
        "coverage": Extent(
            sum(bool(leads_to(one) & set(sign.rules_out)) for one in tools.deciding for sign in tools.signs.values()),
            "pairs of a tool and a sign",
        ),
        "agreement": Extent(sum(ways_together(one, other) for one, other in pairs), "ways to answer two tools"),
        "journeys": Extent(
            sum(ways_together(one, tools.decisions[other]) for one, other in links),
            "ways to answer a tool and the one that it leads to",
        ),
        "not-sure": Extent(
            sum(one.combinations for one in tools.decisions.values() if any(unsure_answers(one))),
            "ways to answer the tables",
        ),
        "words": Extent(
            sum(card is not None for one in tools.decisions.values() for _, card, _ in signs_beside_cards(one)),
            "pairs of a sign and the card that it leads to",
        ),
        "standing": Extent(places, "places where a sign, a card or “Not sure” stands"),
    }


def ways_together(decision: Compiled, other: Compiled) -> int:
    """In how many ways one person can answer two tools: what both ask is answered once."""
    both = {question.id for question in shared_questions(decision, other)}
    return decision.combinations * _ways(one for id, one in other.questions.items() if id not in both)


def _ways(questions: Iterable[Question]) -> int:
    return prod(one.domain.size + len(one.domain.aliases) for one in questions)


def _pairs(tools: Sequence[Compiled]) -> Iterable[tuple[Compiled, Compiled]]:
    return ((one, other) for place, one in enumerate(tools) for other in tools[place + 1 :])


def in_round_words(count: int) -> str:
    """'more than 3 million million'; small numbers as they are."""
    for size, name in ((10**12, "million million"), (10**9, "thousand million"), (10**6, "million")):
        if count >= size:
            return f"more than {count // size:,} {name}"
    return f"{count:,}"
