"""Boxes of answers: intersect, subtract, split, count, say in words.

A range set is a sorted tuple of closed, disjoint, non-adjacent ranges of positions. A box is one range set per
axis and stands for every combination of their members. What proves and what compares tables stand on these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle, product
from math import prod

from .domain import Domain

Range = tuple[int, int]
Ranges = tuple[Range, ...]
Box = tuple[Ranges, ...]
Interval = tuple[Range, ...]  # a box with one range per axis


def normalised(ranges: Iterable[Range]) -> Ranges:
    """Sorted, disjoint, adjacent ranges joined; empty ranges dropped."""
    result: list[Range] = []
    for low, high in sorted(pair for pair in ranges if pair[0] <= pair[1]):
        if result and low <= result[-1][1] + 1:
            result[-1] = (result[-1][0], max(high, result[-1][1]))
        else:
            result.append((low, high))
    return tuple(result)


def everything(size: int) -> Ranges:
    return ((0, size - 1),)


def complement(ranges: Ranges, size: int) -> Ranges:
    """What is left of 0 to size - 1."""
    result: list[Range] = []
    start = 0
    for low, high in ranges:
        result.append((start, low - 1))
        start = high + 1
    return normalised([*result, (start, size - 1)])


def both(a: Ranges, b: Ranges) -> Ranges:
    """Positions in a and in b. What sorted, disjoint ranges share is sorted and disjoint as it comes."""
    shared = []
    for low, high in a:
        for start, end in b:
            first, last = low if low > start else start, high if high < end else end
            if first <= last:
                shared.append((first, last))
    return tuple(shared)


def either(a: Ranges, b: Ranges) -> Ranges:
    """Positions in a or in b."""
    return normalised((*a, *b))


def without(a: Ranges, b: Ranges) -> Ranges:
    """Positions in a that are not in b."""
    return both(a, complement(b, a[-1][1] + 1)) if a else ()


def holds(ranges: Ranges, position: int) -> bool:
    return any(low <= position <= high for low, high in ranges)


def count(ranges: Ranges) -> int:
    return sum(high - low + 1 for low, high in ranges)


def positions(ranges: Ranges) -> Iterator[int]:
    for low, high in ranges:
        yield from range(low, high + 1)


def volume(box: Box) -> int:
    """How many combinations a box holds."""
    return prod(count(ranges) for ranges in box)


def intersection(a: Box, b: Box) -> Box | None:
    """What two boxes share, or None."""
    shared = []
    for ours, theirs in zip(a, b, strict=True):
        ranges = both(ours, theirs)
        if not ranges:
            return None
        shared.append(ranges)
    return tuple(shared)


def inside(a: Box, b: Box) -> bool:
    """Whether every combination of a is in b."""
    return all(both(ours, theirs) == ours for ours, theirs in zip(a, b, strict=True))


def difference(a: Box, b: Box) -> list[Box]:
    """a without b, as disjoint boxes: at most one per axis."""
    if intersection(a, b) is None:
        return [a]
    pieces, rest = [], list(a)
    for axis, ranges in enumerate(b):
        outside = without(rest[axis], ranges)
        if outside:
            pieces.append((*rest[:axis], outside, *rest[axis + 1 :]))
        rest[axis] = both(rest[axis], ranges)
    return pieces


def intervals(box: Box) -> Iterator[Interval]:
    """A box as boxes of one range per axis."""
    return product(*box)


def merged(boxes: Iterable[Box]) -> list[Box]:
    """Fewer boxes for the same combinations: those that differ on one axis only become one, until none do."""
    given = list(boxes)
    if not given:
        return []
    # A box is packed into one whole number, a field per axis with its range set's number in it: such keys are
    # looked up ten times faster than tuples of ranges. A merge leaves one box less and makes one range set at most.
    numbers: dict[Ranges, int] = {}
    width = (len(given) * (len(given[0]) + 1)).bit_length()
    shifts = range(0, width * len(given[0]), width)
    packed = [
        sum(numbers.setdefault(ranges, len(numbers)) << shift for ranges, shift in zip(box, shifts, strict=True))
        for box in given
    ]
    known, mask = list(numbers), (1 << width) - 1
    unchanged = 0
    for shift in cycle(shifts):
        others = ~(mask << shift)
        if len({code & others for code in packed}) == len(packed):
            unchanged += 1
            if unchanged >= len(shifts):
                break
            continue
        unchanged = 1  # after this, the axis has nothing left to merge
        groups: dict[int, list[int]] = {}
        for code in packed:
            groups.setdefault(code & others, []).append(code)
        packed = []
        for key, alike in groups.items():
            if len(alike) == 1:
                packed += alike
                continue
            ranges = normalised(part for code in alike for part in known[code >> shift & mask])
            if ranges not in numbers:
                numbers[ranges] = len(known)
                known.append(ranges)
            packed.append(key | numbers[ranges] << shift)
    return [tuple(known[code >> shift & mask] for shift in shifts) for code in packed]


def say_ranges(ranges: Ranges, domain: Domain) -> str:
    """A range set in the reader's words: 'Yes or Not sure', '6 to 10', 'more than 30 %'."""
    unit = f" {domain.unit}" if domain.unit else ""
    if domain.kind != "integer":
        return _listed([domain.say(position) for position in positions(ranges)])
    return _listed([_say_range(low, high, domain) for low, high in ranges]) + unit


def _say_range(low: int, high: int, domain: Domain) -> str:
    if low == high:
        return domain.say(low)
    if low == 0 and high == domain.size - 1:
        return "any"
    if high == domain.size - 1:
        return f"{domain.say(low)} or more"
    if low == 0:
        return f"{domain.say(high)} or less"
    return f"{domain.say(low)} to {domain.say(high)}"


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " or " + parts[-1]


def say_box(box: Box, labels: Sequence[str], domains: Sequence[Domain]) -> str:
    """A box in the reader's words, axes on which anything goes left out: 'spine fracture: No, falls: Yes'."""
    said = [
        f"{label}: {say_ranges(ranges, domain)}"
        for ranges, label, domain in zip(box, labels, domains, strict=True)
        if ranges != everything(domain.size)
    ]
    return ", ".join(said) if said else "any answers"
