"""Whole-library scope: what more than one tool asks is asked once, as a fact."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Asking, Problem
from ..scope import Records


def every_fact_is_asked_by_more_than_one_tool(library: Records) -> Iterator[Problem]:
    """A fact that one tool alone asks says why it is one. What is shown below a tool's result is asked by it too."""
    for id, fact in library.facts.items():
        asking = {one.id for one in library.decisions.values() if any(item.fact == id for item in one.inputs)}
        asking |= {one.id for one in library.decisions.values() if asking & set(one.together_with)}
        if not asking:
            yield Problem(library.place("facts", id), f"no tool asks the fact '{id}'", fix="name it, or delete it")
        elif len(asking) == 1 and fact.alone is None:
            yield Problem(
                library.place("facts", id),
                f"'{min(asking)}' alone asks the fact '{id}'",
                fix="move the question there, or say under `alone` why it is a fact",
            )
        elif len(asking) > 1 and fact.alone is not None:
            yield Problem(
                library.place("facts", id, "alone"), f"{len(asking)} tools ask the fact '{id}'", fix="delete `alone`"
            )


def no_two_tools_ask_in_the_same_words(library: Records) -> Iterator[Problem]:
    """The same question over the same signs, with the same answers, is one fact."""
    first: dict[tuple[object, ...], str] = {_asked(fact): f"the fact '{id}'" for id, fact in library.facts.items()}
    for id, decision in library.decisions.items():
        for index, item in enumerate(decision.inputs):
            if not item.kinds or item.value is not None:
                continue
            other = first.setdefault(_asked(item), f"'{id}'")
            if other != f"'{id}'":
                named = "name it: `fact: …`" if other.startswith("the fact") else "make it a fact (data/facts/)"
                yield Problem(
                    library.place("decisions", id, "inputs", index, "ask"),
                    f"{other} asks this in the same words",
                    fix=f"{named}, or ask in other words",
                )


def _asked(asking: Asking) -> tuple[object, ...]:
    answers = tuple((id, option.label, option.stands_for) for id, option in (asking.options or {}).items())
    return asking.ask, asking.signs, answers, asking.boolean, asking.range, asking.step, asking.unit
