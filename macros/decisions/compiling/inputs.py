"""Inputs of a record as axes of its table: their domains, expressions and required decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ...records import Decision, Sign
from ...records.decision import Aggregation, Input
from ...records.files.validating import nearest
from ..diagram.compiled import Compiled
from ..space.decimals import written
from ..space.domain import Domain
from ..space.expressions import Bounds, ExpressionError, Tree, bounds_of, inputs_of, parse_expression
from ..tables.evaluate import first_values
from ..tables.table import Axis, Question
from .questions import Path, Report, read_domain, read_question, read_range


@dataclass(frozen=True)
class Inputs:
    """Reads the inputs of one record. What is wrong goes to `report`."""

    record: Decision
    done: Mapping[str, Compiled]
    report: Report
    signs: Mapping[str, Sign]
    facts: Mapping[str, Question]

    def axis(self, index: int, item: Input) -> Axis | None:
        """The axis of an input; None where something is wrong with it."""
        if item.decision:
            return self._required(index, item)
        if item.value:
            return self._derived(index, item)
        question = self.question(index, item)
        if question is None:
            return None
        return Axis(item.id, item.short or question.short, question.domain, question=question)

    def question(self, index: int, item: Input) -> Question | None:
        """What an input asks: a fact, or a question of this decision's own."""
        if item.fact:
            fact = self.facts.get(item.fact)
            return fact and replace(fact, id=item.id)
        return read_question(item, item.id, self.signs, self._within("inputs", index), self._named(item.id))

    def _within(self, *where: str | int) -> Report:
        return lambda path, *said, **more: self.report((*where, *path), *said, **more)

    def _named(self, id: str) -> Iterable[object]:
        """Every cell of the record about an input."""
        conditions = [*(rule.when for rule in self.record.rules), *(one.when for one in self.record.guarantees)]
        return [when[id] for when in conditions if id in when]

    def expression(self, path: Path, text: str) -> tuple[Tree, Bounds, tuple[Domain, ...]] | None:
        """The tree and the bounds of an expression over the numbers that this decision asks for, and their domains."""
        asked = {item.id: index for index, item in enumerate(self.record.inputs) if self._is_number(item)}
        try:
            tree = parse_expression(text)
            known: dict[str, Domain] = {}
            for id in inputs_of(tree):
                if id not in asked:
                    self.report(path, f"'{id}' is no number asked here", ", ".join(asked), nearest(id, asked))
                    return None
                question = self.question(asked[id], self.record.inputs[asked[id]])
                if question is None:
                    return None
                known[id] = question.domain
            bounds = bounds_of(tree, {id: (domain.low, domain.high) for id, domain in known.items()})
            return tree, bounds, tuple(known.values())
        except ExpressionError as error:
            self.report(
                path, f"the expression cannot be used: {error}", "+ - * // min( , ) max( , ) over whole numbers"
            )
            return None

    def _is_number(self, item: Input) -> bool:
        if item.fact:
            return item.fact in self.facts and self.facts[item.fact].domain.kind == "integer"
        return item.range is not None and item.value is None

    def _derived(self, index: int, item: Input) -> Axis | None:
        domain = read_domain(item, self._within("inputs", index), self._named(item.id))
        found = self.expression(("inputs", index, "value"), item.value or "") if domain else None
        if domain is None or found is None:
            return None
        tree, (low, high), of = found
        if low < domain.low or high > domain.high:
            self.report(
                ("inputs", index, "range"),
                f"the value can be {domain.shown(low)} to {domain.shown(high)}, which the range does not hold",
                fix=f"write range: '[{written(low, domain.scale)}..{written(high, domain.scale)}]'",
            )
            return None
        if domain.step != 1:
            self.report(("inputs", index, "step"), "a derived value has no steps", fix="delete `step`")
            return None
        return Axis(item.id, item.short or item.id, domain, tree=tree, of=of)

    def _required(self, index: int, item: Input) -> Axis | None:
        other = self.done.get(item.decision or "")
        if other is None:
            return None
        path = ("inputs", index, "decision")
        label = item.short or other.record.title
        if other.table.many or len(other.table.outputs) != 1:
            self.report(path, f"'{other.id}' gives more than one result, so no input can be its outcome")
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
                declared = read_range(self._within("inputs", index), item.range, scale=scale)
                if declared is None or declared.low > domain.low or declared.high < domain.high:
                    self.report(
                        ("inputs", index, "range"),
                        f"'{other.id}' gives {domain.allowed}, which this range does not hold",
                    )
                    return None
                domain = declared
        return Axis(item.id, label, domain, decision=other.id)
