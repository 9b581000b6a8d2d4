"""Every sentence that the guide says for itself, in its data and on its pages, with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pydantic import BaseModel

from ..records import Page, Place
from ..records.files.kept import kept
from ..records.files.reading import Path_
from ..register import KINDS
from .scope import Records, texts_in

# A sentence ends at a full stop, a question mark or an exclamation mark before a space; never inside 3.5.
_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?![\s\"')\]}]|$))+[.!?]*[\"')\]}]*")
MACRO_CALL = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
# A line that goes on with the sentence of the line before: no item, heading, row, quotation or box begins there.
_WRAPPED = re.compile(r"(?<=\S)[ \t]*\n[ \t]*(?=\S)(?![-*+] |\d+\. |[#|>]|!!!|<)")
# A call on a line of its own inside a paragraph, and the marks of a quotation that goes on: the sentence goes on too.
_CALL_INSIDE = re.compile(r"(?<=[^\s#|])[ \t]*\n[ \t]*(?:(?:\{\{.*?\}\})[ \t]*)+(?=\n[ \t]*[^\s#|>*+-])")
_QUOTATION = re.compile(r"^(?:[ \t]*>.*\n){2,}", re.MULTILINE)
_SPACES = re.compile(r"[ \t]+")


@dataclass(frozen=True)
class Said:
    """A text for readers, each sentence of it on one line. `kind` is that of its record, or `pages`."""

    kind: str
    text: str
    place: Callable[[int], Place]  # of a character in `text`

    @property
    def sentences(self) -> Iterator[re.Match[str]]:
        """Each sentence, with where it stands in the text."""
        return sentences(self.text)


def sentences(text: str) -> Iterator[re.Match[str]]:
    """Each sentence of a text, with where it stands in it."""
    return _SENTENCE.finditer(text)


def everything_said(library: Records) -> Iterator[Said]:
    """Every text for readers. A library keeps it as `said`."""
    for kind in KINDS:
        for id, record in library.kind(kind.name).items():
            for path, text in _words_in(record):
                if not kind.repeated & set(path):
                    yield Said(kind.name, text, lambda _, at=(kind.name, id, *path): library.place(*at))  # type: ignore[misc]
    for page in library.pages.values():
        for field in ("title", "description"):
            yield Said("pages", getattr(page.meta, field), lambda _, at=(page, field): at[0].document.place((at[1],)))  # type: ignore[misc]
        yield _on_page(page)


@kept
def _words_in(record: BaseModel) -> Iterable[tuple[Path_, str]]:
    return ((path, _on_one_line(text)) for path, text in texts_in(record))


def _on_page(page: Page) -> Said:
    body = _CALL_INSIDE.sub(lambda call: " " * len(call[0]), page.body)
    body = _QUOTATION.sub(lambda lines: re.sub(r"(\n[ \t]*)>", r"\1 ", lines[0]), body)
    written = MACRO_CALL.sub(lambda call: re.sub(r"\S", " ", call[0]), body)
    text = _on_one_line(written)

    def place(offset: int) -> Place:
        # Only white space differs between the two, so the same number of other characters stands before.
        before = len(re.findall(r"\S", text[:offset]))
        found = next(islice(re.finditer(r"\S", written), before, None), None)
        return page.place(found.start() if found else len(written))

    return Said("pages", text, place)


def _on_one_line(text: str) -> str:
    return _SPACES.sub(" ", _WRAPPED.sub(" ", text)) if "\n" in text or "  " in text else text
