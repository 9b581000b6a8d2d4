"""Every page in a real browser, from the unzipped folder, and what all pages do (test_accessibility.py: from a server).

The `page` fixture fails a test on any error in the console and on any request to another host.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from rcssmin import cssmin

from tests.browser.axe import put_on
from tools.assets.bundles import stylesheets, theme_stylesheets
from tools.assets.unused_styles import is_left_out, without_unused
from tools.build import ROOT
from tools.offline import FRONT_DOOR, GUIDE

PAGES = sorted(path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md"))

# One page of each type of front matter, where all of a type behave alike.
ONE_OF_EACH_TYPE = sorted(
    {
        re.search(r"^type: (.+)$", (ROOT / "docs" / page).read_text(encoding="utf-8"), re.MULTILINE)[1]: page  # type: ignore[index]
        for page in PAGES
    }.values()
)

# Words that stand on several pages, so that a search finds something.
WORD = "osteoporosis"


def address(markdown: str) -> str:
    """Where a page below docs/ is served."""
    name = markdown.removesuffix(".md")
    return "/" + (name.removesuffix("index") if name == "index" or name.endswith("/index") else f"{name}/")


@pytest.mark.parametrize("markdown", PAGES)
def test_page_loads_from_a_folder(same_page: Page, offline_folder: Path, markdown: str) -> None:
    same_page.goto((offline_folder / GUIDE / f"{markdown.removesuffix('.md')}.html").as_uri())
    is_whole(same_page)


def is_whole(page: Page) -> None:
    """The title, the way to help, and the typeface are there."""
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_role("link", name="When to get help").first).to_be_visible()
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Guide Sans\"'))")


def test_front_door_leads_into_the_guide(page: Page, offline_folder: Path) -> None:
    assert sorted(path.name for path in offline_folder.iterdir()) == [FRONT_DOOR, GUIDE]
    page.goto((offline_folder / FRONT_DOOR).as_uri())
    page.wait_for_url(f"**/{GUIDE}/index.html")
    is_whole(page)


def test_search_finds_the_same_from_a_server_and_from_a_folder(page: Page, offline_folder: Path) -> None:
    page.goto("/")
    online = _found(page)
    assert online
    page.goto((offline_folder / GUIDE / "index.html").as_uri())
    assert _found(page) == online


def test_a_search_result_opens_from_a_folder(page: Page, offline_folder: Path) -> None:
    page.goto((offline_folder / GUIDE / "index.html").as_uri())
    title = _found(page)[0]
    page.locator("[data-part=found] a").first.click()
    expect(page.locator("h1")).to_contain_text(title)


def _found(page: Page) -> list[str]:
    """Titles of the pages that a search for WORD lists."""
    field = page.get_by_role("textbox", name="Search the guide")
    field.click()
    field.press_sequentially(WORD)
    expect(page.locator("[data-part=found] strong").first).to_be_visible()
    return page.locator("[data-part=found] strong").all_inner_texts()


def test_first_tab_stop_skips_to_the_title(page: Page) -> None:
    page.goto("/about/privacy/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main-content")).to_be_focused()
    expect(page.locator("h1")).to_be_in_viewport()


def test_menu_and_search_open_by_keyboard_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/about/privacy/")
    page.get_by_role("button", name="Menu").press("Enter")
    expect(
        page.get_by_role("link", name="Glossary").or_(page.get_by_role("link", name="Look up")).first
    ).to_be_visible()
    page.keyboard.press("Escape")
    page.goto("/about/privacy/")
    page.get_by_role("button", name="Search", exact=True).press("Enter")
    expect(page.get_by_role("textbox", name="Search the guide")).to_be_focused()


def test_chosen_colours_are_kept(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.goto("/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_title("Switch to dark colours").click()
    page.goto("/about/privacy/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_dark_colours_are_there_when_the_device_asks_for_them(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_pages_work_where_storage_is_refused(page: Page) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused') }})")
    page.goto("/")
    page.get_by_title("Switch to dark colours").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert _found(page)


@pytest.mark.parametrize("markdown", ONE_OF_EACH_TYPE)
def test_page_reads_without_scripts(page_without_scripts: Page, markdown: str) -> None:
    page_without_scripts.goto(address(markdown))
    expect(page_without_scripts.locator("h1")).to_be_visible()
    expect(page_without_scripts.get_by_role("link", name="When to get help").first).to_be_visible()
    expect(page_without_scripts.get_by_role("button", name="Print this page")).to_have_count(0)


def test_an_old_copy_says_so_from_its_review_date_on(own_page: Page, offline_folder: Path) -> None:
    """H08: stale advice in an offline copy."""
    guide = offline_folder / GUIDE / "about" / "privacy.html"
    own_page.goto(guide.as_uri())
    due = own_page.locator(".review-overdue").get_attribute("data-review-due")
    assert due
    expect(own_page.locator(".review-overdue")).to_be_hidden()
    own_page.clock.set_fixed_time(f"{due}T12:00:00Z")
    own_page.reload()
    expect(own_page.locator(".review-overdue")).to_be_hidden()
    year, rest = due.split("-", 1)
    own_page.clock.set_fixed_time(f"{int(year) + 1}-{rest}T12:00:00Z")
    own_page.reload()
    expect(own_page.locator(".review-overdue")).to_be_visible()


def test_print_shows_the_text_and_no_navigation(page: Page) -> None:
    page.goto("/about/privacy/")
    put_on(page, "dark")
    page.emulate_media(media="print")
    for part in (".md-header", ".md-tabs", ".md-sidebar--primary", ".md-footer", ".md-path", ".page-footer__actions"):
        expect(page.locator(part).first).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".page-footer__facts")).to_be_visible()
    assert page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == "rgb(255, 255, 255)"


def test_sources_are_folded_on_the_screen_and_open_on_paper(page: Page) -> None:
    page.goto("/bones/does-running-build-bone/")
    first = page.locator(".page-sources__references li").first
    expect(first).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(first).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(first).to_be_hidden()


# The style rules of a stylesheet in their order: where they hold, selector by selector, and what they say.
_RULES = """(css) => {
    // Values of custom properties are kept as they were written, spaces after commas included.
    const plain = (text) => text.replace(/\\s+/g, " ").replace(/ ?([,()]) ?/g, "$1");
    const properties = ({ style }) => [...style]
        .map((name) => [name, plain(style.getPropertyValue(name)), style.getPropertyPriority(name)]);
    const read = (rules, where) => [...rules].flatMap((rule) =>
        rule.selectorText
            ? rule.selectorText.split(/,(?![^(]*\\))/).map((one) => [where, plain(one.trim()), properties(rule)])
            : rule.cssRules ? read(rule.cssRules, `${where} ${plain(rule.conditionText ?? rule.cssText)}`)
            : [[where, "", plain(rule.cssText)]]);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return read(sheet.cssRules, "").map((rule) => JSON.stringify(rule));
}"""


def test_the_joined_stylesheet_says_the_same_as_its_parts(page: Page) -> None:
    """The program that makes styles shorter does not understand them: the browser says whether it kept their sense."""
    page.goto("/")
    sheets = list(stylesheets())
    assert len(sheets) > 1
    for path in sheets:
        css = path.read_text(encoding="utf-8")
        assert page.evaluate(_RULES, cssmin(css)) == page.evaluate(_RULES, css), path.name


@pytest.mark.parametrize("path", theme_stylesheets(), ids=lambda path: path.name.partition(".")[0])
def test_of_the_themes_styles_only_what_cannot_match_is_left_out(page: Page, path: Path) -> None:
    page.goto("/")
    css = path.read_text(encoding="utf-8")
    before, after = (
        [_without_variables(rule) for rule in page.evaluate(_RULES, text)] for text in (css, without_unused(css, css))
    )
    rest = iter(before)
    assert [rule for rule in after if rule not in rest] == [], "a rule was changed, added or moved"
    left = {selector for (_, selector, _) in before if selector} - {selector for (_, selector, _) in after}
    assert [selector for selector in left if not _can_match_nothing(selector)] == []


def _without_variables(rule: str) -> tuple[str, str, str]:
    where, selector, says = json.loads(rule)
    return where, selector, str([each for each in says if not each[0].startswith("--")])


def _can_match_nothing(selector: str) -> bool:
    names = re.findall(r"\.([\w-]+)", selector)
    return any(map(is_left_out, names)) or "[dir=" in selector or "[data-md-color-" in selector
