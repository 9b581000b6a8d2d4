"""Option grids: every option on every aspect, counts as people and in words, and a sheet that adds nothing up."""

from __future__ import annotations

import re
from typing import Any

import pytest

from macros.records import OptionGrid
from macros.render.doing.option_grid import ASPECTS, options

from ..making import REVIEW, claim, context, figure, source


def option(id: str, **more: Any) -> dict[str, Any]:
    told = {
        name: [{"says": f"{name} of {id}.", "claims": ["knees"] if name == "good" else []}]
        for name in ASPECTS
        if name != "chances"
    }
    chances = {"figures": ["knees/one"] if id == "walk" else [], "note": f"Whom the counts of {id} are about."}
    return {"id": id, "label": id.capitalize(), "means": f"To {id}.", **told, "chances": chances, **more}


def matter(id: str, aspect: str) -> dict[str, str]:
    return {"id": id, "label": id, "look_at": aspect}


GRID = OptionGrid.model_validate(
    {
        "id": "sore",
        "title": "A sore knee",
        "decides": "Walk, or wait?",
        "about": [{"says": "It hurts."}],
        "not_for": ["A locked knee."],
        "options": [option("walk"), option("wait")],
        "matters": [matter("time", "effort"), matter("side-effects", "bad")],
        "sure": [{"id": id, "ask": f"{id}?", "helps": "Read again."} for id in ("know", "alone")],
        **REVIEW,
    }
)


@pytest.fixture(scope="module")
def markup() -> str:
    counted = claim(figures=[figure(over="10 years")])
    return options(context(source(), counted, GRID, body='{{ options("sore") }}'), "sore")


def test_every_option_is_told_on_every_aspect_under_its_own_head(markup: str) -> None:
    assert re.findall(r'<th scope="rowgroup" colspan="2" id="sore-(\w+)">', markup) == list(ASPECTS)
    heads = re.findall(r'<td headers="sore-(\w+) sore-(\w+)"', markup)
    assert heads == [(aspect, id) for aspect in ASPECTS for id in ("walk", "wait")]


def test_a_count_stands_in_words_with_its_time_and_as_people_with_a_name(markup: str) -> None:
    assert "<strong>20.5 out of 100</strong> Group one. Time: 10 years." in markup
    assert markup.count('role="img"') == 1
    assert "Group one: 20.5 out of 100" in markup


def test_a_line_stands_with_the_claim_that_it_rests_on(markup: str) -> None:
    assert re.search(r'good of walk\. <a [^>]*data-claim="knees"', markup)


def test_what_matters_leads_back_to_the_aspect_that_says_most_of_it(markup: str) -> None:
    then = 'data-then="matters.time" data-when="a-lot" hidden>Read again: <a href="#sore-effort">'
    assert then in markup


def test_the_sheet_has_no_answer_ticked_and_offers_not_to_know(markup: str) -> None:
    assert " checked" not in markup
    assert re.findall(r'name="leans" id="[\w-]+" value="(\w+)"', markup) == ["walk", "wait", "open"]
