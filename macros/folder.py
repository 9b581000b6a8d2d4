"""What stands in data/ and docs/: every file read and validated by itself, with a problem for each mistake.

This is the only module that opens these files, through `records.files.reading`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .checks import ANY
from .records import Hazard, Page, Place, Problem, Record
from .records.files.nav import Nav, read_nav
from .records.files.reading import Document, Origin, Path_, read_text, read_yaml
from .records.files.validating import validated
from .records.page import read_page
from .register import KINDS, Kind


@dataclass(frozen=True)
class Folder:
    """What could be read. `broken` are ids of records, and paths of pages, that are there and not valid."""

    records: Mapping[str, Mapping[str, Record]]
    pages: Mapping[str, Page]
    files: Set[str]
    nav: Nav | None
    tests: Set[str] | None
    origins: Mapping[tuple[str, str], Origin]
    broken: Mapping[str, Set[str]]


def read_folder(root: Path) -> tuple[Folder, list[Problem]]:
    """What can be read below `root`, and every problem of reading."""
    records: dict[str, dict[str, Record]] = {kind.name: {} for kind in KINDS}
    broken: dict[str, set[str]] = {kind.name: set() for kind in KINDS}
    origins: dict[tuple[str, str], Origin] = {}
    problems = [*_unknown_files(root), *_conflicts_elsewhere(root)]
    for kind in KINDS:
        for document in _documents(root, kind):
            problems += document.problems
            if document.value is None and document.problems:
                # Nobody knows which records would stand there, so what names them is not at fault.
                broken[kind.name].add(ANY if kind.root else Path(document.file).stem)
                continue
            problems += _schema_line(document, kind)
            found, wrong = entries(document, kind)
            problems += wrong
            for entry in found:
                problems += entry.problems
                if entry.record is not None:
                    problems += _note(entry.record, kind, records[kind.name], origins, Origin(document, entry.path))
                else:
                    broken[kind.name].add(entry.id)
        if not records[kind.name] and not broken[kind.name]:
            broken[kind.name].add(ANY)
    pages, broken["pages"] = _pages(root / "docs", problems)
    files = frozenset(path.relative_to(root / "docs").as_posix() for path in _files(root / "docs"))
    tests = _tests_named(root, records["hazards"].values())
    return Folder(records, pages, files, _nav(root, problems), tests, origins, broken), problems


def data_files(root: Path) -> dict[str, bytes]:
    """Every file of data/ as it stands, by its path below it."""
    data = root / "data"
    paths = sorted({path for kind in KINDS for path in data.glob(kind.pattern)})
    return {path.relative_to(data).as_posix(): path.read_bytes() for path in paths}


def _documents(root: Path, kind: Kind) -> Iterator[Document]:
    for path in sorted((root / "data").glob(kind.pattern)):
        yield read_yaml(path, path.relative_to(root).as_posix())


def _unknown_files(root: Path) -> Iterator[Problem]:
    known = {path for kind in KINDS for path in (root / "data").glob(kind.pattern)}
    for path in _files(root / "data"):
        if path not in known:
            yield Problem(
                Place(path.relative_to(root).as_posix()),
                "nothing reads this file",
                allowed=", ".join(f"data/{kind.pattern}" for kind in KINDS),
                fix="move it to the folder of its kind, or end its name in .yml",
            )
    if not (root / "data").is_dir():
        yield Problem(Place("data"), "there is no folder of data here", fix="restore it, or run this where it stands")
        return
    for kind in KINDS:
        if not any((root / "data").glob(kind.pattern)):
            yield Problem(Place(f"data/{kind.pattern}"), f"there are no {kind.name}", fix="restore the file")


@dataclass(frozen=True)
class Entry:
    """What stands where a record does: the record, or why there is none."""

    path: Path_
    id: str  # any, where it cannot be read
    record: Record | None
    problems: tuple[Problem, ...]


@lru_cache(1024)
def entries(document: Document, kind: Kind) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Each entry of a document, and the problems of the document by itself.

    The same document gives the same records again, so that what did not change is the same object between builds.
    """
    problems: list[Problem] = []
    found: list[Entry] = []
    for path, value in _values(document, kind, problems):
        record, wrong = validated(kind.model, document, path, _with_id(value, document, kind))
        found.append(Entry(path, _id_of(value, document), record, tuple(wrong)))
    return tuple(found), tuple(problems)


def _values(document: Document, kind: Kind, problems: list[Problem]) -> Iterator[tuple[Path_, object]]:
    """The path and value of each record in a document."""
    if kind.root is None:
        yield (), document.value
        return
    value = document.value
    if isinstance(value, dict) and value.get(kind.root) == []:
        problems.append(
            Problem(document.place(), "no records stand in this file", fix="restore them, or delete the file")
        )
    if not isinstance(value, dict) or set(value) != {kind.root} or not isinstance(value[kind.root], list):
        problems.append(
            Problem(
                document.place(),
                f"this file holds one list called '{kind.root}'",
                fix=f"begin the file with `{kind.root}:` and put `- id: …` entries below it",
            )
        )
        return
    for index, entry in enumerate(value[kind.root]):
        yield (kind.root, index), entry


def _with_id(value: object, document: Document, kind: Kind) -> object:
    """A record with a file of its own is called as its file."""
    if kind.root is None and isinstance(value, dict) and "id" not in value:
        return {"id": Path(document.file).stem, **value}
    return value


def _id_of(value: object, document: Document) -> str:
    """The id that an entry gives, or its file; any, where the id itself is what is wrong."""
    if not isinstance(value, dict) or "id" not in value:
        return Path(document.file).stem
    id = str(value["id"])
    return ANY if not re.fullmatch(r"[\w-]+", id) or value["id"] != id else id


def _schema_line(document: Document, kind: Kind) -> Iterator[Problem]:
    """Editors find the schema by the first line of a file (CONTRIBUTING.md)."""
    up = "../" * document.file.count("/")
    wanted = f"# yaml-language-server: $schema={up}docs-dev/schemas/{kind.name}.schema.json"
    if document.value is not None and document.first_line.rstrip() != wanted:
        yield Problem(
            Place(document.file),
            "the first line does not name the schema of this file",
            wanted,
            "begin the file with that line",
        )


def _note(
    record: Record, kind: Kind, known: dict[str, Record], origins: dict[tuple[str, str], Origin], origin: Origin
) -> Iterable[Problem]:
    id: str = record.id  # type: ignore[attr-defined]  # every kind of record has one
    stem = Path(origin.document.file).stem
    if kind.root is None and id != stem:
        yield Problem(
            origin.place("id"), f"the id '{id}' differs from its file's name", fix=f"delete the line, or write {stem}"
        )
    if id in known:
        first = origins[kind.name, id].place("id")
        yield Problem(origin.place("id"), f"the id '{id}' is used twice (first at {first})", fix="choose another id")
        return
    known[id] = record
    origins[kind.name, id] = origin


def _pages(docs: Path, problems: list[Problem]) -> tuple[dict[str, Page], set[str]]:
    """Every Markdown page by its path below docs/, and the paths of those that cannot be read."""
    pages: dict[str, Page] = {}
    broken: set[str] = set()
    for path in sorted(docs.rglob("*.md")):
        page = read_page(path, docs)
        if isinstance(page, Page):
            pages[page.path] = page
        else:
            problems += page
            broken.add(path.relative_to(docs).as_posix())
    if not pages and not broken:
        problems.append(Problem(Place("docs"), "there are no pages", fix="restore the folder"))
        broken.add(ANY)
    return pages, broken


def _nav(root: Path, problems: list[Problem]) -> Nav | None:
    """The menu, where there is a mkdocs.yml: data/ and docs/ alone are checked without one."""
    path = root / "mkdocs.yml"
    nav = read_nav(path) if path.exists() else None
    if isinstance(nav, list):
        problems += nav
        return None
    return nav


def _tests_named(root: Path, hazards: Iterable[Record]) -> Set[str] | None:
    """Every test of the files whose tests hazards name, as file::test."""
    if not (root / "tests").is_dir():
        return None
    named = {name.partition("::")[0] for one in hazards if isinstance(one, Hazard) for name in one.shown_by}
    paths = [root / file for file in named if file.startswith("tests/") and (root / file).is_file()]
    return {
        f"{path.relative_to(root).as_posix()}::{test}"
        for path in paths
        for test in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(".")]


def _conflicts_elsewhere(root: Path) -> Iterator[Problem]:
    """What git left undecided in files of docs/ that are no pages. Pictures hold no words."""
    for path in _files(root / "docs"):
        if path.suffix in (".svg", ".txt", ".csv", ".json", ".html", ".css", ".js"):
            text = read_text(path, path.relative_to(root).as_posix())
            yield from text if not isinstance(text, str) else ()
