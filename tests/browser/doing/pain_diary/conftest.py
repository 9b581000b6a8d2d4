"""The diary in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .using import DIARY


@pytest.fixture
def diary(page: Page) -> Page:
    page.goto(DIARY)
    expect(page.get_by_role("button", name="Add to my diary")).to_be_visible()
    return page
