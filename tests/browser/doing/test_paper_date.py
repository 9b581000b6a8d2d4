"""What is printed says on which day, by whichever button it was printed, and speaks of no day that nobody knows."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

PATHS = ("/do/your-folder/", "/do/pain-diary/", "/do/compare-options/")


@pytest.mark.parametrize("path", PATHS)
def test_paper_from_the_browsers_own_menu_has_its_date(page: Page, path: str) -> None:
    page.goto(path)
    date = page.locator(".notes__paper [data-part=today]").first
    expect(date).to_be_empty()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(date).to_have_text(re.compile(r"\d+ \w+ \d{4}"))


@pytest.mark.parametrize("path", PATHS)
def test_paper_does_not_speak_of_a_date_that_it_lacks(page_without_scripts: Page, path: str) -> None:
    page_without_scripts.goto(path)
    page_without_scripts.emulate_media(media="print")
    expect(page_without_scripts.get_by_text("Printed on").first).to_be_hidden()
