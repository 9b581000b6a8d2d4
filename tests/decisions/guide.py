"""The guide's own decisions, compiled from data/decisions alone, so that nothing else in data/ can be in the way."""

from __future__ import annotations

import functools

from macros.decisions.compiling.compiling import compile_decisions
from macros.decisions.compiling.questions import read_facts
from macros.decisions.diagram.compiled import Compiled
from macros.decisions.tables.table import Question
from macros.records import Decision, Fact, Place, Sign
from macros.records.files.reading import read_yaml
from macros.records.files.validating import validated
from tools.build import ROOT


@functools.cache
def guide() -> dict[str, Compiled]:
    """Every decision of the guide by id."""
    records: dict[str, Decision] = {}
    documents = {}
    for path in sorted((ROOT / "data" / "decisions").glob("*.yml")):
        document = read_yaml(path, path.name)
        record, problems = validated(Decision, document, (), {"id": path.stem, **document.value})
        assert record is not None, "\n".join(map(str, problems))
        records[record.id], documents[record.id] = record, document

    def place(id: str, *inside: str | int) -> Place:
        return documents[id].place(inside)

    done, problems = compile_decisions(records, place, guide_signs(), guide_facts())
    assert done.keys() == records.keys(), "\n".join(map(str, problems))
    return done


@functools.cache
def guide_facts() -> dict[str, Question]:
    """Everything that more than one decision of the guide asks, by id."""
    facts: dict[str, Fact] = {}
    for path in sorted((ROOT / "data" / "facts").glob("*.yml")):
        document = read_yaml(path, path.name)
        for index, entry in enumerate(document.value["facts"]):
            fact, problems = validated(Fact, document, ("facts", index), entry)
            assert fact is not None, "\n".join(map(str, problems))
            facts[fact.id] = fact
    questions, problems = read_facts(facts, guide_signs(), lambda id, *_: Place(id))
    assert not problems, "\n".join(map(str, problems))
    return questions


@functools.cache
def guide_signs() -> dict[str, Sign]:
    """Every warning sign of the guide by id."""
    signs: dict[str, Sign] = {}
    for path in sorted((ROOT / "data" / "signs").glob("*.yml")):
        document = read_yaml(path, path.name)
        for index, entry in enumerate(document.value["signs"]):
            sign, problems = validated(Sign, document, ("signs", index), entry)
            assert sign is not None, "\n".join(map(str, problems))
            signs[sign.id] = sign
    return signs
