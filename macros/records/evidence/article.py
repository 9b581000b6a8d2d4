"""The two articles that this guide began from: every claim they make, in our own words, with our verdict."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from ..base import ArticleClaimId, ClaimRef, Id, PageRef, Record, Reviewed, Said, SourceRef, Text, mistake


class Verdict(StrEnum):
    """What became of a claim when we looked for its evidence."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    NEEDS_NUANCE = "needs-nuance"
    CONTRADICTED = "contradicted"
    CANNOT_BE_IDENTIFIED = "cannot-be-identified"

    @property
    def words(self) -> str:
        return {
            "supported": "Supported",
            "partly": "Partly supported",
            "needs-nuance": "Needs nuance",
            "contradicted": "Contradicted",
            "cannot-be-identified": "Cannot be identified",
        }[self.value]

    @property
    def meaning(self) -> str:
        return {
            "supported": "Research or guidance says the same, at the certainty shown.",
            "partly": "A part of it holds; another part does not, or nobody has shown it.",
            "needs-nuance": "True for some people or in some cases only, or true for another reason.",
            "contradicted": "The evidence that there is points the other way.",
            "cannot-be-identified": "It leans on a study that nobody can find from what the article gives.",
        }[self.value]


class Candidate(Record):
    """A study that an article may mean."""

    source: SourceRef
    fits: Text
    does_not_fit: Text


class ArticleClaim(Reviewed):
    id: ArticleClaimId
    section: Text = Field(description="The part of the article in which it stands")
    claim: Text = Field(description="What the article says, in our own words")
    verdict: Verdict
    because: Text = Field(description="Why this verdict")
    wording: Annotated[tuple[Said, ...], Field(min_length=1)] = Field(description="How the guide would put it")
    more: tuple[ClaimRef, ...] = Field((), description="Other claims of ours that bear on it")
    pages: Annotated[tuple[PageRef, ...], Field(min_length=1)] = Field(description="Where the guide covers it")
    candidates: tuple[Candidate, ...] = Field((), description="Studies that it may mean, best match first")

    @property
    def claims(self) -> tuple[str, ...]:
        """Our claims that settle it, the main one first; each names this id under `answers`."""
        return tuple(dict.fromkeys((*(claim for part in self.wording for claim in part.claims), *self.more)))


class Article(Record):
    id: Id
    letter: Annotated[str, StringConstraints(pattern=r"^[AB]$")]
    title: Text
    about: Text = Field(description="What sort of text it is")
    claims: Annotated[tuple[ArticleClaim, ...], Field(min_length=1)]
    left_out: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(description="What a reader needed and missed")

    @model_validator(mode="after")
    def _its_claims_carry_its_letter(self) -> Article:
        expected = [f"{self.letter}{number:02}" for number in range(1, len(self.claims) + 1)]
        found = [claim.id for claim in self.claims]
        if found != expected:
            raise mistake(
                f"the claims of this article are numbered {', '.join(found)}",
                f"number them {expected[0]} to {expected[-1]}, in the order of the article",
                "claims",
            )
        return self
