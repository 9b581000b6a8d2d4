"""python -m macros check: the same library as the site's, without a site build."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .library import examine
from .records import report

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 well, 1 problems found, 2 a wrong call."""
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check and prove data/ and docs/")
    check.add_argument("--root", type=Path, default=ROOT, help="the folder that holds data/ and docs/")
    prove = commands.add_parser("prove", help="prove the decisions and print what was proved, with fingerprints")
    prove.add_argument("--root", type=Path, default=ROOT, help="the folder that holds data/ and docs/")
    options = parser.parse_args(arguments)
    return {"check": _check, "prove": _prove}[options.command](options.root)


def _check(root: Path) -> int:
    library, problems = examine(root)
    if problems or library is None:
        print(report(problems), file=sys.stderr)
        return 1
    print(
        f"{len(library.sources)} sources, {len(library.claims)} claims, {len(library.terms)} terms, "
        f"{len(library.decisions)} decisions, {len(library.checklists)} checklists, {len(library.pages)} pages: all well."
    )
    return 0


def _prove(root: Path) -> int:
    library, problems = examine(root)
    for decision in (library.compiled if library else {}).values():
        print(
            f"{decision.id}: version {decision.version}, fingerprint {decision.fingerprint}, "
            f"{decision.combinations:,} combinations of answers, {len(decision.table.rows)} rules, "
            f"{len(decision.record.guarantees)} guarantees, {len(decision.record.examples)} examples"
        )
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
