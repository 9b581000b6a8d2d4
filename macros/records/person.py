"""A described person, and what the evidence says at least to them: an example beside the proofs, run at each check."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from .base import ClaimRef, DecisionRef, HazardRef, Id, Record, SignRef, SourceRef, Text, mistake
from .sign import HowFast, Ruled


def _listed(value: object) -> object:
    return () if value is None else value


class AtLeast(Record):
    """What every tool that knows what is told of the person does at least."""

    urgency: HowFast | None = Field(None, description="Help at least so fast")
    rules_out: tuple[Ruled, ...] = Field((), description="What no tool leads them to")

    @model_validator(mode="after")
    def _says_something(self) -> AtLeast:
        if self.urgency is None and not self.rules_out:
            raise mistake("this asks for nothing", "add `urgency: …`, or `rules_out: […]`")
        return self


class Person(Record):
    id: Id
    about: Text = Field(description="The person in a line")
    signs: Annotated[tuple[SignRef, ...], BeforeValidator(_listed)] = ()
    facts: dict[Id, int | Text] = Field(default_factory=dict, description="Answers to questions, by the question's id")
    at_least: AtLeast
    but: tuple[DecisionRef, ...] = Field((), description="Tools that know too little of the person to do that")
    because: Text = Field(description="What the evidence says")
    claims: tuple[ClaimRef, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    hazards: tuple[HazardRef, ...] = ()

    @model_validator(mode="after")
    def _is_described(self) -> Person:
        if not (self.signs or self.facts):
            raise mistake("nothing is told of this person", "add `signs: […]` or `facts: {…}`")
        if not (self.claims or self.sources):
            raise mistake("what the evidence says rests on nothing", "add `claims: […]` or `sources: […]`")
        return self
