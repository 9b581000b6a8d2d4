"""Quality scores: the rubrics that the guide holds itself to, and what each page got and why.

A rubric is an instrument that others made; its items are named here in our own words, with the instrument's numbers.
Totals are never written down: they are counted from the marks.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from .base import Date, Id, PageRef, Record, RubricRef, Text, mistake
from .page import PageType

DOES_NOT_APPLY = "does-not-apply"


class Unit(StrEnum):
    """How the marks of a part are put together."""

    POINTS = "points"
    PERCENT = "percent"


class RubricItem(Record):
    id: Id
    number: Text = Field(description="As the instrument counts it")
    asks: Text


class RubricPart(Record):
    """Items that are counted together, and the total that the guide aims for."""

    id: Id
    title: Text
    lowest: int = 0
    highest: Annotated[int, Field(ge=1)] = 1
    target: Annotated[int, Field(ge=1)]
    target_for: dict[PageType, int] = Field(default_factory=dict, description="Where a type of page has its own")
    items: Annotated[tuple[RubricItem, ...], Field(min_length=1)]

    def aim(self, type: PageType) -> int:
        """The total that a page of this type is held to."""
        return self.target_for.get(type, self.target)


class Rubric(Record):
    id: Id
    title: Text
    about: Text = Field(description="What it looks at, and who made it")
    made_by: Text
    unit: Unit
    types: Annotated[tuple[PageType, ...], Field(min_length=1)] = Field(description="The types of page it is for")
    sections: tuple[Id, ...] = Field((), description="Folders below docs/; all of them where none is named")
    pages: tuple[PageRef, ...] = Field((), description="Only these pages, where it is for few; else all of the types")
    parts: Annotated[tuple[RubricPart, ...], Field(min_length=1)]

    @property
    def items(self) -> dict[str, RubricPart]:
        """The part of each item, by the item's id."""
        return {item.id: part for part in self.parts for item in part.items}

    def covers(self, path: str, type: PageType) -> bool:
        """Whether a page of docs/ is to be scored by this rubric."""
        return (
            type in self.types
            and (not self.sections or path.partition("/")[0] in self.sections)
            and (not self.pages or path in self.pages)
        )

    @model_validator(mode="after")
    def _item_ids_are_unique(self) -> Rubric:
        ids = [item.id for part in self.parts for item in part.items]
        twice = sorted({id for id in ids if ids.count(id) > 1})
        if twice:
            raise mistake(f"two items have the id {', '.join(twice)}", "choose another id", "parts")
        return self


class Scorer(Record):
    """Who read the page: a person, or a tool that reads automatically. The name says which, or in what role."""

    kind: Literal["person", "tool"]
    name: Text


Mark = Annotated[int, Field(ge=0)] | Literal["does-not-apply"]


class ItemMark(Record):
    mark: Mark
    why: Text = Field(description="One sentence")


class OwnMark(ItemMark):
    page: PageRef
    item: Id


class Score(Record):
    """The marks of some pages by one rubric. `marks` hold for all of them; `but` names where a page differs."""

    id: Id
    rubric: RubricRef
    pages: tuple[PageRef, ...] = ()
    types: tuple[PageType, ...] = Field(
        (), description="In place of pages: every page of these types, where the theme alone decides the marks"
    )
    by: Scorer
    scored: Date
    marks: dict[Id, ItemMark]
    but: tuple[OwnMark, ...] = ()

    @model_validator(mode="after")
    def _names_pages_or_types(self) -> Score:
        if bool(self.pages) == bool(self.types):
            raise mistake("a score names either `pages` or `types`", "keep one of the two")
        return self

    def mark(self, page: str, item: str) -> ItemMark:
        """What a page got for an item."""
        own = next((one for one in self.but if one.page == page and one.item == item), None)
        return own or self.marks[item]


def total(part: RubricPart, unit: Unit, marks: list[Mark]) -> int:
    """Points, or the percentage of what could be had; items that do not apply are left out, as the makers ask."""
    given = [mark for mark in marks if isinstance(mark, int)]
    if unit is Unit.POINTS:
        return sum(given)
    return round(100 * sum(given) / (len(given) * part.highest)) if given else 0
