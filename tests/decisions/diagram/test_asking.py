"""What is asked, and when it ends: over the answers that can be given, against trying all of them."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.diagram.path import Decided, decide
from macros.decisions.space.domain import Answer
from macros.decisions.space.regions import everything, normalised
from macros.decisions.tables.attainable import Reach, attainable
from macros.decisions.tables.evaluate import Outcome

from .. import oracle
from ..figures import figure
from ..generated import POLICIES, generated, some_answers
from ..making import asked, example, one, outcomes
from ..proofs.test_verify import rule, table

MADE = [made for made in generated(40 * len(POLICIES), seed=11) if made[0].combinations < 1500]
DERIVED = [made for made in MADE if any(axis.tree is not None for axis in made[0].table.axes)]
SHARES = (0, 0.5, 0.8)


def ways(decision: Compiled, answers: dict[str, Answer]) -> dict[tuple[int, ...], Outcome]:
    """What every way to answer the open questions gives, by the positions of these answers."""
    still = [(id, question.domain) for id, question in decision.questions.items() if id not in answers]
    return {
        places: oracle.told(
            decision, answers | {id: domain.answer(at) for (id, domain), at in zip(still, places, strict=True)}
        )
        for places in product(*(range(domain.size) for _, domain in still))
    }


def wanted(decision: Compiled, answers: dict[str, Answer]) -> tuple[set[Outcome], set[str]]:
    """The outcomes that are left, and the questions of which one answer more or less can change it."""
    found, matter = ways(decision, answers), set()
    for number, id in enumerate([id for id in decision.questions if id not in answers]):
        groups: dict[tuple[int, ...], set[Outcome]] = {}
        for places, outcome in found.items():
            groups.setdefault(places[:number] + places[number + 1 :], set()).add(outcome)
        if any(len(group) > 1 for group in groups.values()):
            matter.add(id)
    return set(found.values()), matter


def check(decision: Compiled, answers: dict[str, Answer]) -> None:
    possible, matter = wanted(decision, answers)
    run = decide(decision, answers)
    if isinstance(run, Decided):
        assert {run.outcome} == possible, answers
        assert set(run.used) <= set(answers)
    else:
        assert set(run.possible) == possible, answers
        assert set(run.matter) == matter, answers


def test_a_run_ends_as_soon_as_nothing_open_can_change_it_and_asks_only_what_can() -> None:
    for decision, chance in MADE:
        for share in SHARES:
            check(decision, some_answers(decision, chance, share))
    assert len(DERIVED) > 40


@pytest.mark.audit
@pytest.mark.parametrize("seed", range(8))
def test_a_run_ends_as_soon_as_nothing_open_can_change_it_in_thousands_of_tables(seed: int) -> None:
    runs = 0
    for decision, chance in generated(400, seed=100 + seed):
        if decision.combinations < 1500:
            for share in SHARES:
                check(decision, some_answers(decision, chance, share))
                runs += 1
    figure(
        f"partial answers, seed {seed}: runs that end and ask as by trying", f"{runs:,}", "at least 900, no difference"
    )
    assert runs >= 900


GREATER = (
    "inputs:\n"
    + asked("a", "range: '[0..9]'")
    + asked("b", "range: '[0..9]'")
    + "  - {id: most, value: 'max(a, b)', range: '[0..9]'}\n"
)


def greater() -> Compiled:
    rules = rule("much", "stop", most="> 5") + rule("rest", "go")
    said = "examples:\n" + example({"a": 9}, "stop") + example({"a": 1, "b": 2}, "go")
    return one(table("first", rules, GREATER, outcomes("stop", "go"), said))


def test_one_number_can_decide_what_two_are_read_for() -> None:
    run = decide(greater(), {"a": 9})
    assert run == Decided(("stop",), ("much",), ("a",))
    assert decide(greater(), {"b": 7}) == Decided(("stop",), ("much",), ("b",))


def test_a_number_that_another_makes_idle_is_not_asked_for() -> None:
    rules = rule("much", "stop", a="> 5") + rule("rest", "go", most="> 5") + rule("none", "stop")
    said = (
        "examples:\n" + example({"a": 9}, "stop") + example({"a": 1, "b": 9}, "go") + example({"a": 1, "b": 2}, "stop")
    )
    decision = one(table("first", rules, GREATER, outcomes("stop", "go"), said))
    assert isinstance(decide(decision, {"a": 9}), Decided)
    for value in range(6):
        run = decide(decision, {"a": value})
        assert not isinstance(run, Decided)
        assert run.matter == ("b",)


@pytest.mark.parametrize("number", range(len(DERIVED)))
def test_cells_of_linked_axes_are_those_that_answers_give(number: int) -> None:
    decision, chance = DERIVED[number]
    whole = oracle.attainable(decision)
    box = tuple(_some(chance, axis.domain.size) for axis in decision.table.axes)
    inside = {point for point in whole if oracle.in_box(point, box)}
    assert attainable(decision.table.axes, box) == bool(inside)
    starts = [column.starts for column in decision.diagram.cover.axes]
    reach = Reach(decision.table.axes, starts, box)
    for link, cells in zip(reach.links, reach.cells, strict=True):
        found = {
            tuple(decision.diagram.cover.axes[axis].segment(point[axis]) for axis in link.axes)
            for point in whole
            if all(any(low <= point[axis] <= high for low, high in box[axis]) for axis in link.axes)
        }
        assert set(cells) == found


def _some(chance: Random, size: int) -> tuple[tuple[int, int], ...]:
    if chance.random() < 0.4:
        return everything(size)
    low, high = sorted((chance.randrange(size), chance.randrange(size)))
    return normalised([(low, high)])


def test_cells_of_large_numbers_are_found_without_trying_them() -> None:
    inputs = (
        "inputs:\n"
        + asked("a", "range: '[0..100000000]'")
        + asked("b", "range: '[1..100000000]'")
        + "  - {id: share, value: 'a * 100 // b', range: '[0..10000000000]'}\n"
    )
    rules = rule("none", "stop", a="0") + rule("much", "stop", share="> 110") + rule("rest", "go")
    said = (
        "examples:\n"
        + example({"a": 0}, "stop")
        + example({"a": 9, "b": 1}, "stop")
        + example({"a": 1, "b": 100000000}, "go")
    )
    decision = one(table("first", rules, inputs, outcomes("stop", "go"), said))
    assert decision.combinations == 100000001 * 100000000
    assert decide(decision, {"b": 100000000, "a": 110999999}) != decide(decision, {"b": 1, "a": 1})
    (cells,) = decision.diagram.reach.cells
    assert sorted(cells) == [(0, 0), (1, 0), (1, 1)]


def test_what_is_answered_is_not_asked_again_though_the_rest_is_too_much_to_try() -> None:
    odd = "(a - a // 2 * 2) * b"
    inputs = "inputs:\n" + asked("a", "range: '[0..9999]'") + asked("b", "range: '[0..1]'")
    rules = rule("odd", "stop", d=">= 1") + rule("even", "go", d="<= 0")
    said = "examples:\n" + example({"a": 1, "b": 1}, "stop") + example({"a": 2}, "go")
    decision = one(
        table(
            "unique",
            rules,
            f"{inputs}  - {{id: d, value: '{odd}', range: '[-9998..9999]'}}\n",
            outcomes("stop", "go"),
            said,
        )
    )
    run = decide(decision, {"b": 1})
    assert not isinstance(run, Decided)
    assert run.matter == ("a",)
