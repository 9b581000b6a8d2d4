"""From decision records to compiled decisions: domains, cells, expressions, graph. Then the proofs.

Everything that is text in a record is parsed here, once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ..records import Decision, HitPolicy, Place, Problem
from ..records.decision import Aggregation, Input, Output, Rule
from ..records.validating import nearest
from .compiled import Compiled
from .conditions import ConditionError, parse_cell
from .diagram import diagram_of
from .domain import YES_NO, Domain
from .evaluate import first_values
from .expressions import Bounds, ExpressionError, Tree, bounds_of, inputs_of, parse_expression
from .flatten import flattened
from .moves import wrong_moves
from .results import ResultError, read_result
from .table import Axis, OutputColumn, Question, Row, Table, Values
from .unsure import less_careful_when_unsure
from .verify import overlaps, verify
from .versions import fingerprint, version_problems

PlaceOf = Callable[..., Place]


def compile_decisions(records: Mapping[str, Decision], place: PlaceOf) -> tuple[dict[str, Compiled], list[Problem]]:
    """Every decision compiled and proved, and every problem found. `place(id, *path)` says where a field stands."""
    done: dict[str, Compiled] = {}
    problems: list[Problem] = []
    for id in _in_order(records, place, problems):
        compiler = _Compiler(records[id], records, done, place)
        compiled = compiler.compile()
        problems += compiler.problems
        if compiled is not None:
            done[id] = compiled
    problems += _proofs(done, place)
    return {id: done[id] for id in records if id in done}, problems


def _proofs(done: Mapping[str, Compiled], place: PlaceOf) -> Iterator[Problem]:
    """What does not hold; and for what does, whether its history has a version with these very rules."""
    unproved: set[str] = set()
    unsure: set[str] = set()
    for id, compiled in done.items():
        found = [
            *verify(compiled),
            *wrong_moves(compiled),
            *less_careful_when_unsure(compiled, _mains(id, done), unsure),
        ]
        unsure.update(finding.about for finding in found if finding.about)
        yield from (Problem(place(id, *finding.where), finding.wrong, fix=finding.fix) for finding in found)
        needs = {other for item in compiled.record.inputs for other in (item.decision, item.like) if other}
        if found or needs & unproved:
            unproved.add(id)
        else:
            yield from version_problems(id, compiled.record.history, compiled.fingerprint, place)


def _mains(id: str, done: Mapping[str, Compiled]) -> list[Compiled]:
    """The decisions that show this one below their own result."""
    return [compiled for compiled in done.values() if id in compiled.record.together_with]


def _in_order(records: Mapping[str, Decision], place: PlaceOf, problems: list[Problem]) -> list[str]:
    """Ids with every required decision before the one that requires it; cycles are problems."""
    order: list[str] = []
    state: dict[str, str] = {}

    def visit(id: str, chain: tuple[str, ...]) -> None:
        if state.get(id) == "done" or id not in records:
            return
        if state.get(id) == "open":
            circle = " → ".join([*chain[chain.index(id) :], id])
            problems.append(
                Problem(place(id, "inputs"), f"decisions require each other in a circle: {circle}", fix="cut it")
            )
            return
        state[id] = "open"
        for item in records[id].inputs:
            for needed in (item.decision, item.like):
                if needed:
                    visit(needed, (*chain, id))
        state[id] = "done"
        order.append(id)

    for id in records:
        visit(id, ())
    return order


@dataclass
class _Compiler:
    record: Decision
    records: Mapping[str, Decision]
    done: Mapping[str, Compiled]
    place: PlaceOf
    problems: list[Problem] = field(default_factory=list)

    def compile(self) -> Compiled | None:
        inputs = [self._axis(index, item) for index, item in enumerate(self.record.inputs)]
        outputs = tuple(self._output(index, item) for index, item in enumerate(self.record.outputs)) or (
            OutputColumn(
                "outcome",
                "Result",
                tuple(self.record.outcomes),
                tuple(outcome.heading for outcome in self.record.outcomes.values()),
            ),
        )
        self._check_ids([item.id for item in self.record.inputs], "inputs", "inputs")
        self._check_ids([rule.id for rule in self.record.rules], "rules", "rules")
        self._check_ids([guarantee.id for guarantee in self.record.guarantees], "guarantees", "guarantees")
        asked = [axis for axis in inputs if axis]
        axes = [axis for axis in asked if not self._only_read(axis, asked)]
        known = {axis.id: axis for axis in axes}
        rows = [self._row(index, rule, known, outputs) for index, rule in enumerate(self.record.rules)]
        shows = {
            item.id: found[0]
            for index, item in enumerate(self.record.shows)
            if (found := self._expression(("shows", index, "value"), item.value))
        }
        default = None if self.record.default is None else self._gives(self.record.default, outputs, ("default",))
        self._check_aggregation(outputs)
        if self.problems or not all(inputs):  # an axis is missing where a decision it needs has problems of its own
            return None
        authored = Table(
            self.record.id,
            tuple(axes),
            tuple(row for row in rows if row),
            self.record.hit_policy,
            self.record.aggregation,
            outputs,
            default,
        )
        self._check_shared_questions(asked)
        for clash in overlaps(authored):  # such a table has no single outcome to reason about any further
            self._problem(clash.where, clash.wrong, fix=clash.fix)
        if self.problems:
            return None
        flat = flattened(authored, self.done)
        own = {axis.id: axis.question for axis in (*flat.axes, *asked) if axis.question}
        questions = {id: own.get(id) or self._question_named(id) for axis in flat.axes for id in axis.reads}
        return Compiled(
            self.record.id,
            self.record,
            authored,
            flat,
            diagram_of(flat),
            MappingProxyType(questions),
            fingerprint(self.record, flat, questions, shows),
            MappingProxyType(shows),
        )

    def _only_read(self, axis: Axis, inputs: list[Axis]) -> bool:
        """Whether a number is there for a derived value alone: then it is a question, but no column of the table."""
        read = any(axis.id in other.reads for other in inputs if other.tree is not None)
        return read and not any(axis.id in rule.when for rule in self.record.rules)

    def _check_shared_questions(self, inputs: list[Axis]) -> None:
        """One id is one question in the whole graph: the same answers, or every cell about it would mean two things."""
        first: dict[str, tuple[str, Domain]] = {}
        for index, axis in enumerate(inputs):
            if axis.decision:
                found = {id: question.domain for id, question in self.done[axis.decision].questions.items()}
                source = axis.decision
            else:
                found = {axis.id: axis.domain} if axis.question else {}
                source = self.record.id
            for id, domain in found.items():
                other, known = first.setdefault(id, (source, domain))
                if known != domain:
                    self._problem(
                        ("inputs", index),
                        f"'{other}' and '{source}' ask '{id}' with different answers "
                        f"({known.allowed}; {domain.allowed})",
                        fix=f"rename one of the two questions, or share it with `like: {other}`",
                    )

    def _question_named(self, id: str) -> Question:
        """A question that only a derived value of a required decision reads."""
        return next(compiled.questions[id] for compiled in self.done.values() if id in compiled.questions)

    def _problem(self, path: tuple[str | int, ...], wrong: str, allowed: str = "", fix: str = "") -> None:
        self.problems.append(Problem(self.place(self.record.id, *path), wrong, allowed, fix))

    def _check_ids(self, ids: list[str], where: str, what: str) -> None:
        for index, id in enumerate(ids):
            if id in ids[:index]:
                self._problem((where, index, "id"), f"two {what} have the id '{id}'", fix="choose another id")

    def _axis(self, index: int, item: Input) -> Axis | None:
        label = item.short or item.ask or item.id
        if item.like:
            return self._shared(index, item)
        if item.decision:
            return self._required(index, item)
        domain = self._domain(index, item)
        if domain is None:
            return None
        if item.value:
            return self._derived(index, item, domain)
        options = {str(key): option.label for key, option in (item.options or {}).items()}
        hints = {str(key): option.hint for key, option in (item.options or {}).items() if option.hint}
        if item.boolean:
            options = {"false": "No", "true": "Yes"}
        question = Question(
            item.id,
            item.ask or "",
            label,
            item.why or "",
            domain,
            MappingProxyType(options),
            MappingProxyType(hints),
            item.signs,
            item.help or "",
        )
        return Axis(item.id, label, domain, question=question)

    def _domain(self, index: int, item: Input) -> Domain | None:
        if item.boolean:
            return YES_NO
        if item.range is not None:
            return self._range(("inputs", index, "range"), item.range, item.step, item.unit or "", item.scale)
        assert item.options is not None
        own = {key: option for key, option in item.options.items() if option.stands_for is None}
        aliases: dict[str, int] = {}
        for key, option in item.options.items():
            if option.stands_for is not None:
                if option.stands_for in own:
                    aliases[key] = list(own).index(option.stands_for)
                else:
                    self._problem(
                        ("inputs", index, "options", key, "as"),
                        f"'{option.stands_for}' is not another option of this question",
                        ", ".join(own),
                        nearest(option.stands_for, own),
                    )
        if len(own) < 2:
            self._problem(("inputs", index, "options"), "a question has at least two different answers")
            return None
        return Domain(
            "choice", len(own), tuple(own), tuple(option.label for option in own.values()), MappingProxyType(aliases)
        )

    def _range(
        self, path: tuple[str | int, ...], text: str, step: int = 1, unit: str = "", scale: int = 1
    ) -> Domain | None:
        from re import fullmatch

        match = fullmatch(r"\[\s*(-?\d+)\s*\.\.\s*(-?\d+)\s*\]", text)
        if not match or int(match[1]) >= int(match[2]) or (int(match[2]) - int(match[1])) % step:
            self._problem(
                path, f"'{text}' is not a range", "[low..high] in whole numbers, high a whole number of steps up"
            )
            return None
        if scale not in (1, 10, 100, 1000):
            self._problem((*path[:-1], "scale"), f"{scale} is not a scale", "1, 10, 100 or 1000")
            return None
        low, high = int(match[1]), int(match[2])
        return Domain("integer", (high - low) // step + 1, low=low, step=step, unit=unit, scale=scale)

    def _expression(self, path: tuple[str | int, ...], text: str) -> tuple[Tree, Bounds, tuple[Domain, ...]] | None:
        """The tree and the bounds of an expression over the numbers that this decision asks for, and their domains."""
        asked = {item.id: index for index, item in enumerate(self.record.inputs) if item.range and not item.value}
        try:
            tree = parse_expression(text)
            known: dict[str, Domain] = {}
            for id in inputs_of(tree):
                if id not in asked:
                    self._problem(path, f"'{id}' is no number asked here", ", ".join(asked), nearest(id, asked))
                    return None
                domain = self._domain(asked[id], self.record.inputs[asked[id]])
                if domain is None:
                    return None
                known[id] = domain
            bounds = bounds_of(tree, {id: (domain.low, domain.high) for id, domain in known.items()})
            return tree, bounds, tuple(known.values())
        except ExpressionError as error:
            self._problem(
                path, f"the expression cannot be used: {error}", "+ - * // min( , ) max( , ) over whole numbers"
            )
            return None

    def _derived(self, index: int, item: Input, domain: Domain) -> Axis | None:
        found = self._expression(("inputs", index, "value"), item.value or "")
        if found is None:
            return None
        tree, (low, high), of = found
        if low < domain.low or high > domain.high:
            self._problem(
                ("inputs", index, "range"),
                f"the value can be {low} to {high}, which the range does not hold",
                fix=f"write range: '[{low}..{high}]'",
            )
            return None
        if domain.step != 1:
            self._problem(("inputs", index, "step"), "a derived value has steps of 1")
            return None
        return Axis(item.id, item.short or item.id, domain, tree=tree, of=of)

    def _shared(self, index: int, item: Input) -> Axis | None:
        other = self.done.get(item.like or "")
        question = other.questions.get(item.id) if other else None
        if question is None:
            if item.like in self.records:
                known = list(other.questions) if other else []
                self._problem(
                    ("inputs", index, "id"),
                    f"the decision '{item.like}' asks no question '{item.id}'",
                    ", ".join(known),
                    nearest(item.id, known),
                )
            return None
        return Axis(item.id, item.short or question.short, question.domain, question=question)

    def _required(self, index: int, item: Input) -> Axis | None:
        other = self.done.get(item.decision or "")
        if other is None:
            return None
        path = ("inputs", index, "decision")
        label = item.short or other.record.title
        if other.table.many or len(other.table.outputs) != 1:
            self._problem(path, f"'{other.id}' gives more than one result, so no input can be its outcome")
            return None
        table = other.table
        column = table.outputs[0]
        if column.values:
            domain = Domain("choice", len(column.values), column.values, column.labels)
        else:
            numbers = [
                value
                for outcome in other.diagram.outcomes_below(other.diagram.root)
                for value in first_values(outcome, many=False)
                if isinstance(value, int)
            ]
            counted = table.aggregation is Aggregation.COUNT
            scale = column.numbers.scale if column.numbers and not counted else 1
            domain = Domain("integer", max(numbers) - min(numbers) + 1, low=min(numbers), scale=scale)
            if item.range is not None:
                declared = self._range(("inputs", index, "range"), item.range, scale=scale)
                if declared is None or declared.low > domain.low or declared.high < domain.high:
                    self._problem(
                        ("inputs", index, "range"),
                        f"'{other.id}' gives {domain.allowed}, which this range does not hold",
                    )
                    return None
                domain = declared
        return Axis(item.id, label, domain, decision=other.id)

    def _output(self, index: int, item: Output) -> OutputColumn:
        if item.values is not None:
            return OutputColumn(item.id, item.label, tuple(item.values), tuple(item.values.values()))
        domain = self._range(("outputs", index, "range"), item.range or "", unit=item.unit or "", scale=item.scale)
        return OutputColumn(item.id, item.label, numbers=domain or YES_NO)

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

    def _gives(self, then: object, outputs: tuple[OutputColumn, ...], path: tuple[str | int, ...]) -> Values | None:
        try:
            return read_result(then, outputs)
        except ResultError as error:
            self._problem((*path, *error.at), error.wrong, error.allowed, error.fix)
            return None
