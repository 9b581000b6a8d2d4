"""Reading a page: the focus is always seen, "Back to top" is there when it is of use, and paper has the addresses."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from macros.library import Library
from tests.browser.page.test_pages import ONE_OF_EACH_TYPE, address

KNEES = "/joints/does-running-wear-out-knees/"

# Where what has the focus stands, and what lies over it.
FOCUS = """() => {
    const place = document.activeElement.getBoundingClientRect();
    const header = document.querySelector(".md-header").getBoundingClientRect();
    return document.activeElement.closest("article") && [place.top - header.bottom, innerHeight - place.bottom];
}"""


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("width", [360, 1280])
def test_what_has_the_focus_is_never_under_the_header(page: Page, width: int, backwards: bool) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(KNEES)
    if backwards:
        page.locator(".page-footer button").first.focus()
    seen = 0
    for _ in range(70):  # past the menus, whose pages grow in number
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
        if place := page.evaluate(FOCUS):
            above, below = place
            assert above >= 0 and below >= 0, page.evaluate("document.activeElement.outerHTML")
            seen += 1
    assert seen > 8


def test_back_to_top_is_no_stop_for_the_tab_key_while_it_is_unseen(page: Page) -> None:
    page.goto(KNEES)
    expect(page.locator(".md-top")).to_be_hidden()
    for down in (3000, 2500):  # it comes when a reader turns back
        page.evaluate("down => { scrollTo(0, down); return new Promise(requestAnimationFrame); }", down)
    page.get_by_role("button", name="Back to top").click()
    expect(page.locator("h1")).to_be_in_viewport()


def test_pages_of_a_section_are_seen_from_each_other_on_a_phone(page: Page, library: Library) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto("/bones/bone-scans/")
    others = page.get_by_role("navigation", name="More in Bones")
    expect(
        others.get_by_role("link", name=library.pages["bones/does-running-build-bone.md"].meta.title)
    ).to_be_visible()
    expect(others.locator("[aria-current=page]")).to_have_text(library.pages["bones/bone-scans.md"].meta.title)


def test_paper_has_the_addresses_of_links_as_notes(page: Page, base_url: str) -> None:
    page.goto("/bones/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    notes = page.locator(".print-notes li")
    assert f"{base_url}/bones/bone-scans/" in notes.all_inner_texts()
    marks = page.locator(".print-mark").all_inner_texts()
    assert len(set(marks)) == notes.count()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".print-notes, .print-mark")).to_have_count(0)


def _prints(page: Page, given: str) -> None:
    """Puts the page on paper as the button does that calls print()."""
    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    page.evaluate(given)
    page.emulate_media(media="print")


ON_PAPER = "(parts) => parts.filter((part) => part.checkVisibility()).length"


@pytest.mark.parametrize(
    ("address", "press"),
    [
        ("/do/before-your-first-run/", "document.querySelector('check-list [data-do=print]').click()"),
        ("/do/compare-options/", "document.querySelector('option-grid [data-do=print]').click()"),
        ("/do/prepare-for-an-appointment/", "document.querySelector('appointment-summary [data-do=print]').click()"),
        (
            "/start/find-your-starting-point/",
            "{ const tool = document.querySelector('decision-tool');"
            " for (let form; (form = tool.querySelector('form:not([hidden])')); ) {"
            "   form.querySelector('input').checked = true; form.requestSubmit(); }"
            " tool.querySelector('[data-do=print]').click(); }",
        ),
    ],
)
def test_a_sheet_has_no_letter_or_number_whose_note_is_not_on_it(page: Page, address: str, press: str) -> None:
    page.goto(address)
    _prints(page, press)
    assert page.locator("#main-content :is(.print-mark, .claim-chip__note)").count() > 0
    for mark, notes in ((".print-mark", ".print-notes"), (".claim-chip__note", ".page-sources__notes")):
        if not page.locator(notes).evaluate_all(ON_PAPER):
            assert page.locator(mark).evaluate_all(ON_PAPER) == 0


@pytest.mark.parametrize("asked", [True, False])
def test_a_page_prints_the_numbers_of_its_sources_only_with_the_sources_that_were_asked_for(
    page: Page, asked: bool
) -> None:
    page.goto("/bones/does-running-build-bone/")
    if asked:
        page.locator("summary:has(#sources)").click()
    _prints(page, "print()")
    for part in (".print-mark", ".print-notes"):
        assert page.locator(part).evaluate_all(ON_PAPER) > 0, part
    for part in (".claim-chip__note", ".page-sources__notes"):
        assert bool(page.locator(part).evaluate_all(ON_PAPER)) is asked, part


def test_a_link_from_elsewhere_opens_the_folded_section_that_it_leads_to(page: Page) -> None:
    page.goto("/bones/does-running-build-bone/#questions-to-ask-a-professional")
    expect(page.locator("details:has(> summary > #questions-to-ask-a-professional)")).to_have_attribute("open", "")
    expect(page.locator("details:has(> summary > #if-you-change-nothing)")).not_to_have_attribute("open", "")


@pytest.mark.parametrize("markdown", [page for page in ONE_OF_EACH_TYPE if page != "index.md"])
def test_at_a_desk_blocks_end_where_the_text_ends_or_where_the_column_does(page: Page, markdown: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address(markdown))
    boxes = [f"admonition {kind}" for kind in ("short-answer", "key-points", "do-not", "unknown")]
    markup = "".join(f"<div class='{box}'><p>Words.</p></div>" for box in (*boxes, "care-card"))
    page.evaluate(
        "html => document.querySelector('#main-content > .page-footer').insertAdjacentHTML('beforebegin', html)", markup
    )
    edges: dict[int, str] = page.locator("#main-content").evaluate(
        """main => Object.fromEntries([...main.querySelectorAll(":scope > :is(p, div, section, details, table, aside)")]
            .filter(block => block.getClientRects().length && !block.matches(".sign"))
            .map(block => [Math.round(block.getBoundingClientRect().right), block.className || block.tagName]))"""
    )
    assert len(edges) == 2, edges
