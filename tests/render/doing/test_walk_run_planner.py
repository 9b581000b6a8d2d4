"""The planner on a page: its questions, what its script gets, and where its tables are, to read without scripts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from types import MappingProxyType

import pytest

from macros.decisions.proofs.moves import LARGE_STEP, LONG_RUN, NEXT_SESSION, RESTART
from macros.render.doing.walk_run_planner import planner
from macros.render.page.context import PageContext
from tests.decisions.making import compiled_with_problems
from tests.export.planner_tables import JUMP, LADDER, NEXT, PLAN, STEP, WALK
from tests.export.planner_tables import RESTART as BREAK

from ..making import HERE, TODAY, library

_LADDERS = ("do/start-with-walk-run.md", "do/come-back-after-a-break.md")
_TABLES = "do/tables.md"
_CALL = '{{ planner("which") }}'


@pytest.fixture(scope="module")
def markup() -> str:
    named = {NEXT_SESSION: NEXT, RESTART: BREAK, LARGE_STEP: STEP, LONG_RUN: JUMP, "which": LADDER}
    # What a guide's own table has to have besides, such as an example for each row, is not looked at here.
    made, _ = compiled_with_problems(**{id.replace("-", "_"): text for id, text in named.items()})
    tables = {_TABLES: "\n\n".join(f'{{{{ decision_rows("{id}") }}}}' for id in named if id != LONG_RUN)}
    books = library(pages={HERE: _CALL, **dict.fromkeys(_LADDERS, ""), **tables})
    books = replace(
        books,
        compiled=MappingProxyType(made),
        decisions=MappingProxyType({id: one.record for id, one in made.items()}),
        plans=MappingProxyType({"a-ladder": PLAN, "a-walk": WALK}),
    )
    return planner(PageContext(books, HERE, directory_urls=True, today=TODAY), "which")


def test_the_script_gets_the_ladders_that_the_table_names(markup: str) -> None:
    found = re.search(r'<script type="application/json">(.*?)</script>', markup)
    assert found
    data = json.loads(found[1])
    assert {id: len(plan["sessions"]) for id, plan in data["plans"].items()} == {"a-ladder": 6, "a-walk": 4}
    assert data["version"] == "1.1.1.1"


def test_it_asks_first_what_the_ladder_hangs_on_and_what_only_readers_know_of_a_session(markup: str) -> None:
    asked = re.findall(r'data-question="([\w-]+)"( hidden)?', markup)
    assert asked[0] == ("route", "")
    assert {"urgent", "sign", "felt"} <= {id for id, _ in asked}
    assert not {"before", "easing"} & {id for id, _ in asked}  # the sessions before say these


def test_signs_are_ticked_and_how_it_went_takes_one_press(markup: str) -> None:
    screens = re.findall(r'<form class="decision-question" data-question="([\w-]+)" data-screen="0"', markup)
    assert screens == ["urgent", "sign"]
    assert re.findall(r'type="checkbox" name="[^"]*" id="[^"]*" value="(a-[\w-]+)"', markup) == ["a-siren", "a-mark"]
    pressed = re.findall(r'data-do="felt" data-question="felt" value="([\w-]+)"', markup)
    assert pressed == ["green", "missed", "hidden", "amber", "red", "later"]


def test_every_label_and_description_belongs_to_something_that_is_there(markup: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', markup)
    assert sorted(ids) == sorted(set(ids))
    named = {id for found in re.findall(r'aria-(?:describedby|labelledby)="([^"]+)"', markup) for id in found.split()}
    assert named <= set(ids)


def test_without_scripts_the_tables_are_there_and_the_pages_with_the_ladders(markup: str) -> None:
    without = re.search(r"<noscript>(.*?)</noscript>", markup)
    assert without
    assert [f"Title of {path}" in without[1] for path in _LADDERS] == [True, True]
    tables = re.findall(r'href="[^"#]*tables/#([\w-]+)-table"', markup)
    assert tables == ["which", NEXT_SESSION, RESTART, LARGE_STEP]
