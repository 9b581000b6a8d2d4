"""One immutable Library of all that stands in data/ and docs/, with every cross-reference resolved."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import cast

from . import checks, proved
from .checks.scope import Records
from .checks.sentences import Said, everything_said
from .decisions.compiling.compiling import only_compiled, proofs
from .decisions.compiling.questions import read_facts
from .decisions.diagram.compiled import Compiled
from .folder import read_folder
from .records import InvalidLibrary, Problem
from .register import AllRecords


@dataclass(frozen=True)
class Library(Records):
    """Everything the guide knows."""

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Every text for readers, with its places."""
        return tuple(everything_said(self))

    @cached_property
    def pages_by_claim(self) -> Mapping[str, tuple[str, ...]]:
        """For each claim, the pages that show it. The lists of all claims show every one, so they do not count."""
        found: dict[str, list[str]] = {}
        for path, page in self.pages.items():
            is_list = any(checks.shows_all_claims(call) for call in page.calls)
            if page.is_for_readers and not is_list:
                for id in checks.claims_shown_on(self, page):
                    found.setdefault(id, []).append(path)
        return {id: tuple(paths) for id, paths in found.items()}

    @cached_property
    def calls_by_macro(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """By macro and page, the first argument of each call."""
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for path, page in self.pages.items():
            for call in page.calls:
                there = found.setdefault(call.macro, {})
                there[path] = (*there.get(path, ()), call.argument)
        return found

    def page_that_calls(self, here: str, macro: str, argument: str | None) -> str | None:
        """The page `here`, if it calls the macro so; else the page for readers that calls the macro most often."""
        calls = self.calls_by_macro.get(macro, {})
        found = [path for path, arguments in calls.items() if argument in arguments]
        if here in found:
            return here
        return max(
            (path for path in found if self.pages[path].is_for_readers), key=lambda path: len(calls[path]), default=None
        )


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
    records = AllRecords.of({name: MappingProxyType(found) for name, found in folder.records.items()})
    read = Library(
        **vars(records),
        pages=MappingProxyType(folder.pages),
        files=folder.files,
        nav=folder.nav,
        tests=folder.tests,
        compiled=MappingProxyType({}),
        origins=MappingProxyType(folder.origins),
        broken=MappingProxyType(folder.broken),
    )
    dangling = checks.references(read)
    problems += dangling + [problem for check in checks.ALONE for problem in check(read)]
    if not is_complete:
        return None, problems
    compiled, found = _compiled(read)
    library = replace(read, compiled=MappingProxyType(compiled))
    found += _unproved(library, is_whole=not dangling and not found)
    problems += found
    if not dangling and not found:
        problems += [problem for check in checks.TOGETHER for problem in check(library)]
    return library, problems


def _compiled(read: Library) -> tuple[dict[str, Compiled], list[Problem]]:
    """The decisions, compiled: anew where the record of one of them is another than last time."""
    ids = tuple(map(id, (*read.decisions.values(), *read.facts.values(), *read.signs.values())))
    if ids not in _COMPILED:
        _COMPILED.clear()
        # The records are kept too, so that nothing else can take their places in memory.
        facts, wrong = read_facts(read.facts, read.signs, lambda id, *at: read.place("facts", id, *at))
        made, found = only_compiled(read.decisions, lambda id, *at: read.place("decisions", id, *at), read.signs, facts)
        _COMPILED[ids] = (read, (made, wrong + found))
    compiled, problems = _COMPILED[ids][1]
    return compiled, list(problems)


_COMPILED: dict[tuple[int, ...], tuple[Library, tuple[dict[str, Compiled], list[Problem]]]] = {}


def _unproved(library: Library, *, is_whole: bool) -> list[Problem]:
    """What does not hold of a decision and, where all is there, of several beside each other. See proved.py."""
    mark = proved.mark_of(library.kind(name) for name in proved.KINDS)
    if is_whole and proved.held_before(mark):
        return []
    found = list(proofs(library.compiled, lambda id, *at: library.place("decisions", id, *at)))
    if is_whole and not found:
        alone = cast(Library, proved.OfProofs(library))  # as far as proofs look
        found = [problem for check in checks.PROOFS for problem in check(alone)]
        if not found:
            proved.note_that_it_holds(mark)
    return found
