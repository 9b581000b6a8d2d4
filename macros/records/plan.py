"""A walk-run ladder: what a public plan or this guide sets for each session, and how large a step may be.

Only the segments are written down. Running minutes and the size of every step are counted from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, model_validator

from .base import ClaimRef, HazardRef, Id, PageRef, Real, Record, Reviewed, Text, mistake

# fmt: off
IN_WORDS = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)
# fmt: on

Minutes = Annotated[Real, Field(gt=0, multiple_of=0.5)]


class Segment(Record):
    """A stretch of a session: either `walk` or `run`, in minutes."""

    walk: Minutes | None = None
    run: Minutes | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Segment:
        if (self.walk is None) == (self.run is None):
            raise mistake("a segment is either a walk or a run", "write `walk: 5` or `run: 1`, in minutes")
        return self

    @property
    def minutes(self) -> float:
        return self.walk or self.run or 0.0


class Part(Segment):
    """A segment, or segments that are done so many `times` in a row."""

    times: Annotated[int, Field(ge=2, le=20)] | None = None
    of: tuple[Segment, ...] = ()

    @model_validator(mode="after")
    def _is_one_thing(self) -> Part:
        kinds = [self.walk is not None, self.run is not None, bool(self.of)]
        if sum(kinds) != 1 or (self.times is not None) != bool(self.of):
            raise mistake(
                "a part is a walk, a run, or segments that are repeated",
                "write `walk: 5`, `run: 1`, or `times: 8` with `of: [{run: 1}, {walk: 1.5}]`",
            )
        return self

    @property
    def segments(self) -> tuple[Segment, ...]:
        return self.of * (self.times or 1) if self.of else (Segment(walk=self.walk, run=self.run),)


class Session(Record):
    """One outing. `times` says how often the plan asks for it in a row before the next one."""

    times: Annotated[int, Field(ge=1, le=7)] = 1
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Every segment in order; neighbours of one kind are one segment."""
        joined: list[Segment] = []
        for segment in (one for part in self.parts for one in part.segments):
            if joined and (joined[-1].run is None) == (segment.run is None):
                joined[-1] = _together(joined[-1], segment)
            else:
                joined.append(segment)
        return tuple(joined)

    @property
    def minutes(self) -> float:
        """From the first step to the last."""
        return sum(segment.minutes for segment in self.segments)

    @property
    def running(self) -> float:
        """Minutes of running in all."""
        return sum(segment.run or 0.0 for segment in self.segments)

    @property
    def unbroken(self) -> float:
        """Minutes of the longest run without a walk."""
        return max((segment.run or 0.0 for segment in self.segments), default=0.0)


class Week(Record):
    """The sessions of one week, or of one level of a ladder that counts none."""

    sessions: Annotated[tuple[Session, ...], Field(min_length=1)]


class Days(Record):
    """On how many days of a week a ladder stands, and how close they may be."""

    fewest: Annotated[int, Field(ge=1, le=7)]
    most: Annotated[int, Field(ge=1, le=7)]
    between: Annotated[int, Field(ge=0, le=6)] = Field(
        0, description="Days between one run and the next. A session that comes sooner is laid out as a walk"
    )

    @model_validator(mode="after")
    def _fit_a_week(self) -> Days:
        if self.fewest > self.most:
            raise mistake("`fewest` is more than `most`", "exchange the two")
        return self


@dataclass(frozen=True)
class SessionStep:
    """From one session to the next one that differs."""

    week: int  # counted from 0, as is `session`
    session: int
    before: Session
    after: Session

    @property
    def percent(self) -> float:
        """How much more running; 0 where it is not more, or where there was none to compare with."""
        if not self.before.running:
            return 0.0
        return max(0.0, 100 * (self.after.running - self.before.running) / self.before.running)

    @property
    def unbroken(self) -> float:
        """How many minutes longer the longest run without a walk is; 0 where it is not longer."""
        return max(0.0, self.after.unbroken - self.before.unbroken)


class Plan(Reviewed):
    id: Id
    title: Text
    purpose: Text = Field(description="What it is, for whom, and what it is not")
    whose: Text = Field(description="Who made it, and how its minutes were read")
    counts: Literal["weeks", "levels"] = Field("weeks", description="What the ladder counts its rungs in")
    begins_with: Id | None = Field(
        None,
        description="The question of the planner, in minutes, whose answer says with which session it begins: the "
        "longest that is no longer. It is asked whenever this ladder is laid out",
    )
    made_for: Annotated[tuple[Text, ...], Field(min_length=1)]
    not_for: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="Who looks elsewhere first; each line says where"
    )
    bound: Annotated[int, Field(ge=0, le=200)] = Field(
        description="The largest rise of running minutes that it allows from a session to the next, in percent"
    )
    bound_unbroken: Annotated[Real, Field(ge=0)] = Field(
        description="The largest rise of the longest run without a walk that it allows, in minutes"
    )
    days: Days
    claims: Annotated[tuple[ClaimRef, ...], Field(min_length=1)]
    hazards: tuple[HazardRef, ...] = ()
    weeks: Annotated[tuple[Week, ...], Field(min_length=1)]
    pages: tuple[PageRef, ...] = ()

    @property
    def sessions(self) -> tuple[Session, ...]:
        """Every outing in order, as often as the plan asks for it."""
        return tuple(session for week in self.weeks for session in week.sessions for _ in range(session.times))

    @property
    def steps(self) -> tuple[SessionStep, ...]:
        """From each session to the next; an outing that is done again is no step."""
        rungs = [
            (week, index, session) for week, one in enumerate(self.weeks) for index, session in enumerate(one.sessions)
        ]
        return tuple(
            SessionStep(week, index, before, after) for (_, _, before), (week, index, after) in pairwise(rungs)
        )


def _together(one: Segment, other: Segment) -> Segment:
    minutes = one.minutes + other.minutes
    return Segment(run=minutes) if one.run is not None else Segment(walk=minutes)
