"""Whole-library scope: what more than one tool asks is one fact, and an answer about signs has one speed."""

from __future__ import annotations

from collections.abc import Iterator

from ...decisions.across.signs import SPEEDS
from ...decisions.tables.table import Question
from ...records import Asking, Problem
from ...records.sign import ids_of
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


def signs_of_one_answer_ask_for_the_same(library: Records) -> Iterator[Problem]:
    """All signs that an answer says are as fast, and rule out the same; or the question tells readers why not."""
    for where, question in _questions(library):
        mixed = [id for id, signs in question.told.items() if len({(one.urgency, one.rules_out) for one in signs}) > 1]
        reason = question.written.mixed if question.written else None
        for id in mixed if reason is None else ():
            told = {f"{one.id}: {one.urgency.value}, {len(one.rules_out)} ruled out" for one in question.told[id]}
            yield Problem(
                library.place(*where, "signs"),
                f"the answer '{id}' says signs that ask for different things ({'; '.join(sorted(told))})",
                fix="give the slower ones an option of their own, the slowest first, or the reason under `mixed`",
            )
        if reason is not None and not mixed:
            wrong = "all signs of each answer here ask for the same"
            yield Problem(library.place(*where, "mixed"), wrong, fix="delete `mixed`")


def the_last_answer_about_signs_is_the_fastest(library: Records) -> Iterator[Problem]:
    """Of several signs that are there the last answer counts, so it is never slower than one before it."""
    for where, question in _questions(library):
        fastest = 0
        for id, signs in question.told.items():
            speed = max((SPEEDS[one.urgency] for one in signs), default=0)
            if speed < fastest:
                yield Problem(
                    library.place(*where, "options", id),
                    f"the answer '{id}' is slower than one before it",
                    fix="put the answers in order, the fastest signs last",
                )
            fastest = max(fastest, speed)


def _questions(library: Records) -> Iterator[tuple[tuple[str, str, *tuple[str | int, ...]], Question]]:
    """Every question that can be asked, once, with where it stands."""
    facts: set[str] = set()
    for id, decision in library.compiled.items():
        places = {item.id: index for index, item in enumerate(decision.record.inputs)}
        for question in decision.questions.values():
            if question.fact and question.key not in facts:
                facts.add(question.key)
                yield ("facts", question.key), question
            elif not question.fact and question.id in places:
                yield ("decisions", id, "inputs", places[question.id]), question


def _asked(asking: Asking) -> tuple[object, ...]:
    answers = tuple((id, option.label, option.stands_for) for id, option in (asking.options or {}).items())
    return asking.ask, ids_of(asking.signs), answers, asking.boolean, asking.range, asking.step, asking.unit
