"""Inputs that no result depends on, and options of a choice that no rule tells apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from ..diagram.compiled import Compiled
from ..tables.evaluate import Outcome
from ..tables.search import Search
from ..tables.table import Table
from .flaw import Flaw


def inputs_that_never_matter(decision: Compiled, search: Search) -> Iterator[Flaw]:
    """Inputs, and options of a choice asked here, that no result depends on."""
    table = decision.authored
    places = {item.id: index for index, item in enumerate(decision.record.inputs)}
    for index, axis in enumerate(table.axes):
        place = places[axis.id]
        if axis.domain.kind == "choice" and decision.record.inputs[place].options:
            groups = _alike(search, index)
            if len(groups) > 1:
                for group in groups:
                    if len(group) > 1:
                        yield _options(table, index, place, group)
                continue
        elif matters(search, index):
            continue
        yield Flaw(
            ("inputs", place), f"the input '{axis.id}' never changes the result", "delete it, or use it in a rule"
        )


def _options(table: Table, index: int, place: int, group: list[int]) -> Flaw:
    ids = [table.axes[index].domain.ids[position] for position in group]
    names = [f"'{id}'" for id in ids]
    return Flaw(
        ("inputs", place),
        f"{', '.join(names[:-1])} and {names[-1]} always lead to the same result",
        f"merge them, say `as: {ids[0]}` in {'one of them' if len(ids) == 2 else 'the others'}, "
        "or tell them apart in a rule",
    )


def _different(one: Outcome, other: Outcome) -> bool:
    return one != other


def matters(search: Search, axis: int) -> bool:
    """Whether any two answers to an input lead to different results."""
    segments = range(search.cover.axes[axis].segments)
    # Where one of two neighbours may be impossible for all else that is given, those further apart count as well.
    pairs = combinations(segments, 2) if axis in search.linked else pairwise(segments)
    return any(search.differ(axis, one, other, _different) for one, other in pairs)


def _alike(search: Search, axis: int) -> list[list[int]]:
    """The positions of an axis in groups that nothing tells apart, each as large as it can be."""
    column = search.cover.axes[axis]
    groups: list[list[int]] = []
    for position in range(column.size):
        segment = column.segment(position)
        for group in groups:
            first = column.segment(group[0])
            if first == segment or search.differ(axis, first, segment, _different) is None:
                group.append(position)
                break
        else:
            groups.append([position])
    return groups
