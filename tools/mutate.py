"""`make mutate`: do the tests notice a slip in the decision engine or in the checks?

DRAWN mutants are tried, from every module of macros/decisions/ and macros/checks/. Which ones, a seed says that
changes with the commit, so that no test is written for the drawn ones alone; `--seed` draws the same again, `--from`
and `--to` take a part of them, and `--all` tries every one. Each mutant (mutants.py) meets the tests that reach the
changed function (reaching.py), two mutants at a time, until a first one fails. One that no test notices has survived.
Those that mean the same as the original stand in tests/mutation/equivalent.yml with the reason; an entry there that is
of no use any more is an error.
"""

from __future__ import annotations

import argparse
import importlib.abc
import importlib.machinery
import importlib.util
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random
from types import ModuleType

import yaml
from hypothesis import Phase, settings

import macros.records  # noqa: F401  # what takes long to import is there before a run is split off
import tests.decisions.conftest  # noqa: F401  # the settings for generated cases
from macros.day import today

from .mutants import Mutant, mutants_of
from .reaching import (
    AT_ONCE,
    CODE,
    ROOMS,
    ROOT,
    FailUnchanged,
    Reach,
    files,
    in_order,
    loaded,
    reaches,
    run_tests,
    split_off,
)

EQUIVALENT = ROOT / "tests" / "mutation" / "equivalent.yml"
WANTED = 0.95  # of the mutants, caught
DRAWN = 150
MOST_BYTES = 3 << 30
MOST_SECONDS = 300  # of the processor's time: more than twice what all tests of a mutant take


def modules() -> dict[str, Path]:
    """Every module that is changed, by its name below macros/, such as 'decisions.interchange.feel'."""
    found = (path for room in ROOMS for path in sorted((CODE / room).rglob("*.py")) if path.stem != "__init__")
    return {".".join(path.relative_to(CODE).with_suffix("").parts): path for path in found}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the mutants. Returns 0 where enough of them are caught."""
    known = modules()
    parser = argparse.ArgumentParser(
        prog="python -m tools.mutate", description="Mutation test of the engine and checks"
    )
    parser.add_argument("modules", nargs="*", help="only these, such as decisions.gaps")
    parser.add_argument("--only", default="", help="only mutants whose name contains this")
    parser.add_argument("--all", action="store_true", help=f"every mutant, and not {DRAWN} of them")
    parser.add_argument("--seed", default=_commit(), help="draws the same mutants again; by default the commit")
    parser.add_argument("--from", type=int, default=1, dest="first", help="only from this one on, counted from 1")
    parser.add_argument("--to", type=int, dest="last", help="only up to this one")
    options = parser.parse_args(arguments)
    if unknown := [name for name in options.modules if name not in known]:
        parser.error(f"there is no module {unknown[0]}; there are {', '.join(known)}")
    every = [mutant for name in options.modules or known for mutant in mutants_of(known[name], name)]
    chosen = [mutant for mutant in every if options.only in mutant.key]
    if not (options.all or options.only):
        chosen = drawn(chosen, options.seed)
    total = len(chosen)
    chosen = chosen[options.first - 1 : options.last]
    started = time.monotonic()
    if too_soon := loaded():
        raise RuntimeError(f"{too_soon[0]} was imported before it could be changed")
    try:
        known_tests = reaches(files())
    except FailUnchanged as failure:
        print(f"The tests of {failure} fail without any change: mend them first.", file=sys.stderr)
        return 1
    print(f"{len(chosen)} of {total} mutants, drawn by {options.seed}", flush=True)
    survivors = []
    for done, (mutant, status) in enumerate(_outcomes(chosen, known_tests), 1):
        if status == 0:
            survivors.append(mutant)
            print(f"survived: {_where(mutant)}", flush=True)
        if done % 10 == 0:
            taken = time.monotonic() - started
            print(f"{done} of {len(chosen)}, {len(survivors)} survived, {taken:.0f} seconds", flush=True)
    return _report(chosen, survivors, known)


def drawn(mutants: Sequence[Mutant], seed: str) -> list[Mutant]:
    """Some of them, in their order; others for another seed."""
    places = Random(seed).sample(range(len(mutants)), min(DRAWN, len(mutants)))
    return [mutants[place] for place in sorted(places)]


def _commit() -> str:
    """What `make mutate` draws by: the commit, or the day where there is no git."""
    try:
        asked = ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"]
        return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return today().isoformat()


def equivalent() -> dict[str, str]:
    """The mutants that mean the same as the original, each with the reason."""
    return yaml.safe_load(EQUIVALENT.read_text(encoding="utf-8")) or {}


def unknown(keys: Iterable[str], known: Mapping[str, Path]) -> list[str]:
    """Those of some keys that name no mutant that there is: what they named has moved or is gone."""
    modules = {key: max((name for name in known if key.startswith(f"{name}.")), key=len, default="") for key in keys}
    there = {mutant.key for name in set(modules.values()) - {""} for mutant in mutants_of(known[name], name)}
    return sorted(key for key in keys if key not in there)


def _report(chosen: Sequence[Mutant], survivors: Sequence[Mutant], known: Mapping[str, Path]) -> int:
    reasons = equivalent()
    caught = len(chosen) - len(survivors)
    print(f"\n{caught} of {len(chosen)} mutants caught: {caught / max(len(chosen), 1):.1%} ({WANTED:.0%} wanted).")
    for mutant in survivors:
        if mutant.key in reasons:
            print(f"  means the same: {_where(mutant)}\n    {reasons[mutant.key]}")
        else:
            print(f"  MISSED: {_where(mutant)}")
    caught_now = {mutant.key for mutant in chosen} - {mutant.key for mutant in survivors}
    stale = sorted({*unknown(reasons, known), *(reasons.keys() & caught_now)})
    for key in stale:
        print(f"  no longer needed in {EQUIVALENT.relative_to(ROOT)}: {key}")
    return int(caught < WANTED * len(chosen) or bool(stale))


def _where(mutant: Mutant) -> str:
    return f"macros/{mutant.module.replace('.', '/')}.py:{mutant.line}: {mutant.key}"


def _outcomes(mutants: Sequence[Mutant], tests: Sequence[Reach]) -> Iterator[tuple[Mutant, int]]:
    """Each mutant with the status of its test run: 0 where all tests pass. One that takes too long has failed."""
    waiting = list(reversed(mutants))
    running: dict[int, Mutant] = {}
    while waiting or running:
        while waiting and len(running) < AT_ONCE:
            mutant = waiting.pop()
            reaching = in_order(mutant.module, mutant.within, tests)
            running[split_off(partial(_tried, mutant, reaching))] = mutant
        process, status = os.wait()
        yield running.pop(process), status


def _tried(mutant: Mutant, reaching: Sequence[str]) -> int:
    """The status of some tests with a change."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))  # a slip in a loop may ask for all there is
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    sys.meta_path.insert(0, _Changed(mutant))
    # A failing case is enough: it is not made smaller.
    settings.register_profile("mutants", settings(), phases=(Phase.explicit, Phase.generate))
    settings.load_profile("mutants")
    return run_tests(reaching)


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Finds one module in its changed form."""

    def __init__(self, mutant: Mutant):
        self.name = f"macros.{mutant.module}"
        self.text = mutant.source

    def find_spec(
        self, fullname: str, path: object = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        return importlib.util.spec_from_loader(fullname, self) if fullname == self.name else None

    def get_source(self, fullname: str) -> str:
        return self.text


if __name__ == "__main__":
    sys.exit(main())
