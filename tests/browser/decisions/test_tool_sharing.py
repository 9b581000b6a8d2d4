"""Links that hold answers: they lead to the same result, and nothing in them can do harm."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Dialog, Locator, Page, expect

from macros.library import Library
from tests.browser.decision_pages import (
    RULES,
    answer,
    come_back,
    heading,
    open_tool,
    question,
    result,
    share_link,
    walk,
    with_record,
)

HOSTILE = (
    "#way?v=1.1&storm=<img src=x onerror=alert(1)>",
    "#way?v=<script>alert(1)</script>&storm=no",
    "#way?v=1.1&<b>=no&constructor=no&toString=yes&hasOwnProperty=1",
    "#way?v=1.1&storm=%E0%A4%A",
    "#way?" + "storm=no&" * 1000,
    "#way?v=999999.1.1.1.1.1.1&storm=javascript:alert(1)",
    '#"><img src=x onerror=alert(1)>',
    "#way?",
)


def test_a_share_link_leads_to_the_same_result(page: Page, way: Locator) -> None:
    walk(way, {"rain": "not-sure", "bag": "yes"})
    shown = result(way).inner_text()
    link = share_link(way)
    assert link.endswith(f"#way?v={RULES}&storm=no&ice=no&dark=no&rain=not-sure&bag=yes")
    page.goto("about:blank")
    page.goto(link)
    expect(heading(way)).to_contain_text("Take a coat")
    expect(way.locator(".tool__notice:visible")).to_have_count(0)
    assert result(way).inner_text() == shown


def test_a_share_link_lands_on_its_result(page: Page, site: Path, small: Library) -> None:
    page.set_viewport_size({"width": 360, "height": 600})
    tool = open_tool(page, site, small, "way", f"#way?v={RULES}&storm=yes")
    expect(heading(tool)).to_be_focused()
    expect(heading(tool)).to_be_in_viewport()


def test_a_link_that_is_pasted_on_the_same_page_is_followed(page: Page, way: Locator) -> None:
    answer(way, "No")
    page.evaluate(f"location.hash = '#way?v={RULES}&storm=yes'")
    expect(heading(way)).to_contain_text("Stay at home")


def test_unknown_and_impossible_values_are_dropped_and_said_so(page: Page, site: Path, small: Library) -> None:
    fragment = f"#way?v={RULES}&storm=no&ice=perhaps&nonsense=yes&storm=yes&__proto__=yes"
    tool = open_tool(page, site, small, "way", fragment)
    expect(tool.get_by_text("Some of the answers do not fit this tool. They were left out.")).to_be_visible()
    expect(question(tool)).to_have_text("Is there ice?")
    expect(tool.locator(".tool__answers dt")).to_have_text(["Storm"])


def test_a_hostile_fragment_does_nothing(page: Page, way: Locator) -> None:
    alerts: list[str] = []

    def note(dialog: Dialog) -> None:
        alerts.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    for fragment in HOSTILE:
        come_back(page, "way", fragment)
        expect(question(way), fragment).to_be_visible()
        assert way.locator("img, b, a[href^='javascript']").count() == 0, fragment
        walk(way, {})
        expect(heading(way), fragment).to_contain_text("Walk")
    assert alerts == []


def test_a_link_made_under_older_rules_says_what_changed(page: Page, site: Path, small: Library) -> None:
    record = small.decisions["way"]
    later = record.history[-1].model_copy(update={"version": 2, "change": "Rain <b>counts</b> more"})
    changed = with_record(small, "way", record.model_copy(update={"history": (*record.history, later)}))
    tool = open_tool(page, site, changed, "way", "#way?v=1.1&storm=yes")
    expect(tool.get_by_text("These answers were made with older rules.")).to_be_visible()
    expect(tool.locator("[data-part=since] li")).to_have_text(
        [re.compile(rf"Version 2, {later.date:%-d %B %Y}: Rain <b>counts</b> more")]
    )
    expect(heading(tool)).to_contain_text("Stay at home")
    come_back(page, "way", "#way?v=2.1&storm=yes")
    expect(heading(tool)).to_contain_text("Stay at home")
    expect(tool.get_by_text("These answers were made with older rules.")).to_be_hidden()
    for unknown in ("", "v=99.1&", "v=0&", "v=x&"):
        come_back(page, "way", f"#way?{unknown}storm=yes")
        expect(tool.get_by_text("do not say which version of the rules"), unknown).to_be_visible()
