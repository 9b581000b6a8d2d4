"""Your folder knows whatever a tool of the guide can keep: the register says it, and the scripts keep nothing else."""

from __future__ import annotations

import datetime
import json
import re
import subprocess

import pytest

from macros.library import Library
from macros.macro import MACROS
from macros.render.doing.your_folder import KINDS, places, your_folder
from macros.render.macros import MACROS as FUNCTIONS
from macros.render.page.context import PageContext
from tests.decisions.node import node
from tools.build import ROOT

from ..making import context
from .test_checklist import RECORD

SCRIPTS = ROOT / "overrides" / "assets" / "scripts"
KEEPERS = {macro: row.keeps for macro, row in MACROS.items() if row.keeps}
NAMED = [row.keeps.name for row in MACROS.values() if row.keeps]


def test_a_tool_is_known_by_what_its_macro_keeps_and_where_it_stands() -> None:
    body = '{{ checklist("first-run") }}\n\n{{ pain_diary() }}\n\n{{ your_folder() }}\n'
    found = places(context(RECORD, body=body))
    assert {name: one["title"] for name, one in found.items()} == {
        "checklist.first-run": "Before your first run",
        "diary.pain": "Pain diary",
    }
    assert [one["url"] for one in found.values()] == ["./#checklist-first-run", "./#diary"]
    assert found["checklist.first-run"]["items"] == {"walk": "I can walk.", "shoes": "My shoes fit."}


def test_a_tool_that_stands_on_no_page_is_not_listed() -> None:
    assert places(context(RECORD, body="{{ your_folder() }}\n")) == {}


@pytest.mark.parametrize("macro", KEEPERS)
def test_a_tool_keeps_under_the_name_that_the_register_says_and_has_that_place(library: Library, macro: str) -> None:
    path, (argument, *_) = next(iter(library.calls_by_macro[macro].items()))
    keeps = KEEPERS[macro]
    markup = FUNCTIONS[macro](PageContext(library, path, True, datetime.date(2026, 11, 25)), *filter(None, [argument]))
    assert f'id="{keeps.at.format(id=argument)}"' in markup
    said_in_page = re.findall(r'data-name="([^"]+)"', markup)
    said_in_script = {"decision": f"decision.{argument}", "planner": "planner.weeks"}
    assert [*said_in_page, said_in_script.get(macro, "")][0] == keeps.name.format(id=argument)


def test_every_kind_that_scripts_can_save_is_of_a_tool_that_the_folder_knows() -> None:
    shapes = (SCRIPTS / "shapes.js").as_uri()
    program = f"import({json.dumps(shapes)}).then(({{ KINDS }}) => console.log(JSON.stringify(KINDS)))"
    saved = json.loads(subprocess.run([node(), "-e", program], capture_output=True, text=True, check=True).stdout)
    assert set(saved) == {name.partition(".")[0] for name in NAMED} == KINDS.keys()


def test_every_name_in_a_script_is_of_such_a_kind() -> None:
    of_a_kind = re.compile(rf"""["`](?:{"|".join(KINDS)})\.(?:[a-z.]+|\$(?={{))""")
    written = {
        found.strip('"`') for path in SCRIPTS.rglob("*.js") for found in of_a_kind.findall(path.read_text("utf-8"))
    }
    bare = {name.replace("{id}", "$") for name in NAMED}
    drafts = {"diary.pain.new", "diary.pain.change", "planner.choices"}  # of the only tool of their kind
    assert written <= bare | drafts


# What reaches a store of the browser, and how the folder comes to it.
STORES = {
    "saved.js": "Saved.names",
    "drafts.js": "Drafts.names",
    "theme/settings.js": "",  # light or dark: said in words, since it is of no tool
}


def test_no_script_keeps_anything_past_what_the_folder_lists() -> None:
    folder = (SCRIPTS / "tools" / "your-folder.js").read_text("utf-8")
    reaching = {
        path.relative_to(SCRIPTS).as_posix()
        for path in SCRIPTS.rglob("*.js")
        if re.search(r"\b(?:local|session)Storage\b|indexedDB|document\.cookie|\bcaches\b", path.read_text("utf-8"))
    }
    assert reaching == STORES.keys()
    assert all(lists in folder for lists in STORES.values())


def test_without_scripts_it_says_what_it_would_do(library: Library) -> None:
    markup = your_folder(context(body="{{ your_folder() }}\n"))
    assert "<noscript>" in markup
    outside = re.sub(r"<noscript>.*?</noscript>|<(template|dialog|script)\b.*?</\1>", "", markup, flags=re.DOTALL)
    assert all("data-live" in section for section in re.findall(r"<section[^>]*>", outside))
