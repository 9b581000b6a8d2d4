"""Which records a page was made from, noted while it is rendered, so that a changed row builds only what shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from .library import Library
from .register import KINDS

Use = tuple[str, str]  # a mapping of the library and a key in it, or ALL of them
ALL = "*"
K = TypeVar("K")
V = TypeVar("V")

# What the library works out of itself, once. It is taken over: who asks has used what it says, not all it was made of.
_WORKED_OUT = ("pages_by_claim", "calls_by_macro")


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


def changed(before: Library, after: Library) -> set[Use]:
    """What a page that used it has to be built again for."""
    found: set[Use] = set()
    for name in (*(kind.name for kind in KINDS), "pages", "compiled", *_WORKED_OUT):
        old, new = getattr(before, name), getattr(after, name)
        differing = {
            key
            for key in {*old, *new}
            if old.get(key) is not new.get(key) and _seen_of(old.get(key)) != _seen_of(new.get(key))
        }
        found |= {(name, str(key)) for key in differing}
        if differing:
            found.add((name, ALL))
    return found


def _seen_of(record: object) -> object:
    """What other pages can show of a record: of a page its front matter and calls, of a decision not its proofs."""
    from .decisions.diagram.compiled import Compiled
    from .records import Page

    if isinstance(record, Page):
        return record.meta, [(call.macro, call.argument) for call in record.calls]
    if isinstance(record, Compiled):
        return record.record, record.fingerprint, dict(record.questions)
    return record
