"""Which records a page was made from, noted while it is rendered, so that a changed row builds only what shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from .library import Library
from .memory import ALL, Use, mark_of
from .records import Record
from .register import KINDS

K = TypeVar("K")
V = TypeVar("V")

# What the library works out of itself, once. It is taken over: who asks has used what it says, not all it was made of.
_WORKED_OUT = ("pages_by_claim", "calls_by_macro")
# What a change of the library is told by.
_SEEN = (*(kind.name for kind in KINDS), "pages", "compiled", "origins", *_WORKED_OUT)


def watched(library: Library, seen: set[Use]) -> Library:
    """The same library, but what is taken from it is noted in `seen`."""
    given = ((field.name, getattr(library, field.name)) for field in fields(Library))
    noted: dict[str, Any] = {name: _Noted(value, name, seen) for name, value in given if isinstance(value, Mapping)}
    watcher = replace(library, **noted)
    vars(watcher).update({name: _Noted(getattr(library, name), name, seen) for name in _WORKED_OUT})
    return watcher


class _Noted(Mapping[K, V]):
    def __init__(self, inside: Mapping[K, V], name: str, seen: set[Use]) -> None:
        self._inside, self._name, self._seen = inside, name, seen

    def __getitem__(self, key: K) -> V:
        self._seen.add((self._name, str(key)))
        return self._inside[key]

    def __iter__(self) -> Iterator[K]:
        self._seen.add((self._name, ALL))
        return iter(self._inside)

    def __len__(self) -> int:
        self._seen.add((self._name, ALL))
        return len(self._inside)


def digests(library: Library) -> dict[Use, str]:
    """A mark of each thing that a page can use. What is not among them is not known by a mark."""
    found: dict[Use, str] = {}
    for name in _SEEN:
        marks = {str(key): mark_of(_plain(thing)) for key, thing in getattr(library, name).items()}
        found |= {(name, key): mark for key, mark in marks.items()}
        found[name, ALL] = mark_of(list(marks.items()))
    return found


def _plain(thing: object) -> object:
    """What pages can show of a thing of the library, as plain values."""
    from .decisions.diagram.compiled import Compiled
    from .records import Page
    from .records.files.reading import Origin

    if isinstance(thing, Compiled):
        return thing.record.model_dump_json(), thing.fingerprint, repr(dict(thing.questions))
    if isinstance(thing, Record):
        return thing.model_dump_json()
    if isinstance(thing, Page):
        return thing.meta.model_dump_json(), [(call.macro, *call.arguments) for call in thing.calls]
    if isinstance(thing, Origin):
        return str(thing.place())
    return thing


def changed(before: Library, after: Library) -> set[Use]:
    """What a page that used it has to be built again for."""
    found: set[Use] = set()
    for name in _SEEN:
        old, new = getattr(before, name), getattr(after, name)
        differing = {
            key
            for key in {*old, *new}
            if old.get(key) is not new.get(key) and _plain(old.get(key)) != _plain(new.get(key))
        }
        found |= {(name, str(key)) for key in differing}
        if differing:
            found.add((name, ALL))
    return found
