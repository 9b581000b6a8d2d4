"""Every sentence that the guide says for itself, in its data and on its pages, with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from pydantic import BaseModel

from ..records import Place
from ..records.reading import Path_
from .scope import RECORD_KINDS, Records, texts_in

# A sentence ends at a full stop, a question mark or an exclamation mark before a space; never inside 3.5.
_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?![\s\"')\]}]|$))+[.!?]*[\"')\]}]*")
_MACRO_CALL = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
# Words of others, which the guide repeats to answer them; and the bare names of things.
_REPEATED = {
    "sources": {"title", "container-title", "publisher", "genre", "note", "author"},
    "articles": {"claim", "title"},
    "hazards": {"title", "cause", "effect"},
    "myths": {"why_people_think_so"},
}


def sentences(text: str) -> Iterator[re.Match[str]]:
    """Each sentence of a text, with where it stands in it."""
    return _SENTENCE.finditer(text)


def everything_said(library: Records) -> Iterator[tuple[str, Callable[[int], Place]]]:
    """Every text for readers, with the place of a character in it."""
    for kind in RECORD_KINDS:
        for id, record in library.kind(kind).items():
            for path, text in _own_words(kind, record):
                yield text, lambda _, at=(kind, id, *path): library.place(*at)  # type: ignore[misc]
    for page in library.pages.values():
        yield _MACRO_CALL.sub(lambda call: " " * len(call[0]), page.body), page.place


def _own_words(kind: str, record: BaseModel) -> Iterable[tuple[Path_, str]]:
    repeated = _REPEATED.get(kind, set())
    return ((path, text) for path, text in texts_in(record) if not repeated & set(path))
