"""From decision records to compiled decisions: domains, cells, expressions, graph. Then the proofs.

Everything that is text in a record is parsed here, once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...records import Decision, Problem, Sign
from ..diagram.compiled import Compiled
from ..proofs.flaw import Flaw
from ..proofs.moves import wrong_asking, wrong_moves, wrong_notes
from ..proofs.unsure import less_careful_when_unsure
from ..proofs.verify import verify
from ..space.cover import MOST_STEPS, TooIntertwined
from ..tables.table import Question
from ..versions.versions import version_problems
from .compiler import Compiler, PlaceOf


def compile_decisions(
    records: Mapping[str, Decision],
    place: PlaceOf,
    signs: Mapping[str, Sign] | None = None,
    facts: Mapping[str, Question] | None = None,
) -> tuple[dict[str, Compiled], list[Problem]]:
    """Every decision compiled and proved, and every problem found. `place(id, *path)` says where a field stands.

    `signs` are the warning signs that questions list, and `facts` (questions.py) what more than one decision asks. A
    question leaves out a sign that is not there; a decision that asks a fact that is not there is left out itself.
    """
    compiled, problems = only_compiled(records, place, signs, facts)
    return compiled, [*problems, *proofs(compiled, place)]


def only_compiled(
    records: Mapping[str, Decision],
    place: PlaceOf,
    signs: Mapping[str, Sign] | None = None,
    facts: Mapping[str, Question] | None = None,
) -> tuple[dict[str, Compiled], list[Problem]]:
    """As `compile_decisions`, without its proofs: for what was proved before (macros/proved.py)."""
    done: dict[str, Compiled] = {}
    problems: list[Problem] = []
    for id in _in_order(records, place, problems):
        compiler = Compiler(records[id], done, place, signs or {}, facts or {})
        compiled = compiler.compile()
        problems += compiler.problems
        if compiled is not None:
            done[id] = compiled
    return {id: done[id] for id in records if id in done}, problems


def proofs(done: Mapping[str, Compiled], place: PlaceOf) -> Iterator[Problem]:
    """What does not hold; and for what does, whether its history has a version with these very rules."""
    unproved: set[str] = set()
    unsure: set[str] = set()
    for id, compiled in done.items():
        try:
            found = [
                *verify(compiled),
                *wrong_moves(compiled),
                *wrong_notes(compiled),
                *wrong_asking(compiled),
                *less_careful_when_unsure(compiled, _mains(id, done), unsure),
            ]
        except TooIntertwined:
            found = [_too_intertwined()]
        unsure.update(flaw.about for flaw in found if flaw.about)
        yield from (Problem(place(id, *flaw.where), flaw.wrong, fix=flaw.fix) for flaw in found)
        needs = {item.decision for item in compiled.record.inputs if item.decision}
        if found or needs & unproved:
            unproved.add(id)
        else:
            yield from version_problems(id, compiled.record.history, compiled.fingerprint, place)


def _too_intertwined() -> Flaw:
    return Flaw(
        ("rules",),
        f"these rules are too intertwined to be proved: a search through them did not end in {MOST_STEPS:,} steps",
        "let neighbouring rules ask the same questions, or decide a part of it in a decision of its own",
    )


def _mains(id: str, done: Mapping[str, Compiled]) -> list[Compiled]:
    """The decisions that show this one below their own result."""
    return [compiled for compiled in done.values() if id in compiled.record.together_with]


_MOST_IN_A_CHAIN = 50


def _in_order(records: Mapping[str, Decision], place: PlaceOf, problems: list[Problem]) -> list[str]:
    """Ids with every required decision before the one that requires it; cycles are problems."""
    order: list[str] = []
    state: dict[str, str] = {}

    def visit(id: str, chain: tuple[str, ...]) -> None:
        if state.get(id) == "done" or id not in records:
            return
        if len(chain) > _MOST_IN_A_CHAIN:
            wrong = f"more than {_MOST_IN_A_CHAIN} decisions stand on each other here"
            problems.append(Problem(place(id, "inputs"), wrong, fix="ask the questions in fewer decisions"))
            return
        if state.get(id) == "open":
            circle = " → ".join([*chain[chain.index(id) :], id])
            problems.append(
                Problem(place(id, "inputs"), f"decisions require each other in a circle: {circle}", fix="cut it")
            )
            return
        state[id] = "open"
        for item in records[id].inputs:
            if item.decision:
                visit(item.decision, (*chain, id))
        state[id] = "done"
        order.append(id)

    for id in records:
        visit(id, ())
    return order
