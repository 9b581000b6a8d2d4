"""Decision tables of the DMN Technology Compatibility Kit (github.com/dmn-tck/tck), measured in a copy of it.

Each table lies beside its cases: NAME.dmn and NAME-test-01.xml. It is read as it comes, without a change; counted are
the tables that come in without a problem and the cases that give what they expect.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, parse

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.diagram.path import Decided, decide
from macros.decisions.interchange.dmn import slug
from macros.decisions.interchange.dmn_in import from_dmn
from macros.decisions.space.domain import Answer
from macros.decisions.tables.evaluate import results_in

from .test_dmn_from_others import compiled

_CASE = "{http://www.omg.org/spec/DMN/20160719/testcase}"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"


@dataclass(frozen=True)
class Measured:
    """How many tables and cases there are, and what is wrong with which."""

    tables: int
    cases: int
    refused: tuple[str, ...]  # tables with a problem
    wrong: tuple[str, ...]  # cases that give something else

    def __str__(self) -> str:
        clean, right = self.tables - len(self.refused), self.cases - len(self.wrong)
        return (
            f"{clean} of {self.tables} tables come in as they are, {right} of {self.cases} cases come out as expected"
        )


def measured(folder: Path) -> Measured:
    """Every table in a folder, however deep, with all its cases."""
    refused: list[str] = []
    wrong: list[str] = []
    tables = cases = 0
    for file in sorted(folder.rglob("*.dmn")):
        tables += 1
        read = from_dmn(file.read_bytes(), file.name)
        refused += [f"{file.name}: {problem}" for problem in read.problems[:1]]
        done = {} if read.problems else compiled(read)
        for tests in sorted(file.parent.glob(f"{file.stem}-test-*.xml")):
            for case in parse(tests).getroot().iter(f"{_CASE}testCase"):
                cases += 1
                wrong += [f"{file.stem} {case.get('id')}: {said}" for said in _wrong(case, done)]
    return Measured(tables, cases, tuple(refused), tuple(wrong))


def _wrong(case: Element, done: dict[str, Compiled]) -> Iterator[str]:
    """What a case finds, if it is not what it expects; in the first of its results that differs."""
    for node in case.iter(f"{_CASE}resultNode"):
        decision = done.get(slug(node.get("name", "")))
        if decision is None:
            yield "there is no such decision"
            return
        given = {slug(each.get("name", "")): _value(each) for each in case.iter(f"{_CASE}inputNode")}
        answers: dict[str, Answer] = {}
        for id, question in decision.questions.items():
            answer = question.domain.read(_as_answer(given[id], question.domain.ids))
            if answer is not None:
                answers[id] = answer
        run = decide(decision, answers)
        found = _said(decision, run.outcome) if isinstance(run, Decided) else f"open: {run.matter}"
        expected = _expected(node.find(f"{_CASE}expected"))
        if found != expected:
            yield f"{found}, not {expected}"
            return


def _value(element: Element | None) -> Any:
    found = element.find(f"{_CASE}value") if element is not None else None
    if found is None or found.text is None:
        return None
    if found.get(_TYPE) == "xsd:boolean":
        return found.text == "true"
    return Decimal(found.text) if found.get(_TYPE) in ("xsd:decimal", "xsd:double") else found.text


def _as_answer(value: Any, ids: tuple[str, ...]) -> Any:
    return slug(value) if isinstance(value, str) and ids else value


def _expected(element: Element | None) -> Any:
    """A value, a map of components, or a list of either, in a form without names that differ."""
    if element is None:
        return None
    listed = element.find(f"{_CASE}list")
    if listed is not None:
        return [_expected(item) for item in listed.findall(f"{_CASE}item")]
    parts = element.findall(f"{_CASE}component")
    if parts:
        return {slug(part.get("name", "")): _plain(_value(part)) for part in parts}
    return _plain(_value(element))


def _said(decision: Compiled, outcome: Any) -> Any:
    table = decision.table
    ids = [column.id for column in table.outputs]
    results = [
        {id: _plain(_in_decimals(text)) for id, text in zip(ids, table.written(values), strict=True)}
        for values in results_in(outcome, table.many)
    ]
    said = [each if len(ids) > 1 else next(iter(each.values())) for each in results]
    return said if table.many else said[0] if said else None


def _in_decimals(text: str) -> Any:
    return Decimal(text) if text.lstrip("-").replace(".", "", 1).isdigit() else text


def _plain(value: Any) -> Any:
    return slug(value) if isinstance(value, str) else value
