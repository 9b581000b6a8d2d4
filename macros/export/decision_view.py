"""What a page and a browser show of a decision, prepared once: its questions, rows, path, proofs and backing.

Pages lay out exactly this (macros/render/decisions/), and know neither the engine nor its diagram. Everything is made
when it is first asked for, and kept with the compiled decision.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..day import day
from ..decisions.diagram.compiled import Compiled
from ..decisions.diagram.path import Step, Undecided, Way, click_path, decide
from ..decisions.proofs.examples import stated
from ..decisions.proofs.unsure import unsure_answers
from ..decisions.space.expressions import Tree, inputs_of
from ..decisions.tables.evaluate import Outcome, results_in
from ..decisions.tables.table import Axis, Values
from ..library import Library
from ..records import Decision
from ..records.decision import HitPolicy, Urgency
from .answers import ANY, accepted, answered, formula, with_unit
from .browser import tool_data
from .decision_parts import (
    CellView,
    ExampleView,
    Named,
    QuestionView,
    RowView,
    ScaleView,
    StepView,
    WayView,
    question_view,
)
from .json_data import Json

# With more inputs than this a row lists only the answers that it asks for: a column for each would not fit a page.
_INPUTS_IN_COLUMNS = 4


@dataclass(frozen=True)
class TableView:
    """One decision. What is long to make, such as its path, is made when it is first asked for."""

    compiled: Compiled

    @property
    def id(self) -> str:
        return self.compiled.id

    @property
    def record(self) -> Decision:
        return self.compiled.record

    @property
    def version(self) -> int:
        return self.compiled.version

    @cached_property
    def questions(self) -> Mapping[str, QuestionView]:
        """Every question, in the order of asking."""
        return {id: question_view(question) for id, question in self.compiled.questions.items()}

    # The table

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The label of every input, where each has a column of its own."""
        axes = self.compiled.authored.axes
        return tuple(axis.label for axis in axes) if len(axes) <= _INPUTS_IN_COLUMNS else ()

    @cached_property
    def rows(self) -> tuple[RowView, ...]:
        """Every rule in its order, and the default last."""
        authored = self.compiled.authored
        found = tuple(
            RowView(
                rule.id,
                number,
                tuple(
                    CellView(axis.label, says, says == ANY)
                    for axis, ranges in zip(authored.axes, row.boxes[0], strict=True)
                    for says in [accepted(ranges, axis)]
                ),
                self._named(row.gives),
                rule.because,
                rule.claims,
                rule.hazards,
            )
            for number, (rule, row) in enumerate(zip(self.record.rules, authored.rows, strict=True), 1)
        )
        if authored.default is None:
            return found
        return (*found, RowView("", None, (), self._named(authored.default), "None of the rows above fits."))

    # The path

    @cached_property
    def path(self) -> tuple[StepView, ...]:
        """Every step, the first question first."""
        return tuple(self._step(step) for step in click_path(self.compiled))

    @cached_property
    def worked_out(self) -> tuple[tuple[str, str], ...]:
        """Each number that is shown with a result, and how to get to it without a script."""
        return tuple((item.label, self._formula(self.compiled.shows[item.id])) for item in self.record.shows)

    @cached_property
    def scales(self) -> tuple[ScaleView, ...]:
        """Every derived value that the table reads."""
        cover = self.compiled.diagram.cover
        return tuple(
            ScaleView(
                axis.id,
                axis.label,
                axis.domain.unit,
                tuple(accepted((part.positions((one, one)),), axis) for one in range(part.segments)),
            )
            for axis, part in zip(self.compiled.table.axes, cover.axes, strict=True)
            if axis.tree is not None
        )

    @cached_property
    def needs(self) -> tuple[tuple[str, str], ...]:
        """Every input with what it is: a question, worked out, or another table."""
        return tuple(
            (axis.label, "another table" if axis.decision else "worked out" if axis.tree is not None else "a question")
            for axis in self.compiled.authored.axes
        )

    @cached_property
    def may_matter(self) -> frozenset[str]:
        """The questions that can matter before the first answer."""
        start = decide(self.compiled, {})
        return frozenset(start.matter) if isinstance(start, Undecided) else frozenset()

    # What was proved, and what it rests on

    @property
    def combinations(self) -> int:
        return self.compiled.combinations

    @property
    def is_complete(self) -> bool:
        """Whether it was proved that every way to answer leads to a result."""
        record = self.record
        return record.default is None and record.hit_policy is not HitPolicy.COLLECT and not self.compiled.table.many

    @cached_property
    def can_be_unsure(self) -> bool:
        return any(unsure_answers(self.compiled))

    @cached_property
    def exceptions(self) -> tuple[tuple[str, tuple[str, ...], str], ...]:
        """Where being unsure may cost care: the question, the answers that get more, and the reason."""
        asked = self.compiled.questions
        return tuple(
            (asked[one.input].short, tuple(asked[one.input].options[id] for id in one.less_careful_than), one.because)
            for one in self.record.unsure
        )

    @cached_property
    def examples(self) -> tuple[ExampleView, ...]:
        numbers = {row.id: row.number for row in self.rows}
        asked = self.compiled.questions
        return tuple(
            ExampleView(
                example.about or "",
                tuple((asked[id].short, answered(answer, asked[id])) for id, answer in example.given.items()),
                self._results(stated(self.compiled, example.then)) or ("Nothing to add",),
                numbers.get(example.rule or ""),
            )
            for example in self.record.examples
        )

    # What the browser is told beside the table itself

    @cached_property
    def says(self) -> tuple[dict[str, Json], ...]:
        """Each output in words: its name, and what its values are called."""
        units = [one.unit or "" for one in self.record.outputs] or [""]
        return tuple(
            {"label": column.label, "unit": unit, "values": dict(zip(column.values, column.labels, strict=True))}
            for column, unit in zip(self.compiled.table.outputs, units, strict=True)
        )

    @property
    def history(self) -> list[tuple[int, str, str]]:
        return [(entry.version, day(entry.date), entry.change) for entry in self.record.history]

    def _step(self, step: Step) -> StepView:
        axis = step.axis
        return StepView(
            step.number,
            axis.label,
            axis.question.ask if axis.question else f"Work out: {axis.label}",
            self._how(axis),
            tuple(self.questions[id] for id in axis.reads),
            tuple(self._way(axis, way) for way in step.ways),
        )

    def _way(self, axis: Axis, way: Way) -> WayView:
        answers = accepted(way.ranges, axis)
        found = results_in(way.outcome, self.compiled.table.many) if way.step is None else ()
        first = self.record.outcomes.get(str(found[0][0])) if found else None
        return WayView(
            answers[0].upper() + answers[1:],
            way.step,
            tuple(named for values in found for named in self._named(values)),
            first.urgency if first else Urgency.NOTE,
        )

    def _how(self, axis: Axis) -> str:
        """In the author's words where the record has them, else as a formula."""
        if axis.tree is None:
            return ""
        written = next((item.help for item in self.record.inputs if item.id == axis.id), None)
        return written or self._formula(axis.tree)

    def _formula(self, tree: Tree) -> str:
        """Formulas count in the units that are stored, such as 100 metres."""
        questions = [self.compiled.questions[id] for id in inputs_of(tree)]
        text = f"{formula(tree, {question.id: question.short for question in questions})}."
        scaled = next((question.domain for question in questions if question.domain.scale > 1), None)
        if scaled:
            text += f" Count in steps of {scaled.shown(1)} {scaled.unit}: 1 {scaled.unit} counts as {scaled.scale}."
        return text

    def _named(self, values: Values) -> tuple[Named, ...]:
        """Values of the outputs in words, with the output's name where the decision has names for them."""
        columns = self.compiled.table.outputs
        if self.record.outcomes:
            return tuple(Named(column.say(value), str(value)) for column, value in zip(columns, values, strict=True))
        return tuple(
            Named(f"{output.label}: {with_unit(column.say(value), output.unit or '')}", "")
            for output, column, value in zip(self.record.outputs, columns, values, strict=True)
        )

    def _results(self, outcome: Outcome) -> tuple[str, ...]:
        many = self.compiled.table.many
        return tuple(named.words for values in results_in(outcome, many) for named in self._named(values))


@dataclass(frozen=True)
class DecisionView:
    """A decision with those that are shown below its result, as one tool over one set of questions."""

    tables: tuple[TableView, ...]  # the decision itself first
    data: Mapping[str, Json]  # what the script gets (overrides/assets/scripts/decisions/decision-tool.js)

    @property
    def questions(self) -> tuple[QuestionView, ...]:
        """Every question of the tables, once, in the order of asking."""
        first = {id: one for table in reversed(self.tables) for id, one in table.questions.items()}
        return tuple((first | {id: one for table in self.tables for id, one in table.questions.items()}).values())

    @property
    def may_matter(self) -> int:
        """How many questions can matter before the first answer."""
        return len(frozenset[str]().union(*(table.may_matter for table in self.tables)))


def decision_view(library: Library, id: str) -> DecisionView:
    """A decision as a tool."""
    tables = tables_of(library, id)
    data = tool_data(library.compiled[id], library.compiled) | {
        "histories": [table.history for table in tables],
        "says": [table.says for table in tables],
    }
    return DecisionView(tables, data)


def tables_of(library: Library, id: str) -> tuple[TableView, ...]:
    """A decision, and those that are shown with it."""
    return tuple(table_view(library, one) for one in (id, *library.compiled[id].record.together_with))


def table_view(library: Library, id: str) -> TableView:
    """A decision by itself. The same one is the same object, as long as it is not compiled anew."""
    return _view(library.compiled[id])


@lru_cache(128)  # more than there are decisions; a server that compiled one anew forgets the old one in time
def _view(compiled: Compiled) -> TableView:
    return TableView(compiled)
