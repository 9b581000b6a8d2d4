"""A decision of the tests' own in a browser, opened anew for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.library import Library
from tests.browser.axe import THOROUGH
from tests.browser.decision_pages import open_tool, small_library


@pytest.fixture(scope="session")
def small() -> Library:
    """A library of one small decision and what it rests on."""
    return small_library()


@pytest.fixture(scope="session")
def known_looks() -> set[str] | None:
    """How words look that axe has passed already, unless all of them are to be judged."""
    return None if THOROUGH else set()


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    """A page of its own, on which files may be missing."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def way(page: Page, site: Path, small: Library) -> Locator:
    """The small decision at its first question."""
    tool = open_tool(page, site, small, "way")
    expect(tool.get_by_role("button", name="None of these")).to_be_visible()
    return tool
