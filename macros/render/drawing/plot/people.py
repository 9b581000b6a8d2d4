"""So many out of 100, as 100 small people. A part of a person stands for a part: 3.5 is three and a half."""

from __future__ import annotations

import svg

from .canvas import Naming, classes, scaled_picture
from .marks import Mark

_ROWS = _PER_ROW = 10
_WIDTH, _HEIGHT = 10.0, 13.0  # the cell of one person


def people(mark: Mark, naming: Naming) -> svg.SVG:
    """100 people in ten rows; the first `mark.value` of them are filled. A row is one drawing."""
    row = f"{naming.id}-row"
    drawn: list[svg.Element] = [svg.Defs(elements=[svg.Path(id=row, d=[step for one in _PEOPLE for step in one])])]
    for index in range(_ROWS):
        down, filled = index * _HEIGHT, min(max(mark.value - index * _PER_ROW, 0.0), _PER_ROW)
        if filled < _PER_ROW:
            drawn.append(_use(row, down))
        if filled == _PER_ROW:
            drawn.append(_use(row, down, "counted"))
        elif filled > 0:  # the left part of the row: an inner picture shows nothing beyond its own edge
            drawn.append(
                svg.SVG(xmlns=None, y=down, width=_edge(filled), height=_HEIGHT, elements=[_use(row, 0, "counted")])
            )
    return scaled_picture(naming, drawn, _PER_ROW * _WIDTH, _ROWS * _HEIGHT)


def _edge(filled: float) -> float:
    """Where so many people of a row end. A part of one is a part of the width of shoulders."""
    whole, part = divmod(filled, 1)
    return round(whole * _WIDTH + (0.9 + 7.2 * part if part else 0), 3)


def _person(left: float) -> list[svg.PathData]:
    """A head, and shoulders that run down to a flat hem."""
    return [
        svg.M(left + 2.4, 2.4),
        svg.a(2.1, 2.1, 0, True, True, 4.2, 0),
        svg.a(2.1, 2.1, 0, True, True, -4.2, 0),
        svg.M(left + 0.9, 11.6),
        svg.v(-3.0),
        svg.c(0, -2.3, 1.4, -3.5, 3.6, -3.5),
        svg.s(3.6, 1.2, 3.6, 3.5),
        svg.v(3.0),
        svg.Z(),
    ]


_PEOPLE = [_person(index * _WIDTH) for index in range(_PER_ROW)]


def _use(drawing: str, down: float, kind: str = "") -> svg.Use:
    return svg.Use(href=f"#{drawing}", y=down, class_=classes("chart__person", kind))
