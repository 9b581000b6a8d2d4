"""Ladders: no step is larger than the bound that its plan states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import Place, Plan, Problem
from ...records.files.validating import nearest
from ...records.plan import IN_WORDS
from ..scope import Records

_ROUNDING = 1e-9  # of sums of half minutes, as parts of a percent

_COUNT = re.compile(rf"\b({'|'.join(IN_WORDS[1:])}|[0-9]+) (weeks?|levels?|steps?|rungs?|sessions?)\b", re.IGNORECASE)


def every_step_keeps_to_its_bound(library: Records) -> Iterator[Problem]:
    """From a session to the next, running rises by no more than `bound` percent and `bound_unbroken` minutes."""
    for id, plan in library.plans.items():
        for step in plan.steps:
            place = library.place("plans", id, "weeks", step.week, "sessions", step.session)
            if step.percent > plan.bound + _ROUNDING:
                yield Problem(
                    place,
                    f"running rises from {step.before.running:g} to {step.after.running:g} minutes, "
                    f"which is more than {plan.bound}%",
                    fix="put a session in between, or raise `bound`: readers are told it",
                )
            if step.unbroken > plan.bound_unbroken:
                yield Problem(
                    place,
                    f"the longest run without a walk rises from {step.before.unbroken:g} to {step.after.unbroken:g} "
                    f"minutes, which is more than {plan.bound_unbroken:g} minutes",
                    fix="put a session in between, or raise `bound_unbroken`: readers are told it",
                )


def a_bound_is_no_larger_than_its_ladder_needs(library: Records) -> Iterator[Problem]:
    """A bound that no step comes near would promise nothing: it is at most a tenth, or a minute, above the largest."""
    for id, plan in library.plans.items():
        percent = max((step.percent for step in plan.steps), default=0.0)
        unbroken = max((step.unbroken for step in plan.steps), default=0.0)
        if plan.bound > 1.1 * percent + 1:
            yield Problem(
                library.place("plans", id, "bound"),
                f"the largest step is {percent:.0f}%, far below this bound",
                fix=f"write {percent:.0f} or a little more",
            )
        if plan.bound_unbroken > unbroken + 1:
            yield Problem(
                library.place("plans", id, "bound_unbroken"),
                f"the largest step is {unbroken:g} minutes, far below this bound",
                fix=f"write {unbroken:g}",
            )


def a_ladder_is_as_long_as_it_says(library: Records) -> Iterator[Problem]:
    """Whoever counts the rungs or the sessions below finds what the words above promise."""
    for id, plan in library.plans.items():
        said = [(library.place("plans", id, field), getattr(plan, field)) for field in ("title", "purpose")]
        for name, decision in library.decisions.items():  # a result that leads to a ladder has its name
            if id in decision.outcomes:
                said.append(
                    (library.place("decisions", name, "outcomes", id, "heading"), decision.outcomes[id].heading)
                )
        for place, words in said:
            yield from _miscounted(place, words, plan)


def a_ladder_begins_with_an_answer_in_minutes(library: Records) -> Iterator[Problem]:
    """`begins_with` names a question about minutes in every decision that leads to the ladder."""
    for id, plan in library.plans.items():
        for decision in library.decisions.values():
            asked = library.compiled[decision.id].questions
            if plan.begins_with is None or id not in decision.outcomes:
                continue
            minutes = [id for id, one in asked.items() if one.domain.unit == "minutes"]
            if plan.begins_with not in minutes:
                yield Problem(
                    library.place("plans", id, "begins_with"),
                    f"'{plan.begins_with}' is no question about minutes in {decision.id}, which leads to this ladder",
                    ", ".join(minutes) or "none: it asks for no minutes",
                    nearest(plan.begins_with, minutes) or "name a question with `range` and `unit: minutes`",
                )


def _miscounted(place: Place, words: str, plan: Plan) -> Iterator[Problem]:
    for said, what in _COUNT.findall(words):
        given = int(said) if said.isdigit() else IN_WORDS.index(said.lower())
        sessions = what.lower().startswith("session")
        there = len(plan.sessions) if sessions else len(plan.weeks)
        if given != there:
            yield Problem(
                place,
                f"'{said} {what}', but there are {there} {'sessions' if sessions else plan.counts}",
                fix=f"write {there}, or leave the number out",
            )
