"""Which records a page was made from, noted while it is rendered, so that a changed row builds only what shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import FunctionType, MethodType
from typing import Any

from .library import Library
from .register import KINDS

Use = tuple[str, str]  # a mapping of the library and a key in it, or ALL of them
ALL = "*"


class Watched:
    """A library that notes in `seen` what is taken from it."""

    def __init__(self, library: Library, seen: set[Use]) -> None:
        self._library = library
        self._seen = seen

    def __getattr__(self, name: str) -> Any:
        method = getattr(Library, name, None)
        if isinstance(method, FunctionType):
            return MethodType(method, self)  # what it takes is noted too
        value = getattr(self._library, name)
        return _Noted(value, name, self._seen) if isinstance(value, Mapping) else value


class _Noted(Mapping[Any, Any]):
    def __init__(self, inside: Mapping[Any, Any], name: str, seen: set[Use]) -> None:
        self._inside, self._name, self._seen = inside, name, seen

    def __getitem__(self, key: Any) -> Any:
        self._seen.add((self._name, str(key)))
        return self._inside[key]

    def __iter__(self) -> Iterator[Any]:
        self._seen.add((self._name, ALL))
        return iter(self._inside)

    def __len__(self) -> int:
        self._seen.add((self._name, ALL))
        return len(self._inside)


def changed(before: Library, after: Library) -> set[Use]:
    """What a page that used it has to be built again for."""
    found: set[Use] = set()
    for name in (*(kind.name for kind in KINDS), "pages", "compiled", "pages_by_claim", "calls_by_macro"):
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


def _seen_of(record: Any) -> Any:
    """What other pages can show of a record: of a page its front matter and calls, of a decision not its proofs."""
    from .decisions.diagram.compiled import Compiled
    from .records import Page

    if isinstance(record, Page):
        return record.meta, [(call.macro, call.argument) for call in record.calls]
    if isinstance(record, Compiled):
        return record.record, record.fingerprint, dict(record.questions)
    return record
