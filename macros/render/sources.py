"""Sources: the reference list, small links to it, and what every other card shows of a source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from ..records import Source
from ..records.source import Name
from .context import PageContext
from .headings import level_below
from .templating import inline, rendered
from .words import DESIGNS, TOPICS, day, listed

PAGE = "evidence/sources.md"
_AUTHORS_SHOWN = 6
_OTHERS = ("and others", "et al.", "et al")


@dataclass(frozen=True)
class Link:
    """Words and the address they lead to."""

    words: str
    url: str


@dataclass(frozen=True)
class Reference:
    """A source as a reference list prints it, in the order of the fields."""

    authors: str
    year: str
    title: str
    container: str  # journal, or series; set in italics
    rest: str  # volume, pages, publisher
    links: tuple[Link, ...]  # where a reader finds it


def cite(page: PageContext, id: str) -> str:
    """A small link such as [Lo and others 2017] to the source's entry."""
    if id not in page.sources_used:
        page.sources_used.append(id)
    return inline("cite.html", cite=short_link(page, id))


def all_sources(page: PageContext) -> str:
    """Every source, grouped by kind of evidence, with what it found, what was checked and which claims use it."""
    sources = sorted(page.library.sources.values(), key=_by_author)
    groups = {design: [entry(page, s) for s in sources if s.custom.design is design] for design in DESIGNS}
    return rendered(
        "all_sources.html",
        level=level_below(page, "all_sources"),
        groups=[
            {"id": f"design-{design.value}", "heading": DESIGNS[design], "entries": entries}
            for design, entries in groups.items()
            if entries
        ],
    )


def short_link(page: PageContext, id: str) -> Link:
    """First author and year, leading to the source's entry."""
    return Link(short(page.library.sources[id]), page.url(f"{PAGE}#source-{id}"))


def short_links(page: PageContext, ids: Sequence[str]) -> list[Link]:
    """As `short_link` for each; where two would read the same, their titles tell them apart."""
    links = {id: short_link(page, id) for id in ids}
    words = [link.words for link in links.values()]
    return [
        Link(f"{link.words}: {page.library.sources[id].title}", link.url) if words.count(link.words) > 1 else link
        for id, link in links.items()
    ]


def short(source: Source) -> str:
    """Lo and others 2017; Zheng and Chen 2015; NHS inform (Scotland), which gives no year."""
    names = [_family(name) for name in source.author]
    known = [name for name in names if name not in _OTHERS]
    two = len(known) == len(names) == 2
    who = listed(known) if two else known[0] + (" and others" if len(names) > 1 else "")
    return f"{who} {source.year}" if source.year else who


def reference(source: Source) -> Reference:
    """The one place that decides how a source is written out."""
    volume = f"{source.volume or ''}{f'({source.issue})' if source.issue else ''}"
    pages = str(source.page or "").replace("-", "–")
    number = f"{source.genre or ''} {source.number or ''}".strip()
    publisher = _joined(
        source.publisher if source.publisher not in (_family(source.author[0]), source.container_title) else None,
        source.publisher_place,
    )
    edition = f"edition {source.edition}" if source.edition else None
    return Reference(
        authors=_authors(source.author),
        year=str(source.year or "no date"),
        title=source.title.rstrip("."),
        container=source.container_title or "",
        rest=_joined(":".join(part for part in (volume, pages) if part), edition, number, publisher, source.note),
        links=tuple(_links(source)),
    )


def entry(page: PageContext, source: Source) -> dict[str, object]:
    """All that the reference list says of one source."""
    notes = source.custom
    return {
        "id": source.id,
        "short": short(source),
        "reference": reference(source),
        "facts": [
            (label, text)
            for label, text in (
                ("Who took part", notes.participants),
                ("Whom it can speak for", notes.population),
                ("What it found", notes.found),
                ("Limits", notes.limits),
                ("Money", notes.funding),
                ("Conflicts of interest", notes.conflicts),
            )
            if text
        ],
        "topics": listed([TOPICS[topic] for topic in notes.topics]),
        "checked": {"yes": "Checked", "partial": "Partly checked"}[notes.verified],
        "checked_note": notes.verified_note,
        "checked_on": day(notes.verified_on) if notes.verified_on else None,
        "same_people": short_links(page, _same_people(page, source)),
        "claims": [
            Link(claim.statement, page.url(f"evidence/all-claims.md#claim-{claim.id}"))
            for claim in page.library.claims.values()
            if source.id in claim.sources
        ],
        "terms": [
            Link(term.term, page.url(f"look-up/glossary.md#term-{term.id}"))
            for term in page.library.terms.values()
            if source.id in term.sources
        ],
        "care_cards": sum(source.id in card.sources for card in page.library.care_cards.values()),
        "help_url": page.url("start/when-to-get-help.md"),
    }


def _joined(*parts: str | None) -> str:
    """The parts that are there, with commas."""
    return ", ".join(part for part in parts if part)


def _by_author(source: Source) -> tuple[str, int, str]:
    return (_family(source.author[0]).casefold(), source.year or 0, source.title)


def _same_people(page: PageContext, source: Source) -> list[str]:
    cohort = source.custom.shared_cohort
    return [
        other.id
        for other in page.library.sources.values()
        if cohort and other.custom.shared_cohort == cohort and other.id != source.id
    ]


def _family(name: Name) -> str:
    return name.literal or name.family or ""


def _authors(names: tuple[Name, ...]) -> str:
    """Lo GH, Driban JB, Kriska AM and others."""
    known = [_family(name) + (f" {_initials(name.given)}" if name.given else "") for name in names]
    shown = [name for name in known if name not in _OTHERS][:_AUTHORS_SHOWN]
    return f"{', '.join(shown)} and others" if len(shown) < len(names) else listed(shown)


def _initials(given: str) -> str:
    """'Grace H.' and 'GH' alike become 'GH'."""
    if given.isupper() and "." not in given and " " not in given:
        return given
    return "".join(part[0] for part in re.split(r"[\s.-]+", given) if part)


def _links(source: Source) -> list[Link]:
    links = []
    if source.DOI:
        links.append(Link(f"doi.org/{source.DOI}", f"https://doi.org/{quote(source.DOI, safe='/:;()')}"))
    if source.PMID:
        links.append(Link(f"PubMed {source.PMID}", f"https://pubmed.ncbi.nlm.nih.gov/{source.PMID}/"))
    if source.URL and not (source.DOI and "doi.org/" in source.URL):
        links.append(Link(f"Page at {urlsplit(source.URL).netloc}", source.URL))
    return links
