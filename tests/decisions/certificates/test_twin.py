"""The checker in script says of every proof what the checker in Python says, of spoilt ones too."""

from __future__ import annotations

import copy
import json
import shutil
import subprocess
from pathlib import Path
from random import Random

from macros.decisions.certificates.certificate import proof_files
from tests.decisions.certificates import test_sabotage as sabotage
from tests.decisions.certificates.checker import CHECKER, PATH
from tests.decisions.guide import guide
from tests.decisions.node import node, run_script

TABLES, TRIES = 60, 10


def test_both_say_the_same_of_our_decisions_and_of_tables_by_chance_whole_and_spoilt() -> None:
    pairs = [tuple(file.decode() for file in proof_files(one, guide()).values()) for one in guide().values()]
    for seed, proof in enumerate(sabotage._proofs(TABLES)):
        chance = Random(seed)
        pairs.append((sabotage._text(proof[0]), sabotage._text(proof[1])))
        for _ in range(TRIES):
            spoil = chance.choice(sabotage.SABOTAGES)
            rules, certificate = sabotage._rehashed(spoil(copy.deepcopy(proof), chance))
            pairs.append((sabotage._text(rules), sabotage._text(certificate)))
    expected = [_said(*pair) for pair in pairs]
    found = [json.loads(line) for line in run_script("check_proofs.mjs", map(json.dumps, pairs))]
    assert found == expected
    assert expected.count(None) > TABLES * TRIES // 3


def test_both_refuse_files_that_are_written_otherwise() -> None:
    rules, certificate = (file.decode() for file in proof_files(guide()["sore-today"], guide()).values())
    spoilt = [
        (rules, certificate + "\n"),
        (rules, certificate.replace('"proof":1', '"proof":1.0')),
        (rules, certificate.replace('"proof":1', '"proof":1e0')),
        (rules, certificate.replace('"tree":', '"tree":null,"tree":')),
        (rules, certificate[:-1]),
        (rules.replace('"words":{', '"words":{"more":1,'), certificate),
        ("", certificate),
    ]
    assert [_said(*pair) for pair in spoilt] == [None] * len(spoilt)
    assert list(run_script("check_proofs.mjs", map(json.dumps, spoilt))) == ["null"] * len(spoilt)


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


def _said(rules: str, certificate: str) -> str | None:
    try:
        return str(CHECKER.check(rules, certificate))
    except Exception:
        return None
