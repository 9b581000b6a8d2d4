"""The rules of a decision as they are published beside its proof: all that a checker reads, and the words readers see.

docs-dev/certificate.md says what each part means. Answers, results and rules go by their ids, numbers by their
smallest parts; a decision that this one needs comes before it, as it is written itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from ...records.promises import Guarantee
from ..diagram.compiled import Compiled
from ..space.conditions import parse_cell
from ..space.domain import Domain
from ..space.regions import Ranges, everything, positions
from ..tables.evaluate import first_values
from ..tables.table import Axis, OutputColumn, Table, Values

Json: TypeAlias = str | int | bool | Sequence["Json"] | Mapping[str, "Json"] | None

FORMAT = 1


def published(decision: Compiled, decisions: Mapping[str, Compiled]) -> dict[str, Json]:
    """The rules as plain data. `decisions` holds those that it needs."""
    last = decision.record.history[-1]
    return {
        "proof": FORMAT,
        "id": decision.id,
        "version": last.version,
        "date": last.date.isoformat(),
        "questions": [{"id": id, **_answers(question.domain)} for id, question in decision.questions.items()],
        "values": [
            {"id": axis.id, "is": axis.tree, **_answers(axis.domain)}
            for axis in decision.table.axes
            if axis.tree is not None
        ],
        "tables": [_table(one.authored, decisions) for one in _needed(decision, decisions)],
        "promises": [_promise(guarantee, decision) for guarantee in decision.record.guarantees],
        "words": _words(decision),
    }


def _needed(decision: Compiled, decisions: Mapping[str, Compiled]) -> list[Compiled]:
    """A decision behind all that it needs, each once."""
    found: dict[str, Compiled] = {}
    for axis in decision.authored.axes:
        if axis.decision:
            found |= {one.id: one for one in _needed(decisions[axis.decision], decisions)}
    return [*found.values(), decision]


def _answers(domain: Domain) -> dict[str, Json]:
    if domain.kind == "integer":
        return {"from": domain.low, "to": domain.high, "by": domain.step, "parts": domain.scale, "unit": domain.unit}
    ids = _ids(domain)
    return {"answers": ids, "as": {alias: ids[place] for alias, place in domain.aliases.items()}}


def _ids(domain: Domain) -> list[str]:
    return [domain.written(domain.answer(place)) for place in range(domain.size)]


def _table(table: Table, decisions: Mapping[str, Compiled]) -> dict[str, Json]:
    return {
        "id": table.id,
        "policy": table.policy.value,
        "aggregation": table.aggregation.value,
        "needs": {axis.id: axis.decision for axis in table.axes if axis.decision},
        "outputs": [_output(column) for column in table.outputs],
        "rules": [
            {"id": row.id, "when": _when(table.axes, row.boxes[0], decisions), "then": row.gives} for row in table.rows
        ],
        "default": table.default,
    }


def _output(column: OutputColumn) -> dict[str, Json]:
    return {"id": column.id, **({"values": column.values} if column.values else {})}


def _when(axes: Sequence[Axis], box: Sequence[Ranges], decisions: Mapping[str, Compiled]) -> dict[str, Json]:
    cells = zip(axes, box, strict=True)
    return {axis.id: _cell(axis, ranges, decisions) for axis, ranges in cells if ranges != everything(axis.domain.size)}


def _cell(axis: Axis, ranges: Ranges, decisions: Mapping[str, Compiled]) -> Json:
    """The answers by their ids; numbers as ranges; of a needed decision's numbers those that it can give."""
    domain = axis.domain
    if domain.kind != "integer":
        ids = _ids(domain)
        return [ids[place] for place in positions(ranges)]
    if axis.decision:
        given = decisions[axis.decision].diagram.regions()
        numbers = {value for _, outcome in given for value in first_values(outcome, many=False)}
        return [one for one in (domain.answer(place) for place in positions(ranges)) if one in numbers]
    return [[domain.low + low * domain.step, domain.low + high * domain.step] for low, high in ranges]


def _promise(guarantee: Guarantee, decision: Compiled) -> dict[str, Json]:
    axes = {axis.id: axis for axis in decision.table.axes}
    cells = {id: _cell(axes[id], parse_cell(cell, axes[id].domain), {}) for id, cell in guarantee.when.items()}
    return {"id": guarantee.id, "when": cells, **dict(_promised(guarantee, axes))}


def _promised(guarantee: Guarantee, axes: Mapping[str, Axis]) -> Iterator[tuple[str, Json]]:
    if guarantee.never is not None:
        yield "never", guarantee.never
    if guarantee.always is not None:
        yield "always", guarantee.always
    if guarantee.monotone is not None:
        domain = axes[guarantee.monotone.input].domain
        yield "along", guarantee.monotone.input
        yield "order", [] if domain.kind == "integer" else guarantee.monotone.order or _ids(domain)
        yield "outcomes", guarantee.monotone.outcomes


def _words(decision: Compiled) -> dict[str, Json]:
    record = decision.record
    return {
        "title": record.title,
        "questions": {
            id: {
                "ask": question.ask,
                "answers": dict(question.options),
                "signs": [sign.ask for signs in question.screens.values() for sign in signs],
            }
            for id, question in decision.questions.items()
        },
        "results": {
            id: {"heading": one.heading, "means": one.means, "do": one.do, "raise": one.raise_}
            for id, one in record.outcomes.items()
        },
        "rules": {rule.id: rule.because for rule in record.rules},
        "promises": {one.id: one.says for one in record.guarantees},
    }


def code(outputs: Sequence[OutputColumn], values: Values) -> Json:
    """A result as a certificate names it: by its place among the values of each output, or as its number."""
    cells = zip(outputs, values, strict=True)
    return [column.values.index(value) if isinstance(value, str) else value for column, value in cells]
