"""A decision as a contributor writes it. `macros.decisions` compiles and proves it.

Words are those of OMG DMN 1.5 (https://www.omg.org/spec/DMN/1.5): input, unary test, rule, output, hit policy.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from .base import (
    CareCardRef,
    ChecklistRef,
    ClaimRef,
    Date,
    DecisionRef,
    FactRef,
    HazardRef,
    Id,
    PageRef,
    Record,
    Reviewed,
    Text,
    mistake,
)
from .cells import Cell, OneResult
from .planning import Move
from .promises import After, Differs, Example, Guarantee, LeadsOn, LeftOut, Unsure
from .question import Asking
from .sign import Ruled


class HitPolicy(StrEnum):
    UNIQUE = "unique"
    ANY = "any"
    PRIORITY = "priority"
    FIRST = "first"
    RULE_ORDER = "rule order"
    OUTPUT_ORDER = "output order"
    COLLECT = "collect"


class Aggregation(StrEnum):
    LIST = "list"
    SUM = "sum"
    MIN = "min"
    MAX = "max"
    COUNT = "count"


# What a share link says beside the answers: which signs were ticked, and the version of the table.
_OF_ADDRESSES = ("ticked", "v")


class Input(Asking):
    fact: FactRef | None = Field(None, description="A question that more than one tool asks (data/facts/)")
    id: Id = Field(
        default_factory=lambda told: told.get("fact") or "",
        description="What rows and share links call it; the id of its fact, unless this says otherwise",
    )
    value: Text | None = Field(None, description="A whole-number expression over other inputs")
    decision: DecisionRef | None = Field(None, description="The outcome of another decision")

    @model_validator(mode="after")
    def _one_kind(self) -> Input:
        kinds = [kind for kind in self.kinds if kind != "range" or self.value is None]
        kinds += [name for name in ("value", "decision", "fact") if getattr(self, name) is not None]
        if len(kinds) != 1:
            raise mistake(
                "an input is exactly one of: `options`, `boolean: true`, `range`, `value` (with `range`), `decision`, "
                "`fact`",
                "keep one of them",
            )
        if not self.id:
            raise mistake("the field 'id' is missing", "add `id: …`")
        if self.id in _OF_ADDRESSES:
            raise mistake(
                f"'{self.id}' cannot be a question: share links say something else under this name",
                "choose another id",
                "id" if "id" in self.model_fields_set else "fact",
            )
        if self.value is not None and self.range is None:
            raise mistake("a derived input (`value`) declares its `range`", "add `range: '[low..high]'`", "value")
        if kinds[0] in ("options", "boolean", "range") and not (self.ask and self.why):
            raise mistake("a question has `ask` and `why`: readers are told why we ask", "add the one that is missing")
        if self.fact is not None and (more := self.model_fields_set - {"fact", "id", "short"}):
            raise mistake(
                f"a fact has words and answers of its own: {', '.join(sorted(more))} cannot stand here",
                "delete it, or change the fact in data/facts/",
            )
        return self


class Output(Record):
    """A further output of a decision that has more than one, or whose results are numbers."""

    id: Id
    label: Text
    values: dict[Id, Text] | None = Field(None, description="Allowed values, highest priority first")
    range: Text | None = None
    unit: Text | None = None
    scale: int | None = Field(None, description="How many parts one is counted in, as in an input")

    @model_validator(mode="after")
    def _one_kind(self) -> Output:
        if (self.values is None) == (self.range is None):
            raise mistake("an output has either `values` or a `range` of numbers", "keep one of the two")
        return self


class Rule(Record):
    id: Id
    when: dict[Id, Cell] = Field(default_factory=dict)
    then: OneResult
    because: Text = Field(description="The reason, in the reader's words (DMN: annotation)")
    claims: tuple[ClaimRef, ...] = ()
    hazards: tuple[HazardRef, ...] = ()


class Urgency(StrEnum):
    """How a result is shown: by word and shape first, colour last."""

    NOW = "now"
    TODAY = "today"
    APPOINTMENT = "appointment"
    CARE = "care"
    START = "start"
    NOTE = "note"


class Outcome(Record):
    urgency: Urgency
    allows: tuple[Ruled, ...] | None = Field(
        None,
        description="What it leads to, of run, jump, load. A result that sends to someone allows nothing",
    )
    heading: Text
    means: Text
    do: tuple[Text, ...] = ()
    raise_: tuple[Text, ...] = Field((), alias="raise", description="Worth raising with a professional")
    pages: tuple[PageRef, ...] = ()
    checklist: ChecklistRef | None = None
    care_card: CareCardRef | None = None
    plan: Move | None = Field(
        None,
        description="What it does to the weeks of the planner. Steps go `back`; `after-rest` leaves a day free first; "
        "`wait` notes nothing yet, `first` begins the ladder again",
    )
    spares_legs: bool = Field(False, description="Whether the planner leaves out strength work the day after")
    points_out: bool = Field(False, description="Whether the planner points out a session that comes to this")


class Shown(Record):
    """A number worked out from answers and shown with the result. No rule reads it."""

    id: Id
    label: Text
    value: Text = Field(description="A whole-number expression over the inputs, as in a derived input")
    unit: Text
    scale: Annotated[int, Field(ge=1)] = Field(1, description="How many parts of the value make one that is shown")


class Version(Record):
    """Share links carry the version, so that an old link can say what changed since."""

    version: Annotated[int, Field(ge=1)]
    date: Date
    change: Text
    fingerprint: Text = Field(description="`python -m macros prove` prints it; it ties the version to the rules")


class Decision(Reviewed):
    id: Id
    title: Text
    purpose: Text = Field(description="What the page helps with, and what it does not do")
    hit_policy: HitPolicy
    aggregation: Aggregation = Aggregation.LIST
    inputs: Annotated[tuple[Input, ...], Field(min_length=1)]
    outputs: tuple[Output, ...] = ()
    rules: Annotated[tuple[Rule, ...], Field(min_length=1)]
    default: OneResult | None = None
    outcomes: dict[Id, Outcome] = Field(default_factory=dict, description="Most cautious first")
    together_with: tuple[DecisionRef, ...] = Field(
        (), alias="with", description="Decisions shown below this one's result, on the same answers"
    )
    care_cards: tuple[CareCardRef, ...] = Field((), description="Cards that stand above the tool")
    shows: tuple[Shown, ...] = ()
    guarantees: tuple[Guarantee, ...] = ()
    unsure: tuple[Unsure, ...] = ()
    after: tuple[After, ...] = Field((), description="Decisions that readers come from")
    differs: tuple[Differs, ...] = Field((), description="Tools that are stricter on the same answers, with the reason")
    leads_on: tuple[LeadsOn, ...] = Field((), description="Links to tools that may allow more, with the reason")
    leaves_out: tuple[LeftOut, ...] = Field((), description="Signs that it does not ask about, each with the reason")
    examples: Annotated[tuple[Example, ...], Field(min_length=1)]
    history: Annotated[tuple[Version, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _has_results(self) -> Decision:
        if bool(self.outcomes) == bool(self.outputs):
            raise mistake("a decision has either `outcomes` or `outputs`", "keep one of the two")
        if self.aggregation is not Aggregation.LIST and self.hit_policy is not HitPolicy.COLLECT:
            raise mistake(
                "`aggregation` goes with `hit_policy: collect` only",
                "delete it, or change the hit policy",
                "aggregation",
            )
        return self
