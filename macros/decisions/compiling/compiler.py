"""One decision record compiled: its axes, its rows, its outputs, and the flat table of its graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from ...records import Decision, HitPolicy, Place, Problem, Sign
from ...records.decision import Aggregation, Output, Rule
from ...records.files.validating import nearest
from ..diagram.compiled import Compiled
from ..proofs.overlaps import overlaps
from ..space.conditions import ConditionError, parse_cell
from ..space.domain import YES_NO
from ..space.expressions import Tree
from ..space.regions import Box
from ..tables.attainable import attainable
from ..tables.results import ResultError, read_result
from ..tables.table import Axis, OutputColumn, Question, Row, Table, Values
from ..versions.versions import fingerprint
from .flatten import flattened
from .inputs import Inputs
from .questions import Path, read_range

PlaceOf = Callable[..., Place]


@dataclass
class Compiler:
    """Compiles one record after all that it requires. `problems` says why it could not."""

    record: Decision
    done: Mapping[str, Compiled]
    place: PlaceOf
    signs: Mapping[str, Sign]
    facts: Mapping[str, Question]
    problems: list[Problem] = field(default_factory=list)

    def compile(self) -> Compiled | None:
        """The decision; None where something is wrong with it, or with one that it requires."""
        reader = Inputs(self.record, self.done, self._problem, self.signs, self.facts)
        inputs = [reader.axis(index, item) for index, item in enumerate(self.record.inputs)]
        asked = [axis for axis in inputs if axis]
        authored, shows = self._table(asked), self._shows(reader)
        if self.problems or not all(inputs):  # an axis is missing where a decision it needs has problems of its own
            return None
        self._check_shared_questions(asked)
        if self.problems:
            return None
        table, flat = flattened(authored, self.done)

        def can_be(box: Box) -> bool:
            return any(attainable(table.axes, part) for part in flat(box))

        free = authored is table and not any(axis.tree is not None for axis in table.axes)
        for clash in overlaps(
            authored, None if free else can_be
        ):  # such a table has no single outcome to reason about any further
            self._problem(clash.where, clash.wrong, fix=clash.fix)
        if self.problems:
            return None
        questions = self._questions(table, asked)
        return Compiled(
            self.record.id,
            self.record,
            authored,
            table,
            MappingProxyType(questions),
            fingerprint(self.record, table, questions, shows),
            MappingProxyType(shows),
            flat,
        )

    def _table(self, asked: list[Axis]) -> Table:
        """The table as written, as far as it can be read."""
        outputs = self._outputs()
        for what, ids in (
            ("inputs", [item.id for item in self.record.inputs]),
            ("rules", [rule.id for rule in self.record.rules]),
            ("guarantees", [guarantee.id for guarantee in self.record.guarantees]),
        ):
            self._check_ids(ids, what, what)
        axes = [axis for axis in asked if not self._only_read(axis, asked)]
        known = {axis.id: axis for axis in axes}
        rows = [self._row(index, rule, known, outputs) for index, rule in enumerate(self.record.rules)]
        default = None if self.record.default is None else self._gives(self.record.default, outputs, ("default",))
        self._check_aggregation(outputs)
        return Table(
            self.record.id,
            tuple(axes),
            tuple(row for row in rows if row),
            self.record.hit_policy,
            self.record.aggregation,
            outputs,
            default,
        )

    def _outputs(self) -> tuple[OutputColumn, ...]:
        outcomes = self.record.outcomes
        headings = tuple(outcome.heading for outcome in outcomes.values())
        return tuple(self._output(index, item) for index, item in enumerate(self.record.outputs)) or (
            OutputColumn("outcome", "Result", tuple(outcomes), headings),
        )

    def _output(self, index: int, item: Output) -> OutputColumn:
        if item.values is not None:
            return OutputColumn(item.id, item.label, tuple(item.values), tuple(item.values.values()))
        domain = read_range(
            lambda path, *said, **more: self._problem(("outputs", index, *path), *said, **more),
            item.range or "",
            unit=item.unit or "",
            scale=item.scale,
            named=list(self._stated(item.id)),
        )
        counts = self.record.aggregation is Aggregation.COUNT
        return OutputColumn(item.id, item.label, numbers=domain or YES_NO, counts=counts)

    def _stated(self, output: str) -> Iterator[object]:
        """Every result of the record for one of its outputs."""
        for then in (*(rule.then for rule in self.record.rules), self.record.default):
            yield then.get(output) if isinstance(then, Mapping) else then

    def _shows(self, reader: Inputs) -> dict[str, Tree]:
        return {
            item.id: found[0]
            for index, item in enumerate(self.record.shows)
            if (found := reader.expression(("shows", index, "value"), item.value))
        }

    def _questions(self, flat: Table, asked: Sequence[Axis]) -> dict[str, Question]:
        """Every question of the graph, in the order of the axes."""
        own = {axis.id: axis.question for axis in (*flat.axes, *asked) if axis.question}
        return {id: own.get(id) or self._question_named(id) for axis in flat.axes for id in axis.reads}

    def _only_read(self, axis: Axis, inputs: list[Axis]) -> bool:
        """Whether a number is there for a derived value alone: then it is a question, but no column of the table."""
        read = any(axis.id in other.reads for other in inputs if other.tree is not None)
        return read and not any(axis.id in rule.when for rule in self.record.rules)

    def _check_ids(self, ids: list[str], where: str, what: str) -> None:
        first: dict[str, int] = {}
        for index, id in enumerate(ids):
            if first.setdefault(id, index) != index:
                self._problem((where, index, "id"), f"two {what} have the id '{id}'", fix="choose another id")

    def _check_shared_questions(self, inputs: list[Axis]) -> None:
        """One id is one question in the whole graph: the same answers, or every cell about it would mean two things."""
        first: dict[str, tuple[str, Question]] = {}
        for index, axis in enumerate(inputs):
            found = self.done[axis.decision].questions if axis.decision else {}
            source = axis.decision or self.record.id
            for id, question in found.items() if axis.decision else [(axis.id, axis.question)]:
                if question is None:
                    continue
                other, known = first.setdefault(id, (source, question))
                domain, former = question.domain, known.domain
                if domain != former:
                    wrong = f"with different answers ({former.allowed}; {domain.allowed})"
                elif known.fact is not question.fact:
                    facts = [f"the fact '{one.key}'" if one.fact else "no fact" for one in (known, question)]
                    wrong = f"and mean two things: {facts[0]} and {facts[1]}"
                else:
                    continue
                self._problem(
                    ("inputs", index),
                    f"'{other}' and '{source}' ask '{id}' {wrong}",
                    fix="rename one of the two questions, or make it a fact (data/facts/) that both name",
                )

    def _check_aggregation(self, outputs: tuple[OutputColumn, ...]) -> None:
        aggregation = self.record.aggregation
        if aggregation is Aggregation.COUNT and len(outputs) != 1:
            self._problem(("aggregation",), "'count' needs one output", fix="delete the others")
        elif aggregation in (Aggregation.SUM, Aggregation.MIN, Aggregation.MAX) and (
            len(outputs) != 1 or outputs[0].numbers is None
        ):
            self._problem(("aggregation",), f"'{aggregation.value}' needs one output that is a number")
        if (
            self.record.hit_policy is HitPolicy.COLLECT
            and self.record.default is not None
            and aggregation is not Aggregation.LIST
        ):
            self._problem(("default",), "a default goes with a list, not with an aggregated number")

    def _question_named(self, id: str) -> Question:
        """A question that only a derived value of a required decision reads."""
        return next(compiled.questions[id] for compiled in self.done.values() if id in compiled.questions)

    def _row(self, index: int, rule: Rule, axes: Mapping[str, Axis], outputs: tuple[OutputColumn, ...]) -> Row | None:
        path = ("rules", index)
        ids = [item.id for item in self.record.inputs]
        for id in rule.when:
            if id not in ids:
                self._problem((*path, "when", id), f"there is no input '{id}'", ", ".join(ids), nearest(id, ids))
        box = []
        for item in self.record.inputs:
            axis = axes.get(item.id)
            if axis is None:
                continue  # no column, or its own problem is reported already
            try:
                box.append(parse_cell(rule.when.get(item.id, "-"), axis.domain))
            except ConditionError as error:
                allowed = axis.domain.ids
                given = str(rule.when[item.id])
                self._problem((*path, "when", item.id), error.wrong, error.allowed, nearest(given, allowed))
        gives = self._gives(rule.then, outputs, (*path, "then"))
        return Row(rule.id, (tuple(box),), gives) if gives is not None else None

    def _gives(self, then: object, outputs: tuple[OutputColumn, ...], path: Path) -> Values | None:
        try:
            return read_result(then, outputs)
        except ResultError as error:
            self._problem((*path, *error.at), error.wrong, error.allowed, error.fix)
            return None

    def _problem(self, path: Path, wrong: str, allowed: str = "", fix: str = "") -> None:
        self.problems.append(Problem(self.place(self.record.id, *path), wrong, allowed, fix))
