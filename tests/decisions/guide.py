"""The guide's own decisions, compiled from data/decisions alone, so that nothing else in data/ can be in the way."""

from __future__ import annotations

import functools

from macros.decisions.compiling.compiling import compile_decisions
from macros.decisions.diagram.compiled import Compiled
from macros.records import Decision, Place, Sign
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

    done, problems = compile_decisions(records, place, guide_signs())
    assert done.keys() == records.keys(), "\n".join(map(str, problems))
    return done


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
