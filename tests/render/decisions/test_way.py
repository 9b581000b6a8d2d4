"""The way from a page to a decision goes down only: what is shown is prepared once, below what lays it out."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable
from graphlib import TopologicalSorter
from pathlib import Path
from types import FrameType

import pytest

from macros.render.decisions.rows import decision_rows
from macros.render.decisions.tool import decision, decision_built
from macros.render.page.context import PageContext
from tests.render.decisions.making import GO_OR_STOP, page_with
from tools.build import ROOT

MACROS = ROOT / "macros"
ROOM = "render/decisions/"
# Whatever the page is handed on to, from the macro that it calls to where its links and chips are made.
MOST_FILES = 8


class Way:
    """Which files of ours a call goes through, from which to which, and which of them are handed the page."""

    def __init__(self) -> None:
        self.steps: dict[str, set[str]] = {}
        self.handed: set[str] = set()

    def note(self, frame: FrameType, event: str, _: object) -> None:
        here, above = _file(frame), frame.f_back
        if event != "call" or not here:
            return
        if any(isinstance(value, PageContext) for value in frame.f_locals.values()):
            self.handed.add(here)
        while above and not _file(above):
            above = above.f_back
        if above and _file(above) != here:
            self.steps.setdefault(_file(above), set()).add(here)


# What only remembers what another function found is no place to stay at.
_PASSED_THROUGH = "records/files/kept.py"


def _file(frame: FrameType) -> str:
    path = Path(frame.f_code.co_filename)
    file = path.relative_to(MACROS).as_posix() if path.is_relative_to(MACROS) else ""
    return "" if file == _PASSED_THROUGH else file


def gone(macro: Callable[[PageContext, str], str], page: PageContext) -> Way:
    way, before = Way(), sys.getprofile()
    sys.setprofile(way.note)
    try:
        macro(page, "test")
    finally:
        sys.setprofile(before)
    return way


@pytest.fixture(params=[decision, decision_built, decision_rows], ids=lambda macro: macro.__name__)
def way(request: pytest.FixtureRequest) -> Way:
    return gone(request.param, page_with(test=GO_OR_STOP))


def test_the_page_is_handed_on_to_few_files(way: Way) -> None:
    assert len(way.handed) <= MOST_FILES, sorted(way.handed)


def test_the_way_goes_down_only(way: Way) -> None:
    assert [*TopologicalSorter(way.steps).static_order()]  # a circle raises, and names its files


def test_a_layout_asks_neither_the_engine_nor_the_checks(way: Way) -> None:
    asked = {to for file, steps in way.steps.items() if file.startswith(ROOM) for to in steps}
    assert asked
    assert not [file for file in asked if file.startswith(("decisions/", "checks/"))]


def test_the_engine_stands_below_what_is_prepared() -> None:
    way = gone(decision, page_with(test=GO_OR_STOP))
    askers = {file for file, steps in way.steps.items() if any(to.startswith("decisions/") for to in steps)}
    assert askers
    assert not [file for file in askers if file.startswith("render/")]


@pytest.mark.parametrize("file", sorted((MACROS / ROOM).glob("*.py")), ids=lambda file: file.stem)
def test_a_layout_imports_neither_the_engine_nor_the_checks(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level == 3]
    assert not [module for module in imported if module.split(".")[0] in ("decisions", "checks")]
