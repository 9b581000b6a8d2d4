"""The walk-run planner's data for the reader's browser: ladders as sessions in order, and the tables that steer them.

overrides/assets/scripts/tools/walk-run-planner.weeks.js lays out weeks from exactly this. It holds no rule of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..decisions.proofs.moves import NEXT_SESSION
from ..library import Library
from ..records import Plan
from ..records.plan import Session
from .browser import tool_data

LONG_RUN = "long-run-check"
# What plan-next-session is told by the sessions before. All else it asks the reader.
TOLD = ("before", "lasting")
STEPS_BACK = (1, 2)  # as far as a result can lead (records.decision.Move)


def planner_data(library: Library, ladder: str, in_words: Callable[[Session], str]) -> dict[str, Any]:
    """Everything that the planner works on. Which ladder is the table `ladder`'s to say: its outcomes name plans."""
    compiled = library.compiled
    outcomes = compiled[ladder].record.outcomes
    jumps = compiled[LONG_RUN].record.outcomes
    return {
        "ladder": tool_data(compiled[ladder], compiled),
        "next": tool_data(compiled[NEXT_SESSION], compiled),
        "told": TOLD,
        "jump": tool_data(compiled[LONG_RUN], compiled),
        "jumps": {id: outcome.heading for id, outcome in jumps.items()},
        "moves": {id: outcome.plan for id, outcome in compiled[NEXT_SESSION].record.outcomes.items()},
        "plans": {id: plan_data(library.plans[id], in_words) for id in outcomes if id in library.plans},
    }


def step_back(plan: Plan, at: int, steps: int) -> int | None:
    """Where a session is followed by so many steps back; None stands for a walk, below the first step.

    Ladders also go down here and there, so it goes on back until neither the running nor the longest run without a
    walk is longer. Where nobody runs, the walk counts.
    """
    rungs = [rung for rung, session in enumerate(_rungs(plan)) for _ in range(session.times)]
    here = plan.sessions[at]
    for lower in range(at - 1, -1, -1):
        session = plan.sessions[lower]
        if rungs[lower] <= rungs[at] - steps and not _is_longer(session, here):
            return lower
    return None


def plan_data(plan: Plan, in_words: Callable[[Session], str]) -> dict[str, Any]:
    """A ladder as its sessions in order, each with where steps back from it lead."""
    weeks = [number for number, week in enumerate(plan.weeks, 1) for one in week.sessions for _ in range(one.times)]
    return {
        "title": plan.title,
        "counts": plan.counts,
        "begins": plan.begins_with,
        "walks": not any(session.running for session in plan.sessions),
        "sessions": [
            {
                "rung": weeks[at],
                "words": in_words(session),
                "segments": [["walk" if one.run is None else "run", one.minutes] for one in session.segments],
                "minutes": session.minutes,
                "running": session.running,
                "unbroken": session.unbroken,
                "back": [step_back(plan, at, steps) for steps in STEPS_BACK],
            }
            for at, session in enumerate(plan.sessions)
        ],
    }


def _is_longer(one: Session, other: Session) -> bool:
    if not other.running:
        return one.minutes > other.minutes
    return one.running > other.running or one.unbroken > other.unbroken


def _rungs(plan: Plan) -> list[Session]:
    return [session for week in plan.weeks for session in week.sessions]
