"""python -m macros person: what every tool and card says to one person, in words or as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .checks.doing.signs import tools_of
from .decisions.across.person import Told, told
from .decisions.space.domain import Answer
from .export.json_data import Json
from .library import Library
from .records import CareCard, Problem, Sign
from .records.files.reading import Document
from .records.files.validating import nearest


@dataclass(frozen=True)
class Asked:
    """A person as a file names them: signs that are there, and answers to questions."""

    signs: Mapping[str, Sign]
    facts: Mapping[str, Answer]


def read_person(library: Library, document: Document) -> tuple[Asked, list[Problem]]:
    """The person of a document `{facts: {id: value}, signs: [id, …]}`, and what is wrong with it."""
    given, problems = document.value or {}, list(document.problems)
    if not isinstance(given, dict) or set(given) - {"facts", "signs"}:
        return Asked({}, {}), [
            *problems,
            Problem(
                document.place(()), "a person is told by `signs` and `facts`", fix="write `signs: […]`, `facts: {…}`"
            ),
        ]
    signs = given.get("signs") or []
    facts = given.get("facts") or {}
    if not isinstance(signs, list) or not isinstance(facts, dict):
        wrong = "`signs` is a list of ids, and `facts` one answer for each question's id"
        return Asked({}, {}), [
            *problems,
            Problem(document.place(()), wrong, fix="write `signs: [id]`, `facts: {id: answer}`"),
        ]
    problems += [
        Problem(document.place(("signs", index)), f"there is no sign '{id}'", fix=nearest(str(id), library.signs))
        for index, id in enumerate(signs)
        if id not in library.signs
    ]
    problems += _wrong_facts(library, document, facts)
    return Asked({id: library.signs[id] for id in signs if id in library.signs}, facts), problems


def _wrong_facts(library: Library, document: Document, facts: Mapping[str, Answer]) -> Iterator[Problem]:
    questions: dict[str, list[str]] = {}
    for decision in library.compiled.values():
        for question in decision.questions.values():
            id = question.key
            known = questions.setdefault(id, [])
            known.append(question.domain.allowed)
            if id in facts and question.domain.position(facts[id]) is not None:
                known.append("")
    for id, answer in facts.items():
        at = document.place(("facts", id))
        if id not in questions:
            yield Problem(at, f"no tool asks '{id}'", fix=nearest(str(id), questions))
        elif "" not in questions[id]:
            yield Problem(
                at, f"'{answer}' is no answer to '{id}'", "; ".join(dict.fromkeys(questions[id])), "choose one"
            )


def said_to(library: Library, person: Asked) -> Mapping[str, Told]:
    """What each tool says."""
    return told(tools_of(library), person.signs, person.facts)


def cards_for(library: Library, person: Asked) -> list[CareCard]:
    """Every card that names a sign of the person, itself or as a part, the most urgent first."""
    tools = tools_of(library)
    parts = tools.with_parts(person.signs.values())
    return [
        card
        for card in library.care_cards.values()
        if tools.with_parts(library.signs[id] for id in card.signs).keys() & parts.keys()
    ]


def as_data(library: Library, person: Asked) -> dict[str, Json]:
    """The answer as data: for each tool its outcome, how fast, what it allows, the rows; and the cards."""
    return {
        "tools": {id: _tool(one) for id, one in said_to(library, person).items()},
        "cards": [card.id for card in cards_for(library, person)],
    }


def _tool(one: Told) -> dict[str, Json]:
    many = one.decision.table.many
    decided = not one.open
    results = one.results if decided else ()
    return {
        "outcome": (list(one.outcomes) if many else one.outcomes[0]) if decided and (many or one.outcomes) else None,
        "urgency": [result.urgency.value for result in results]
        if many
        else (results[0].urgency.value if results else None),
        "allows": sorted({what.value for result in results for what in result.allows or ()}),
        "rules": list(one.rules),
        "open": list(one.open),
    }


def in_words(library: Library, person: Asked) -> Iterator[str]:
    """The answer in lines."""
    signs = ", ".join(sign.ask for sign in person.signs.values()) or "none"
    yield f"Signs: {signs}."
    yield f"Answers: {', '.join(f'{id}: {answer}' for id, answer in person.facts.items()) or 'none'}."
    for one in said_to(library, person).values():
        title = one.decision.record.title
        if one.open:
            asked = ", ".join(one.decision.questions[id].short for id in one.open[:3])
            yield f"{title} It still asks: {asked}{' …' if len(one.open) > 3 else ''}."
        elif not one.outcomes:
            yield f"{title} Nothing comes on top."
        for id, result in zip(one.outcomes, one.results, strict=False) if not one.open else ():
            allows = ", ".join(what.value for what in result.allows or ()) or "nothing of run, jump, load"
            yield f"{title} {result.heading} ({id}; {result.urgency.value}; leads to {allows})."
    for card in cards_for(library, person):
        yield f"Card: {card.heading} ({card.id})."
