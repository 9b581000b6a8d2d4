"""What checks may look at: the library's shape, without importing the library (which imports the checks)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..records import Page, Place, RefersTo
from ..records.evidence.claim import Figure
from ..records.files.kept import kept
from ..records.files.nav import Nav
from ..records.files.reading import Origin, Path_
from ..register import AllRecords

if TYPE_CHECKING:
    from ..decisions.diagram.compiled import Compiled
    from .sentences import Said


@dataclass(frozen=True)
class Records(AllRecords):
    """The part of the library that checks read."""

    pages: Mapping[str, Page]
    files: Set[str]  # every file below docs/, pages too
    nav: Nav | None
    tests: Set[str] | None  # tests of the files that hazards name; None where no tests stand beside the data
    compiled: Mapping[str, Compiled]
    origins: Mapping[tuple[str, str], Origin] = field(repr=False)
    broken: Mapping[str, Set[str]] = field(repr=False)  # ids of records, and pages, that are there but not valid

    @property
    def said(self) -> Sequence[Said]:
        """Every text for readers, with its places."""
        raise NotImplementedError

    def figure(self, id: str) -> Figure:
        """A number of a claim, by claim-id/figure-id."""
        claim, _, name = id.partition("/")
        return next(figure for figure in self.claims[claim].figures if figure.id == name)

    def place(self, kind: str, id: str, *inside: str | int) -> Place:
        """Where a record, or a field inside it, stands."""
        return self.origins[kind, id].place(*inside)


# Among broken ids: there may be any, as nobody can read what there is.
ANY = "*"


@kept
def references_in(record: BaseModel) -> Iterator[tuple[Path_, RefersTo, str]]:
    """Every field of a record, however deep, that its model marks as the id of another record."""
    for name, written, reference, _ in _fields(type(record)):
        yield from _references(getattr(record, name), reference, (written,))


@kept
def texts_in(record: BaseModel) -> Iterator[tuple[Path_, str]]:
    """Every text of a record that is words for a reader: not an id, an address or a date."""
    for name, written, _, is_words in _fields(type(record)):
        if is_words:
            yield from _texts(getattr(record, name), (written,))


_NOT_WORDS = {"id", "URL", "DOI", "PMID", "fingerprint", "value", "when", "given", "then", "rule", "kind"} | {
    *("said", "no_limits"),  # of an input: for checks alone
}


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, RefersTo | None, bool], ...]:
    """Of each field its name, its name in the file, what it refers to, and whether it holds words."""
    fields = ((name, field.alias or name, _reference(field)) for name, field in model.model_fields.items())
    return tuple((name, written, to, to is None and name not in _NOT_WORDS) for name, written, to in fields)


def _reference(field: FieldInfo) -> RefersTo | None:
    found = next((item for item in field.metadata if isinstance(item, RefersTo)), None)
    return found or _reference_in(field.annotation)


def _reference_in(annotation: object) -> RefersTo | None:
    """The reference inside a type such as `tuple[ClaimRef, ...] | None`."""
    for item in getattr(annotation, "__metadata__", ()):
        if isinstance(item, RefersTo):
            return item
    for argument in getattr(annotation, "__args__", ()):
        found = _reference_in(argument)
        if found:
            return found
    return None


def _references(value: object, reference: RefersTo | None, path: Path_) -> Iterator[tuple[Path_, RefersTo, str]]:
    if isinstance(value, BaseModel):
        for inner, found, id in references_in(value):
            yield (*path, *inner), found, id
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _references(item, reference, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _references(item, reference, (*path, key))
    elif isinstance(value, str) and reference is not None:
        yield path, reference, value


def _texts(value: object, path: Path_) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, BaseModel):
        for inner, text in texts_in(value):
            yield (*path, *inner), text
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield path, value
