"""Changes that make the guide less careful for somebody, one at a time: what `tools/audit/sabotage.py` tries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from macros.checks.doing.signs import tools_of
from macros.decisions.across.signs import SPEEDS
from macros.decisions.space.conditions import parse_cell
from macros.decisions.space.regions import Box, everything, intersection
from macros.decisions.tables.evaluate import first_values
from macros.decisions.tables.search import Search
from macros.library import Library
from macros.records import Asking, HitPolicy, HowFast, Region, Ruled
from macros.records.sign import screens_of

_SLOWER = (HowFast.TODAY, HowFast.DAYS, HowFast.ASK_FIRST)


@dataclass(frozen=True)
class Change:
    """The guide with one change, in words."""

    says: str
    library: Library


def less_careful_results(library: Library) -> Iterator[Change]:
    """Each row of a deciding table, turned to the next less careful result."""
    for id, decision in library.decisions.items():
        order = list(decision.outcomes)
        if decision.hit_policy is HitPolicy.COLLECT or not order:
            continue
        for index, rule in enumerate(decision.rules):
            place = order.index(str(rule.then))
            if rule.when and place + 1 < len(order):
                rules = _with(decision.rules, index, then=order[place + 1])
                yield _changed(library, f"{id}: {rule.id} gives {order[place + 1]}", "decisions", id, rules=rules)


def less_careful_stand_ins(library: Library) -> Iterator[Change]:
    """Each answer that stands for another, turned to each other one with which somebody comes off worse."""
    for kind, id, at, asking in _questions(library):
        asked = [(id, asking.id)] if kind == "decisions" else _asking(library, id)
        answers = asking.options or {}
        for key, option in answers.items():
            for other, another in answers.items():
                if not option.stands_for or another.stands_for or other == option.stands_for:
                    continue
                if any(_harms_somebody(library, tool, name, option.stands_for, other) for tool, name in asked):
                    options = {**answers, key: option.model_copy(update={"stands_for": other})}
                    yield _asked(library, f"{asking.id}.{key} stands for {other}", kind, id, at, options=options)


def slower_signs(library: Library) -> Iterator[Change]:
    """Each sign one step slower."""
    for id, sign in library.signs.items():
        slower = next((one for one in _SLOWER if SPEEDS[one] < SPEEDS[sign.urgency]), None)
        if slower:
            yield _changed(library, f"{id} is {slower.value}", "signs", id, urgency=slower)


def signs_that_rule_out_nothing(library: Library) -> Iterator[Change]:
    """Each sign without what it rules out."""
    for id, sign in library.signs.items():
        if sign.rules_out:
            yield _changed(library, f"{id} rules out nothing", "signs", id, rules_out=())


def signs_for_fewer(library: Library) -> Iterator[Change]:
    """Each sign for some people alone, and at some times alone."""
    for id, sign in library.signs.items():
        for field in ("who", "when"):
            if getattr(sign, field) is None:
                yield _changed(library, f"{id} has `{field}`", "signs", id, **{field: "in the rain"})


def signs_that_leave_a_question(library: Library) -> Iterator[Change]:
    """Each sign, taken out of each question."""
    for kind, id, at, asking in _questions(library):
        for name in dict.fromkeys(asking.named):
            yield _asked(library, f"{id}: {asking.id} lists {name} no more", kind, id, at, **_without(asking, name))


def signs_that_move_and_go(library: Library) -> Iterator[Change]:
    """Each sign moved to each other place, and taken out of every question."""
    for name in library.signs:
        gone = library
        for kind, id, at, asking in _questions(library):
            if name in asking.named:
                gone = _asked(gone, "", kind, id, at, **_without(asking, name)).library
        for place in Region if gone is not library else ():
            if place is not library.signs[name].where:
                yield _changed(gone, f"{name} is at {place.value} and asked no more", "signs", name, where=place)


def signs_that_become_part_and_go(library: Library) -> Iterator[Change]:
    """Each sign of a question made part of the one beside it, which alone stays."""
    for kind, id, at, asking in _questions(library):
        names = list(dict.fromkeys(asking.named))
        for place, name in enumerate(names):
            if len(names) > 1:
                whole = names[place - 1]
                gone = _asked(library, "", kind, id, at, **_without(asking, name)).library
                parts = (*library.signs[whole].parts, name)
                yield _changed(gone, f"{id}: {name} is a part of {whole} alone", "signs", whole, parts=parts)


def signs_that_leave_a_card(library: Library) -> Iterator[Change]:
    """Each sign, taken off each card."""
    for id, card in library.care_cards.items():
        for name in card.signs:
            left = tuple(one for one in card.signs if one != name)
            yield _changed(library, f"the card {id} without {name}", "care_cards", id, signs=left)


def cards_that_go(library: Library) -> Iterator[Change]:
    """Each card, taken away above each tool, beside each result and from each page."""
    for id, decision in library.decisions.items():
        for card in decision.care_cards:
            left = tuple(one for one in decision.care_cards if one != card)
            yield _changed(library, f"{id} without the card {card} above it", "decisions", id, care_cards=left)
        for name, outcome in decision.outcomes.items():
            if outcome.care_card:
                outcomes = {**decision.outcomes, name: outcome.model_copy(update={"care_card": None})}
                yield _changed(library, f"{id}.{name} without its card", "decisions", id, outcomes=outcomes)
    for path, page in library.pages.items():
        for call in page.calls if page.is_for_readers else ():
            if call.macro == "care_card":
                bare = replace(page, body=page.body.replace(f'care_card("{call.argument}")', "none()"))
                pages = MappingProxyType({**library.pages, path: bare})
                yield Change(f"{path} without the card {call.argument}", replace(library, pages=pages))


def not_sure_that_goes(library: Library) -> Iterator[Change]:
    """Each answer that stands for another, taken away."""
    for kind, id, at, asking in _questions(library):
        for key, option in (asking.options or {}).items():
            if option.stands_for and key == "not-sure":
                left = {name: one for name, one in (asking.options or {}).items() if name != key}
                yield _asked(library, f"{id}: {asking.id} without {key}", kind, id, at, options=left)


def _questions(library: Library) -> Iterator[tuple[str, str, int, Any]]:
    """Every question as it is written: its kind of record, the record's id, its place there, itself."""
    for id, fact in library.facts.items():
        yield "facts", id, 0, fact
    for id, decision in library.decisions.items():
        for index, item in enumerate(decision.inputs):
            if item.options:
                yield "decisions", id, index, item


def _asking(library: Library, fact: str) -> list[tuple[str, str]]:
    return [(one.id, item.id) for one in library.decisions.values() for item in one.inputs if item.fact == fact]


def _without(asking: Asking, name: str) -> dict[str, Any]:
    """The signs and options of a question without a sign."""
    screens = {heading: tuple(one for one in ids if one != name) for heading, ids in screens_of(asking.signs).items()}
    left = {heading: ids for heading, ids in screens.items() if ids}
    options = {
        key: option.model_copy(update={"signs": tuple(one for one in option.signs if one != name)})
        for key, option in (asking.options or {}).items()
    }
    return {"signs": left.get("", ()) if isinstance(asking.signs, tuple) else left, "options": options}


def _asked(library: Library, says: str, kind: str, id: str, at: int, **update: Any) -> Change:
    if kind == "facts":
        return _changed(library, says, kind, id, **update)
    return _changed(library, says, kind, id, inputs=_with(library.decisions[id].inputs, at, **update))


def _with(items: tuple[Any, ...], index: int, **update: Any) -> tuple[Any, ...]:
    return (*items[:index], items[index].model_copy(update=update), *items[index + 1 :])


def _changed(library: Library, says: str, kind: str, id: str, **update: Any) -> Change:
    records = library.kind(kind)
    fields: dict[str, Any] = {kind: MappingProxyType({**records, id: records[id].model_copy(update=update)})}
    return Change(says, replace(library, **fields))


def _harms_somebody(library: Library, id: str, question: str, before: str, after: str) -> bool:
    """Whether, with all other answers as they are, somebody gets slower help, or is led to more."""
    decision = library.compiled[id]
    place = next((place for place, axis in enumerate(decision.table.axes) if axis.id == question), None)
    if place is None or decision.record.hit_policy is HitPolicy.COLLECT or not decision.record.outcomes:
        return False
    tools = tools_of(library)

    def parts(answer: str) -> list[tuple[Box, int, set[Ruled]]]:
        domain = decision.table.axes[place].domain
        within = tuple(
            parse_cell(answer, domain) if at == place else everything(axis.domain.size)
            for at, axis in enumerate(decision.table.axes)
        )
        found = []
        for box, outcome in Search(decision.table, within).parts():
            result = decision.record.outcomes[str(first_values(outcome, many=False)[0])]
            rest = (*box[:place], *box[place + 1 :])
            found.append((rest, tools.speed(result), set(result.allows or ())))
        return found

    return any(
        (speed > later or further - allowed) and intersection(box, other) is not None
        for box, speed, allowed in parts(before)
        for other, later, further in parts(after)
    )
