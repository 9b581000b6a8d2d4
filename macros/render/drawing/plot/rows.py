"""Bars, intervals and dots: a row for each number, above one axis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import svg

from .canvas import (
    BOLD_LETTER_EM,
    LETTER_EM,
    LINE_EM,
    WIDTH_EM,
    Naming,
    em,
    lines,
    picture,
    share,
    words,
    words_and_aside,
    wrapped,
)
from .marks import Mark, Panel
from .scale import Scale, linear, logarithmic

_STRIP_EM = 1.1  # the band that a mark lies in
_GAP_EM = 0.75  # between two rows
_TICK_EM = 0.4
_AXIS_EM = _TICK_EM + LINE_EM

DrawMark = Callable[[Mark, Scale, float], list[svg.Element]]


def bars(panel: Panel, naming: Naming) -> svg.SVG:
    """Lengths from zero."""
    return _rows(panel, naming, _bar)


def intervals(panel: Panel, naming: Naming) -> svg.SVG:
    """Values with the range that they likely lie in."""
    return _rows(panel, naming, _interval)


def dots(panel: Panel, naming: Naming) -> svg.SVG:
    """Values by their distance from the line, or from the left edge where there is no line."""
    return _rows(panel, naming, lambda mark, scale, middle: _dot(mark, scale, middle, panel.line))


def _rows(panel: Panel, naming: Naming, draw: DrawMark) -> svg.SVG:
    scale = _scale(panel)
    drawn: list[svg.Element] = []
    down = 0.0
    behind: list[svg.Element] = []
    middles: list[float] = []
    for mark in panel.marks:
        beside, height = _label(mark, down)
        drawn += beside
        middle = down + height + _STRIP_EM / 2
        middles.append(middle)
        if panel.line is not None:
            behind.append(_upright(scale, panel.line, middle, "chart__line"))
        drawn += draw(mark, scale, middle)
        down += height + _STRIP_EM + _GAP_EM
    bottom = down - _GAP_EM / 2
    return picture(naming, [*_guides(scale, middles), *behind, *drawn, *_axis(scale, bottom)], bottom + _AXIS_EM)


def _scale(panel: Panel) -> Scale:
    """Holds every value, every end of a range, and zero or the line."""
    values = [value for mark in panel.marks for value in (mark.value, mark.low, mark.high) if value is not None]
    if panel.line is not None:
        values.append(panel.line)
    elif not panel.logarithmic:
        values.append(0)
    return logarithmic(values) if panel.logarithmic else linear(values)


def _label(mark: Mark, down: float) -> tuple[list[svg.Element], float]:
    """Label on the left and number on the right, on one line where both fit. With the height that they take."""
    aside = f" ({mark.interval})" if mark.interval else ""
    label = lines(mark.label, 0, down + 1)
    count = len(label)
    if LETTER_EM * (len(wrapped(mark.label)[-1]) + 2 + len(aside)) + BOLD_LETTER_EM * len(mark.number) > WIDTH_EM:
        count += 1
    label.append(words_and_aside(mark.number, aside, 100, down + 1 + (count - 1) * LINE_EM))
    return label, count * LINE_EM


def _guides(scale: Scale, middles: Sequence[float]) -> list[svg.Element]:
    """A line at each tick, down through the axis, so that an eye finds its way; it has gaps where words stand."""
    gaps = [after - before - _STRIP_EM for before, after in pairwise(middles)]
    top, bottom = middles[0] - _STRIP_EM / 2, middles[-1] + (_STRIP_EM + _GAP_EM) / 2 + _TICK_EM
    dashes = " ".join(str(em(length)) for length in (*(one for gap in gaps for one in (_STRIP_EM, gap)), bottom))
    return [
        svg.Line(
            x1=(across := share(scale.across(tick))),
            x2=across,
            y1=em(top),
            y2=em(bottom),
            extra={"stroke-dasharray": dashes},
            class_=["chart__guide"],
        )
        for tick in scale.ticks
    ]


def _upright(scale: Scale, at: float, middle: float, kind: str) -> svg.Element:
    """A line as high as the strip of a mark, and no higher: above it stand the mark's words."""
    across, half = share(scale.across(at)), _STRIP_EM / 2
    return svg.Line(x1=across, x2=across, y1=em(middle - half), y2=em(middle + half), class_=[kind])


def _axis(scale: Scale, down: float) -> list[svg.Element]:
    """A rule with ticks and their numbers."""
    first, last = scale.ticks[0], scale.ticks[-1]
    drawn: list[svg.Element] = [
        svg.Line(
            x1=share(scale.across(first)),
            x2=share(scale.across(last)),
            y1=em(down),
            y2=em(down),
            class_=["chart__axis"],
        )
    ]
    for tick in scale.ticks:
        across = scale.across(tick)
        anchor = "start" if tick == first else "end" if tick == last else "middle"
        edge = {"start": 0.0, "middle": across, "end": 100.0}[anchor]
        drawn.append(words(_tick_words(tick), edge, down + _TICK_EM + 1, "tick", anchor))  # type: ignore[arg-type]
    return drawn


def _tick_words(tick: float) -> str:
    return f"{tick:g}".replace("-", "−")


def _bar(mark: Mark, scale: Scale, middle: float) -> list[svg.Element]:
    start, end = sorted((scale.across(0), scale.across(mark.value)))
    bar = svg.Rect(
        x=share(start),
        y=em(middle - _STRIP_EM * 0.42),
        width=share(end - start),
        height=em(_STRIP_EM * 0.84),
        class_=_toned("chart__bar", mark),
    )
    return [bar]


def _interval(mark: Mark, scale: Scale, middle: float) -> list[svg.Element]:
    assert mark.low is not None and mark.high is not None  # macros/checks/evidence/charts.py
    low, high = scale.across(mark.low), scale.across(mark.high)
    cap = _STRIP_EM * 0.25
    return [
        _range(low, high, middle, middle),
        _range(low, low, middle - cap, middle + cap),
        _range(high, high, middle - cap, middle + cap),
        _point(mark, scale, middle),
    ]


def _range(x1: float, x2: float, y1: float, y2: float) -> svg.Element:
    return svg.Line(x1=share(x1), x2=share(x2), y1=em(y1), y2=em(y2), class_=["chart__range"])


def _dot(mark: Mark, scale: Scale, middle: float, start: float | None) -> list[svg.Element]:
    begin = scale.across(scale.ticks[0] if start is None else start)
    return [_range(begin, scale.across(mark.value), middle, middle), _point(mark, scale, middle)]


def _point(mark: Mark, scale: Scale, middle: float) -> svg.Element:
    return svg.Circle(cx=share(scale.across(mark.value)), cy=em(middle), r=em(0.4), class_=_toned("chart__point", mark))


def _toned(base: str, mark: Mark) -> list[str]:
    return [base] if mark.main else [base, f"{base}--other"]
