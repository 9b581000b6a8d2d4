"""An option grid: what a reader can choose between, each option told by the same aspects and at the same length.

Chances are never written down: they are figures of claims.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from .base import ClaimRef, Id, PageRef, Record, Reviewed, Text, mistake
from .evidence.chart import FigureRef


class Point(Record):
    """A sentence or two. Without claims it says what is plain, such as a cost, or what people can feel."""

    says: Text
    claims: tuple[ClaimRef, ...] = Field((), description="The main one first: a finding's grade decides the verb")


Points = Annotated[tuple[Point, ...], Field(min_length=1)]


class Chances(Record):
    """Counts of people out of 100, with whom they are about; or that none was found."""

    figures: tuple[FigureRef, ...] = Field((), description="claim-id/figure-id, of the unit 'of 100 people'")
    note: Text = Field(description="Whom the counts are about and whom not, or that we found none")


class Option(Record):
    """One thing that a reader can do, doing nothing included."""

    id: Id
    label: Text
    means: Text = Field(description="The option in one sentence")
    does: Points = Field(description="What you do")
    effort: Points = Field(description="Time, money and trouble")
    good: Points = Field(description="What it may bring")
    bad: Points = Field(description="What it may cost; as many points as `good` has")
    chances: Chances
    like: Points = Field(description="What it is like to live with")
    unknown: Points
    fits: Points = Field(description="Whom it tends to fit, and whom not")

    @property
    def points(self) -> tuple[tuple[str, tuple[Point, ...]], ...]:
        """The points by the name of their aspect."""
        names = ("does", "effort", "good", "bad", "like", "unknown", "fits")
        return tuple((name, getattr(self, name)) for name in names)

    @property
    def words(self) -> int:
        """How long the option is told, without its counts."""
        texts = [self.means, self.chances.note, *(point.says for _, points in self.points for point in points)]
        return sum(len(text.split()) for text in texts)

    @model_validator(mode="after")
    def _good_and_bad_are_as_many(self) -> Option:
        if len(self.good) != len(self.bad):
            raise mistake(
                f"`{self.id}` has {len(self.good)} good points and {len(self.bad)} bad ones",
                "give both in equal number, so that the grid leans to neither",
                "bad",
            )
        return self


class Matter(Record):
    """Something that can matter to a reader, and the aspect that says most about it."""

    id: Id
    label: Text
    look_at: Annotated[str, Field(pattern="^(does|effort|good|bad|chances|like|unknown|fits)$")]


class Sureness(Record):
    """A question by which readers tell how ready they are to choose, and what helps who is not. Our own wording."""

    id: Id
    ask: Text
    helps: Text = Field(description="What to do after 'Not yet'")


class OptionGrid(Reviewed):
    id: Id
    title: Text
    decides: Text = Field(description="The choice, as a question")
    about: Points = Field(description="The problem for which the choice is made")
    not_for: Annotated[tuple[Text, ...], Field(min_length=1)]
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=4)]
    matters: Annotated[tuple[Matter, ...], Field(min_length=2)]
    sure: Annotated[tuple[Sureness, ...], Field(min_length=2)]
    pages: tuple[PageRef, ...] = ()

    @model_validator(mode="after")
    def _good_points_are_as_many_everywhere(self) -> OptionGrid:
        if len({len(option.good) for option in self.options}) > 1:
            raise mistake(
                "the options have different numbers of good points", "give each option as many as the others", "options"
            )
        return self
