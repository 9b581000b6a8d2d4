"""Each sign beside each tool: which question asks it, and the least that comes out with it; or why it is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...records import Ruled, Sign
from ..diagram.compiled import Compiled
from ..tables.table import Question
from .signs import Tools, is_among, results_with


@dataclass(frozen=True)
class Asks:
    """Questions that ask about a sign, and over all other answers the least careful result with it."""

    questions: tuple[str, ...]
    least: str
    allows: tuple[Ruled, ...]  # what any result with it leads to


@dataclass(frozen=True)
class AskedBefore:
    """A tool that readers come from has asked."""

    tool: str


@dataclass(frozen=True)
class LeavesOut:
    """A tool, or one that comes before it, leaves the sign out, for a reason."""

    tool: str
    because: str


@dataclass(frozen=True)
class NeedsNot:
    """A tool leads to nothing that the sign rules out of running and jumping."""


Beside = Asks | AskedBefore | LeavesOut | NeedsNot


def beside(tools: Tools, decision: Compiled, sign: Sign) -> Beside:
    """How a tool meets a sign."""
    asked = list(_asking(tools, decision, sign))
    if asked:
        order = list(decision.record.outcomes)
        found = {id for question, answer in asked for id in results_with(decision, question, answer)}
        results = [id for id in order if id in found]
        allows = {what for id in results for what in decision.record.outcomes[id].allows or ()}
        questions = tuple(dict.fromkeys(question.id for question, _ in asked))
        return Asks(questions, results[-1], tuple(what for what in Ruled if what in allows))
    return _without_asking(tools, decision, sign) or NeedsNot()


def _asking(tools: Tools, decision: Compiled, sign: Sign) -> Iterator[tuple[Question, str]]:
    """Each question and answer that says that the sign is there, itself or by all its parts."""
    if not is_among(sign, tools.asked_itself(decision)):
        return
    for question in decision.questions.values():
        for answer, named in tools.named(decision, question).items():
            if named & {sign.id, *sign.parts}:
                yield question, answer


def _without_asking(tools: Tools, decision: Compiled, sign: Sign) -> Beside | None:
    before = [tools.decisions[one.decision] for one in decision.record.after]
    if is_among(sign, tools.asked_itself(decision)):
        return None  # on another day
    if is_among(sign, tools.asked(decision)):
        tool = next(tool for tool in before if is_among(sign, tools.asked(tool)))
        found = _without_asking(tools, tool, sign) if not is_among(sign, tools.asked_itself(tool)) else None
        return found if isinstance(found, AskedBefore) else AskedBefore(tool.id)
    left_out = next((one for one in decision.record.leaves_out if one.names(sign)), None)
    if left_out:
        return LeavesOut(decision.id, left_out.because)
    found_before = (_without_asking(tools, tool, sign) for tool in before)
    return next((found for found in found_before if found is not None), None)
