"""A decision drawn: its questions from top to bottom, each with where its answers lead. Needs no script.

Drawn narrow, so that it is readable at 320 px without scrolling sideways. Positions are worked out here; colours
and type come from the stylesheet. The click path on the same page says the same in words.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from ...decisions.diagram.compiled import Compiled
from ...decisions.diagram.path import Step, Way, click_path
from ...decisions.tables.evaluate import first_values, results_in
from ..page.context import PageContext
from ..page.templating import rendered
from .cells import accepted
from .table import links_to, results_at

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
    lines: tuple[str, ...]
    url: str = ""
    urgency: str = ""

    @property
    def height(self) -> int:
        return len(self.lines) * LINE + 2 * PAD

    @property
    def bottom(self) -> int:
        return self.y + self.height

    @property
    def middle(self) -> int:
        return self.y + self.height // 2

    @property
    def baselines(self) -> list[tuple[int, str]]:
        """Each line of words with the height it stands on."""
        return [(self.y + PAD + (index + 1) * LINE - 4, line) for index, line in enumerate(self.lines)]


@dataclass(frozen=True)
class Drawing:
    labels: tuple[Label, ...]
    lines: tuple[str, ...]  # SVG path data
    height: int


def decision_graph(page: PageContext, id: str) -> str:
    """The drawing of a decision, as a figure."""
    compiled = page.library.compiled[id]
    path = click_path(compiled)
    whole = len(path) <= MOST_STEPS
    drawing = _of_steps(compiled, path, results_at(page, id)) if whole else _of_needs(compiled)
    title = compiled.record.title
    return rendered("decisions/graph.html", id=id, title=title, drawing=drawing, width=WIDTH, whole=whole)


def _of_steps(compiled: Compiled, path: tuple[Step, ...], there: str) -> Drawing:
    labels: list[Label] = []
    lines: list[str] = []
    y = GAP
    for step in path:
        box = Label("question", 0, y, WIDTH, _wrapped(f"{step.number}. {step.axis.label}", _BOX_SIGNS))
        labels.append(box)
        y = box.bottom
        for way in step.ways:
            label = _exit(compiled, step, way, y + GAP, there)
            labels.append(label)
            lines.append(f"M{TRUNK} {box.bottom}V{label.middle}H{label.x}")
            y = label.bottom
        y += 2 * GAP
    return Drawing(tuple(labels), tuple(lines), y)


def _exit(compiled: Compiled, step: Step, way: Way, y: int, there: str) -> Label:
    answers = accepted(way.ranges, step.axis)
    answers = answers[0].upper() + answers[1:]
    if way.step is not None:
        return Label("onward", EXIT, y, WIDTH - EXIT, _wrapped(f"{answers}: go to {way.step}", _EXIT_SIGNS))
    many = compiled.table.many
    named = [str(value) for value in first_values(way.outcome, many)]
    results = [link for values in results_in(way.outcome, many) for link in links_to(compiled, values)]
    words = "; ".join(link.words for link in results) or "nothing to add"
    urgency = compiled.record.outcomes[named[0]].urgency.value if named and compiled.record.outcomes else "note"
    url = f"{there}{results[0].url}" if len(results) == 1 else ""
    said = _wrapped(f"{answers}: {words}", _EXIT_SIGNS)
    return Label("result", EXIT, y, WIDTH - EXIT, said, url, urgency)


def _of_needs(compiled: Compiled) -> Drawing:
    """DMN's requirements: the decision, and the questions and decisions that it takes its inputs from."""
    top = Label("question", 0, GAP, WIDTH, _wrapped(compiled.record.title, _BOX_SIGNS))
    labels, lines, y = [top], [], top.bottom
    for axis in compiled.authored.axes:
        kind = "another table" if axis.decision else "worked out" if axis.tree is not None else "a question"
        label = Label("onward", EXIT, y + GAP, WIDTH - EXIT, _wrapped(f"{axis.label} ({kind})", _EXIT_SIGNS))
        labels.append(label)
        lines.append(f"M{TRUNK} {top.bottom}V{label.middle}H{label.x}")
        y = label.bottom
    return Drawing(tuple(labels), tuple(lines), y + GAP)


def _wrapped(words: str, signs: int) -> tuple[str, ...]:
    return tuple(textwrap.wrap(words, signs))
