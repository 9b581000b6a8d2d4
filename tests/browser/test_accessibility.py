"""axe-core finds nothing to complain about on any page: light on a desk, dark on a phone.

axe finds about half of what a person would; it is a smoke alarm, not proof.
"""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.test_pages import PAGES, address

# landmark-unique: the theme names its two lists of links alike on some widths; each is complete by itself.
OPTIONS = {"rules": {"landmark-unique": {"enabled": False}}}


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
@pytest.mark.parametrize("markdown", PAGES)
def test_axe_finds_nothing(page: Page, markdown: str, scheme: Literal["light", "dark"], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(address(markdown))
    results = Axe().run(page, options=OPTIONS)
    found = [
        f"{violation['id']}: {node['html']}\n{node['failureSummary']}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]
    assert found == [], "\n\n".join(found)
