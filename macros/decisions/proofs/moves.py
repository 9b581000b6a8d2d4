"""What results do to the weeks of the walk-run planner: each one says it, and a careful one leads no further.

The planner moves by `plan` of a result alone. It has no rule of its own for a result without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...records.decision import Move
from ..diagram.compiled import Compiled
from .flaw import Flaw

# The decision that says what comes after a session.
NEXT_SESSION = "plan-next-session"

# How far up the ladder each leads. A day of rest before it changes nothing about that.
_FURTHER = {
    Move.STOP: 0,
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
