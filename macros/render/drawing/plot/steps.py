"""A plan as a staircase: a column for each session, as high as its minutes."""

from __future__ import annotations

import svg

from .canvas import LINE_EM, Naming, em, picture, share, words
from .marks import Mark, Panel

_HIGH_EM = 9.0  # the highest column
_ABOVE_EM = 2.6  # room for numbers over the highest column
_BELOW_EM = 0.2  # under the numbers of weeks
_GAP = 0.18  # between columns, as a part of one
_WEEK = 3  # sessions in a week


def steps(panel: Panel, naming: Naming) -> svg.SVG:
    """Columns in order. A number stands over the first of each run of equal columns, and over each marked step."""
    sessions = [(mark, first == 0) for mark in panel.marks for first in range(mark.times)]
    highest = max(mark.value for mark, _ in sessions)
    width = 100 / len(sessions)
    floor = _ABOVE_EM + _HIGH_EM
    drawn: list[svg.Element] = []
    above: list[svg.Element] = []
    for index, (mark, is_first) in enumerate(sessions):
        height = _HIGH_EM * mark.value / highest
        drawn.append(_column(mark, index * width, width, floor, height, is_first))
        if is_first and _is_named(panel.marks, mark):
            above += _number(mark, index * width, width, floor - height)
    drawn += above
    drawn.append(svg.Line(x1=share(0), x2=share(100), y1=em(floor), y2=em(floor), class_=["chart__axis"]))
    for week in range(len(sessions) // _WEEK):
        drawn.append(words(str(week + 1), (week + 0.5) * _WEEK * width, floor + 1.2, "tick", "middle"))
    return picture(naming, drawn, floor + LINE_EM + _BELOW_EM)


def _column(mark: Mark, across: float, width: float, floor: float, height: float, is_first: bool) -> svg.Element:
    return svg.Rect(
        x=share(across + width * _GAP / 2),
        y=em(floor - height),
        width=share(width * (1 - _GAP)),
        height=em(height),
        class_=["chart__column", *(["chart__column--step"] if mark.step and is_first else [])],
    )


def _is_named(marks: tuple[Mark, ...], mark: Mark) -> bool:
    """Whether there is room over it: it lasts a week, or it is a step; and it is not the column before it once more."""
    before = marks[marks.index(mark) - 1] if marks.index(mark) else None
    return bool(mark.step) or (mark.times >= _WEEK and (before is None or before.value != mark.value))


def _number(mark: Mark, across: float, width: float, top: float) -> list[svg.Element]:
    """Over a step, words end with its column: there is room over the lower columns before it."""
    if not mark.step:
        return [words(mark.number, across, top - 0.35, "number")]
    end = across + width
    return [
        words(mark.number, end, top - 0.35, "number", "end"),
        words(mark.step, end, top - 0.35 - 1.1, "step", "end"),
    ]
