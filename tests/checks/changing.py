"""The guide's own library with one record changed, so that a check can be seen to fire."""

from __future__ import annotations

import dataclasses
from types import MappingProxyType
from typing import Any

from macros.library import Library
from macros.records import Problem


def with_record(library: Library, kind: str, id: str, record: object) -> Library:
    """The library with this record in place of the one of that id."""
    changed: dict[str, Any] = {kind: MappingProxyType({**library.kind(kind), id: record})}
    return dataclasses.replace(library, **changed)


def changed(library: Library, kind: str, id: str, **fields: object) -> Library:
    """The library with these fields of one record set to other values, unchecked by its model."""
    return with_record(library, kind, id, library.kind(kind)[id].model_copy(update=fields))


def said(problems: object) -> list[str]:
    """What was found, without places."""
    return [problem.wrong for problem in problems if isinstance(problem, Problem)]  # type: ignore[attr-defined]
