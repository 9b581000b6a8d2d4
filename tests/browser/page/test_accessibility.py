"""Every page in one visit: whole, in order on a phone, and nothing for axe to complain about in four looks.

axe finds about half of what a person would; it is a smoke alarm, not proof.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import SIGHT, THOROUGH, put_on, violations
from tests.browser.page.test_pages import PAGES, address, is_whole

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

# Colours and paper change what is seen, not what a page is made of, so only rules of sight are asked again; those of
# places too on a phone. Paper is not pressed.
_PLACES = ["target-size", "scrollable-region-focusable", "aria-hidden-focus", "button-name", "link-name", "bypass"]


class Look(NamedTuple):
    width: int
    colours: Literal["light", "dark"]
    media: dict[str, Any]
    rules: list[str]
    cannot_say: str = "-"  # a rule that axe judges by what is not shown


LOOKS = {
    "light": Look(1280, "light", {}, []),
    "dark, on a phone": Look(390, "dark", {}, [*SIGHT, *_PLACES]),
    # The system's colours are put on when a page is painted, and axe reads those that a page gives its letters.
    "forced colours": Look(
        1280, "dark", {"forced_colors": "active"}, ["link-in-text-block", "target-size"], cannot_say="color-contrast"
    ),
    "print": Look(794, "light", {"forced_colors": "none", "media": "print"}, [*SIGHT]),  # A4 at 96 dots an inch
}


@pytest.mark.parametrize("markdown", PAGES)
def test_page_is_whole_fits_a_phone_and_axe_finds_nothing(
    same_page: Page, known_looks: set[str] | None, markdown: str
) -> None:
    page = same_page
    page.goto(address(markdown))
    is_whole(page)
    page.set_viewport_size({"width": 320, "height": 600})
    too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert too_wide <= 0, f"on a phone, the page scrolls sideways by {too_wide} pixels"
    if not THOROUGH:
        page.evaluate(KEEP_A_FEW_OF_MANY_ALIKE)
    expect(page.locator("[data-late]")).to_have_count(0)  # sizes of targets are true only then
    found = []
    for name, look in LOOKS.items():
        page.set_viewport_size({"width": look.width, "height": 800})
        put_on(page, look.colours)
        page.emulate_media(**look.media)
        said = violations(page, [] if THOROUGH else look.rules, known=known_looks)
        found += [f"{name}: {one}" for one in said if not one.startswith(f"{look.cannot_say}:")]
    assert found == [], "\n\n".join(found)
