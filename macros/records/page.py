"""The front matter of a page: what kind of page it is, when it was last looked at, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field, model_validator

from .base import Date, Record, Text, mistake
from .problem import Place
from .reading import Document

PageType = Literal["home", "hub", "explain", "how-to", "tool", "reference", "about"]


class PageMeta(Record):
    title: Text = Field(description="The reader's question or the page's name; unique in the site")
    description: Text = Field(description="One line for search results and link previews")
    type: PageType
    reviewed: Date
    review_due: Date
    hide: tuple[Literal["navigation", "toc", "footer", "path", "feedback"], ...] = ()
    search: dict[str, Any] | None = None
    template: Text | None = None

    @model_validator(mode="after")
    def _due_after_review(self) -> PageMeta:
        if self.review_due <= self.reviewed:
            raise mistake("`review_due` comes after `reviewed`", "correct one of the two dates", "review_due")
        return self


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
