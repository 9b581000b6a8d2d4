"""What a reader is asked, wherever it is written: as a fact that several tools ask, or in the one tool that asks it."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from .base import Id, Record, SignRef, Text, mistake
from .cells import Decimals, Number
from .planning import Noted
from .sign import Signs, ids_of, screens_of


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


class Asking(Record):
    """A question: its words, the signs that it lists, and what its answer may be."""

    ask: Text | None = Field(None, description="The question, as the reader sees it")
    short: Text | None = Field(None, description="A few words for table headings and summaries")
    why: Text | None = Field(None, description="Why we ask")
    signs: Signs = Field(
        (), description="What readers tick, at most six a screen: a list, or lists by the heading of their screen"
    )
    mixed: Text | None = Field(
        None, description="Why signs of different speed, or that rule out different things, are one answer here"
    )
    help: Text | None = None
    help_on: Text | None = Field(None, description="The one screen of `signs` that the help is about")
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
        "decimals asks for, of the range, the step and, where one tool alone asks it, the cells. An expression takes a "
        "number in these parts",
    )
    said: dict[Decimals, tuple[Text, ...]] = Field(
        default_factory=dict, description="How words name a number at which a row begins or ends, such as 200: [twice]"
    )
    no_limits: tuple[NoLimit, ...] = Field((), description="Other numbers that words name, each with the reason")

    @property
    def kinds(self) -> list[str]:
        """By which fields it says what its answer may be: one, in a question that can be asked."""
        found = (
            ("options", self.options is not None),
            ("boolean", self.boolean),
            ("range", self.range is not None),
        )
        return [name for name, there in found if there]

    @property
    def named(self) -> tuple[str, ...]:
        """Every sign that it lists or that an answer says."""
        return (*ids_of(self.signs), *(id for option in (self.options or {}).values() for id in option.signs))

    @model_validator(mode="after")
    def _can_be_ticked(self) -> Self:
        if self.signs and self.options is None:
            raise mistake("signs are ticked, so they go with `options`", "add `options`, or delete `signs`", "signs")
        if self.help_on is not None and not (self.help and self.help_on in screens_of(self.signs)):
            raise mistake(
                "`help_on` names a screen of `signs`, and goes with `help`", "correct or delete it", "help_on"
            )
        for at, (key, option) in enumerate((self.options or {}).items() if self.signs else ()):
            if at == 0 and (option.signs or key == "yes"):
                raise mistake(
                    "the first answer of a question with signs says that none of them is there",
                    "put `no` first, and what is faster further down",
                    "options",
                )
            for index, id in enumerate(option.signs):
                if id not in ids_of(self.signs):
                    raise mistake(
                        f"the answer '{key}' says '{id}', which readers cannot tick",
                        "add it to `signs` of the question",
                        *("options", key, "signs", index),
                    )
        return self
