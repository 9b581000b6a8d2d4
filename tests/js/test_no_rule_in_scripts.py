"""What decides about a reader stands in data, and is proved: no script holds a number, or an answer, to decide by."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.library import Library
from macros.records.files.reading import parse_yaml
from tests.decisions.node import SCRIPTS, node, package
from tools.build import ROOT

ALLOWED = SCRIPTS / "numbers_in_scripts.yml"
OURS = ROOT / "overrides" / "assets" / "scripts"


@dataclass(frozen=True)
class Deciding:
    """A number or an id by which a script may decide."""

    place: str
    code: str
    value: float | str


@pytest.fixture
def ids(library: Library) -> frozenset[str]:
    """Every answer, result and question of the tables."""
    return frozenset(
        id
        for decision in library.decisions.values()
        for id in (
            *decision.outcomes,
            *(one.id for one in decision.inputs),
            *(option for one in decision.inputs for option in one.options or {}),
        )
    )


def found(folder: Path, allowed: dict[str, dict[str, str]], ids: frozenset[str]) -> list[str]:
    """What is wrong in the scripts of a folder: what decides without a reason, and reasons for what is not there."""
    package("acorn")
    run = subprocess.run(
        [node(), str(SCRIPTS / "literals.mjs"), str(folder)], capture_output=True, text=True, cwd=ROOT, check=True
    )
    literals = [json.loads(line) for line in run.stdout.splitlines()]
    decides = [one for one in literals if not isinstance(one["value"], str) or one["value"] in ids]
    needed: set[tuple[str, str]] = set()
    problems = []
    for one in decides:
        text = (folder / one["file"]).read_text(encoding="utf-8")
        codes = [code for code in allowed.get(one["file"], {}) if _holds(text, code, one["start"], one["end"])]
        needed |= {(one["file"], code) for code in codes}
        if not codes:
            line = text.splitlines()[one["line"] - 1].strip()
            problems.append(f"{one['file']}:{one['line']}:{one['column']}: {one['value']} decides here: {line}")
    stale = [(file, code) for file, codes in allowed.items() for code in codes if (file, code) not in needed]
    return problems + [f"{file}: nothing needs the reason for: {code}" for file, code in stale]


def _holds(text: str, code: str, start: int, end: int) -> bool:
    return any(at <= start and end <= at + len(code) for at in _places(text, code))


def _places(text: str, code: str) -> Iterator[int]:
    at = text.find(code)
    while at >= 0:
        yield at
        at = text.find(code, at + 1)


def test_no_script_decides_by_a_number_or_an_answer(ids: frozenset[str]) -> None:
    allowed = parse_yaml(ALLOWED.read_text(encoding="utf-8"), ALLOWED.name).value
    assert all(reason for reasons in allowed.values() for reason in reasons.values())
    fix = (
        "Move it to data/decisions/ or to a field of a record; or say in numbers_in_scripts.yml why it decides nothing."
    )
    problems = found(OURS, allowed, ids)
    assert not problems, "\n".join([*problems, fix])


@pytest.mark.parametrize(
    ("script", "value"),
    [
        ("const isLong = (days) => days >= 14;", "14"),
        ("const isLong = (days) => 2 * 7 <= days;", "7"),
        ("const BREAKS = [['first', 28]];", "28"),
        ("const breakFrom = { days: 28 };", "28"),
        ("const cut = (minutes) => Math.max(minutes, 30);", "30"),
        ("const cut = (minutes, most = 30) => minutes + most;", "30"),
        ("switch (pain) { case 5: stop(); }", "5"),
        ("if (felt === 'red') stop();", "red"),
        ("if (['amber', 'red'].includes(felt)) stop();", "amber"),
        ("const back = { red: two, green: none }[felt];", "red"),
        ("switch (felt) { case 'red': stop(); }", "red"),
        ("if (new Set(sore).has('red')) stop();", "red"),
    ],
)
def test_what_decides_is_found(tmp_path: Path, script: str, value: str) -> None:
    (tmp_path / "a.js").write_text(f"// A script\n{script}\n", encoding="utf-8")
    said = found(tmp_path, {}, frozenset({"red", "amber", "green"}))
    assert any(one.startswith("a.js:2:") and f": {value} decides here" in one for one in said), said


@pytest.mark.parametrize(
    "script",
    [
        "if (found > 0 && list.length === 1) go();",
        "const third = list[2];",
        "const middle = (low, high) => Math.floor((low + high) / 2);",
        "if (kind === 'other') go();",
        "say('red');",
        "const label = names[felt];",
    ],
)
def test_what_decides_nothing_is_passed_over(tmp_path: Path, script: str) -> None:
    (tmp_path / "a.js").write_text(script, encoding="utf-8")
    assert found(tmp_path, {}, frozenset({"red"})) == []


def test_a_reason_holds_for_its_own_place_alone_and_while_it_is_needed(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("const WIDE = 14;\nconst isLong = (days) => days >= 14;\n", encoding="utf-8")
    said = found(
        tmp_path, {"a.js": {"WIDE = 14": "Layout.", "HIGH = 3": "Layout."}, "b.js": {"X = 2": "Gone."}}, frozenset()
    )
    assert said == [
        "a.js:2:34: 14 decides here: const isLong = (days) => days >= 14;",
        "a.js: nothing needs the reason for: HIGH = 3",
        "b.js: nothing needs the reason for: X = 2",
    ]
