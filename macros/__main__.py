"""python -m macros check | prove: the same library as the site's, without a site build."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from .library import Library, examine
from .records import report

ROOT = Path(__file__).resolve().parent.parent

Command = Callable[[argparse.Namespace], int]


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 well, 1 problems found, 2 a wrong call."""
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder that holds data/ and docs/")
    commands = parser.add_subparsers(required=True)

    def add(name: str, run: Command, help: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=help)
        command.set_defaults(run=run)
        return command

    add("check", _check, "check and prove data/ and docs/")
    add("prove", _prove, "say what was proved about each decision, with the fingerprint of its rules")
    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status


def _check(options: argparse.Namespace) -> int:
    library, status = _examined(options.root)
    if library and not status:
        counts = ((name, len(library.kind(name))) for name in ("sources", "claims", "terms", "decisions", "checklists"))
        print(", ".join(f"{count} {name}" for name, count in counts) + f", {len(library.pages)} pages: all well.")
    return status


def _prove(options: argparse.Namespace) -> int:
    library, status = _examined(options.root)
    for decision in (library.compiled if library else {}).values():
        print(
            f"{decision.id}: version {decision.version}, fingerprint {decision.fingerprint}, "
            f"{decision.combinations:,} combinations of answers, {len(decision.table.rows)} rules, "
            f"{len(decision.record.guarantees)} guarantees, {len(decision.record.examples)} examples"
        )
    return status


def _examined(root: Path) -> tuple[Library | None, int]:
    """The library and the exit status, every problem printed."""
    library, problems = examine(root)
    if problems:
        print(report(problems), file=sys.stderr)
    return library, int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
