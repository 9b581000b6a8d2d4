"""What the browser tests rest on: words that look alike are judged once, and no test sees what another one left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.axe import SIGHT, put_on, violations
from tests.conftest import Reused

FAINT = "color: #bbb; background: #fff"
CLEAR = "color: #000; background: #fff"

# The colours of every element of a page.
COLOURS = """() => [...document.body.querySelectorAll("*")].map((one) => {
    const { color, backgroundColor, borderTopColor, fill } = getComputedStyle(one);
    return [one.tagName, color, backgroundColor, borderTopColor, fill].join();
})"""

Judge = Callable[[str], int]


@pytest.fixture
def judge(page: Page) -> Judge:
    """How many elements of a page axe complains about, one page after the other, each knowing what passed before."""
    known: set[str] = set()

    def found(body: str) -> int:
        page.set_content(f"<!doctype html><html lang=en><title>A page</title><main><h1>A page</h1>{body}</main>")
        return len(violations(page, SIGHT, known=known))

    return found


def test_words_that_look_like_some_that_passed_are_not_asked_about_again(page: Page) -> None:
    known: set[str] = set()
    for body in ("<p>Words</p>" * 9, "<p>Other words</p>"):
        page.set_content(f"<!doctype html><html lang=en><title>A page</title><main><h1>A page</h1>{body}</main>")
        before = len(known)
        assert violations(page, SIGHT, known=known) == []
        assert (len(known) - before) == (2 if body.startswith("<p>Words") else 0)  # the title, and the words


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("<p>Words</p>", f"<p style='{FAINT}'>Words</p>"),
        ("<p>Words</p>", f"<div style='{FAINT}'><p>Words</p></div>"),
        ("<p>Words</p>", "<div style='background: #333'><p>Words</p></div>"),
        ("<p>Words</p>", "<p style='opacity: 0.3'>Words</p>"),
        (f"<p hidden style='{FAINT}'>Words</p>", f"<p style='{FAINT}'>Words</p>"),
        (f"<details><summary>A</summary><p style='{FAINT}'>Words</p></details>", f"<p style='{FAINT}'>Words</p>"),
        (
            f"<details><summary>A</summary><p style='{FAINT}'>Words</p></details>",
            f"<details open><summary>A</summary><p style='{FAINT}'>Words</p></details>",
        ),
        (f"<p style='{FAINT}; font-size: 40px'>Words</p>".replace("#bbb", "#888"), f"<p style='{FAINT}'>Words</p>"),
        (
            "<ul><li><a href='#a'>Link</a></li></ul>",
            "<p>Words and <a href='#a' style='text-decoration: none'>one</a></p>",
        ),
    ],
)
def test_words_that_look_otherwise_are_judged(judge: Judge, first: str, then: str) -> None:
    assert judge(first) == 0
    assert judge(then) == 1


def test_what_does_not_pass_is_told_on_every_page(judge: Judge) -> None:
    faint = f"<p style='{FAINT}'>Words</p>"
    assert [judge(faint), judge(faint), judge(faint * 2)] == [1, 1, 2]


def test_every_element_is_judged_where_none_can_be_known(page: Page) -> None:
    page.set_content("<!doctype html><html lang=en><main>" + f"<p style='{FAINT}'>Words</p>" * 7 + "</main>")
    assert len(violations(page, SIGHT)) == 7
    assert len(violations(page, SIGHT, known=set())) == 3


def test_dark_colours_can_be_put_on_in_place(same_page: Page) -> None:
    """They are those of a page that is opened in them."""
    same_page.goto("/about/privacy/")
    put_on(same_page, "dark")
    in_place = same_page.evaluate(COLOURS)
    put_on(same_page, "light")
    assert same_page.evaluate(COLOURS) != in_place
    same_page.emulate_media(color_scheme="dark")
    same_page.reload()
    assert same_page.evaluate(COLOURS) == in_place


def test_nothing_that_a_test_leaves_reaches_the_next(page: Page, reused: Reused) -> None:
    look = "() => [localStorage.length, sessionStorage.length, document.cookie, document.title]"
    page.context.route("**/about/privacy/", lambda route: route.fulfill(body="<title>Another</title>"))
    page.goto("/about/privacy/")
    page.evaluate("() => { localStorage.a = sessionStorage.a = 1; document.cookie = 'a=1' }")
    assert page.evaluate(look) == [1, 1, "a=1", "Another"]
    next_page = reused.emptied().new_page()
    assert page.is_closed()
    next_page.goto("/about/privacy/")
    *stored, title = next_page.evaluate(look)
    assert stored == [0, 0, ""]
    assert title != "Another"
