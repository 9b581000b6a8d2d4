"""What a column of a DMN table may be: as it says, as its type says, or as the cells of the file let one propose.

What no one says has to be asked of whoever brings the file: once for each input, with a proposal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from ..space.decimals import NumberError, read_number, scale_of
from .elements import Element
from .feel import AllowedValues, FeelError, choice, interval, read_values, strings_in
from .logic import Logic
from .numbers import numbers_in, proposed

_BOOLEANS = {"true", "false"}


class Values:
    """The types of a file, and what its cells name: of inputs by their expression, all tables together."""

    def __init__(self, root: Element, logics: Iterable[Logic], problem: Callable[..., None], ask: Callable[..., None]):
        self.types = {element.attribute("name"): element for element in root.all("itemDefinition")}
        self.used_types: set[str] = set()
        self.problem, self.ask = problem, ask
        self.cells: dict[str, list[str]] = defaultdict(list)  # by expression
        self.clauses: dict[str, list[tuple[Logic, Element]]] = defaultdict(list)
        self.numbers: dict[str, list[Decimal]] = {}
        self.known: dict[str, AllowedValues | None] = {}
        for logic in logics:
            rows = [rule.all("inputEntry") for rule in logic.table.all("rule")]
            for index, clause in enumerate(logic.table.all("input")):
                text = logic.expression(clause)
                self.clauses[text].append((logic, clause))
                self.cells[text] += [row[index].text("text") for row in rows if index < len(row)]

    # ── Inputs ───────────────────────────────────────────────────────────────────────────────────────────────────

    def of_input(self, name: str, at: Element, type_ref: str = "") -> AllowedValues | None:
        """What the answers to a question may be; `type_ref` is the type of its input data. Asks where none says."""
        if name not in self.known:
            self.known[name] = self._of_input(name, at, type_ref)
        return self.known[name]

    def _of_input(self, name: str, at: Element, type_ref: str) -> AllowedValues | None:
        values = self.typed(type_ref)
        for logic, clause in self.clauses[name]:
            typed = self.typed(logic.type_ref(clause))
            stated = self.stated(clause, "inputValues")
            if values is None:
                values = typed or stated
            elif stated is not None and stated != values:
                self.problem(clause, f"the input values differ from those of '{name}', which count")
        values = values or self._proposed(name, at)
        return self.exact_enough(name, values)

    def exact_enough(self, name: str, values: AllowedValues | None) -> AllowedValues | None:
        """Numbers with as many decimals as the cells of the file compare them with."""
        if values is None or values.kind != "integer":
            return values
        return values.finer(scale_of(self._numbers(name)))

    def _numbers(self, name: str) -> list[Decimal]:
        if name not in self.numbers:
            self.numbers[name] = [number for cell in self.cells[name] for number in numbers_in(cell)]
        return self.numbers[name]

    def _proposed(self, name: str, at: Element) -> AllowedValues | None:
        cells = [cell for cell in self.cells[name] if cell not in ("", "-")]
        if cells and all({part.strip() for part in cell.split(",")} <= _BOOLEANS for cell in cells):
            return AllowedValues("boolean")
        wrong = f"'{name}' does not say what it may be"
        try:
            strings = [string for cell in cells for string in strings_in(cell)]
            values = choice(strings) if strings else None
            ends = proposed(self._numbers(name)) if values is None else None
            values = interval(*ends) if ends else values
        except FeelError as error:
            self.problem(at, f"{wrong}: {error}")
            return None
        if values is None:
            self.problem(at, wrong, 'list its values: "a", "b" or [low..high]')
        elif values.names:
            named = ", ".join(f'"{string}"' for string in values.names)
            self.ask(at, f"{wrong}. Its cells name {named}", "add to `options` what else readers can answer")
        else:
            low, high = values.domain.say(0), values.domain.say(values.domain.size - 1)
            self.ask(
                at,
                f"{wrong}. [{low}..{high}] is taken: twice the largest number in its cells, rounded up",
                "write the range that readers can answer, if it is another",
            )
        return values

    # ── Outputs ──────────────────────────────────────────────────────────────────────────────────────────────────

    def of_results(self, cells: list[str], clause: Element, *, in_order: bool) -> AllowedValues | None:
        """What an output may be: all that rules give. Where priority goes by their order, that is asked."""
        wrong = f"the output '{clause.attribute('name') or clause.attribute('label')}' does not say what it may be"
        try:
            numbers = [read_number(cell) for cell in cells]
        except NumberError:
            numbers = []
        try:
            if numbers:
                return spanning(numbers)
            strings = [string for cell in cells for string in strings_in(cell)]
            values = choice(strings) if strings else None
        except FeelError as error:
            self.problem(clause, f"{wrong}: {error}")
            return None
        if values is None:
            self.problem(clause, wrong, 'list its values: "a", "b" or [low..high]')
        elif in_order:
            named = ", ".join(f'"{string}"' for string in values.names or {})
            self.ask(
                clause, f"{wrong}. {named} is taken for the order of priority", "change their order, if it differs"
            )
        return values

    # ── Said ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def typed(self, type_ref: str) -> AllowedValues | None:
        """What a type allows, or None where it does not say."""
        seen: set[str] = set()
        while type_ref in self.types and type_ref not in seen:
            seen.add(type_ref)
            definition = self.definition(type_ref)
            type_ref = definition.text("typeRef")
            if stated := self.stated(definition, "allowedValues"):
                return stated
        return AllowedValues("boolean") if type_ref.rsplit(":", 1)[-1] == "boolean" else None

    def definition(self, name: str) -> Element:
        """A type that counts from now on; all that no column has is passed over in the end."""
        self.used_types.add(name)
        definition = self.types[name]
        definition.attribute("isCollection")
        definition.attribute("label")
        definition.attribute("typeLanguage")
        return definition

    def parts(self, type_ref: str) -> Mapping[str, Element]:
        """The parts of a type by name; none for a simple one."""
        if type_ref not in self.types:
            return {}
        found = {part.attribute("name"): part for part in self.definition(type_ref).all("itemComponent")}
        for part in found.values():
            part.attribute("isCollection")
            part.attribute("label")
        return found

    def of_part(self, part: Element) -> AllowedValues | None:
        typed = self.typed(part.text("typeRef"))
        return self.stated(part, "allowedValues") or typed

    def stated(self, element: Element, name: str) -> AllowedValues | None:
        """What an element of the file lists itself."""
        text = element.text(name, "text")
        try:
            return read_values(text) if text else None
        except FeelError as error:
            self.problem(element, f"<{name}> is not understood: {error}")
            return None

    def pass_over_unused_types(self) -> None:
        for name, definition in self.types.items():
            if name not in self.used_types:
                definition.ignore()


def spanning(numbers: Iterable[Decimal]) -> AllowedValues:
    """The numbers between the least and the greatest of these, as exact as they are. Raises FeelError."""
    known = list(numbers)
    scale = scale_of(known)
    low, high = min(known), max(known)
    low, high = (min(low, Decimal(0)), high or Decimal(1)) if low == high else (low, high)
    if low == high:  # a single number below 0
        high = Decimal(0)
    return interval(low, high).finer(scale)
