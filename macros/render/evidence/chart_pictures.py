"""What a chart draws: its pictures with the words around them, and how many statements each cell of the map holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import svg
from markupsafe import Markup

from ...library import Library
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
from ..page.words import TOPICS, interval, number

_ROWS: dict[ChartKind, Callable[[DrawnPanel, Naming], svg.SVG]] = {
    ChartKind.BARS: bars,
    ChartKind.INTERVALS: intervals,
    ChartKind.DOTS: dots,
    ChartKind.STEPS: steps,
}

GRADES = (*(one.words.removesuffix(" certainty") for one in Certainty), "Our rule")


@dataclass(frozen=True)
class Picture:
    """One drawing, and the words that stand above and below it."""

    draw: Callable[[], svg.SVG]
    number: str = ""  # so many of 100 people …
    label: str = ""  # … and who they are
    heading: str = ""
    below: tuple[str, ...] = ()  # what its scale measures, and what its line means

    @cached_property
    def markup(self) -> Markup:
        """svg.py writes markup; every word in it was escaped in plot/canvas.py."""
        return Markup(self.draw().as_str())


def pictures(library: Library, record: Chart) -> list[Picture]:
    """Each picture of a chart, in order."""
    if record.kind is ChartKind.MAP:
        return [_map(library, record)]
    if record.kind is ChartKind.ICON_ARRAY:
        marks = [(panel, mark) for panel in record.panels for mark in panel.series]
        return [_people(library, record, index, panel, mark) for index, (panel, mark) in enumerate(marks, 1)]
    return [_panel(library, record, index, panel) for index, panel in enumerate(record.panels, 1)]


def statements(library: Library) -> dict[Topic, tuple[tuple[int, int], ...]]:
    """How many statements there are of each topic: for each of GRADES, findings and others. Not those withdrawn."""
    columns = [*Certainty, None]  # a rule of ours carries no certainty
    counted: Counter[tuple[Topic, Certainty | None, bool]] = Counter(
        (
            claim.topic,
            None if claim.kind is ClaimKind.OUR_RULE else claim.certainty,
            claim.kind is ClaimKind.FINDING,
        )
        for claim in library.claims.values()
        if not claim.retired
    )
    tallies = {
        topic: tuple((counted[topic, one, True], counted[topic, one, False]) for one in columns) for topic in TOPICS
    }
    return {topic: cells for topic, cells in tallies.items() if any(map(sum, cells))}


def _map(library: Library, record: Chart) -> Picture:
    certain = {topic: cells[:-1] for topic, cells in statements(library).items()}
    bands = [Band(TOPICS[topic], cells) for topic, cells in certain.items() if any(map(sum, cells))]
    naming = Naming(f"chart-{record.id}-1", record.title, f"{record.finding} {record.description} {record.caveat}")
    return Picture(lambda: certainty_map(GRADES[:-1], bands, naming))


def _people(library: Library, record: Chart, index: int, panel: Panel, mark: Mark) -> Picture:
    drawn = _drawn(library, mark)
    naming = _naming(record, index, f"{drawn.label}: {drawn.number}", panel, (drawn,))
    return Picture(lambda: people(drawn, naming), number=drawn.number, label=drawn.label)


def _panel(library: Library, record: Chart, index: int, panel: Panel) -> Picture:
    marks = tuple(_drawn(library, mark) for mark in panel.series)
    drawn = DrawnPanel(panel.scale == "log", panel.line.at if panel.line else None, marks)
    naming = _naming(record, index, f"{record.title}: {panel.title}" if panel.title else record.title, panel, marks)
    return Picture(
        lambda: _ROWS[record.kind](drawn, naming),
        heading=panel.title or "",
        below=(panel.axis, *([f"Dashed line: {panel.line.label}"] if panel.line else [])),
    )


def _naming(record: Chart, index: int, title: str, panel: Panel, marks: tuple[Drawn, ...]) -> Naming:
    """What there is to see is said first, then the numbers with their scale, then how it looks."""
    numbers = "; ".join(
        f"{mark.label}: {mark.number}{f', likely range {mark.interval}' if mark.interval else ''}" for mark in marks
    )
    said = f"{record.finding} {numbers}. Scale: {panel.axis}. {record.description} {record.caveat}"
    return Naming(f"chart-{record.id}-{index}", title, said)


def _drawn(library: Library, mark: Mark) -> Drawn:
    figure = library.figure(mark.figure)
    step = library.figure(mark.step) if mark.step else None
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
