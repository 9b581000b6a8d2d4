"""So many out of 100, as 100 small people. A part of a person stands for a part: 3.5 is three and a half."""

from __future__ import annotations

import svg

from .canvas import Naming, scaled_picture
from .marks import Mark

_PER_ROW = 10
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
    """100 people in ten rows; the first `mark.value` of them are filled."""
    person = f"{naming.id}-person"
    drawn: list[svg.Element] = [svg.Defs(elements=[svg.G(id=person, elements=[_HEAD, _BODY])])]
    for index in range(100):
        across, down = (index % _PER_ROW) * _WIDTH, (index // _PER_ROW) * _HEIGHT
        part = min(max(mark.value - index, 0.0), 1.0)
        if part < 1:
            drawn.append(svg.Use(href=f"#{person}", x=across, y=down, class_=["chart__person"]))
        if part > 0:
            drawn.append(_filled(person, across, down, part))
    return scaled_picture(naming, drawn, _PER_ROW * _WIDTH, 10 * _HEIGHT)


def _filled(person: str, across: float, down: float, part: float) -> svg.Element:
    """A person, or the left part of one: an inner picture shows nothing beyond its own edge."""
    one = svg.Use(href=f"#{person}", x=across, y=down, class_=["chart__person", "chart__person--counted"])
    if part == 1:
        return one
    one.x = one.y = 0
    width = round(0.9 + 7.2 * part, 3)
    return svg.SVG(xmlns=None, x=across, y=down, width=width, height=_HEIGHT, elements=[one])
