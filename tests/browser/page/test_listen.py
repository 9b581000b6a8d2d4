"""Listen: the device's own voices read a guide page as it is open, with pause, speed and the place.

No browser speaks here: a stand-in for its voices writes down what it was asked to say, and ends sentences when told.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tools.offline import GUIDE

A_PAGE = "joints/does-running-wear-out-knees"
FAR = {"name": "Far", "lang": "en-GB", "localService": False}
AMERICAN = {"name": "American", "lang": "en-US", "localService": True}
BRITISH = {"name": "British", "lang": "en-GB", "localService": True}
FRENCH = {"name": "French", "lang": "fr-FR", "localService": True}

# What it says is in `said`; `ends()` ends the sentence that is spoken, as a voice does.
VOICES = """voices => {
    const said = window.said = [];
    let now = null;
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    const stand_in = {
        onvoiceschanged: null,
        getVoices: () => voices,
        speak(one) { if (one.text) { now = one; said.push([one.text, one.voice?.name, one.rate]); } },
        cancel() { const cut = now; now = null; cut?.onerror?.({ error: "interrupted" }); },
    };
    Object.defineProperty(window, "speechSynthesis", { value: stand_in, configurable: true });
    window.ends = () => { const done = now; now = null; done?.onend?.(); };
    window.speaks = () => now !== null;
    window.fails = () => now?.onerror?.({ error: "synthesis-failed" });
}"""

WORDS = """
<h1>A title<a class="headerlink" href="#">¶</a></h1>
<p>One. Two <a class="claim-chip" href="#" aria-label="Low">dots</a>.</p>
<nav><p>Elsewhere</p></nav>
<form><p>A question</p></form>
<ul><li>An item<ul><li>One in it</li></ul></li></ul>
<details id="shut"><summary>Shut</summary><p>In the fold.</p></details>
<details open><summary>Open</summary><p>Seen.</p></details>
<table><tr><th>Group</th><td>20</td></tr></table>
<p hidden>Hidden</p>
<p id="last">The last.</p>
"""


@pytest.fixture
def opened(own_page: Page) -> Callable[..., Page]:
    """A guide page with these voices, and with words of the test's own."""

    def open_it(*voices: dict[str, Any], address: str = f"/{A_PAGE}/") -> Page:
        own_page.add_init_script(f"({VOICES})({json.dumps(voices)})")
        own_page.goto(address)
        own_page.evaluate("html => { document.querySelector('#main-content').innerHTML = html; }", WORDS)
        return own_page

    return open_it


def button(page: Page) -> Locator:
    return page.get_by_role("button", name="Listen", exact=True)


def listen(page: Page) -> None:
    button(page).click()
    expect(page.locator(".listen-bar")).to_be_visible()


def said(page: Page) -> list[str]:
    return [text for text, *_ in page.evaluate("said")]


def heard(page: Page) -> list[str]:
    """All that is said from here to the end."""
    while page.evaluate("speaks()"):
        page.evaluate("ends()")
    return said(page)


@pytest.mark.parametrize("voices", [(), (FAR,), (FRENCH,), (FAR, FRENCH)])
def test_without_an_english_voice_of_the_device_there_is_nothing_to_press(
    opened: Callable[..., Page], voices: tuple[dict[str, Any], ...]
) -> None:
    page = opened(*voices)
    expect(button(page)).to_have_count(0)
    expect(page.locator("[data-listen]")).to_be_hidden()


def test_without_scripts_and_on_paper_there_is_nothing_to_press(
    page_without_scripts: Page, opened: Callable[..., Page]
) -> None:
    page_without_scripts.goto(f"/{A_PAGE}/")
    expect(page_without_scripts.locator("[data-listen]")).to_be_hidden()
    page = opened(BRITISH)
    listen(page)
    page.emulate_media(media="print")
    expect(page.locator("[data-listen]")).to_be_hidden()
    expect(page.locator(".listen-bar")).to_be_hidden()


def test_the_page_is_read_as_it_is_open_in_order_and_nothing_else(opened: Callable[..., Page]) -> None:
    page = opened(FAR, AMERICAN, BRITISH)
    listen(page)
    assert heard(page) == [
        *("A title", "One.", "Two.", "An item", "One in it", "Open", "Seen.", "Group, 20", "The last."),
        *("Folded on this page, and not read:", "Shut"),
    ]
    assert {voice for _, voice, _ in page.evaluate("said")} == {"British"}
    expect(page.locator(".listen-bar")).to_be_hidden()
    expect(button(page)).to_have_attribute("aria-pressed", "false")
    expect(button(page)).to_be_focused()


def test_a_fold_that_is_opened_meanwhile_is_read(opened: Callable[..., Page]) -> None:
    page = opened(AMERICAN)
    listen(page)
    page.evaluate("document.getElementById('shut').open = true")
    assert heard(page)[5:7] == ["Shut", "In the fold."]
    assert said(page)[-1] == "The last."


def test_pause_keeps_the_place_and_going_on_says_the_sentence_again(opened: Callable[..., Page]) -> None:
    page = opened(BRITISH)
    button(page).press("Enter")
    pause = page.get_by_role("button", name="Pause")
    expect(pause).to_be_focused()
    page.evaluate("ends()")
    pause.press("Enter")
    assert not page.evaluate("speaks()")
    expect(page.locator(".listen__here")).to_contain_text("One. Two")
    page.get_by_role("button", name="Go on").press("Enter")
    expect(page.get_by_role("button", name="Pause")).to_be_focused()
    assert said(page) == ["A title", "One.", "One."]
    page.keyboard.press("Escape")
    assert not page.evaluate("speaks()")
    expect(page.locator(".listen__here")).to_have_count(0)
    expect(button(page)).to_be_focused()
    listen(page)
    assert said(page)[-1] == "A title"


def test_the_place_is_marked_and_brought_into_view(opened: Callable[..., Page]) -> None:
    page = opened(BRITISH)
    page.emulate_media(reduced_motion="reduce")
    page.evaluate("document.getElementById('last').style.marginBlockStart = '300vh'")
    listen(page)
    expect(page.locator(".listen__here")).to_have_text("A title¶")
    heights = page.evaluate("scrollY")
    while said(page)[-1] != "The last.":
        page.evaluate("ends()")
    expect(page.locator(".listen__here")).to_have_text("The last.")
    expect(page.locator(".listen__here")).to_be_in_viewport()
    assert page.evaluate("scrollY") > heights


def test_another_speed_begins_the_sentence_again(opened: Callable[..., Page]) -> None:
    page = opened(BRITISH)
    listen(page)
    page.get_by_label("Speed").select_option("slower")
    assert page.evaluate("said") == [["A title", "British", 1], ["A title", "British", 0.8]]


def test_a_voice_that_fails_and_a_page_that_is_left_end_it(opened: Callable[..., Page]) -> None:
    page = opened(BRITISH)
    listen(page)
    page.evaluate("fails()")
    expect(page.locator(".listen-bar")).to_be_hidden()
    listen(page)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert not page.evaluate("speaks()")


def test_from_a_folder_it_reads_too(opened: Callable[..., Page], offline_folder: Path) -> None:
    page = opened(BRITISH, address=(offline_folder / GUIDE / f"{A_PAGE}.html").as_uri())
    listen(page)
    assert heard(page)[0] == "A title"


@pytest.mark.parametrize("width", [320, 1280])
def test_it_is_in_nobodys_way(opened: Callable[..., Page], width: int) -> None:
    page = opened(BRITISH)
    page.set_viewport_size({"width": width, "height": 700})
    title = page.locator("h1")
    page.evaluate("document.querySelector('[data-listen]').hidden = true")
    before = title.bounding_box()
    page.evaluate("document.querySelector('[data-listen]').hidden = false")
    assert title.bounding_box() == before  # nothing moves when it appears
    listen(page)
    expect(page.get_by_role("group", name="Listening to this page")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page, within=".listen-bar") == []
