"""Tables whose rows stack on a phone are still tables to those who listen, though no role says so."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import Page, expect

# A page for each stylesheet that stacks a table.
PAGES = {
    "a decision": "/joints/knee-who-to-see-how-it-works/#knee-who-to-see-table",
    "positions side by side": "/evidence/where-guidance-disagrees/",
    "verdicts": "/evidence/what-the-articles-said/",
    "an option grid": "/do/compare-options/",
}
# What a browser tells of a table, by what HTML calls it.
TOLD = {"table": "table", "tr": "row", "td": "cell"}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_a_stacked_table_is_told_as_a_table(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address)
    expect(page.locator("[data-late]")).to_have_count(0)
    page.locator("#main-content details").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
    shown = page.evaluate(
        """() => [...document.querySelectorAll("#main-content :is(table, tr, td)")]
            .filter((part) => part.checkVisibility()).map((part) => part.localName)"""
    )
    assert "td" in shown
    assert page.locator("#main-content td").first.evaluate("(cell) => getComputedStyle(cell).display") != "table-cell"
    assert told(page) == Counter(TOLD[part] for part in shown)


def told(page: Page) -> Counter[str]:
    """How often the browser tells of a table, a row and a cell."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = (node["role"]["value"] for node in nodes if not node["ignored"] and "role" in node)
    return Counter(role.replace("gridcell", "cell") for role in roles if role in (*TOLD.values(), "gridcell"))
