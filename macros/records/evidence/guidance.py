"""Where guidance disagrees: one question, and what each body says to it, side by side."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from ..base import ClaimRef, Id, PageRef, Record, Reviewed, SourceRef, Text, mistake

Year = Annotated[int, Field(ge=1950, le=2100)]


class PositionKind(StrEnum):
    """Who speaks. A study gives no advice, but it belongs beside the advice that it bears on."""

    GUIDANCE = "guidance"
    RESEARCH = "research"

    @property
    def words(self) -> str:
        return {"guidance": "Guidance", "research": "A study, not guidance"}[self.value]


class Seen(StrEnum):
    """How much of the text that states the position we have read."""

    SEEN = "seen"
    PARTLY = "partly-seen"

    @property
    def words(self) -> str:
        return {"seen": "Seen", "partly-seen": "Partly seen"}[self.value]


class Stance(StrEnum):
    """What a body's own words answer to the question of the map, the most allowing first."""

    YES = "yes"
    ASK_FIRST = "ask-first"
    NO = "no"
    SILENT = "silent"

    @property
    def words(self) -> str:
        return {"yes": "Yes", "ask-first": "Ask or check first", "no": "No", "silent": "Does not say"}[self.value]


class Position(Record):
    """What one body says, to whom, and how we know."""

    body: Text = Field(description="Who says it, such as 'Healthy Bones Australia'")
    country: Text = Field(description="For which country it speaks; 'International' where for none")
    year: Year | Literal["undated"] = Field(description="The year of its source, or 'undated' where it has none")
    kind: PositionKind = PositionKind.GUIDANCE
    population: Text = Field(description="For whom it holds")
    position: Text = Field(description="What it says, in our words")
    stance: Stance | None = Field(
        None, description="What its words answer to `map_asks`, never more than they say; a study has none"
    )
    status: Seen
    not_seen: Text | None = Field(None, description="What we read and what not; needed where it was partly seen")
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _what_was_not_seen_is_said(self) -> Position:
        if (self.status is Seen.PARTLY) != (self.not_seen is not None):
            raise mistake(
                "a position that was partly seen, and no other, says what was not",
                "add `not_seen: …`, or set `status: seen` and delete `not_seen`",
                "status",
            )
        return self

    @model_validator(mode="after")
    def _who_advises_takes_a_stance(self) -> Position:
        if (self.kind is PositionKind.GUIDANCE) != (self.stance is not None):
            raise mistake(
                "guidance, and no study, has a place on the map",
                "add `stance: yes`, `ask-first`, `no` or `silent` to guidance; delete it from a study",
                "stance",
            )
        return self


class Guidance(Reviewed):
    """One question to which bodies give different answers."""

    id: Id
    order: Annotated[int, Field(ge=1)] = Field(description="Where it stands on the page of all questions")
    title: Text
    question: Text = Field(description="The reader's question, ending in a question mark")
    map_asks: Text = Field(description="The same for the map: a short question that yes or no can answer")
    positions: Annotated[tuple[Position, ...], Field(min_length=2)]
    what_all_agree: Annotated[tuple[Text, ...], Field(min_length=1)]
    where_they_differ: Text
    our_reading: Text = Field(description="What we make of it. Pages label it as ours")
    left_out: Text | None = Field(None, description="Advice that is about, but that we have not read well enough")
    claims: Annotated[tuple[ClaimRef, ...], Field(min_length=1)]
    pages: tuple[PageRef, ...] = ()

    @model_validator(mode="after")
    def _asks_something(self) -> Guidance:
        for field in ("question", "map_asks"):
            if not getattr(self, field).endswith("?"):
                raise mistake("the question ends in a question mark", "reword it as the reader asks it", field)
        return self
