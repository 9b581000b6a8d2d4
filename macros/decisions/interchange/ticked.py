"""A question over signs in DMN: each sign is true or false, and the question's value is that of the fastest one there.

The table that says so is written, and read back as the question. Its hit policy is PRIORITY: MAX of COLLECT compares
words by the alphabet, and priority by the order of the output values, the fastest first (DMN 1.5, chapter 8.2.10).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import SubElement

from ...records.sign import MOST_ON_A_SCREEN, screens_of
from ..tables.table import THERE, Question
from .dmn import feel_name, last_part, xml_id
from .elements import Element
from .feel import FeelError, feel_value, read_result, read_values
from .imported import Fields, label_of

_ASKED, _SIGN, _OTHERWISE = "signs", "sign", "otherwise"
_ANY = ("", "-")


def is_ticked(question: Question) -> bool:
    """Whether its value follows from signs that are there."""
    return bool(question.screens and question.told)


def asked_id(id: str) -> str:
    """The XML id of the decision that a question over signs is."""
    return xml_id(_ASKED, id)


# ── Written ──────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class _Column:
    """What the value of a question follows from: a sign, or what readers answer beside the signs."""

    id: str
    name: str
    words: str
    says: Mapping[str, tuple[str, ...]]  # each cell → the answers that it says
    rest: str  # its cell where nothing is there


def write_inputs(root: ElementTree.Element, question: Question, written: Container[str]) -> Iterator[str]:
    """The input data of a question, whose ids it gives. A sign that another question asks too is `written` once."""
    for column in _columns(question):
        if column.id in written:
            continue
        data = SubElement(root, "inputData", {"id": column.id, "name": column.name})
        SubElement(data, "description").text = column.words
        SubElement(data, "variable", {"name": column.name, "typeRef": _type(column)})
        yield column.id


def write_table(decision: ElementTree.Element, question: Question) -> None:
    """The table of the decision that a question over signs is, and what it requires."""
    columns, first = _columns(question), question.domain.ids[0]
    for column in columns:
        key = {"id": xml_id("needs", _ASKED, question.id, *column.id.split("."))}
        needed = SubElement(decision, "informationRequirement", key)
        SubElement(needed, "requiredInput", {"href": f"#{column.id}"})
    logic = SubElement(decision, "decisionTable", {"id": xml_id("table", _ASKED, question.id)})
    logic.attrib |= {"hitPolicy": "PRIORITY", "preferredOrientation": "Rule-as-Row"}
    for column in columns:
        clause = SubElement(logic, "input")
        _text(clause, "inputExpression", column.name).set("typeRef", _type(column))
        if not _is_sign(column):
            _text(clause, "inputValues", ", ".join((column.rest, *column.says)))
    output = SubElement(logic, "output", {"typeRef": "string"})
    _text(output, "outputValues", ", ".join(map(feel_value, reversed(question.domain.ids))))
    for answer in reversed(question.domain.ids[1:]):
        for column in columns:
            for cell in (cell for cell, says in column.says.items() if answer in says):
                _row(logic, [cell if one is column else "-" for one in columns], answer)
    _row(logic, [column.rest for column in columns], first)


def _columns(question: Question) -> list[_Column]:
    answers: dict[str, tuple[str, ...]] = {}
    for answer, signs in question.told.items():
        for sign in signs:
            answers[sign.id] = (*answers.get(sign.id, ()), answer)
    found = [
        _Column(xml_id(_SIGN, sign.id), f"{_SIGN}__{feel_name(sign.id)}", sign.ask, {"true": answers[sign.id]}, "false")
        for signs in question.screens.values()
        for sign in signs
    ]
    first, *others = question.domain.ids
    beside = {feel_value(answer): (answer,) for answer in others if answer not in question.told}
    if beside:
        id, name = xml_id(_OTHERWISE, question.id), f"{_OTHERWISE}__{feel_name(question.id)}"
        found.append(_Column(id, name, f"{question.ask} What else is answered", beside, feel_value(first)))
    return found


def _is_sign(column: _Column) -> bool:
    return column.rest == "false"


def _type(column: _Column) -> str:
    return "boolean" if _is_sign(column) else "string"


def _row(logic: ElementTree.Element, cells: list[str], answer: str) -> None:
    line = SubElement(logic, "rule")
    for cell in cells:
        _text(line, "inputEntry", cell)
    _text(line, "outputEntry", feel_value(answer))


def _text(parent: ElementTree.Element, name: str, words: str) -> ElementTree.Element:
    element = SubElement(parent, name)
    SubElement(element, "text").text = words
    return element


# ── Read ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Ticked:
    """A question over signs that was read: which signs each answer says, in the order of the columns."""

    element: Element
    signs: tuple[str, ...]
    told: frozenset[tuple[str, str]]  # answer and sign

    def fields(self, more: Fields) -> Fields:
        """What the table says of signs. What our extension tells stays where it says the same."""
        options = more.get("options") or {}
        options = {id: dict(one) if isinstance(one, dict) else {"label": one} for id, one in options.items()}
        said = {(id, sign) for id, one in options.items() for sign in one.get("signs", ())}
        listed = more.get("signs", ())
        screens = screens_of(tuple(listed) if isinstance(listed, list) else listed)
        on_screens = [sign for ids in screens.values() for sign in ids]
        unsaid = set(on_screens) - {sign for _, sign in said}
        if {*said, *((THERE, sign) for sign in unsaid)} == self.told:
            return more
        for one in options.values():
            one.pop("signs", None)
        for answer in dict.fromkeys(answer for answer, _ in sorted(self.told) if answer != THERE):
            says = [sign for sign in self.signs if (answer, sign) in self.told]
            options[answer] = {"label": label_of(answer), **options.get(answer, {}), "signs": says}
        kept = {heading: [id for id in ids if id in self.signs] for heading, ids in screens.items()}
        new = [id for id in self.signs if id not in on_screens]
        return {**more, "options": options, "signs": _screens(kept, new)}


def read_ticked(
    root: Element, decisions: Mapping[str, Element], problem: Callable[..., None]
) -> tuple[dict[str, Ticked], list[Element]]:
    """The questions over signs of a file, by their XML ids, and the input data that they do not stand on."""
    inputs = root.all("inputData")
    names = {data.title: data.attribute("id") for data in inputs}
    found, used = {}, set()
    for id, element in decisions.items():
        needed = _required(element)
        kinds = {one.partition(".")[0] for one in needed}
        table = element.one("decisionTable") if id.startswith(f"{_ASKED}.") else None
        if table is None or not kinds or kinds - {_SIGN, _OTHERWISE}:
            continue
        found[id] = _read_table(element, table, names, problem)
        used.update(needed)
    for data in inputs:
        if data.attribute("id") in used:
            data.ignore()
    return found, [data for data in inputs if data.attribute("id") not in used]


def _required(decision: Element) -> list[str]:
    needed = [one for each in decision.all("informationRequirement") for one in each.all("requiredInput")]
    return [one.attribute("href").rpartition("#")[-1] for one in needed]


def _read_table(decision: Element, table: Element, names: Mapping[str, str], problem: Callable[..., None]) -> Ticked:
    columns = [names.get(clause.text("inputExpression", "text"), "") for clause in table.all("input")]
    signs = tuple(last_part(id) for id in columns if id.startswith(f"{_SIGN}."))
    told: frozenset[tuple[str, str]] = frozenset()
    try:
        told = frozenset(_rows(table, columns))
        if missing := set(signs) - {sign for _, sign in told}:
            raise FeelError(f"no row says what {', '.join(sorted(missing))} leads to")
    except FeelError as error:
        wrong = f"the signs of '{decision.attribute('name')}' are not understood: {error}"
        problem(table, wrong, "let each row but the last name one sign as true, and the last one all as false")
    for element in (table, *decision.all("informationRequirement")):
        element.ignore()
    return Ticked(decision, signs, told)


def _rows(table: Element, columns: list[str]) -> Iterator[tuple[str, str]]:
    """The answer that each sign leads to. Any row that says something else is refused."""
    outputs = [output.text("outputValues", "text") for output in table.all("output")]
    values = read_values(outputs[0]) if len(outputs) == 1 else None
    if values is None or not values.names or table.attribute("hitPolicy") != "PRIORITY":
        raise FeelError("the hit policy is not PRIORITY over one output that lists its values")
    *_, first = values.names.values()
    beside = {id: "false" if id.startswith(f"{_SIGN}.") else feel_value(first) for id in columns}
    nothing = 0
    for rule in table.all("rule"):
        cells = [entry.text("text") for entry in rule.all("inputEntry")]
        answer = str(read_result(rule.text("outputEntry", "text"), values))
        there = {id: cell for id, cell in zip(columns, cells, strict=False) if cell not in _ANY}
        if answer == first and there == beside:
            nothing += 1
            continue
        sign, cell = there.popitem() if len(there) == 1 and len(cells) == len(columns) else ("", "")
        if sign.startswith(f"{_SIGN}.") and cell == "true" and answer != first:
            yield answer, last_part(sign)
        elif not sign.startswith(f"{_OTHERWISE}.") or cell != feel_value(answer):
            raise FeelError(f"a row says {', '.join(cells)}")
    if nothing != 1:
        raise FeelError(f"no row says '{first}' where none of them is there")


def _screens(kept: Mapping[str, list[str]], new: list[str]) -> Any:
    """Signs as a record lists them: what stands on no screen yet comes last, on screens that are not too long."""
    filled = {heading: ids for heading, ids in kept.items() if ids}
    one = [*filled.get("", []), *new]
    if set(filled) <= {""} and len(one) <= MOST_ON_A_SCREEN:
        return one
    loose = one if "" in filled else new
    parts = [loose[place : place + MOST_ON_A_SCREEN] for place in range(0, len(loose), MOST_ON_A_SCREEN)]
    named = {heading: ids for heading, ids in filled.items() if heading}
    return {**named, **{f"Signs {len(named) + number}": ids for number, ids in enumerate(parts, 1)}}
