"""A claim: one factual statement, how sure we are of it, and why."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from ..base import (
    ArticleClaimId,
    ClaimRef,
    Date,
    DecisionRef,
    Id,
    Real,
    Record,
    Reviewed,
    SourceRef,
    TermRef,
    Text,
    mistake,
)
from .certainty import Certainty
from .source import Topic


class ClaimKind(StrEnum):
    """What sort of statement it is; each kind has its own rule for wording."""

    FINDING = "finding"  # what research shows: the verb matches the grade
    GUIDANCE = "guidance"  # what a named body says: certainty is how sure we are that it says so
    DEFINITION = "definition"  # an agreed meaning or threshold
    OUR_RULE = "our-rule"  # an editorial rule of this guide, labelled so wherever it shows


class Figure(Record):
    """A number with all that it needs to be read: what, out of what, over what time, how uncertain."""

    id: Id
    label: Text = Field(description="Who or what the number is about, such as 'Recreational runners'")
    value: Real
    unit: Text = Field(description="'of 100 people', 'percent', 'ratio', 'times body weight', 'minutes', 'days' …")
    low: Real | None = Field(None, description="Lower end of the 95% interval")
    high: Real | None = Field(None, description="Upper end of the 95% interval")
    over: Text | None = Field(None, description="Time span, such as '12 months'")
    people: Text | None = Field(None, description="How many people or studies the number rests on")
    source: SourceRef
    observational: bool = False

    @model_validator(mode="after")
    def _interval_holds_the_value(self) -> Figure:
        if (self.low is None) != (self.high is None):
            raise mistake("an interval has both ends", "give both `low` and `high`, or neither")
        if self.low is not None and self.high is not None and not self.low <= self.value <= self.high:
            raise mistake(
                f"the interval {self.low} to {self.high} does not hold the value {self.value}",
                "check the three numbers against the source",
                "value",
            )
        return self


class Change(Record):
    date: Date
    kind: Literal["added", "strengthened", "weakened", "reworded", "retired"]
    note: Text


class Claim(Reviewed):
    id: Id
    kind: ClaimKind = ClaimKind.FINDING
    topic: Topic
    statement: Text = Field(description="One sentence of the guide. A finding uses its grade's verb")
    certainty: Certainty
    because: Text = Field(description="Why this grade, in a sentence")
    evidence: Text = Field(description="Kind of evidence, such as 'Review of observational studies'")
    studied: Text = Field(description="Who was studied")
    not_studied: Text = Field(description="Who was not, so that nobody reads themselves into it")
    figures: tuple[Figure, ...] = ()
    limits: Annotated[tuple[Text, ...], Field(min_length=1)]
    numbers_in: DecisionRef | None = Field(
        None,
        description="Whose rows hold its numbers. Its card shows their reasons; the words here name none",
    )
    sources: tuple[SourceRef, ...] = ()
    disagreement: Text | None = None
    terms: tuple[TermRef, ...] = ()
    see_also: tuple[ClaimRef, ...] = ()
    answers: tuple[ArticleClaimId, ...] = Field(
        (), description="Claims of the two source articles that this one settles"
    )
    history: Annotated[tuple[Change, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _rests_on_something(self) -> Claim:
        if not self.sources and self.kind is not ClaimKind.OUR_RULE:
            raise mistake(
                "a claim has at least one source", "add `sources: [an-id]`; only `kind: our-rule` may have none"
            )
        missing = sorted({figure.source for figure in self.figures} - set(self.sources))
        if missing:
            raise mistake(
                f"figures come from {', '.join(missing)}, which `sources` does not list",
                "add the source to `sources`, or correct the figure's `source`",
                "figures",
            )
        if self.history[0].kind != "added":
            raise mistake("the first entry of `history` is `added`", "begin `history` with `kind: added`", "history")
        return self

    @property
    def retired(self) -> bool:
        return self.history[-1].kind == "retired"
