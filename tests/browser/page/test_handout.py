"""On paper: a handout of each guide page and each list is one sheet of A4, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from macros.library import Library
from tests.browser.page.test_pages import address

# What a printer would be handed, while the page is marked for it.
MARK = "window.print = () => { window.printed = document.documentElement.className; }"


def sheets(page: Page) -> int:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    return len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4", prefer_css_page_size=True)))


def test_the_handout_of_every_guide_page_is_one_sheet(page: Page, library: Library) -> None:
    page.add_init_script(MARK)
    guide = [path for path, one in library.pages.items() if one.meta.type in ("explain", "how-to")]
    assert guide
    long: dict[str, int] = {}
    for path in guide:
        page.goto(address(path))
        page.get_by_role("button", name="Print a one-page handout").click()
        page.wait_for_function("window.printed?.includes('prints-handout')")
        if (count := sheets(page)) != 1:
            long[path] = count
    assert long == {}


def test_every_list_is_one_sheet(page: Page, library: Library) -> None:
    page.add_init_script(MARK)
    long: dict[str, int] = {}
    hidden = 0  # warning signs of the page that would not stand on the sheet
    for id in library.checklists:
        path = library.page_that_calls("", "checklist", id)
        assert path
        page.goto(f"{address(path)}#checklist-{id}")
        page.reload()
        for fold in page.locator("details.fold:not([open]):has(check-list)").all():
            fold.locator("summary").first.click()
        page.locator(f"check-list[data-name='checklist.{id}'] [data-do=print-blank]").click()
        page.wait_for_function("window.printed?.includes('prints-checklist')")
        page.emulate_media(media="print")
        hidden += page.locator(".care-card").evaluate_all("(all) => all.filter((one) => !one.checkVisibility()).length")
        page.emulate_media(media="null")
        if (count := sheets(page)) != 1:
            long[id] = count
    assert long == {}
    assert hidden == 0


@pytest.fixture
def handed(page: Page) -> Page:
    page.add_init_script(MARK)
    page.goto("/bones/bone-stress-injuries/")
    page.get_by_role("button", name="Print a one-page handout").click()
    page.wait_for_function("window.printed")
    page.emulate_media(media="print")
    return page


def test_a_handout_holds_answer_steps_signs_and_where_it_comes_from(handed: Page) -> None:
    for part in ("h1", ".short-answer", ".key-points", "#what-to-do-now", ".care-card", ".page-footer__paper"):
        expect(handed.locator(part).first).to_be_visible()
    for part in ("#what-it-feels-like", ".next-task", ".page-footer__actions", ".care-card__sources"):
        expect(handed.locator(part).first).to_be_hidden()
    expect(handed.locator(".page-footer")).to_contain_text("not yet reviewed by a clinician")


def test_the_whole_page_prints_again_afterwards(handed: Page) -> None:
    handed.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(handed.locator("#what-it-feels-like")).to_be_visible()


def test_without_scripts_the_whole_page_prints(page_without_scripts: Page) -> None:
    page_without_scripts.goto("/bones/bone-stress-injuries/")
    expect(page_without_scripts.get_by_role("button", name="Print a one-page handout")).to_be_hidden()
    page_without_scripts.emulate_media(media="print")
    expect(page_without_scripts.locator("#what-it-feels-like")).to_be_visible()
