"""The planner in a real browser, on a Tuesday, before the first choice.

The `page` fixture fails a test on any error in the console, on any breach of the strict security policy and on any
request to another host.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import Reused

from .using import (
    NOW,
    PAGE,
    asked,
)


@pytest.fixture(scope="module")
def reused(browser: Browser, browser_context_args: dict[str, Any], base_url: str) -> Iterator[Reused]:
    """As for other tests, on that Tuesday."""
    with browser.new_context(**browser_context_args) as context:
        context.clock.set_fixed_time(NOW)
        yield Reused.made(context, base_url)


@pytest.fixture
def planner(page: Page) -> Locator:
    """The planner before the first choice, on a telephone."""
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(PAGE)
    tool = page.locator("walk-run-planner")
    expect(tool.get_by_label(asked("route"))).to_be_visible()
    return tool
