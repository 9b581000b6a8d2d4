"""The walk-run planner's data for the reader's browser: ladders as sessions in order, and the tables that steer them.

walk-run-planner.weeks.js lays out weeks from exactly this. It holds no rule of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from ..decisions.diagram.compiled import Compiled
from ..decisions.diagram.path import Decided, decide
from ..decisions.proofs.moves import BEFORE, EASING, LARGE_STEP, LONG_RUN, NEXT_SESSION, RESTART
from ..decisions.space.domain import Domain
from ..library import Library
from ..records import Plan
from ..records.plan import IN_WORDS, Days, Session, SessionStep
from ..records.planning import Move
from .browser import tool_data
from .json_data import Json

# The decisions that steer the weeks of a ladder, and can be read below them.
STEERING = (NEXT_SESSION, RESTART, LARGE_STEP)

# What plan-next-session is told by the sessions before. All else it asks the reader.
TOLD = (BEFORE, EASING)
STEPS_BACK = range(1, 1 + max(move.steps_back for move in Move))

# The results of the table of large steps that walk-run-planner.sheet.js and render/doing/plan.py have words for.
JUMP, RISE, LONG_STEP = "jump", "rise", "long-step"

# Where a reader without a starting point finds one.
FINDER = "start/find-your-starting-point.md"


def planner_data(library: Library, ladder: str, in_words: Callable[[Session], str]) -> dict[str, Json]:
    """Everything that the planner works on. Which ladder is the table `ladder`'s to say: its outcomes name plans."""
    compiled = library.compiled
    outcomes = compiled[ladder].record.outcomes
    return {
        "ladder": tool_data(compiled[ladder], compiled),
        "finder": [id for id, outcome in outcomes.items() if FINDER in outcome.pages],
        "plans": {id: plan_data(library.plans[id], in_words) for id in outcomes if id in library.plans},
        **steering_data(compiled[NEXT_SESSION], compiled[RESTART], compiled[LONG_RUN], compiled[LARGE_STEP]),
    }


def steering_data(following: Compiled, restart: Compiled, long_run: Compiled, large_step: Compiled) -> dict[str, Json]:
    """The tables that steer the weeks of a ladder, with what their answers and results say to the planner."""
    after, jumps = following.record.outcomes, long_run.record.outcomes
    return {
        "next": tool_data(following, {}),
        "told": TOLD,
        "noted": {
            id: {answer: option.noted.model_dump() for answer, option in options.items() if option.noted}
            for id, question in following.questions.items()
            for options in [(question.written and question.written.options) or {}]
            if any(option.noted for option in options.values())
        },
        "moves": {id: outcome.plan for id, outcome in after.items()},
        "spares": [id for id, outcome in after.items() if outcome.spares_legs],
        "restart": tool_data(restart, {}),
        "restarts": {id: outcome.plan for id, outcome in restart.record.outcomes.items()},
        "reasons": {rule.id: rule.because for rule in restart.record.rules},
        "jump": tool_data(long_run, {}),
        "jumps": {id: outcome.heading for id, outcome in jumps.items() if outcome.points_out},
        "recent": next(
            one.written.looks_back for one in long_run.questions.values() if one.written and one.written.looks_back
        ),
        "step": tool_data(large_step, {}),
    }


def breaks(library: Library) -> list[str]:
    """Why a ladder goes on lower after a break, for each row of the table that puts it there."""
    restart = library.decisions[RESTART]
    return [rule.because for rule in restart.rules if restart.outcomes[str(rule.then)].plan is not Move.SAME]


def jumps(library: Library) -> list[str]:
    """When a big jump is pointed out."""
    return [rule.because for rule in library.decisions[LARGE_STEP].rules if rule.then == JUMP]


def pointed_out(library: Library, step: SessionStep) -> list[str]:
    """What is pointed out of a step of a ladder, against the session before: results of the table of large steps."""
    large_step = library.compiled[LARGE_STEP]
    measured = {
        "percent": step.percent,
        "more": max(0.0, step.after.running - step.before.running),
        "unbroken": step.unbroken,
    }
    answers = {id: _held(large_step.questions[id].domain, value) for id, value in measured.items()}
    found = decide(large_step, {"jump": "no", **answers})
    assert isinstance(found, Decided)  # every question is answered
    return [str(value) for one in found.outcome or () if isinstance(one, tuple) for value in one]


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


def plan_data(plan: Plan, in_words: Callable[[Session], str]) -> dict[str, Json]:
    """A ladder as its sessions in order, each with where steps back from it lead."""
    weeks = [number for number, week in enumerate(plan.weeks, 1) for one in week.sessions for _ in range(one.times)]
    return {
        "title": plan.title,
        "counts": plan.counts,
        "begins": plan.begins_with,
        "days": plan.days.model_dump() | _days_in_words(plan.days),
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


def _held(domain: Domain, shown: float) -> int:
    """A number as a table stores it: in its steps, and no more than its range, whose end stands for all beyond."""
    return min(int(shown * domain.scale) // domain.step * domain.step, domain.high)


def _days_in_words(days: Days) -> dict[str, str]:
    """What the planner says of the days to choose, and where too few or too many are chosen."""
    fewest, most, between = (IN_WORDS[number] for number in (days.fewest, days.most, days.between))
    apart = {
        0: "",
        1: " No two runs stand on days side by side: the second one becomes a walk.",
    }.get(days.between, f" At least {between} days lie between two runs: a run that comes sooner becomes a walk.")
    return {
        "says": f"{fewest.capitalize()} to {most} days.{apart}",
        "few": f"Choose at least {fewest} {'day' if days.fewest == 1 else 'days'}",
        "many": f"Choose at most {most} {'day' if days.most == 1 else 'days'}",
    }


def _is_longer(one: Session, other: Session) -> bool:
    if not other.running:
        return one.minutes > other.minutes
    return one.running > other.running or one.unbroken > other.unbroken


def _rungs(plan: Plan) -> list[Session]:
    return [session for week in plan.weeks for session in week.sessions]
