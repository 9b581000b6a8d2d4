"""A reader has the checker go through a decision on the device: from a server and from the folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from macros.library import Library
from tests.browser.page.test_pages import address
from tools.offline import GUIDE


def _built_on(library: Library) -> tuple[str, str]:
    """A decision and the page that says how it was built."""
    return next(
        (call.argument, path)
        for path, page in library.pages.items()
        for call in page.calls
        if call.macro == "decision_built" and "patterns" not in path
    )


def _opened(page: Page, here: str) -> Locator:
    page.goto(here)
    check = page.locator("proof-check").first
    check.evaluate("(one) => { for (let at = one; at; at = at.parentElement) if ('open' in at) at.open = true; }")
    return check


@pytest.mark.parametrize("place", ["server", "folder"])
def test_it_says_what_holds_for_how_many_answers_and_shows_its_lines(
    page: Page, library: Library, base_url: str, offline_folder: Path, place: str
) -> None:
    id, path = _built_on(library)
    folder = (offline_folder / GUIDE / path).with_suffix(".html")
    check = _opened(page, base_url + address(path) if place == "server" else folder.as_uri())
    check.get_by_role("button", name="Check this proof yourself").click()
    expect(check.get_by_role("status")).to_contain_text("It holds.")
    expect(check.get_by_role("status")).to_contain_text(f"{library.compiled[id].combinations:,} combinations")
    expect(check.locator("[data-part=took]")).not_to_be_empty()
    check.get_by_text("What checked it, line by line").click()
    expect(check.locator("code")).to_contain_text("does not hold")


def test_a_spoilt_proof_and_one_that_is_not_there_are_said(visitor: Page, library: Library, base_url: str) -> None:
    page, (_, path) = visitor, _built_on(library)

    def spoilt(route: Route) -> None:
        text = route.fetch().text()
        route.fulfill(body=text.replace('\\"version\\":', '\\"version\\":9', 1), content_type="text/javascript")

    check = _opened(page, base_url + address(path))
    page.route("**/*.proof.js", lambda route: route.abort())
    check.get_by_role("button").click()
    expect(check.get_by_role("status")).to_contain_text("could not be fetched")
    page.unroute_all()
    page.route("**/*.proof.js", spoilt)
    check.get_by_role("button").click()
    expect(check.get_by_role("status")).to_contain_text("It does not hold.")
    expect(check.get_by_role("status")).to_contain_text("not the rules that were proved")
    expect(check.get_by_text("It holds.")).to_be_hidden()
