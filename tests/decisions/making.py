"""Small decisions for tests, written as a contributor would."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.decisions.compiling.compiling import compile_decisions
from macros.decisions.diagram.compiled import Compiled
from macros.records import Decision, Place, Problem, Sign
from macros.records.files.reading import parse_yaml
from macros.records.files.validating import validated
from tests.render.making import sign

TAIL = """
reviewed: 2026-01-01
review_due: 2027-01-01
title: A test
purpose: For tests
history: [{version: 1, date: 2026-01-01, change: First, fingerprint: any}]
"""


def compiled_with_problems(**texts: str) -> tuple[dict[str, Compiled], list[Problem]]:
    """Decisions from YAML texts, compiled, with every problem but the fingerprint's. TAIL is added to each."""
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

    done, found = compile_decisions(records, place, signs_named_in(records))
    return done, problems + [problem for problem in found if "fingerprint" not in problem.wrong]


def signs_named_in(records: Mapping[str, Decision]) -> dict[str, Sign]:
    """A sign for every id that questions list: its words are the id's, and it is for today."""
    named = {id for record in records.values() for item in record.inputs for id in item.signs}
    return {id: sign(id) for id in sorted(named)}


def compiled(**texts: str) -> dict[str, Compiled]:
    """As above, where nothing may be wrong."""
    done, problems = compiled_with_problems(**texts)
    assert not problems, "\n".join(map(str, problems))
    return done


def one(text: str) -> Compiled:
    return compiled(test=text)["test"]


def wrongs(text: str, **others: str) -> list[str]:
    """What is wrong with a decision, in words."""
    return [problem.wrong for problem in compiled_with_problems(test=text, **others)[1]]


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
