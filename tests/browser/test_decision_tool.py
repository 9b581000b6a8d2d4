"""The decision tools in a real browser: asking, going back, results, sharing, saving, printing, and doing without.

The `page` fixture fails a test on any error in the console, on any breach of the strict security policy and on any
request to another host.
"""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Dialog, Locator, Page, expect

from macros.decisions.compiled import Compiled
from macros.decisions.path import Decided, Undecided, decide
from macros.library import Library, load_library
from tests.browser.decision_pages import FINDER, open_tool, outcome_headings, walk, with_decisions, with_record
from tests.decisions.making import asked, example, outcomes
from tools.bundles import shorter
from tools.offline import GUIDE

ROOT = Path(__file__).parents[2]
DECISIONS = sorted(path.stem for path in (ROOT / "data" / "decisions").glob("*.yml"))
SCRIPTS = tuple(
    f"{name}.js"
    for name in (
        *("days", "numbers", "shapes", "merging", "saved", "hand-over", "bring-in"),
        *("attainable", "decisions", "answers", "decision-tool"),
    )
)
MOST_BYTES = 14 * 1024
MOST_QUESTIONS = 30  # that a tool asks; a loop over them ends where it does not

REFUSE_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused') }})"
FILL_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
STORED = "Object.keys(localStorage).concat(Object.keys(sessionStorage)).filter((key) => key.includes('decision'))"


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(ROOT)


@pytest.fixture
def finder(page: Page) -> Locator:
    """The route finder at its first question."""
    page.goto(FINDER)
    tool = page.locator("decision-tool")
    expect(tool.get_by_role("button", name="Continue")).to_be_visible()
    return tool


def rules(library: Library, id: str, *shown: int) -> str:
    """The versions of a tool's rules as a share link names them: the table's own and those of the tables beside it."""
    tables = (id, *library.decisions[id].together_with)
    return ".".join(map(str, [*shown, *(library.compiled[table].version for table in tables[len(shown) :])]))


def result(tool: Locator) -> Locator:
    return tool.locator("[data-part=result]")


def heading(tool: Locator) -> Locator:
    return result(tool).locator(".tool__heading")


def question(tool: Locator) -> Locator:
    return tool.locator("form:not([hidden]) .decision-question__ask")


def question_id(tool: Locator) -> str:
    """The id of the question that is shown."""
    return tool.locator("form:not([hidden])").get_attribute("data-question") or ""


def answer_first(tool: Locator) -> str:
    """Takes the first choice, and gives back which that is."""
    first = tool.locator("form:not([hidden]) input").first
    chosen = first.get_attribute("value") or ""
    first.check(force=True)
    press(tool, "Continue")
    return chosen


def answer(tool: Locator, *labels: str) -> None:
    """Chooses and continues, with the pointer."""
    for label in labels:
        tool.locator("form:not([hidden])").get_by_role("radio", name=label, exact=True).check(force=True)
        tool.get_by_role("button", name="Continue").click()


def press(tool: Locator, name: str) -> None:
    tool.get_by_role("button", name=name, exact=True).click()


# Results


@pytest.mark.parametrize("id", DECISIONS)
def test_h09_the_interface_leads_where_python_does(page: Page, site: Path, library: Library, id: str) -> None:
    """Every worked example, and so every row, through the forms that readers use."""
    compiled = library.compiled[id]
    tool = open_tool(page, site, library, id)
    for number, case in enumerate(compiled.record.examples):
        if number:
            press(tool, "Start again")
        answers = walk(tool, case.given)
        run = decide(compiled, answers)
        assert isinstance(run, Decided), (case.about, answers)
        headings = outcome_headings(compiled, run.outcome) or ["No row of the table fits"]
        expect(heading(tool)).to_contain_text(headings[0])
        for other in headings[1:]:
            expect(result(tool)).to_contain_text(other)
        marked = page.locator(".decision-rule[aria-current]").evaluate_all("rows => rows.map((row) => row.id)")
        assert [row for row in marked if row.startswith(f"{id}-rule-")] == [f"{id}-rule-{rule}" for rule in run.rules]


def test_the_result_comes_in_its_order(finder: Locator) -> None:
    walk(finder, {"falls": "yes", "energy": "yes"})
    shown = result(finder).locator("h3:visible, h4:visible").all_inner_texts()
    assert [re.sub(r"\s+", " ", words) for words in shown] == [
        "Go with care : Balance and strength first, running later",
        "Do now",
        "Worth raising with a professional",
        "On top of this",
        "Why this result",
        "What would change it",
        "Print, save or share",
        "Pages to read",
    ]
    expect(result(finder)).to_contain_text("Ask about energy, hormones and your bones")


def test_h11_a_result_promises_nothing_and_says_what_would_change_it(finder: Locator) -> None:
    walk(finder, {})
    expect(result(finder)).to_contain_text("This fits the usual advice for people who answered like this")
    changes = result(finder).locator("[data-part=changes] li")
    expect(changes.first).to_have_text("Emergency signs: Yes or Not sure → Get emergency help now")
    assert changes.count() >= 11


def test_an_emergency_number_in_a_result_rings(page: Page, site: Path, library: Library) -> None:
    urgent = NUMBERS.replace(
        "means: It means near.", 'means: It means near., do: ["Ring 999 (UK), 112 (EU) or your local number."]'
    )
    tool = open_tool(page, site, with_decisions(library, numbers=urgent), "numbers")
    walk(tool, {})
    links = tool.locator(".tool__outcome a")
    assert [link.get_attribute("href") for link in links.all()] == ["tel:999", "tel:112"]
    expect(links.first).to_have_text("999")


def test_why_names_the_row_the_reason_the_answers_and_the_claims(finder: Locator, page: Page, library: Library) -> None:
    walk(finder, {"falls": "not-sure"})
    rule = next(rule for rule in library.decisions["route-finder"].rules if rule.id == "falls")
    why = result(finder).locator(".tool__why")
    expect(why).to_contain_text("Row 6 of the table: Falls or poor balance: Yes or Not sure")
    expect(why).to_contain_text(rule.because)
    expect(why.locator(".claim-chip")).to_have_count(len(rule.claims))
    expect(why.locator("[data-part=used]")).to_contain_text("Not sure")
    row = page.locator("#route-finder-rule-falls")
    expect(row).to_contain_text("your row")
    result(finder).get_by_role("link", name="See your row in the full table").click()
    expect(row).to_be_in_viewport()


def test_urgent_results_come_at_once_and_further_questions_stay_open(finder: Locator) -> None:
    answer(finder, "No", "Not sure")
    expect(heading(finder)).to_contain_text("Get help today")
    for _ in range(MOST_QUESTIONS):
        press(finder, "Answer more questions")
        if question_id(finder) == "energy":
            break
        answer_first(finder)
    answer(finder, "Yes")
    expect(heading(finder)).to_contain_text("Get help today")
    expect(result(finder)).to_contain_text("Ask about energy, hormones and your bones")


def test_a_clear_result_can_be_seen_before_the_last_question(finder: Locator) -> None:
    answer(finder, "No", "No", "No", "No", "No")
    expect(finder.get_by_role("button", name="Show my result now")).to_be_hidden()
    answer(finder, "Yes")
    press(finder, "Show my result now")
    expect(heading(finder)).to_contain_text("Balance and strength first")


def test_progress_counts_what_can_still_matter(finder: Locator, library: Library) -> None:
    tables = [library.compiled[id] for id in ("route-finder", *library.decisions["route-finder"].together_with)]
    answers: dict[str, str] = {}
    while matter := {id for table in tables for id in still_open(table, answers)}:
        rest = f"At most {len(matter) - 1} more can matter." if len(matter) > 1 else "No other question can matter."
        expect(finder.locator("[data-part=progress]")).to_have_text(f"Question {len(answers) + 1}. {rest}")
        id = question_id(finder)
        answers[id] = answer_first(finder)
    assert len(answers) > 10
    expect(heading(finder)).to_be_visible()


def still_open(table: Compiled, answers: dict[str, str]) -> tuple[str, ...]:
    found = decide(table, answers)
    return found.matter if isinstance(found, Undecided) else ()


# Going to and fro


def test_keyboard_alone_leads_to_a_result(page: Page, finder: Locator) -> None:
    finder.locator("form:not([hidden]) input").first.focus()
    for _ in range(MOST_QUESTIONS):
        page.keyboard.press("Space")  # the first choice, "No" or "Nothing, or that they are fine"
        page.keyboard.press("Tab")
        expect(finder.get_by_role("button", name="Continue")).to_be_focused()
        page.keyboard.press("Enter")
        if result(finder).is_visible():
            break
        expect(question(finder)).to_be_focused()
        page.keyboard.press("Tab")
    expect(heading(finder)).to_contain_text("Start with walk-run")
    expect(heading(finder)).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('[data-part=result]').contains(document.activeElement)")


def test_back_and_forward_of_the_browser_lose_no_answer(page: Page, finder: Locator) -> None:
    answer(finder, "No", "No", "Yes")
    expect(heading(finder)).to_contain_text("Stop running")
    page.go_back()
    expect(question(finder)).to_have_text("Do you have pain that seems to come from a bone?")
    expect(finder.get_by_role("radio", name="Yes", exact=True, checked=True)).to_be_visible()
    page.go_back()
    expect(question(finder)).to_have_text("Do you have any of these?")
    expect(finder.get_by_role("radio", name="No", exact=True, checked=True)).to_be_visible()
    page.go_forward()
    page.go_forward()
    expect(heading(finder)).to_contain_text("Stop running")


def test_back_of_the_tool_goes_one_question_back(page: Page, finder: Locator) -> None:
    expect(finder.get_by_role("button", name="Back")).to_be_hidden()
    answer(finder, "No", "No")
    press(finder, "Back")
    expect(question(finder)).to_have_text("Do you have any of these?")
    expect(question(finder)).to_be_focused()
    press(finder, "Back")
    expect(question(finder)).to_have_text("Do you have any of these signs now?")
    press(finder, "Continue")
    expect(question(finder)).to_have_text("Do you have pain that seems to come from a bone?")


def test_an_answer_can_be_changed_from_the_list_and_from_the_result(finder: Locator) -> None:
    answer(finder, "No", "No", "No")
    so_far = finder.locator(".tool__answers")
    expect(so_far.locator("dt")).to_have_text(["Emergency signs", "Signs that need help today", "Bone-type pain"])
    so_far.get_by_role("button", name="Change Signs that need help today").click()
    expect(question(finder)).to_have_text("Do you have any of these?")
    press(finder, "Continue")
    expect(finder.locator("[data-part=progress]")).to_contain_text("Question 4")
    walk(finder, {})
    expect(heading(finder)).to_contain_text("Start with walk-run")
    result(finder).get_by_role("button", name="Change Falls or poor balance").click()
    answer(finder, "Yes")
    expect(heading(finder)).to_contain_text("Balance and strength first")


def test_a_reload_and_a_page_in_between_lose_no_answer(page: Page, finder: Locator) -> None:
    answer(finder, "No", "No")
    page.reload(wait_until="networkidle")
    expect(question(finder)).to_have_text("Do you have pain that seems to come from a bone?")
    answer(finder, "Yes")
    page.goto("/about/privacy/", wait_until="networkidle")
    page.go_back(wait_until="networkidle")
    expect(heading(finder)).to_contain_text("Stop running")


def test_h12_answers_are_in_no_address_and_in_no_storage(page: Page, finder: Locator) -> None:
    answer(finder, "No", "Yes")
    assert page.url.endswith(f"{FINDER}#route-finder")
    assert page.evaluate(STORED) == []


def test_start_again_forgets_the_answers(page: Page, finder: Locator) -> None:
    answer(finder, "No", "Yes")
    press(finder, "Start again")
    expect(question(finder)).to_have_text("Do you have any of these signs now?")
    expect(finder.get_by_role("radio", checked=True)).to_have_count(0)
    page.go_back()
    expect(result(finder)).to_be_hidden()
    expect(finder.get_by_role("radio", checked=True)).to_have_count(0)


def test_a_link_to_a_result_unfolds_it(page: Page, finder: Locator) -> None:
    walk(finder, {})
    result(finder).locator("[data-part=changes] a").first.click()
    expect(page.locator("#route-finder-outcome-emergency-now")).to_be_in_viewport()


# Numbers and errors


def test_an_error_stands_at_the_field_and_on_top_and_takes_the_focus(page: Page, finder: Locator) -> None:
    press(finder, "Continue")
    summary = finder.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("There is a problem")
    form = finder.locator("form:not([hidden])")
    expect(form.locator("[data-part=error]")).to_have_text("Choose an answer")
    described = form.locator("fieldset").get_attribute("aria-describedby") or ""
    assert form.locator("[data-part=error]").get_attribute("id") in described.split()
    summary.get_by_role("link", name="Choose an answer").click()
    first = form.get_by_role("radio").first
    expect(first).to_be_focused()
    expect(first).to_have_attribute("aria-invalid", "true")
    answer(finder, "No")
    expect(summary).to_be_hidden()
    press(finder, "Back")
    expect(first).not_to_have_attribute("aria-invalid", "true")


NUMBERS = f"""
hit_policy: unique
inputs:
{asked("far", 'range: "[0..1000]", unit: km, scale: 10')}
{asked("pain", 'range: "[0..10]", unit: out of 10')}
  - {{id: sum, short: Sum, value: far + pain, range: "[0..1010]", unit: "%"}}
rules:
  - {{id: near, when: {{sum: "<= 50"}}, then: near, because: Near}}
  - {{id: away, when: {{sum: "> 50"}}, then: away, because: Far}}
{outcomes("away", "near")}
shows: [{{id: most, label: The most, value: far * 11 // 10, unit: km, scale: 10}}]
examples:
{example({"far": 40, "pain": 0}, "near")}{example({"far": 60, "pain": 0}, "away")}
"""


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("5.2", 52), ("5,2", 52), (" 5 ", 50), ("5 km", 50), ("5.2km", 52), ("5 kilometres", 50), ("3 miles", 48),
        ("3.1mi", 50), ("0", 0), (".5", 5), ("100", 1000), ("1\u00a0", 10), ("12,34", 123), ("0,500", 5),
        ("5.27", 53), ("100.04", 1000),
    ],
)  # fmt: skip
def test_distances_are_read_as_people_write_them(
    page: Page, site: Path, library: Library, typed: str, stored: int
) -> None:
    tool = open_tool(page, site, with_decisions(library, numbers=NUMBERS), "numbers")
    tool.get_by_role("textbox", name="far?").fill(typed)
    press(tool, "Continue")
    expect(question(tool)).to_have_text("pain?")
    kilometres = f"{stored / 10:g} km"
    expect(tool.locator(".tool__answers dd").first).to_contain_text(kilometres)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Write a number from 0 to 100 km"),
        ("far", "Write a number from 0 to 100 km"),
        ("-3", "Write a number from 0 to 100 km"),
        ("101", "Write a number from 0 to 100 km"),
        ("70 miles", "Write a number from 0 to 100 km"),
        ("5 metres", "Write the number in km or miles"),
        ("5 5 5 5", "Write a number from 0 to 100 km"),
        ("1e3", "Write a number from 0 to 100 km"),
        ("5 2", "Write a number from 0 to 100 km"),
        ("1,000", "“1,000” can be read in two ways. Write 1000 or 1.000"),
    ],
)
def test_what_cannot_be_read_says_what_is_wanted(
    page: Page, site: Path, library: Library, typed: str, says: str
) -> None:
    tool = open_tool(page, site, with_decisions(library, numbers=NUMBERS), "numbers")
    tool.get_by_role("textbox", name="far?").fill(typed)
    press(tool, "Continue")
    expect(tool.get_by_role("alert")).to_be_focused()
    expect(tool.locator("form:not([hidden]) [data-part=error]")).to_have_text(says)
    expect(tool.get_by_role("textbox", name="far?")).to_have_value(typed)


def test_whole_numbers_are_not_rounded(page: Page, site: Path, library: Library) -> None:
    tool = open_tool(page, site, with_decisions(library, numbers=NUMBERS), "numbers")
    tool.get_by_role("textbox", name="far?").fill("3")
    tool.get_by_label("Unit").select_option("miles")
    press(tool, "Continue")
    expect(tool.locator(".tool__answers dd").first).to_have_text("4.8 km (3.0 miles)")
    field = tool.get_by_role("textbox", name="pain?")
    field.fill("2.5")
    press(tool, "Continue")
    expect(tool.locator("form:not([hidden]) [data-part=error]")).to_have_text(
        "Write a whole number from 0 to 10 out of 10"
    )
    field.fill("2 out of 10")
    press(tool, "Continue")
    expect(heading(tool)).to_contain_text("Near")


def test_numbers_worked_out_and_the_place_on_a_scale_are_shown(page: Page, site: Path, library: Library) -> None:
    tool = open_tool(page, site, with_decisions(library, numbers=NUMBERS), "numbers")
    walk(tool, {"far": 55, "pain": 1})
    expect(result(tool).locator("[data-part=shows]")).to_have_text(re.compile(r"The most\s*6 km \(3.7 miles\)"))
    expect(result(tool).locator(".decision-scale__name")).to_have_text("Sum: 56%")
    expect(result(tool).locator(".decision-scale [aria-current]")).to_contain_text("51% or more")
    expect(result(tool).locator("[data-part=changes] li").first).to_have_text("far?: 4.9 km or less → Near")


TWO_OUTPUTS = """
hit_policy: priority
inputs:
  - {id: a, ask: a?, short: A, why: w, options: {no: 'No', yes: 'Yes'}}
  - {id: b, ask: b?, short: B, why: w, boolean: true}
outputs:
  - {id: way, label: Way, values: {slow: Slowly, fast: Fast}}
  - {id: days, label: Days, range: "[0..7]", unit: a week}
rules:
  - {id: one, when: {a: yes}, then: {way: slow, days: 2}, because: One}
  - {id: two, when: {b: true}, then: {way: fast, days: 3}, because: Two}
default: {way: fast, days: 7}
examples:
  - {given: {a: yes, b: false}, then: {way: slow, days: 2}}
  - {given: {a: no, b: true}, then: {way: fast, days: 3}}
"""


def test_a_decision_with_outputs_instead_of_outcomes_works_alike(page: Page, site: Path, library: Library) -> None:
    tool = open_tool(page, site, with_decisions(library, outputs=TWO_OUTPUTS), "outputs")
    walk(tool, {"a": "no", "b": "false"})
    expect(heading(tool)).to_have_text("Result")
    expect(result(tool).locator("[data-part=outcome]")).to_contain_text("Fast")
    expect(result(tool).locator("[data-part=outcome]")).to_contain_text("Days: 7")
    expect(page.locator("#outputs-default")).to_contain_text("your row")
    expect(result(tool)).to_contain_text("No row fits, so the last line of the table counts")
    result(tool).get_by_role("button", name="Change A").click()
    answer(tool, "Yes")
    expect(page.locator("#outputs-rule-one")).to_contain_text("your row")


LIST = """
hit_policy: rule order
inputs:
  - {id: a, ask: a?, short: A, why: w, options: {no: 'No', yes: 'Yes'}}
  - {id: b, ask: b?, short: B, why: w, boolean: true}
outputs:
  - {id: days, label: Days, range: "[0..7]", unit: a week}
rules:
  - {id: one, when: {a: yes}, then: 2, because: One}
  - {id: two, when: {b: true}, then: 3, because: Two}
examples:
  - {given: {a: yes, b: false}, then: [2]}
  - {given: {a: no, b: true}, then: [3]}
"""


def test_a_list_of_results_shows_all_or_says_that_there_is_none(page: Page, site: Path, library: Library) -> None:
    tool = open_tool(page, site, with_decisions(library, several=LIST), "several")
    walk(tool, {"a": "yes", "b": "true"})
    expect(result(tool).locator("[data-part=outcome] p")).to_have_text(["Days: 2 a week", "Days: 3 a week"])
    press(tool, "Start again")
    walk(tool, {"a": "no", "b": "false"})
    expect(heading(tool)).to_have_text("No row of the table fits")


# Sharing


def share_link(tool: Locator) -> str:
    press(tool, "Share")
    expect(tool.get_by_text("This link holds your answers.")).to_be_visible()
    return tool.get_by_role("textbox", name="Link with your answers").input_value()


def test_a_share_link_leads_to_the_same_result(page: Page, finder: Locator, library: Library) -> None:
    walk(finder, {"falls": "not-sure", "bones": "low"})
    shown = result(finder).inner_text()
    link = share_link(finder)
    assert f"#route-finder?v={rules(library, 'route-finder')}&emergency=no&urgent=no" in link
    assert "falls=not-sure" in link
    page.goto("about:blank")
    page.goto(link)
    expect(heading(finder)).to_contain_text("Balance and strength first")
    expect(finder.locator(".tool__notice:visible")).to_have_count(0)
    assert result(finder).inner_text() == shown


def test_a_share_link_lands_on_its_result(page: Page, library: Library) -> None:
    page.set_viewport_size({"width": 360, "height": 600})
    page.goto(f"{FINDER}#route-finder?v={rules(library, 'route-finder')}&emergency=yes")
    tool = page.locator("decision-tool")
    expect(heading(tool)).to_be_focused()
    expect(heading(tool)).to_be_in_viewport()


def test_presses_that_come_twice_count_once(page: Page, finder: Locator) -> None:
    first = question(finder).inner_text()
    finder.get_by_role("radio", name="No", exact=True).check(force=True)
    finder.get_by_role("button", name="Continue").dblclick()
    expect(finder.locator("[data-part=errors]")).to_be_hidden()
    page.evaluate("() => { const back = document.querySelector('[data-do=back]'); back.click(); back.click(); }")
    expect(question(finder)).to_have_text(first)
    assert page.url.endswith(FINDER)


def test_a_link_that_is_pasted_on_the_same_page_is_followed(page: Page, finder: Locator) -> None:
    answer(finder, "No")
    page.evaluate("location.hash = '#route-finder?v=2.2&emergency=yes'")
    expect(heading(finder)).to_contain_text("Get emergency help now")


def test_unknown_and_impossible_values_are_dropped_and_said_so(page: Page) -> None:
    page.goto(f"{FINDER}#route-finder?v=2.2&emergency=no&urgent=perhaps&nonsense=yes&emergency=yes&__proto__=yes")
    tool = page.locator("decision-tool")
    expect(tool.get_by_text("Some of the answers do not fit this tool. They were left out.")).to_be_visible()
    expect(question(tool)).to_have_text("Do you have any of these?")
    expect(tool.locator(".tool__answers dt")).to_have_text(["Emergency signs"])


@pytest.mark.parametrize(
    "fragment",
    [
        "#route-finder?v=2.2&emergency=<img src=x onerror=alert(1)>",
        "#route-finder?v=<script>alert(1)</script>&emergency=no",
        "#route-finder?v=2.2&<b>=no&constructor=no&toString=yes&hasOwnProperty=1",
        "#route-finder?v=2.2&emergency=%E0%A4%A",
        "#route-finder?" + "emergency=no&" * 1000,
        "#route-finder?v=999999.1.1.1.1.1.1&emergency=javascript:alert(1)",
        '#"><img src=x onerror=alert(1)>',
        "#route-finder?",
    ],
)
def test_a_hostile_fragment_does_nothing(page: Page, fragment: str) -> None:
    alerts: list[str] = []

    def note(dialog: Dialog) -> None:
        alerts.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    page.goto(FINDER + fragment)
    tool = page.locator("decision-tool")
    expect(tool.get_by_role("button", name="Continue")).to_be_visible()
    assert tool.locator("img, b, a[href^='javascript']").count() == 0
    assert alerts == []
    walk(tool, {})
    expect(heading(tool)).to_contain_text("Start with walk-run")


def test_a_link_made_under_older_rules_says_what_changed(page: Page, site: Path, library: Library) -> None:
    finder = library.compiled["route-finder"]
    first = finder.record.history[-1]
    later = first.model_copy(update={"version": first.version + 1, "change": "Falls <b>count</b> more"})
    record = finder.record.model_copy(update={"history": (*finder.record.history, later)})
    changed = with_record(library, "route-finder", record)
    older = f"#route-finder?v={rules(library, 'route-finder')}&emergency=yes"
    tool = open_tool(page, site, changed, "route-finder", older)
    expect(tool.get_by_text("These answers were made with older rules.")).to_be_visible()
    expect(tool.locator("[data-part=since] li")).to_have_text(
        [re.compile(rf"Version {later.version}, {first.date:%-d %B %Y}: Falls <b>count</b> more")]
    )
    expect(heading(tool)).to_contain_text("Get emergency help now")
    newest = f"#route-finder?v={rules(library, 'route-finder', later.version)}&emergency=yes"
    tool = open_tool(page, site, changed, "route-finder", newest)
    expect(tool.get_by_text("These answers were made with older rules.")).to_be_hidden()
    for unknown in ("", "v=99.1&", "v=0&", "v=x&"):
        tool = open_tool(page, site, changed, "route-finder", f"#route-finder?{unknown}emergency=yes")
        expect(tool.get_by_text("do not say which version of the rules")).to_be_visible()


# Saving


def test_h12_nothing_is_saved_until_asked_and_clear_removes_it(page: Page, finder: Locator) -> None:
    answer(finder, "No", "Yes")
    assert page.evaluate(STORED) == []
    press(finder, "Save on this device")
    expect(finder.get_by_text("Saved on this device until you clear it.")).to_be_visible()
    assert page.evaluate(STORED) == ["running-bones-joints.decision.route-finder"]
    page.goto("about:blank")
    page.goto(FINDER)
    expect(finder.get_by_text("are saved on this device.")).to_be_visible()
    expect(result(finder)).to_be_hidden()
    press(finder, "Use the saved answers")
    expect(heading(finder)).to_contain_text("Get help today")
    press(finder, "Clear my answers")
    expect(finder.get_by_text("All answers are cleared")).to_be_visible()
    assert page.evaluate(STORED) == []
    expect(question(finder)).to_have_text("Do you have any of these signs now?")
    page.reload()
    expect(finder.get_by_text("are saved on this device.")).to_be_hidden()
    expect(finder.get_by_role("radio", checked=True)).to_have_count(0)


@pytest.mark.parametrize("script", [REFUSE_STORAGE, FILL_STORAGE])
def test_where_storage_is_refused_or_full_the_tool_works_and_says_so(page: Page, script: str) -> None:
    page.add_init_script(script)
    page.goto(FINDER)
    tool = page.locator("decision-tool")
    answer(tool, "Yes")
    press(tool, "Save on this device")
    expect(
        tool.locator(".tool__keep").get_by_text("This browser does not let the guide save anything.")
    ).to_be_visible()
    press(tool, "Clear my answers")
    expect(question(tool)).to_have_text("Do you have any of these signs now?")


def test_everything_saved_travels_in_one_file(page: Page, finder: Locator, tmp_path: Path) -> None:
    page.evaluate("localStorage['running-bones-joints.checklist.before-first-run'] = JSON.stringify(['one', 'two'])")
    answer(finder, "No", "Yes")
    press(finder, "Save on this device")
    finder.locator(".tool__file summary").click()
    with page.expect_download() as download:
        press(finder, "Download the file")
    path = tmp_path / "saved.json"
    download.value.save_as(path)
    file = json.loads(path.read_text(encoding="utf-8"))
    assert file["format"] == "running-bones-joints/saved/1"
    assert file["saved"]["checklist.before-first-run"] == ["one", "two"]
    assert file["saved"]["decision.route-finder"]["answers"] == {"emergency": "no", "urgent": "yes"}
    page.evaluate("localStorage.clear()")
    finder.get_by_label("Bring in a file from another device").set_input_files(path)
    expect(finder.get_by_text("All of the file is saved on this device.")).to_be_visible()
    expect(finder.get_by_role("button", name="Use the saved answers")).to_be_visible()
    assert page.evaluate("Saved.read('checklist.before-first-run')") == ["one", "two"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("not json", "This file is not one that this guide made."),
        ("[]", "This file is not one that this guide made."),
        ('{"format": "other", "saved": {}}', "This file is not one that this guide made."),
        ('{"format": "running-bones-joints/saved/1", "saved": null}', "This file is not one that this guide made."),
        ("x" * 300_000, "This file is not one that this guide made."),
        (
            {"decision.x": {"version": "1", "date": "2026-11-22", "answers": {"a": "<b>"}}},
            "This file is not one that this guide made.",
        ),
        (
            {
                "checklist.a": ["one"],
                "checklist.b": "no list",
                "__proto__.x": [],
                "palette": {},
                "decision.a": {"version": "1", "date": "soon", "answers": {}},
            },
            "A part of the file is saved on this device.",
        ),
    ],
)
def test_a_file_is_looked_through_on_its_way_in(
    page: Page, finder: Locator, content: str | dict[str, Any], says: str
) -> None:
    text = (
        content
        if isinstance(content, str)
        else json.dumps({"format": "running-bones-joints/saved/1", "saved": content})
    )
    finder.locator(".tool__file summary").click()
    finder.get_by_label("Bring in a file from another device").set_input_files(
        {"name": "saved.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    expect(finder.get_by_text(says)).to_be_visible()
    kept = page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('running-bones-joints.'))")
    assert kept == (["running-bones-joints.checklist.a"] if "A part" in says else [])


def bring_in(tool: Locator, saved: dict[str, Any]) -> None:
    text = json.dumps({"format": "running-bones-joints/saved/1", "saved": saved})
    tool.get_by_label("Bring in a file from another device").set_input_files(
        {"name": "saved.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def test_a_file_that_would_replace_saved_answers_asks_and_names_them(page: Page, finder: Locator) -> None:
    mine = {"version": "1", "date": "2026-11-20", "answers": {"urgent": "no"}}
    theirs = {**mine, "date": "2026-11-21", "answers": {"urgent": "yes"}}
    page.evaluate("mine => Saved.write('decision.sore-today', mine)", mine)
    finder.locator(".tool__file summary").click()
    bring_in(finder, {"decision.sore-today": theirs, "checklist.a": ["one"]})
    asks = page.get_by_role("dialog", name="Replace what is saved here?")
    expect(asks.get_by_role("listitem")).to_have_text(
        "Answers: sore today, of 20 November 2026 here and of 21 November 2026 in the file"
    )
    asks.get_by_role("button", name="Keep what is here").click()
    expect(finder.get_by_text("What you have here stays as it was.")).to_be_visible()
    assert page.evaluate("Saved.read('decision.sore-today')") == mine
    assert page.evaluate("Saved.read('checklist.a')") == ["one"]
    bring_in(finder, {"decision.sore-today": theirs})
    page.keyboard.press("Escape")
    expect(finder.get_by_text("What you have here stays as it was.")).to_be_visible()
    bring_in(finder, {"decision.sore-today": theirs})
    asks.get_by_role("button", name="Replace with the file’s").click()
    expect(finder.get_by_text("All of the file is saved on this device.")).to_be_visible()
    assert page.evaluate("Saved.read('decision.sore-today')") == theirs


def test_saved_answers_are_offered_only_while_they_are_there_and_none_are_given(page: Page, finder: Locator) -> None:
    answer(finder, "No", "Yes")
    press(finder, "Save on this device")
    other = page.context.new_page()
    other.goto(FINDER)
    tool = other.locator("decision-tool")
    use = tool.get_by_role("button", name="Use the saved answers")
    expect(use).to_be_visible()
    answer(tool, "Yes")
    expect(use).to_be_hidden()
    other.reload()
    other.goto("/about/privacy/")
    other.goto(FINDER)
    expect(use).to_be_visible()
    press(finder, "Clear my answers")
    expect(use).to_be_hidden()


def test_damaged_saved_answers_are_passed_over(page: Page) -> None:
    page.goto("/about/privacy/")
    page.evaluate("localStorage['running-bones-joints.decision.route-finder'] = '{\"version\": 1'")
    page.goto(FINDER)
    tool = page.locator("decision-tool")
    expect(tool.get_by_role("button", name="Continue")).to_be_visible()
    expect(tool.get_by_text("are saved on this device.")).to_be_hidden()


# Paper


WORST = {
    "operated": "yes",
    "bones": "osteoporosis",
    "inflammatory": "yes",
    "arthritis": "yes",
    "back": "yes",
    "energy": "yes",
    "condition": "yes",
}


@pytest.mark.parametrize(
    "given",
    [
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
    ],
)
def test_a_result_prints_on_one_sheet(page: Page, finder: Locator, given: dict[str, str]) -> None:
    walk(finder, given)
    page.emulate_media(color_scheme="dark")
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))) == 1


def test_paper_shows_answers_result_reasons_sources_and_date_black_on_white(
    page: Page, finder: Locator, library: Library
) -> None:
    walk(finder, {"falls": "yes"})
    page.emulate_media(media="print", color_scheme="dark")
    expect(finder.get_by_text(re.compile(r"Answers and result of \d+ \w+ \d{4}"))).to_be_visible()
    expect(heading(finder)).to_be_visible()
    expect(result(finder).locator("[data-part=used]")).to_be_visible()
    expect(result(finder).get_by_text("Sources:").first).to_be_visible()
    version = library.compiled["route-finder"].version
    expect(result(finder).get_by_text(f"Version {version} of the rules.")).to_be_visible()
    for hidden in ("h1", ".tool__keep", ".tool__foot", ".decision__table", ".page-footer", ".care-card"):
        expect(page.locator(hidden).first).to_be_hidden()
    style = heading(finder).evaluate(
        "one => [getComputedStyle(one).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert style == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_without_a_result_the_table_is_printed_and_the_questions_are_not(page: Page, finder: Locator) -> None:
    page.emulate_media(media="print")
    expect(page.locator(".decision__table").first).to_be_visible()
    expect(finder).to_be_hidden()
    expect(page.locator(".decision__path")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_text("All questions, step by step").click()
    page.emulate_media(media="print")
    expect(page.locator(".decision__path")).to_be_visible()


# Without scripts, and from a folder


def test_without_scripts_the_click_path_leads_to_the_same_result(page_without_scripts: Page) -> None:
    page = page_without_scripts
    page.goto(FINDER)
    expect(page.locator("decision-tool")).to_be_hidden()
    steps = 0
    while page.url.partition("#")[2] in ("", *(f"route-finder-step-{number}" for number in range(1, 30))):
        step = page.locator(f"#route-finder-step-{page.url.rpartition('-')[2] if '#' in page.url else 1}")
        step.get_by_role("listitem").filter(has=page.get_by_text(re.compile("^(No|“Nothing.*)$"))).last.get_by_role(
            "link"
        ).click()
        steps += 1
        assert steps < 30
    expect(page.locator(":target")).to_contain_text("Start with walk-run")
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator("#route-finder-table + table")).to_be_visible()


def test_it_works_from_the_unzipped_folder(page: Page, offline_folder: Path) -> None:
    address = (offline_folder / GUIDE / "start" / "find-your-starting-point.html").as_uri()
    page.goto(address)
    tool = page.locator("decision-tool")
    answer(tool, "No", "Not sure")
    expect(heading(tool)).to_contain_text("Get help today")
    page.go_back()
    expect(question(tool)).to_have_text("Do you have any of these?")
    page.go_forward()
    press(tool, "Share")
    expect(tool.get_by_text("the link opens on this device only")).to_be_visible()
    link = tool.get_by_role("textbox", name="Link with your answers").input_value()
    press(tool, "Save on this device")
    expect(tool.get_by_text("Saved on this device until you clear it.")).to_be_visible()
    press(tool, "Clear my answers")
    page.goto("about:blank")
    page.goto(link)
    expect(heading(tool)).to_contain_text("Get help today")


# For everyone


@pytest.mark.parametrize("id", DECISIONS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_any_stage(
    page: Page, site: Path, library: Library, id: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    tool = open_tool(page, site, library, id)
    _axe(page)
    press(tool, "Continue")
    _axe(page)
    walk(tool, library.compiled[id].record.examples[-1].given)
    press(tool, "Share")
    for folded in page.locator("decision-tool details:visible").all():
        folded.evaluate("one => { one.open = true }")
    _axe(page)


def _axe(page: Page) -> None:
    found = Axe().run(page, context="decision-tool", options={"resultTypes": ["violations"]})
    assert [(v["id"], [node["html"] for node in v["nodes"]]) for v in found.response["violations"]] == []


@pytest.mark.parametrize("id", DECISIONS)
def test_it_fits_a_narrow_screen_at_every_stage(page: Page, site: Path, library: Library, id: str) -> None:
    """320 px is also a desk screen at 400% zoom (WCAG 2.2, 1.4.10)."""
    page.set_viewport_size({"width": 320, "height": 640})
    tool = open_tool(page, site, library, id)
    for folded in page.locator(".decision > details, .decision-built__more").all():
        folded.evaluate("one => { one.open = true }")
    press(tool, "Continue")
    _fits(page)
    walk(tool, library.compiled[id].record.examples[-1].given)
    press(tool, "Share")
    _fits(page)
    small = tool.locator("button:visible, select:visible, .decision-choice:visible").evaluate_all(
        "all => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent)"
    )
    assert small == []


def _fits(page: Page) -> None:
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0, f"the page scrolls sideways by {wider} pixels"


def test_names_and_roles_are_right(finder: Locator) -> None:
    group = finder.get_by_role("group", name="Do you have any of these signs now?")
    expect(group.get_by_role("radio")).to_have_count(3)
    expect(group).to_have_accessible_description(re.compile("chest pain.*Why we ask", re.DOTALL))
    answer(finder, "No")
    expect(finder.get_by_role("button", name="Change Emergency signs")).to_be_visible()
    expect(finder.locator("[role=status]").first).to_be_attached()


def test_nothing_moves_while_the_page_loads(page: Page) -> None:
    page.add_init_script(
        """window.shifts = [];
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => entry.value)))
            .observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(FINDER, wait_until="networkidle")
    page.locator("decision-tool").scroll_into_view_if_needed()
    page.wait_for_timeout(200)
    assert sum(page.evaluate("shifts")) < 0.01  # the fonts may still settle


def test_scripts_are_small(root: Path) -> None:
    folder = root / "overrides" / "assets" / "scripts"
    joined = ";\n".join(shorter((folder / name).read_text(encoding="utf-8")) for name in SCRIPTS)
    assert len(gzip.compress(joined.encode(), 9)) < MOST_BYTES
