"""What a decision promises: guarantees for every combination of answers, and examples that are carried out."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from .base import (
    DecisionRef,
    HazardRef,
    Id,
    Record,
    SignRef,
    Text,
    mistake,
)
from .cells import Answer, Cell, Results
from .sign import Region, Sign


class Monotone(Record):
    """As the answer to `input` goes along its order, the outcome never goes back along `outcomes`.

    Every outcome that the answers in `when` can lead to has its place in `outcomes`.
    """

    input: Id
    order: tuple[Id, ...] = Field((), description="Order of the options; numbers have their own")
    outcomes: tuple[Id, ...] = Field((), description="Least cautious first; by default all outcomes, last one first")


class Guarantee(Record):
    id: Id
    says: Text
    when: dict[Id, Cell] = Field(default_factory=dict)
    never: tuple[Id, ...] | None = None
    always: tuple[Id, ...] | None = None
    monotone: Monotone | None = None
    hazards: tuple[HazardRef, ...] = ()

    @model_validator(mode="after")
    def _one_promise(self) -> Guarantee:
        if sum(promise is not None for promise in (self.never, self.always, self.monotone)) != 1:
            raise mistake("a guarantee promises exactly one thing", "keep one of `never`, `always`, `monotone`")
        return self


class Unsure(Record):
    """Where "Not sure" may lead to a less careful result than an answer that it could stand for."""

    input: Id
    less_careful_than: Annotated[tuple[Id, ...], Field(min_length=1)]
    because: Text = Field(description="The reason, in the reader's words: the page shows it")


class After(Record):
    """A decision that readers of this one come from."""

    decision: DecisionRef
    answer: Id | None = Field(None, description="The question here that takes its result, if one does")


class LeftOut(Record):
    """Signs that a tool does not ask about, though it can lead to what they rule out."""

    signs: tuple[SignRef, ...] = ()
    where: tuple[Region, ...] = Field((), description="All signs of these parts of the body")
    because: Text = Field(description="The reason, in the reader's words: the page shows it")

    def names(self, sign: Sign) -> bool:
        """Whether it leaves out a sign."""
        return sign.id in self.signs or sign.where in self.where

    @model_validator(mode="after")
    def _names_some(self) -> LeftOut:
        if not (self.signs or self.where):
            raise mistake("this leaves out nothing", "name `signs`, or parts of the body under `where`")
        return self


class Differs(Record):
    """Where this tool may lead further than another one on the same answers."""

    from_: DecisionRef = Field(alias="from")
    because: Text = Field(description="The reason, in the reader's words: the page shows it")


class LeadsOn(Record):
    """Results from which a link leads to a tool that may then allow more."""

    results: Annotated[tuple[Id, ...], Field(min_length=1)]
    to: DecisionRef
    because: Text = Field(description="The reason, in the reader's words: the page shows it")


class Example(Record):
    given: dict[Id, Answer]
    then: Results
    rule: Id | None = Field(None, description="The row that this example shows; every row has at least one")
    about: Text | None = None
