"""The checker is proved sound in Coq, and the program that comes from that proof says what check_proof.py says."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from macros.decisions.certificates.certificate import canonical, proof_files
from tests.decisions.certificates import test_sabotage as sabotage
from tests.decisions.certificates.checker import accepts
from tests.decisions.certificates.theorem import proved_program, verdicts
from tests.decisions.guide import guide

TABLES = 10_000


@pytest.mark.audit
def test_the_theorem_holds_and_its_program_agrees_on_our_decisions_and_on_tables_by_chance(tmp_path: Path) -> None:
    program, said = proved_program(tmp_path)
    assert said.count("Closed under the global context") == 3  # each theorem, and nothing taken for granted
    ours = [_read(one) for one in guide().values()]
    assert verdicts(program, ours) == [True] * len(ours)

    pairs = list(sabotage._proofs(TABLES))
    assert len(pairs) == TABLES
    spoilt = [_spoilt(pair, Random(seed)) for seed, pair in enumerate(pairs)]
    can_be_read = [one for one in spoilt if one]
    expected = [accepts(*map(_text, one)) for one in can_be_read]
    assert verdicts(program, pairs) == [True] * TABLES
    assert verdicts(program, can_be_read) == expected
    assert expected.count(False) > TABLES // 3


def _read(decision: Any) -> tuple[Any, Any]:
    rules, certificate = (json.loads(content) for content in proof_files(decision, guide()).values())
    return rules, certificate


def _spoilt(pair: tuple[Any, Any], chance: Random) -> Any:
    """None where a place lies outside all questions: that is for the reader of the file to refuse."""
    rules, certificate = sabotage._rehashed(chance.choice(sabotage.SABOTAGES)(copy.deepcopy(pair), chance))
    axes = len(rules["questions"]) + len(rules["values"])
    inside = all(0 <= cut[0] < axes for cut in sabotage._nodes(certificate, 4))
    return (rules, certificate) if inside else None


def _text(data: Any) -> str:
    return canonical(data).decode()
