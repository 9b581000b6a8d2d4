"""How a decision was built and what was proved of it."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from macros.render.decisions.tool import decision_built
from tests.decisions.making import compiled

from .making import GO_OR_STOP, page_with, text_of


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


def test_a_title_that_is_a_question_gets_no_colon_in_the_proof() -> None:
    made = compiled(test=GO_OR_STOP)
    asks = replace(made["test"], record=made["test"].record.model_copy(update={"title": "Go or stop?"}))
    page = page_with(test=GO_OR_STOP)
    page = replace(page, library=replace(page.library, compiled=MappingProxyType({"test": asks})))
    assert "Go or stop? How the table was proved" in text_of(decision_built(page, "test"))
