"""One space of answers for two versions of a decision: every question of either, with every answer of either.

An answer that stands for another ("Not sure" for "Yes") is an answer of its own here, as what it stands for can
change. A derived value is one axis for both versions where its expression is the same, and two axes where it is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import gcd, prod

from ..diagram.compiled import Compiled
from ..space.domain import Domain
from ..space.expressions import Bounds, Tree, bounds_of, inputs_of
from ..space.regions import Box, Range, Ranges, count, everything, normalised
from ..tables.table import Axis, Question

# A run of answers: its first position in the shared space, its first position in a version, its length.
Run = tuple[int, int, int]
AS_IT_WAS = " (as it was)"


@dataclass(frozen=True)
class SharedAxis:
    """A question or a derived value, over every answer that either version knows."""

    id: str
    label: str
    domain: Domain
    before: tuple[Run, ...] | None  # None: that version has no such question or value
    after: tuple[Run, ...] | None
    tree: Tree | None = None
    reads: tuple[int, ...] = ()  # the places of the questions that the tree reads


def shared_axes(before: Compiled, after: Compiled) -> tuple[SharedAxis, ...]:
    """Every axis of either version, questions first, in the order of the later version."""
    questions: list[SharedAxis] = []
    for id in dict.fromkeys([*after.questions, *before.questions]):
        old, new = before.questions.get(id), after.questions.get(id)
        if old and new and not _comparable(old.domain, new.domain):
            questions += [_question(None, new), _question(old, None, AS_IT_WAS)]
        else:
            questions.append(_question(old, new))
    ours = {axis.id: place for place, axis in enumerate(questions) if axis.before is not None}
    theirs = {axis.id: place for place, axis in enumerate(questions) if axis.after is not None}
    return (*questions, *_derived(_values_of(before, ours), _values_of(after, theirs)))


def _comparable(one: Domain, other: Domain) -> bool:
    """Choices compare with choices, yes/no with yes/no, numbers with numbers that count the same unit."""
    return (one.kind, one.scale) == (other.kind, other.scale)


def _question(old: Question | None, new: Question | None, remark: str = "") -> SharedAxis:
    asked = [question for question in (new, old) if question]
    domain = _united([question.domain for question in asked])
    if domain.kind == "choice":
        labels = {id: label for question in reversed(asked) for id, label in question.options.items()}
        ids = tuple(dict.fromkeys(id for question in asked for id in question.options))
        domain = Domain("choice", len(ids), ids, tuple(labels[id] for id in ids))
    before = _runs(old.domain, domain) if old else None
    after = _runs(new.domain, domain) if new else None
    return SharedAxis(asked[0].id, asked[0].short + remark, domain, before, after)


DerivedKey = tuple[str, Tree, tuple[int, ...]]


def _values_of(decision: Compiled, places: Mapping[str, int]) -> dict[DerivedKey, Axis]:
    """A version's derived values, by all that makes one the same as another version's."""
    return {
        (axis.id, axis.tree, tuple(places[id] for id in axis.reads)): axis
        for axis in decision.table.axes
        if axis.tree is not None
    }


def _derived(old: Mapping[DerivedKey, Axis], new: Mapping[DerivedKey, Axis]) -> Iterator[SharedAxis]:
    for key in dict.fromkeys([*new, *old]):
        id, tree, reads = key
        found = [axis for axis in (new.get(key), old.get(key)) if axis]
        domain = _united([axis.domain for axis in found])
        remark = AS_IT_WAS if key not in new and any(id == other for other, *_ in new) else ""
        before = _runs(old[key].domain, domain) if key in old else None
        after = _runs(new[key].domain, domain) if key in new else None
        yield SharedAxis(id, found[0].label + remark, domain, before, after, tree, reads)


def _united(domains: Sequence[Domain]) -> Domain:
    """One domain that holds every number of the given ones; the first one where they are no numbers."""
    first = domains[0]
    if first.kind != "integer":
        return first
    low, high = min(domain.low for domain in domains), max(domain.high for domain in domains)
    step = gcd(*(number for domain in domains for number in (domain.step, domain.low - low)))
    return Domain("integer", (high - low) // step + 1, low=low, step=step, unit=first.unit, scale=first.scale)


def _runs(domain: Domain, shared: Domain) -> tuple[Run, ...]:
    """Where the answers of a version's domain stand in the shared one."""
    if domain.kind == "integer":
        start, stride = (domain.low - shared.low) // shared.step, domain.step // shared.step
        if stride == 1:
            return ((start, 0, domain.size),)
        return tuple((start + position * stride, position, 1) for position in range(domain.size))
    found = ((place, domain.position(shared.answer(place))) for place in range(shared.size))
    return tuple((place, position, 1) for place, position in found if position is not None)


def lifted(ranges: Ranges, runs: Sequence[Run]) -> Ranges:
    """A version's positions as positions of the shared space."""
    return normalised(
        (max(low, own) + place - own, min(high, own + length - 1) + place - own)
        for place, own, length in runs
        for low, high in ranges
    )


def combinations(box: Box, axes: Sequence[SharedAxis]) -> int:
    """How many combinations of answers a box holds. What derived values ask of the answers is worked out exactly."""
    wanted = [
        (axis, _numbers(ranges, axis.domain))
        for axis, ranges in zip(axes, box, strict=True)
        if axis.tree is not None and ranges != everything(axis.domain.size)
    ]
    read = sorted({place for axis, _ in wanted for place in axis.reads})
    questions = [place for place, axis in enumerate(axes) if axis.tree is None]
    free = prod(count(box[place]) for place in questions if place not in read)
    domains = {place: axes[place].domain for place in read}
    parts = product(*(box[place] for place in read))
    return free * sum(_solutions(dict(zip(read, part, strict=True)), domains, wanted) for part in parts)


def _numbers(ranges: Ranges, domain: Domain) -> Ranges:
    """Positions of a derived value (whose steps are 1) as the numbers themselves."""
    return tuple((domain.low + low, domain.low + high) for low, high in ranges)


def _solutions(
    part: Mapping[int, Range], domains: Mapping[int, Domain], wanted: Sequence[tuple[SharedAxis, Ranges]]
) -> int:
    """How many answers in a part give every derived value a wanted one: the part is halved until its bounds decide."""
    numbers: dict[int, Bounds] = {
        place: (domains[place].low + low * domains[place].step, domains[place].low + high * domains[place].step)
        for place, (low, high) in part.items()
    }
    undecided: set[int] = set()
    for axis, values in wanted:
        assert axis.tree is not None
        known = {id: numbers[place] for id, place in zip(inputs_of(axis.tree), axis.reads, strict=True)}
        least, most = bounds_of(axis.tree, known)
        if not any(low <= most and least <= high for low, high in values):
            return 0
        if not any(low <= least and most <= high for low, high in values):
            undecided.update(axis.reads)
    if not undecided:
        return prod(high - low + 1 for low, high in part.values())
    widest = max(sorted(undecided), key=lambda place: part[place][1] - part[place][0])
    low, high = part[widest]
    middle = (low + high) // 2
    return sum(_solutions({**part, widest: half}, domains, wanted) for half in ((low, middle), (middle + 1, high)))
