"""Where each source came from: for every DOI and PMID that the site prints, what vouches for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..records import Source

HEADINGS = ("identifier", "source", "origin", "verified", "note")


def provenance(sources: Iterable[Source]) -> Iterator[tuple[str, ...]]:
    """A line per DOI, PMID and PMCID, and per address where there is none of them; then who vouches for it."""
    for source in sources:
        for identifier in _identifiers(source):
            yield (identifier, source.id, _origin(source), source.custom.verified, source.custom.verified_note or "")


def _identifiers(source: Source) -> list[str]:
    numbers = {"doi": source.DOI, "pmid": source.PMID, "pmcid": source.PMCID}
    return [f"{name}:{value}" for name, value in numbers.items() if value] or [str(source.URL)]


def _origin(source: Source) -> str:
    return f"dossier:{source.custom.dossier}" if source.custom.dossier else source.custom.origin
