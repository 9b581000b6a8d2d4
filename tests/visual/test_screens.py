"""Pages look as they did when somebody last looked at them: tests/visual/screens/*.png, renewed by `make screens`.

A difference is not always a fault. Look at both pictures; if the new one is right, renew them and commit.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect

from macros.records.page import Page as Written
from macros.records.page import read_page
from tests.browser.page.test_pages import address
from tests.conftest import Reused
from tests.visual.picture import difference, load, shrunk
from tools.build import ROOT

Mode = Literal["light", "dark", "print"]

SCREENS = Path(__file__).parent / "screens"
RENEW = bool(os.environ.get("RENEW_SCREENS"))

# The pages with every part as long as they are, within reason, and one page of each type as far as it is seen first.
PATTERNS = tuple(f"about/patterns/{name}.md" for name in ("index", "tool", "notes", "plans", "choices"))
PAGES = (
    *PATTERNS,
    "index.md",
    "bones/index.md",
    "joints/does-running-wear-out-knees.md",
    "do/before-your-first-run.md",
    "do/long-run-check.md",
    "do/warm-up-and-stretching.md",
    "look-up/glossary.md",
    "about/privacy.md",
)
WIDTHS = (360, 1280)
MODES: tuple[Mode, ...] = ("light", "print", "dark")
LONGEST = 15_000

# A stylesheet that is lost, and two that hold one wrong rule.
BROKEN = ("", "{css} .md-main__inner {{ inline-size: 60% }}", "{css} .md-typeset {{ line-height: 2 }}")

# Before any page's review date: a banner that comes with the years is not what these pictures are for.
A_DAY = "2026-11-22T12:00:00Z"


@pytest.fixture(scope="module")
def reused(browser: Browser, base_url: str) -> Iterator[Reused]:
    """As for other tests, on that day, and nothing moves."""
    with browser.new_context(base_url=base_url, reduced_motion="reduce") as context:
        context.clock.set_fixed_time(A_DAY)
        yield Reused.made(context, base_url)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("markdown", PAGES)
def test_page_looks_as_it_did(page: Page, markdown: str, width: int, tmp_path: Path) -> None:
    differing = []
    for mode in MODES:
        now = _picture(page, markdown, width, mode)
        file = SCREENS / _name(markdown, width, mode)
        if RENEW:
            if not file.is_file() or difference(load(file), now).share != 0:
                now.save(file, optimize=True)
            continue
        apart = difference(load(file), now)
        if not apart.is_small:
            now.save(tmp_path / file.name)
            differing.append(f"{apart}: compare {file} with {tmp_path / file.name}")
    assert not differing, "\n".join([*differing, "If the new pictures are right, run `make screens`."])


@pytest.mark.skipif(RENEW, reason="the pictures are being renewed")
@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize(("markdown", "width"), [("index.md", 1280), ("joints/does-running-wear-out-knees.md", 360)])
def test_a_lost_or_broken_stylesheet_shows(page: Page, markdown: str, width: int, broken: str) -> None:
    def give(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=broken.format(css=response.text()))

    page.route("**/guide.css", give)
    now = _picture(page, markdown, width, "light")
    assert not difference(load(SCREENS / _name(markdown, width, "light")), now).is_small


def test_every_type_of_page_is_kept_as_a_picture() -> None:
    docs = ROOT / "docs"
    pages = [page for path in sorted(docs.rglob("*.md")) if isinstance(page := read_page(path, docs), Written)]
    assert {page.meta.type for page in pages if page.path in PAGES} == {page.meta.type for page in pages}


def test_no_picture_is_left_over_and_all_are_small() -> None:
    stored = {file.name: file.stat().st_size for file in SCREENS.iterdir()}
    assert set(stored) == {_name(page, width, mode) for page in PAGES for width in WIDTHS for mode in MODES}
    assert max(stored.values()) < 100_000
    assert sum(stored.values()) < 1_500_000


def _name(markdown: str, width: int, mode: str) -> str:
    return f"{markdown.removesuffix('.md').replace('/', '-')}-{width}-{mode}.png"


def _picture(page: Page, markdown: str, width: int, mode: Mode) -> Image.Image:
    if mode == "print":  # of the page that was light before
        page.emulate_media(media="print")
    else:  # pages choose their colours when they are opened
        page.emulate_media(media="screen", color_scheme="dark" if mode == "dark" else "light")
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address(markdown))
        page.evaluate("document.fonts.ready.then(() => true)")
        expect(page.locator("[data-late]")).to_have_count(0)  # all of it has its true size
    height = 900
    if markdown in PATTERNS:
        height = min(page.evaluate("document.documentElement.scrollHeight"), LONGEST)
        page.set_viewport_size({"width": width, "height": height})
    return shrunk(page.screenshot(clip={"x": 0, "y": 0, "width": width, "height": height}, caret="hide"))
