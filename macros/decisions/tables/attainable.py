"""Which cells of linked axes can hold together: derived values take only what the numbers they read give.

Axes are linked where one is worked out from a number that another is, or reads too. The numbers' ranges are halved
until bounds (expressions.py) put every linked axis into one segment; a part in which nothing new can come is left out.
So the cells that are found are exactly those that some answers give. A search that would take more than LIMIT parts
ends: what is then left counts as attainable, which can only make a proof stricter and ask one question more.

A set of cells is the bits of a whole number. Axes are walked in their order: `after` says which cells are left.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, product
from math import prod

from ..space.cover import Steps
from ..space.domain import Answer, Domain
from ..space.regions import Box, Range, Ranges, everything, holds
from .table import Axis

Cell = tuple[int, ...]  # a segment per linked axis
Parts = Sequence[Range]  # a range of positions per number that is read

LIMIT = 20_000
_OUTSIDE = -1
_WHOLE = [(0,)]  # an axis of one segment
_MOST_KNOWN = 256  # so many cells of one part are looked up; where there may be more, it is halved


@dataclass(frozen=True)
class Link:
    """Axes that hang together, and the numbers that they hang on."""

    axes: tuple[int, ...]  # their places
    ids: tuple[str, ...]  # the questions that are read
    domains: tuple[Domain, ...]  # of these


def links_of(axes: Sequence[Axis]) -> list[Link]:
    """The groups of linked axes; axes that no derived value reads are in none."""
    groups: list[dict[str, Domain]] = []
    for axis in axes:
        if axis.tree is not None:
            mine = dict(zip(axis.reads, axis.of, strict=True))
            for other in [group for group in groups if group.keys() & mine.keys()]:
                groups.remove(other)
                mine = other | mine
            groups.append(mine)
    return [
        Link(
            tuple(place for place, axis in enumerate(axes) if group.keys() & set(axis.reads)),
            tuple(group),
            tuple(group.values()),
        )
        for group in groups
    ]


class Reach:
    """The cells that answers can give, for some of the answers known or within a box."""

    def __init__(
        self,
        axes: Sequence[Axis],
        starts: Sequence[Sequence[int]],
        within: Box | None = None,
        answers: Mapping[str, Answer] | None = None,
    ):
        self.whole = 1  # a bit of its own: where nothing is linked, everything can be
        self.links = links_of(axes)
        self.cells: list[list[Cell]] = []
        self.numbers: list[Numbers] = []
        self._with: dict[int, list[int]] = {}  # per linked axis and segment: the cells that are there
        self._group: dict[int, int] = {}
        self._alike: dict[int, list[tuple[int, int]]] = {}  # cells that later axes do not tell apart, and one of them
        self._at: dict[tuple[int, int], int] = {}
        for link in self.links:
            self._add(link, Numbers(link, axes, starts, within), answers or {}, [len(starts[at]) for at in link.axes])

    def _add(self, link: Link, numbers: Numbers, answers: Mapping[str, Answer], sizes: Sequence[int]) -> None:
        found = numbers.found(numbers.known(answers))
        cells, first = list(found), self.whole.bit_length()
        self.cells.append(cells)
        self.numbers.append(numbers)
        group = ((1 << len(cells)) - 1) << first
        self.whole = self.whole | group if cells else 0
        for number, axis in enumerate(link.axes):
            self._group[axis] = group
            self._with[axis] = [0] * sizes[number]
            alike: dict[Cell, int] = {}
            for bit, cell in enumerate(cells, first):
                self._with[axis][cell[number]] |= 1 << bit
                self._at.setdefault((axis, cell[number]), found[cell].places[number])
                alike[cell[number + 1 :]] = alike.get(cell[number + 1 :], 0) | 1 << bit
            self._alike[axis] = [(mask, mask & -mask) for mask in alike.values()]

    @property
    def linked(self) -> list[int]:
        """Every linked axis, in order."""
        return sorted(self._group)

    def at(self, axis: int, segment: int) -> int | None:
        """A position in a segment of a linked axis that some answers give; None where none do."""
        return self._at.get((axis, segment))

    def only(self, live: int, axis: int, segments: Sequence[int]) -> int:
        """The cells that are left where an axis is in one of some segments; 0 where none is."""
        if axis not in self._group:
            return live
        mine = 0
        for segment in segments:
            mine |= live & self._with[axis][segment]
        return mine | live & ~self._group[axis] if mine else 0

    def after(self, live: int, axis: int, segment: int) -> int:
        """The same for one segment and for later axes alone: equal numbers where these cannot tell."""
        if axis not in self._group:
            return live
        mine = live & self._with[axis][segment]
        if not mine:
            return 0
        kept = live & ~self._group[axis]
        for mask, one in self._alike[axis]:
            if mine & mask:
                kept |= one
        return kept


@dataclass(frozen=True)
class Given:
    """Positions of numbers, and those of the linked axes that they give."""

    numbers: tuple[int, ...]
    places: tuple[int, ...]


class Numbers:
    """The numbers of one link, and in which cells their values lie."""

    def __init__(self, link: Link, axes: Sequence[Axis], starts: Sequence[Sequence[int]], within: Box | None):
        self.link = link
        self._read: list[Callable[[Parts], Range]] = [self._reader(axes[place]) for place in link.axes]
        self._needs = [tuple(link.ids.index(id) for id in axes[place].reads) for place in link.axes]
        self._derived = [axes[place].tree is not None for place in link.axes]
        columns = [
            _column(starts[place], axes[place].domain.size, within[place] if within else None) for place in link.axes
        ]
        self._lows = [lows for lows, _ in columns]
        self._labels = [labels for _, labels in columns]

    def _reader(self, axis: Axis) -> Callable[[Parts], Range]:
        link, tree = self.link, axis.tree
        if tree is None:
            place = link.ids.index(axis.id)
            return lambda parts: parts[place]
        needs = [(id, link.ids.index(id)) for id in axis.reads]
        return lambda parts: axis.between({id: parts[place] for id, place in needs})

    def known(self, answers: Mapping[str, Answer]) -> tuple[Range, ...]:
        """The numbers' ranges: one position where it is answered, else all."""
        places = [
            domain.position(answers[id]) if id in answers else None
            for id, domain in zip(self.link.ids, self.link.domains, strict=True)
        ]
        return tuple(
            (0, domain.size - 1) if place is None else (place, place)
            for place, domain in zip(places, self.link.domains, strict=True)
        )

    def found(self, parts: Parts, taken: Steps | None = None) -> dict[Cell, Given]:
        """Every cell that numbers in these ranges give, each with one such set of numbers. Raises TooIntertwined."""
        found: dict[Cell, Given] = {}
        stack = [tuple(parts)]
        for steps in count():
            if not stack:
                break
            if taken:
                taken.take(len(self._read))
            part = stack.pop()
            spans = self._spans(part)
            inside = [
                {label for label in labels[first : last + 1] if label != _OUTSIDE}
                for labels, (first, last) in zip(self._labels, spans, strict=True)
            ]
            if not all(inside):
                continue
            if steps >= LIMIT:
                for cell in product(*map(sorted, inside)):
                    found.setdefault(cell, self._given([(low, low) for low, _ in part]))
                continue
            self._sample(part, found)
            if prod(map(len, inside)) <= _MOST_KNOWN and all(cell in found for cell in product(*inside)):
                continue
            stack += self._halves(part, spans)
        return found

    def _spans(self, part: Parts) -> list[Range]:
        spans = []
        for read, lows in zip(self._read, self._lows, strict=True):
            low, high = read(part)
            spans.append((bisect_right(lows, low) - 1, bisect_right(lows, high) - 1))
        return spans

    def _sample(self, part: Parts, found: dict[Cell, Given]) -> None:
        """The cell of the numbers in the middle."""
        given = self._given([((low + high) // 2,) * 2 for low, high in part])
        cell = tuple(
            labels[bisect_right(lows, place) - 1]
            for labels, lows, place in zip(self._labels, self._lows, given.places, strict=True)
        )
        if _OUTSIDE not in cell:
            found.setdefault(cell, given)

    def _given(self, point: Parts) -> Given:
        return Given(tuple(low for low, _ in point), tuple(read(point)[0] for read in self._read))

    def _halves(self, part: Parts, spans: Sequence[Range]) -> list[tuple[Range, ...]]:
        """The part cut in two, through a number that an axis still hangs on: between segments where it is one."""
        for number, (first, last) in enumerate(spans):
            if first < last and not self._derived[number]:
                (place,) = self._needs[number]
                return _cut(part, place, self._lows[number][(first + last + 1) // 2] - 1)
        needed = sorted(
            {place for needs, (first, last) in zip(self._needs, spans, strict=True) if first < last for place in needs}
        )
        place = max(needed, key=lambda place: part[place][1] - part[place][0], default=-1)
        if place < 0 or part[place][0] == part[place][1]:
            return []  # every axis is in one segment: the middle has said all
        return _cut(part, place, sum(part[place]) // 2)


def _cut(part: Parts, place: int, after: int) -> list[tuple[Range, ...]]:
    (low, high), before, behind = part[place], tuple(part[:place]), tuple(part[place + 1 :])
    return [(*before, (low, after), *behind), (*before, (after + 1, high), *behind)]


def _column(starts: Sequence[int], size: int, within: Ranges | None) -> tuple[list[int], list[int]]:
    """The first positions of stretches in which nothing changes, and the segment of each; none where it is outside."""
    ranges = everything(size) if within is None else within
    lows = sorted({*starts, *(low for low, _ in ranges), *(high + 1 for _, high in ranges if high + 1 < size)})
    return lows, [bisect_right(starts, low) - 1 if holds(ranges, low) else _OUTSIDE for low in lows]


def attainable(axes: Sequence[Axis], box: Box, taken: Steps | None = None) -> bool:
    """Whether any answers are in a box. `taken` are the steps of which this is a part; raises TooIntertwined."""
    return all(box) and all(
        numbers.found(numbers.known({}), taken)
        for numbers in (Numbers(link, axes, _WHOLE * len(axes), box) for link in links_of(axes))
    )


def some_answers(axes: Sequence[Axis], box: Box) -> dict[str, Answer] | None:
    """Answers to the questions of a box that it holds; None where there are none."""
    if not all(box):
        return None
    answers = {
        axis.id: axis.domain.answer(ranges[0][0]) for axis, ranges in zip(axes, box, strict=True) if axis.tree is None
    }
    for link in links_of(axes):
        numbers = Numbers(link, axes, _WHOLE * len(axes), box)
        given = next(iter(numbers.found(numbers.known({})).values()), None)
        if given is None:
            return None
        answers |= {
            id: domain.answer(place) for id, domain, place in zip(link.ids, link.domains, given.numbers, strict=True)
        }
    return answers
