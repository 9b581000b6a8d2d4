"""Journeys: a tool that a result leads to never allows more than the result did, on the same answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...records import Ruled
from ..diagram.compiled import Compiled
from ..proofs.flaw import Flaw
from ..space.regions import Box, intersection, say_box
from ..tables.evaluate import first_values
from ..tables.table import Question
from .agreement import WEIGHED, leading_to, places_of, shared_questions
from .signs import Tools


def journeys_that_gain(tools: Tools, decision: Compiled, tools_on: Mapping[str, Sequence[str]]) -> Iterator[Flaw]:
    """Results from which a link leads to a tool that then allows more. `tools_on` names the tools of each page."""
    if decision not in tools.deciding:
        return
    excused = {(id, one.to): index for index, one in enumerate(decision.record.leads_on) for id in one.results}
    needed: set[tuple[str, str]] = set()
    for id, name in links_to_tools(decision, tools_on):
        gain = next(_gains(decision, id, tools.decisions[name]), None)
        if gain is None:
            continue
        needed.add((id, name))
        if (id, name) not in excused:
            yield Flaw(
                ("outcomes", id, "pages"),
                f"this result leads to '{name}', which can then allow {gain[0].value}{gain[1]}",
                f"leave the page out, change a rule, or give the reason under `leads_on` (`to: {name}`)",
            )
    for one in sorted(excused.keys() - needed):
        yield Flaw(
            ("leads_on", excused[one]),
            f"the journey from '{one[0]}' to '{one[1]}' gains nothing",
            f"take '{one[0]}' out",
        )


def links_to_tools(decision: Compiled, tools_on: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Each result and each other tool that stands on a page which it links to."""
    for id, result in decision.record.outcomes.items():
        for page in result.pages:
            for name in tools_on.get(page.partition("#")[0], ()):
                if name != decision.id:
                    yield id, name


def _gains(decision: Compiled, id: str, other: Compiled) -> Iterator[tuple[Ruled, str]]:
    allowed = set(decision.record.outcomes[id].allows or ())
    carried = _carrying(decision, id, other)
    shared = [carried] if carried else shared_questions(decision, other)
    for what in WEIGHED:
        if what in allowed:
            continue
        theirs = leading_to(other, what, shared)
        for box in _here(decision, id, shared, carried):
            met = next((part for one in theirs if (part := intersection(box, one)) is not None), None)
            if met is not None:
                labels, domains = [question.short for question in shared], [question.domain for question in shared]
                yield what, f", with {say_box(met, labels, domains)}" if shared else ""
                break


def _carrying(decision: Compiled, id: str, other: Compiled) -> Question | None:
    """The question of the other tool that takes this tool's result, if it has one."""
    named = next((one.answer for one in other.record.after if one.decision == decision.id), None)
    question = other.questions.get(named or "")
    return question if question and question.domain.position(id) is not None else None


def _here(decision: Compiled, id: str, shared: Sequence[Question], carried: Question | None) -> list[Box]:
    """The answers to the shared questions with which this tool gives a result."""
    if carried is not None:
        position = carried.domain.position(id)
        assert position is not None  # so it was chosen
        return [(((position, position),),)]
    places = places_of(decision)
    boxes: dict[Box, None] = {}
    for box, outcome in decision.diagram.regions():
        if id in map(str, first_values(outcome, decision.table.many)):
            boxes[tuple(box[places[question.key]] for question in shared)] = None
    return list(boxes)
