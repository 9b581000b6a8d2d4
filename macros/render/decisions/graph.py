"""A decision drawn: its questions from top to bottom, each with where its answers lead.

A file of its own, as few open it: in the page it was a quarter of the markup. Drawn narrow, so that it is readable at
320 px without scrolling sideways. The click path of the tool says the same in words, with links.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from ...export.decision_parts import StepView, WayView
from ...export.decision_view import TableView, table_view
from ...export.downloads import FOLDER
from ...library import Library
from ...records import Urgency
from ..drawing.plot.sheet import EDGE, INK, PAPER, TEAL, TINT
from ..page.templating import rendered

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
class Look:
    fill: str
    stroke: str


_KINDS = {"question": Look(TINT, TEAL)}
# The light colours of overrides/assets/stylesheets/tokens.css.
_URGENCIES = {
    Urgency.NOW: Look("#fbe6e5", "#9b1520"),
    Urgency.TODAY: Look("#fcefd9", "#7a4300"),
    Urgency.APPOINTMENT: Look("#e3eef7", "#1a4f7a"),
    Urgency.CARE: Look("#efe8f6", "#5a3d7a"),
    Urgency.START: Look("#e5f1e4", "#28592f"),
    Urgency.NOTE: Look("#eeece8", "#4a5060"),
}


@dataclass(frozen=True)
class Label:
    """A box with wrapped words; `kind` is its style."""

    kind: str
    x: int
    y: int
    width: int
    height: int
    baselines: tuple[tuple[int, str], ...]  # each line of words with the height it stands on
    urgency: str

    @property
    def look(self) -> Look:
        return _URGENCIES[Urgency(self.urgency)] if self.urgency else _KINDS.get(self.kind, Look(PAPER, EDGE))

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


def decision_graphs(library: Library) -> dict[str, bytes]:
    """The drawing of every decision, by its path below the site."""
    return {graph_path(id): decision_graph(table_view(library, id)).encode() for id in library.compiled}


def graph_path(id: str) -> str:
    """Where the drawing of a decision stands below the site: beside the decision's other files."""
    return f"{FOLDER}/decisions/{id}.svg"


def decision_graph(table: TableView) -> str:
    """The drawing of a decision, as a picture that stands alone."""
    whole = len(table.path) <= MOST_STEPS
    drawing = _of_steps(table.path) if whole else _of_needs(table)
    title = table.record.title
    colours = {"paper": PAPER, "edge": EDGE, "ink": INK}
    return rendered("decisions/graph.html", title=title, drawing=drawing, width=WIDTH, whole=whole, **colours)


def _of_steps(path: tuple[StepView, ...]) -> Drawing:
    labels: list[Label] = []
    lines: list[str] = []
    y = GAP
    for step in path:
        box = _box(f"{step.number}. {step.label}", y)
        labels.append(box)
        y = box.bottom
        for way in step.ways:
            label = _exit(way, y + GAP)
            labels.append(label)
            lines.append(f"M{TRUNK} {box.bottom}V{label.middle}H{label.x}")
            y = label.bottom
        y += 2 * GAP
    return Drawing(tuple(labels), tuple(lines), y)


def _exit(way: WayView, y: int) -> Label:
    if way.step is not None:
        return _way_out(f"{way.answers}: go to {way.step}", y)
    words = "; ".join(one.words for one in way.gives) or "nothing to add"
    return _way_out(f"{way.answers}: {words}", y, "result", way.urgency.value)


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


def _way_out(words: str, y: int, kind: str = "onward", urgency: str = "") -> Label:
    return _label(kind, EXIT, y, textwrap.wrap(words, _EXIT_SIGNS), urgency)


def _label(kind: str, x: int, y: int, lines: list[str], urgency: str = "") -> Label:
    baselines = tuple((y + PAD + (index + 1) * LINE - 4, line) for index, line in enumerate(lines))
    return Label(kind, x, y, WIDTH - x, len(lines) * LINE + 2 * PAD, baselines, urgency)
