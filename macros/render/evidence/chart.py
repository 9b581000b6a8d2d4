"""Charts: a claim's figures as a picture, with what it shows, what it does not, and the same numbers as a table."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...export.downloads import FOLDER as DOWNLOADS
from ...library import Library
from ...records import Chart, ChartKind
from ...records.evidence.claim import Figure
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.templating import rendered
from ..page.words import TOPICS, amount, interval, is_ratio
from .chart_pictures import GRADES, Picture, pictures, statements
from .claim import Chip, chip
from .list_filter import grouped
from .list_pages import CLAIMS, list_page_of
from .sources import Link, short_link, short_links

PAGE = "evidence/charts.md"
FOLDER = f"{DOWNLOADS}/charts"


@dataclass(frozen=True)
class DrawnNumber:
    """A drawn number in the table below the picture."""

    figure: Figure
    scale: str
    amount: str
    interval: str
    context: str
    source: Link


@dataclass(frozen=True)
class Count:
    """Statements of one topic, in the table below the map."""

    topic: Link
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class ChartShown:
    """A chart as it is drawn now, or put away because a claim of its is due."""

    record: Chart
    chips: tuple[Chip, ...]
    due: str  # ISO date after which it is put away
    late: bool
    pictures: tuple[Picture, ...] = ()
    sources: tuple[Link, ...] = ()  # where the drawn numbers were read, once each
    out_of_100: tuple[DrawnNumber, ...] | None = None  # to be read before ratios; none where no ratio is drawn
    rows: tuple[DrawnNumber, ...] = ()
    counts: tuple[Count, ...] = ()  # by GRADES
    files: tuple[Link, ...] = ()


def chart(page: PageContext, id: str) -> str:
    """A chart on its own, for the place where it helps."""
    return rendered("evidence/chart.html", chart=shown(page, page.library.charts[id]), grades=GRADES)


def all_charts(page: PageContext) -> str:
    """Every chart, by topic, after the map of all claims."""
    charts = page.library.charts.values()
    level = level_below(page, "all_charts")
    headings = {"all": "All claims at a glance"} | {topic.value: words for topic, words in TOPICS.items()}
    groups = grouped("charts", headings, charts, lambda one: one.topic or "all", lambda one: shown(page, one))
    return rendered("evidence/all_charts.html", groups=groups, level=level, grades=GRADES)


def shown(page: PageContext, record: Chart) -> ChartShown:
    """The chart as it stands on a page today."""
    due = _review_due(page.library, record)
    late = due is not None and page.today > due
    chips = tuple(chip(page, id) for id in record.claims)
    alone = ChartShown(record, chips, due.isoformat() if due else "", late)
    if late:
        return alone
    drawn = replace(alone, pictures=tuple(pictures(page.library, record)), files=_files(page, record))
    if record.kind is ChartKind.MAP:
        every = Link("all claims of this guide", page.url(f"{CLAIMS}/index.md"))
        return replace(drawn, sources=(every,), counts=tuple(_counts(page)))
    read = dict.fromkeys(page.library.figure(mark.figure).source for mark in record.marks)
    return replace(
        drawn,
        sources=tuple(short_links(page, list(read))),
        rows=tuple(_rows(page, record)),
        out_of_100=_out_of_100(page, record),
    )


def _review_due(library: Library, record: Chart) -> datetime.date | None:
    """The day after which it is no longer shown: that of the claim of its that is due first."""
    return min((library.claims[id].review_due for id in record.claims), default=None)


def _rows(page: PageContext, record: Chart) -> Iterator[DrawnNumber]:
    for panel in record.panels:
        for mark in panel.series:
            yield _row(page, page.library.figure(mark.figure), panel.axis)


def _row(page: PageContext, figure: Figure, scale: str = "") -> DrawnNumber:
    parts = (figure.people, f"time: {figure.over}" if figure.over else None)
    return DrawnNumber(
        figure=figure,
        scale=scale,
        amount=amount(figure),
        interval=interval(figure),
        context="; ".join(part for part in parts if part),
        source=short_link(page, figure.source),
    )


def _out_of_100(page: PageContext, record: Chart) -> tuple[DrawnNumber, ...] | None:
    """For ratios: the counts of people that their claims hold, to be read before them. None where no ratio is drawn."""
    drawn = [page.library.figure(mark.figure) for mark in record.marks]
    if not any(is_ratio(figure) for figure in drawn):
        return None
    held = [figure for id in record.claims for figure in page.library.claims[id].figures]
    return tuple(_row(page, figure) for figure in held if figure.unit.startswith("of 100 "))


def _counts(page: PageContext) -> list[Count]:
    return [
        Count(
            Link(TOPICS[topic], page.url(f"{CLAIMS}/{list_page_of(topic)}.md#topic-{topic.value}")),
            tuple(map(sum, cells)),
        )
        for topic, cells in statements(page.library).items()
    ]


def _files(page: PageContext, record: Chart) -> tuple[Link, ...]:
    """What of it can be taken along, as chart_files.py makes it."""
    kinds = {"svg": "picture (SVG)", "csv": "numbers (CSV)"}
    return tuple(Link(words, page.file(f"{FOLDER}/{record.id}.{kind}")) for kind, words in kinds.items())
