"""A decision as markup: the click path, the results, the rows, and what the script gets."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from types import MappingProxyType

import pytest

from macros.decisions.space.domain import Domain
from macros.decisions.space.expressions import Tree
from macros.decisions.tables.table import Axis, Question
from macros.export.answers import accepted, formula
from macros.export.decision_parts import question_view
from macros.records import Hazard
from macros.render.decisions.tool import decision, decision_built
from macros.render.page.context import PageContext
from tests.decisions.making import asked, compiled, example, outcomes
from tests.render.making import HERE, TODAY, claim, library, source

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
    books = library(source(), claim(id="marathons"), HAZARD, pages={HERE: '{{ decision("test") }}'})
    records = MappingProxyType({id: one.record for id, one in made.items()})
    return PageContext(
        replace(books, decisions=records, compiled=MappingProxyType(made)), HERE, directory_urls=True, today=TODAY
    )


@pytest.fixture(scope="module")
def markup() -> str:
    return decision(page_with(test=GO_OR_STOP), "test")


def text_of(markup: str) -> str:
    """What is read, without the tool, which only lives with its script."""
    markup = re.sub(r"<div class=\"decision__tool\".*?</decision-tool>", "", markup, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup))


def test_it_is_one_block_without_blank_lines_and_every_element_is_closed(markup: str) -> None:
    assert markup.startswith('<div class="decision" id="test">')
    assert "\n\n" not in markup
    parser = _Nesting()
    parser.feed(markup)
    assert parser.open == []
    assert parser.roots == 1


class _Nesting(HTMLParser):
    """Fails on an end tag that closes something else than what was opened last."""

    _VOID = ("input", "path", "circle", "rect", "br")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.roots = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self._VOID:
            self.roots += not self.open
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._VOID:
            assert self.open.pop() == tag


def test_ids_are_unique_and_every_anchor_leads_to_one(markup: str) -> None:
    ids = re.findall(r' id="([^"]+)"', markup)
    assert sorted(ids) == sorted(set(ids))
    assert set(re.findall(r'<a [^>]*href="#([^"]+)"', markup)) <= set(ids)


def test_described_by_and_for_name_ids_that_are_there(markup: str) -> None:
    ids = set(re.findall(r' id="([^"]+)"', markup))
    named = [
        id
        for found in re.findall(r'(?:aria-describedby|aria-labelledby| for)="([^"]+)"', markup)
        for id in found.split()
    ]
    assert set(named) - {"test"} <= ids  # <decision-tool for="test"> names the decision


def test_no_style_and_no_handler_stands_inline(markup: str) -> None:
    assert not re.search(r"\s(style|on\w+)=", markup)


def test_data_for_the_script_cannot_end_its_element() -> None:
    page = page_with(test=GO_OR_STOP.replace("Pain comes first.", r'"</script><b>&amp; & \u2028 end"'))
    script = re.search(r'<script type="application/json">(.*?)</script>', decision(page, "test"), re.DOTALL)
    assert script
    assert not re.search("[<>&\u2028]", script[1])
    data = json.loads(script[1])
    assert data["questions"][0]["why"] == "</script><b>&amp; & \u2028 end"
    assert data["histories"] == [[[1, "1 January 2026", "First"]]]
    assert data["says"][0][0]["values"] == {"stop": "Stop here", "go": "Go on"}


def test_words_of_records_are_escaped(markup: str) -> None:
    assert "<b>At rest</b>" not in markup
    assert "&lt;b&gt;At rest&lt;/b&gt;" in markup


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


def test_a_table_of_few_inputs_has_a_column_for_each(markup: str) -> None:
    assert re.findall(r'<th scope="col">(.*?)</th>', markup) == [
        "Row",
        "Pain",
        "far?",
        "Result",
        "Why",
    ]
    row = re.search(r'<tr class="decision-rule" id="test-rule-hurts".*?</tr>', markup, re.DOTALL)
    assert row
    assert '<td data-label="Pain">Yes or Not sure</td>' in row[0]
    assert "any answer" in row[0]
    assert 'data-claim="marathons"' in row[0]
    assert "hazard-h01" in row[0]


def test_a_table_of_many_inputs_lists_what_each_row_asks_for() -> None:
    ids = ("a", "b", "c", "d", "e")
    page = page_with(
        test="hit_policy: first\ninputs:\n"
        + "".join(asked(id, "options: {no: 'No', yes: 'Yes'}") for id in ids)
        + "rules:\n"
        + "".join(f"  - {{id: {id}, when: {{{id}: yes}}, then: x, because: Row}}\n" for id in ids)
        + "default: y\n"
        + outcomes("x", "y")
        + "examples:\n"
        + "".join(example({**dict.fromkeys(ids[: ids.index(id)], "no"), id: "yes"}, "x") for id in ids)
    )
    markup = decision(page, "test")
    assert re.findall(r'<th scope="col">(.*?)</th>', markup) == [
        "Row",
        "If you answer",
        "Result",
        "Why",
    ]
    assert '<span class="decision-rule__input">c?:</span> Yes' in markup
    assert 'id="test-default"' in markup
    assert markup.index('id="test-rule-e"') < markup.index('id="test-default"')


def test_results_carry_their_level_in_words_and_their_links(markup: str) -> None:
    text = text_of(markup)
    assert "Get help today : Stop here It means stop. Do now Do not run. Worth raising with a professional" in text
    assert "A way to start : Go on It means go. Pages to read" in text


def test_together_with_decisions_stand_below_with_their_own_questions() -> None:
    extras = f"""
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
    page = page_with(test=GO_OR_STOP + "with: [extras]\n", extras=extras)
    text = text_of(decision(page, "test"))
    assert "food?" in text
    assert "Why we ask: because" in text
    assert "Result: Go on; food?: Yes" in text or "Go on" in text
    assert 'id="extras-rule-eat"' in decision(page, "test")


@pytest.mark.parametrize(
    ("domain", "hint"),
    [
        ('range: "[0..10]", unit: out of 10', "A whole number from 0 to 10"),
        ('range: "[0..10]", unit: minutes', "A whole number from 0 to 10 minutes"),
        ('range: "[0..5]", unit: out of 10', "A whole number from 0 to 5 out of 10"),
    ],
)
def test_the_end_of_a_scale_is_said_once(domain: str, hint: str) -> None:
    scale = GO_OR_STOP.replace('range: "[0.0..10.0]", unit: km', domain).replace("> 5", "> 4")
    scale = scale.replace("far: 5}", "far: 4}").replace("far: 5.1", "far: 5")
    assert question_view(compiled(test=scale)["test"].questions["far"]).hint == hint


def test_how_it_was_built_takes_its_numbers_from_the_table() -> None:
    page = page_with(test=GO_OR_STOP)
    text = text_of(decision_built(page, "test"))
    assert (
        "There are 2 questions. They can be answered in 303 ways. 3 rows sort all of these ways into 2 results." in text
    )
    assert "The rows are read from the top, the most careful ones first. The first row that fits counts." in text
    assert "Pain always stops. Holds for every combination. Guards against H01" in text
    assert "Pain: Yes" in text
    assert "far?: 5.1 km" in text
    assert "1 January 2026" in text
    assert "not yet reviewed by a clinician" in text
    assert "Version 1, 1 January 2026: First." in text
    assert "Someone runs on pain" in text
    assert "Being unsure never leads to a less careful result than any answer that it could stand for. " in text


def test_where_being_unsure_costs_care_readers_are_told_why() -> None:
    exception = "unsure: [{input: pain, less_careful_than: [yes], because: Pain is asked about twice.}]\nexamples:\n"
    text = GO_OR_STOP.replace("as: yes", "as: no").replace("examples:\n", exception)
    said = text_of(decision_built(page_with(test=text), "test"))
    assert "could stand for, apart from what the next lines name." in said
    assert "Not sure about “Pain” can lead to a less careful result than “Yes”. Pain is asked about twice." in said


@pytest.mark.parametrize(
    ("ranges", "said"),
    [
        (((0, 100),), "any answer"),
        (((0, 0),), "0 km"),
        (((0, 50),), "5 km or less"),
        (((51, 100),), "5.1 km or more"),
        (((10, 20), (30, 30)), "1 to 2 km or 3 km"),
    ],
)
def test_ranges_of_numbers_are_said_with_their_unit(ranges: tuple[tuple[int, int], ...], said: str) -> None:
    table = compiled(test=GO_OR_STOP)["test"].table
    assert accepted(ranges, table.axes[1]) == said


def test_an_answer_with_a_comma_stands_in_quotes_and_long_lists_turn_round() -> None:
    labels = {"a": "A", "b": "B", "c": "C", "d": "D", "e": "E", "f": "F, or so", "unsure": "Not sure"}
    domain = Domain("choice", 6, tuple("abcdef"), tuple(labels.values())[:6], MappingProxyType({"unsure": 5}))
    axis = Axis("q", "Q", domain, Question("q", "q?", "Q", "w", domain, MappingProxyType(labels), MappingProxyType({})))
    assert accepted(((2, 5),), axis) == "anything but A or B"
    assert accepted(((4, 5),), axis) == "E, “F, or so” or Not sure"


@pytest.mark.parametrize(
    ("tree", "said"),
    [
        (("+", "a", ("*", 2, "b")), "A + 2 × B"),
        (("*", ("+", "a", 1), "b"), "(A + 1) × B"),
        (("-", "a", ("-", "b", 1)), "A − (B − 1)"),
        (("//", "a", ("max", "b", 1)), "A ÷ B (at least 1), rounded down"),
        (("-", 0, ("//", ("-", 0, "a"), "b")), "A ÷ B, rounded up"),
        (("min", "a", "b"), "the smaller of A and B"),
    ],
)
def test_formulas_are_said_in_the_signs_of_school(tree: Tree, said: str) -> None:
    assert formula(tree, {"a": "A", "b": "B"}) == said


def test_a_title_that_is_a_question_gets_no_colon_in_the_proof() -> None:
    made = compiled(test=GO_OR_STOP)
    asks = replace(made["test"], record=made["test"].record.model_copy(update={"title": "Go or stop?"}))
    page = page_with(test=GO_OR_STOP)
    page = replace(page, library=replace(page.library, compiled=MappingProxyType({"test": asks})))
    assert "Go or stop? How the table was proved" in text_of(decision_built(page, "test"))
