"""Whole-library scope: every id leads somewhere, and nothing is left that nobody uses."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..records import Place, Problem
from ..records.files.validating import nearest
from ..register import KINDS
from .scope import ANY, Records, references_in


def references(library: Records) -> list[Problem]:
    """Every id that is nowhere, once, with the nearest one that exists.

    A record that is there but broken has its own problem; references to it are none.
    """
    known: dict[str, Set[str]] = {kind: library.kind(kind).keys() | library.broken[kind] for kind in _NAMED}
    known["figures"] = {f"{id}/{figure.id}" for id, claim in library.claims.items() for figure in claim.figures}
    unknown: dict[tuple[str, str], list[Place]] = {}
    for kind in _KINDS:
        for id, record in library.kind(kind).items():
            for path, reference, target in references_in(record):
                behind = "claims" if reference.kind == "figures" else reference.kind
                if library.broken[behind] & {ANY, target.partition("/")[0]}:
                    continue
                if target.partition("#")[0] not in known[reference.kind]:
                    unknown.setdefault((reference.kind, target), []).append(library.place(kind, id, *path))
    return [_unknown(places, kind, target, known[kind]) for (kind, target), places in unknown.items()]


_KINDS = tuple(kind.name for kind in KINDS)
_NAMED = (*_KINDS, "pages")
_ONE = {kind.name: kind.one for kind in KINDS} | {"pages": "page below docs/", "figures": "figure"}


def _unknown(places: list[Place], kind: str, target: str, known: Set[str]) -> Problem:
    one = _ONE[kind]
    others = f" (it is named in {len(places)} places; this is the first)" if len(places) > 1 else ""
    return Problem(
        min(places),
        f"there is no {one} '{target}'{others}",
        fix=nearest(target, known) or f"correct the id, or add the {one}",
    )


def every_source_is_used(library: Records) -> Iterator[Problem]:
    """A source that no claim, care card or term rests on is left over."""
    used = _used(library, "sources") | _called(library, "cite")
    for id in library.sources:
        if id not in used:
            yield Problem(library.place("sources", id), f"no claim uses the source '{id}'", fix="use it or delete it")


def _used(library: Records, kind: str) -> set[str]:
    return {
        target
        for name in _KINDS
        for record in library.kind(name).values()
        for _, reference, target in references_in(record)
        if reference.kind == kind
    }


def _called(library: Records, macro: str) -> set[str]:

    return {call.argument for page in library.pages.values() for call in page.calls if call.macro == macro}
