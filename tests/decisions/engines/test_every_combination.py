"""The script's engine and Python's say the same, for every decision and every combination of answers.

Node runs the script that readers get, and a real browser runs one decision of it too (tests/browser).

Where a decision has more than some millions of combinations because "Not sure" stands for another answer in many
questions, every combination of different answers is compared, and in each of them every single stand-in. Where numbers
make very many, those beside another result are compared, and each 101st; `make audit` compares them all.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.diagram.path import Decided, decide, what_would_change
from macros.decisions.space.regions import positions
from macros.export.browser import tool_data
from macros.library import Library

from ..expectations import Every, every_combination, path_states, some_combinations
from ..node import run_script

ROOT = Path(__file__).parents[3]
DECISIONS = sorted(path.stem for path in (ROOT / "data" / "decisions").glob("*.yml"))

# Above this many combinations, stand-ins are put in one at a time.
MOST_COMBINATIONS = 2_000_000
# Above this many, which only numbers make: those at which the result turns into another, and each 101st. In
# `make audit` all of them.
MOST_PLACES = 500_000
# "What would change it" is compared for so many; in `make audit` for all, unless they are more than the most.
MOST_CHANGES = 100_000
SOME_CHANGES = 1_000


@pytest.fixture(scope="module")
def expected(library: Library) -> Callable[[str], Every]:
    return functools.cache(lambda id: every_combination(library.compiled[id]))


@pytest.mark.parametrize("id", DECISIONS)
def test_every_combination_gives_the_same_in_the_script(
    library: Library, expected: Callable[[str], Every], id: str
) -> None:
    compiled, every = library.compiled[id], expected(id)
    _same_results(compiled, every, combinations(library, compiled, every))


@pytest.mark.audit
@pytest.mark.parametrize("id", DECISIONS)
def test_every_combination_gives_the_same_in_the_script_however_many(
    library: Library, expected: Callable[[str], Every], id: str
) -> None:
    compiled, every = library.compiled[id], expected(id)
    spread = 1 if len(every.index) <= MOST_CHANGES else max(1, len(every.index) // SOME_CHANGES) | 1
    _same_results(compiled, every, {**combinations(library, compiled, every), "sparse": 1, "spread": spread})


def _same_results(compiled: Compiled, every: Every, given: Mapping[str, Any]) -> None:
    found, size = run("combinations", given), len(every.index)
    assert found["wrong"] == []
    assert found["compared"] >= (compiled.combinations if given["literal"] else size) // given["sparse"] > 1
    assert found["changed"] >= size // given["spread"] > 0


@pytest.mark.parametrize("id", DECISIONS)
def test_every_state_of_the_path_is_the_same_in_the_script(library: Library, id: str) -> None:
    _same_states(path(library, library.compiled[id], SOME_CHANGES // 3))


@pytest.mark.audit
@pytest.mark.parametrize("id", DECISIONS)
def test_what_would_change_every_result_of_the_path_is_the_same_in_the_script(library: Library, id: str) -> None:
    _same_states(path(library, library.compiled[id]))


def _same_states(given: Mapping[str, Any]) -> None:
    found = run("path", given)
    assert found["wrong"] == []
    assert found["compared"] == len(given["states"]) > 1
    assert found["changed"] == sum("changes" in run for state in given["states"] for run in state["runs"]) > 0


def combinations(library: Library, compiled: Compiled, every: Every) -> dict[str, Any]:
    """What every_combination.js takes, to compare results and what would change them."""
    size = len(every.index)
    return {
        "tool": tool_data(compiled, library.compiled),
        "every": every.for_browser(),
        "literal": compiled.combinations <= MOST_COMBINATIONS,
        "sparse": 1 if size <= MOST_PLACES else 101,
        "spread": max(1, size // SOME_CHANGES) | 1,
    }


def path(library: Library, compiled: Compiled, changes: int | None = None) -> dict[str, Any]:
    """What every_combination.js takes, to compare every state that a reader can come to, and so many changes."""
    together = [compiled, *(library.compiled[other] for other in compiled.record.together_with)]
    return {"tool": tool_data(compiled, library.compiled), "states": path_states(together, changes)}


def run(what: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """What the script finds in Node."""
    (found,) = run_script("engines/every_combination.mjs", [json.dumps([what, given])])
    return dict(json.loads(found))


@pytest.mark.parametrize("id", DECISIONS)
def test_what_the_script_is_compared_with_is_what_python_decides(
    library: Library, expected: Callable[[str], Every], id: str
) -> None:
    """The packed expectations, read off the rows, are those of decide() and what_would_change()."""
    compiled, every = library.compiled[id], expected(id)
    some = list(some_combinations(compiled, 60 if len(every.index) <= MOST_CHANGES else 5))
    assert some
    for number, answers in some:
        run = decide(compiled, answers)
        assert isinstance(run, Decided)
        assert (run.outcome, run.rules, run.used) == every.results[every.index[number]], answers
        changes = {
            (change.question, position): change.outcome
            for change in what_would_change(compiled, answers)
            for position in positions(change.ranges)
        }
        assert changes == _neighbours(compiled, every, number, run.used), answers


def _neighbours(compiled: Compiled, every: Every, number: int, used: Sequence[str]) -> dict[tuple[str, int], object]:
    """What every single different answer to a question that was used gives, where that is something else."""
    now, found, stride = every.results[every.index[number]][0], {}, 1
    for id in reversed(every.questions):
        size = compiled.questions[id].domain.size
        here = number // stride % size
        for position in range(size) if id in used else ():
            outcome = every.results[every.index[number + (position - here) * stride]][0]
            if outcome != now:
                found[id, position] = outcome
        stride *= size
    return found
