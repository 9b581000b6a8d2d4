"""The logic of the scripts in Node, without a browser: Node's own tests run each file *.test.mjs beside this one."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.decisions.node import SCRIPTS, node, package
from tools.build import ROOT


@pytest.mark.parametrize("file", sorted(SCRIPTS.rglob("*.test.mjs")), ids=lambda file: file.name)
def test_the_scripts_hold_what_their_tests_in_node_say(file: Path) -> None:
    run = subprocess.run(
        [node(), "--test", "--test-reporter=spec", str(file)], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "pass 0" not in run.stdout


def test_every_script_holds_to_its_types() -> None:
    """tsc, strictly, by tsconfig.json: what readers get, what `make serve` adds, and the tests themselves."""
    _says_nothing("typescript", "bin/tsc", "--pretty", "false")


def test_the_linter_finds_nothing_in_any_script() -> None:
    """ESLint with the rules that it recommends, by eslint.config.js."""
    _says_nothing("eslint", "bin/eslint.js", "--max-warnings", "0", ".")


def _says_nothing(name: str, program: str, *arguments: str) -> None:
    command = [node(), str(package(name) / program), *arguments]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert (run.returncode, run.stdout + run.stderr) == (0, "")
