"""A decision drawn: its questions from top to bottom, each with where its answers lead. Needs no script.

Drawn narrow, so that it is readable at 320 px without scrolling sideways. Positions are worked out here; colours
and type come from the stylesheet. The click path on the same page says the same in words.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from ...export.decision_parts import StepView, WayView
from ...export.decision_view import TableView
from ..page.context import PageContext
from ..page.templating import rendered
from .table import results_at

# In units of the drawing, which is shown one to one on a phone.
WIDTH = 340
LINE = 17
PAD = 9
TRUNK = 16
EXIT = 44
GAP = 10
MOST_STEPS = 30  # above this a drawing explains less than the table: only what the decision needs is drawn
_BOX_SIGNS, _EXIT_SIGNS = 40, 36  # signs in a line, at the size of the type


@dataclass(frozen=True)
class Label:
    """A box with wrapped words; `kind` is its style."""

    kind: str
    x: int
    y: int
    width: int
    height: int
    baselines: tuple[tuple[int, str], ...]  # each line of words with the height it stands on
    url: str
    urgency: str

    @property
    def bottom(self) -> int:
        return self.y + self.height

    @property
    def middle(self) -> int:
        return self.y + self.height // 2


@dataclass(frozen=True)
class Drawing:
    labels: tuple[Label, ...]
    lines: tuple[str, ...]  # SVG path data
    height: int


def decision_graph(page: PageContext, table: TableView) -> str:
    """The drawing of a decision, as a figure."""
    whole = len(table.path) <= MOST_STEPS
    drawing = _of_steps(table.path, f"{results_at(page, table.id)}#{table.id}-outcome-") if whole else _of_needs(table)
    title = table.record.title
    return rendered("decisions/graph.html", id=table.id, title=title, drawing=drawing, width=WIDTH, whole=whole)


def _of_steps(path: tuple[StepView, ...], there: str) -> Drawing:
    labels: list[Label] = []
    lines: list[str] = []
    y = GAP
    for step in path:
        box = _box(f"{step.number}. {step.label}", y)
        labels.append(box)
        y = box.bottom
        for way in step.ways:
            label = _exit(way, y + GAP, there)
            labels.append(label)
            lines.append(f"M{TRUNK} {box.bottom}V{label.middle}H{label.x}")
            y = label.bottom
        y += 2 * GAP
    return Drawing(tuple(labels), tuple(lines), y)


def _exit(way: WayView, y: int, there: str) -> Label:
    if way.step is not None:
        return _way_out(f"{way.answers}: go to {way.step}", y)
    words = "; ".join(one.words for one in way.gives) or "nothing to add"
    url = f"{there}{way.gives[0].result}" if len(way.gives) == 1 and way.gives[0].result else ""
    return _way_out(f"{way.answers}: {words}", y, "result", url, way.urgency.value)


def _of_needs(table: TableView) -> Drawing:
    """DMN's requirements: the decision, and the questions and decisions that it takes its inputs from."""
    top = _box(table.record.title, GAP)
    labels, lines, y = [top], [], top.bottom
    for name, kind in table.needs:
        label = _way_out(f"{name} ({kind})", y + GAP)
        labels.append(label)
        lines.append(f"M{TRUNK} {top.bottom}V{label.middle}H{label.x}")
        y = label.bottom
    return Drawing(tuple(labels), tuple(lines), y + GAP)


def _box(words: str, y: int) -> Label:
    return _label("question", 0, y, textwrap.wrap(words, _BOX_SIGNS))


def _way_out(words: str, y: int, kind: str = "onward", url: str = "", urgency: str = "") -> Label:
    return _label(kind, EXIT, y, textwrap.wrap(words, _EXIT_SIGNS), url, urgency)


def _label(kind: str, x: int, y: int, lines: list[str], url: str = "", urgency: str = "") -> Label:
    baselines = tuple((y + PAD + (index + 1) * LINE - 4, line) for index, line in enumerate(lines))
    return Label(kind, x, y, WIDTH - x, len(lines) * LINE + 2 * PAD, baselines, url, urgency)
