"""The checker is proved sound in Coq, and the program that comes from that proof says what check_proof.py says."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.decisions.certificates.checker import accepts, our_files
from tests.decisions.certificates.spoiling import nodes, proofs, spoilt, text
from tests.decisions.certificates.theorem import proved_program, verdicts
from tests.decisions.guide import guide

TABLES = 10_000


@pytest.mark.audit
def test_the_theorem_holds_and_its_program_agrees_on_our_decisions_and_on_tables_by_chance(tmp_path: Path) -> None:
    program, said = proved_program(tmp_path)
    assert said.count("Closed under the global context") == 3  # each theorem, and nothing taken for granted
    ours = [tuple(map(json.loads, our_files(id))) for id in guide()]
    assert verdicts(program, ours) == [True] * len(ours)

    whole = list(proofs(TABLES))
    assert len(whole) == TABLES
    changed = [spoilt(proof, Random(seed)) for seed, proof in enumerate(whole)]
    can_be_read = [proof for proof in changed if _can_be_read(*proof)]
    expected = [accepts(*map(text, proof)) for proof in can_be_read]
    assert verdicts(program, whole) == [True] * TABLES
    assert verdicts(program, can_be_read) == expected
    assert expected.count(False) > TABLES // 3


def _can_be_read(rules: Any, certificate: Any) -> bool:
    """Not where a place lies outside all questions: that is for the reader of the file to refuse."""
    axes = len(rules["questions"]) + len(rules["values"])
    return all(0 <= cut[0] < axes for cut in nodes(certificate, 4))
