"""Reads data/ once into one immutable Library and resolves every cross-reference.

This is the only module that opens the files of data/ and docs/.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel

from . import checks
from .decisions.compiled import Compiled
from .decisions.compiling import compile_decisions
from .records import (
    Article,
    CareCard,
    Chart,
    Checklist,
    Claim,
    Decision,
    Guidance,
    Hazard,
    InvalidLibrary,
    Myth,
    OptionGrid,
    Page,
    PageMeta,
    Place,
    Plan,
    Problem,
    Rubric,
    Score,
    Source,
    Term,
)
from .records.claim import Figure
from .records.reading import Document, Path_, parse_yaml, read_yaml
from .records.validating import validated

AnyRecord = TypeVar("AnyRecord", bound=BaseModel)


@dataclass(frozen=True)
class Kind:
    """Where the records of one kind stand: many in a file below `root`, or one file each."""

    name: str
    model: type[BaseModel]
    pattern: str
    root: str | None = None


KINDS = (
    Kind("sources", Source, "sources/*.yml", "references"),
    Kind("claims", Claim, "claims/*.yml", "claims"),
    Kind("care_cards", CareCard, "care_cards.yml", "care_cards"),
    Kind("terms", Term, "glossary.yml", "terms"),
    Kind("hazards", Hazard, "hazards.yml", "hazards"),
    Kind("decisions", Decision, "decisions/*.yml"),
    Kind("checklists", Checklist, "checklists/*.yml"),
    Kind("plans", Plan, "plans/*.yml"),
    Kind("options", OptionGrid, "options/*.yml"),
    Kind("charts", Chart, "charts/*.yml"),
    Kind("guidance", Guidance, "guidance/*.yml"),
    Kind("articles", Article, "articles/*.yml"),
    Kind("myths", Myth, "myths.yml", "myths"),
    Kind("rubrics", Rubric, "rubrics.yml", "rubrics"),
    Kind("quality", Score, "quality/*.yml"),
)


@dataclass(frozen=True)
class Origin:
    """Where a record stands, so that a later check can still point at its line."""

    document: Document
    path: Path_

    def place(self, *inside: str | int) -> Place:
        return self.document.place((*self.path, *inside))


@dataclass(frozen=True)
class Library:
    """Everything the guide knows. Ids are unique within a kind; order is that of the files."""

    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    care_cards: Mapping[str, CareCard]
    terms: Mapping[str, Term]
    hazards: Mapping[str, Hazard]
    decisions: Mapping[str, Decision]
    checklists: Mapping[str, Checklist]
    plans: Mapping[str, Plan]
    options: Mapping[str, OptionGrid]
    charts: Mapping[str, Chart]
    guidance: Mapping[str, Guidance]
    articles: Mapping[str, Article]
    myths: Mapping[str, Myth]
    rubrics: Mapping[str, Rubric]
    quality: Mapping[str, Score]
    pages: Mapping[str, Page]
    compiled: Mapping[str, Compiled]
    origins: Mapping[tuple[str, str], Origin] = field(repr=False)

    @cached_property
    def pages_by_claim(self) -> Mapping[str, tuple[str, ...]]:
        """For each claim, the pages that show it. The lists of all claims show every one, so they do not count."""
        found: dict[str, list[str]] = {}
        for path, page in self.pages.items():
            is_list = any(call.macro in checks.LISTS_OF_CLAIMS for call in checks.calls_on(page))
            if page.is_for_readers and not is_list:
                for id in checks.claims_shown_on(self, page):
                    found.setdefault(id, []).append(path)
        return {id: tuple(paths) for id, paths in found.items()}

    def kind(self, name: str) -> Mapping[str, Any]:
        """All records of a kind by id."""
        found: Mapping[str, Any] = getattr(self, name)
        return found

    def figure(self, id: str) -> Figure:
        """A number of a claim, by claim-id/figure-id."""
        claim, _, name = id.partition("/")
        return next(figure for figure in self.claims[claim].figures if figure.id == name)

    def place(self, kind: str, id: str, *inside: str | int) -> Place:
        """Where a record, or a field inside it, stands."""
        return self.origins[kind, id].place(*inside)


def load_library(root: Path) -> Library:
    """Read, check and prove everything below `root` (the folder that holds data/ and docs/).

    Raises InvalidLibrary with every problem found, if there is any.
    """
    library, problems = examine(root)
    if problems or library is None:
        raise InvalidLibrary(problems)
    return library


def examine(root: Path) -> tuple[Library | None, list[Problem]]:
    """As `load_library`, but problems are returned. The library is None where records are missing because of them."""
    records: dict[str, dict[str, Any]] = {kind.name: {} for kind in KINDS}
    broken: dict[str, set[str]] = {kind.name: set() for kind in KINDS}  # ids of records that are there but not valid
    origins: dict[tuple[str, str], Origin] = {}
    problems = list(_unknown_files(root))
    for kind in KINDS:
        for document in _documents(root, kind):
            problems += document.problems
            for path, value in _entries(document, kind, problems):
                record, found = validated(kind.model, document, path, _with_id(value, document, kind))
                problems += found
                if record is not None:
                    problems += _note(record, kind, records[kind.name], origins, Origin(document, path))
                else:
                    broken[kind.name].add(_id_of(value, document))
    pages = _pages(root, problems)
    broken["pages"] = {path.relative_to(root / "docs").as_posix() for path in (root / "docs").rglob("*.md")} - set(
        pages
    )
    if problems:
        problems += checks.references(records, pages, origins, broken)
        return None, problems
    compiled, problems = compile_decisions(records["decisions"], lambda id, *at: origins["decisions", id].place(*at))
    library = Library(
        **{name: MappingProxyType(found) for name, found in records.items()},
        pages=MappingProxyType(pages),
        compiled=MappingProxyType(compiled),
        origins=MappingProxyType(origins),
    )
    problems += checks.references(records, pages, origins, broken)
    if not problems:
        problems += [problem for check in checks.ALL for problem in check(library)]
    return library, problems


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
    for path in sorted((root / "data").rglob("*")):
        if path.is_file() and path not in known and not path.name.startswith("."):
            yield Problem(
                Place(path.relative_to(root).as_posix()),
                "nothing reads this file",
                allowed=", ".join(f"data/{kind.pattern}" for kind in KINDS),
                fix="move it to the folder of its kind, or end its name in .yml",
            )
    for kind in KINDS:
        if not any((root / "data").glob(kind.pattern)):
            yield Problem(Place(f"data/{kind.pattern}"), f"there are no {kind.name}", fix="restore the file")


def _entries(document: Document, kind: Kind, problems: list[Problem]) -> Iterator[tuple[Path_, object]]:
    """The path and value of each record in a document."""
    if document.problems and document.value is None:
        return
    if kind.root is None:
        yield (), document.value
        return
    value = document.value
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
    return str(value["id"]) if isinstance(value, dict) and "id" in value else Path(document.file).stem


def _note(
    record: BaseModel, kind: Kind, known: dict[str, Any], origins: dict[tuple[str, str], Origin], origin: Origin
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


# As MkDocs reads it (mkdocs/utils/meta.py).
_FRONT_MATTER = re.compile(r"\A\ufeff?-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.DOTALL)


def _pages(root: Path, problems: list[Problem]) -> dict[str, Page]:
    """Every Markdown page by its path below docs/."""
    pages: dict[str, Page] = {}
    for path in sorted((root / "docs").rglob("*.md")):
        name = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        match = _FRONT_MATTER.match(text)
        if not match:
            problems.append(
                Problem(
                    Place(name),
                    "the front matter is missing or not closed",
                    fix="begin the page with a line ---, then its fields (title, description, type, reviewed, "
                    "review_due), then a line ---",
                )
            )
            continue
        document = parse_yaml("\n" + match[1], name)  # the first --- is line 1
        problems += document.problems
        if document.problems:
            continue
        meta, found = validated(PageMeta, document, (), document.value)
        problems += found
        if meta is not None:
            key = path.relative_to(root / "docs").as_posix()
            body_starts = text.count("\n", 0, match.end()) + 1
            pages[key] = Page(key, name, meta, text[match.end() :], body_starts, document)
    return pages
