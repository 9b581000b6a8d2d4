"""What is true of a reader and more than one tool asks: asked once, in the same words everywhere."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from .base import Id, Text, mistake
from .question import Asking

# An answer about how things are now is asked afresh after an hour.
_A_VISIT = 60
_A_DAY = 24 * 60

Keeps = Annotated[str, StringConstraints(pattern=r"^(visit|always|1 day|[2-9] days|[1-9][0-9]{1,3} days)$")]


class Fact(Asking):
    id: Id
    keeps: Keeps = Field("visit", description="How long an answer holds: `visit` (an hour), '30 days' or `always`")
    sensitive: bool = Field(False, description="Whether an answer tells what others might not be meant to see")
    alone: Text | None = Field(None, description="Why it is a fact, where one tool alone asks it")

    @property
    def keeps_minutes(self) -> int | None:
        """How long an answer holds; None where it holds for good."""
        if self.keeps == "always":
            return None
        return _A_VISIT if self.keeps == "visit" else int(self.keeps.split()[0]) * _A_DAY

    @model_validator(mode="after")
    def _can_be_asked(self) -> Fact:
        if len(self.kinds) != 1:
            raise mistake("a fact is exactly one of: `options`, `boolean: true`, `range`", "keep one of them")
        if not (self.ask and self.why):
            raise mistake("a fact has `ask` and `why`: readers are told why we ask", "add the one that is missing")
        if self.named and self.keeps != "visit":
            raise mistake(
                "signs are asked afresh at each visit",
                "write `keeps: visit`, or ask about the signs by itself",
                "keeps",
            )
        return self
