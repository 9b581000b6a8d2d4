"""The measure of public conformance cases counts what is right and finds what is wrong: on cases of our own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ..figures import figure
from .conformance import measured
from .test_dmn_from_others import PRICES

CASES = """<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><modelName>prices.dmn</modelName>
<testCase id="1"><inputNode name="Years"><value xsi:type="xsd:decimal">3</value></inputNode>
<resultNode name="Price" type="decision"><expected><value xsi:type="xsd:decimal">41.07</value></expected></resultNode>
</testCase>
<testCase id="2"><inputNode name="Years"><value xsi:type="xsd:decimal">4</value></inputNode>
<resultNode name="Price" type="decision"><expected><value xsi:type="xsd:decimal">12.50</value></expected></resultNode>
</testCase></testCases>"""
ELSEWHERE = "DMN_TCK"


def kit(folder: Path, table: str, cases: str) -> Path:
    (folder / "prices.dmn").write_text(table, encoding="utf-8")
    (folder / "prices-test-01.xml").write_text(cases, encoding="utf-8")
    return folder


def test_tables_and_cases_are_counted(tmp_path: Path) -> None:
    found = measured(kit(tmp_path, PRICES, CASES))
    assert str(found) == "1 of 1 tables come in as they are, 2 of 2 cases come out as expected"


def test_a_case_that_comes_out_otherwise_is_named(tmp_path: Path) -> None:
    assert measured(kit(tmp_path, PRICES, CASES.replace("12.50", "12.51"))).wrong == ("prices 2: 12.5, not 12.51",)


def test_a_table_that_does_not_come_in_is_named_with_its_problem(tmp_path: Path) -> None:
    found = measured(kit(tmp_path, PRICES.replace("&gt;1", "date(1)"), CASES))
    assert "the cell 'date(1)' is not understood" in found.refused[0]
    assert str(found) == "0 of 1 tables come in as they are, 0 of 2 cases come out as expected"


@pytest.mark.audit
def test_public_conformance_cases_come_out_as_expected() -> None:
    """In a copy of the kit's decision tables of level 2, which is no part of this project."""
    folder = os.environ.get(ELSEWHERE, "")
    if not folder:
        sys.stdout.write(f"No copy of the conformance kit is measured: set {ELSEWHERE} to a folder that has one.\n")
        return
    found = measured(Path(folder))
    figure("conformance kit: tables as they come", f"{found.tables - len(found.refused)}", f"{found.tables}")
    figure("conformance kit: cases as expected", f"{found.cases - len(found.wrong)}", f"{found.cases}")
    assert found.tables
    assert (found.refused, found.wrong) == ((), ())
