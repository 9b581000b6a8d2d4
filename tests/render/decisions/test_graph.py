"""A decision drawn: boxes that do not touch, lines that join them, and the words of every way."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from macros.export.decision_view import table_view
from macros.render.decisions.graph import MOST_STEPS, WIDTH, decision_graph, decision_graphs
from tests.decisions.making import asked, example, outcomes
from tools.build import ROOT

from .making import GO_OR_STOP, page_with

_BOX = re.compile(r'<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"')


def drawn(text: str) -> str:
    page = page_with(test=text)
    return decision_graph(table_view(page.library, "test"))


def words(markup: str) -> list[str]:
    """What each box says."""
    return [
        " ".join(re.findall(r"<tspan[^>]*>(.*?)</tspan>", box))
        for box in re.findall(r"<text[^>]*>(.*?)</text>", markup)
    ]


def test_each_question_stands_with_its_ways_below_it() -> None:
    assert words(drawn(GO_OR_STOP)) == [
        "1. Pain",
        "No: go to 2",
        "Yes or Not sure: Stop here",
        "2. far?",
        "5 km or less: Go on",
        "5.1 km or more: Stop here",
    ]


def test_a_way_to_a_result_has_the_colours_of_its_urgency_which_are_those_of_the_site() -> None:
    tokens = (ROOT / "overrides/assets/stylesheets/tokens.css").read_text()
    light = dict(re.findall(r"--rbj-([\w-]+): (#\w{6});", tokens.partition("slate")[0]))
    found = re.findall(r'fill="(#\w+)" stroke="(#\w+)" stroke-width="2"', drawn(GO_OR_STOP))
    assert found == [(light[f"{urgency}-tint"], light[urgency]) for urgency in ("today", "start", "today")]


def test_every_decision_has_its_drawing_beside_its_other_files_and_it_is_well_formed() -> None:
    [(path, content)] = decision_graphs(page_with(test=GO_OR_STOP).library).items()
    assert path == "downloads/decisions/test.svg"
    assert ElementTree.fromstring(content).tag == "{http://www.w3.org/2000/svg}svg"
    assert b"<style" not in content  # the site's policy refuses it


def test_boxes_stand_inside_the_drawing_and_none_covers_another() -> None:
    markup = drawn(GO_OR_STOP)
    boxes = [tuple(map(int, box)) for box in _BOX.findall(markup)]
    ends = [0, *(y + height for _, y, _, height in boxes)]
    assert all(end < y for end, (_, y, _, _) in zip(ends, boxes, strict=False))
    assert all(x + width < WIDTH for x, _, width, _ in boxes)
    assert ends[-1] < int(re.findall(r'viewBox="0 0 \d+ (\d+)"', markup)[0])


def test_long_words_are_wrapped() -> None:
    long = GO_OR_STOP.replace("short: Pain", "short: Pain in a place that takes a good many words to be named")
    assert drawn(long).count("<tspan") == drawn(GO_OR_STOP).count("<tspan") + 1


def test_where_there_are_too_many_steps_only_what_the_decision_needs_is_drawn() -> None:
    ids = [f"q{number}" for number in range(MOST_STEPS + 1)]
    many = (
        "hit_policy: first\ninputs:\n"
        + "".join(asked(id, "options: {no: 'No', yes: 'Yes'}") for id in ids)
        + "rules:\n"
        + "".join(f"  - {{id: {id}, when: {{{id}: yes}}, then: x, because: Row}}\n" for id in ids)
        + "default: y\n"
        + outcomes("x", "y")
        + "examples:\n"
        + "".join(example({**dict.fromkeys(ids[: ids.index(id)], "no"), id: "yes"}, "x") for id in ids)
    )
    markup = drawn(many)
    assert words(markup) == ["A test", *(f"{id}? (a question)" for id in ids)]
    assert "What this table takes into account." in markup
