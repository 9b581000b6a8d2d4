"""python -m macros check | prove | diff: the same library as the site's, without a site build."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from . import today
from .changes import COMPARED, changes_since
from .checks.expiry import reviews_due
from .history import NoPast, read_past
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
    diff = add(
        "diff", _diff, "say which combinations of answers changed their outcome since a revision, and which claims"
    )
    diff.add_argument("revision", metavar="REV", help="a commit, a branch or a tag of git, such as HEAD~1")
    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status


def _check(options: argparse.Namespace) -> int:
    library, status = _examined(options.root)
    if library and not status:
        for due in reviews_due(library, today()):
            print(due.words(today()), file=sys.stderr)
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


def _diff(options: argparse.Namespace) -> int:
    try:
        past = read_past(options.root, options.revision, COMPARED)
    except NoPast as error:
        print(error, file=sys.stderr)
        return 2
    library, problems = examine(options.root)
    if problems:
        print(f"There are {len(problems)} problems now; `python -m macros check` lists them.", file=sys.stderr)
    if library is None:
        print("Nothing can be compared before they are mended.", file=sys.stderr)
        return 1
    print("\n".join(changes_since(past, library)))
    return 0


def _examined(root: Path) -> tuple[Library | None, int]:
    """The library and the exit status, every problem printed."""
    library, problems = examine(root)
    if problems:
        print(report(problems), file=sys.stderr)
    return library, int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
