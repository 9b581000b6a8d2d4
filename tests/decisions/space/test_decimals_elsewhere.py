"""Decimals in other forms and in the browser are those that the guide decides on."""

from __future__ import annotations

import json
import re
import subprocess
from decimal import Decimal
from random import Random

import pytest

from macros.decisions.diagram.path import Decided, decide
from macros.decisions.interchange.csv_in import from_csv
from macros.decisions.interchange.csv_out import to_csv
from macros.decisions.interchange.dmn import VERSIONS
from macros.decisions.interchange.dmn_in import from_dmn
from macros.decisions.interchange.dmn_out import to_dmn
from macros.decisions.space.decimals import (
    MAX_EXACT,
)
from macros.export.browser import tool_data
from macros.records.files.writing import yaml_text
from tools.build import ROOT

from ..making import one
from ..node import node, run_script
from ..sample_tables import tables
from .test_decimals import dose

ANSWERS = ROOT / "overrides" / "assets" / "scripts" / "decisions" / "answers.js"


@pytest.mark.parametrize("version", [*VERSIONS, "csv"])
def test_other_forms_give_numbers_back_as_a_contributor_writes_them(version: str) -> None:
    decision = tables()["decimals"]
    made = to_csv(decision) if version == "csv" else to_dmn(decision, tables(), version)
    read = (from_csv if version == "csv" else from_dmn)(made.encode(), "decimals.csv")
    assert read.problems == ()
    (fields,) = read.decisions
    assert [(item["range"], item.get("step"), item.get("scale")) for item in fields["inputs"]] == [
        ("[-0.5..1.5]", None, None),
        ("[0.00..1.00]", Decimal("0.25"), None),
        ("[0.0..2.0]", None, None),
    ]
    assert [line["then"] for line in fields["rules"]] == [Decimal("98.83"), Decimal("150.21"), Decimal("-0.05")]
    assert fields["rules"][1]["when"] == {"km": "[-0.3..0.4]", "dose": "0.5, 1"}
    assert fields["rules"][2]["when"] == {"dose": "<= 0.25", "mass": Decimal("0.1")}
    assert fields["outputs"][0]["range"] == "[-1.00..151.00]"
    assert "then: 98.83" in yaml_text(fields)


def test_a_whole_number_that_another_tool_compares_with_decimals_is_counted_in_their_parts() -> None:
    """`pain * 2 > 6.5` begins at a pain of 4."""
    text = to_dmn(tables()["derived"], tables())
    whole = re.sub(r"(?s)<extensionElements>.*?</extensionElements>", "", text)
    whole = re.sub(r"<text>[^<]*floor[^<]*</text>", "<text>for_ * 2</text>", whole)
    whole = whole.replace("<text>[-19..61]</text>", "<text>[-10..10]</text>").replace("&gt;= 11", "&gt; 6.5")
    (fields,) = from_dmn(whole.encode(), "file.dmn").decisions
    (ratio,) = [item for item in fields["inputs"] if "value" in item]
    assert (ratio["value"], ratio["range"]) == ("for * 2 * 10", "[-10.0..10.0]")
    assert fields["rules"][0]["when"] == {"ratio": ">= 6.6"}


def test_python_and_the_browser_decide_alike_on_decimals() -> None:
    chance, lines = Random(1), []
    for decision in (tables()["decimals"], tables()["derived"], one(dose())):
        runs = []
        for _ in range(400):
            answers = {
                id: question.domain.answer(chance.randrange(question.domain.size))
                for id, question in decision.questions.items()
            }
            now = decide(decision, answers)
            assert isinstance(now, Decided)
            runs.append([answers, {"outcome": now.outcome, "rules": now.rules, "used": now.used}, None])
        lines.append(json.dumps([tool_data(decision, {}), runs]))
    *differences, counts = map(json.loads, run_script("engines/decisions.mjs", lines))
    assert differences == []
    assert counts["runs"] == 1200


def test_what_a_reader_types_is_stored_exactly() -> None:
    """Each number of each scale, as it is written, is the whole number that Python stores for it."""
    script = f"""
      import * as Answers from {json.dumps(ANSWERS.as_uri())};
      const wrong = [];
      const hold = (scale, number, text) => {{
        const asked = {{ kind: "integer", low: 0, step: 1, size: {MAX_EXACT}, unit: "mg", scale }};
        const found = Answers.read(asked, text, false);
        if (found !== number) wrong.push([scale, text, found]);
      }};
      for (const scale of [1, 10, 100, 1000]) {{
        const digits = String(scale).length - 1;
        const write = (number) => {{
          const text = String(number).padStart(digits + 1, "0");
          return digits ? text.slice(0, -digits) + "." + text.slice(-digits) : text;
        }};
        for (let number = 0; number <= 20000; number += 1) hold(scale, number, write(number));
        for (let number = 999999999999999; number > 999999999990000; number -= 7) hold(scale, number, write(number));
      }}
      console.log(JSON.stringify(wrong.slice(0, 5)));
    """
    made = subprocess.run([node(), "--input-type=module", "-e", script], capture_output=True, text=True, check=False)
    assert (made.returncode, made.stdout.strip()) == (0, "[]"), made.stderr
