"""Whatever is done to a proof: the checker accepts it where each combination of answers has the result of its leaf,
and nowhere else.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from macros.decisions.certificates.certificate import proof_files
from tests.decisions.certificates.checker import accepts
from tests.decisions.certificates.spoiling import is_true, proofs, spoilt, text
from tests.decisions.sample_tables import tables

TABLES, TRIES = 60, 30


def test_what_changes_a_result_is_noticed() -> None:
    noticed = harmless = 0
    for seed, proof in enumerate(proofs(TABLES)):
        chance = Random(seed)
        assert is_true(proof)
        assert accepts(*map(text, proof))
        for _ in range(TRIES):
            changed = spoilt(proof, chance)
            if is_true(changed):
                harmless += 1
            else:
                assert not accepts(*map(text, changed)), changed
                noticed += 1
    assert noticed > 1000
    assert harmless < TABLES * TRIES // 2


@pytest.mark.parametrize("part", ["as", "unit", "parts", "words", "then", "policy"])
def test_what_is_changed_in_the_rules_alone_is_noticed(part: str) -> None:
    files = (proof_files(one, tables()).values() for one in tables().values())
    pairs = [tuple(map(json.loads, both)) for both in files]
    rules, proof = next(both for both in pairs if _first(both[0], part) and accepts(*map(text, both)))
    _first(rules, part)[part] = "other"
    assert not accepts(text(rules), text(proof))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file + "\n",
        lambda file: file.replace('"tree":', '"tree":[[],[]],"tree":'),
        lambda file: file.replace('"proof":1', '"proof":2'),
        lambda file: file.replace('"proof":1', '"proof":1.0'),
        lambda file: file[:-1],
    ],
)
def test_a_file_that_is_written_otherwise_is_refused(spoil: Callable[[str], str]) -> None:
    rules, proof = next(proofs(1))
    assert not accepts(text(rules), spoil(text(proof)))


def _first(data: Any, key: str) -> Any:
    """The first part of some data that has a key with something in it."""
    if isinstance(data, dict):
        if data.get(key):
            return data
        data = list(data.values())
    return next((found for one in data if (found := _first(one, key))), None) if isinstance(data, list) else None
