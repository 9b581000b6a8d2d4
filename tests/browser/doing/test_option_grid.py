"""Comparing options in a real browser: a grid to read, a sheet to tick, and no choice that comes out of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from macros.records.files.reading import read_yaml
from macros.render.doing.option_grid import ASPECTS
from tools.build import ROOT

# The grid's own words, so that it can be reworded.
GRID = read_yaml(ROOT / "data" / "options" / "sore-knee.yml", "sore-knee.yml").value
MATTERS = [one["label"] for one in GRID["matters"]]
CHOICES = [one["label"] for one in GRID["options"]]
CELLS = len(ASPECTS) * len(CHOICES)
COMPARE = "/do/compare-options/"
KEPT = "localStorage.getItem('running-bones-joints.options.sore-knee')"
NOTE_PRINTS = "window.print = () => { window.printed = document.documentElement.className; }"


def matter(page: Page, label: str, level: str) -> None:
    page.get_by_role("group", name=label).get_by_label(level, exact=True).check()


def test_every_option_answers_every_question_on_a_phone_too(page: Page) -> None:
    page.goto(COMPARE)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 700})
        grid = page.get_by_role("table", name=GRID["decides"])
        expect(grid.get_by_role("rowheader")).to_have_count(len(ASPECTS))
        expect(grid.get_by_role("cell")).to_have_count(CELLS)
    cell = grid.get_by_role("cell").first
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == f'"{CHOICES[0]}"'


def test_labels_look_as_they_do_elsewhere(page: Page) -> None:
    page.goto(COMPARE)
    look = """(chip) => [chip.offsetHeight,
        ...["fontWeight", "fontSize", "borderRadius"].map((one) => getComputedStyle(chip)[one])]"""
    page.locator("details.fold > summary").evaluate_all("(all) => all.forEach((one) => one.click())")
    below = page.locator("#main-content p:not(.options *) > button.claim-chip:not([hidden])").first.evaluate(look)
    inside = page.locator(".options__grid .claim-chip:visible").first.evaluate(look)
    assert inside == below
    assert inside[0] < 30


def test_without_scripts_the_grid_reads_and_says_what_the_sheet_is_for(page_without_scripts: Page) -> None:
    page = page_without_scripts
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 700})
        page.goto(COMPARE)
        expect(page.locator(".options noscript p")).to_be_visible()
        grid = page.get_by_role("table", name=GRID["decides"])
        assert grid.get_by_role("cell").count() == CELLS
        assert all(cell.is_visible() for cell in grid.get_by_role("cell").all())
        expect(page.get_by_role("heading", name="What matters to me")).to_be_visible()
        expect(page.locator(".options button:visible")).to_have_count(0)


def test_what_matters_a_lot_leads_back_to_its_row(page: Page) -> None:
    page.goto(COMPARE)
    line = page.get_by_role("group", name=MATTERS[0])
    expect(line.get_by_role("link")).to_be_hidden()
    matter(page, MATTERS[0], "A lot")
    aspect = GRID["matters"][0]["look_at"]
    line.get_by_role("link", name=ASPECTS[aspect]).click()
    assert page.url.endswith(f"#sore-knee-{aspect}")


def test_h26_ticks_are_never_added_up_and_no_choice_comes_out(page: Page) -> None:
    page.goto(COMPARE)
    words = "document.querySelector('.options__grid').outerHTML + document.querySelector('.options h3').outerHTML"
    before = page.evaluate(words)
    matter(page, MATTERS[1], "A lot")
    page.get_by_role("group", name=GRID["sure"][0]["ask"]).get_by_label("Yes").check()
    assert page.evaluate(words) == before
    assert page.locator(".options__leans :checked").count() == 0


@pytest.mark.smoke
def test_h12_answers_are_saved_only_when_asked_and_come_back(page: Page) -> None:
    page.goto(COMPARE)
    matter(page, MATTERS[0], "A little")
    page.get_by_role("group", name="Where I lean today").get_by_label(CHOICES[1]).check()
    page.get_by_label("My own notes and questions").fill("Ask about hills.\nAnd stairs.")
    assert page.evaluate(KEPT) is None
    page.get_by_role("button", name="Save on this device").click()
    page.get_by_role("button", name="Save", exact=True).click()
    page.reload()
    expect(page.get_by_label("My own notes and questions")).to_have_value("Ask about hills.\nAnd stairs.")
    expect(page.get_by_role("group", name="Where I lean today").get_by_label(CHOICES[1])).to_be_checked()
    page.get_by_role("button", name="Clear my answers").click()
    page.get_by_role("button", name="Clear all").click()
    assert page.evaluate(KEPT) is None
    expect(page.get_by_label("My own notes and questions")).to_have_value("")


def test_ticks_and_notes_that_are_not_saved_survive_a_reload(page: Page) -> None:
    page.goto(COMPARE)
    matter(page, MATTERS[0], "A lot")
    page.get_by_label("My own notes and questions").fill("Ask about hills.")
    page.reload()
    line = page.get_by_role("group", name=MATTERS[0])
    expect(line.get_by_label("A lot", exact=True)).to_be_checked()
    expect(line.get_by_role("link")).to_be_visible()
    expect(page.get_by_label("My own notes and questions")).to_have_value("Ask about hills.")
    assert page.evaluate(KEPT) is None
    page.get_by_role("button", name="Clear my answers").click()
    page.get_by_role("button", name="Clear all").click()
    page.reload()
    expect(page.get_by_label("My own notes and questions")).to_have_value("")


def test_paper_has_the_grid_and_the_sheet_alone(page: Page) -> None:
    page.add_init_script(NOTE_PRINTS)
    page.goto(COMPARE)
    page.get_by_role("button", name="Print the choices with my answers").click()
    assert "prints-notes" in page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(page.locator(".options__grid")).to_be_visible()
    expect(page.locator(".notes__paper")).to_contain_text("advises none")
    expect(page.locator("h2", has_text="Sources")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.locator("h2", has_text="Sources")).to_be_visible()


def test_the_grid_and_the_sheet_are_there_without_scripts(page_without_scripts: Page) -> None:
    page_without_scripts.goto(COMPARE)
    expect(page_without_scripts.get_by_role("cell")).to_have_count(CELLS)
    page_without_scripts.get_by_role("group", name=MATTERS[0]).get_by_label("A lot").check()
    expect(page_without_scripts.locator(".options button:visible")).to_have_count(0)
