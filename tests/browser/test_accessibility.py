"""axe-core finds nothing to complain about on any page: light on a desk, dark on a phone, forced colours, print.

axe finds about half of what a person would; it is a smoke alarm, not proof.
"""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.test_pages import PAGES, address

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

# Forced colours and paper change what is seen, not what a page is made of, so only rules of sight are asked again.
# Forced colours are put on when a page is painted, and axe reads what was before; paper is not pressed.
MODES: dict[str, tuple[int, dict[str, Any], list[str]]] = {
    "light": (1280, {"color_scheme": "light"}, []),
    "dark, on a phone": (390, {"color_scheme": "dark"}, []),
    "forced colours": (1280, {"forced_colors": "active"}, ["link-in-text-block", "target-size"]),
    "print": (  # A4 at 96 dots an inch
        794,
        {"color_scheme": "light", "forced_colors": "none", "media": "print"},
        ["color-contrast", "link-in-text-block"],
    ),
}


@pytest.mark.parametrize("markdown", PAGES)
def test_axe_finds_nothing(page: Page, markdown: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(address(markdown))
    page.evaluate(KEEP_A_FEW_OF_MANY_ALIKE)
    expect(page.locator("[data-late]")).to_have_count(0)  # sizes of targets are true only then
    axe = Axe()
    found = []
    for mode, (width, media, rules) in MODES.items():
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(**media)
        options = {"runOnly": {"type": "rule", "values": rules}} if rules else {}
        found += [
            f"{mode}: {violation['id']}: {node['html']}\n{node['failureSummary']}"
            for violation in axe.run(page, options=options).response["violations"]
            for node in violation["nodes"]
        ]
    assert found == [], "\n\n".join(found)
