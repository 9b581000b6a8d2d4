"""A decision as a contributor writes it. `macros.decisions` compiles and proves it.

Words are those of OMG DMN 1.5 (https://www.omg.org/spec/DMN/1.5): input, unary test, rule, output, hit policy.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from .base import (
    CareCardRef,
    ChecklistRef,
    ClaimRef,
    Date,
    DecisionRef,
    HazardRef,
    Id,
    PageRef,
    Record,
    Reviewed,
    SignRef,
    Text,
    mistake,
)
from .cells import Cell, Decimals, Number, OneResult
from .planning import Move, Noted
from .promises import After, Differs, Example, Guarantee, LeadsOn, LeftOut, Unsure
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


def _label_only(value: object) -> object:
    return {"label": value} if isinstance(value, str) else value


class OptionText(Record):
    """An answer as the reader sees it. `as` lets one answer stand for another ("Not sure" for "Yes")."""

    label: Text
    hint: Text | None = None
    signs: tuple[SignRef, ...] = Field((), description="Signs that this answer says")
    stands_for: Id | None = Field(None, alias="as")
    noted: Noted | None = Field(None, description="What a session with this answer counts as in the walk-run planner")


AnswerOption = Annotated[OptionText, BeforeValidator(_label_only, json_schema_input_type=str | OptionText)]


class NoLimit(Record):
    """Words that name a number of an input, though no row begins or ends there."""

    says: Text = Field(description="As it is written, such as '4 out of 10'")
    because: Text


class Input(Record):
    id: Id
    ask: Text | None = Field(None, description="The question, as the reader sees it")
    short: Text | None = Field(None, description="A few words for table headings and summaries")
    why: Text | None = Field(None, description="Why we ask")
    signs: tuple[SignRef, ...] = Field((), description="What counts as yes, as a list under the question")
    help: Text | None = None
    options: dict[Id, AnswerOption] | None = None
    boolean: bool = False
    range: Text | None = Field(None, description="Numbers, such as '[0..10]' or '[0.0..2.5]'")
    step: Number | None = Field(None, description="From one number to the next, such as 5 or 0.5")
    looks_back: Annotated[int, Field(ge=1)] | None = Field(
        None, description="How many days before today count; the walk-run planner counts as many"
    )
    unit: Text | None = None
    scale: int | None = Field(
        None,
        description="How many parts one is counted in: 10 for tenths. By default as many as the number with the most "
        "decimals asks for, of the range, the step and the cells. An expression takes a number in these parts",
    )
    value: Text | None = Field(None, description="A whole-number expression over other inputs")
    decision: DecisionRef | None = Field(None, description="The outcome of another decision")
    like: DecisionRef | None = Field(None, description="The question of the same id in that decision")
    said: dict[Decimals, tuple[Text, ...]] = Field(
        default_factory=dict, description="How words name a number at which a row begins or ends, such as 200: [twice]"
    )
    no_limits: tuple[NoLimit, ...] = Field((), description="Other numbers that words name, each with the reason")

    @model_validator(mode="after")
    def _one_kind(self) -> Input:
        kinds = [
            name
            for name, there in (
                ("options", self.options is not None),
                ("boolean", self.boolean),
                ("range", self.range is not None and self.value is None),
                ("value", self.value is not None),
                ("decision", self.decision is not None),
                ("like", self.like is not None),
            )
            if there
        ]
        if len(kinds) != 1:
            raise mistake(
                "an input is exactly one of: `options`, `boolean: true`, `range`, `value` (with `range`), `decision`, "
                "`like`",
                "keep one of them",
            )
        if self.value is not None and self.range is None:
            raise mistake("a derived input (`value`) declares its `range`", "add `range: '[low..high]'`", "value")
        asked = kinds[0] in ("options", "boolean", "range")
        if asked and not (self.ask and self.why):
            raise mistake("a question has `ask` and `why`: readers are told why we ask", "add the one that is missing")
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
