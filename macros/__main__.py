"""python -m macros check | prove | diff | …: the same library as the site's, without a site build.

What one command alone needs is imported by it: `check` runs at every save, and the rest would cost it a tenth more.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from .day import today
from .decisions.interchange.dmn import DEFAULT_VERSION, VERSIONS
from .held import Held, found_before, found_right

if TYPE_CHECKING:
    from .decisions.diagram.compiled import Compiled
    from .library import Library

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
    add("provenance", _provenance, "say of each DOI and PMID where it came from, as a table with tabs")
    schema = add("schema", _schema, "write the JSON Schemas of data/ to docs-dev/schemas/, for editors")
    schema.add_argument("--check", action="store_true", help="write nothing; say which of them are stale")
    add("standing", _standing, "write where each sign and card stands to data/standing.yml; nothing is taken out")
    beside = add("files", _files, "write what a site holds beside its pages into its folder, for any generator")
    beside.add_argument("site", type=Path, metavar="FOLDER", help="the folder of the site")
    beside.add_argument("--file-urls", action="store_true", help="for pages that are called x.html, not x/")
    diff = add(
        "diff", _diff, "say which combinations of answers changed their outcome since a revision, and which claims"
    )
    diff.add_argument("revision", metavar="REV", help="a commit, a branch or a tag of git, such as HEAD~1")
    export = add("export", _export, "write a decision as DMN, as CSV for a spreadsheet, as JSON, or its tests as CSV")
    export.add_argument("format", choices=("dmn", "csv", "json", "tests"))
    export.add_argument("id", metavar="ID", help="a decision, such as sore-today")
    export.add_argument("-o", dest="file", metavar="FILE", type=Path, help="where to; else it is printed")
    export.add_argument("--dmn-version", choices=VERSIONS, default=DEFAULT_VERSION, help="modellers of today open 1.3")
    importing = add("import", _import, "print the decisions of a DMN or CSV file as YAML, and what was not understood")
    importing.add_argument("file", metavar="FILE", type=Path, help="a file whose name ends in .dmn or .csv")
    person = add("person", _person, "say what every tool and card tells a person of these signs and answers")
    person.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        type=Path,
        help="YAML or JSON: {signs: [id], facts: {id: answer}}; else stdin",
    )
    person.add_argument("--json", action="store_true", help="as data")
    options = parser.parse_args(arguments)
    status: int = options.run(options)
    gc.freeze()  # else Python looks at a hundred thousand records once more before it ends
    return status


def _person(options: argparse.Namespace) -> int:
    import json

    from .person import as_data, in_words, read_person
    from .records import report
    from .records.files.reading import parse_yaml

    library, status = _examined(options.root)
    if library is None or status:
        return status or 1
    try:
        text = options.file.read_text("utf-8") if options.file else sys.stdin.read()
    except (OSError, UnicodeDecodeError) as error:
        print(f"{options.file} cannot be read: {error}", file=sys.stderr)
        return 2
    asked, problems = read_person(library, parse_yaml(text, str(options.file or "standard input")))
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    if options.json:
        print(json.dumps(as_data(library, asked), indent=2))
    else:
        print(*in_words(library, asked), sep="\n")
    return 0


def _check(options: argparse.Namespace) -> int:
    now = found_before(options.root)
    if not isinstance(now, Held):
        library, status = _examined(options.root)
        if library is None or status:
            return status
        now = found_right(library, now, options.root)
    for due in now.due:
        print(due, file=sys.stderr)
    print(now.counts)
    return 0


def _prove(options: argparse.Namespace) -> int:
    library, status = _examined(options.root)
    for decision in (library.compiled if library else {}).values():
        print(
            f"{decision.id}: version {decision.version}, fingerprint {decision.fingerprint}, "
            f"{decision.combinations:,} combinations of answers, {len(decision.table.rows)} rules, "
            f"{len(decision.record.guarantees)} guarantees, {len(decision.record.examples)} examples"
        )
    return status


def _provenance(options: argparse.Namespace) -> int:
    from .export.provenance import HEADINGS, provenance

    library, status = _examined(options.root)
    if library:
        for line in (HEADINGS, *provenance(library.sources.values())):
            print("\t".join(line))
    return status


def _schema(options: argparse.Namespace) -> int:
    from .export.schemas import schemas
    from .register import KINDS

    folder = options.root / "docs-dev" / "schemas"
    wanted = schemas(KINDS)
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    stale = sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))
    if options.check:
        for name in stale:
            print(f"docs-dev/schemas/{name} is stale: run `python -m macros schema`", file=sys.stderr)
        return int(bool(stale))
    folder.mkdir(parents=True, exist_ok=True)
    for name in stale:
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (folder / name).unlink()
    print(f"docs-dev/schemas/: {len(wanted)} schemas, {len(stale)} changed.")
    return 0


def _standing(options: argparse.Namespace) -> int:
    from .checks.doing.standing import lists_as_text
    from .library import examine
    from .records import report

    library, problems = examine(options.root)
    if library is None:
        print(report(problems), file=sys.stderr)
        return 1
    (options.root / "data" / "standing.yml").write_text(lists_as_text(library), encoding="utf-8")
    return _check(options)


def _files(options: argparse.Namespace) -> int:
    from .folder import data_files
    from .render.site_files import site_files

    library, status = _examined(options.root)
    if library and not status:
        site = "" if options.file_urls else os.environ.get("SITE_URL", "")
        made = site_files(library, data_files(options.root), today(), directory_urls=not options.file_urls, site=site)
        for path, content in made.items():
            (options.site / path).parent.mkdir(parents=True, exist_ok=True)
            (options.site / path).write_bytes(content)
    return status


def _diff(options: argparse.Namespace) -> int:
    from .changes import COMPARED, changes_since
    from .history import NoPast, read_past
    from .library import examine

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


def _export(options: argparse.Namespace) -> int:
    from .library import examine
    from .records.files.validating import nearest

    library, _ = examine(options.root)
    known = library.compiled if library else {}
    if options.id not in known:
        hint = (
            nearest(options.id, known) or f"there are: {', '.join(known) or 'none; `python -m macros check` says why'}"
        )
        print(f"There is no decision '{options.id}': {hint}", file=sys.stderr)
        return 2
    text = _as_text(known[options.id], options.format, known, options.dmn_version)
    if options.file:
        options.file.write_text(text, encoding="utf-8", newline="")
    else:
        print(text, end="")
    return 0


def _as_text(decision: Compiled, form: str, library: Mapping[str, Compiled], dmn_version: str) -> str:
    from .decisions.interchange.csv_out import to_csv
    from .decisions.interchange.dmn_out import to_dmn
    from .decisions.proofs.cases import cases_csv
    from .export.browser import tool_data
    from .export.indented import indented

    if form == "dmn":
        return to_dmn(decision, library, dmn_version)
    if form == "csv":
        return to_csv(decision)
    if form == "tests":
        return cases_csv(decision)
    return indented(tool_data(decision, library))


def _import(options: argparse.Namespace) -> int:
    """YAML goes to the output; what was not understood to the errors, and then the status is 1; and what to settle."""
    from .decisions.interchange.csv_in import from_csv
    from .decisions.interchange.dmn_in import from_dmn
    from .records.files.problem import MOST_PROBLEMS
    from .records.files.writing import yaml_text

    read = {".dmn": from_dmn, ".csv": from_csv}.get(options.file.suffix.lower())
    if read is None:
        print(f"{options.file} is neither a .dmn nor a .csv file.", file=sys.stderr)
        return 2
    try:
        imported = read(options.file.read_bytes(), options.file.name)
    except OSError as error:
        print(f"{options.file} cannot be read: {error.strerror}.", file=sys.stderr)
        return 2
    files = [(f"decisions/{fields['id']}", fields) for fields in imported.decisions]
    if imported.facts:
        files.append((f"facts/{options.file.stem}", {"facts": list(imported.facts)}))
    print("---\n".join(f"# data/{path}.yml\n{yaml_text(fields)}" for path, fields in files), end="")
    said = (*imported.problems, *imported.questions)
    for problem in said[:MOST_PROBLEMS]:
        print(problem, file=sys.stderr)
    if len(said) > MOST_PROBLEMS:
        print(f"… and {len(said) - MOST_PROBLEMS:,} more.", file=sys.stderr)
    return int(bool(imported.problems))


def _examined(root: Path) -> tuple[Library | None, int]:
    """The library and the exit status, every problem printed."""
    from .library import examine
    from .records import report

    library, problems = examine(root)
    if problems:
        print(report(problems), file=sys.stderr)
    return library, int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
