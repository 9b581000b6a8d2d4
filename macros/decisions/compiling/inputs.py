"""Inputs of a record as axes of its table: their domains, expressions, shared questions and required decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from re import fullmatch
from types import MappingProxyType

from ...records import Decision, Sign
from ...records.decision import Aggregation, Input
from ...records.files.validating import nearest
from ..diagram.compiled import Compiled
from ..space.decimals import (
    MAX_EXACT,
    NUMBER,
    SCALES,
    NumberError,
    plain,
    read_number,
    scale_in,
    scale_of,
    stored,
    written,
)
from ..space.domain import YES_NO, Domain
from ..space.expressions import Bounds, ExpressionError, Tree, bounds_of, inputs_of, parse_expression
from ..tables.evaluate import first_values
from ..tables.table import Axis, Question

Path = tuple[str | int, ...]
Report = Callable[..., None]  # where in the record, what is wrong, what is allowed, the fix


@dataclass(frozen=True)
class Inputs:
    """Reads the inputs of one record. What is wrong goes to `report`."""

    record: Decision
    records: Mapping[str, Decision]
    done: Mapping[str, Compiled]
    report: Report
    signs: Mapping[str, Sign]

    def axis(self, index: int, item: Input) -> Axis | None:
        """The axis of an input; None where something is wrong with it."""
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
        said_by = {key: self._signs(option.signs) for key, option in (item.options or {}).items() if option.signs}
        hints = {key: "; ".join(sign.ask for sign in signs) for key, signs in said_by.items()} | {
            str(key): option.hint for key, option in (item.options or {}).items() if option.hint
        }
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
            self._signs(item.signs),
            item.help or "",
            MappingProxyType(said_by),
        )
        return Axis(item.id, label, domain, question=question)

    def _signs(self, ids: tuple[str, ...]) -> tuple[Sign, ...]:
        return tuple(self.signs[id] for id in ids if id in self.signs)

    def range(
        self,
        path: Path,
        text: str,
        *,
        step: int | Decimal | None = None,
        unit: str = "",
        scale: int | None = None,
        named: Iterable[object] = (),
    ) -> Domain | None:
        """The domain of a range such as '[0..10]' or '[0.0..2.5]', counted as exactly as `scale` says.

        Without a scale, by the number with the most decimals of it and of the cells in `named`.
        """
        if scale not in (None, *SCALES):
            self.report((*path[:-1], "scale"), f"{scale} is not a scale", ", ".join(map(str, SCALES)))
            return None
        match = fullmatch(rf"\[\s*({NUMBER})\s*\.\.\s*({NUMBER})\s*\]", text)
        allowed = "[low..high] in numbers, high a whole number of steps up"
        try:
            numbers = [read_number(word) for word in match.groups()] if match else []
            numbers += [] if step is None else [read_number(step)]
            scale = scale or max(scale_of(numbers), scale_in(named))
            parts = [stored(number, scale) for number in numbers]
        except NumberError as error:
            self.report(path, f"'{text}' is not a range: {error}", allowed)
            return None
        low, high, by = (*parts, 1)[:3] if match else (0, 0, 1)
        if low >= high or by < 1 or (high - low) % by:
            said = "" if step is None else f" in steps of {plain(step)}"
            self.report(path, f"'{text}' is not a range{said}", allowed)
            return None
        if max(-low, high) > MAX_EXACT:
            self.report(path, f"'{text}' holds more numbers than a browser counts exactly", fix="take fewer decimals")
            return None
        return Domain("integer", (high - low) // by + 1, low=low, step=by, unit=unit, scale=scale)

    def _named(self, id: str) -> Iterable[object]:
        """Every cell of the record about an input."""
        conditions = [*(rule.when for rule in self.record.rules), *(one.when for one in self.record.guarantees)]
        return [when[id] for when in conditions if id in when]

    def expression(self, path: Path, text: str) -> tuple[Tree, Bounds, tuple[Domain, ...]] | None:
        """The tree and the bounds of an expression over the numbers that this decision asks for, and their domains."""
        asked = {item.id: index for index, item in enumerate(self.record.inputs) if item.range and not item.value}
        try:
            tree = parse_expression(text)
            known: dict[str, Domain] = {}
            for id in inputs_of(tree):
                if id not in asked:
                    self.report(path, f"'{id}' is no number asked here", ", ".join(asked), nearest(id, asked))
                    return None
                domain = self._domain(asked[id], self.record.inputs[asked[id]])
                if domain is None:
                    return None
                known[id] = domain
            bounds = bounds_of(tree, {id: (domain.low, domain.high) for id, domain in known.items()})
            return tree, bounds, tuple(known.values())
        except ExpressionError as error:
            self.report(
                path, f"the expression cannot be used: {error}", "+ - * // min( , ) max( , ) over whole numbers"
            )
            return None

    def _domain(self, index: int, item: Input) -> Domain | None:
        if item.boolean:
            return YES_NO
        if item.range is not None:
            return self.range(
                ("inputs", index, "range"),
                item.range,
                step=item.step,
                unit=item.unit or "",
                scale=item.scale,
                named=self._named(item.id),
            )
        assert item.options is not None
        own = {key: option for key, option in item.options.items() if option.stands_for is None}
        aliases: dict[str, int] = {}
        for key, option in item.options.items():
            if option.stands_for is not None:
                if option.stands_for in own:
                    aliases[key] = list(own).index(option.stands_for)
                else:
                    self.report(
                        ("inputs", index, "options", key, "as"),
                        f"'{option.stands_for}' is not another option of this question",
                        ", ".join(own),
                        nearest(option.stands_for, own),
                    )
        if len(own) < 2:
            self.report(("inputs", index, "options"), "a question has at least two different answers")
            return None
        return Domain(
            "choice", len(own), tuple(own), tuple(option.label for option in own.values()), MappingProxyType(aliases)
        )

    def _derived(self, index: int, item: Input, domain: Domain) -> Axis | None:
        found = self.expression(("inputs", index, "value"), item.value or "")
        if found is None:
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

    def _shared(self, index: int, item: Input) -> Axis | None:
        other = self.done.get(item.like or "")
        question = other.questions.get(item.id) if other else None
        if question is None:
            if item.like in self.records:
                known = list(other.questions) if other else []
                self.report(
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
                declared = self.range(("inputs", index, "range"), item.range, scale=scale)
                if declared is None or declared.low > domain.low or declared.high < domain.high:
                    self.report(
                        ("inputs", index, "range"),
                        f"'{other.id}' gives {domain.allowed}, which this range does not hold",
                    )
                    return None
                domain = declared
        return Axis(item.id, label, domain, decision=other.id)
