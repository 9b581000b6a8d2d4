"""The top of a thigh bone with the lines of its fine struts, which run on as the lanes of a track.

Lengths are millimetres of a grown-up's bone, seen from the front, with the middle of the shaft at x = 0 and the centre
of the head at y = 0, up the page being positive. Points are complex numbers. The three families of lines follow what
anatomists have long drawn: from the inner side of the shaft up into the head ("press"), from the outer side
over the neck into the head ("pull"), and from the shaft into the outer knob ("brace"). Each line of the shaft splits on
its way up, and goes on below as the edge of a lane.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

Curve = Callable[[float], complex]  # a place for every share of the way, from 0 to 1
Family = Callable[[float], Curve]  # a curve for every share of the breadth

LANES = 8
UNITS_PER_MM = 4

_HEAD, _HEAD_RADIUS = -42 + 0j, 24.0
_HALF_SHAFT = 15.0
_SHAFT_END = -98.0  # where the bone ends and the track begins
_BEND_INSIDE = 32.0  # radius of the inner edge of the bend
_RUN_UP = 4.0  # straight before the bend
_WIDENING = 1.55  # lanes grow through the bend, as if they came nearer
_FAR = 1400.0  # the straight runs out of any window


@dataclass(frozen=True)
class Strut:
    """One line inside the bone."""

    family: str  # press, pull or brace
    main: bool  # whether it goes on as the edge of a lane
    path: str


@dataclass(frozen=True)
class Stagger:
    """A starting mark across one lane, with the number of the lane behind it."""

    number: int
    across: float
    down: float
    breadth: float


def _around_head(degrees: float) -> complex:
    return _HEAD + cmath.rect(_HEAD_RADIUS, math.radians(degrees))


# Clockwise from the inner side of the shaft, round the head, over the neck and the outer knob.
_OUTLINE = (
    *(complex(-_HALF_SHAFT, _SHAFT_END), -15.3 - 84j, -17.2 - 75j, -21 - 68j, -22.6 - 61.5j, -21.6 - 54j, -22.6 - 46j),
    *(-26.4 - 36.8j, -32 - 29j, -36.5 - 25.6j),
    *(_around_head(degrees) for degrees in range(-92, -326, -13)),
    *(-18.2 + 7.2j, -13.4 + 2.2j, -7.6 + 0.2j, -1.8 + 2j, 3.4 + 6.2j, 8.6 + 8.6j, 14.4 + 6.8j, 19.6 + 0.8j),
    *(22.9 - 8j, 23.8 - 19j, 22.2 - 32j, 19.3 - 46j, 17 - 62j, 15.5 - 80j, complex(_HALF_SHAFT, _SHAFT_END)),
)


def outline() -> str:
    """The edge of the bone, open where the track begins."""
    return _path(_through(*_OUTLINE), len(_OUTLINE) - 1)


@cache
def struts() -> tuple[Strut, ...]:
    """Every line inside the bone, fine ones first, so that the main ones lie on top."""
    found = [
        *_fan("press", _press(), finer=((1, 0.2), (2, 0.3), (3, 0.24)), merged_by=0.85),
        *_fan("pull", _pull(), finer=((1, 0.12), (2, 0.2)), merged_by=0.6),
        *_sheaf("brace", _brace()),
    ]
    return tuple(sorted(found, key=lambda strut: strut.main))


def lanes() -> list[str]:
    """The edges of the lanes, from the inside of the bend out."""
    return [f"{_path(_bend(edge), 4, begin=_shaft_at(edge))}H{-_FAR * UNITS_PER_MM:.0f}" for edge in range(LANES + 1)]


def track() -> str:
    """The ground of all lanes, as one shape."""
    outer = _bend(LANES)
    back = _path(lambda share: outer(1 - share), 4)
    return f"{lanes()[0]}V{-outer(1).imag * UNITS_PER_MM:g}L{back[1:]}L{_pair(_shaft_at(LANES))}Z"


def staggers() -> list[Stagger]:
    """The marks of a staggered start, on the straight that follows the bend."""
    breadth = 2 * _HALF_SHAFT * _WIDENING / LANES
    found = []
    for lane in range(LANES):
        corner = _bend(lane)(1)
        across = corner.real - 3 - lane * breadth * 1.15
        found.append(
            Stagger(lane + 1, across * UNITS_PER_MM, -corner.imag * UNITS_PER_MM, round(breadth * UNITS_PER_MM, 1))
        )
    return found


def height() -> int:
    """From a little above the head to the outer edge of the track, in the picture's units."""
    return round(-_bend(LANES)(1).imag * UNITS_PER_MM) + 108


def start() -> str:
    """The line across the shaft at which bone becomes track."""
    half, down = _HALF_SHAFT * UNITS_PER_MM, -_SHAFT_END * UNITS_PER_MM
    return f"M{-half:g} {down:g}H{half:g}"


def _press() -> Family:
    return _family(
        _between(complex(-_HALF_SHAFT / 4, _SHAFT_END), complex(-_HALF_SHAFT, _SHAFT_END)),
        _between(-4.2 - 84j, -15.3 - 84j),
        _between(-7.2 - 68j, -17.8 - 70j),
        _between(-12.5 - 52j, -21 - 55j),
        _between(-19 - 35j, -25.2 - 39.5j),
        _between(-25.2 - 16j, -36.5 - 22j),
        _between(-28.4 + 2j, -48 - 3j),
        lambda breadth: _around_head(52 + 86 * breadth),
    )


def _pull() -> Family:
    return _family(
        _between(complex(_HALF_SHAFT / 4, _SHAFT_END), complex(_HALF_SHAFT, _SHAFT_END)),
        _between(4.4 - 84j, 15.4 - 80j),
        _between(5.2 - 68j, 17 - 58j),
        _between(2 - 51j, 17.2 - 38j),
        _between(-7 - 38.5j, 9.5 - 18j),
        _between(-20 - 30j, -7 - 7.5j),
        _between(-34 - 24.4j, -26 - 3.5j),
        _between(-44 - 23j, -48 - 2j),
        lambda breadth: _around_head(248 - 72 * breadth),
    )


def _brace() -> Family:
    return _family(
        lambda _: complex(0, _SHAFT_END),
        _between(-0.8 - 86j, -0.4 - 88j),
        _between(-1.6 - 74j, 1 - 74j),
        _between(2.5 - 58j, 8 - 58j),
        _between(7.4 - 42j, 15 - 44j),
        _between(10.5 - 24j, 19.4 - 28j),
        _between(9.5 - 6j, 20.6 - 14j),
        _between(6.5 + 7.6j, 18.2 + 2.6j),
    )


def _fan(name: str, family: Family, finer: tuple[tuple[int, float], ...], merged_by: float) -> list[Strut]:
    """Half the lanes' edges, and between each two of them finer lines that part from one or the other on the way up.

    `finer` holds, for each fine line between two main ones, its place and the share of the way where it parts.
    """
    gaps = LANES // 2 - 1
    found = [Strut(name, True, _path(family(main / gaps), 9)) for main in range(gaps + 1)]
    for gap in range(gaps):
        for place, parting in finer:
            from_left = place <= len(finer) / 2 + 0.5
            whole = gap if from_left else gap + 1
            to = gap + place / (len(finer) + 1)
            begin = parting + 0.04 * gap
            found.append(
                Strut(name, False, _path(_parting(family, whole / gaps, to / gaps, begin, merged_by), 7, begin))
            )
    return found


def _sheaf(name: str, family: Family) -> list[Strut]:
    """The one edge between the two fans, and fine lines that part from it."""
    found = [Strut(name, True, _path(family(0.5), 8))]
    for to, begin in ((0.0, 0.2), (0.25, 0.3), (0.75, 0.28), (1.0, 0.18)):
        found.append(Strut(name, False, _path(_parting(family, 0.5, to, begin, 0.75), 6, begin)))
    return found


def _parting(family: Family, breadth: float, to: float, begin: float, end: float) -> Curve:
    """A curve that lies on one of the family at first and on another at last, without a corner."""
    return lambda share: family(breadth + (to - breadth) * _eased((share - begin) / (end - begin)))(share)


def _bend(edge: int) -> Curve:
    """From the end of the shaft a quarter of a turn to the left, each lane a little wider on the way."""
    centre = complex(-_HALF_SHAFT - _BEND_INSIDE, _SHAFT_END - _RUN_UP)
    out = 2 * _HALF_SHAFT * edge / LANES
    return lambda share: (
        centre + cmath.rect(_BEND_INSIDE + out * (1 + (_WIDENING - 1) * _eased(share)), -share * math.pi / 2)
    )


def _shaft_at(edge: int) -> complex:
    return complex(-_HALF_SHAFT + 2 * _HALF_SHAFT * edge / LANES, _SHAFT_END)


def _family(*rows: Callable[[float], complex]) -> Family:
    """Curves that stand beside each other: row by row, where each of them passes."""
    return lambda breadth: _through(*(row(breadth) for row in rows))


def _between(first: complex, last: complex) -> Callable[[float], complex]:
    return lambda share: first + (last - first) * share


def _eased(share: float) -> float:
    share = min(max(share, 0), 1)
    return share * share * (3 - 2 * share)


def _through(*points: complex) -> Curve:
    """A smooth curve through points (Catmull and Rom, 1974)."""
    pieces = len(points) - 1

    def at(share: float) -> complex:
        along = min(max(share, 0), 1) * pieces
        piece = min(int(along), pieces - 1)
        u = along - piece
        b, c = points[piece], points[piece + 1]
        a = points[piece - 1] if piece else 2 * b - c
        d = points[piece + 2] if piece + 2 <= pieces else 2 * c - b
        return 0.5 * (2 * b + (c - a) * u + (2 * a - 5 * b + 4 * c - d) * u**2 + (3 * b - a - 3 * c + d) * u**3)

    return at


def _path(curve: Curve, pieces: int, begin: float | complex = 0.0) -> str:
    """A curve as an SVG path of that many pieces, from a share of the way, or from a point and then the whole of it."""
    first = begin if isinstance(begin, float) else 0.0
    length = (1 - first) / pieces
    path = f"M{_pair(curve(first))}" if isinstance(begin, float) else f"M{_pair(begin)}L{_pair(curve(0))}"
    for piece in range(pieces):
        here, there = first + piece * length, first + (piece + 1) * length
        leaving, arriving = _slope(curve, here) * length / 3, _slope(curve, there) * length / 3
        path += f"C{_pair(curve(here) + leaving)} {_pair(curve(there) - arriving)} {_pair(curve(there))}"
    return path


def _slope(curve: Curve, share: float) -> complex:
    before, after = max(share - 1e-4, 0), min(share + 1e-4, 1)
    return (curve(after) - curve(before)) / (after - before)


def _pair(point: complex) -> str:
    """A point in the picture's units: right, and down the page."""
    return " ".join(f"{round(length * UNITS_PER_MM, 1) + 0:g}" for length in (point.real, -point.imag))
