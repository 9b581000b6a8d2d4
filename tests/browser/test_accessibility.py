"""axe-core finds nothing to complain about: on any page in light on a desk, on each type in dark on a phone.

axe finds about half of what a person would; it is a smoke alarm, not proof.
"""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.test_pages import ONE_OF_EACH_TYPE, PAGES, address

# landmark-unique: the theme names its two lists of links alike on some widths; each is complete by itself.
OPTIONS = {"rules": {"landmark-unique": {"enabled": False}}}


# Lists of over a hundred sources or claims take axe most of a minute, and their entries are all made alike.
KEEP_A_FEW_OF_MANY_ALIKE = """() => {
    for (const parent of document.querySelectorAll("article *")) {
        const seen = new Map();
        for (const child of [...parent.children]) {
            const kind = `${child.tagName} ${child.className}`;
            seen.set(kind, (seen.get(kind) ?? 0) + 1);
            if (seen.get(kind) > 6) child.remove();
        }
    }
}"""

CASES = [
    *((page, "light", 1280) for page in PAGES),
    *((page, "dark", 390) for page in ONE_OF_EACH_TYPE),
]


@pytest.mark.parametrize(("markdown", "scheme", "width"), CASES)
def test_axe_finds_nothing(page: Page, markdown: str, scheme: Literal["light", "dark"], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(address(markdown))
    page.evaluate(KEEP_A_FEW_OF_MANY_ALIKE)
    results = Axe().run(page, options=OPTIONS)
    found = [
        f"{violation['id']}: {node['html']}\n{node['failureSummary']}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]
    assert found == [], "\n\n".join(found)
