"""The engine in a real browser gives what it gives in Node, where every decision is compared (tests/decisions)."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from macros.library import Library
from tests.decisions.engines.test_every_combination import DECISIONS, combinations, path
from tests.decisions.expectations import every_combination

_COMPARE = Path(__file__).parents[2] / "js" / "engines" / "every_combination.js"
COMPARE = _COMPARE.read_text(encoding="utf-8").replace("export ", "")


def test_one_decision_gives_the_same_in_the_browser(page: Page, library: Library) -> None:
    id = min(DECISIONS, key=lambda id: library.compiled[id].combinations)
    compiled = library.compiled[id]
    page.goto("/about/privacy/")
    for what, given in (
        ("combinations", combinations(library, compiled, every_combination(compiled))),
        ("path", path(library, compiled)),
    ):
        found = page.evaluate(f"given => {{ {COMPARE} return comparing(guide.decisions).{what}(given); }}", given)
        assert found["wrong"] == []
        assert found["compared"] > 1
