"""No file of DMN, CSV or YAML, whatever is in it, takes long, takes much memory, or gives anything but sentences."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from macros.decisions.compiling.compiling import compile_decisions
from macros.decisions.space.expressions import ExpressionError, parse_expression
from macros.records import Decision, Place
from macros.records.files.problem import Problem
from macros.records.files.reading import MOST_BYTES, MOST_LETTERS, parse_yaml, read_yaml
from macros.records.files.validating import validated
from tools.build import ROOT

from .figures import figure
from .hostile.good import YAML
from .hostile.made import chained


def told(seed: int, every: int) -> list[dict[str, Any]]:
    """What became of every so manieth file, each read in a process with bounds."""
    call = [sys.executable, "-m", "tests.decisions.hostile", str(seed), str(every)]
    made = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr[-2000:]
    return [json.loads(line) for line in made.stdout.splitlines()]


def test_some_hostile_files_end_in_sentences() -> None:
    found = told(seed=0, every=15)
    assert len(found) > 150
    assert [one for one in found if one["wrong"]] == []


@pytest.mark.audit
@pytest.mark.parametrize("seed", [1, 2])
def test_every_hostile_file_ends_in_sentences(seed: int) -> None:
    found = told(seed, every=1)
    assert len(found) > 2_000
    slowest = max(found, key=lambda one: float(one["seconds"]))
    wrong = sum(bool(one["wrong"]) for one in found)
    figure(f"hostile files, seed {seed}: read", f"{len(found):,}", "at least 2,000 (533 at first)")
    figure(f"hostile files, seed {seed}: traceback, hang, memory or endless message", f"{wrong}", "0 (59 at first)")
    figure(f"hostile files, seed {seed}: slowest ({slowest['name'][:24]})", f"{slowest['seconds']} s", "at most 10 s")
    assert [one for one in found if one["wrong"]] == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("a: " + "9" * 4300, "a number of 4,300 digits stands here"),
        ("a: '[0.." + "9" * 4300 + "]'", "a number of 4,300 digits stands here"),
        ("a: " + "b" * (MOST_LETTERS + 1), "a text of 20,001 letters stands here"),
        ("a: [" + "b, " * 100_001 + "b]", "more than 100,000 values"),
        ("a: " + "[" * 3000, "more than 40 levels deep"),
        ("a: &a [b]\nc: *a", "aliases are not used here"),
    ],
)
def test_what_no_record_comes_near_is_refused_in_one_sentence(text: str, wrong: str) -> None:
    (problem,) = parse_yaml(text, "file.yml").problems
    assert wrong in problem.wrong
    assert problem.fix


def test_a_file_beyond_all_size_is_not_read(tmp_path: Any) -> None:
    path = tmp_path / "file.yml"
    path.write_bytes(b"a" * (MOST_BYTES + 1))
    (problem,) = read_yaml(path, "file.yml").problems
    assert "2,000,001 bytes" in problem.wrong


def test_a_message_is_no_longer_than_somebody_reads() -> None:
    assert len(str(Problem(Place("file.yml"), "a" * 10_000, "b" * 10_000, "c" * 10_000))) < 4_000


def test_arithmetic_and_chains_have_an_end() -> None:
    for text in ("(" * 101 + "a" + ")" * 101, "a + " * 400 + "a", "min(" * 101):
        with pytest.raises(ExpressionError, match="more than"):
            parse_expression(text)
    _, problems = compile_decisions(chained(60), lambda *_: Place("file.yml"))
    assert any("more than 50 decisions stand on each other" in problem.wrong for problem in problems)


def test_no_message_is_in_the_words_of_the_validator() -> None:
    """Each field of a record in turn holds each kind of value that does not belong there."""
    said = [problem for value in _odd() for problem in validated(Decision, parse_yaml("", "file.yml"), (), value)[1]]
    assert len(said) > 300
    for problem in said:
        text = f"{problem.wrong} {problem.allowed} {problem.fix}"
        for word in ("should", "tuple", "validation", "None", "True", "unable to", "greater than", "instance of"):
            assert word not in text, problem


_VALUES: tuple[Any, ...] = (None, True, 0, -1, 1.5, "", [], {}, [[]], 10**20)


def _odd() -> list[Any]:
    good = {"id": "file", **parse_yaml(YAML, "file.yml").value}
    made: list[Any] = [None, [], "text", 1]

    def put(path: tuple[Any, ...], inside: Any) -> None:
        made.extend(_with(good, path, value) for value in _VALUES)
        for key, below in inside.items() if isinstance(inside, dict) else enumerate(inside):
            if isinstance(below, dict | list):
                put((*path, key), below)
            else:
                made.extend(_with(good, (*path, key), value) for value in _VALUES)

    for key, inside in good.items():
        if isinstance(inside, dict | list):
            put((key,), inside)
    return made


def _with(record: Any, path: tuple[Any, ...], value: Any) -> Any:
    """A copy of a record with another value at a path."""
    if not path:
        return value
    copy = record.copy()
    copy[path[0]] = _with(record[path[0]], path[1:], value)
    return copy
