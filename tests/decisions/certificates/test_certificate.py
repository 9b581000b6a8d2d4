"""A certificate is small, is accepted by the checker, and binds words and promises."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

from macros.decisions.certificates.certificate import proof_files
from tests.decisions.certificates.checker import CHECKER, PATH, accepts, our_files
from tests.decisions.guide import guide


@pytest.mark.parametrize("id", sorted(guide()))
def test_the_checker_accepts_every_decision(id: str) -> None:
    rules, certificate = our_files(id)
    said = CHECKER.check(rules, certificate)
    assert f"all {guide()[id].combinations:,} combinations" in said


def test_half_of_all_certificates_have_at_most_500_bytes() -> None:
    files = [proof_files(one, guide()) for one in guide().values()]
    assert median(len(found[name]) for found in files for name in found if name.endswith(".cert.json")) <= 500


def test_a_promise_along_a_number_needs_no_order_and_along_answers_names_theirs() -> None:
    along = []
    for id in guide():
        rules = json.loads(our_files(id)[0])
        questions = {question["id"]: question for question in [*rules["questions"], *rules["values"]]}
        along += [(questions[said["along"]], said["order"]) for said in rules["promises"] if "along" in said]
    assert {"answers" in question for question, _ in along} == {True, False}
    for question, order in along:
        assert set(order) <= set(question.get("answers", ())), question["id"]
        assert bool(order) == ("answers" in question), question["id"]


def test_a_decision_that_another_needs_is_in_both_files_the_same() -> None:
    """That it has no gap, its own certificate shows: the checker takes it for granted where it feeds another."""
    tables = [json.loads(our_files(id)[0])["tables"] for id in guide()]
    own = {several[-1]["id"]: several[-1] for several in tables}
    needed = [one for several in tables for one in several[:-1]]
    assert needed
    assert needed == [own[one["id"]] for one in needed]


def test_without_its_words_a_proof_is_accepted_too() -> None:
    rules, certificate = our_files("sore-today")
    data = json.loads(rules)
    del data["words"]
    assert accepts(CHECKER.written(data), certificate)


def test_the_command_says_what_holds_and_ends_with_1_where_it_does_not(tmp_path: Path) -> None:
    names = []
    for name, content in proof_files(guide()["long-run-check"], guide()).items():
        names.append(tmp_path / name)
        names[-1].write_bytes(content)
    done = subprocess.run([sys.executable, "-I", PATH, *names], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "1,001,000 combinations" in done.stdout
    names[1].write_bytes(names[1].read_bytes().replace(b",111,", b",112,"))
    done = subprocess.run([sys.executable, "-I", PATH, *names], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "DOES NOT HOLD" in done.stderr


@pytest.mark.parametrize("promise", ["never", "always", "along"])
def test_a_promise_that_does_not_hold_is_refused(promise: str) -> None:
    rules, certificate = our_files("sore-today")
    data, proof = json.loads(rules), json.loads(certificate)
    told = data["tables"][-1]["outputs"][0]["values"]
    broken = {"never": told, "always": ["nothing"], "along": "during"}
    one = next(one for one in data["promises"] if promise in one)
    one[promise] = broken[promise]
    if promise == "along":
        one |= {"when": {}, "order": [], "outcomes": told}
    del data["words"]
    proof["rules"] = CHECKER.hashlib.sha256(CHECKER.written(data).encode()).hexdigest()
    with pytest.raises(ValueError, match="promise"):
        CHECKER.check(CHECKER.written(data), CHECKER.written(proof))
