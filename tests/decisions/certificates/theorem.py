"""Proofs as the whole numbers that check/coq/main.ml reads, and what the checker that Coq proved says of them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from macros.decisions.space.regions import normalised
from tools.build import ROOT

SOURCES = ROOT / "check" / "coq"
WORKS = ("+", "-", "*", "//", "min", "max")
POLICIES = ("first", "unique", "any", "list", "sum", "min", "max", "count")
TO_INSTALL = "Coq and OCaml are not installed. On Debian and Ubuntu: apt-get install coq ocaml-nox"


def proved_program(folder: Path) -> tuple[Path, str]:
    """Has Coq check the theorem and write the checker as a program; returns it, and what Coq said."""
    assert shutil.which("coqc"), TO_INSTALL
    assert shutil.which("ocamlopt"), TO_INSTALL
    for source in SOURCES.iterdir():
        shutil.copy(source, folder)
    said = "".join(_run(folder, "coqc", name) for name in ("Checker.v", "Extract.v"))
    _run(folder, "ocamlopt", "-w", "-a", "checker.mli", "checker.ml", "main.ml", "-o", "check_proved")
    return folder / "check_proved", said


def verdicts(program: Path, proofs: Sequence[tuple[Any, Any]]) -> list[bool]:
    """Whether it accepts each pair of rules and certificate."""
    read = " ".join(map(str, [len(proofs), *(number for proof in proofs for number in _proof(*proof))]))
    run = subprocess.run([program], input=read, capture_output=True, text=True, check=True)
    return [sign == "1" for sign in run.stdout]


def _run(folder: Path, *command: str) -> str:
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def _proof(rules: Any, certificate: Any) -> Iterator[int]:
    axes = [*rules["questions"], *rules["values"]]
    grid = [(0, 1) if "answers" in one else (one["from"], one.get("by", 1)) for one in axes]
    whole = [(0, len(one["answers"]) - 1) if "answers" in one else (one["from"], one["to"]) for one in axes]
    places = {one["id"]: place for place, one in enumerate(axes)}
    yield from _all(grid)
    yield from _all(whole)
    yield from _all([(places[one["id"]], *_sum(one["is"], places)) for one in rules["values"]])
    *feeding, _ = rules["tables"]
    at = {table["id"]: len(axes) + number for number, table in enumerate(feeding)}
    outputs = {table["id"]: table["outputs"][0] for table in feeding}
    tables = [list(_table(table, axes, places, at, outputs)) for table in rules["tables"]]
    yield from _all([(at[one["id"]], *numbers) for one, numbers in zip(feeding, tables, strict=False)])
    yield from tables[-1]
    yield from _tree(certificate["tree"], axes, [first for first, _ in whole])


def _all(rows: Sequence[Iterable[int]]) -> Iterator[int]:
    yield len(rows)
    for row in rows:
        yield from row


def _sum(tree: Any, places: Mapping[str, int]) -> Iterator[int]:
    if isinstance(tree, int):
        yield from (0, tree)
    elif isinstance(tree, str):
        yield from (1, places[tree])
    else:
        yield from (2, WORKS.index(tree[0]))
        yield from _sum(tree[1], places)
        yield from _sum(tree[2], places)


def _table(
    table: Any, axes: Sequence[Any], places: Mapping[str, int], at: Mapping[str, int], outputs: Mapping[str, Any]
) -> Iterator[int]:
    """Rules in the order in which they count: that is what PRIORITY and OUTPUT ORDER add."""
    rules = list(enumerate(table["rules"]))
    if table["policy"] in ("priority", "output order"):
        rules.sort(key=lambda one: _result(table, one[1]["then"], -1))
    named = {"priority": "first", "rule order": "list", "output order": "list", "collect": table["aggregation"]}
    yield POLICIES.index(named.get(table["policy"], table["policy"]))
    yield len(rules)
    for place, rule in rules:
        yield from (place, len(rule["when"]))
        for name, wanted in rule["when"].items():
            if name in table["needs"]:
                yield at[table["needs"][name]]
                values = outputs[table["needs"][name]].get("values")
                yield from _all([[values.index(one) if values else one] * 2 for one in wanted])
            else:
                yield places[name]
                ids = axes[places[name]].get("answers")
                yield from _all(normalised((ids.index(one),) * 2 for one in wanted) if ids else wanted)
        yield from _all([[number] for number in _result(table, rule["then"])])
    yield from _all([_all([[one] for one in _result(table, table["default"])])] if table["default"] else [])


def _result(table: Any, then: Sequence[Any], sign: int = 1) -> list[int]:
    columns = zip(table["outputs"], then, strict=True)
    return [out["values"].index(one) if one in out.get("values", ()) else sign * one for out, one in columns]


def _tree(node: Any, axes: Sequence[Any], lows: Sequence[int]) -> Iterator[int]:
    """A cut of answers with ids counts those that are left; here it names the first place that goes right."""
    if node is None:
        yield 2
    elif len(node) == 2:
        yield 0
        yield from _all([[place] for place in node[0]])
        yield from _all([_all([[part] for part in result]) for result in node[1]])
    else:
        place, at, low, high = node
        at += lows[place] if "answers" in axes[place] else 0
        yield from (1, place, at)
        yield from _tree(low, axes, lows)
        yield from _tree(high, axes, [*lows[:place], at, *lows[place + 1 :]])
