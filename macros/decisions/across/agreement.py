"""Agreement between tools: nobody is led to run by one tool whom another one, on the same answers, never leads there.

Only what both tools know counts: questions with the same answers and the same signs. What only one of them asks may
make it stricter or less strict; that is what it asks it for. The answers for which a tool can lead somewhere are laid
onto the shared questions (a projection of boxes), and those of the other tool are taken away (differences of boxes).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...records import Ruled
from ..diagram.compiled import Compiled
from ..proofs.flaw import Flaw
from ..space.regions import Box, difference, say_box
from ..tables.evaluate import first_values
from ..tables.table import Question
from .signs import Tools

# To load a limb is what walking and strength do too: tools differ in it on purpose.
WEIGHED = (Ruled.RUN, Ruled.JUMP)


def disagreements(tools: Tools, decision: Compiled) -> Iterator[Flaw]:
    """Where this tool leads to what another one, on the same answers, never does; and exceptions no longer needed."""
    needed: set[str] = set()
    excused = {one.from_: index for index, one in enumerate(decision.record.differs)}
    for other in tools.deciding:
        if other is decision or decision not in tools.deciding:
            continue
        found = next(_differing(decision, other), None)
        if found is None:
            continue
        needed.add(other.id)
        if other.id not in excused:
            what, box, shared = found
            said = say_box(box, [question.short for question in shared], [question.domain for question in shared])
            yield Flaw(
                ("outcomes",),
                f"with {said}: this can lead to {what.value}, and '{other.id}' never does",
                f"change a rule of one of the two, or give the reason under `differs` (`from: {other.id}`)",
            )
    for id, index in excused.items():
        if id not in needed:
            yield Flaw(("differs", index), f"this tool never leads further than '{id}'", "delete the exception")


def _differing(decision: Compiled, other: Compiled) -> Iterator[tuple[Ruled, Box, Sequence[Question]]]:
    shared = shared_questions(decision, other)
    if not shared:
        return
    for what in WEIGHED:
        theirs = leading_to(other, what, shared)
        if theirs:  # a tool that never leads there says nothing about it
            for box in leading_to(decision, what, shared):
                left = [box]
                for taken in theirs:
                    left = [part for one in left for part in difference(one, taken)]
                yield from ((what, part, shared) for part in left)


def shared_questions(decision: Compiled, other: Compiled) -> list[Question]:
    """The questions that both tools ask, as the first asks them."""
    theirs = {one.key: one for one in _on_axes(other)}
    return [one for one in _on_axes(decision) if _same(one, theirs.get(one.key))]


def _on_axes(decision: Compiled) -> list[Question]:
    axes = {axis.id for axis in decision.table.axes}
    return [one for id, one in decision.questions.items() if id in axes]


def _same(question: Question, other: Question | None) -> bool:
    """Whether two tools ask the same, so that one answer is an answer in both."""
    return (
        other is not None
        and question.domain == other.domain
        and [sign.id for sign in question.signs] == [sign.id for sign in other.signs]
    )


def leading_to(decision: Compiled, what: Ruled, shared: Sequence[Question]) -> list[Box]:
    """The answers to some questions with which a tool can lead somewhere, whatever its others say."""
    places = places_of(decision)
    boxes: dict[Box, None] = {}
    for box, outcome in decision.diagram.regions():
        ids = map(str, first_values(outcome, decision.table.many))
        if any(what in (decision.record.outcomes[id].allows or ()) for id in ids if id in decision.record.outcomes):
            boxes[tuple(box[places[question.key]] for question in shared)] = None
    return list(boxes)


def places_of(decision: Compiled) -> dict[str, int]:
    """Where the answers to each question stand in a box, by what is one for all tools that ask the same."""
    return {
        decision.questions[axis.id].key: place
        for place, axis in enumerate(decision.table.axes)
        if axis.id in decision.questions
    }
