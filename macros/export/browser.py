"""A decision as JSON for the reader's browser: questions in words, tables and diagrams as numbers.

overrides/assets/scripts/decisions/decisions.js evaluates exactly this. It holds no rule of its own and parses no cell.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..decisions.diagram.compiled import Compiled
from ..decisions.diagram.diagram import Diagram
from ..decisions.tables.table import Question, Table
from .decision_parts import question_view
from .json_data import Json


def tool_data(decision: Compiled, library: Mapping[str, Compiled]) -> dict[str, Json]:
    """A decision and those shown with it, as one tool over one set of questions."""
    tables, questions = _asked(decision, library)
    results = {one.answer: one.decision for one in decision.record.after if one.answer}
    return {
        "id": decision.id,
        "title": decision.record.title,
        "version": decision.version,
        "history": [
            {"version": entry.version, "date": entry.date.isoformat(), "change": entry.change}
            for entry in decision.record.history
        ],
        "questions": [_question(question, results.get(id)) for id, question in questions.items()],
        "tables": [table_data(table) for table in tables],
        "shows": [
            {"label": item.label, "tree": decision.shows[item.id], "unit": item.unit, "scale": item.scale}
            for item in decision.record.shows
        ],
    }


def outcome_data(decision: Compiled, library: Mapping[str, Compiled]) -> dict[str, Json]:
    """What says which result some answers have, and no word of it: the tool's answers by place, the first diagram."""
    table = table_data(decision)
    tables, questions = _asked(decision, library)
    return {
        "questions": [_places(question) for question in questions.values()],
        "tables": [{key: table[key] for key in ("id", "many", "outputs", "axes", "nodes", "root")}],
        "histories": [[[entry.version] for entry in one.record.history] for one in tables],
        "urgency": {id: outcome.urgency.value for id, outcome in decision.record.outcomes.items()},
    }


def _asked(decision: Compiled, library: Mapping[str, Compiled]) -> tuple[list[Compiled], dict[str, Question]]:
    """A decision and those shown with it, and what they ask, each question once, in the order of asking."""
    tables = [decision, *(library[id] for id in decision.record.together_with)]
    questions: dict[str, Question] = {}
    for table in tables:
        questions |= {id: question for id, question in table.questions.items() if id not in questions}
    return tables, questions


def table_data(decision: Compiled) -> dict[str, Json]:
    """One table in its flat form with its diagram; positions, segments and nodes are numbers."""
    table = decision.table
    return {
        "id": decision.id,
        "policy": table.policy.value,
        "aggregation": table.aggregation.value,
        "many": table.many,
        "default": table.default,
        "outputs": [column.values for column in table.outputs],
        "axes": _axes(table, decision.diagram),
        "rules": [{"id": row.id, "gives": row.gives, "boxes": row.boxes} for row in table.rows],
        **_nodes(decision.diagram),
    }


def _places(question: Question) -> dict[str, Json]:
    domain = question.domain
    found: dict[str, Json] = {"id": question.id, "kind": domain.kind, "size": domain.size}
    if domain.kind == "integer":
        return found | {"low": domain.low, "step": domain.step}
    return found | {"options": [{"id": id, "at": _position(question, id)} for id in question.options]}


def _question(question: Question, after: str | None) -> dict[str, Json]:
    domain = question.domain
    data: dict[str, Json] = {
        "id": question.id,
        "ask": question.ask,
        "short": question.short,
        "why": question.why,
        "screens": _screens(question),
        "help": question.help,
        "kind": domain.kind,
        "size": domain.size,
        "fact": question.fact.id if question.fact else None,
        "after": after,
        "keeps": question.fact.keeps_minutes if question.fact else None,
        "sensitive": question.fact is not None and question.fact.sensitive,
    }
    if domain.kind == "integer":
        data |= {"low": domain.low, "step": domain.step, "unit": domain.unit, "scale": domain.scale}
    else:
        data["options"] = [
            {"id": id, "label": label, "hint": question.hints.get(id, ""), "at": _position(question, id)}
            for id, label in question.options.items()
        ]
    return data


def _screens(question: Question) -> list[Json]:
    """What is ticked: each sign with the answer that it means, and the words beside which it is asked."""
    means = {sign.id: answer for answer, signs in question.told.items() for sign in signs}
    return [
        {
            "help": screen.help,
            "signs": [
                {"id": sign.id, "ask": sign.ask, "means": means[sign.id], "fast": sign.urgency.value}
                for sign in screen.signs
            ],
            "others": screen.others,
        }
        for screen in question_view(question).screens
    ]


def _position(question: Question, id: str) -> int:
    position = question.domain.position({"true": True, "false": False}[id] if question.domain.kind == "boolean" else id)
    assert position is not None  # options are the domain
    return position


def _axes(table: Table, diagram: Diagram) -> list[dict[str, Json]]:
    return [
        {
            "id": axis.id,
            "label": axis.label,
            "size": axis.domain.size,
            "low": axis.domain.low,
            "step": axis.domain.step,
            "cuts": cover.starts,
            **({"tree": axis.tree, "reads": axis.reads} if axis.tree is not None else {}),
        }
        for axis, cover in zip(table.axes, diagram.cover.axes, strict=True)
    ]


def _nodes(diagram: Diagram) -> dict[str, Json]:
    """The diagram's nodes, renumbered from the root down: [axis, child per segment] or {"is": outcome}."""
    reachable = diagram.reachable(diagram.root)
    number = {node: index for index, node in enumerate(reachable)}
    nodes: list[Json] = []
    for node in reachable:
        if diagram.is_leaf(node):
            nodes.append({"is": diagram.outcome(node)})
        else:
            branching = diagram.branching(node)
            nodes.append([branching.axis, *(number[child] for child in branching.children)])
    return {"nodes": nodes, "root": number[diagram.root]}
