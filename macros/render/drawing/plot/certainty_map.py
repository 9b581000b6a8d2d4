"""Every statement as a mark: a band for each topic, a column for each degree of certainty."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import svg

from .canvas import LINE_EM, Naming, em, picture, share, words

_MARK_EM = 0.95  # from one mark to the next
_ACROSS = 5  # marks side by side in a column, in the narrowest window
_GAP_EM = 0.7


@dataclass(frozen=True)
class Band:
    """A topic, with how many findings and how many other statements there are of each certainty."""

    label: str
    counts: tuple[tuple[int, int], ...]  # for each column: findings, other statements


def certainty_map(columns: Sequence[str], bands: Sequence[Band], naming: Naming) -> svg.SVG:
    """Filled circles for what research finds, hollow squares for what bodies say or words mean."""
    width = 100 / len(columns)
    drawn: list[svg.Element] = [words(name, index * width, 1, "strong") for index, name in enumerate(columns)]
    down = LINE_EM + _GAP_EM
    for band in bands:
        drawn.append(svg.Line(x1=share(0), x2=share(100), y1=em(down), y2=em(down), class_=["chart__rule"]))
        drawn.append(words(band.label, 0, down + 1.1, "soft"))
        down += LINE_EM + 0.35
        rows = max(math.ceil(sum(count) / _ACROSS) for count in band.counts)
        for index, (findings, others) in enumerate(band.counts):
            drawn += _cell(findings, others, index * width, width, down, rows * _MARK_EM)
        down += rows * _MARK_EM + _GAP_EM / 2
    return picture(naming, drawn, down)


def _cell(findings: int, others: int, across: float, width: float, down: float, height: float) -> list[svg.Element]:
    """The marks of one topic and one certainty, in an inner picture, since only there lengths of both kinds mix."""
    if not findings + others:
        return []
    marks: list[svg.Element] = [_mark(index, index < findings) for index in range(findings + others)]
    return [svg.SVG(xmlns=None, x=share(across), y=em(down), width=share(width), height=em(height), elements=marks)]


def _mark(index: int, is_finding: bool) -> svg.Element:
    left, top = (index % _ACROSS) * _MARK_EM, (index // _ACROSS) * _MARK_EM
    middle = _MARK_EM / 2
    if is_finding:
        return svg.Circle(cx=em(left + middle), cy=em(top + middle), r=em(0.35), class_=["chart__point"])
    return svg.Rect(
        x=em(left + middle - 0.3),
        y=em(top + middle - 0.3),
        width=em(0.6),
        height=em(0.6),
        class_=["chart__point", "chart__point--other"],
    )
