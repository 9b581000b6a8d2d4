"""A small decision on a page of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType

from macros.records import Hazard
from macros.render.decisions.rows import decision_rows
from macros.render.page.context import PageContext
from tests.decisions.making import asked, compiled, example
from tests.render.making import HERE, TODAY, claim, library, source

ROWS = "rows.md"  # the page with the table
GO_OR_STOP = f"""
hit_policy: first
inputs:
  - id: pain
    short: Pain
    ask: Does it hurt?
    why: Pain comes first.
    signs: [at-night, at-rest]
    help: "<b>At rest</b> counts."
    options: {{no: "No", yes: "Yes", not-sure: {{label: Not sure, as: yes}}}}
{asked("far", 'range: "[0.0..10.0]", unit: km')}
rules:
  - {{id: hurts, when: {{pain: yes}}, then: stop, because: It hurts., claims: [marathons], hazards: [H01]}}
  - {{id: long, when: {{far: "> 5"}}, then: stop, because: It is far.}}
  - {{id: short, when: {{}}, then: go, because: Nothing speaks against it.}}
outcomes:
  stop: {{urgency: today, heading: Stop here, means: It means stop., do: [Do not run.], raise: [When it began.]}}
  go: {{urgency: start, heading: Go on, means: It means go., pages: [{HERE}]}}
guarantees:
  - {{id: pain-stops, says: Pain always stops, when: {{pain: yes}}, always: [stop], hazards: [H01]}}
examples:
{example({"pain": "yes"}, "stop")}{example({"pain": "no", "far": 5.1}, "stop")}{example({"pain": "no", "far": 5}, "go")}
"""


HAZARD = Hazard.model_validate(
    {
        "id": "H01",
        "title": "Someone runs on pain",
        "cause": "A cause",
        "effect": "An effect",
        "before": {"severity": 4, "likelihood": 3},
        "controls": [{"kind": "design", "what": "A control"}],
        "evidence": "A test",
        "after": {"severity": 1, "likelihood": 2},
        "reviewed": "2026-11-22",
        "review_due": "2027-11-22",
    }
)


def page_with(**texts: str) -> PageContext:
    made = compiled(**texts)
    books = library(
        source(),
        claim(id="marathons"),
        HAZARD,
        pages={HERE: '{{ decision("test") }}', ROWS: '{{ decision_rows("test") }}'},
    )
    records = MappingProxyType({id: one.record for id, one in made.items()})
    return PageContext(
        replace(books, decisions=records, compiled=MappingProxyType(made)), HERE, directory_urls=True, today=TODAY
    )


def table_of(page: PageContext) -> str:
    """The table of the decision, on the page that shows it."""
    return decision_rows(replace(page, path=ROWS), "test")


def text_of(markup: str) -> str:
    """What is read, without the tool, which only lives with its script."""
    markup = re.sub(r"<div class=\"decision__tool\".*?</decision-tool>", "", markup, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup))
