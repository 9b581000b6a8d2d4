"""Charts: a claim's figures as a picture, with what it shows, what it does not, and the same numbers as a table."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

import svg
from markupsafe import Markup

from ...records import Certainty, Chart, ChartKind, ClaimKind, Topic
from ...records.evidence.chart import Mark, Panel
from ...records.evidence.claim import Figure
from ..drawing.plot.canvas import Naming
from ..drawing.plot.certainty_map import Band, certainty_map
from ..drawing.plot.marks import Mark as Drawn
from ..drawing.plot.marks import Panel as DrawnPanel
from ..drawing.plot.people import people
from ..drawing.plot.rows import bars, dots, intervals
from ..drawing.plot.steps import steps
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.templating import rendered
from ..page.words import TOPICS, amount, interval, number
from .claim import Chip, chip
from .list_filter import grouped
from .list_pages import CLAIMS, list_page_of
from .sources import Link, short_link, short_links

PAGE = "evidence/charts.md"

_ROWS: dict[ChartKind, Callable[[DrawnPanel, Naming], svg.SVG]] = {
    ChartKind.BARS: bars,
    ChartKind.INTERVALS: intervals,
    ChartKind.DOTS: dots,
    ChartKind.STEPS: steps,
}


@dataclass(frozen=True)
class Picture:
    """One drawing, with words above it where it holds none itself."""

    markup: Markup
    number: str = ""
    label: str = ""


@dataclass(frozen=True)
class DrawnNumber:
    """A drawn number in the table below the picture."""

    label: str
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
    rows: tuple[DrawnNumber, ...] = ()
    grades: tuple[str, ...] = ()  # above the columns of `counts`
    counts: tuple[Count, ...] = ()


def chart(page: PageContext, id: str) -> str:
    """A chart on its own, for the place where it helps."""
    return rendered("evidence/chart.html", chart=_shown(page, page.library.charts[id]))


def all_charts(page: PageContext) -> str:
    """Every chart, by topic, after the map of all claims."""
    charts = page.library.charts.values()
    level = level_below(page, "all_charts")
    headings = {"all": "All claims at a glance"} | {topic.value: words for topic, words in TOPICS.items()}
    groups = grouped("charts", headings, charts, lambda one: one.topic or "all", lambda one: _shown(page, one))
    return rendered("evidence/all_charts.html", groups=groups, level=level)


def review_due(page: PageContext, record: Chart) -> datetime.date | None:
    """The day after which the picture is no longer shown: that of the claim of its that is due first."""
    return min((page.library.claims[id].review_due for id in record.claims), default=None)


def _shown(page: PageContext, record: Chart) -> ChartShown:
    due = review_due(page, record)
    late = due is not None and page.today > due
    chips = tuple(chip(page, id) for id in record.claims)
    shown = ChartShown(record, chips, due.isoformat() if due else "", late)
    if record.kind is ChartKind.MAP:
        grades = (*(one.words.removesuffix(" certainty") for one in Certainty), "Our rule")
        pictures = () if late else (_map(page, record),)
        return replace(shown, pictures=pictures, grades=grades, counts=tuple(_counts(page)))
    if late:
        return shown
    rows = tuple(_row(page, mark) for mark in record.marks)
    read = dict.fromkeys(page.library.figure(mark.figure).source for mark in record.marks)
    sources = tuple(short_links(page, list(read)))
    return replace(shown, pictures=tuple(_pictures(page, record)), sources=sources, rows=rows)


def _pictures(page: PageContext, record: Chart) -> list[Picture]:
    if record.kind is ChartKind.ICON_ARRAY:
        marks = [_drawn(page, mark) for panel in record.panels for mark in panel.series]
        return [
            Picture(
                _markup(people, mark, _naming(record, index, f"{mark.label}: {mark.number}", [mark])),
                mark.number,
                mark.label,
            )
            for index, mark in enumerate(marks)
        ]
    pictures = []
    for index, panel in enumerate(record.panels):
        drawn = _panel(page, panel)
        title = f"{record.title}: {panel.title}" if panel.title else record.title
        pictures.append(Picture(_markup(_ROWS[record.kind], drawn, _naming(record, index, title, drawn.marks))))
    return pictures


def _naming(record: Chart, index: int, title: str, marks: tuple[Drawn, ...] | list[Drawn]) -> Naming:
    numbers = "; ".join(
        f"{mark.label}: {mark.number}{f', likely range {mark.interval}' if mark.interval else ''}" for mark in marks
    )
    said = f"{record.finding} {numbers}. {record.description} {record.caveat}"
    return Naming(f"chart-{record.id}-{index + 1}", title, said)


def _panel(page: PageContext, panel: Panel) -> DrawnPanel:
    return DrawnPanel(
        title=panel.title or "",
        axis=panel.axis,
        logarithmic=panel.scale == "log",
        line=(panel.line.at, panel.line.label) if panel.line else None,
        marks=tuple(_drawn(page, mark) for mark in panel.series),
    )


def _drawn(page: PageContext, mark: Mark) -> Drawn:
    figure = page.library.figure(mark.figure)
    step = page.library.figure(mark.step) if mark.step else None
    return Drawn(
        label=mark.label or figure.label,
        value=figure.value,
        number=_short(figure),
        low=figure.low,
        high=figure.high,
        interval=interval(figure),
        main=mark.tone == "main",
        times=mark.times,
        step=f"+{number(step.value)}%" if step else "",
    )


def _short(figure: Figure) -> str:
    """The number as a picture has it: its scale says the unit, but for shares and percentages."""
    if figure.unit.startswith("of 100"):
        return f"{number(figure.value)} out of 100"
    return f"{number(figure.value)}{'%' if figure.unit.startswith('percent') else ''}"


def _row(page: PageContext, mark: Mark) -> DrawnNumber:
    figure = page.library.figure(mark.figure)
    parts = (figure.people, f"time: {figure.over}" if figure.over else None)
    return DrawnNumber(
        label=figure.label,
        amount=amount(figure),
        interval=interval(figure),
        context="; ".join(part for part in parts if part),
        source=short_link(page, figure.source),
    )


@cache
def _markup(draw: Callable[..., svg.SVG], *drawn: object) -> Markup:
    """svg.py writes markup; every word in it was escaped in plot/canvas.py. Most pictures stand on two pages."""
    return Markup(draw(*drawn).as_str())


def _map(page: PageContext, record: Chart) -> Picture:
    tallies = _tallies(page)
    bands = tuple(
        Band(words, tuple((tallies[topic, one, True], tallies[topic, one, False]) for one in Certainty))
        for topic, words in TOPICS.items()
        if any(found is topic for found, _, _ in tallies)
    )
    columns = tuple(one.words.removesuffix(" certainty") for one in Certainty)
    naming = Naming(f"chart-{record.id}-1", record.title, f"{record.finding} {record.description} {record.caveat}")
    return Picture(_markup(certainty_map, columns, bands, naming))


def _tallies(page: PageContext) -> Counter[tuple[Topic, Certainty, bool]]:
    """How many statements there are of a topic and a certainty, findings and others apart.

    All but our own rules and those withdrawn: these carry no certainty.
    """
    return Counter(
        (claim.topic, claim.certainty, claim.kind is ClaimKind.FINDING)
        for claim in page.library.claims.values()
        if claim.kind is not ClaimKind.OUR_RULE and not claim.retired
    )


def _counts(page: PageContext) -> list[Count]:
    claims = [claim for claim in page.library.claims.values() if not claim.retired]
    tallies = _tallies(page)
    return [
        Count(
            Link(words, page.url(f"{CLAIMS}/{list_page_of(topic)}.md#topic-{topic.value}")),
            (
                *(tallies[topic, one, True] + tallies[topic, one, False] for one in Certainty),
                sum(claim.topic is topic and claim.kind is ClaimKind.OUR_RULE for claim in claims),
            ),
        )
        for topic, words in TOPICS.items()
        if any(claim.topic is topic for claim in claims)
    ]
