"""Claims: the chip after a sentence, the card behind it, the list of all of them, and a page's own notes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ...day import day, month
from ...records import Certainty, Claim, ClaimKind, Topic
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.templating import inline, rendered
from ..page.words import KINDS, MEANINGS, TOPICS, amount, interval
from .grade import Grade, dots, grade, voices
from .list_filter import PERIODS, Entry, Filter, Ways, grouped, period, ways
from .list_pages import CLAIMS, card_url, topics_of
from .sources import Link, Reference, reference, short_link, short_links


@dataclass(frozen=True)
class Chip:
    """The small label after a sentence, a link to the claim's card. `chip` in _parts.html draws it."""

    id: str
    grade: Grade
    evidence: str
    url: str
    note: int | None  # its number in the page's list of sources, where the page has one


@dataclass(frozen=True)
class Fact:
    """A figure with all that it needs to be read."""

    label: str
    amount: str
    interval: str
    context: str
    source: Link


@dataclass(frozen=True)
class Backing:
    """A source as a claim's card lists it."""

    entry: Link  # its entry on our page of sources
    reference: Reference


@dataclass(frozen=True)
class Card:
    """All that is said of one claim. The card in a page's popover shows a part of it."""

    id: str
    url: str
    statement: str
    grade: Grade
    kind: str
    bodies: list[str]  # of a claim that tells guidance
    because: str
    evidence: str
    studied: str
    not_studied: str
    figures: list[Fact]
    limits: str
    sources: list[Backing]
    disagreement: str | None
    terms: list[Link]
    see_also: list[Link]
    pages: list[Link]
    reviewed: str
    review_due: str
    history: list[tuple[str, str, str]]  # day, kind of change, what changed


@dataclass(frozen=True)
class Line:
    """A claim in the list of all of them."""

    id: str
    link: Link
    grade: Grade


@dataclass(frozen=True)
class Note:
    """A claim among the sources at the end of a page."""

    statement: str
    grade: Grade
    sources: list[Link]
    url: str


@dataclass(frozen=True)
class KeyEntry:
    """One of the four words that say how sure we are."""

    certainty: Certainty
    dots: tuple[bool, ...]
    meaning: str


def claim(page: PageContext, id: str) -> str:
    """The chip that says how sure we are of the sentence before it."""
    return inline("evidence/claim_chip.html", chip=chip(page, id))


def certainty_key(page: PageContext) -> str:
    """The four words with their dots, the verb that a sentence then uses, and what they mean."""
    return rendered(
        "evidence/certainty_key.html",
        grades=[KeyEntry(one, dots(one), MEANINGS[one]) for one in Certainty],
        our_rule=KINDS[ClaimKind.OUR_RULE],
    )


def all_claims(page: PageContext) -> str:
    """Every claim in a line that leads to its card, by topic and by certainty. A script adds a filter."""

    def line(one: Claim) -> Line:
        return Line(one.id, Link(one.statement, card_url(page, one.id)), grade(page.library, page.today, one))

    groups = grouped("topic", TOPICS, page.library.claims.values(), _topic, line)
    return rendered(
        "evidence/all_claims.html",
        level=level_below(page, "all_claims"),
        groups=groups,
        ways=_ways(page),
    )


def claim_cards(page: PageContext, list_page: str = "") -> str:
    """The cards of the claims of one page of the list, by topic."""
    headings = {topic: TOPICS[topic] for topic in topics_of(list_page, "claim_cards")}
    groups = grouped("topic", headings, page.library.claims.values(), _topic, lambda one: card(page, one))
    return rendered(
        "evidence/claim_cards.html",
        level=level_below(page, "claim_cards"),
        groups=groups,
        all=page.url(f"{CLAIMS}/index.md"),
    )


def _topic(record: Claim) -> Topic:
    return record.topic


def _ways(page: PageContext) -> Ways:
    """Claims by topic, certainty, the year of their newest source, and the month in which they are due again."""
    claims = page.library.claims.values()
    entries = [
        Entry(
            one.id,
            Link(one.statement, card_url(page, one.id)),
            {
                "topic": (one.topic.value,),
                "grade": (grade(page.library, page.today, one).name,),
                "newest": (period(newest_year(page, one)),),
                "due": (f"{one.review_due:%Y-%m}",),
            },
        )
        for one in claims
    ]
    dues = {f"{due:%Y-%m}": month(due) for due in sorted(one.review_due for one in claims)}
    grades = {one.value: one.words for one in Certainty} | {
        "guidance": "Guidance",
        "our-rule": "Our rule",
        "retired": "Withdrawn",
    }
    return ways(
        entries,
        [
            Filter("topic", "Topic", "All topics", {topic.value: words for topic, words in TOPICS.items()}),
            Filter("grade", "How sure", "All", grades, index="Claims by how sure we are"),
            Filter("newest", "Newest source", "Any year", PERIODS),
            Filter("due", "Next look due", "Any month", dues),
        ],
    )


def page_sources(page: PageContext) -> str:
    """The claims used on this page, numbered as their chips print, then every source behind them or cited, once."""
    used = [page.library.claims[id] for id in page.claims_used]
    ids = {source for one in used for source in one.sources} | set(page.sources_used)
    return rendered(
        "evidence/page_sources.html",
        notes=[_note(page, one) for one in used],
        references=sorted(_backings(page, ids), key=lambda backing: backing.entry.words.casefold()),
    )


def _note(page: PageContext, record: Claim) -> Note:
    return Note(
        statement=record.statement,
        grade=grade(page.library, page.today, record),
        sources=short_links(page, record.sources),
        url=card_url(page, record.id),
    )


def chip(page: PageContext, id: str) -> Chip:
    """The chip of a claim, for any template that shows one. Notes that the page uses the claim."""
    page.use(id)
    record = page.library.claims[id]
    return Chip(
        id,
        grade(page.library, page.today, record),
        summary(page, record),
        card_url(page, id),
        page.claims_used.index(id) + 1 if _lists_its_sources(page) else None,
    )


def summary(page: PageContext, record: Claim) -> str:
    """Kind of evidence and the year of the newest source."""
    newest = newest_year(page, record)
    return f"{record.evidence}, newest source {newest}" if newest else record.evidence


def newest_year(page: PageContext, record: Claim) -> int | None:
    """The year of the newest source that carries one."""
    return max((year for id in record.sources if (year := page.library.sources[id].year)), default=None)


def card(page: PageContext, record: Claim) -> Card:
    """What the guide knows of one claim, with the ways from it."""
    library = page.library
    return Card(
        id=record.id,
        url=card_url(page, record.id),
        statement=record.statement,
        grade=grade(page.library, page.today, record),
        kind=KINDS[record.kind],
        bodies=[f"{voice.body} ({voice.country}, {year or 'undated'})" for voice, year in voices(page.library, record)]
        if record.kind is ClaimKind.GUIDANCE
        else [],
        because=record.because,
        evidence=summary(page, record),
        studied=record.studied,
        not_studied=record.not_studied,
        figures=[
            Fact(
                label=figure.label,
                amount=amount(figure),
                interval=interval(figure),
                context="; ".join(
                    part
                    for part in (
                        figure.people or "",
                        f"time: {figure.over}" if figure.over else "",
                        "people were watched, not put into groups by chance" if figure.observational else "",
                    )
                    if part
                ),
                source=short_link(page, figure.source),
            )
            for figure in record.figures
        ],
        limits=" ".join(_sentence(limit) for limit in (*record.limits, *_rows_behind(page, record))),
        sources=_backings(page, record.sources),
        disagreement=record.disagreement,
        terms=[Link(library.terms[id].term, page.url(f"look-up/glossary.md#term-{id}")) for id in record.terms],
        see_also=[Link(library.claims[id].statement, card_url(page, id)) for id in record.see_also],
        pages=[Link(page.title(path), page.url(path)) for path in library.pages_by_claim.get(record.id, ())],
        reviewed=day(record.reviewed),
        review_due=day(record.review_due),
        history=[(day(change.date), change.kind, change.note) for change in record.history],
    )


def _rows_behind(page: PageContext, record: Claim) -> list[str]:
    """The reasons of the rows that hold the numbers of a claim, where its own words name none."""
    rules = page.library.decisions[record.numbers_in].rules if record.numbers_in else ()
    return [rule.because for rule in rules if record.id in rule.claims]


def _sentence(words: str) -> str:
    """With its full stop, so that others can follow in the same line."""
    return words if words.endswith((".", "?", "!")) else f"{words}."


def _backings(page: PageContext, ids: Collection[str]) -> list[Backing]:
    ids = list(ids)
    return [
        Backing(link, reference(page.library.sources[id])) for id, link in zip(ids, short_links(page, ids), strict=True)
    ]


def _lists_its_sources(page: PageContext) -> bool:
    return any(call.macro == "page_sources" for call in page.library.pages[page.path].calls)
