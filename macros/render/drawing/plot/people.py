"""So many out of 100, as 100 small people. A part of a person stands for a part: 3.5 is three and a half."""

from __future__ import annotations

from collections.abc import Iterator

import svg

from .canvas import Naming, classes, scaled_picture
from .marks import Mark

_ROWS = _PER_ROW = 10
_COUNTED = "counted"
_WIDTH, _HEIGHT = 10.0, 13.0  # the cell of one person
# A head, and shoulders that run down to a flat hem.
_HEAD = svg.Circle(cx=4.5, cy=2.4, r=2.1)
_BODY = svg.Path(
    d=[
        svg.M(0.9, 11.6),
        svg.v(-3.0),
        svg.c(0, -2.3, 1.4, -3.5, 3.6, -3.5),
        svg.s(3.6, 1.2, 3.6, 3.5),
        svg.v(3.0),
        svg.Z(),
    ]
)


def people(mark: Mark, naming: Naming) -> svg.SVG:
    """100 people in ten rows; the first `mark.value` of them are filled. A row that is all alike is drawn at once."""
    person, row = f"{naming.id}-person", f"{naming.id}-row"
    ten = [svg.Use(href=f"#{person}", x=across * _WIDTH) for across in range(_PER_ROW)]
    drawn: list[svg.Element] = [
        svg.Defs(elements=[svg.G(id=person, elements=[_HEAD, _BODY]), svg.G(id=row, elements=[*ten])])
    ]
    for index in range(_ROWS):
        down, filled = index * _HEIGHT, min(max(mark.value - index * _PER_ROW, 0.0), _PER_ROW)
        if filled in (0, _PER_ROW):
            drawn.append(_use(row, 0, down, _COUNTED if filled else ""))
        else:
            drawn += _mixed(person, down, filled)
    return scaled_picture(naming, drawn, _PER_ROW * _WIDTH, _ROWS * _HEIGHT)


def _mixed(person: str, down: float, filled: float) -> Iterator[svg.Element]:
    """A row of ten people of whom the first are filled, the last of these perhaps in part."""
    for index in range(_PER_ROW):
        across, part = index * _WIDTH, min(max(filled - index, 0.0), 1.0)
        if part < 1:
            yield _use(person, across, down)
        if part == 1:
            yield _use(person, across, down, _COUNTED)
        elif part > 0:  # the left part of one: an inner picture shows nothing beyond its own edge
            width, one = round(0.9 + 7.2 * part, 3), _use(person, 0, 0, _COUNTED)
            yield svg.SVG(xmlns=None, x=across, y=down, width=width, height=_HEIGHT, elements=[one])


def _use(drawing: str, across: float, down: float, kind: str = "") -> svg.Use:
    return svg.Use(href=f"#{drawing}", x=across, y=down, class_=classes("chart__person", kind))
