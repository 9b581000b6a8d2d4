"""Ladders on a page: words for every session, a bar beside them, and large steps pointed out."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType

import pytest

from macros.decisions.proofs.moves import LARGE_STEP
from macros.render.doing.plan import in_words, minutes, plan
from tests.decisions.making import one
from tests.records.test_plan import plan as ladder
from tests.records.test_plan import run, session
from tests.render import making

# Half as much again and 3 minutes, or 8 minutes without a walk.
LARGE = """
hit_policy: rule order
inputs:
  - {id: jump, ask: Jump?, why: It counts, options: {no: No, yes: "Yes"}}
  - {id: percent, ask: Percent?, why: It counts, range: "[0..80]", unit: "%"}
  - {id: more, ask: More?, why: It counts, range: "[0..10]", step: 0.5, unit: minutes}
  - {id: unbroken, ask: Unbroken?, why: It counts, range: "[0..10]", step: 0.5, unit: minutes}
rules:
  - {id: jump, when: {jump: yes}, then: jump, because: A jump}
  - {id: rise, when: {percent: ">= 50", more: ">= 3"}, then: rise, because: A rise}
  - {id: long, when: {unbroken: ">= 8"}, then: long-step, because: Long}
outcomes:
  jump: {urgency: care, heading: Jump, means: Jump.}
  rise: {urgency: care, heading: Rise, means: Rise.}
  long-step: {urgency: care, heading: Long, means: Long.}
examples:
  - {given: {jump: yes, percent: 0, more: 0, unbroken: 0}, then: [jump], rule: jump}
  - {given: {jump: no, percent: 50, more: 3, unbroken: 0}, then: [rise], rule: rise}
  - {given: {jump: no, percent: 0, more: 0, unbroken: 8}, then: [long-step], rule: long}
"""


def shown(*weeks: list[dict[str, object]], **more: object) -> str:
    page = making.context(making.source(), making.claim(), ladder(*weeks, **more))
    page = replace(page, library=replace(page.library, compiled=MappingProxyType({LARGE_STEP: one(LARGE)})))
    return plan(page, "a-ladder")


@pytest.mark.parametrize(
    ("value", "words"), [(0.5, "½ minute"), (1.0, "1 minute"), (1.5, "1½ minutes"), (20.0, "20 minutes")]
)
def test_minutes_in_words(value: float, words: str) -> None:
    assert minutes(value) == words


def test_a_session_in_words() -> None:
    made = session({"walk": 5}, {"times": 5, "of": [{"run": 1.5}, {"walk": 2}]}, {"run": 1.5}, {"walk": 1})
    assert in_words(made) == ("Walk 5 minutes. 5 times: run 1½ minutes, walk 2 minutes. Run 1½ minutes, walk 1 minute.")


def test_each_session_has_its_sum_and_a_bar_that_is_not_announced() -> None:
    markup = shown([run(4, times=3)], [run(5), run(5)])
    bars = re.findall(r'<svg[^>]*class="plan__bar"[^>]*>', markup)
    assert len(bars) == 3
    assert all('aria-hidden="true"' in bar for bar in bars)
    assert "Week 1, 3 times" in markup
    assert "Week 2, session 2" in markup
    assert "<strong>4 minutes of running</strong>, without a walk" in markup


def test_the_first_and_the_last_session_stand_before_what_is_folded() -> None:
    before, folded = shown([run(4)], [run(5)], [run(6)]).split("<details", 1)
    assert "First session: Walk 5 minutes, run 4 minutes." in before
    assert "Last session: Walk 5 minutes, run 6 minutes." in before
    assert "data-print-open" in folded
    assert "Walk 5 minutes, run 5 minutes." in folded


def test_runs_are_high_and_walks_are_low() -> None:
    markup = shown([run(5)])
    run_block, walk_block = (re.search(f'<rect[^>]*class="plan__{kind}"[^>]*>', markup) for kind in ("run", "walk"))
    assert run_block
    assert walk_block
    assert 'height="1.1em"' in run_block[0]
    assert 'height="0.4em"' in walk_block[0]


def test_a_large_step_is_pointed_out_in_words() -> None:
    assert "Larger step: 75% more running than the session before." in shown([run(4)], [run(7)])
    assert "Larger step: 12 minutes more without a walk than the session before." in shown([run(8)], [run(20)])


@pytest.mark.parametrize(("before", "after"), [(2, 4), (20, 22), (7, 4), (8, 11.5), (6.5, 9.5)])
def test_a_small_step_is_not(before: float, after: float) -> None:
    assert "Larger step" not in shown([run(before)], [run(after)])


def test_the_largest_steps_stand_below_the_table() -> None:
    markup = shown([run(4)], [run(5)], counts="levels")
    assert "Running in a session grows most in level 2: from 4 minutes to 5 minutes, 25% more." in markup
    assert "Level 1, once" in markup
