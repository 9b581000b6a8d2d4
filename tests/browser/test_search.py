"""Search finds pages by the words that people use, from a server and from a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tools.offline import GUIDE

# What people type, and pages that answer it.
TYPED = {
    "dodgy knee": {"Does running wear out knees?", "Glossary"},
    "thin bones": {"Can I run with low bone density or osteoporosis?"},
    "stoop": {"Can I run after a spine fracture or a break from a small fall?", "Glossary"},
}


@pytest.mark.parametrize("typed", TYPED)
def test_everyday_words_find_the_page_from_a_server(page: Page, typed: str) -> None:
    page.goto("/")
    assert TYPED[typed] <= _found(page, typed)


@pytest.mark.parametrize("typed", TYPED)
def test_everyday_words_find_the_page_from_a_folder(page: Page, offline_folder: Path, typed: str) -> None:
    page.goto((offline_folder / GUIDE / "index.html").as_uri())
    assert TYPED[typed] <= _found(page, typed)


def test_the_knee_page_comes_first_for_a_dodgy_knee(page: Page) -> None:
    page.goto("/")
    _found(page, "dodgy knee")
    expect(page.locator(".md-search-result__list > li > a h1").first).to_have_text("Does running wear out knees?")


def test_contributors_pages_are_not_found(page: Page) -> None:
    page.goto("/")
    assert "Patterns" not in _found(page, "patterns")


def _found(page: Page, typed: str) -> set[str]:
    """Titles of all pages that a search lists."""
    field = page.get_by_role("textbox", name="Search the guide")
    field.click()
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to search")  # the index is there
    field.press_sequentially(typed)
    expect(page.locator(".md-search-result__meta")).to_contain_text("page")
    # Four more come each time that the end is reached from above.
    more_as_one_scrolls = """async (box) => {
        for (const place of [0, box.scrollHeight]) {
            box.scrollTop = place;
            await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
        }
    }"""
    for _ in range(20):
        page.locator(".md-search__scrollwrap").evaluate(more_as_one_scrolls)
    return set(page.locator(".md-search-result__list > li > a h1").all_inner_texts())
