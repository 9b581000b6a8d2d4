"""A result as a card."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType

import pytest

from macros.export.decision_view import table_view
from macros.render.decisions.table import PLANNER, results
from macros.render.decisions.tool import decision
from tests.render.making import HERE, made_page

from .making import GO_OR_STOP, page_with, text_of

SHEET = "do/sheet.md"


def test_results_carry_their_level_in_words_and_their_links(markup: str) -> None:
    text = text_of(markup)
    assert "Get help today : Stop here It means stop. Do now Do not run. Worth raising with a professional" in text
    assert "A way to start : Go on It means go." in text


@pytest.mark.parametrize(
    ("urgency", "do", "led"),
    [("appointment", "Rest.", True), ("care", "Talk with your doctor.", True), ("care", "Rest.", False)],
)
def test_who_is_to_talk_with_somebody_gets_to_the_sheet_for_it(urgency: str, do: str, led: bool) -> None:
    text = re.sub(r"urgency: today, (.*?)do: \[.*?\]", rf"urgency: {urgency}, \1do: [{do}]", GO_OR_STOP)
    page = page_with(test=text)
    sheet = made_page("do/sheet.md", "{{ appointment_summary() }}")
    page.library = replace(page.library, pages=MappingProxyType({**page.library.pages, sheet.path: sheet}))
    view = table_view(page.library, "test")
    stop, go = results(page, view)
    assert [link.url for link in stop.pages] == (["../../do/sheet/"] if led else [])
    assert [link.words for link in go.pages] == [f"Title of {HERE}"]


@pytest.mark.parametrize(
    ("urgency", "pages", "leads"),
    [
        ("start", [HERE, PLANNER], "Plan my weeks"),
        ("care", [HERE], "Title of joints/knees.md"),
        ("appointment", [HERE], "Put this on my appointment sheet"),
        ("appointment", [HERE, PLANNER], "Plan my weeks"),
        ("today", [HERE, PLANNER], "Title of joints/knees.md"),
        ("note", [HERE], None),
    ],
)
def test_one_button_leads_to_help_to_the_weeks_to_the_sheet_or_to_the_first_page(
    urgency: str, pages: list[str], leads: str | None
) -> None:
    changed = f"go: {{urgency: {urgency}, heading: Go on, means: It means go., pages: [{', '.join(pages)}]}}"
    page = page_with(test=re.sub(r"go: \{urgency.*", changed, GO_OR_STOP))
    others = {SHEET: made_page(SHEET, "{{ appointment_summary() }}"), PLANNER: made_page(PLANNER, "")}
    page.library = replace(page.library, pages=MappingProxyType({**page.library.pages, **others}))
    card = re.search(r'data-outcome="go".*?</article>', decision(page, "test"), re.DOTALL)
    assert card
    buttons = re.findall(r'<a class="button button--main"[^>]*>([^<]*)<', card[0])
    assert buttons == ([leads] if leads else [])
