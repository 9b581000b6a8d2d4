"""The browser's engine and Python's say the same, for every decision and every combination of answers.

Where a decision has more than some millions of combinations because "Not sure" stands for another answer in many
questions, every combination of different answers is compared, and in each of them every single stand-in.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros.decisions.compiled import Compiled
from macros.decisions.path import Decided, decide, what_would_change
from macros.decisions.regions import positions
from macros.export.browser import tool_data
from macros.library import Library, load_library
from tests.browser.expectations import Every, every_combination, path_states, some_combinations

ROOT = Path(__file__).parents[2]
COMPARE = (Path(__file__).parent / "every_combination.js").read_text(encoding="utf-8")
DECISIONS = sorted(path.stem for path in (ROOT / "data" / "decisions").glob("*.yml"))

# Above this many combinations, stand-ins are put in one at a time.
MOST_COMBINATIONS = 2_000_000
# Where a number has very many answers, "what would change it" is compared for this many combinations.
MOST_CHANGES = 100_000
SOME_CHANGES = 1_000


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(ROOT)


@pytest.fixture(scope="module")
def expected(library: Library) -> dict[str, Every]:
    return {id: every_combination(compiled) for id, compiled in library.compiled.items()}


@pytest.mark.parametrize("id", DECISIONS)
def test_every_combination_gives_the_same_in_the_browser(
    page: Page, library: Library, expected: dict[str, Every], id: str
) -> None:
    page.goto("/about/privacy/")
    compiled, every = library.compiled[id], expected[id]
    literal = compiled.combinations <= MOST_COMBINATIONS
    size = len(every.index)
    spread = 1 if size <= MOST_CHANGES else max(1, size // SOME_CHANGES) | 1
    found = page.evaluate(
        f"given => {COMPARE}.combinations(given)",
        {
            "tool": tool_data(compiled, library.compiled),
            "every": every.for_browser(),
            "literal": literal,
            "spread": spread,
        },
    )
    assert found["wrong"] == []
    assert found["compared"] >= (compiled.combinations if literal else size)
    assert found["changed"] >= size // spread


@pytest.mark.parametrize("id", DECISIONS)
def test_every_state_of_the_path_is_the_same_in_the_browser(page: Page, library: Library, id: str) -> None:
    page.goto("/about/privacy/")
    compiled = library.compiled[id]
    states = path_states([compiled, *(library.compiled[other] for other in compiled.record.together_with)])
    found = page.evaluate(
        f"given => {COMPARE}.path(given)", {"tool": tool_data(compiled, library.compiled), "states": states}
    )
    assert found["wrong"] == []
    assert found["compared"] == len(states) > 1


@pytest.mark.parametrize("id", DECISIONS)
def test_what_the_browser_is_compared_with_is_what_python_decides(
    library: Library, expected: dict[str, Every], id: str
) -> None:
    """The packed expectations, read off the rows, are those of decide() and what_would_change()."""
    compiled, every = library.compiled[id], expected[id]
    for number, answers in some_combinations(compiled, 60 if len(every.index) <= MOST_CHANGES else 5):
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
