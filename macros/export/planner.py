"""The walk-run planner's data for the reader's browser: ladders as sessions in order, and the tables that steer them.

overrides/assets/scripts/tools/walk-run-planner.weeks.js lays out weeks from exactly this. It holds no rule of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..library import Library
from ..records import Plan
from ..records.plan import Session
from .browser import tool_data

# What an outcome of data/decisions/plan-next-session.yml does to the plan: how many steps it goes back.
STEPS_BACK = {"go-back": 1, "rest-and-go-back": 2}
# What the others do: the next session, the same one, nothing yet, or no further session at all.
MOVES = (
    {"go-on": "next", "wait": "wait"}
    | dict.fromkeys(("repeat", "ease-off", "without-a-painkiller"), "same")
    | dict.fromkeys(("be-seen", "be-checked", "wait-for-the-swelling", "ask-someone"), "stop")
)
# After these a day of the plan is left free first.
RESTS = ("rest-and-go-back",)

NEXT_SESSION = "plan-next-session"
LONG_RUN = "long-run-check"


def planner_data(library: Library, ladder: str, in_words: Callable[[Session], str]) -> dict[str, Any]:
    """Everything that the planner works on. Which ladder is the table `ladder`'s to say: its outcomes name plans."""
    compiled = library.compiled
    outcomes = compiled[ladder].record.outcomes
    jumps = compiled[LONG_RUN].record.outcomes
    return {
        "ladder": tool_data(compiled[ladder], compiled),
        "next": tool_data(compiled[NEXT_SESSION], compiled),
        "jump": tool_data(compiled[LONG_RUN], compiled),
        "jumps": {id: outcome.heading for id, outcome in jumps.items()},
        "moves": MOVES | {id: f"back-{steps}" for id, steps in STEPS_BACK.items()},
        "rests": RESTS,
        "plans": {id: _plan(library.plans[id], in_words) for id in outcomes if id in library.plans},
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


def _is_longer(one: Session, other: Session) -> bool:
    if not other.running:
        return one.minutes > other.minutes
    return one.running > other.running or one.unbroken > other.unbroken


def _rungs(plan: Plan) -> list[Session]:
    return [session for week in plan.weeks for session in week.sessions]


def _plan(plan: Plan, in_words: Callable[[Session], str]) -> dict[str, Any]:
    weeks = [number for number, week in enumerate(plan.weeks, 1) for one in week.sessions for _ in range(one.times)]
    return {
        "title": plan.title,
        "counts": plan.counts,
        "walks": not any(session.running for session in plan.sessions),
        "sessions": [
            {
                "rung": weeks[at],
                "words": in_words(session),
                "segments": [["walk" if one.run is None else "run", one.minutes] for one in session.segments],
                "minutes": session.minutes,
                "running": session.running,
                "unbroken": session.unbroken,
                "back": [step_back(plan, at, steps) for steps in (1, 2)],
            }
            for at, session in enumerate(plan.sessions)
        ],
    }
