"""Decisions: the tool, and beside it the same table as a click path, as results and as rows to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ...decisions.diagram.compiled import Compiled
from ...decisions.diagram.path import Undecided, decide
from ...decisions.proofs.unsure import unsure_answers
from ...decisions.space.domain import Domain
from ...decisions.tables.table import Question
from ...export.browser import tool_data
from ...export.decisions import FORMS
from ...export.downloads import FOLDER
from ...records.decision import HitPolicy
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.links import Link
from ..page.templating import rendered, script_data
from ..page.words import day, led_by
from .cells import accepted, answered, with_unit
from .graph import decision_graph
from .path import steps, worked_out
from .table import backing, given, hazard_links, in_columns, results, rows

POLICIES = {
    HitPolicy.FIRST: "The rows are read from the top, the most careful ones first. The first row that fits counts.",
    HitPolicy.UNIQUE: "For any answers exactly one row fits.",
    HitPolicy.ANY: "Several rows can fit, and all that do say the same.",
    HitPolicy.PRIORITY: "Where several rows fit, the most careful result counts.",
    HitPolicy.RULE_ORDER: "Every row that fits counts, in the order of the table.",
    HitPolicy.OUTPUT_ORDER: "Every row that fits counts, the most careful result first.",
    HitPolicy.COLLECT: "Every row that fits adds its result.",
}


@dataclass(frozen=True)
class Choice:
    id: str
    label: str
    hint: str


@dataclass(frozen=True)
class Asked:
    """A question as the tool shows it: choices to tick, or a field for a number."""

    question: Question
    options: tuple[Choice, ...]
    hint: str  # for a number: what can be written


def decision(page: PageContext, id: str) -> str:
    """The whole tool: questions one at a time, and below them the click path, all results and the full table."""
    compiled = page.library.compiled[id]
    tables = [compiled, *(page.library.compiled[other] for other in compiled.record.together_with)]
    questions = _questions(tables)
    return rendered(
        "decisions/decision.html",
        id=id,
        level=level_below(page, "decision", id),
        title=compiled.record.title,
        version=compiled.version,
        data=_json(compiled, tables, page),
        asked=[asked(question) for question in questions.values()],
        may_matter=_may_matter(tables),
        scales=[
            (axis, [accepted(((low, high),), axis) for low, high in _bands(compiled, index)])
            for index, axis in enumerate(compiled.table.axes)
            if axis.tree is not None
        ],
        steps=steps(compiled),
        shows=worked_out(compiled),
        offline=not page.directory_urls,
        tables=[
            table_parts(page, table)
            | {"own": [asked(own) for own in table.questions.values() if own.id not in compiled.questions]}
            for table in tables
        ],
    )


def table_parts(page: PageContext, table: Compiled) -> dict[str, object]:
    """What the templates show of a table: its results, its rows and how they are read."""
    return {
        "id": table.id,
        "title": table.record.title,
        "policy": POLICIES[table.record.hit_policy],
        "results": results(page, table),
        "rows": rows(page, table),
        "columns": [axis.label for axis in table.authored.axes] if in_columns(table) else [],
    }


def decision_built(page: PageContext, id: str) -> str:
    """How the tool was built and what was proved about it. Every number comes from the table itself."""
    compiled = page.library.compiled[id]
    tables = [compiled, *(page.library.compiled[other] for other in compiled.record.together_with)]
    return rendered(
        "decisions/built.html",
        level=level_below(page, "decision_built", id),
        tables=[_built(page, table) for table in tables],
    )


def _questions(tables: Sequence[Compiled]) -> dict[str, Question]:
    """Every question of the tables, once, in the order of asking."""
    return {id: question for table in reversed(tables) for id, question in table.questions.items()} | {
        id: question for table in tables for id, question in table.questions.items()
    }


def asked(question: Question) -> Asked:
    return Asked(
        question,
        tuple(Choice(id, label, question.hints.get(id, "")) for id, label in question.options.items()),
        _what_can_be_written(question.domain) if question.domain.kind == "integer" else "",
    )


def _what_can_be_written(domain: Domain) -> str:
    low, high = domain.shown(domain.low), domain.shown(domain.high)
    said_already = domain.unit == f"out of {high}"  # "0 to 10 out of 10" says ten twice
    limits = f"{low} to {high if said_already else with_unit(high, domain.unit)}"
    return f"A number from {limits}" if domain.scale > 1 else f"A whole number from {limits}"


def _may_matter(tables: Sequence[Compiled]) -> int:
    """How many questions can matter before the first answer."""
    matter: set[str] = set()
    for table in tables:
        start = decide(table, {})
        if isinstance(start, Undecided):
            matter.update(start.matter)
    return len(matter)


def _bands(compiled: Compiled, axis: int) -> list[tuple[int, int]]:
    """The parts of a scale between which the table draws a line."""
    cover = compiled.diagram.cover.axes[axis]
    return [cover.positions((segment, segment)) for segment in range(cover.segments)]


def _json(compiled: Compiled, tables: Sequence[Compiled], page: PageContext) -> Markup:
    """What the script needs, with every sign escaped that could end a script element."""
    data = tool_data(compiled, page.library.compiled) | {
        "histories": [
            [(entry.version, day(entry.date), entry.change) for entry in table.record.history] for table in tables
        ],
        "says": [[_said(table, index) for index in range(len(table.table.outputs))] for table in tables],
    }
    return script_data(data)


def _said(table: Compiled, index: int) -> dict[str, Any]:
    """An output in words: its name, and what its values are called."""
    column = table.table.outputs[index]
    unit = table.record.outputs[index].unit if table.record.outputs else None
    return {
        "label": column.label,
        "unit": unit or "",
        "values": dict(zip(column.values, column.labels, strict=True)),
    }


def _built(page: PageContext, compiled: Compiled) -> dict[str, object]:
    record = compiled.record
    claims = dict.fromkeys(id for rule in record.rules for id in rule.claims)
    hazards = {id for rule in record.rules for id in rule.hazards}
    hazards |= {id for guarantee in record.guarantees for id in guarantee.hazards}
    return {
        "id": compiled.id,
        "heading": led_by(record.title, "how the table was proved"),
        "questions": len(compiled.questions),
        "combinations": f"{compiled.combinations:,}",
        "rules": len(record.rules),
        "graph": Markup(decision_graph(page, compiled.id)),
        "files": [Link(form, page.file(f"{FOLDER}/decisions/{compiled.id}{ending}")) for ending, form in FORMS.items()],
        "results": len(record.outcomes) or None,
        "policy": POLICIES[record.hit_policy],
        "complete": record.default is None and record.hit_policy is not HitPolicy.COLLECT and not compiled.table.many,
        "unsure": any(unsure_answers(compiled)),
        "exceptions": [
            (
                compiled.questions[one.input].short,
                [compiled.questions[one.input].options[answer] for answer in one.less_careful_than],
                one.because,
            )
            for one in record.unsure
        ],
        "left_out": [
            ([sign.ask for sign in page.library.signs.values() if one.names(sign)], one.because)
            for one in record.leaves_out
        ],
        "guarantees": [(one.says, hazard_links(page, one.hazards)) for one in record.guarantees],
        "examples": [
            {
                "about": example.about,
                "given": [
                    (compiled.questions[id].short, answered(answer, compiled.questions[id]))
                    for id, answer in example.given.items()
                ],
                "then": given(compiled, example.then) or ["Nothing to add"],
                "row": _row_number(compiled, example.rule),
            }
            for example in record.examples
        ],
        "claims": [backing(page, id) for id in claims],
        "hazards": hazard_links(page, tuple(sorted(hazards))),
        "reviewed": day(record.reviewed),
        "review_due": day(record.review_due),
        "history": [(entry.version, day(entry.date), entry.change, entry.fingerprint) for entry in record.history],
    }


def _row_number(compiled: Compiled, rule: str | None) -> int | None:
    return next((number for number, row in enumerate(compiled.record.rules, 1) if row.id == rule), None)
