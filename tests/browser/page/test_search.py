"""Search finds pages by the words that people use, from a server and from a folder."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from macros.library import Library
from tools.offline import GUIDE

KNEES = "joints/does-running-wear-out-knees.md"
GLOSSARY = "look-up/glossary.md"

# What people type, and pages that answer it.
TYPED = {
    "dodgy knee": (KNEES, GLOSSARY),
    "thin bones": ("bones/running-with-osteoporosis.md",),
    "stoop": ("bones/after-a-spine-fracture.md", GLOSSARY),
}


@pytest.mark.smoke
def test_everyday_words_find_the_page_from_a_server(page: Page, library: Library) -> None:
    page.goto("/")
    _each_is_found(page, library)


def test_everyday_words_find_the_page_from_a_folder(page: Page, offline_folder: Path, library: Library) -> None:
    page.goto((offline_folder / GUIDE / "index.html").as_uri())
    _each_is_found(page, library)


def _each_is_found(page: Page, library: Library) -> None:
    for typed, pages in TYPED.items():
        assert {library.pages[path].meta.title for path in pages} <= _found(page, typed), typed


# The node after the 3 of "kohrt3" and "kohrt9" looks to lunr like one in the long row of threes.
WORDS_IN_DIGITS = """async (address) => {
    const words = ["0", `1${"3".repeat(400)}`, "kohrt3", "kohrt9"];
    const docs = words.map((title) => ({ location: title, title, text: "" }));
    const fields = { title: { boost: 1 }, text: { boost: 1 } };
    const config = { lang: ["en"], separator: " ", pipeline: [], fields };
    const worker = new Worker(address);
    const answer = () =>
        new Promise((told) => worker.addEventListener("message", ({ data }) => told(data), { once: true }));
    const ready = answer();
    worker.postMessage({ type: 0, data: { config, docs, options: { suggest: false } } });
    await ready;
    const found = answer();
    worker.postMessage({ type: 2, data: "kohrt" });
    return (await found).data.items.map(([first]) => first.title.replace(/<[^>]*>/g, ""));
}"""


def test_words_that_end_in_digits_are_found_by_their_beginning(page: Page) -> None:
    page.goto("/")
    address = page.locator("script[data-worker]").get_attribute("data-worker")
    assert sorted(page.evaluate(WORDS_IN_DIGITS, address)) == ["kohrt3", "kohrt9"]


def test_the_knee_page_comes_first_for_a_dodgy_knee_and_contributors_pages_do_not_come(
    page: Page, library: Library
) -> None:
    page.goto("/")
    assert "Patterns" not in _found(page, "patterns")
    _found(page, "dodgy knee")
    expect(page.locator(".md-search-result__list > li > a h1").first).to_have_text(library.pages[KNEES].meta.title)


def _found(page: Page, typed: str) -> set[str]:
    """Titles of all pages that a search lists."""
    field = page.get_by_role("textbox", name="Search the guide")
    field.click()
    field.fill("")
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to search", timeout=30_000)  # the index is there
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


def test_the_words_that_led_to_a_page_are_marked_on_it(page: Page) -> None:
    page.goto("/")
    _follow_first(page, "dodgy knee")
    _expect_marked(page, "knee")


def test_the_words_that_led_to_a_page_are_marked_on_it_from_a_folder(page: Page, offline_folder: Path) -> None:
    page.goto((offline_folder / GUIDE / "index.html").as_uri())
    _follow_first(page, "dodgy knee")
    _expect_marked(page, "knee")


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


def _follow_first(page: Page, typed: str) -> None:
    _found(page, typed)
    page.locator(".md-search-result__list > li > a").first.click()
    page.wait_for_url("**?h=**")
    page.wait_for_load_state("load")


def _expect_marked(page: Page, word: str) -> None:
    """The word is marked wherever the text says it, and nothing else is."""
    expect(page.locator("#main-content mark").first).to_be_visible()
    marked = [mark.lower() for mark in page.locator("#main-content mark").all_text_contents()]
    assert marked.count(word) > 20
    assert set(marked) <= {word, "dodgy", f"dodgy {word}"}
    left = """(parts, word) => parts.filter((part) => part.checkVisibility())
        .filter((part) => part.innerText.toLowerCase().includes(word) && !part.querySelector("mark"))
        .map((part) => part.innerText)"""
    assert page.locator("#main-content :is(h1, h2, h3, p, td)").evaluate_all(left, word) == []
