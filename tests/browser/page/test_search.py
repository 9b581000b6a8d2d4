"""Search, from a server and from a folder: what it shows, by keyboard and by ear, and how soon."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from macros.library import Library
from tests.browser.axe import in_both_colours
from tools.offline import GUIDE
from tools.search_index import INDEX

KNEES = "joints/does-running-wear-out-knees.md"
MOST_MILLISECONDS = 500  # to the first result, at a quarter of the processor
VISITS = 6

# An index of the tests' own. Its addresses are those of pages that are there.
MADE = {
    "pages": [
        {
            "url": "about/privacy/",
            "title": "Pond herons",
            "about": "Birds that wade",
            "parts": [["top", "A heron's fish"]],
        },
        {"url": "about/", "title": "Which pond?", "about": "A choice", "tool": "Is it deep?", "parts": []},
    ],
    "also": [],
    "words": "birds 2,choice 8,deep 8,fish 4,heron 4,herons 0,pond 0 6,wade 2,which 6",
}


@pytest.fixture
def box(page: Page) -> Locator:
    """The search box of a page, over the small index."""

    def answer(route: Route) -> None:
        route.fulfill(body=f"var searchIndex={json.dumps(MADE)}", content_type="text/javascript")

    page.route(f"**/{INDEX}", answer)
    page.goto("/start/")
    return _opened(page)


@pytest.mark.smoke
def test_a_title_finds_its_page_from_a_server(page: Page, library: Library) -> None:
    page.goto("/")
    _the_knee_page_is_found_and_opened(page, library)


def test_a_title_finds_its_page_from_a_folder(page: Page, offline_folder: Path, library: Library) -> None:
    page.goto((offline_folder / GUIDE / "index.html").as_uri())
    _the_knee_page_is_found_and_opened(page, library)


def _the_knee_page_is_found_and_opened(page: Page, library: Library) -> None:
    """By some words of its title, one of them misspelt; the page marks them as they are written there."""
    title = library.pages[KNEES].meta.title
    last = title.lower().split()[-1].rstrip("?")
    box = _opened(page)
    _type(box, f"{title.rpartition(' ')[0]} {last[:2]}{last[1:]}")
    first = box.locator("[data-part=found] > li > a").first
    expect(first.locator("strong")).to_have_text(title)
    first.click()
    page.wait_for_url("**?h=**")
    expect(page.locator("h1")).to_contain_text(title)
    expect(page.locator("#main-content mark").first).to_be_visible()
    assert last in " ".join(page.locator("#main-content mark").all_text_contents()).lower()


def test_a_result_shows_title_what_the_page_is_about_and_parts_with_the_words_marked(box: Locator) -> None:
    _type(box, "fish heron")
    expect(box.locator("[data-part=found] > li")).to_have_count(1)
    expect(box.locator("[data-part=found] a")).to_have_text(["Pond heronsBirds that wade", "A heron's fish"])
    expect(box.locator("mark")).to_have_text(["herons", "heron's", "fish"])
    expect(box.get_by_role("status")).to_have_text("1 page")


def test_a_result_leads_to_its_page_and_its_place_and_takes_the_words_along(box: Locator) -> None:
    _type(box, "fihs")
    expect(box.locator("[data-part=found] a")).to_have_count(2)
    addresses = [urlsplit(str(link.get_attribute("href"))) for link in box.locator("[data-part=found] a").all()]
    assert [(to.path, to.fragment, parse_qs(to.query)) for to in addresses] == [
        ("/about/privacy/", fragment, {"h": ["fish"]}) for fragment in ("", "top")
    ]


def test_a_tool_is_a_result_with_its_first_question(box: Locator) -> None:
    _type(box, "deep")
    expect(box.locator("[data-part=found] a")).to_have_text(["Tool Which pond?First question: Is it deep?"])


def test_doors_stand_open_while_nothing_is_typed_or_found(box: Locator, page: Page) -> None:
    doors, found = box.locator("[data-part=doors]"), box.locator("[data-part=found]")
    expect(doors.get_by_role("link").first).to_be_visible()
    _type(box, "pond")
    expect(doors).to_be_hidden()
    _type(box, "zebra")
    expect(found).to_be_hidden()
    expect(box.get_by_role("status")).to_have_text("No page has these words")
    for door in doors.get_by_role("link").all():
        assert page.request.get(str(door.evaluate("link => link.href"))).ok
    box.get_by_role("button", name="Clear").click()
    expect(box.get_by_role("status")).to_have_text("Type to search")


def test_search_works_by_keyboard_alone(box: Locator, page: Page) -> None:
    _type(box, "pond")
    links = box.locator("[data-part=found] > li > a")
    for key, focused in (("ArrowDown", links.nth(0)), ("ArrowDown", links.nth(1)), ("ArrowUp", links.nth(0))):
        page.keyboard.press(key)
        expect(focused).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    box.get_by_role("textbox").focus()
    expect(page.locator("#__search")).to_be_checked()
    first = str(links.first.evaluate("link => link.href"))
    page.keyboard.press("Enter")
    page.wait_for_url(first)


def test_whoever_leaves_search_by_keyboard_closes_it(box: Locator, page: Page) -> None:
    _type(box, "deep")
    expect(box.locator("[data-part=found] a")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(box.locator("[data-part=found] a")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#__search")).not_to_be_checked()


def test_a_link_may_carry_a_search(page: Page, library: Library) -> None:
    page.goto(f"/?{urlencode({'q': library.pages[KNEES].meta.title})}")
    expect(page.locator("[data-part=found] strong").first).to_have_text(library.pages[KNEES].meta.title)
    expect(page.get_by_role("textbox", name="Search the guide")).to_be_focused()


@pytest.mark.parametrize("width", [390, 1280])
def test_what_search_shows_is_accessible(box: Locator, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    _type(box, "pond heron deep")
    expect(box.locator("[data-part=found] a").first).to_be_visible()
    page.wait_for_timeout(500)  # the theme fades it in
    assert in_both_colours(page, "[data-search-box]", None) == []


AT_ONCE = """async (typed) => {
    const field = document.querySelector(".md-search__input"), list = document.querySelector("[data-part=found]");
    const shown = new Promise((done) => new MutationObserver(() => {
        if (list.children.length) requestAnimationFrame(() => setTimeout(done));
    }).observe(list, { childList: true }));
    const began = performance.now();
    field.focus();
    field.value = typed;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await shown;
    return performance.now() - began;
}"""


def test_the_first_result_comes_at_once_on_a_slow_processor(page: Page) -> None:
    """From the first press on: the script, the index of the whole guide, and a word that is misspelt.

    The best of some visits counts, as whatever else this computer does makes one slower and none faster.
    """
    session = page.context.new_cdp_session(page)
    took: list[float] = []
    while len(took) < VISITS and min(took, default=MOST_MILLISECONDS) >= MOST_MILLISECONDS:
        session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        page.goto("/")
        page.wait_for_load_state("networkidle")
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        took.append(page.evaluate(AT_ONCE, "osteoperosis"))
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    assert min(took) < MOST_MILLISECONDS, took


def _opened(page: Page) -> Locator:
    box = page.locator("[data-search-box]")
    box.get_by_role("textbox").click()
    expect(box.get_by_role("status")).to_have_text("Type to search")  # the index is there
    return box


def _type(box: Locator, typed: str) -> None:
    box.get_by_role("textbox").fill(typed)


def test_marks_leave_words_and_tools_as_they_were(page: Page) -> None:
    address = "/start/find-your-starting-point/"
    page.goto(address)
    expect(page.locator("[data-late]")).to_have_count(0)
    words = page.locator("#main-content").inner_text()
    page.goto(f"{address}?h=bone+knee")
    expect(page.locator("#main-content mark").first).to_be_attached()
    expect(page.locator("[data-late]")).to_have_count(0)
    assert page.locator("#main-content").inner_text() == words
    tool = page.locator("decision-tool").first
    tool.locator("form:not([hidden]) label").last.click()
    tool.get_by_role("button", name="Continue").click()
    expect(tool.locator(".tool__result")).to_be_visible()


@pytest.mark.parametrize("words", ["", "zebra", "(", "\\", "<b>"])
def test_words_that_are_not_there_or_are_signs_mark_nothing_and_break_nothing(page: Page, words: str) -> None:
    page.goto(f"/about/privacy/?{urlencode({'h': words})}")
    page.wait_for_load_state("networkidle")
    assert page.locator("mark").all_inner_texts() == ["("] * page.locator("mark").count()
