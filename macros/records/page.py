"""A page: its front matter, its words, and the macros that it calls, each read once."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Record, Reviewed, Text
from .files.problem import Place, Problem
from .files.reading import Document, parse_yaml, read_text
from .files.validating import validated

# A comma parts them in a page, and "--" would end the comment in which they stand there.
LayWords = Annotated[str, StringConstraints(pattern=r"^[^\W_]+((-|[ '’%]+)[^\W_]+)*$", min_length=2, max_length=60)]
PageType = Literal["home", "hub", "explain", "how-to", "tool", "reference", "about"]


class InSearch(Record):
    """How search finds a page."""

    exclude: bool = Field(False, description="Whether search leaves it out")
    boost: float = Field(1, gt=0, description="What it counts for beside other pages; less than 0.5 for lists")
    asked_as: tuple[LayWords, ...] = Field((), description="What people type who want this page, in their own words")


class NextTask(Record):
    """What a reader does after a page."""

    page: Annotated[str, StringConstraints(pattern=r"^[a-z0-9/-]+\.md$")] = Field(description="The page of it")
    says: Annotated[Text, StringConstraints(max_length=70)] = Field(description="The task, as the link says it")


class PageMeta(Reviewed):
    title: Text = Field(description="The reader's question or the page's name; unique in the site")
    description: Text = Field(description="One line for search results and link previews")
    type: PageType
    next: NextTask | None = Field(None, description="The next task, for the link at the page's end")
    hide: tuple[Literal["navigation", "toc", "footer", "path", "feedback"], ...] = ()
    search: InSearch = Field(default_factory=InSearch)
    template: Text | None = None


@dataclass(frozen=True)
class Call:
    """A macro call on a page, with its arguments and where the first one (or else the call) stands."""

    macro: str
    arguments: tuple[str, ...]
    place: Place

    @property
    def argument(self) -> str:
        return self.arguments[0] if self.arguments else ""


@dataclass(frozen=True, eq=False)
class Page:
    """A page of docs/: its front matter and its words."""

    path: str  # below docs/, as links and `pages:` fields write it
    file: str  # below the project, as problems name it
    meta: PageMeta
    body: str
    body_line: int  # the line of the file on which the body begins
    document: Document

    @property
    def is_for_readers(self) -> bool:
        """Not so for pages that search leaves out: they show contributors what the others are made of."""
        return not self.meta.search.exclude

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        """Every macro call, in order. What is not well formed is none, and stands in `unread`."""
        return tuple(self._call(found) for found in _CALL.finditer(self.body))

    @cached_property
    def unread(self) -> tuple[int, ...]:
        """Where the template language is used for anything but the call of a macro."""
        spans = [found.span() for found in _CALL.finditer(self.body)]
        openings = (found.start() for found in OPENING.finditer(self.body))
        return tuple(at for at in openings if not any(start <= at < end for start, end in spans))

    def _call(self, found: re.Match[str]) -> Call:
        arguments = _arguments(found)
        return Call(found[1], arguments, self.place(found.start(2) + 1 if arguments else found.start()))

    def place(self, offset: int) -> Place:
        """Where a character of the body stands in the file."""
        line = self.body.count("\n", 0, offset)
        column = offset - (self.body.rfind("\n", 0, offset) + 1)
        return Place(self.file, self.body_line + line, column + 1)


def with_calls_filled(text: str, fill: Callable[[str, tuple[str, ...]], str]) -> str:
    """The text with each macro call replaced by what `fill` makes of its name and its arguments."""
    return _CALL.sub(lambda found: fill(found[1], _arguments(found)), text)


def _arguments(found: re.Match[str]) -> tuple[str, ...]:
    return tuple(text[1:-1] for text in re.findall(_TEXT, found[2] or ""))


def read_page(path: Path, docs: Path) -> Page | list[Problem]:
    """The page in a file below `docs`, or what is wrong with its front matter. The same words give the same page."""
    key = path.relative_to(docs).as_posix()
    name = f"{docs.name}/{key}"
    text = read_text(path, name)
    return _page(text, key, name) if isinstance(text, str) else text


@lru_cache(1024)
def _page(text: str, key: str, name: str) -> Page | list[Problem]:
    match = _FRONT_MATTER.match(text)
    if not match:
        fields = ", ".join(field for field, rule in PageMeta.model_fields.items() if rule.is_required())
        return [
            Problem(
                Place(name),
                "the front matter is missing or not closed",
                fix=f"begin the page with a line ---, then its fields ({fields}), then a line ---",
            )
        ]
    document = parse_yaml("\n" + match[1], name)  # the first --- is line 1
    if document.problems:
        return document.problems
    meta, problems = validated(PageMeta, document, (), document.value)
    body_line = text.count("\n", 0, match.end()) + 1
    return problems if meta is None else Page(key, name, meta, text[match.end() :], body_line, document)


_TEXT = r"""(?:"[^"\\\n]*"|'[^'\\\n]*')"""
_CALL = re.compile(rf"\{{\{{-?\s*(\w+)\(\s*({_TEXT}(?:\s*,\s*{_TEXT})*)?\s*\)\s*-?\}}\}}")
OPENING = re.compile(r"\{\{|\{%|\{##")

# As MkDocs reads it (mkdocs/utils/meta.py).
_FRONT_MATTER = re.compile(r"\A-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.DOTALL)
