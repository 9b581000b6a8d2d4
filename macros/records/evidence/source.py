"""A source: one item of CSL-YAML, as pandoc, Zotero and citeproc read it.

Field names are CSL's (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables);
what is ours (design, population, what it found, what was verified) stands under `custom`, which CSL-JSON
keeps for such use.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_validator

from ..base import Date, Id, Record, Text, mistake
from .restrictions import Restrictions

# Form only (https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html); `verified_note` says what was seen.
DoiText = Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")]
PmidText = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,8}$")]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+(/\S*)?$")]


class Name(Record):
    family: Text | None = None
    given: Text | None = None
    literal: Text | None = Field(None, description="A body that has no family name, such as NICE")

    @model_validator(mode="after")
    def _one_form(self) -> Name:
        if (self.literal is None) == (self.family is None):
            raise mistake("a name has either `family` (and `given`) or `literal`", "keep one of the two forms")
        return self


class DateParts(Record):
    date_parts: Annotated[
        tuple[Annotated[tuple[int, ...], Field(min_length=1, max_length=3)], ...], Field(min_length=1, max_length=1)
    ] = Field(alias="date-parts")

    @property
    def year(self) -> int:
        return self.date_parts[0][0]


class Design(StrEnum):
    """Kind of study or document, strongest for questions of cause first within studies."""

    SYSTEMATIC_REVIEW = "systematic-review"
    RANDOMISED_TRIAL = "randomised-trial"
    NON_RANDOMISED_TRIAL = "non-randomised-trial"
    COHORT = "cohort"
    CASE_CONTROL = "case-control"
    CROSS_SECTIONAL = "cross-sectional"
    CASE_SERIES = "case-series"
    LABORATORY = "laboratory"
    DIAGNOSTIC_ACCURACY = "diagnostic-accuracy"
    GUIDELINE = "guideline"
    CONSENSUS = "consensus"
    NARRATIVE_REVIEW = "narrative-review"
    PUBLIC_INFORMATION = "public-information"
    SURVEY = "survey"
    TOOL = "tool"


class Topic(StrEnum):
    """Where in the guide a fact belongs."""

    BONES = "bones"
    BONE_STRESS = "bone-stress"
    FOOD_ENERGY = "food-energy"
    SCANS = "scans"
    KNEES = "knees"
    HIPS = "hips"
    BACK = "back"
    SURGERY = "surgery"
    INFLAMMATORY = "inflammatory"
    TRAINING = "training"
    SHOES = "shoes"
    STRENGTH = "strength"
    WARM_UP = "warm-up"
    PAIN = "pain"
    WARNING_SIGNS = "warning-signs"
    BENEFITS = "benefits"
    WOMENS_HEALTH = "womens-health"
    FALLS = "falls"


# The pages of the long lists: where a topic's claims, and sources that are about it first, stand.
LIST_PAGES: dict[str, tuple[Topic, ...]] = {
    "bones": (Topic.BONES, Topic.FALLS),
    "bone-stress": (Topic.BONE_STRESS, Topic.FOOD_ENERGY, Topic.SCANS, Topic.WOMENS_HEALTH),
    "joints": (Topic.KNEES, Topic.HIPS, Topic.BACK, Topic.SURGERY, Topic.INFLAMMATORY),
    "running": (Topic.TRAINING, Topic.SHOES, Topic.STRENGTH, Topic.WARM_UP),
    "signs": (Topic.PAIN, Topic.WARNING_SIGNS, Topic.BENEFITS),
}


class Voice(Record):
    """A body that gives guidance, and where it holds."""

    body: Text
    country: Literal[
        "UK", "England", "Scotland", "US", "Canada", "Australia", "Ireland", "Europe", "International", "not given"
    ]


class SourceNotes(Restrictions):
    """What we know of a source beyond its citation, in our own words. Unknown stays blank."""

    speaks_for: Voice | None = Field(None, description="Whose guidance it is; blank where it is nobody's")
    design: Design
    participants: Text | None = Field(None, description="Who and how many, as the source reports")
    population: Text = Field(description="Whom it can speak for, and whom not")
    found: Text = Field(description="What it found, in our words")
    limits: Text | None = None
    funding: Text | None = None
    conflicts: Text | None = None
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]
    origin: Literal["dossier", "checked"] = Field(
        description="Where it came from: the evidence dossier that the guide was first written from, or a later check"
    )
    dossier: Text | None = Field(None, description="Its key in the evidence dossier")
    verified: Literal["yes", "partial"]
    verified_note: Text | None = Field(
        None, description="What was seen; needed where `verified` is partial or `origin` is checked"
    )
    verified_on: Date | None = None

    @model_validator(mode="after")
    def _origin_can_be_traced(self) -> SourceNotes:
        if (self.origin == "dossier") != (self.dossier is not None):
            raise mistake(
                "a source from the evidence dossier, and no other, carries its key there",
                "write `origin: dossier` and `dossier: its_key`, or `origin: checked` and no `dossier`",
                "origin",
            )
        if self.origin == "checked" and not self.verified_note:
            raise mistake("a source that was added later says what was seen of it", "add `verified_note: …`", "origin")
        return self

    @model_validator(mode="after")
    def _watching_is_no_trial(self) -> SourceNotes:
        if self.no_lots_drawn and self.design is Design.RANDOMISED_TRIAL:
            raise mistake("this study drew no lots", "write `design: non-randomised-trial` or `cohort`", "design")
        return self

    @model_validator(mode="after")
    def _partial_is_explained(self) -> SourceNotes:
        if self.verified == "partial" and not self.verified_note:
            raise mistake(
                "a partly verified source says what was and was not seen", "add `verified_note: …`", "verified"
            )
        return self


class Source(Record):
    id: Id
    type: Literal["article-journal", "report", "webpage", "book", "chapter", "document"]
    title: Text
    author: Annotated[tuple[Name, ...], Field(min_length=1)]
    issued: DateParts | None = None
    container_title: Text | None = Field(None, alias="container-title")
    publisher: Text | None = None
    publisher_place: Text | None = Field(None, alias="publisher-place")
    volume: Text | int | None = None
    issue: Text | int | None = None
    page: Text | int | None = None
    number: Text | int | None = None
    genre: Text | None = None
    edition: Text | int | None = None
    accessed: DateParts | None = None
    DOI: DoiText | None = None
    PMID: PmidText | None = None
    PMCID: Annotated[str, StringConstraints(pattern=r"^PMC[0-9]+$")] | None = None
    ISBN: Text | None = None
    URL: Address | None = None
    language: Text | None = None
    note: Text | None = None
    custom: SourceNotes

    @model_validator(mode="after")
    def _can_be_found(self) -> Source:
        if not (self.DOI or self.PMID or self.URL):
            raise mistake("a reader must be able to find the source", "add `DOI`, `PMID` or `URL`")
        return self

    @model_validator(mode="after")
    def _what_is_unsettled_stays_blank(self) -> Source:
        for part in self.custom.unsettled or ():
            if getattr(self, part.replace("-", "_")) is not None:
                raise mistake(
                    f"nobody could confirm the {part} of this source",
                    f"delete it; or confirm it, and take {part} out of `unsettled`",
                    part,
                )
        return self

    @property
    def year(self) -> int | None:
        """Year of publication, or None where the source carries no date."""
        return self.issued.year if self.issued else None

    def csl(self) -> dict[str, Any]:
        """The item as CSL-JSON."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)
