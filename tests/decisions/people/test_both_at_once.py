"""Both at once gives the more careful of two decisions: shown over every combination, not by its guarantees alone."""

from __future__ import annotations

from itertools import product

from macros.decisions.diagram.compiled import Compiled

from ..guide import guide

# How the results of the two sides are called where they meet. Any other result has the same name there.
_CALLED = {
    "ask-the-team": "ask-first",
    "low-impact-first": "ask-first",
    "staged-impact": "careful-stages",
    "calm-joints": "careful-stages",
    "gradual-impact": "gentle-start",
    "watch-the-joint": "gentle-start",
    "usual-impact": "usual-start",
    "no-joint-limit": "usual-start",
}


def test_the_result_is_the_more_careful_of_bones_and_joints() -> None:
    both, bones, joints = (guide()[id] for id in ("which-advice-wins", "impact-ceiling", "joint-ceiling"))
    careful = list(both.record.outcomes)  # most careful first
    ids = [axis.id for axis in both.table.axes]
    every = list(product(*(range(axis.domain.size) for axis in both.table.axes)))
    assert len(every) > 10_000
    for places in every:
        answers = dict(zip(ids, places, strict=True))
        sides = [careful.index(_CALLED.get(side, side)) for side in (_said(bones, answers), _said(joints, answers))]
        assert careful.index(_said(both, answers)) == min(sides), answers


def test_every_result_of_a_side_has_a_place_where_they_meet() -> None:
    both = guide()["which-advice-wins"]
    for side in ("impact-ceiling", "joint-ceiling"):
        outcomes = [_CALLED.get(name, name) for name in guide()[side].record.outcomes]
        assert outcomes == sorted(outcomes, key=list(both.record.outcomes).index), side


def _said(decision: Compiled, places: dict[str, int]) -> str:
    """The outcome at a position on each axis, read off the diagram."""
    diagram, node = decision.diagram, decision.diagram.root
    while not diagram.is_leaf(node):
        branching = diagram.branching(node)
        place = places[decision.table.axes[branching.axis].id]
        node = branching.children[diagram.cover.axes[branching.axis].segment(place)]
    values = diagram.outcome(node)
    assert values is not None
    return str(values[0])
