"""Sources: the reference list, small links to it, and what every other card shows of a source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from ...day import day
from ...export.csl import GOES_ON
from ...records import Design, Source
from ...records.evidence.source import Name
from ...records.files.kept import kept
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.links import Link as Link  # noqa: PLC0414  # for modules that show sources
from ..page.templating import inline, rendered
from ..page.words import DESIGNS, TOPICS, listed
from .bibliography import written_out
from .list_filter import PERIODS, Entry, Filter, Ways, grouped, period, ways
from .list_pages import SOURCES, card_url, entry_url, first_topic, topics_of


@dataclass(frozen=True)
class Reference:
    """A source as a reference list prints it. It is the same on every page, so it is put into markup once."""

    title: str
    found_at: Markup  # where a reader finds it
    whole: Markup


@dataclass(frozen=True)
class SourceLine:
    """A source in the list of all of them."""

    id: str
    link: Link
    title: str


@dataclass(frozen=True)
class SourceEntry:
    """All that the reference list says of one source."""

    id: str
    short: str
    reference: Reference
    facts: list[tuple[str, str]]  # what it is, and the words
    topics: str
    checked: str
    checked_note: str | None
    checked_on: str | None
    same_people: list[Link]
    claims: list[Link]
    terms: list[Link]
    care_cards: int  # how many rest on it
    help_url: str


def cite(page: PageContext, id: str) -> str:
    """A small link such as [Lo and others 2017] to the source's entry."""
    if id not in page.sources_used:
        page.sources_used.append(id)
    return inline("evidence/cite.html", cite=short_link(page, id))


def all_sources(page: PageContext) -> str:
    """Every source in a line that leads to its entry, by kind of evidence, by topic and by year."""
    sources = _sorted(page)
    links = dict(zip((one.id for one in sources), short_links(page, [one.id for one in sources]), strict=True))

    def line(one: Source) -> SourceLine:
        return SourceLine(one.id, links[one.id], one.title.rstrip("."))

    groups = grouped("design", DESIGNS, sources, _design, line)
    return rendered(
        "evidence/all_sources.html",
        level=level_below(page, "all_sources"),
        groups=groups,
        ways=_ways(sources, links),
    )


def source_entries(page: PageContext, list_page: str = "") -> str:
    """The sources of one page of the list, by kind of evidence: what each found, what was checked, who uses it."""
    topics = topics_of(list_page, "source_entries")
    sources = [one for one in _sorted(page) if first_topic(one) in topics]
    groups = grouped("design", DESIGNS, sources, _design, lambda one: entry(page, one))
    return rendered(
        "evidence/source_entries.html",
        level=level_below(page, "source_entries"),
        groups=groups,
        all=page.url(f"{SOURCES}/index.md"),
    )


def _sorted(page: PageContext) -> list[Source]:
    return sorted(page.library.sources.values(), key=_by_author)


def _design(source: Source) -> Design:
    return source.custom.design


def _ways(sources: Sequence[Source], links: Mapping[str, Link]) -> Ways:
    """Sources by topic, by kind of evidence and by year."""
    entries = [
        Entry(
            source.id,
            links[source.id],
            {
                "topic": tuple(topic.value for topic in source.custom.topics),
                "design": (source.custom.design.value,),
                "period": (period(source.year),),
            },
        )
        for source in sources
    ]
    return ways(
        entries,
        [
            Filter("topic", "Topic", "All topics", {one.value: words for one, words in TOPICS.items()}, "By topic"),
            Filter("design", "Kind of evidence", "All kinds", {one.value: words for one, words in DESIGNS.items()}),
            Filter("period", "Year", "Any year", PERIODS, "By year"),
        ],
    )


def short_link(page: PageContext, id: str) -> Link:
    """First author and year, leading to the source's entry."""
    return Link(short(page.library.sources[id]), entry_url(page, id))


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
    return _shorts(source)[0]


@kept
def _shorts(source: Source) -> Iterator[str]:
    names = [_family(name) for name in source.author]
    known = [name for name in names if name not in GOES_ON]
    two = len(known) == len(names) == 2
    who = listed(known) if two else known[0] + (" and others" if len(names) > 1 else "")
    yield f"{who} {source.year}" if source.year else who


def reference(source: Source) -> Reference:
    """The source with its links. How it is written out is bibliography.py's to decide."""
    return _references(source)[0]


@kept
def _references(source: Source) -> Iterator[Reference]:
    found_at = Markup(inline("evidence/found_at.html", links=_links(source)))
    whole = inline("evidence/reference.html", text=written_out(source), note=source.note or "", found_at=found_at)
    yield Reference(source.title.rstrip("."), found_at, Markup(whole))


def entry(page: PageContext, source: Source) -> SourceEntry:
    """What the guide knows of one source, with the ways from it."""
    notes = source.custom
    return SourceEntry(
        id=source.id,
        short=short(source),
        reference=reference(source),
        facts=[
            (label, text)
            for label, text in (
                ("Who took part", notes.participants),
                ("Whom it can speak for", notes.population),
                ("What it found", notes.found),
                ("Limits", notes.limits),
                ("Money", notes.funding),
                ("Conflicts of interest", notes.conflicts),
                ("How we came to it", _origin(source)),
            )
            if text
        ],
        topics=listed([TOPICS[topic] for topic in notes.topics]),
        checked={"yes": "Checked", "partial": "Partly checked"}[notes.verified],
        checked_note=notes.verified_note,
        checked_on=day(notes.verified_on) if notes.verified_on else None,
        same_people=short_links(page, _same_people(page, source)),
        claims=[
            Link(claim.statement, card_url(page, claim.id))
            for claim in page.library.claims.values()
            if source.id in claim.sources
        ],
        terms=[
            Link(term.term, page.url(f"look-up/glossary.md#term-{term.id}"))
            for term in page.library.terms.values()
            if source.id in term.sources
        ],
        care_cards=sum(source.id in card.sources for card in page.library.care_cards.values()),
        help_url=page.url("start/when-to-get-help.md"),
    )


def _origin(source: Source) -> str:
    if source.custom.dossier:
        return f"From the evidence dossier that this guide was first written from, entry {source.custom.dossier}."
    return "Added to the dossier’s sources by the guide’s editors, who say below what they saw of it."


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


def _links(source: Source) -> list[Link]:
    links = []
    if source.DOI:
        links.append(Link(f"doi.org/{source.DOI}", f"https://doi.org/{quote(source.DOI, safe='/:;()')}"))
    if source.PMID:
        links.append(Link(f"PubMed {source.PMID}", f"https://pubmed.ncbi.nlm.nih.gov/{source.PMID}/"))
    if source.URL and not (source.DOI and "doi.org/" in source.URL):
        links.append(Link(f"Page at {urlsplit(source.URL).netloc}", source.URL))
    return links
