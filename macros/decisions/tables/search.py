"""Searches over the rows of a table by splitting, as for gaps (gaps.py): no diagram, so that large tables stay small.

A part of the domain is split until what it gives is one outcome; parts that cannot say anything new are left out.
Bits stand for boxes in the order in which their rows count, so the lowest bit is the one that fires. Each part that is
found has answers that can be given (attainable.py).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from ...records.decision import HitPolicy
from ..space.cover import Cover, Span, bits, cover_of
from ..space.gaps import best_cut, uncovered
from ..space.regions import Box, both, everything
from .attainable import Reach, attainable, links_of
from .evaluate import Outcome, outcome_of
from .table import Row, Table

Spans = tuple[Span, ...]
_ORDERED = (HitPolicy.FIRST, HitPolicy.PRIORITY)
SINGLE = (*_ORDERED, HitPolicy.UNIQUE, HitPolicy.ANY)


class Search:
    """A table's boxes as bits, and the searches over them. `within` clips every search to a box."""

    def __init__(self, table: Table, within: Box | None = None):
        self.table = table
        if within is not None and all(
            ranges == everything(size.size) for ranges, size in zip(within, table.domains, strict=True)
        ):
            within = None
        places = range(len(table.rows))
        if table.policy is HitPolicy.PRIORITY:
            self.order = sorted(places, key=lambda index: table.rank(table.rows[index].gives))
        else:
            self.order = list(places)
        rows: list[Sequence[Box]] = [table.rows[index].boxes for index in self.order]
        self.cover: Cover = cover_of([*rows, [within]] if within else rows, [domain.size for domain in table.domains])
        self.ordered, self.single = table.policy in _ORDERED, table.policy in SINGLE
        self.owner = [self.order[place] if place < len(self.order) else -1 for place in self.cover.owner]
        self.bits_of: list[list[int]] = [[] for _ in table.rows]
        self.within: list[Spans] = []
        for bit, row in enumerate(self.owner):
            if row >= 0:
                self.bits_of[row].append(bit)
            else:
                self.within.append(self.spans(bit))
        self.all = (1 << sum(map(len, self.bits_of))) - 1  # what clips comes last
        if within is None:
            self.within = [tuple((0, axis.segments - 1) for axis in self.cover.axes)]
        self.linked = [axis for link in links_of(table.axes) for axis in link.axes]
        self._can_be: dict[Spans, bool] = {}

    def spans(self, bit: int) -> Spans:
        return tuple(axis.spans[bit] for axis in self.cover.axes)

    def box(self, spans: Spans) -> Box:
        return tuple((axis.positions(span),) for axis, span in zip(self.cover.axes, spans, strict=True))

    def mask(self, rows: Collection[int]) -> int:
        """The bits of rows."""
        return sum(1 << bit for row in rows for bit in self.bits_of[row])

    def can_be(self, spans: Spans) -> bool:
        """Whether any answers are there."""
        if not self.linked:
            return True
        key = tuple(spans[axis] for axis in self.linked)
        if key not in self._can_be:
            self._can_be[key] = attainable(self.table.axes, self.box(spans), self.cover.steps)
        return self._can_be[key]

    def meeting(self, spans: Spans, live: int) -> int:
        """The boxes among some that share a position with a part."""
        for axis, span in zip(self.cover.axes, spans, strict=True):
            live &= axis.begins_by[span[1]] & axis.ends_from[span[0]]
        return live

    def holding(self, spans: Spans, live: int) -> int:
        """The boxes among some that hold a part whole."""
        for axis, (first, last) in zip(self.cover.axes, spans, strict=True):
            live &= axis.begins_by[first] & axis.ends_from[last]
            if not live:
                break
        return live

    def outside(self, spans: Spans, live: int) -> Spans | None:
        """A part that none of some boxes meet and that answers can reach; None where they hold all."""
        found = uncovered(self.cover, spans, self.meeting(spans, live))
        return next(filter(self.can_be, found), None)

    def applies(self, row: int) -> bool:
        """Whether any answers meet a row."""
        return any(self.can_be(self.spans(bit)) for bit in self.bits_of[row])

    def counts(self, row: int) -> bool:
        """Whether any answers meet a row and no row that passes over it."""
        if not self.ordered:
            return self.applies(row)
        stronger = (1 << min(self.bits_of[row], default=0)) - 1
        return any(self.outside(self.spans(bit), stronger) is not None for bit in self.bits_of[row])

    def masks(self, row: int) -> tuple[int, ...]:
        """The rows that pass over a row: one alone that holds it, else all that share something with it."""
        stronger = (1 << min(self.bits_of[row])) - 1
        parts = [self.spans(bit) for bit in self.bits_of[row]]
        meeting = [self.meeting(spans, stronger) for spans in parts]
        holding = [self.holding(spans, live) for spans, live in zip(parts, meeting, strict=True)]
        for bit in bits(holding[0]):
            mine = self.mask([self.owner[bit]])
            if all(mine & found for found in holding):
                return (self.owner[bit],)
        return tuple(dict.fromkeys(self.owner[bit] for live in meeting for bit in bits(live)))

    def parts(self) -> Iterator[tuple[Box, Outcome]]:
        """Disjoint parts of what is searched, each with its one outcome."""
        for start in self.within:
            stack = [(start, self.meeting(start, self.all))]
            while stack:
                spans, live = stack.pop()
                live, outcome, decided = self._outcome(spans, live)
                if not decided:
                    stack += self._split(spans, live)
                elif self.can_be(spans):
                    yield self.box(spans), outcome

    def _outcome(self, spans: Spans, live: int) -> tuple[int, Outcome, bool]:
        """The boxes that still count in a part, and its outcome if it has one alone."""
        holding = self.holding(spans, live)
        if self.single:
            first = holding & -holding
            if self.ordered and first:
                live &= (first << 1) - 1
            if not live or (first and (not self.ordered or live == first)):
                return live, self._given([first.bit_length() - 1] if first else []), True
            return live, None, False
        if live == holding:
            return live, self._given(bits(live)), True
        return live, None, False

    def _given(self, found: Iterator[int] | list[int]) -> Outcome:
        return outcome_of(self.table, sorted({self.owner[bit] for bit in found}))

    def _split(self, spans: Spans, live: int, but: int | None = None) -> list[tuple[Spans, int]]:
        """The part in two, across the axis that the fewest boxes span."""
        self.cover.steps.take()
        fewest, chosen = live.bit_count() + 1, -1
        for index, (axis, (first, last)) in enumerate(zip(self.cover.axes, spans, strict=True)):
            if index != but and first < last:
                count = (live & axis.begins_by[first] & axis.ends_from[last]).bit_count()
                if count < fewest:
                    fewest, chosen = count, index
        axis, (first, last) = self.cover.axes[chosen], spans[chosen]
        cut = best_cut(axis, first, last, live)
        before, after = spans[:chosen], spans[chosen + 1 :]
        return [
            ((*before, (first, cut), *after), live & axis.begins_by[cut]),
            ((*before, (cut + 1, last), *after), live & axis.ends_from[cut + 1]),
        ]

    # ── Two answers to one input ────────────────────────────────────────────────────────────────────────────────

    def differ(
        self, axis: int, one: int, other: int, wrong: Callable[[Outcome, Outcome], bool]
    ) -> tuple[Box, Outcome, Outcome] | None:
        """A part where two segments of an axis lead to outcomes that are wrong together, all else the same."""
        column = self.cover.axes[axis]
        for start in self.within:
            here = [(*start[:axis], (at, at), *start[axis + 1 :]) for at in (one, other)]
            first, second = (self.meeting(spans, self.all) for spans in here)
            stack = [(start, first, second)]
            while stack:
                spans, a, b = stack.pop()
                if a == b:
                    continue
                mine = (*spans[:axis], (one, one), *spans[axis + 1 :])
                theirs = (*spans[:axis], (other, other), *spans[axis + 1 :])
                a, before, a_decided = self._outcome(mine, a)
                b, after, b_decided = self._outcome(theirs, b)
                if a_decided and b_decided:
                    if wrong(before, after) and self._both_can_be(axis, mine, theirs):
                        return self.box((*spans[:axis], (0, column.segments - 1), *spans[axis + 1 :])), before, after
                    continue
                meets_a, meets_b = column.meets((one, one)), column.meets((other, other))
                for part, live in self._split(spans, a | b, axis):
                    stack.append((part, live & a & meets_a, live & b & meets_b))
        return None

    def _both_can_be(self, axis: int, mine: Spans, theirs: Spans) -> bool:
        """Whether some answers are in each of two parts for which the rules see all but one axis alike."""
        if not self.can_be(mine) or not self.can_be(theirs):
            return False
        if axis not in self.linked:
            return True
        starts = [column.starts for column in self.cover.axes]
        one, other = (Reach(self.table.axes, starts, self.box(spans)) for spans in (mine, theirs))
        return all(
            axis not in link.axes or _but(a, link.axes.index(axis)) & _but(b, link.axes.index(axis))
            for link, a, b in zip(one.links, one.cells, other.cells, strict=True)
        )

    # ── What a row is there for ─────────────────────────────────────────────────────────────────────────────────

    def instead(self, row: int, kept: int) -> list[int] | None:
        """The rows of `kept` (-1: the default) that give the same wherever a row counts; None: something else comes."""
        mine = self.mask([row])
        gives, kept = self.table.rows[row].gives, kept & ~mine
        if not self.single:
            return self._instead_in_list(row, kept)
        found: dict[int, bool] = {}
        stronger = (mine & -mine) - 1 if self.ordered else 0
        same = self.mask([index for index, other in enumerate(self.table.rows) if other.gives == gives]) & ~stronger
        for bit in self.bits_of[row]:
            stack = [(spans := self.spans(bit), self.meeting(spans, kept))]
            while stack:
                spans, live = stack.pop()
                holding = self.holding(spans, live)
                first = holding & -holding
                if self.ordered and first:
                    live &= (first << 1) - 1
                if first & stronger and live == first:
                    continue
                if (first and (not self.ordered or live == first)) or not live:
                    place = self.owner[first.bit_length() - 1] if first else -1
                    other = self.table.rows[place].gives if first else self.table.default
                    if other != gives and self.can_be(spans):
                        return None
                    found[place] = True
                elif first and not live & ~same:
                    found.update({self.owner[other]: True for other in bits(live)})
                else:
                    stack += self._split(spans, live)
        return list(found)

    def _instead_in_list(self, row: int, kept: int) -> list[int] | None:
        """A list and a sum count each row; only the least, the greatest and a default can make one idle."""
        gives, rows = self.table.rows[row].gives, self.table.rows
        if self.table.many:
            alone = self.table.default == gives and not any(
                self.can_be(shared)
                for bit in self.bits_of[row]
                for other in bits(self.meeting(self.spans(bit), kept))
                if (shared := _shared(self.spans(bit), self.spans(other)))
            )
            return [-1] if alone else None

        def number(row: Row) -> int:
            return int(row.gives[0])

        match self.table.aggregation:
            case "min":
                better = [index for index, other in enumerate(rows) if number(other) <= number(rows[row])]
            case "max":
                better = [index for index, other in enumerate(rows) if number(other) >= number(rows[row])]
            case "sum" if gives == (0,):
                better = list(range(len(rows)))
            case _:
                return None
        live = self.mask(better) & kept
        if any(self.outside(self.spans(bit), live) is not None for bit in self.bits_of[row]):
            return None
        return sorted(
            {self.owner[other] for bit in self.bits_of[row] for other in bits(self.meeting(self.spans(bit), live))}
        )


def _but(cells: Collection[tuple[int, ...]], place: int) -> set[tuple[int, ...]]:
    return {cell[:place] + cell[place + 1 :] for cell in cells}


def _shared(one: Spans, other: Spans) -> Spans | None:
    parts = [both((a,), (b,)) for a, b in zip(one, other, strict=True)]
    return tuple(part[0] for part in parts) if all(parts) else None
