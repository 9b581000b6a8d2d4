"""The parts of a decision as readers see them (decision_view.py puts them together)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..decisions.space.domain import Domain
from ..decisions.tables.table import Question
from ..records.decision import Urgency
from ..records.sign import Sign
from .answers import with_unit


@dataclass(frozen=True)
class ChoiceView:
    id: str
    label: str
    hint: str


@dataclass(frozen=True)
class ScreenView:
    """Signs to tick, and what is chosen where none of them is. Not to know is an answer."""

    heading: str
    help: str
    signs: tuple[Sign, ...]
    alone: tuple[ChoiceView, ...]
    others: tuple[str, ...]  # of these, the answers that no sign says


@dataclass(frozen=True)
class QuestionView:
    """A question as readers see it: choices to tick, or a field for a number."""

    id: str
    ask: str
    short: str
    why: str
    help: str
    signs: tuple[Sign, ...]
    screens: tuple[ScreenView, ...]
    choices: tuple[ChoiceView, ...]
    pressed: tuple[ChoiceView, ...]  # answers few enough to press: the choices, or the numbers from 0 to 10
    hint: str  # for a number: what can be written
    unit: str
    scale: int  # how many parts one is counted in


@dataclass(frozen=True)
class Named:
    """What a result is called, and which one it is; no id where the page describes none."""

    words: str
    result: str


@dataclass(frozen=True)
class CellView:
    """What a row asks of one input."""

    label: str
    says: str
    any: bool


@dataclass(frozen=True)
class RowView:
    """A rule; the row of the default has neither an id nor a number nor cells."""

    id: str
    number: int | None
    cells: tuple[CellView, ...]
    gives: tuple[Named, ...]
    because: str
    claims: tuple[str, ...] = ()
    hazards: tuple[str, ...] = ()


@dataclass(frozen=True)
class WayView:
    """Answers, and the step or the results that they lead to."""

    answers: str
    step: int | None
    gives: tuple[Named, ...]
    urgency: Urgency


@dataclass(frozen=True)
class StepView:
    """A step of the click path, for readers without scripts."""

    number: int
    label: str
    heading: str
    work_out: str  # how to get to the value, where no answer is the value itself
    questions: tuple[QuestionView, ...]
    ways: tuple[WayView, ...]


@dataclass(frozen=True)
class ScaleView:
    """A derived value, and the parts between which the table draws a line."""

    id: str
    label: str
    unit: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class ExampleView:
    about: str
    given: tuple[tuple[str, str], ...]
    then: tuple[str, ...]
    row: int | None


NONE = "None of these"
_MOST_PRESSED = 11


def question_view(question: Question) -> QuestionView:
    domain = question.domain
    choices = tuple(ChoiceView(id, label, question.hints.get(id, "")) for id, label in question.options.items())
    return QuestionView(
        question.id,
        question.ask,
        question.short,
        question.why,
        question.help,
        question.signs,
        tuple(_screens(question, choices)),
        choices,
        choices or tuple(_numbers(domain)),
        _what_can_be_written(domain) if domain.kind == "integer" else "",
        domain.unit,
        domain.scale,
    )


def _numbers(domain: Domain) -> Iterator[ChoiceView]:
    """The numbers of a short scale, such as pain from 0 to 10."""
    if domain.kind == "integer" and domain.size <= _MOST_PRESSED:
        for position in range(domain.size):
            value = domain.low + position * domain.step
            yield ChoiceView(str(value), str(domain.shown(value)), "")


def _what_can_be_written(domain: Domain) -> str:
    low, high = domain.shown(domain.low), domain.shown(domain.high)
    said_already = domain.unit == f"out of {high}"  # "0 to 10 out of 10" says ten twice
    limits = f"{low} to {high if said_already else with_unit(high, domain.unit)}"
    return f"A number from {limits}" if domain.scale > 1 else f"A whole number from {limits}"


def _screens(question: Question, choices: tuple[ChoiceView, ...]) -> Iterator[ScreenView]:
    """What no sign says is asked on the last screen, by its own words."""
    if not question.screens:
        return
    no, *more = [choice for choice in choices if choice.id not in question.told]
    others = tuple(choice.id for choice in more if choice.id in question.domain.ids)
    last = len(question.screens) - 1
    for at, (heading, signs) in enumerate(question.screens.items()):
        ends = others if at == last else ()
        alone = (
            no if ends else replace(no, label=NONE),
            *(one for one in more if one.id in ends or one.id not in others),
        )
        helped = question.help_on in ("", heading)
        yield ScreenView(heading, question.help if helped else "", signs, alone, ends)
