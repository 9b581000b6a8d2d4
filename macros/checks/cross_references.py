"""Whole-library scope: every id leads somewhere, and nothing is left that nobody uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

from ..records import Place, Problem
from ..records.validating import nearest
from .scope import RECORD_KINDS, Records, references_in


def references(
    records: Mapping[str, Mapping[str, Any]],
    pages: Mapping[str, Any],
    origins: Mapping[tuple[str, str], Any],
    broken: Mapping[str, Set[str]],
) -> list[Problem]:
    """Every reference that resolves to nothing, with the nearest id that exists.

    Works on records before they form a library, so that one run reports these beside every other mistake. A record
    that is there but `broken` has its own problem; references to it are none.
    """
    problems = []
    for kind, found in records.items():
        for id, record in found.items():
            for path, reference, target in references_in(record):
                if reference.kind == "figures" and target.partition("/")[0] in broken["claims"]:
                    continue
                known = _known(reference.kind, records, pages, broken)
                if target.partition("#")[0] not in known:
                    place: Place = origins[kind, id].place(*path)
                    problems.append(_unknown(place, reference.kind, target, known))
    return problems


def _known(
    kind: str, records: Mapping[str, Mapping[str, Any]], pages: Mapping[str, Any], broken: Mapping[str, Set[str]]
) -> set[str]:
    if kind == "pages":
        return {*pages, *broken["pages"]}
    if kind == "figures":
        return {f"{id}/{figure.id}" for id, claim in records["claims"].items() for figure in claim.figures}
    return {*records[kind], *broken[kind]}


def _unknown(place: Place, kind: str, target: str, known: Iterable[str]) -> Problem:
    one = {"care_cards": "care card", "terms": "glossary term", "pages": "page below docs/", "figures": "figure"}.get(
        kind, kind.rstrip("s")
    )
    return Problem(
        place, f"there is no {one} '{target}'", fix=nearest(target, known) or f"correct the id, or add the {one}"
    )


def every_source_is_used(library: Records) -> Iterator[Problem]:
    """A source that no claim, care card or term rests on is left over."""
    used = _used(library, "sources") | _called(library, "cite")
    for id in library.sources:
        if id not in used:
            yield Problem(library.place("sources", id), f"no claim uses the source '{id}'", fix="use it or delete it")


def every_hazard_is_controlled_somewhere(library: Records) -> Iterator[Problem]:
    """A hazard that no rule, guarantee, card or checklist names has no visible control."""
    used = _used(library, "hazards")
    for id, hazard in library.hazards.items():
        if id not in used and not any(control.kind == "test" for control in hazard.controls):
            yield Problem(
                library.place("hazards", id),
                f"nothing names the hazard {id}",
                fix="name it in a rule, a guarantee, a care card or a checklist, or give it a control of kind `test`",
            )


def _used(library: Records, kind: str) -> set[str]:
    return {
        target
        for name in RECORD_KINDS
        for record in library.kind(name).values()
        for _, reference, target in references_in(record)
        if reference.kind == kind
    }


def _called(library: Records, macro: str) -> set[str]:
    from .pages import calls_on

    return {call.argument for page in library.pages.values() for call in calls_on(page) if call.macro == macro}
