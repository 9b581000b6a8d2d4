"""How sure we are, in a real browser: the chip in place, on a phone, by keyboard, on paper, without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.library import Library
from macros.render.evidence.list_pages import list_page_of
from tests.conftest import silent
from tools.offline import GUIDE

WITH_CHIPS = "/joints/does-running-wear-out-knees/"
CLAIMS = "/evidence/all-claims/"
FAR_FUTURE = "2090-01-01T12:00:00Z"


def first_chip(page: Page) -> Locator:
    return page.locator("#main-content .claim-chip:has(.dots)").first


def open_card(page: Page) -> Locator:
    return page.locator(".claim-popover:popover-open")


def test_chip_says_how_sure_we_are_of_what_kind_of_evidence(page: Page) -> None:
    page.goto(WITH_CHIPS)
    expect(first_chip(page)).to_have_accessible_name(
        re.compile(r"certainty\. .+, newest source \d{4}\. Show the evidence")
    )


@pytest.mark.smoke
def test_chip_opens_its_card_in_place_and_gives_the_focus_back(page: Page) -> None:
    page.goto(WITH_CHIPS)
    first_chip(page).click()
    expect(open_card(page)).to_be_visible()
    expect(open_card(page)).to_contain_text("Why this certainty")
    expect(page).to_have_url(re.compile(f"{WITH_CHIPS}$"))
    page.keyboard.press("Escape")
    expect(open_card(page)).to_have_count(0)
    expect(first_chip(page)).to_be_focused()


def test_card_works_by_keyboard_alone(page: Page) -> None:
    page.goto(WITH_CHIPS)
    first_chip(page).focus()
    page.keyboard.press("Enter")
    expect(open_card(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(open_card(page).get_by_role("link").first).to_be_focused()
    close = open_card(page).get_by_role("button", name="Close")
    close.focus()
    page.keyboard.press("Space")
    expect(open_card(page)).to_have_count(0)
    expect(first_chip(page)).to_be_focused()


def test_a_source_is_two_taps_away_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(WITH_CHIPS)
    first_chip(page).click()
    source = open_card(page).locator("a[href^='https://']").first
    source.scroll_into_view_if_needed()
    expect(source).to_be_in_viewport()
    expect(open_card(page).get_by_role("button", name="Close")).to_be_in_viewport()


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def phone(request: pytest.FixtureRequest, browser: Browser, base_url: str) -> Iterator[Page]:
    """A small screen that is touched, with scripts and without."""
    with browser.new_context(
        base_url=base_url,
        viewport={"width": 360, "height": 740},
        has_touch=True,
        is_mobile=True,
        java_script_enabled=request.param,
    ) as context:
        yield from silent(context.new_page(), base_url)


@pytest.mark.parametrize("where", [WITH_CHIPS, "/bones/running-with-osteoporosis/", "/evidence/myths/"])
def test_two_taps_on_a_phone_lead_from_a_sentence_to_its_source(phone: Page, where: str) -> None:
    phone.goto(where)
    chip = first_chip(phone)
    claim = chip.get_attribute("data-claim")
    chip.tap()
    card = phone.locator(f".claim-popover:popover-open, .claim-card:has(#claim-{claim})")
    expect(card.get_by_role("link", name=re.compile("DOI|PubMed|page", re.IGNORECASE)).first).to_be_visible()
    source = card.locator("a[href*='#source-']").first
    source.tap()
    expect(phone).to_have_url(re.compile(r"/evidence/sources/[\w-]+/#source-[a-z0-9-]+$"))
    expect(phone.locator(".source-entry:has(:target) h3")).to_be_in_viewport()


def test_a_press_beside_the_card_closes_it(page: Page) -> None:
    page.goto(WITH_CHIPS)
    first_chip(page).click()
    page.locator("h1").click()
    expect(open_card(page)).to_have_count(0)


def test_card_stays_inside_the_window(page: Page) -> None:
    page.set_viewport_size({"width": 1000, "height": 800})
    page.goto(WITH_CHIPS)
    chips = page.locator("#main-content .claim-chip").all()[:8]
    assert len(chips) == 8
    for chip in chips:
        chip.click()
        box = open_card(page).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 1000
        page.keyboard.press("Escape")


def test_a_source_is_two_taps_away_without_scripts(page_without_scripts: Page) -> None:
    page = page_without_scripts
    page.goto(WITH_CHIPS)
    first_chip(page).click()
    expect(page).to_have_url(re.compile(rf"{CLAIMS}[\w-]+/#claim-[\w-]+$"))
    card = page.locator(".claim-card:has(:target)")
    expect(card.locator("h3")).to_be_in_viewport()
    expect(card.locator("a[href^='https://']").first).to_be_visible()


def test_chip_opens_in_the_offline_copy(page: Page, offline_folder: Path) -> None:
    page.goto((offline_folder / GUIDE / "joints" / "does-running-wear-out-knees.html").as_uri())
    first_chip(page).click()
    open_card(page).get_by_role("link", name="All about this statement").click()
    expect(page.locator(".claim-card:has(:target)")).to_be_visible()


def test_an_old_address_of_a_card_on_another_page_leads_to_its_line_in_the_list(page: Page, library: Library) -> None:
    moved = next(one.id for one in library.claims.values() if list_page_of(one.topic) == "bone-stress")
    page.goto(f"{CLAIMS}bones/#claim-{moved}")
    page.wait_for_url(f"**{CLAIMS}#claim-{moved}")
    page.locator(":target").get_by_role("link").click()
    expect(page.locator(".claim-card:has(:target) h3")).to_be_in_viewport()


def test_chips_print_as_numbers_of_the_page_s_list(page: Page) -> None:
    page.goto(WITH_CHIPS)
    page.locator("summary:has(#sources)").click()
    page.emulate_media(media="print")
    chips = page.locator("#main-content .claim-chip").all()
    for chip in chips:
        number = chip.locator(".claim-chip__note").inner_text().strip("[]")
        statement = page.locator(f"#note-{number} p").first
        expect(statement).to_be_visible()
        expect(chip.locator(".dots, .claim-chip__words")).to_be_visible()
    assert len(chips) > 5


def test_stale_evidence_says_that_it_is_being_rechecked(own_page: Page) -> None:
    own_page.goto(WITH_CHIPS)
    expect(first_chip(own_page)).not_to_contain_text("being re-checked", use_inner_text=True)
    own_page.clock.set_fixed_time(FAR_FUTURE)
    own_page.reload()
    expect(first_chip(own_page)).to_contain_text("being re-checked", use_inner_text=True)
    first_chip(own_page).click()
    expect(open_card(own_page).locator(".grade__recheck")).to_be_visible()


def test_claims_can_be_filtered_by_topic_and_certainty(page: Page) -> None:
    page.goto(CLAIMS)
    cards = page.locator("[data-filtered]:visible")
    everything = cards.count()
    page.get_by_label("Topic", exact=True).select_option("Knees")
    page.get_by_label("How sure", exact=True).select_option("Low certainty")
    shown = cards.count()
    assert 0 < shown < everything
    expect(page.get_by_text(f"Showing {shown} of {everything} claims.")).to_be_visible()
    assert set(cards.evaluate_all("cards => cards.map(card => card.dataset.topic + ' ' + card.dataset.grade)")) == {
        "knees low"
    }
    expect(page.locator("[data-filtered-group]:visible")).to_have_count(1)
    page.get_by_role("button", name="Show all").click()
    expect(cards).to_have_count(everything)


def test_a_link_to_a_claim_that_the_filter_hides_brings_it_back(page: Page) -> None:
    page.goto(CLAIMS)
    page.get_by_label("Topic", exact=True).select_option("Knees")
    page.get_by_role("link", name="Bones", exact=True).and_(page.locator("[href='#topic-bones']")).click()
    expect(page.locator("#topic-bones")).to_be_in_viewport()


def test_claims_can_be_found_by_topic_without_scripts(page_without_scripts: Page) -> None:
    page = page_without_scripts
    page.goto(CLAIMS)
    expect(page.get_by_label("Topic", exact=True)).to_be_hidden()
    page.locator("[href='#topic-knees']").click()
    expect(page.locator("#topic-knees")).to_be_in_viewport()


@pytest.mark.parametrize("index", ["Claims by how sure we are"])
def test_claims_can_be_found_by_certainty_without_scripts(page_without_scripts: Page, index: str) -> None:
    page = page_without_scripts
    page.goto(CLAIMS)
    lists = page.locator("details.list-filter__index", has_text=index)
    lists.locator("summary").click()
    link = lists.get_by_role("link").first
    link.click()
    expect(page.locator(".claim-card:has(:target)")).to_be_in_viewport()


def test_search_finds_a_word_by_its_everyday_name(page: Page) -> None:
    page.goto("/")
    field = page.get_by_role("textbox", name="Search the guide")
    field.click()
    field.press_sequentially("brittle")
    expect(page.locator("[data-part=found] a[href*='#term-osteoporosis']")).to_be_attached()
