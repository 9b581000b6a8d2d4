"""The audit runs all its parts, whatever becomes of one, and lets nothing through that no page needs."""

from __future__ import annotations

import sys
import urllib.request
from pathlib import Path

import pytest

from tools.audit.__main__ import PARTS, Part, audit, main, run
from tools.audit.validity import Mistake, judged
from tools.serving import served
from tools.website import compress


def test_one_part_that_fails_fails_the_audit_and_the_others_still_run(capsys: pytest.CaptureFixture[str]) -> None:
    bad = Part("bad", "what fails", ("-c", "import sys; print('three are wrong'); sys.exit(1)"))
    good = Part("good", "what does not", ("-c", "print('all well')"))
    assert audit([bad, good]) == 1
    *_, first, second = capsys.readouterr().out.splitlines()
    assert first.split()[:2] == ["bad", "FAILED"] and first.endswith("three are wrong")
    assert second.split()[:2] == ["good", "well"] and second.endswith("all well")
    assert audit([good]) == 0


def test_a_part_knows_its_environment() -> None:
    part = Part("asks", "what it was given", ("-c", "import os; print(os.environ['AUDIT'])"), {"AUDIT": "1"})
    assert run(part).said == "1"


def test_a_part_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no-such-part"]) == 2
    said = capsys.readouterr().err
    assert "no-such-part" in said
    assert all(part.name in said for part in PARTS)


def test_a_mistake_is_let_through_by_its_message_and_an_idle_exception_is_told() -> None:
    let = Mistake("a.html", 1, "Attribute x not allowed on element y.")
    other = Mistake("b.html", 2, "Unclosed element z.")
    assert judged([let, other], {"Attribute x": "a reason"}) == ([other], [])
    assert judged([other], {"Attribute x": "a reason"}) == ([other], ["Attribute x"])


def test_what_is_compressed_is_sent_so_to_those_who_can_read_it(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("bones and joints, " * 200, encoding="utf-8")
    compress(tmp_path)
    with served(tmp_path, {"X-Policy": "strict"}) as address:
        request = urllib.request.Request(f"{address}/?q=1", headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request) as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
            assert answer.headers["Content-Type"] == "text/html"
            assert answer.headers["X-Policy"] == "strict"
            assert answer.read() == (tmp_path / "index.html.gz").read_bytes()
        with urllib.request.urlopen(f"{address}/") as answer:
            assert answer.read() == (tmp_path / "index.html").read_bytes()


def test_it_runs_in_this_environment() -> None:
    assert run(Part("python", "which", ("-c", "import sys; print(sys.executable)"))).said == sys.executable
