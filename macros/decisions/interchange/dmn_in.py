"""Decisions from a DMN file, as plain data in the form of data/decisions/*.yml, and all that was not understood.

What is read is what dmn_out.py writes, and the same things as other tools write them: names with spaces, missing
ids, empty cells. Nothing is left out in silence: every element and attribute that nothing here asked for is listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...records.decision import Decision, Rule
from ...records.files.problem import Problem
from .columns import Clause, Column, Columns
from .dmn import ANNOTATIONS, READ, last_part
from .elements import Element, XmlError, by_id, read_xml
from .extension import read_more
from .feel import FeelError, read_cell, read_result
from .imported import Fields, Imported, in_fields, yaml_cell
from .logic import logics
from .shared import facts_of
from .ticked import read_ticked
from .values import Values

# What the standard's own elements say, so that our extension has no say in it.
_SAID_BY_DMN = ("id", "title", "purpose", "hit_policy", "aggregation", "inputs", "outputs", "rules", "default")


_FEEL = re.compile(r"(?i)feel|https?://www\.omg\.org/spec/(?:DMN|FEEL)/(?:\d+/)?(?:FEEL/?)?")


def from_dmn(content: bytes, name: str) -> Imported:
    """The decisions of a DMN file; `name` is how problems call it. A file that cannot be read is one problem."""
    try:
        root = read_xml(content, name)
    except XmlError as error:
        return Imported((), (error.problem,))
    if root.name != "definitions" or root.namespace not in READ:
        wrong = f"<{root.name}> of '{root.namespace}' is no DMN file"
        return Imported((), (Problem(root.place, wrong, f"DMN {', '.join(READ.values())}"),))
    return _File(root).read()


class _File:
    def __init__(self, root: Element):
        self.root = root
        self.problems: list[Problem] = []
        self.questions: list[Problem] = []
        decisions = by_id(root.all("decision"))
        ticked, inputs = read_ticked(root, decisions, self._problem)
        self.decisions = {id: element for id, element in decisions.items() if id not in ticked}
        self.logics = dict(logics(root, self.decisions, self._problem))
        self.values = Values(root, self.logics.values(), self._problem, self._ask)
        self.columns = Columns(by_id(inputs), ticked, self.decisions, self.values, self._problem)

    def read(self) -> Imported:
        """Required decisions are read first: what they give is what an input of another may be."""
        read = {id: self._decision(id, self.decisions[id]) for id in self._required_first()}
        for name in ("name", "label", "namespace", "exporter", "exporterVersion"):
            self.root.attribute(name)
        self.values.pass_over_unused_types()
        for element in self.root.walk():
            element.attribute("id")
            self._language(element)
            if element.name == "DMNDI" or (element.name == "extensionElements" and not element.children):
                element.ignore()  # where shapes stand says nothing about a decision; the export draws anew
        self.problems += [Problem(place, f"not understood: {what}") for place, what in self.root.unasked()]
        found = [fields for id in self.decisions if (fields := read[id])]
        if not found:
            self._problem(self.root, "there is no decision table in this file")
        found, facts = facts_of(found, self.columns.questions, self.columns.told_of_facts)
        problems, questions = tuple(sorted(set(self.problems))), tuple(sorted(set(self.questions)))
        return Imported(tuple(found), problems, questions, tuple(facts))

    def _language(self, element: Element) -> None:
        """Any version of FEEL, as the standard names it or as tools do for short, is the language that is read."""
        for name in ("expressionLanguage", "typeLanguage"):
            language = element.attributes.get(name, "")
            if _FEEL.fullmatch(language):
                element.attribute(name)

    def _ask(self, at: Element, wrong: str, fix: str) -> None:
        self.questions.append(Problem(at.place, wrong, fix=fix))

    def _problem(self, at: Element, wrong: str, fix: str = "") -> None:
        self.problems.append(Problem(at.place, wrong, fix=fix))

    def _required_first(self) -> list[str]:
        """Depth first, without recursion: a chain may be as long as the file."""
        order: dict[str, None] = {}
        begun: set[str] = set()
        waiting = list(reversed(self.decisions))
        while waiting:
            id = waiting[-1]
            if id in begun:
                order[waiting.pop()] = None
                continue
            begun.add(id)
            needed = [
                reference.attribute("href").rsplit("#", 1)[-1]
                for requirement in self.decisions[id].all("informationRequirement")
                for reference in requirement.all("requiredDecision")
            ]
            waiting += [other for other in reversed(needed) if other in self.decisions and other not in begun]
        return list(order)

    def _decision(self, xml_id: str, element: Element) -> Fields | None:
        name = element.attribute("name")
        variable, logic = element.one("variable"), self.logics.get(xml_id)
        if variable:
            variable.attribute("name")
        if logic is None:
            return None
        id, table = self.columns.decision_ids[xml_id], logic.table
        policy = table.attribute("hitPolicy", "UNIQUE").lower()
        for passed_over in ("preferredOrientation", "outputLabel", "typeRef"):
            table.attribute(passed_over)
        clauses = [self.columns.clause(logic, each, index) for index, each in enumerate(table.all("input"))]
        columns = self.columns.outputs(table, variable)
        self.columns.gives(xml_id, table, columns)
        more = read_more(element, Decision, _SAID_BY_DMN, self._problem)
        return in_fields(
            Decision,
            {
                **more,
                "id": id,
                "title": element.attribute("label") or name,
                "purpose": element.text("description") or element.text("question"),
                "hit_policy": policy,
                "aggregation": table.attribute("aggregation", "list").lower() if policy == "collect" else None,
                "inputs": self.columns.in_order(element, clauses),
                "rules": list(self._rules(table, clauses, columns)),
                "default": self._default(columns),
                **self.columns.results_of(columns, more.get("outcomes")),
            },
        )

    # ── Rules ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _rules(self, table: Element, clauses: list[Clause], columns: list[Column]) -> Iterator[Fields]:
        names = [each.attribute("name") for each in table.all("annotation")]
        for index, rule in enumerate(table.all("rule")):
            cells = zip(clauses, rule.all("inputEntry"), strict=False)
            when = {clause.input["id"]: self._cell(entry, clause) for clause, entry in cells}
            results = [self._result(entry, each) for entry, each in zip(rule.all("outputEntry"), columns, strict=False)]
            fields = {
                "id": last_part(rule.attribute("id")) or f"rule-{index + 1}",
                "when": {id: cell for id, cell in when.items() if cell is not None},
                "then": _single(results, columns),
                **self._annotations(rule, names),
            }
            yield in_fields(Rule, fields)

    def _annotations(self, rule: Element, names: list[str]) -> Fields:
        """Ours by their names; of somebody else's, the description or the first one is the reason."""
        notes = dict(zip(names, [each.text("text") for each in rule.all("annotationEntry")], strict=False))
        described = rule.text("description")
        if "because" not in notes and (described or notes):
            notes["because"] = described or notes.pop(next(iter(notes)))
        for name in notes.keys() - set(ANNOTATIONS):
            if notes[name]:
                self._problem(rule, f"the annotation '{name}' has no place here: {notes[name]}")
        lists = {name: [part.strip() for part in notes.get(name, "").split(",")] for name in ("claims", "hazards")}
        return {"because": notes.get("because"), **{name: list(filter(None, ids)) for name, ids in lists.items()}}

    def _cell(self, entry: Element, clause: Clause) -> Any:
        """A cell as it is written in YAML; None for any answer. What is not understood stays as it is."""
        text = entry.text("text")
        if text in ("", "-"):
            return None
        try:
            if clause.values is None:
                raise FeelError("what the input may be is not known")
            return yaml_cell(read_cell(text, clause.values), clause.shown or clause.values.domain)
        except FeelError as error:
            self._problem(entry, f"the cell '{text}' is not understood: {error}")
            return text

    def _default(self, columns: list[Column]) -> Any:
        entries = [column.clause.one("defaultOutputEntry") for column in columns]
        if not any(entries):
            return None
        results = [self._result(entry or column.clause, column) for entry, column in zip(entries, columns, strict=True)]
        return _single(results, columns)

    def _result(self, entry: Element, column: Column) -> Any:
        text = entry.text("text")
        try:
            if column.values is None:
                raise FeelError("what the output may be is not known")
            return read_result(text, column.values)
        except FeelError as error:
            self._problem(entry, f"the result '{text}' is not understood: {error}")
            return text


def _single(results: list[Any], columns: list[Column]) -> Any:
    if len(columns) == 1:
        return results[0] if results else None
    return {column.id: value for column, value in zip(columns, results, strict=False)}
