"""Every decision of the guide in a browser, its words taken from the data: one visit each, changed in place.

How the tool behaves is shown on a decision made for that (test_tool_*.py); every combination of answers is compared
without a browser (tests/decisions/engines/test_every_combination.py).
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.diagram.path import Decided, decide
from macros.library import Library
from macros.render.decisions.table import ROUTES
from tests.browser.axe import in_both_colours, put_on
from tests.browser.decision_pages import (
    FINDER,
    WALK,
    heading,
    open_tool,
    outcome_headings,
    press,
    question,
    share_link,
    walk,
)
from tools.build import ROOT
from tools.offline import GUIDE

DECISIONS = sorted(path.stem for path in (ROOT / "data" / "decisions").glob("*.yml"))

# Answers that lead to results with much on top, by id.
WORST = {
    "operated": "yes",
    "bones": "osteoporosis",
    "inflammatory": "yes",
    "arthritis": "yes",
    "back": "yes",
    "energy": "yes",
    "condition": "yes",
}
TO_PRINT: tuple[dict[str, str], ...] = (
    {"emergency": "yes"},
    {"urgent": "yes", "energy": "yes"},
    {"bone-pain": "yes", "energy": "yes"},
    {"outside": "yes", "spine": "yes", "falls": "yes", "energy": "yes", "condition": "yes"},
    {"spine": "yes", **WORST},
    {"falls": "yes", **WORST},
    {**WORST, "spine": "hip-or-recent"},
    {**WORST, "spine": "hip-or-recent", "energy": "no"},
    {**WORST, "energy": "no"},
    {**WORST, "energy": "no", "operated": "no"},
    {"bones": "low", "arthritis": "yes", "back": "yes"},
    {},
)

# Every case through the forms that readers use: what was answered, what is shown, each row's reason, and the row
# that is linked.
WALK_ALL = f"""(tool, cases) => cases.map((given, number) => {{
    if (number) tool.querySelector("[data-do=again]").click();
    const answers = ({WALK})(tool, given);
    const reasons = [...tool.querySelectorAll("[data-part=reasons] .decision-reason__because")];
    const row = tool.querySelector("[data-part=row]").hash;
    const [title, text] = [".tool__heading", ".tool__result"].map((part) => tool.querySelector(part).innerText);
    return [answers, title, text, reasons.map((one) => one.textContent), row];
}})"""


@pytest.mark.smoke
@pytest.mark.parametrize("id", DECISIONS)
def test_h09_the_interface_leads_where_python_does_fits_and_can_be_used_by_all(
    same_page: Page, site: Path, library: Library, known_looks: set[str] | None, id: str
) -> None:
    """Every worked example, and so every row. 320 px is also a desk screen at 400% zoom (WCAG 2.2, 1.4.10)."""
    page = same_page
    page.set_viewport_size({"width": 320, "height": 640})
    tool = open_tool(page, site, library, id)
    press(tool, "Clear my answers")  # of the tool before, which go along
    for folded in page.locator(".decision > details, .decision-built__more").all():
        folded.evaluate("one => { one.open = true }")
    for field in tool.locator("form:not([hidden]) input").all()[:1]:
        field.press("Enter")
        expect(tool.get_by_role("alert")).to_be_visible()
    _fits(page)
    _axe(page, known_looks)
    _examples_lead_where_python_does(tool, library.compiled[id])
    share_link(tool)
    _fits(page)
    small = tool.locator("button:visible, select:visible, .choice:visible").evaluate_all(
        "all => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent)"
    )
    assert small == []
    for folded in page.locator("decision-tool details:visible").all():
        folded.evaluate("one => { one.open = true }")
    _axe(page, known_looks)


def _examples_lead_where_python_does(tool: Locator, compiled: Compiled) -> None:
    asked = compiled.questions
    cases = [
        {id: asked[id].domain.read(given) for id, given in example.given.items()}
        for example in compiled.record.examples
    ]
    shown = tool.evaluate(WALK_ALL, cases)
    assert len(shown) == len(cases) > 0
    because = {rule.id: rule.because for rule in compiled.record.rules}
    for answers, title, text, reasons, row in shown:
        run = decide(compiled, answers)
        assert isinstance(run, Decided), answers
        first, *others = outcome_headings(compiled, run.outcome) or ["No row of the table fits"]
        assert first in title, answers
        assert [other for other in others if other not in text] == [], answers
        assert reasons[: len(run.rules)] == [because[rule] for rule in run.rules], answers
        assert not run.rules or row == f"#{compiled.id}-rule-{run.rules[0]}", answers


def _fits(page: Page) -> None:
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0, f"the page scrolls sideways by {wider} pixels"


def _axe(page: Page, known: set[str] | None) -> None:
    """On a wide screen, in light and in dark colours; then back to a narrow one."""
    page.set_viewport_size({"width": 1280, "height": 720})
    found = in_both_colours(page, "decision-tool", known)
    page.set_viewport_size({"width": 320, "height": 640})
    assert found == [], "\n\n".join(found)


def test_a_result_prints_on_one_sheet(page: Page, library: Library) -> None:
    compiled = library.compiled[ROUTES]
    tables = [compiled, *(library.compiled[id] for id in compiled.record.together_with)]
    asked = {id: question for table in tables for id, question in table.questions.items()}
    page.goto(FINDER)
    tool = page.locator("decision-tool")
    put_on(page, "dark")
    for number, given in enumerate(TO_PRINT):
        assert [id for id, answer in given.items() if answer not in asked[id].options] == []
        if number:
            press(tool, "Start again")
        walk(tool, given)
        assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))) == 1, given
    page.emulate_media(media="print")
    expect(page.locator(".care-card").first).to_be_hidden()  # the result says what to do


def test_the_finder_works_from_the_unzipped_folder(page: Page, offline_folder: Path, library: Library) -> None:
    compiled = library.compiled[ROUTES]
    first, second, *_ = compiled.questions.values()
    given = {first.id: next(iter(first.options)), second.id: list(second.options)[-1]}
    run = decide(compiled, given)
    assert isinstance(run, Decided)
    (outcome,) = outcome_headings(compiled, run.outcome)
    page.goto((offline_folder / GUIDE / f"{FINDER.strip('/')}.html").as_uri())
    tool = page.locator("decision-tool")
    walk(tool, given)
    expect(heading(tool)).to_contain_text(outcome)
    page.go_back()
    expect(question(tool)).to_contain_text(str(second.ask))
    page.go_forward()
    link = share_link(tool)
    expect(tool.get_by_text("the link opens on this device only")).to_be_visible()
    press(tool, "Save on this device")
    expect(tool.get_by_text("Saved on this device until you clear it.")).to_be_visible()
    press(tool, "Clear my answers")
    page.goto("about:blank")
    page.goto(link)
    expect(heading(tool)).to_contain_text(outcome)


def test_nothing_moves_while_the_finder_loads(page: Page) -> None:
    page.add_init_script(
        """window.shifts = [];
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => entry.value)))
            .observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(FINDER, wait_until="networkidle")
    page.locator("decision-tool").scroll_into_view_if_needed()
    page.wait_for_timeout(200)
    assert sum(page.evaluate("shifts")) < 0.01  # the fonts may still settle
