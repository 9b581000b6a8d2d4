"""The tables of a tool on the page that says how it works: every row, and results that lead to the page of the tool."""

from __future__ import annotations

import re

from macros.render.decisions.tool import decision
from tests.decisions.making import asked, example, outcomes
from tests.render.making import HERE

from .making import GO_OR_STOP, page_with, table_of

EXTRAS = f"""
hit_policy: collect
inputs:
  - {{id: result, decision: test, short: Result}}
{asked("food", "options: {no: 'No', yes: 'Yes'}")}
rules:
  - {{id: eat, when: {{result: not(stop), food: yes}}, then: eat-more, because: Food counts}}
{outcomes("eat-more")}
examples:
{example({"pain": "no", "far": 1, "food": "yes"}, "[eat-more]")}
"""


def test_each_row_stands_there_once_and_its_result_leads_to_the_tool() -> None:
    markup = table_of(page_with(test=GO_OR_STOP))
    assert re.findall(r'data-rule="([^"]*)"', markup) == ["hurts", "long", "short"]
    there = f"../{HERE.removesuffix('.md')}/#test-outcome-"
    assert re.findall(r'data-label="Result"><a href="([^"]*)"', markup) == [
        f"{there}{id}" for id in ("stop", "stop", "go")
    ]


def test_the_tool_leads_to_the_row_on_that_page_and_repeats_no_table() -> None:
    markup = decision(page_with(test=GO_OR_STOP), "test")
    assert "<table" not in markup
    assert re.search(r'<p class="tool__row"><a data-part="row" href="[^"#]+/rows/#test-table">', markup)


def test_a_tool_whose_table_no_page_shows_leads_to_none() -> None:
    page = page_with(test=GO_OR_STOP, other=GO_OR_STOP.replace("go", "walk"))
    assert '<p class="tool__row" hidden>' in decision(page, "other")


def test_what_comes_on_top_has_its_results_below_the_tool_and_its_table_and_questions_on_that_page() -> None:
    page = page_with(test=GO_OR_STOP + "with: [extras]\n", extras=EXTRAS)
    tool, tables = decision(page, "test"), table_of(page)
    assert 'id="extras-outcome-eat-more"' in tool
    assert re.search(r'href="[^"#]+/rows/#extras-table"', tool)
    assert "Why we ask: because" in tables
    assert 'id="extras-rule-eat"' in tables
    assert "#extras-outcome-eat-more" in tables
    assert 'href="#extras-outcome' not in tables
