"""Every tool in Firefox, from a server under the strict policy and from the unzipped folder."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.decisions.diagram.path import Decided, decide
from macros.library import Library
from tests.browser.decision_pages import WALK, outcome_headings
from tests.browser.firefox import Firefox
from tests.browser.page.test_pages import address
from tools.browser import HOW_TO_GET_FIREFOX, find_firefox
from tools.offline import GUIDE

ON_THE_TOOL = "const tool = document.querySelector(`decision-tool[for=${arguments[0]}]`); "
HEADING = f"{ON_THE_TOOL} return tool.querySelector('[data-part=result]:not([hidden]) .tool__heading')?.innerText;"
QUESTION = f"{ON_THE_TOOL} return tool.querySelector('form:not([hidden])')?.dataset.question;"
PRESS = f"{ON_THE_TOOL} tool.querySelector(`[data-do=${{arguments[1]}}]`).click();"


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    program = find_firefox()
    if program is None:
        pytest.fail(HOW_TO_GET_FIREFOX)
    with Firefox(program, tmp_path_factory.mktemp("firefox")) as started:
        yield started


def _tools(library: Library) -> list[tuple[str, str]]:
    """Each tool with the page that it stands on."""
    return [
        (call.argument, path) for path, page in library.pages.items() for call in page.calls if call.macro == "decision"
    ]


def test_a_tool_works_in_firefox(firefox: Firefox, library: Library, base_url: str) -> None:
    """The first; `make audit` goes through all of them, from both places."""
    id, path = _tools(library)[0]
    _works(firefox, library, id, base_url + address(path))


@pytest.mark.parametrize("place", ["server", "folder"])
def test_a_proof_is_checked_in_firefox(
    firefox: Firefox, library: Library, base_url: str, offline_folder: Path, place: str
) -> None:
    path = next(path for path, page in library.pages.items() if "decision_built" in {one.macro for one in page.calls})
    folder = (offline_folder / GUIDE / path).with_suffix(".html")
    firefox.goto(base_url + address(path) if place == "server" else folder.as_uri())
    firefox.run("document.querySelector('proof-check [data-part=check]').click();")
    said = "return document.querySelector('proof-check [data-says=holds]:not([hidden])')?.textContent;"
    for _ in range(100):
        if found := firefox.run(said):
            break
        time.sleep(0.1)
    assert "combinations" in (found or "")


@pytest.mark.audit
@pytest.mark.parametrize("place", ["server", "folder"])
def test_every_tool_works_in_firefox(
    firefox: Firefox, library: Library, base_url: str, offline_folder: Path, place: str
) -> None:
    tools = _tools(library)
    assert len(tools) > 5
    for id, path in tools:
        here = (
            base_url + address(path)
            if place == "server"
            else (offline_folder / GUIDE / f"{path.removesuffix('.md')}.html").as_uri()
        )
        _works(firefox, library, id, here)


def _works(firefox: Firefox, library: Library, id: str, here: str) -> None:
    """It leads where Python does: by answers, by a link, and from what it saved, until that is cleared."""
    compiled = library.compiled[id]
    firefox.goto(here)
    given = compiled.record.examples[-1].given
    answers = firefox.run(f"{ON_THE_TOOL} return ({WALK})(tool, arguments[1]);", id, given)
    run = decide(compiled, answers)
    assert isinstance(run, Decided)
    headings = outcome_headings(compiled, run.outcome)
    assert headings[0] in firefox.run(HEADING, id)

    firefox.run(PRESS, id, "share")
    link = firefox.run(f"{ON_THE_TOOL} return tool.querySelector('[data-part=link]').value;", id)
    firefox.run(PRESS, id, "save")
    firefox.back()
    assert firefox.run(QUESTION, id) == list(answers)[-1]

    firefox.goto(link)
    assert headings[0] in firefox.run(HEADING, id)
    firefox.goto(here)
    firefox.run(PRESS, id, "use")
    assert headings[0] in firefox.run(HEADING, id)
    firefox.run(PRESS, id, "clear")
    assert firefox.run(QUESTION, id) == next(iter(answers))
    firefox.goto(here)
    assert firefox.run(f"{ON_THE_TOOL} return tool.querySelector('[data-part=offer]').hidden;", id)
