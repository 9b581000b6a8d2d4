"""`make mutate`: do the tests notice a slip in the evaluator, the parser or the prover?

One mutant in EVERY is tried, the same ones each time, spread over all modules; `--all` tries every one and takes about
half an hour. Each mutant (mutants.py) meets the tests of tests/decisions, two mutants at a time, until a first test
fails. A mutant that no test notices has survived. Those that mean the same as the original stand in
tests/mutation/equivalent.yml with the reason; an entry there that is of no use any more is an error.
"""

from __future__ import annotations

import argparse
import importlib.abc
import importlib.machinery
import importlib.util
import os
import resource
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from hypothesis import Phase, settings

import macros.records  # noqa: F401  # what takes long to import is there before a run is split off
import tests.decisions.conftest  # noqa: F401  # the settings for generated cases

from .mutants import Mutant, mutants_of

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "macros" / "decisions"
TESTS = ROOT / "tests" / "decisions"
EQUIVALENT = ROOT / "tests" / "mutation" / "equivalent.yml"
WANTED = 0.95  # of the mutants, caught
AT_ONCE = 2
EVERY = 5
MOST_BYTES = 3 << 30

# What is changed, and the tests that come first, because they are the likeliest to notice.
MODULES = {
    "conditions": "conditions",
    "evaluate": "evaluate",
    "regions": "regions",
    "cover": "cover",
    "gaps": "cover",
    "verify": "verify",
    "diagram": "diagram",
    "path": "path",
    "expressions": "expressions",
    "guarantees": "guarantees",
    "flatten": "flatten",
    "shared_space": "difference",
    "difference": "difference",
}
# All that are quick, the quickest first. The slow ones compare thousands of tables with other engines.
SUITES = (
    "conditions",
    "expressions",
    "flatten",
    "guarantees",
    "verify",
    "evaluate",
    "regions",
    "path",
    "diagram",
    "cover",
    "difference",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the mutants. Returns 0 where enough of them are caught."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutate", description="Mutation test of macros/decisions")
    parser.add_argument("modules", nargs="*", help=f"only these: {', '.join(MODULES)}")
    parser.add_argument("--only", default="", help="only mutants whose name contains this")
    parser.add_argument("--all", action="store_true", help=f"every mutant, and not one in {EVERY}")
    options = parser.parse_args(arguments)
    modules = options.modules or list(MODULES)
    chosen = [
        mutant for module in modules for mutant in mutants_of(CODE / f"{module}.py") if options.only in mutant.key
    ]
    if not (options.all or options.only):
        chosen = chosen[::EVERY]
    started = time.monotonic()
    if any(status != 0 for _, status in _outcomes([None], patience=900)):
        print("The tests fail without any change: mend them first.", file=sys.stderr)
        return 1
    alone = time.monotonic() - started
    print(f"{len(chosen)} mutants; the tests alone take {alone:.0f} seconds.", flush=True)
    survivors = []
    for done, (mutant, status) in enumerate(_outcomes(chosen, patience=20 + 6 * alone), 1):
        if mutant and status == 0:
            survivors.append(mutant)
            print(f"survived: {_where(mutant)}", flush=True)
        if done % 50 == 0:
            print(f"{done} of {len(chosen)}, {len(survivors)} survived", flush=True)
    return _report(chosen, survivors, complete=options.all and not options.modules)


def _report(chosen: Sequence[Mutant], survivors: Sequence[Mutant], complete: bool) -> int:
    reasons: dict[str, str] = yaml.safe_load(EQUIVALENT.read_text(encoding="utf-8")) or {}
    caught = len(chosen) - len(survivors)
    print(f"\n{caught} of {len(chosen)} mutants caught: {caught / max(len(chosen), 1):.1%} ({WANTED:.0%} wanted).")
    for mutant in survivors:
        if mutant.key in reasons:
            print(f"  means the same: {_where(mutant)}\n    {reasons[mutant.key]}")
        else:
            print(f"  MISSED: {_where(mutant)}")
    stale = sorted(set(reasons) - {mutant.key for mutant in survivors}) if complete else []
    for key in stale:
        print(f"  no longer needed in {EQUIVALENT.relative_to(ROOT)}: {key}")
    return int(caught < WANTED * len(chosen) or bool(stale))


def _where(mutant: Mutant) -> str:
    return f"macros/decisions/{mutant.module}.py:{mutant.line}: {mutant.key}"


def _outcomes(mutants: Sequence[Mutant | None], patience: float) -> Iterator[tuple[Mutant | None, int]]:
    """Each mutant with the status of its test run: 0 where all tests pass. One that takes too long has failed."""
    waiting = list(reversed(mutants))
    running: dict[int, tuple[Mutant | None, float]] = {}
    while waiting or running:
        while waiting and len(running) < AT_ONCE:
            mutant = waiting.pop()
            running[_split_off(mutant)] = (mutant, time.monotonic() + patience)
        time.sleep(0.02)
        for process, (mutant, until) in list(running.items()):
            if time.monotonic() > until:
                os.kill(process, signal.SIGKILL)
            ended, status = os.waitpid(process, os.WNOHANG)
            if ended:
                del running[process]
                yield mutant, status


def _split_off(mutant: Mutant | None) -> int:
    """Start a test run in a process of its own; returns its number."""
    process = os.fork()
    if process:
        return process
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))  # a slip in a loop may ask for all there is
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    first = MODULES[mutant.module] if mutant else SUITES[0]
    suites = [first, *(suite for suite in SUITES if suite != first)]
    if mutant:
        sys.meta_path.insert(0, _Changed(mutant))
    # A failing case is enough: it is not made smaller.
    settings.register_profile("mutants", settings(), phases=(Phase.explicit, Phase.generate))
    settings.load_profile("mutants")
    options = ["-x", "-q", "-p", "no:cacheprovider", "--noconftest", "--assert=plain"]
    os._exit(int(pytest.main([*options, *(str(TESTS / f"test_{suite}.py") for suite in suites)])))


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Finds one module in its changed form."""

    def __init__(self, mutant: Mutant):
        self.name = f"macros.decisions.{mutant.module}"
        self.text = mutant.source

    def find_spec(
        self, fullname: str, path: object = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        return importlib.util.spec_from_loader(fullname, self) if fullname == self.name else None

    def get_source(self, fullname: str) -> str:
        return self.text


if __name__ == "__main__":
    sys.exit(main())
