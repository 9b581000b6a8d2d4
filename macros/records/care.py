"""Care cards, glossary terms, hazards and checklists: the small records."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from .base import (
    ClaimRef,
    HazardId,
    HazardRef,
    Id,
    PageRef,
    Record,
    Reviewed,
    SignRef,
    SourceRef,
    TermRef,
    Text,
    mistake,
)


class CareLevel(StrEnum):
    """How fast, in words; the shape and colour follow, never lead."""

    NOW = "now"
    TODAY = "today"
    APPOINTMENT = "appointment"

    @property
    def words(self) -> str:
        return {"now": "Get help now", "today": "Get help today", "appointment": "Book an appointment"}[self.value]


class CareCard(Reviewed):
    id: Id
    level: CareLevel
    heading: Text = Field(description="One action ending in 'if:'")
    signs: Annotated[tuple[SignRef, ...], Field(min_length=1)]
    action: Text = Field(description="What to do, whom to ring, what not to do")
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    hazards: tuple[HazardRef, ...] = ()

    @model_validator(mode="after")
    def _heading_ends_in_if(self) -> CareCard:
        if not self.heading.endswith(" if:"):
            raise mistake(
                "the heading of a care card is one action that ends in ' if:'",
                "reword it: 'Ring your doctor today if:'",
                "heading",
            )
        return self


class Term(Record):
    id: Id
    term: Text
    plain: Text = Field(description="The plain words that pages use first")
    meaning: Text
    also: tuple[Text, ...] = Field((), description="Other words for it; search finds the page by them")
    sources: tuple[SourceRef, ...] = ()
    see_also: tuple[TermRef, ...] = ()
    page: PageRef | None = None


# A proof across tools ('floor'), a promise of a decision ('route-finder.falls-train-balance-first'), or a test.
ShownBy = Annotated[str, StringConstraints(pattern=r"^([a-z-]+(\.[a-z0-9-]+)?|tests/[\w/]+\.py::test_\w+)$")]


class Control(Record):
    kind: Literal["design", "test", "words"]
    what: Text
    shown_by: tuple[ShownBy, ...] = Field(
        (), description="What shows that it works: a proof across tools, a guarantee as decision.id, or file::test"
    )


Scale = Annotated[int, Field(ge=1, le=5)]

# Rows: severity 1 to 5; columns: likelihood 1 to 5; cells: risk 1 to 5. A common five-by-five matrix in which
# severity weighs more than likelihood; the clinical-safety standards (ISO 14971, DCB0129) leave the cells to the maker.
RISK_MATRIX = (
    (1, 1, 2, 2, 3),
    (1, 2, 2, 3, 3),
    (2, 2, 3, 3, 4),
    (2, 3, 3, 4, 5),
    (3, 3, 4, 5, 5),
)


class Rating(Record):
    severity: Scale
    likelihood: Scale

    @property
    def risk(self) -> int:
        """1 and 2 acceptable, 3 only with a written reason, 4 must be reduced, 5 stops."""
        return RISK_MATRIX[self.severity - 1][self.likelihood - 1]


class Hazard(Reviewed):
    id: HazardId
    title: Text
    cause: Text
    effect: Text
    before: Rating
    controls: Annotated[tuple[Control, ...], Field(min_length=1)]
    evidence: Text = Field(description="What shows that the controls work")
    after: Rating
    accepted_because: Text | None = Field(None, description="Needed where the remaining risk is 3")
    claims: tuple[ClaimRef, ...] = ()

    @property
    def shown_by(self) -> tuple[str, ...]:
        """Every proof and test that a control names."""
        return tuple(name for control in self.controls for name in control.shown_by)

    @model_validator(mode="after")
    def _remaining_risk_is_acceptable(self) -> Hazard:
        if self.after.risk >= 4:
            raise mistake(
                f"the remaining risk is {self.after.risk}; 4 must be reduced and 5 stops",
                "add controls until it is 3 or less",
                "after",
            )
        if self.after.risk == 3 and not self.accepted_because:
            raise mistake("a remaining risk of 3 needs a written reason", "add `accepted_because: …`", "after")
        if self.after.risk > self.before.risk:
            raise mistake(
                "the remaining risk is higher than the risk before controls", "correct `before` or `after`", "after"
            )
        if not {"design", "words"} & {control.kind for control in self.controls}:
            raise mistake("a test alone reduces no hazard", "add a control of kind `design` or `words`", "controls")
        return self


class ChecklistItem(Record):
    id: Id
    text: Text
    why: Text | None = None
    claims: tuple[ClaimRef, ...] = ()
    hazards: tuple[HazardRef, ...] = ()


class ChecklistGroup(Record):
    heading: Text
    items: Annotated[tuple[ChecklistItem, ...], Field(min_length=1)]


class Checklist(Reviewed):
    id: Id
    title: Text
    purpose: Text = Field(description="What it is for, for whom, and what it is not")
    before: Text | None = Field(None, description="A sentence above the list, such as when not to use it")
    progress: Literal["count", "none"] = Field(
        "count",
        description="Whether the list counts its ticks. `none` for prompts, where a count would read as a score",
    )
    groups: Annotated[tuple[ChecklistGroup, ...], Field(min_length=1)]
    pages: tuple[PageRef, ...] = ()

    @model_validator(mode="after")
    def _item_ids_are_unique(self) -> Checklist:
        ids = [item.id for item in self.items]
        twice = sorted({item for item in ids if ids.count(item) > 1})
        if twice:
            raise mistake(f"two items have the id {', '.join(twice)}", "choose another id", "groups")
        return self

    @property
    def items(self) -> tuple[ChecklistItem, ...]:
        return tuple(item for group in self.groups for item in group.items)
