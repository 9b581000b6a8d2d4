"""CSV out and in: the same table after a round trip, safe to open, and every slip named by row and column."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.__main__ import main
from macros.decisions.compiling.compiling import compile_decisions
from macros.decisions.diagram.compiled import Compiled
from macros.decisions.interchange.csv_in import MOST_ID, MOST_ROWS, from_csv
from macros.decisions.interchange.csv_out import guarded, to_csv, unguarded
from macros.records import Decision, Place
from macros.records.files.reading import parse_yaml
from macros.records.files.writing import yaml_text

from ..guide import guide, guide_facts, guide_signs
from ..making import asked, one, outcomes, signs_named_in
from ..sample_tables import sample_facts, tables

EVERY = {**guide(), **tables()}
FACTS = guide_facts() | sample_facts()


def sheet(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def recompiled(text: str, id: str) -> Compiled:
    """The decision of a CSV file by way of YAML text, with words where a sheet has none, among the others."""
    read = from_csv(text.encode(), f"{id}.csv")
    assert read.problems == ()
    fields: dict[str, Any] = parse_yaml(yaml_text(read.decisions[0]), "again.yml").value
    for item in fields["inputs"]:
        if not item.keys() & {"value", "fact", "decision"}:
            item |= {"ask": "?", "why": "?"}
    for outcome in fields.get("outcomes", {}).values():
        outcome |= {"urgency": "note", "means": "?"}
    for rule in fields["rules"]:
        rule.setdefault("because", "?")
    kept = EVERY[id].record.model_dump(include={"title", "purpose", "reviewed", "review_due", "examples", "history"})
    record = Decision.model_validate({**kept, **fields})
    return compile_decisions(
        {**_required(id), id: record},
        lambda *_: Place("again.yml"),
        signs_named_in({id: record}) | guide_signs(),
        FACTS,
    )[0][id]


def _required(id: str) -> dict[str, Decision]:
    """The decision, all that it stands on, and whatever else they name."""
    every = guide() if id in guide() else tables()
    found, waiting = {}, [id]
    while waiting:
        found[one] = record = every[one := waiting.pop()].record
        named = (item.decision for item in record.inputs)
        waiting += [other for other in (*named, *record.together_with) if other and other not in found]
    return found


@pytest.mark.parametrize("id", EVERY)
def test_a_table_is_the_same_after_a_round_trip(id: str) -> None:
    text = to_csv(EVERY[id])
    again = recompiled(text, id)
    before, after = EVERY[id].authored, again.authored
    assert [(axis.id, axis.decision, axis.tree) for axis in after.axes] == [
        (axis.id, axis.decision, axis.tree) for axis in before.axes
    ]
    for one_, other in zip(before.domains, after.domains, strict=True):
        assert one_.answers == other.answers
        assert one_.aliases == other.aliases
    assert after.rows == before.rows
    assert (after.policy, after.aggregation, after.default) == (before.policy, before.aggregation, before.default)
    assert [(column.id, column.values) for column in after.outputs] == [
        (column.id, column.values) for column in before.outputs
    ]
    rules = {rule.id: (rule.because, rule.claims, rule.hazards) for rule in EVERY[id].record.rules}
    assert {rule.id: (rule.because, rule.claims, rule.hazards) for rule in again.record.rules} == rules
    assert to_csv(again) == text


NOTES = ["the reason", "ids of claims", "ids of hazards"]


def test_the_rows_name_columns_then_what_they_may_be_then_rules() -> None:
    assert sheet(to_csv(EVERY["unique"])) == [
        ["rule", "when weeks-off", "when sure", "then outcome", "because", "claims", "hazards"],
        ["unique", "[-4..52] step 4", "true, false", "stop, ease-off, go", *NOTES],
        ["r0", "<= 4", "true", "go", "Row 0: <so>", "one, two", "H01"],
        ["r1", "[12..24], 40", "false", "stop", "Row 1: <so>", "", ""],
        ["(default)", "-", "-", "ease-off", "", "", ""],
    ]
    assert sheet(to_csv(EVERY["collect-sum"]))[1][0] == "collect sum"
    assert sheet(to_csv(EVERY["graph"]))[1][1:4] == [
        "decision priority: stop, ease-off, go",
        "decision collect-sum: [-1..8]",
        "fact pain: [0..10]",
    ]


def test_a_file_begins_as_spreadsheets_like_it() -> None:
    text = to_csv(EVERY["unique"])
    assert text.startswith("\ufeffrule,")
    assert text.count("\r\n") == text.count("\n") == 5


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "@SUM(A1)", "-2+3", "\tx", "\r=1", "-4, 0", "＝1", "'=1", "''=1"])
def test_what_a_spreadsheet_would_run_is_written_as_text(cell: str) -> None:
    assert guarded(cell)[0] == "'"
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["-", "-4", "7", "<= 4", "[-4..2]", "it's", "'quoted'", ""])
def test_what_is_no_formula_stays_as_it_is(cell: str) -> None:
    assert guarded(cell) == unguarded(cell) == cell


@given(st.text())
def test_no_text_begins_as_a_formula_and_every_text_comes_back(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "@", "\t", "\r")) or guarded(text).lstrip("+").isdecimal()
    assert unguarded(guarded(text)) == text.strip(" ") or text != text.strip(" ")


def test_a_reason_that_looks_like_a_formula_survives() -> None:
    reason = '=HYPERLINK("https://example.org")'
    decision = one(
        "hit_policy: first\ninputs:\n" + asked("a", "range: '[0..2]'") + f"rules:\n  - {{id: r, when: {{a: '< 2'}}, "
        f"then: stop, because: '{reason}'}}\n  - {{id: s, then: go, because: so}}\n" + outcomes("stop", "go")
        + "examples:\n  - {given: {a: 1}, then: stop}\n  - {given: {a: 2}, then: go}\n"
    )  # fmt: skip
    assert sheet(to_csv(decision))[2][3] == f"'{reason}"
    assert from_csv(to_csv(decision).encode(), "test.csv").decisions[0]["rules"][0]["because"] == reason


def test_what_a_spreadsheet_makes_of_it_is_still_read() -> None:
    """Semicolons where the comma is the decimal mark, TRUE for true, empty cells, and empty rows at the end."""
    text = to_csv(EVERY["unique"]).removeprefix("\ufeff")
    made = io.StringIO(newline="")
    rows = [[cell.replace("true", "TRUE") if cell == "true" else cell for cell in row] for row in sheet(text)]
    csv.writer(made, delimiter=";").writerows(
        [["" if cell == "-" else cell for cell in row] for row in rows] + [[""] * 7]
    )
    assert from_csv(made.getvalue().encode(), "unique.csv") == from_csv(text.encode(), "unique.csv")


GOOD = 'rule,when pain,when site,then outcome\nfirst,[0..10],"hip, knee","stop, go"\nr0,> 5,hip,stop\nr1,-,-,go\n'


@pytest.mark.parametrize(
    ("before", "after", "wrong"),
    [
        ("> 5", "> 50", "file.csv:3:2: not understood: '50' in '> 50' is outside the range of this input"),
        ("r0,> 5,hip", "r0,> 5,hop", "file.csv:3:3: not understood: 'hop' is not an answer to this input"),
        ("hip,stop", "hip,halt", "file.csv:3:4: not understood: the result 'halt'"),
        ("[0..10]", "0-10", "file.csv:2:2: '0-10' leaves nothing to choose from"),
        ("[0..10]", "[9..10] step 4", "file.csv:2:2: '[9..10] step 4' does not say what this column may be"),
        ("when site", "site", "file.csv:1:3: not understood: the column 'site'"),
        ("rule,", "name,", "file.csv:1:1: the first row names the columns"),
        (GOOD, "", "file.csv:1:1: the first row names the columns"),
    ],
)
def test_every_slip_is_named_by_row_and_column(before: str, after: str, wrong: str) -> None:
    assert from_csv(GOOD.encode(), "file.csv").problems == ()
    problems = from_csv(GOOD.replace(before, after).encode(), "file.csv").problems
    assert any(str(problem).startswith(wrong) for problem in problems), problems


def test_lines_are_those_of_the_file_though_a_cell_holds_several() -> None:
    told = GOOD.replace("when site,then outcome\n", "when site,then outcome,because\n")
    told = told.replace('"stop, go"\n', '"stop, go",x\n').replace("hip,stop\n", 'hip,stop,"one\ntwo\nthree"\n\n')
    told = told.replace("r1,-,-,go", "r1,> 50,-,go")
    (problem,) = from_csv(told.encode(), "file.csv").problems
    assert str(problem).startswith("file.csv:7:2: not understood: '50' in '> 50'")
    assert told.split("\n")[6].startswith("r1,")
    assert from_csv(told.encode(), "file.csv").decisions[0]["rules"][0]["because"] == "one\ntwo\nthree"


def separated(sign: str) -> str:
    """The same sheet with another sign between its cells."""
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=sign).writerows(csv.reader(io.StringIO(GOOD)))
    return made.getvalue()


@pytest.mark.parametrize(
    "made",
    [
        "\ufeff" + GOOD,
        GOOD.replace("\n", "\r\n"),
        "\ufeff" + GOOD.replace("\n", "\r\n"),
        separated(";"),
        separated("\t"),
        "sep=,\r\n" + GOOD,
    ],
)
def test_marks_line_ends_and_separators_of_spreadsheets_change_nothing(made: str) -> None:
    read = from_csv(made.encode(), "file.csv")
    assert read.problems == ()
    assert read.decisions == from_csv(GOOD.encode(), "file.csv").decisions


def test_decimals_are_exact_and_say_how_exact() -> None:
    text = to_csv(EVERY["decimals"])
    assert sheet(text)[1][1:4] == ["[-0.5..1.5]", "[0.00..1.00] step 0.25", "[0.0..2.0]"]
    assert sheet(text)[1][4] == "[-1.00..151.00]"
    assert sheet(text)[2][1:5] == [">= 1.1", "-", "<= 1.5", "98.83"]
    wrong = from_csv(text.replace("98.83", "98.8351").encode(), "file.csv").problems
    assert [problem.wrong for problem in wrong] == ["not understood: '98.8351' has more than 3 decimals"]
    finer = from_csv(text.replace("98.83", "98.835").replace("<= 1.5", "<= 1.25").encode(), "file.csv")
    assert finer.problems == ()
    assert finer.decisions[0]["outputs"][0]["range"] == "[-1.000..151.000]"
    assert finer.decisions[0]["inputs"][2]["range"] == "[0.00..2.00]"
    wrong = from_csv(text.replace(">= 1.1", '"1,234"').encode(), "file.csv").problems
    assert "can be one number or several" in wrong[0].wrong


def test_a_file_that_is_no_text_is_refused_in_words() -> None:
    assert "not UTF-8" in from_csv(b"\xff\xfe\x00", "file.csv").problems[0].wrong
    assert "no CSV" in from_csv(b"rule,a\n" + b"x" * 200_000, "file.csv").problems[0].wrong


@given(
    st.lists(
        st.lists(st.sampled_from(["", "-", "rule", "when a", "then b", "a, b", "[0..9]", "like x: a", "= 1", "'", "7"]))
    )
)
def test_any_sheet_is_read_without_falling_over(rows: list[list[str]]) -> None:
    made = io.StringIO(newline="")
    csv.writer(made).writerows([["rule", "when a", "then b"], *rows])
    from_csv(made.getvalue().encode(), "file.csv")


def test_export_and_import_as_commands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.library.examine", lambda root: (SimpleNamespace(compiled=guide()), []))
    file = tmp_path / "sore-today.csv"
    assert main(["export", "csv", "sore-today", "-o", str(file)]) == 0
    assert file.read_bytes() == to_csv(EVERY["sore-today"]).encode()
    assert main(["import", str(file)]) == 0
    assert parse_yaml(capsys.readouterr().out, "printed.yml").value["hit_policy"] == "first"
    assert main(["import", "sheet.xlsx"]) == 2
    assert "neither a .dmn nor a .csv file" in capsys.readouterr().err


def test_a_range_has_the_steps_that_are_written_and_a_file_the_name_that_it_has() -> None:
    def read(allowed: str, name: str = "file.csv") -> dict[str, Any]:
        (found,) = from_csv(GOOD.replace("[0..10]", allowed).encode(), name).decisions
        return found

    assert read("[0..10]")["inputs"][0] == {"id": "pain", "range": "[0..10]"}
    assert read("[0..10] step 5")["inputs"][0]["step"] == 5
    assert read("[0..10] step 1")["inputs"][0] == {"id": "pain", "range": "[0..10]"}
    assert [read("[0..10]", name)["id"] for name in ("file.csv", "a/b/file.csv", "a.csv.csv")] == [
        "file", "file", "a.csv",
    ]  # fmt: skip


def test_one_answer_of_a_cell_has_so_many_letters_at_most() -> None:
    def wrong(cell: str) -> list[str]:
        return [problem.wrong for problem in from_csv(GOOD.replace("> 5,hip", cell).encode(), "file.csv").problems]

    assert "200 letters" in wrong(f"> 5,{'x' * (MOST_ID + 1)}")[0]
    assert "is not an answer" in wrong(f"> 5,{'x' * MOST_ID}")[0]
    assert "200 letters" in wrong(f"{'1' * (MOST_ID + 1)},hip")[0]


@pytest.mark.parametrize(("rows", "refused"), [(MOST_ROWS - 2, False), (MOST_ROWS - 1, True)])
def test_a_sheet_has_so_many_rows_at_most(rows: int, refused: bool) -> None:
    text = "\n".join([*GOOD.split("\n")[:2], *(f"r{number},-,-,go" for number in range(rows))])
    problems = from_csv(text.encode(), "file.csv").problems
    assert [problem.wrong for problem in problems] == (
        ["a table has at most 5,000 rows and 200 columns"] if refused else []
    )


@pytest.mark.parametrize(("columns", "wrong"), [(200, ""), (201, "5,000 rows and 200 columns")])
def test_a_sheet_has_so_many_columns_and_cells_at_most(columns: int, wrong: str) -> None:
    between = columns - 3
    heads = ["rule", *(f"when c{number}" for number in range(between)), "then outcome", "because"]
    second, third = ["first", *["[0..9]"] * between, '"stop, go"', "so"], ["r", *["1"] * between, "go", "x"]
    rows = "\n".join(map(",".join, (heads, second, third)))
    problems = from_csv(rows.encode(), "file.csv").problems
    assert [wrong in problem.wrong for problem in problems] == ([True] if wrong else [])
    cells = 'rule,when a,then outcome\nfirst,[0..9],"stop, go"\n' + f"r,1{',' * 21},go\n" * 4_400
    (problem,) = from_csv(cells.encode(), "file.csv").problems
    assert problem.wrong == "a table has at most 100,000 cells"
