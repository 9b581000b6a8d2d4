"""The click path: every question with where its answers lead."""

from __future__ import annotations

from macros.render.decisions.tool import decision
from tests.decisions.making import asked, example, outcomes

from .making import page_with, text_of


def test_the_click_path_names_questions_signs_answers_and_where_they_lead(markup: str) -> None:
    text = text_of(markup)
    assert "Step 1 Does it hurt?" in text
    assert "at night" in text
    assert "Why we ask: Pain comes first." in text
    assert "No Go to step 2" in text
    assert '<a href="#test-step-2">step 2</a>' in markup
    assert '<strong class="decision-step__answer">Yes or Not sure</strong>' in markup
    assert '<a href="#test-outcome-stop">Stop here</a>' in markup
    assert "5 km or less Result: Go on" in text
    assert "5.1 km or more Result: Stop here" in text


def test_a_derived_value_says_how_it_is_worked_out() -> None:
    page = page_with(
        test=f"""
hit_policy: unique
inputs:
{asked("last", 'range: "[1..50]"')}{asked("next", 'range: "[1..50]"')}
  - {{id: jump, short: Jump, value: 0 - (0 - next * 100) // last, range: "[2..5000]", unit: "%"}}
rules:
  - {{id: small, when: {{jump: "<= 110"}}, then: a, because: Small}}
  - {{id: large, when: {{jump: "> 110"}}, then: b, because: Large}}
{outcomes("b", "a")}
shows: [{{id: most, label: The most, value: last * 11 // 10, unit: km}}]
examples:
{example({"last": 10, "next": 11}, "a")}{example({"last": 10, "next": 12}, "b")}
"""
    )
    text = text_of(decision(page, "test"))
    assert "Work out: Jump" in text
    assert "next? × 100 ÷ last?, rounded up." in text
    assert "110% or less Result: A" in text
    assert "The most: last? × 11 ÷ 10, rounded down." in text
