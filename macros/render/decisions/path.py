"""The click path: a decision as numbered steps with links, for readers without scripts."""

from __future__ import annotations

from dataclasses import dataclass

from ...decisions.diagram.compiled import Compiled
from ...decisions.diagram.path import Step, Way, click_path
from ...decisions.space.expressions import Tree, inputs_of
from ...decisions.tables.evaluate import results_in
from ...decisions.tables.table import Axis, Question
from ..evidence.sources import Link
from .cells import accepted, formula
from .table import links_to


@dataclass(frozen=True)
class Leads:
    """Answers, and the step or the results that they lead to. A result without a page part has an empty address."""

    answers: str
    step: Link | None
    results: tuple[Link, ...]


@dataclass(frozen=True)
class StepShown:
    anchor: str
    number: int
    heading: str
    work_out: str  # how to get to the value, where no answer is the value itself
    questions: tuple[Question, ...]
    leads: tuple[Leads, ...]


def steps(compiled: Compiled) -> list[StepShown]:
    """Every step, the first question first."""
    return [_step(compiled, step) for step in click_path(compiled)]


def _step(compiled: Compiled, step: Step) -> StepShown:
    axis = step.axis
    return StepShown(
        anchor=_anchor(compiled, step.number),
        number=step.number,
        heading=axis.question.ask if axis.question else f"Work out: {axis.label}",
        work_out=_how(compiled, axis),
        questions=tuple(compiled.questions[id] for id in axis.reads),
        leads=tuple(_leads(compiled, axis, way) for way in step.ways),
    )


def _anchor(compiled: Compiled, number: int) -> str:
    return f"{compiled.id}-step-{number}"


def worked_out(compiled: Compiled) -> list[tuple[str, str]]:
    """Each number that is shown with a result, and how to get to it without a script."""
    return [(item.label, _formula(compiled, compiled.shows[item.id])) for item in compiled.record.shows]


def _how(compiled: Compiled, axis: Axis) -> str:
    """In the author's words where the record has them, else as a formula."""
    if axis.tree is None:
        return ""
    written = next((item.help for item in compiled.record.inputs if item.id == axis.id), None)
    return written or _formula(compiled, axis.tree)


def _formula(compiled: Compiled, tree: Tree) -> str:
    """Formulas count in the units that are stored, such as 100 metres."""
    questions = [compiled.questions[id] for id in inputs_of(tree)]
    text = f"{formula(tree, {question.id: question.short for question in questions})}."
    scaled = next((question.domain for question in questions if question.domain.scale > 1), None)
    if scaled:
        text += f" Count in steps of {scaled.shown(1)} {scaled.unit}: 1 {scaled.unit} counts as {scaled.scale}."
    return text


def _leads(compiled: Compiled, axis: Axis, way: Way) -> Leads:
    answers = accepted(way.ranges, axis)
    answers = answers[0].upper() + answers[1:]
    if way.step is not None:
        return Leads(answers, Link(f"step {way.step}", f"#{_anchor(compiled, way.step)}"), ())
    found = results_in(way.outcome, compiled.table.many)
    return Leads(answers, None, tuple(link for values in found for link in links_to(compiled, values)))
