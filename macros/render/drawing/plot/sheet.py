"""A picture that stands alone: plots with words above and below them, in the colours of paper.

Colours are attributes here. A style element would be refused where the site's security policy is sent with every file,
and other programs read attributes best.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import svg
from markupsafe import escape

from .canvas import LINE_EM, wrapped

_WIDTH, _MARGIN, _LETTER = 640.0, 24.0, 14.0  # pixels
_INSIDE = _WIDTH - 2 * _MARGIN
_PEOPLE_WIDTH, _PEOPLE_GAP = 132.0, 20.0
_NUMBER_LETTER, _LABEL_LETTER = 16.0, 13.0
_BOLD = 0.8  # a reader's own bold letters may be wide

# The light colours of overrides/assets/stylesheets/tokens.css.
PAPER, INK, SOFT, LINE, EDGE = "#ffffff", "#1d222b", "#4a5060", "#d8cdbb", "#7b7365"
TEAL, TINT, TRACK = "#0f5c63", "#dff0ef", "#9a3b26"

# How each class of the plots looks, as looks/chart.css has it on a page.
_TEXT = {"fill": INK, "stroke": PAPER, "stroke-width": "0.3em", "stroke-linejoin": "round", "paint-order": "stroke"}
_MARK = {"fill": TEAL, "stroke": TEAL, "stroke-width": "1.5"}
LOOKS: Mapping[str, Mapping[str, str]] = {
    "chart__words": _TEXT,
    "chart__words--strong": {"font-weight": "bold"},
    "chart__words--number": {"font-weight": "bold"},
    "chart__words--step": {"font-weight": "bold", "fill": TRACK},
    "chart__words--soft": {"fill": SOFT},
    "chart__words--tick": {"fill": SOFT},
    "chart__axis": {"stroke": EDGE, "stroke-width": "1"},
    "chart__guide": {"stroke": LINE, "stroke-width": "1"},
    "chart__rule": {"stroke": LINE, "stroke-width": "1"},
    "chart__line": {"stroke": INK, "stroke-width": "1.5", "stroke-dasharray": "4 3"},
    "chart__bar": _MARK,
    "chart__bar--other": {"fill": PAPER},
    "chart__point": _MARK,
    "chart__point--other": {"fill": PAPER},
    "chart__column": {**_MARK, "fill": TINT},
    "chart__column--step": {"fill": TRACK, "stroke": TRACK},
    "chart__range": {"stroke": TEAL, "stroke-width": "2"},
    "chart__person": {"fill": "none", "stroke": EDGE, "stroke-width": "0.5"},
    "chart__person--counted": {"fill": TEAL, "stroke": TEAL},
    "chart__svg": {},
    "chart__svg--scaled": {},
}


class Sheet:
    """A picture that grows downwards."""

    def __init__(self) -> None:
        self._down = _MARGIN
        self._elements: list[svg.Element] = []

    def gap(self) -> None:
        self._down += _LETTER

    def write(self, text: str, colour: str = INK, *, letter: float = _LETTER, bold: bool = False) -> None:
        """Words in as many lines as they need."""
        for line in wrapped(text, _INSIDE / letter * (_BOLD if bold else 1)):
            self._down += letter * LINE_EM
            self._elements.append(_line(line, _MARGIN, self._down, colour, letter, bold=bold))

    def below(self, drawing: svg.SVG, heading: str, scale: Sequence[str]) -> None:
        """A picture as wide as the sheet, under its heading and above what its scale measures."""
        if heading:
            self.write(heading, bold=True)
        self._down += _LETTER / 2
        assert isinstance(drawing.height, svg.Length)  # plots that hold words are so many of their letters high
        height = float(drawing.height.value) * _LETTER
        self._place(drawing, _MARGIN, _INSIDE, height)
        self._down += height
        for words in scale:
            self.write(words, SOFT)
        self.gap()

    def side_by_side(self, pictures: Sequence[tuple[svg.SVG, str, str]]) -> None:
        """So many of 100 people each, in one row, on one floor."""
        self._down += _LETTER / 2
        labels = [wrapped(label, _PEOPLE_WIDTH / _LABEL_LETTER) for _, _, label in pictures]
        top = self._down
        floor = top + _NUMBER_LETTER * LINE_EM + max(map(len, labels)) * _LABEL_LETTER * LINE_EM
        for index, ((drawing, number, _), label) in enumerate(zip(pictures, labels, strict=True)):
            left = _MARGIN + index * (_PEOPLE_WIDTH + _PEOPLE_GAP)
            down = top + _NUMBER_LETTER
            self._elements.append(_line(number, left, down, INK, _NUMBER_LETTER, bold=True))
            for words in label:
                down += _LABEL_LETTER * LINE_EM
                self._elements.append(_line(words, left, down, INK, _LABEL_LETTER))
            assert drawing.viewBox is not None  # pictures without words grow as a whole
            self._down = floor
            height = _PEOPLE_WIDTH * float(drawing.viewBox.height) / float(drawing.viewBox.width)
            self._place(drawing, left, _PEOPLE_WIDTH, height)
            self._down = floor + height
        self.gap()

    def drawn(self, title: str, description: str) -> svg.SVG:
        """The whole, on a ground of its own."""
        height = math.ceil(self._down + _MARGIN)
        return svg.SVG(
            width=_WIDTH,
            height=height,
            viewBox=svg.ViewBoxSpec(0, 0, _WIDTH, height),
            extra={
                "aria-labelledby": "chart-title",
                "aria-describedby": "chart-description",
                "font-family": "Lato, Helvetica, Arial, sans-serif",
                "font-size": f"{_LETTER:g}px",
            },
            elements=[
                svg.Title(id="chart-title", text=str(escape(title))),
                svg.Desc(id="chart-description", text=str(escape(description))),
                svg.Rect(width=_WIDTH, height=height, fill=PAPER),
                *self._elements,
            ],
        )

    def _place(self, drawing: svg.SVG, left: float, width: float, height: float) -> None:
        drawing.xmlns = None
        drawing.x, drawing.y, drawing.width, drawing.height = left, self._down, width, height
        _dress([drawing])
        self._elements.append(drawing)


def _line(text: str, left: float, down: float, colour: str, letter: float, *, bold: bool = False) -> svg.Text:
    return svg.Text(
        text=str(escape(text)),
        x=left,
        y=round(down, 2),
        fill=colour,
        font_size=letter,
        font_weight="bold" if bold else None,
    )


def _dress(elements: Iterable[svg.Element]) -> None:
    """Say what each class looks like where it stands. What the page alone needs is left out."""
    for element in elements:
        looks: dict[str, str] = {}
        for name in getattr(element, "class_", None) or ():
            looks |= LOOKS[name]
        element.extra = looks | {key: value for key, value in (element.extra or {}).items() if key in _DRAWN}
        element.class_ = None  # type: ignore[attr-defined]
        _dress(element.elements or ())


_DRAWN = ("stroke-dasharray", "role", "aria-labelledby", "aria-describedby")
