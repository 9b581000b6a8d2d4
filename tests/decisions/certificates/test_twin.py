"""The checker in script says of every proof what the checker in Python says, of spoilt ones too."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from macros.decisions.certificates.certificate import proof_files
from tests.decisions.certificates.checker import PATH, our_files, said
from tests.decisions.certificates.spoiling import Proof, proofs, rehashed, spoilt, text
from tests.decisions.guide import guide
from tests.decisions.node import node, run_script

TABLES, TRIES = 60, 10


def test_both_say_the_same_of_our_decisions_and_of_tables_by_chance_whole_and_spoilt() -> None:
    pairs = [our_files(id) for id in guide()]
    for seed, proof in enumerate(proofs(TABLES)):
        chance = Random(seed)
        pairs += [_files(proof), *(_files(spoilt(proof, chance)) for _ in range(TRIES))]
    expected = [said(*pair) for pair in pairs]
    assert _twin_says(pairs) == expected
    assert expected.count(None) > TABLES * TRIES // 3


def test_both_refuse_files_that_are_written_otherwise() -> None:
    rules, certificate = our_files("sore-today")
    changed = [
        (rules, certificate + "\n"),
        (rules, certificate.replace('"proof":1', '"proof":1.0')),
        (rules, certificate.replace('"proof":1', '"proof":1e0')),
        (rules, certificate.replace('"tree":', '"tree":null,"tree":')),
        (rules, certificate[:-1]),
        (rules.replace('"words":{', '"words":{"more":1,'), certificate),
        ("", certificate),
    ]
    assert [said(*pair) for pair in changed] == [None] * len(changed)
    assert _twin_says(changed) == [None] * len(changed)


@pytest.mark.parametrize("id", ["sore-today", "long-run-check"])
def test_both_refuse_values_of_another_type(id: str) -> None:
    """A number in words, for one: hashes fit, and script would count with it."""
    changed = []
    for change in OTHER_TYPES:
        rules, certificate = map(json.loads, our_files(id))
        before = text(rules), text(certificate)
        change(rules, certificate)
        if (text(rules), text(certificate)) != before:
            changed.append(_files(rehashed(rules, certificate)))
    assert len(changed) >= len(OTHER_TYPES) - 2
    assert [said(*pair) for pair in changed] == [None] * len(changed)
    assert _twin_says(changed) == [None] * len(changed)


def test_both_say_that_no_words_are_given_where_none_are() -> None:
    rules, certificate = map(json.loads, our_files("sore-today"))
    pair = _files(rehashed({**rules, "words": {}}, certificate))
    assert "no words given" in (said(*pair) or "")
    assert _twin_says([pair]) == [said(*pair)]


def test_it_runs_by_itself_in_an_empty_folder_and_ends_with_1_where_a_proof_does_not_hold(tmp_path: Path) -> None:
    shutil.copy(PATH.with_name("check-proof.js"), tmp_path)
    names = list(proof_files(guide()["long-run-check"], guide()))
    for name, content in proof_files(guide()["long-run-check"], guide()).items():
        (tmp_path / name).write_bytes(content)
    command = [node(), "check-proof.js", *names]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1,001,000 combinations" in done.stdout
    (tmp_path / names[1]).write_bytes((tmp_path / names[1]).read_bytes().replace(b",111,", b",112,"))
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "DOES NOT HOLD" in done.stderr


def _in_words(rules: Any, _: Any) -> None:
    for question in rules["questions"]:
        question |= {key: str(question[key]) for key in ("from", "to", "by") if key in question}


def _bounds_in_words(rules: Any, _: Any) -> None:
    for rule in (rule for table in rules["tables"] for rule in table["rules"]):
        for cell in rule["when"].values():
            cell[:] = [list(map(str, one)) if isinstance(one, list) else one for one in cell]


def _never_beside(rules: Any, _: Any) -> None:
    for promise in rules["promises"]:
        promise.setdefault("never", None)


OTHER_TYPES: list[Callable[[Any, Any], object]] = [
    _in_words,
    _bounds_in_words,
    _never_beside,
    lambda _, certificate: certificate.update(combinations=str(certificate["combinations"])),
    lambda _, certificate: certificate["tree"].__setitem__(0, str(certificate["tree"][0])),
    lambda _, certificate: certificate["tree"].__setitem__(1, str(certificate["tree"][1])),
    lambda _, certificate: certificate["tree"].__setitem__(1, [certificate["tree"][1]]),
    lambda _, certificate: certificate.update(proof=True),
]


def _files(proof: Proof) -> tuple[str, str]:
    return text(proof[0]), text(proof[1])


def _twin_says(pairs: Iterable[tuple[str, str]]) -> list[str | None]:
    return [json.loads(line) for line in run_script("check_proofs.mjs", map(json.dumps, pairs))]
