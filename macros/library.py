"""One immutable Library of all that stands in data/ and docs/, with every cross-reference resolved."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from . import checks
from .checks.sentences import Said, everything_said
from .decisions.compiling.compiling import compile_decisions
from .decisions.diagram.compiled import Compiled
from .folder import Origin, read_folder
from .records import (
    Article,
    CareCard,
    Chart,
    Checklist,
    Claim,
    Decision,
    ExcludedSource,
    Guidance,
    Hazard,
    InvalidLibrary,
    Myth,
    OptionGrid,
    Page,
    Person,
    PitfallException,
    Place,
    Plan,
    Problem,
    Rubric,
    Score,
    Sign,
    Source,
    Term,
)
from .records.evidence.claim import Figure
from .records.files.nav import Nav


@dataclass(frozen=True)
class Library:
    """Everything the guide knows. Ids are unique within a kind; order is that of the files."""

    sources: Mapping[str, Source]
    excluded_sources: Mapping[str, ExcludedSource]
    claims: Mapping[str, Claim]
    signs: Mapping[str, Sign]
    people: Mapping[str, Person]
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
    pitfall_exceptions: Mapping[str, PitfallException]
    pages: Mapping[str, Page]
    files: Set[str]  # every file below docs/, pages too
    nav: Nav | None
    compiled: Mapping[str, Compiled]
    origins: Mapping[tuple[str, str], Origin] = field(repr=False)
    broken: Mapping[str, Set[str]] = field(repr=False)  # ids of records, and pages, that are there but not valid

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Every text for readers, with its places."""
        return tuple(everything_said(self))

    @cached_property
    def pages_by_claim(self) -> Mapping[str, tuple[str, ...]]:
        """For each claim, the pages that show it. The lists of all claims show every one, so they do not count."""
        found: dict[str, list[str]] = {}
        for path, page in self.pages.items():
            is_list = any(call.macro in checks.LISTS_OF_CLAIMS for call in page.calls)
            if page.is_for_readers and not is_list:
                for id in checks.claims_shown_on(self, page):
                    found.setdefault(id, []).append(path)
        return {id: tuple(paths) for id, paths in found.items()}

    def page_that_calls(self, here: str, macro: str, argument: str | None) -> str | None:
        """The page `here`, if it calls the macro so; else the page for readers that calls the macro most often."""
        calls = {
            path: [call for call in page.calls if call.macro == macro]
            for path, page in self.pages.items()
            if page.is_for_readers or path == here
        }
        found = [path for path, there in calls.items() if any(call.argument == argument for call in there)]
        return here if here in found else max(found, key=lambda path: len(calls[path]), default=None)

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
    with _nothing_collected():
        return _examined(root)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Python looks for circles among all objects again and again while a hundred thousand are made, and finds none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _examined(root: Path) -> tuple[Library | None, list[Problem]]:
    """Words and pages are checked however much of the rest is broken, so that one run reports all mistakes."""
    folder, problems = read_folder(root)
    is_complete = not problems
    read = Library(
        **{name: MappingProxyType(found) for name, found in folder.records.items()},
        pages=MappingProxyType(folder.pages),
        files=folder.files,
        nav=folder.nav,
        compiled=MappingProxyType({}),
        origins=MappingProxyType(folder.origins),
        broken=MappingProxyType(folder.broken),
    )
    dangling = checks.references(read)
    problems += dangling + [problem for check in checks.ALONE for problem in check(read)]
    if not is_complete:
        return None, problems
    compiled, found = _proved(read)
    problems += found
    library = replace(read, compiled=MappingProxyType(compiled))
    if not dangling and not found:
        problems += [problem for check in checks.TOGETHER for problem in check(library)]
    return library, problems


def _proved(read: Library) -> tuple[dict[str, Compiled], list[Problem]]:
    """The decisions, compiled and proved: anew where the record of one of them is another than last time."""
    ids = tuple(map(id, (*read.decisions.values(), *read.signs.values())))
    if ids not in _PROVED:
        _PROVED.clear()
        # The records are kept too, so that nothing else can take their places in memory.
        made = compile_decisions(read.decisions, lambda id, *at: read.place("decisions", id, *at), read.signs)
        _PROVED[ids] = (read, made)
    compiled, problems = _PROVED[ids][1]
    return compiled, list(problems)


_PROVED: dict[tuple[int, ...], tuple[Library, tuple[dict[str, Compiled], list[Problem]]]] = {}
