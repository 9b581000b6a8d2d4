"""What stands for a reader's safety, list by list: each may grow, and loses nothing without a reason."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from .base import Date, Id, Record, Text, mistake


class Left(Record):
    """Why something no longer stands in a list."""

    date: Date
    because: Text = Field(description="The reason, in the reader's words: “How the tools agree” shows it")


class Standing(Record):
    """`python -m macros standing` writes the lists; what is in them is taken out by nobody."""

    id: Id = Field(description="What the list is of, such as 'asked-by-sore-today'")
    holds: Annotated[tuple[Text, ...], Field(min_length=1)]
    left: dict[Text, Left] = Field(default_factory=dict, description="What of it no longer stands, with the reason")

    @model_validator(mode="after")
    def _names_what_it_holds(self) -> Standing:
        for name in self.left:
            if name not in self.holds:
                raise mistake(f"'{name}' never stood here", "delete it", "left", name)
        return self
