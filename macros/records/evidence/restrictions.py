"""What may not be made of a source, and which sources stay out: what the audit of the evidence found, as data.

checks/misuse.py holds every claim to it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from ..base import Id, Record, SourceRef, Text
from .certainty import Certainty

Part = Literal["DOI", "PMID", "container-title", "volume", "issue", "page"]
Host = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")]


class Companion(Record):
    """A source that is told wherever this one is."""

    source: SourceRef
    because: Text = Field(description="How this one misleads alone")


class Unit(Record):
    """A unit in which no number of a source may be given."""

    word: Text = Field(description="A word of the unit, such as percent")
    because: Text


class Restrictions(Record):
    """What may not be made of a source. What is not forbidden stays out."""

    ceiling: Certainty | None = Field(
        None, description="A finding that rests on it alone is no surer than this, however large or loud it is"
    )
    no_figures: Text | None = Field(None, description="Why none of its numbers may be given")
    no_ranges: Text | None = Field(None, description="Why the range around its numbers may not be given")
    no_units: Annotated[tuple[Unit, ...], Field(min_length=1)] | None = Field(
        None, description="Units in which it gives nothing that we may pass on"
    )
    told_with: Annotated[tuple[Companion, ...], Field(min_length=1)] | None = Field(
        None, description="Sources that every claim names beside this one"
    )
    shared_cohort: Id | None = Field(None, description="Papers on the same people share this id and count once")
    no_lots_drawn: bool | None = Field(
        None, description="People chose their group or were watched: its design is no randomised trial"
    )
    unsettled: Annotated[tuple[Part, ...], Field(min_length=1)] | None = Field(
        None, description="Parts of its citation that nobody could confirm. They stay blank"
    )


class ExcludedSource(Record):
    """A source, or a place of copies, that the guide does not cite, and why."""

    id: Id = Field(description="The id that the source would have")
    because: Text
    instead: SourceRef | None = Field(None, description="The source to cite instead")
    hosts: tuple[Host, ...] = Field((), description="No link of the guide leads to these")
    restrictions: Restrictions | None = Field(None, description="What its record has to carry, if it comes in")
