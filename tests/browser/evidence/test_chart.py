"""Charts and long lists in a real browser: on a phone, in other colours, on paper, past a review date."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tools.offline import GUIDE

CHARTS = "/evidence/charts/"
SOURCES = "/evidence/sources/"
FAR_FUTURE = "2090-01-01T12:00:00Z"

# No letter in a picture is smaller than this on a phone.
LEAST_LETTER_PX = 12


def pictures(page: Page) -> Locator:
    return page.locator("svg.chart__svg[role=img]")


def test_pictures_fit_a_narrow_phone_with_readable_letters(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(CHARTS)
    assert pictures(page).count() > 20
    too_small: int = page.eval_on_selector_all(
        ".chart__words", f"all => all.filter(e => parseFloat(getComputedStyle(e).fontSize) < {LEAST_LETTER_PX}).length"
    )
    assert too_small == 0
    outside = page.eval_on_selector_all(
        ".chart__words",
        """all => all.filter(e => {
            const box = e.getBoundingClientRect();
            return box.left < -1 || box.right > document.documentElement.clientWidth + 1;
        }).map(e => e.textContent)""",
    )
    assert outside == []


def test_words_of_a_picture_do_not_run_into_each_other_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(CHARTS)
    touching = pictures(page).evaluate_all(
        """all => all.flatMap(picture => {
            const words = [...picture.querySelectorAll("text")].map(e => [e.textContent, e.getBoundingClientRect()]);
            return words.flatMap(([one, a], i) => words.slice(i + 1)
                .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1
                    && a.top < b.bottom - 4 && b.top < a.bottom - 4)
                .map(([other]) => `${one} / ${other}`));
        })"""
    )
    assert touching == []


@pytest.mark.parametrize(
    "media",
    [{"color_scheme": "dark"}, {"forced_colors": "active"}, {"media": "print"}],
    ids=["dark", "forced", "print"],
)
def test_marks_stand_out_from_their_ground_in_every_colour(page: Page, media: dict[str, Any]) -> None:
    page.emulate_media(**media)
    page.goto(CHARTS)
    ground = page.locator(".chart").first.evaluate("e => getComputedStyle(e).backgroundColor")
    colours = page.locator(".chart__point").first.evaluate("e => getComputedStyle(e).fill")
    assert colours != ground
    words = page.locator(".chart__words").first.evaluate("e => getComputedStyle(e).fill")
    assert words != ground
    person = page.locator(".chart__person--counted").first.evaluate("e => getComputedStyle(e).fill")
    assert person not in (ground, "none")


def test_table_opens_below_the_picture(page: Page) -> None:
    page.goto(CHARTS)
    chart = page.locator(".chart", has=page.locator("#chart-long-run-jump"))
    expect(chart.get_by_role("table")).to_be_hidden()
    chart.locator("summary").click()
    expect(chart.get_by_role("table")).to_contain_text("1.64")


def test_a_picture_is_put_away_on_the_device_past_its_review_date(own_page: Page, offline_folder: Path) -> None:
    own_page.goto((offline_folder / GUIDE / "evidence" / "charts.html").as_uri())
    chart = own_page.locator(".chart", has=own_page.locator("#chart-long-run-jump"))
    expect(chart.locator("svg").first).to_be_visible()
    own_page.clock.set_fixed_time(FAR_FUTURE)
    own_page.reload()
    expect(chart.get_by_text("This picture is put away")).to_be_visible()
    expect(chart.locator(".chart__pictures")).to_be_hidden()
    expect(chart.locator(".chart__numbers")).to_be_hidden()
    expect(own_page.locator("#chart-certainty-map ~ *").first).to_be_visible()


def test_sources_can_be_filtered_by_topic_kind_and_year(page: Page) -> None:
    page.goto(SOURCES)
    entries = page.locator("[data-filtered]:visible")
    everything = entries.count()
    page.get_by_label("Topic", exact=True).select_option("Back")
    page.get_by_label("Kind of evidence", exact=True).select_option("Randomised trials")
    page.get_by_label("Year", exact=True).select_option("2024 or later")
    shown = entries.count()
    assert 0 < shown < everything
    expect(page.get_by_text(f"Showing {shown} of {everything} sources.")).to_be_visible()
    for topics in entries.evaluate_all("all => all.map(one => one.dataset.topic)"):
        assert "back" in topics.split()
    page.get_by_role("button", name="Show all").click()
    expect(entries).to_have_count(everything)


def test_sources_can_be_found_by_topic_and_year_without_scripts(page_without_scripts: Page) -> None:
    page = page_without_scripts
    page.goto(SOURCES)
    expect(page.get_by_label("Topic", exact=True)).to_be_hidden()
    for index in ("By topic", "By year"):
        lists = page.locator("details.list-filter__index", has_text=index)
        lists.locator("summary").click()
        link = lists.get_by_role("link").first
        expect(link).to_be_visible()
        target = str(link.get_attribute("href"))
        assert re.fullmatch(r"[\w-]+/#source-[a-z0-9-]+", target)
        link.click()
        expect(page.locator(":target")).to_be_in_viewport()
        page.go_back()


def test_claims_can_be_filtered_by_the_month_of_their_next_look(page: Page) -> None:
    page.goto("/evidence/all-claims/")
    cards = page.locator("[data-filtered]:visible")
    everything = cards.count()
    page.get_by_label("Next look due", exact=True).select_option("May 2027")
    assert 0 < cards.count() < everything
    assert set(cards.evaluate_all("all => all.map(one => one.dataset.due)")) == {"2027-05"}


def test_a_download_is_the_file_that_its_link_names(page: Page) -> None:
    page.goto("/look-up/download-the-data/")
    with page.expect_download() as download:
        page.get_by_role("link", name="BibTeX").click()
    assert download.value.suggested_filename == "sources.bib"
    assert "@article{" in Path(download.value.path()).read_text(encoding="utf-8")


def test_a_picture_taken_along_has_its_colours_under_the_security_policy_and_from_a_folder(
    own_page: Page, offline_folder: Path
) -> None:
    page = own_page
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))  # browsers ask for one beside a bare picture
    page.goto(CHARTS)
    address = page.locator("a[download][href$='.svg']").nth(1).evaluate("link => link.href")
    folder = (offline_folder / GUIDE / "evidence" / "charts.html").as_uri()
    page.goto(folder)
    alone = page.locator("a[download][href$='.svg']").nth(1).evaluate("link => link.href")
    for where in (address, alone):
        page.goto(where)
        mark = page.locator("circle").first
        assert mark.evaluate("e => getComputedStyle(e).fill") == "rgb(15, 92, 99)"
        assert page.locator("text").first.evaluate("e => getComputedStyle(e).fontSize") == "14px"
