"""The diagram of a table says for every combination what its rows say, and has no node that asks in vain."""

from itertools import pairwise
from math import prod

import pytest

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.diagram.diagram import Diagram, diagram_of
from macros.decisions.space.regions import everything, volume

from .. import oracle
from ..generated import POLICIES, generated
from ..making import one, outcomes, yes_no
from ..proofs.test_verify import rule, table

MADE = [
    decision
    for decision, _ in generated(12 * len(POLICIES), seed=1)
    if prod(axis.domain.size for axis in decision.table.axes) < 1000
]


def sizes(decision: Compiled) -> list[int]:
    return [axis.domain.size for axis in decision.table.axes]


def led_to(diagram: Diagram, combination: tuple[int, ...], start: int | None = None) -> object:
    """The outcome at the end of the way from a node, by default the root."""
    node = diagram.root if start is None else start
    while not diagram.is_leaf(node):
        branching = diagram.branching(node)
        node = branching.children[diagram.cover.axes[branching.axis].segment(combination[branching.axis])]
    return diagram.outcome(node)


@pytest.mark.parametrize("decision", MADE, ids=lambda decision: f"{decision.id}-{decision.table.policy}")
def test_the_diagram_gives_what_the_rows_give(decision: Compiled) -> None:
    whole = oracle.attainable(decision)
    expected = {combination: oracle.outcome(decision.table, combination) for combination in whole}
    assert {combination: led_to(decision.diagram, combination) for combination in whole} == expected
    found: dict[tuple[int, ...], object] = {}
    for box, outcome in decision.diagram.regions():
        for combination in oracle.members(box):
            assert combination not in found, "two regions share a combination"
            found[combination] = outcome
    assert {combination: found.get(combination) for combination in whole} == expected
    assert set(decision.diagram.outcomes_below(decision.diagram.root)) == set(expected.values())


@pytest.mark.parametrize("decision", MADE[:44], ids=lambda decision: decision.id)
def test_a_diagram_is_reduced_and_in_the_order_of_the_axes(decision: Compiled) -> None:
    diagram = decision.diagram
    nodes = diagram.reachable(diagram.root)
    assert len(set(nodes)) == len(nodes)
    contents = [diagram.nodes[node] for node in nodes]
    assert len(set(contents)) == len(contents), "two nodes say the same"
    for node in nodes:
        if not diagram.is_leaf(node):
            branching = diagram.branching(node)
            assert len(set(branching.children)) > 1, "a node asks what changes nothing"
            for child in branching.children:
                assert diagram.is_leaf(child) or diagram.branching(child).axis > branching.axis
                assert nodes.index(child) > nodes.index(node)
    asked = [diagram.branching(node).axis for node in nodes if not diagram.is_leaf(node)]
    assert all(before <= after for before, after in pairwise(asked))
    assert diagram.axes_below(diagram.root) == sorted(set(asked))


@pytest.mark.parametrize("decision", MADE[:33], ids=lambda decision: decision.id)
def test_ways_lead_every_answer_once_and_answers_that_lead_the_same_way_together(decision: Compiled) -> None:
    diagram = decision.diagram
    assert diagram.root in diagram.reachable(diagram.root)
    for node in diagram.reachable(diagram.root):
        if diagram.is_leaf(node):
            continue
        branching, ways = diagram.branching(node), diagram.ways(node)
        assert len({child for _, child in ways}) == len(ways)
        axis = diagram.cover.axes[branching.axis]
        led = {place: child for ranges, child in ways for low, high in ranges for place in range(low, high + 1)}
        assert led == {place: branching.children[axis.segment(place)] for place in range(axis.size)}
        assert [ranges[0][0] for ranges, _ in ways] == sorted(ranges[0][0] for ranges, _ in ways)


@pytest.mark.parametrize("decision", MADE[:44], ids=lambda decision: decision.id)
def test_a_restricted_diagram_gives_the_same_for_what_is_left(decision: Compiled) -> None:
    diagram, whole = decision.diagram, oracle.attainable(decision)
    assert whole and sizes(decision)
    for axis in range(len(sizes(decision))):
        position = sizes(decision)[axis] // 2
        fixed = [position if place == axis else None for place in range(len(sizes(decision)))]
        node = diagram.restricted(diagram.root, fixed)
        assert axis not in diagram.axes_below(node)
        here = [point for point in whole if point[axis] == position]
        for point in here:
            assert led_to(diagram, point, node) == oracle.outcome(decision.table, point)
        if not diagram.reach.links:  # else a part of the diagram is followed only together with other answers
            expected = {oracle.outcome(decision.table, point) for point in here}
            assert set(diagram.outcomes_below(node)) == expected
            assert diagram.is_leaf(node) == (len(expected) == 1)


@pytest.mark.parametrize("decision", MADE[:22], ids=lambda decision: decision.id)
def test_a_region_has_answers_that_lead_to_it(decision: Compiled) -> None:
    whole = oracle.attainable(decision)
    assert all(oracle.members(box) & whole for box, _ in decision.diagram.regions())


@pytest.mark.parametrize("decision", MADE[:22], ids=lambda decision: decision.id)
def test_the_boxes_of_an_outcome_hold_it_exactly(decision: Compiled) -> None:
    outcomes = list(decision.diagram.outcomes_below(decision.diagram.root))
    assert outcomes
    for outcome in outcomes:
        boxes = decision.diagram.boxes_of(outcome)
        held = set().union(*(oracle.members(box) for box in boxes))
        whole = oracle.attainable(decision)
        assert held & whole == {point for point in whole if oracle.outcome(decision.table, point) == outcome}
        assert sum(map(volume, boxes)) == len(held)


def test_equal_parts_are_one_node() -> None:
    """The second question is asked by one node, whichever of the two ways leads there."""
    inputs = yes_no("a", "b", "c")
    rules = (
        rule("one", "stop", a="yes", b="yes", c="yes")
        + rule("two", "stop", a="no", b="no", c="yes")
        + rule("rest", "go")
    )
    more = (
        "examples:\n"
        "  - {given: {a: yes, b: yes, c: yes}, then: stop}\n"
        "  - {given: {a: no, b: no, c: yes}, then: stop}\n"
        "  - {given: {a: no, b: yes}, then: go}\n"
    )
    decision = one(table("first", rules, inputs, outcomes("stop", "go"), more))
    diagram = decision.diagram
    asked = [diagram.branching(node).axis for node in diagram.reachable(diagram.root) if not diagram.is_leaf(node)]
    assert asked == [0, 1, 1, 2]
    assert diagram.boxes_of(("go",)) == [
        (((0, 0),), ((0, 0),), ((0, 0),)),
        (((0, 0),), ((1, 1),), everything(2)),
        (((1, 1),), ((0, 0),), everything(2)),
        (((1, 1),), ((1, 1),), ((0, 0),)),
    ]


def test_under_first_a_sure_rule_ends_the_work() -> None:
    """Rows below one that is certain to match are forgotten, so that they make no nodes of their own."""
    decision = next(made for made in MADE if made.table.policy == "first" and len(made.table.axes) > 1)
    rows = decision.table.rows
    sure = tuple(everything(axis.domain.size) for axis in decision.table.axes)
    certain = type(decision.table)(
        "certain",
        decision.table.axes,
        (type(rows[0])("sure", (sure,), rows[0].gives), *rows),
        decision.table.policy,
        decision.table.aggregation,
        decision.table.outputs,
        None,
    )
    assert len(diagram_of(certain).nodes) == 1
