"""`make bench`: what proofs take beside an SMT solver, tools cost a browser, and builds take beside plain Material.

Times are processor time, so that other work on the machine changes little; each is the median of several runs.
`python -m bench.run --only-builds` measures builds alone, for which the solver need not be there.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, TypeVar

from macros.decisions.compiling.compiling import compile_decisions
from macros.decisions.compiling.questions import read_facts
from macros.decisions.diagram.compiled import Compiled
from macros.decisions.diagram.path import decide
from macros.decisions.proofs.overlaps import overlaps
from macros.decisions.proofs.verify import verify
from macros.decisions.space.cover import cover_of
from macros.decisions.space.domain import Answer
from macros.decisions.space.gaps import gap_boxes
from macros.decisions.space.regions import Box
from macros.decisions.tables.evaluate import matching_rows, outcome_of, positions_of
from macros.library import Library, examine

from . import builds
from .tables import COLUMNS, RULES, SHAPES, Sample, sample

if TYPE_CHECKING:
    from . import solver

ROOT = Path(__file__).resolve().parent.parent
RUNS = 7
TABLES = 3  # per shape and size, each of a seed of its own

# Milliseconds wanted.
PROOF_OF_THE_GUIDE = 50
OVERLAPS_AT_7_1500 = 25
GAPS_AT_7_1500 = 100
MANY_RULES = 5_000

Found = TypeVar("Found")


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--limit", type=float, default=5, help="seconds that the solver has for each question")
    parser.add_argument("--runs", type=int, default=5, help="how often each build is measured")
    parser.add_argument("--only-builds", action="store_true", help="measure nothing but builds")
    options = parser.parse_args()
    if options.only_builds:
        _builds(options.runs)
        return 0
    print(f"Python {platform.python_version()}; medians of processor time, in milliseconds.")
    library, _ = examine(ROOT)
    if library is None:
        print("data/ has mistakes: run `make check` first.", file=sys.stderr)
        return 1
    _guide(library)
    _generated(options.limit)
    _beside_arrays()
    _speed(library.compiled["route-finder"])
    _browser(library)
    _builds(options.runs)
    return 0


def _browser(library: Library) -> None:
    from . import browser  # needs one, and Playwright

    browser.report(library)


def _builds(runs: int) -> None:
    """Printed, and kept in bench/results.md with the machine and the day."""
    print(f"\nBuilds, the medians of {runs} runs\n")
    rows = []
    for row in builds.report(runs):
        rows.append(row)
        print(f"  {row[0]:64}{row[1]:>10}   wanted: {row[2] or '-'}", flush=True)
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    lines = [
        "# What a build costs",
        "",
        f"{datetime.date.today():%d %B %Y}, {machine}. Medians of {runs} runs; `make bench` writes this page.",
        "",
        "| Figure | Found | Wanted |",
        "|---|--:|--:|",
        *(f"| {what} | {found} | {wanted} |" for what, found, wanted in rows),
        "",
    ]
    (ROOT / "bench" / "results.md").write_text("\n".join(lines), encoding="utf-8")


def milliseconds(work: Callable[[], Found], runs: int = RUNS) -> tuple[float, Found]:
    """The median over several runs, and what the last one found."""
    times = []
    for _ in range(runs):
        started = time.process_time()
        found = work()
        times.append((time.process_time() - started) * 1000)
    return statistics.median(times), found


# ── The guide ────────────────────────────────────────────────────────────────────────────────────────────────────


def _guide(library: Library) -> None:
    print("\nProof of the guide's tables: gaps, overlaps, reach, use, guarantees, examples\n")
    print(f"  {'decision':24}{'rules':>8}{'combinations':>14}{'proof':>9}")
    total = 0.0
    for decision in library.compiled.values():
        took, _ = milliseconds(partial(_proved, decision))
        total += took
        print(f"  {decision.id:24}{len(decision.table.rows):8}{decision.combinations:14,}{took:9.1f}")
    print(f"  {'together':46}{total:9.1f}   {_wanted(total, PROOF_OF_THE_GUIDE)}")
    records = library.decisions
    facts, _ = read_facts(library.facts, {}, lambda id, *at: library.place("facts", id, *at))
    took, _ = milliseconds(
        lambda: compile_decisions(records, lambda id, *at: library.place("decisions", id, *at), facts=facts)
    )
    print(f"  {'read, compiled and proved':46}{took:9.1f}")


def _proved(decision: Compiled) -> None:
    list(overlaps(decision.authored))
    verify(decision)


def _wanted(took: float, limit: float) -> str:
    return f"{'well' if took <= limit else 'TOO SLOW'}: at most {limit} wanted"


# ── Generated tables ─────────────────────────────────────────────────────────────────────────────────────────────


def _generated(limit: float) -> None:
    from . import solver  # needs z3 (requirements-bench.txt), which builds do without

    print("\nAll overlaps and all gaps, a tenth of the rules disturbed; z3 has", f"{limit:g} s for each question\n")
    print(f"  {'table':20}{'overlaps':>10}{'pairs':>8}{'z3':>22}   {'gaps':>10}{'boxes':>8}{'z3':>22}")
    worst: dict[str, float] = {}
    for shape in SHAPES:
        for columns in COLUMNS:
            for rules in RULES:
                tables = [sample(shape, columns, rules, seed) for seed in range(TABLES)]
                found = [(milliseconds(partial(_pairs, each)), milliseconds(partial(_gaps, each))) for each in tables]
                (pair_time, pairs), (gap_time, boxes) = found[0]
                of_pairs = _beside(pair_time, len(pairs), solver.overlaps, tables[0], limit)
                of_gaps = _beside(gap_time, len(boxes), solver.gaps, tables[0], limit)
                print(
                    f"  {f'{shape}, {columns} x {rules:,}':20}{pair_time:10.1f}{len(pairs):8,}{of_pairs:>22}   "
                    f"{gap_time:10.1f}{len(boxes):8,}{of_gaps:>22}",
                    flush=True,
                )
                if (columns, rules) == (COLUMNS[-1], RULES[-1]):
                    for name, times in (("overlaps", [p[0] for p, _ in found]), ("gaps", [g[0] for _, g in found])):
                        worst[name] = max(worst.get(name, 0), *times)
    at = f"{COLUMNS[-1]} x {RULES[-1]:,}, the slowest of {TABLES * len(SHAPES)} tables"
    print(f"\n  overlaps at {at}: {worst['overlaps']:.1f}; {_wanted(worst['overlaps'], OVERLAPS_AT_7_1500)}")
    print(f"  gaps at {at}: {worst['gaps']:.1f}; {_wanted(worst['gaps'], GAPS_AT_7_1500)}")


def _beside_arrays() -> None:
    from . import arrays  # needs NumPy (requirements-bench.txt)

    print("\nAll overlaps, beside NumPy over all pairs: at least as fast is wanted\n")
    print(f"  {'table':20}{'overlaps':>10}{'NumPy':>10}{'ratio':>8}")
    least = []
    for shape in SHAPES:
        for columns in COLUMNS:
            for rules in (*RULES, MANY_RULES):
                table = sample(shape, columns, rules, 0)
                took, pairs = milliseconds(partial(_pairs, table))
                theirs, expected = milliseconds(partial(arrays.overlaps, table))
                if sorted(pairs) != expected:
                    raise SystemExit(f"NumPy finds other overlaps in {shape}, {columns} x {rules}")
                least.append(theirs / took)
                print(
                    f"  {f'{shape}, {columns} x {rules:,}':20}{took:10.1f}{theirs:10.1f}{theirs / took:8.1f}",
                    flush=True,
                )
    print(f"\n  the least ratio: {min(least):.1f}; {'well' if min(least) >= 1 else 'TOO SLOW'}: at least 1 wanted")


def _pairs(table: Sample) -> list[tuple[int, int]]:
    return list(cover_of(table.rows, table.sizes).overlaps())


def _gaps(table: Sample) -> list[Box]:
    return gap_boxes(cover_of(table.rows, table.sizes))


def _beside(took: float, found: int, ask: Callable[[Sample, float], solver.Answer], table: Sample, limit: float) -> str:
    """How many times as long the solver takes; where it is stopped, at least, and how much it had found."""
    theirs, answer = milliseconds(partial(ask, table, limit), runs=1)
    if not answer.complete:
        return f"over {theirs / took:,.0f} x ({answer.found:,})"
    return f"{theirs / took:,.0f} x ({answer.found:,})"


# ── Speed of evaluation ──────────────────────────────────────────────────────────────────────────────────────────


def _speed(decision: Compiled) -> None:
    chance = Random(1)
    full = [_answers(decision, chance, 1) for _ in range(2000)]
    half = [_answers(decision, chance, 0.5) for _ in range(2000)]
    print(f"\n{decision.id}, per second\n")
    for name, runs, work in (
        ("evaluations, every question answered", full, _evaluated),
        ("decide, every question answered", full, decide),
        ("decide, half of them answered", half, decide),
    ):
        took, _ = milliseconds(partial(_all, work, decision, runs))
        print(f"  {name:40}{len(runs) / took * 1000:12,.0f}")


def _all(
    work: Callable[[Compiled, Mapping[str, Answer]], object], decision: Compiled, runs: Iterable[Mapping[str, Answer]]
) -> None:
    for answers in runs:
        work(decision, answers)


def _answers(decision: Compiled, chance: Random, share: float) -> Mapping[str, Answer]:
    return {
        id: chance.choice(question.domain.answers)
        for id, question in decision.questions.items()
        if chance.random() < share
    }


def _evaluated(decision: Compiled, answers: Mapping[str, Answer]) -> object:
    positions: Sequence[int] = [place for place in positions_of(decision.table, answers) if place is not None]
    return outcome_of(decision.table, matching_rows(decision.table, positions))


if __name__ == "__main__":
    sys.exit(main())
