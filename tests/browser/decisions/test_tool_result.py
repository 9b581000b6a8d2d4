"""What a decision tool asks and shows: questions one at a time, the result in its order, its reasons, its numbers.

The `page` fixture fails a test on any error in the console, on any breach of the strict security policy and on any
request to another host.
"""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from macros.library import Library
from tests.browser.decision_pages import (
    answer,
    heading,
    open_tool,
    press,
    question,
    result,
    unfold,
    walk,
    with_decisions,
)


def test_the_result_comes_in_its_order_and_promises_nothing(way: Locator) -> None:
    walk(way, {"rain": "yes", "bag": "yes"})
    shown = result(way).locator("h3:visible, h4:visible").all_inner_texts()
    assert [re.sub(r"\s+", " ", words) for words in shown] == [
        "Go with care : Take a coat",
        "Do now",
        "On top of this",
        "Why this result",
        "What would change it",
        "Pages to read",
    ]
    folded = result(way).locator("details:visible").evaluate_all("(all) => all.map(({ open }) => open)")
    assert folded
    assert not any(folded)
    expect(result(way)).to_contain_text("Ask for a lift")
    expect(result(way)).to_contain_text("This fits the usual advice for people who answered like this")


def test_h11_a_result_says_what_would_change_it(way: Locator) -> None:
    walk(way, {})
    expect(result(way).locator("[data-part=changes] li")).to_have_text(
        [
            "Storm: Yes or Not sure → Stay at home",
            "Ice: Yes or Not sure → Go later",
            "Darkness: Yes → Take a lamp",
            "Rain: Yes or Not sure → Take a coat",
        ]
    )
    expect(result(way).locator("[data-part=adds] li")).to_have_text(["Bag: Yes or Not sure → Ask for a lift"])


def test_an_emergency_number_in_a_result_rings(way: Locator) -> None:
    walk(way, {"storm": "yes"})
    links = way.locator(".tool__outcome a")
    assert [link.get_attribute("href") for link in links.all()] == ["tel:999", "tel:112"]
    expect(links.first).to_have_text("999")


def test_why_names_the_row_the_reason_the_answers_and_the_claims(way: Locator, page: Page, small: Library) -> None:
    walk(way, {"rain": "not-sure"})
    rule = small.decisions["way"].rules[3]
    assert len(rule.claims) == 2
    why = result(way).locator(".tool__why")
    expect(why).to_contain_text("Row 4 of the table: Rain: Yes or Not sure")
    expect(why).to_contain_text(rule.because)
    expect(why.locator(".claim-chip")).to_have_count(len(rule.claims))
    expect(why.locator("[data-part=used]")).to_contain_text("Not sure")
    result(way).get_by_role("link", name="See your row in the full table").click()
    expect(page.locator("#way-rule-rain:target")).to_be_in_viewport()


def test_a_link_to_a_result_unfolds_it(page: Page, way: Locator) -> None:
    walk(way, {})
    unfold(way, "What would change it")
    result(way).locator("[data-part=changes] a").first.click()
    expect(page.locator("#way-outcome-stay")).to_be_in_viewport()


def test_urgent_results_come_at_once_and_further_questions_stay_open(way: Locator) -> None:
    answer(way, "No", "Not sure")
    expect(heading(way)).to_contain_text("Get help today")
    press(way, "Answer more questions")
    expect(question(way)).to_have_text("Is your bag heavy?")
    answer(way, "Yes")
    expect(heading(way)).to_contain_text("Get help today")
    expect(result(way)).to_contain_text("Ask for a lift")


def test_a_clear_result_can_be_seen_before_the_last_question(way: Locator) -> None:
    answer(way, "No", "No", "No, it is light")
    expect(way.get_by_role("button", name="Show my result now")).to_be_hidden()
    answer(way, "Yes")
    press(way, "Show my result now")
    expect(heading(way)).to_contain_text("Take a coat")


def test_progress_counts_what_can_still_matter(way: Locator) -> None:
    progress = way.locator("[data-part=progress]")
    expect(progress).to_have_text("Question 1. At most 4 more can matter.")
    answer(way, "No")
    expect(progress).to_have_text("Question 2. At most 3 more can matter.")
    answer(way, "No", "No, it is light")
    expect(progress).to_have_text("Question 4. At most 1 more can matter.")
    answer(way, "No")
    expect(progress).to_have_text("Question 5. No other question can matter.")


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


def test_a_decision_with_outputs_instead_of_outcomes_works_alike(page: Page, site: Path, small: Library) -> None:
    tool = open_tool(page, site, with_decisions(small, outputs=TWO_OUTPUTS), "outputs")
    walk(tool, {"a": "no", "b": "false"})
    expect(heading(tool)).to_have_text("Result")
    expect(result(tool).locator("[data-part=outcome]")).to_contain_text("Fast")
    expect(result(tool).locator("[data-part=outcome]")).to_contain_text("Days: 7")
    row = result(tool).locator("[data-part=row]")
    expect(row).to_have_attribute("href", re.compile("#outputs-default$"))
    expect(result(tool)).to_contain_text("No row fits, so the last line of the table counts")
    unfold(tool, "Why this result")
    result(tool).get_by_role("button", name="Change A").click()
    answer(tool, "Yes")
    expect(row).to_have_attribute("href", re.compile("#outputs-rule-one$"))


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


def test_a_list_of_results_shows_all_or_says_that_there_is_none(page: Page, site: Path, small: Library) -> None:
    tool = open_tool(page, site, with_decisions(small, several=LIST), "several")
    walk(tool, {"a": "yes", "b": "true"})
    expect(result(tool).locator("[data-part=outcome] p")).to_have_text(["Days: 2 a week", "Days: 3 a week"])
    press(tool, "Start again")
    walk(tool, {"a": "no", "b": "false"})
    expect(heading(tool)).to_have_text("No row of the table fits")
