"""The home page leads on: a door opens wherever it is pressed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

# The links under a number of points of each door, and what its own link is.
UNDER = """() => [...document.querySelectorAll(".doors > div")].map((door) => {
    door.scrollIntoView({ block: "center" });
    const box = door.getBoundingClientRect();
    const found = new Set();
    for (const across of [0.02, 0.3, 0.5, 0.7, 0.98]) {
        for (const down of [0.03, 0.3, 0.5, 0.7, 0.97]) {
            const there = document.elementFromPoint(box.left + across * box.width, box.top + down * box.height);
            found.add(there.closest("a")?.href ?? `nothing at ${across}, ${down}`);
        }
    }
    const own = [...door.querySelectorAll("a:not(.headerlink)")].map(({ href }) => href);
    return { found: [...found], own };
})"""


@pytest.mark.parametrize("width", [360, 1280])
def test_a_door_is_a_link_over_its_whole_face(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/")
    doors = page.evaluate(UNDER)
    assert len(doors) == 4
    for door in doors:
        assert set(door["found"]) <= set(door["own"])
        assert door["own"][0] in door["found"]


def test_a_door_opens_from_its_picture_and_other_links_in_it_stay_their_own(page: Page) -> None:
    page.goto("/")
    page.locator(".doors > div").first.click(position={"x": 20, "y": 20})
    page.wait_for_url("**/bones/")
    page.goto("/")
    page.locator(".doors").get_by_role("link", name="offline copy").click()
    page.wait_for_url("**/about/offline-copy/")


def test_the_ring_of_a_door_goes_round_all_of_it(page: Page) -> None:
    page.goto("/")
    link = page.locator(".door").first
    page.locator(".doors .headerlink").first.focus()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    assert link.evaluate("(link) => getComputedStyle(link, '::after').outlineStyle") == "solid"
