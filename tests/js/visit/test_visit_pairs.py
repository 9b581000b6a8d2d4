"""What goes along from tool to tool changes no result, for every two tools of the guide."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from macros.export.browser import tool_data
from tests.decisions.guide import guide
from tests.decisions.node import node
from tools.build import ROOT

WALKS = Path(__file__).with_name("visit_pairs.mjs")


def test_a_tool_says_the_same_with_what_another_was_told_as_afresh() -> None:
    """Everybody who differs from "no" everywhere in one sign or one answer; each pair of tools, both ways."""
    decisions = guide()
    tools = [tool_data(one, decisions) for one in decisions.values() if not one.id.startswith("plan-")]
    run = subprocess.run(
        [node(), str(WALKS)], input=json.dumps(tools), capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert found["wrong"][:3] == []
    assert found["compared"] > 1000
    assert found["spared"] > found["compared"]  # carrying spares questions, or nothing was tried
