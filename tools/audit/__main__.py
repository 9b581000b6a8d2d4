"""python -m tools.audit [NAME …]: runs every part, or those that are named, and ends with one table.

Returns 1 if any part failed. Each part is a command that can be run by itself.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tools.build import ROOT

_PYTEST = ("-m", "pytest", "-q", "-p", "no:cacheprovider")


@dataclass(frozen=True)
class Part:
    """A command of this project's Python, and what it shows."""

    name: str
    shows: str
    arguments: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)


PARTS = (
    Part(
        "tests",
        "brute force, other engines in full, 20,000 tables by chance, growth, hostile files, the same bytes again",
        (*_PYTEST, "--numprocesses", "auto", "--dist", "worksteal", "-m", "audit", "-rP"),
    ),
    Part(
        "axe",
        "every element of every page in every look",
        (*_PYTEST, "--numprocesses", "auto", "--dist", "worksteal", "tests/browser/page/test_accessibility.py"),
        {"AUDIT": "1"},
    ),
    Part("sabotage", "whether each change that makes somebody less careful is refused", ("-m", "tools.audit.sabotage")),
    Part("html", "HTML by the Nu validator", ("-m", "tools.audit.validity")),
    Part("lighthouse", "the longest page of each type", ("-m", "tools.audit.lighthouse")),
    Part("properdocs", "the same pages from ProperDocs", ("-m", "tools.other_generators", "properdocs")),
    Part("zensical", "the same pages from Zensical", ("-m", "tools.other_generators", "zensical")),
    Part("mutants", "whether tests notice slips", ("-m", "tools.mutate")),
)


@dataclass(frozen=True)
class Ran:
    """A part that has run: its last line and how long it took."""

    part: Part
    status: int
    said: str
    seconds: float


def run(part: Part) -> Ran:
    """Run a part, and pass on what it says while it says it."""
    started = time.monotonic()
    print(f"\n── {part.name}: {part.shows}", flush=True)
    last = ""
    with subprocess.Popen(
        [sys.executable, *part.arguments],
        cwd=ROOT,
        env={**os.environ, **part.environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            last = line.strip() or last
    return Ran(part, process.returncode, last, time.monotonic() - started)


def table(ran: Sequence[Ran]) -> str:
    """One line a part: its name, whether it is well, how long it took, and the last that it said."""
    rows = [
        f"{each.part.name:12}{'well' if each.status == 0 else 'FAILED':8}{each.seconds:9.0f}   {each.said[:90]}"
        for each in ran
    ]
    return "\n".join([f"{'part':12}{'result':8}{'seconds':>9}   what it said last", *rows])


def audit(parts: Sequence[Part], each: Callable[[Part], Ran] = run) -> int:
    """Run them all, whatever becomes of one. Returns the exit status."""
    ran = [each(part) for part in parts]
    print(f"\n{table(ran)}")
    return int(any(one.status for one in ran))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.audit", description=__doc__)
    names = [part.name for part in PARTS]
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"only these: {', '.join(names)}")
    chosen = parser.parse_args(arguments).names
    unknown = [name for name in chosen if name not in names]
    if unknown:
        print(f"There is no part '{unknown[0]}'. There are: {', '.join(names)}.", file=sys.stderr)
        return 2
    return audit([part for part in PARTS if not chosen or part.name in chosen])


if __name__ == "__main__":
    sys.exit(main())
