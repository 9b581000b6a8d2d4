"""Mutants are drawn anew at each commit, from every module of the engine and of the checks."""

from __future__ import annotations

from pathlib import Path

from tools.mutants import Mutant, mutants_of
from tools.mutate import DRAWN, drawn, equivalent, modules, unknown


def mutants() -> list[Mutant]:
    return [Mutant("decisions.made", line, "f", f"{line} → {line + 1}", Path(), line) for line in range(1000)]


def test_the_same_seed_draws_the_same_and_another_draws_others() -> None:
    one, again, other = (drawn(mutants(), seed) for seed in ("a", "a", "b"))
    assert one == again
    assert len(one) == len(other) == DRAWN
    assert [mutant.line for mutant in one] == sorted({mutant.line for mutant in one})
    assert len({mutant.line for mutant in one} & {mutant.line for mutant in other}) < DRAWN / 2
    assert drawn(mutants()[:5], "a") == mutants()[:5]


def test_every_module_of_the_engine_and_of_the_checks_is_drawn_from(root: Path) -> None:
    known = modules()
    for room in ("decisions", "checks"):
        for path in (root / "macros" / room).rglob("*.py"):
            if path.stem != "__init__":
                assert known[".".join(path.relative_to(root / "macros").with_suffix("").parts)] == path
    assert {"decisions.tables.attainable", "decisions.interchange.feel", "checks.doing.thresholds"} <= known.keys()


def test_every_excepted_mutant_is_one_that_there_is() -> None:
    assert equivalent()
    assert unknown(equivalent(), modules()) == []
    moved = "decisions.space.moved.f: 1 → 2"
    gone = next(iter(equivalent())).replace(": ", ": not there ")
    assert unknown([*equivalent(), moved, gone], modules()) == sorted([moved, gone])


def test_a_mutant_is_named_by_its_module_and_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("def f(x: int) -> bool:\n    return x < 3\n", encoding="utf-8")
    keys = [mutant.key for mutant in mutants_of(tmp_path / "a.py", "decisions.a")]
    assert keys == ["decisions.a.f: x < 3 → x <= 3", "decisions.a.f: 3 → 4"]
