"""A decision as a contributor writes it. `macros.decisions` compiles and proves it.

Words are those of OMG DMN 1.5 (https://www.omg.org/spec/DMN/1.5): input, unary test, rule, output, hit policy.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from json import dumps
from re import fullmatch
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator

from .base import (
    KEBAB,
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
from .planning import Move, Noted
from .sign import Region, Ruled, Sign


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


def _json(value: object) -> str:
    return dumps(value, ensure_ascii=False, default=str)


def _an_answer(value: object) -> object:
    if not isinstance(value, bool | int | str | Decimal):
        raise mistake(f"`{_json(value)}` is no answer", "write one answer: an id, a number, `true` or `false`")
    return value


_MOST_OF_A_CELL = 2_000  # letters


def _a_cell(value: object) -> object:
    if isinstance(value, str) and len(value) > _MOST_OF_A_CELL:
        raise mistake(f"a cell of {len(value):,} letters is not read", f"use at most {_MOST_OF_A_CELL:,} letters")
    if isinstance(value, list | tuple):
        return [_an_answer(item) for item in value]
    if not isinstance(value, bool | int | str | Decimal):
        raise mistake(f"`{_json(value)}` is no cell", "write one answer, a test such as `> 5`, or a list of answers")
    return value


def _a_value(value: object) -> bool:
    return (
        not isinstance(value, bool)
        and isinstance(value, int | str | Decimal)
        and (not isinstance(value, str) or fullmatch(KEBAB, value.strip()) is not None)
    )


def _one_result(value: object) -> object:
    """A mistake here is one sentence, where a union would give one for each of its branches."""
    parts = value.values() if isinstance(value, Mapping) else [value]
    if not all(map(_a_value, parts)):
        raise mistake(
            f"`{_json(value)}` is not one result", "write one outcome's id, a number, or `output: value` each"
        )
    return value


def _results(value: object) -> object:
    return [_one_result(item) for item in value] if isinstance(value, list | tuple) else _one_result(value)


def _a_number(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise mistake(f"`{_json(value)}` is no number", "write a number such as 12 or 3.5")
    return value


# A number with decimals is as exact as it is written, in JSON too: there, 98.83 is these very signs.
Decimals = Annotated[
    Decimal, PlainSerializer(float, return_type=float, when_used="json"), WithJsonSchema({"type": "number"})
]
Value = bool | int | Decimals | str
Number = Annotated[int | Decimals, BeforeValidator(_a_number)]
Answer = Annotated[Value, BeforeValidator(_an_answer)]
# A cell: S-FEEL unary tests as a text, one value, or a list of values (any of which matches).
Cell = Annotated[Value | tuple[Value, ...], BeforeValidator(_a_cell)]
_OneValue = Id | int | Decimals
_OneForEach = dict[Id, _OneValue]
OneResult = Annotated[_OneValue | _OneForEach, BeforeValidator(_one_result)]
Results = Annotated[_OneValue | _OneForEach | tuple[_OneValue | _OneForEach, ...], BeforeValidator(_results)]


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
    after: tuple[DecisionRef, ...] = Field((), description="Decisions whose result the reader brings along")
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
