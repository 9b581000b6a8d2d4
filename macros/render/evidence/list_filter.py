"""Ways into a long list: lists of links that work everywhere, and fields of a filter for the script that adds one.

The script is assets/scripts/list-filter.js; it compares the fields with the `data-` attributes of the entries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..page.links import Link

K = TypeVar("K", bound=str)
R = TypeVar("R")
S = TypeVar("S")


@dataclass(frozen=True)
class Filter:
    """Something that entries differ in, with its values in words, in order."""

    name: str  # also the `data-` attribute
    label: str
    everything: str  # the choice that filters nothing
    words: Mapping[str, str]
    index: str = ""  # title of the list of links by it; none where the page is sorted by it already


@dataclass(frozen=True)
class Entry:
    """One entry of the list, with its values on each filter."""

    id: str
    link: Link
    values: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Field:
    """A choice in the filter, with the values that occur."""

    name: str
    label: str
    everything: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class IndexGroup:
    id: str
    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Index:
    title: str
    groups: tuple[IndexGroup, ...]


@dataclass(frozen=True)
class Group(Generic[S]):
    """A part of the list under a heading. `shown` is what a template needs of each entry."""

    id: str
    heading: str
    shown: tuple[S, ...]


@dataclass(frozen=True)
class Ways:
    fields: tuple[Field, ...]
    indexes: tuple[Index, ...]
    data: Mapping[str, Mapping[str, str]]  # by id, the entry's `data-` attributes
    total: int


def ways(entries: Sequence[Entry], filters: Sequence[Filter]) -> Ways:
    """Everything that a page needs for its list to be searched along these filters."""
    return Ways(
        tuple(_field(entries, by) for by in filters),
        tuple(_index(entries, by) for by in filters if by.index),
        {entry.id: {name: " ".join(values) for name, values in entry.values.items()} for entry in entries},
        len(entries),
    )


def grouped(
    name: str, headings: Mapping[K, str], records: Iterable[R], value: Callable[[R], K], show: Callable[[R], S]
) -> list[Group[S]]:
    """The records by their value, in the order of the headings. A heading without records is left out."""
    records = list(records)
    groups = (
        Group(f"{name}-{key}", words, tuple(show(record) for record in records if value(record) == key))
        for key, words in headings.items()
    )
    return [group for group in groups if group.shown]


# Bands of years, newest first, that split the sources into parts of use.
_PERIODS = ((2024, "2024 or later"), (2020, "2020 to 2023"), (2010, "2010 to 2019"), (0, "before 2010"))
PERIODS = {**{f"from-{first}": words for first, words in _PERIODS}, "undated": "no date given"}


def period(year: int | None) -> str:
    """The band that a year falls into."""
    if year is None:
        return "undated"
    return next(f"from-{first}" for first, _ in _PERIODS if year >= first)


def _field(entries: Sequence[Entry], by: Filter) -> Field:
    used = {value for entry in entries for value in entry.values[by.name]}
    options = tuple((value, words) for value, words in by.words.items() if value in used)
    return Field(by.name, by.label, by.everything, options)


def _index(entries: Sequence[Entry], by: Filter) -> Index:
    groups = (
        IndexGroup(
            f"{by.name}-{value}",
            words,
            tuple(entry.link for entry in entries if value in entry.values[by.name]),
        )
        for value, words in by.words.items()
    )
    return Index(by.index, tuple(group for group in groups if group.links))
