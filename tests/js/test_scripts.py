"""The logic of the scripts in Node, without a browser: Node's own tests run each file *.test.mjs beside this one."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.decisions.node import SCRIPTS, node
from tools.build import ROOT


@pytest.mark.parametrize("file", sorted(SCRIPTS.glob("*.test.mjs")), ids=lambda file: file.name)
def test_the_scripts_hold_what_their_tests_in_node_say(file: Path) -> None:
    run = subprocess.run(
        [node(), "--test", "--test-reporter=spec", str(file)], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "pass 0" not in run.stdout
