"""A chart to take along: one picture with all its words, and its numbers for a spreadsheet."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ...decisions.interchange.csv_out import csv_text
from ...export.downloads import LICENCE, TITLE
from ...library import Library
from ..drawing.plot.sheet import SOFT, Sheet
from ..page.context import PageContext
from .chart import FOLDER, ChartShown, shown
from .chart_pictures import GRADES


def chart_files(library: Library, *, directory_urls: bool, today: datetime.date) -> dict[str, bytes]:
    """For each chart that is shown today a picture and a sheet, by their paths below the site."""
    page = PageContext(library, "index.md", directory_urls, today)
    files = {}
    for record in library.charts.values():
        chart = shown(page, record)
        if not chart.late:
            files[f"{FOLDER}/{record.id}.svg"] = _alone(chart).encode()
            files[f"{FOLDER}/{record.id}.csv"] = csv_text(_rows(library, chart)).encode()
    return files


def _rows(library: Library, chart: ChartShown) -> Iterator[list[str]]:
    if chart.counts:
        yield ["topic", *GRADES]
        for count in chart.counts:
            yield [count.topic.words, *map(str, count.numbers)]
        return
    yield ["scale", "what", "number", "unit", "from", "to", "people", "time", "source", "DOI"]
    for row in chart.rows:
        figure = row.figure
        ends = ["" if end is None else f"{end:g}" for end in (figure.low, figure.high)]
        about = [figure.people or "", figure.over or "", row.source.words, library.sources[figure.source].DOI or ""]
        yield [row.scale, figure.label, f"{figure.value:g}", figure.unit, *ends, *about]


def _alone(chart: ChartShown) -> str:
    """All that its card says, one below the other."""
    record = chart.record
    sheet = Sheet()
    sheet.write(record.title, SOFT, bold=True)
    sheet.write(record.finding, letter=18, bold=True)
    sheet.gap()
    for row in chart.out_of_100 or ():  # before ratios
        sheet.write(f"{row.figure.label}: {row.amount}{f' ({row.context})' if row.context else ''}.")
        sheet.gap()
    if any(one.number for one in chart.pictures):
        sheet.side_by_side([(one.draw(), one.number, one.label) for one in chart.pictures])
    else:
        for one in chart.pictures:
            sheet.below(one.draw(), one.heading, one.below)
    sheet.write(record.caveat)
    sheet.gap()
    sheet.write(f"From {'; '.join(link.words for link in chart.sources)}.", SOFT, letter=12)
    sheet.write(f"{TITLE}. {LICENCE}. It informs, and is not yet reviewed by a clinician.", SOFT, letter=12)
    said = " ".join([record.finding, record.description, record.caveat])
    return sheet.drawn(record.title, said).as_str()
