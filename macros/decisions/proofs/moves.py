"""What results and answers do to the weeks of the walk-run planner: each says it, and a careful one leads no further.

The planner moves by `plan` of a result and by `noted` of an answer alone. It has no rule of its own without them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...records.planning import Move
from ..diagram.compiled import Compiled
from .flaw import Flaw

# The decisions that say what comes after a session, where a ladder goes on after a break, which sessions are a jump,
# and which steps are pointed out.
NEXT_SESSION = "plan-next-session"
RESTART = "restart-after-break"
LONG_RUN = "long-run-check"
LARGE_STEP = "plan-large-step"

# What the planner says itself: how the session before was, and for how many days sessions have been sore.
BEFORE = "before"
EASING = "easing"

# How far up the ladder each leads. A day of rest before it changes nothing about that.
_FURTHER = {
    Move.STOP: 0,
    Move.FIRST: 0,
    Move.BACK_2_AFTER_REST: 1,
    Move.BACK_2: 1,
    Move.BACK_1_AFTER_REST: 2,
    Move.BACK_1: 2,
    Move.SAME_AFTER_REST: 3,
    Move.SAME: 3,
    Move.WAIT: 3,
    Move.NEXT: 4,
}


def wrong_moves(decision: Compiled) -> Iterator[Flaw]:
    """Results that say nothing to the planner, and careful ones that lead further than those below them."""
    outcomes = decision.record.outcomes
    if decision.id != NEXT_SESSION and not any(result.plan for result in outcomes.values()):
        return
    for id, result in outcomes.items():
        if result.plan is None:
            yield Flaw(
                ("outcomes", id),
                "this result does not say what it does to the weeks of the planner",
                f"add `plan: …`, one of {', '.join(Move)}",
            )
    moves = [(id, result.plan) for id, result in outcomes.items() if result.plan]
    for (id, move), (next_id, next_move) in pairwise(moves):
        if _FURTHER[move] > _FURTHER[next_move]:
            yield Flaw(
                ("outcomes", id, "plan"),
                f"`{move}` leads further up the ladder than `{next_move}` of the less careful `{next_id}`",
                "correct `plan`, or the order of the results (most careful first)",
            )


def wrong_notes(decision: Compiled) -> Iterator[Flaw]:
    """Questions of which some answers say what a session counts as, and some do not; and what no table is told."""
    told = decision.questions.get(BEFORE)
    for index, item in enumerate(decision.record.inputs):
        options = item.options or {}
        for id, option in options.items() if any(option.noted for option in options.values()) else ():
            where = ("inputs", index, "options", id)
            if option.noted is None:
                yield Flaw(
                    where,
                    "this answer does not say what a session counts as, and others of its question do",
                    "add `noted: {ran: …, leaves: …}`",
                )
            elif option.noted.leaves and (told is None or option.noted.leaves not in told.options):
                known = ", ".join(told.options) if told else f"none, as no question has the id '{BEFORE}'"
                yield Flaw(
                    (*where, "noted", "leaves"),
                    f"'{option.noted.leaves}' is no answer to '{BEFORE}', as which the next session is told of it",
                    f"write one of: {known}",
                )


def wrong_asking(decision: Compiled) -> Iterator[Flaw]:
    """What the planner cannot ask after a session: how it went takes one press, and all else are ticked signs."""
    if decision.id != NEXT_SESSION:
        return
    asked = {id: question for id, question in decision.questions.items() if id not in (BEFORE, EASING)}
    pressed = [id for id, question in asked.items() if not question.screens]
    if len(pressed) != 1 or not asked[pressed[0]].options:
        said = ", ".join(f"'{id}'" for id in pressed) or "none is there"
        yield Flaw(
            ("inputs",),
            f"the planner asks with one press how a session went, by one question with `options` and no signs: {said}",
            "give every other question its `signs`, which are ticked",
        )
