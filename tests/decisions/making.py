"""Small decisions for tests, written as a contributor would."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.decisions.compiling.compiling import compile_decisions
from macros.decisions.compiling.questions import read_facts
from macros.decisions.diagram.compiled import Compiled
from macros.decisions.tables.table import Question
from macros.records import Asking, Decision, Fact, Place, Problem, Sign
from macros.records.files.reading import parse_yaml
from macros.records.files.validating import validated
from macros.records.sign import ids_of
from tests.render.making import sign

TAIL = """
reviewed: 2026-01-01
review_due: 2027-01-01
title: A test
purpose: For tests
history: [{version: 1, date: 2026-01-01, change: First, fingerprint: any}]
"""


def compiled_with_problems(facts: str = "", **texts: str) -> tuple[dict[str, Compiled], list[Problem]]:
    """Decisions from YAML texts, compiled, with every problem but the fingerprint's. TAIL is added to each.

    `facts` are what several of them ask, as a list.
    """
    records: dict[str, Decision] = {}
    documents = {}
    problems: list[Problem] = []
    for name, text in texts.items():
        id = name.replace("_", "-")
        document = parse_yaml(text + TAIL, f"{id}.yml")
        record, found = validated(Decision, document, (), {"id": id, **(document.value or {})})
        problems += document.problems + found
        if record:
            records[id], documents[id] = record, document

    def place(id: str, *path: str | int) -> Place:
        return documents[id].place(path)

    shared, wrong = facts_of(facts)
    done, found = compile_decisions(records, place, signs_named_in(records), shared)
    problems += wrong
    return done, problems + [problem for problem in found if "fingerprint" not in problem.wrong]


def facts_of(text: str) -> tuple[dict[str, Question], list[Problem]]:
    """Facts from a YAML list, as questions."""
    document = parse_yaml(f"facts:\n{text}" if text else "facts: []", "facts.yml")
    records: dict[str, Fact] = {}
    problems = list(document.problems)
    for index, entry in enumerate(document.value["facts"]):
        record, found = validated(Fact, document, ("facts", index), entry)
        problems += found
        if record:
            records[record.id] = record
    named = {id: sign(id) for fact in records.values() for id in fact.named}
    at = {id: index for index, id in enumerate(records)}
    questions, wrong = read_facts(records, named, lambda id, *path: document.place(("facts", at[id], *path)))
    return questions, problems + wrong


def signs_named_in(records: Mapping[str, Decision], *more: Asking) -> dict[str, Sign]:
    """A sign for every id that questions list: its words are the id's, and it is for today."""
    asked = [*more, *(item for record in records.values() for item in record.inputs)]
    named = {id for one in asked for id in ids_of(one.signs)}
    return {id: sign(id) for id in sorted(named)}


def compiled(facts: str = "", **texts: str) -> dict[str, Compiled]:
    """As above, where nothing may be wrong."""
    done, problems = compiled_with_problems(facts, **texts)
    assert not problems, "\n".join(map(str, problems))
    return done


def one(text: str) -> Compiled:
    return compiled(test=text)["test"]


def wrongs(text: str, facts: str = "", **others: str) -> list[str]:
    """What is wrong with a decision, in words."""
    return [problem.wrong for problem in compiled_with_problems(facts, test=text, **others)[1]]


def outcomes(*names: str) -> str:
    """The outcomes block of a decision, most cautious first."""
    return "outcomes:\n" + "".join(
        f"  {name}: {{urgency: note, heading: {name.title()}, means: It means {name}.}}\n" for name in names
    )


def asked(id: str, domain: str) -> str:
    return f"  - {{id: {id}, ask: '{id}?', why: because, {domain}}}\n"


def yes_no(*ids: str) -> str:
    """An inputs block of yes/no questions."""
    return "inputs:\n" + "".join(asked(id, "options: {no: No, yes: Yes}") for id in ids)


def example(given: Mapping[str, Any], then: str) -> str:
    answers = ", ".join(f"{key}: {value}" for key, value in given.items())
    return f"  - {{given: {{{answers}}}, then: {then}}}\n"
