"""The front matter of a page: what kind of page it is, when it was last looked at, and by whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from .base import Reviewed, Text
from .files.problem import Place, Problem
from .files.reading import Document, parse_yaml, read_text
from .files.validating import validated

PageType = Literal["home", "hub", "explain", "how-to", "tool", "reference", "about"]


class PageMeta(Reviewed):
    title: Text = Field(description="The reader's question or the page's name; unique in the site")
    description: Text = Field(description="One line for search results and link previews")
    type: PageType
    hide: tuple[Literal["navigation", "toc", "footer", "path", "feedback"], ...] = ()
    search: dict[str, Any] | None = None
    template: Text | None = None


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
        return not (self.meta.search or {}).get("exclude", False)

    def place(self, offset: int) -> Place:
        """Where a character of the body stands in the file."""
        line = self.body.count("\n", 0, offset)
        column = offset - (self.body.rfind("\n", 0, offset) + 1)
        return Place(self.file, self.body_line + line, column + 1)


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


# As MkDocs reads it (mkdocs/utils/meta.py).
_FRONT_MATTER = re.compile(r"\A-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.DOTALL)
