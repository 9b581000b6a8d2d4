"""Myths and mixed messages: a claim turned into the question that people ask."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from ..base import Id, PageRef, Reviewed, Said, Text, mistake
from .certainty import Certainty


class Answer(StrEnum):
    """The shortest answer. How sure it may sound follows from the claim behind it."""

    NO = "no"
    PROBABLY_NOT = "probably-not"
    NOT_SHOWN = "not-shown"
    PARTLY = "partly"
    IT_DEPENDS = "it-depends"
    PROBABLY = "probably"
    UNKNOWN = "unknown"

    @property
    def words(self) -> str:
        return {
            "no": "No",
            "probably-not": "Probably not",
            "not-shown": "Not shown",
            "partly": "Partly",
            "it-depends": "It depends",
            "probably": "Probably",
            "unknown": "We do not know",
        }[self.value]

    def fits(self, certainty: Certainty) -> bool:
        """Whether an answer that sounds like this may rest on a claim of this certainty."""
        allowed = {
            Answer.NO: (Certainty.HIGH,),
            Answer.PROBABLY_NOT: (Certainty.HIGH, Certainty.MODERATE),
            Answer.PROBABLY: (Certainty.HIGH, Certainty.MODERATE),
            Answer.UNKNOWN: (Certainty.VERY_LOW,),
        }
        return certainty in allowed.get(self, tuple(Certainty))


class Myth(Reviewed):
    id: Id
    question: Text = Field(description="As a reader would ask it, ending in a question mark")
    answer: Answer
    short_answer: Annotated[tuple[Said, ...], Field(min_length=1)]
    why_people_think_so: Text
    pages: tuple[PageRef, ...] = Field((), description="Where the guide says more")

    @property
    def claims(self) -> tuple[str, ...]:
        """What the answer rests on, the main claim first."""
        return tuple(dict.fromkeys(claim for part in self.short_answer for claim in part.claims))

    @model_validator(mode="after")
    def _asks_something(self) -> Myth:
        if not self.question.endswith("?"):
            raise mistake("the question ends in a question mark", "reword it as a reader asks it", "question")
        return self
