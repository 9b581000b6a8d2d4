"""Going through a decision tool: by keyboard, to and fro, changing answers, and what is said where one is missing."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.decision_pages import ANY_PAGE, answer, heading, press, question, result, unfold, walk

STORED = "Object.keys(localStorage).concat(Object.keys(sessionStorage)).filter((key) => key.includes('decision'))"


def test_keyboard_alone_leads_to_a_result(page: Page, way: Locator) -> None:
    way.locator("form:not([hidden]) input").first.focus()
    for number in range(5):
        if number:
            expect(question(way)).to_be_focused()
            page.keyboard.press("Tab")
        for _ in range(0 if number else 2):
            page.keyboard.press("Tab")  # past the signs
        page.keyboard.press("ArrowDown")  # chooses nothing
        expect(way.locator("form:not([hidden]) .choice--press").first).to_be_focused()
        page.keyboard.press("Enter")
    expect(heading(way)).to_contain_text("Walk")
    expect(heading(way)).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('[data-part=result]').contains(document.activeElement)")


def test_back_and_forward_of_the_browser_lose_no_answer(page: Page, way: Locator) -> None:
    answer(way, "No", "Yes")
    expect(heading(way)).to_contain_text("Go later")
    page.go_back()
    expect(question(way)).to_have_text("Is there ice?")
    expect(way.locator("form:not([hidden]) [aria-current]")).to_have_text("Yes")
    page.go_back()
    expect(question(way)).to_have_text("Is there a storm?")
    expect(way.locator("form:not([hidden]) [aria-current]")).to_have_text("None of these")
    page.go_forward()
    page.go_forward()
    expect(heading(way)).to_contain_text("Go later")


def test_back_of_the_tool_goes_one_question_back(way: Locator) -> None:
    expect(way.get_by_role("button", name="Back")).to_be_hidden()
    answer(way, "No", "No")
    press(way, "Back")
    expect(question(way)).to_have_text("Is there ice?")
    expect(question(way)).to_be_focused()
    press(way, "Back")
    expect(question(way)).to_have_text("Is there a storm?")
    press(way, "None of these")
    expect(question(way)).to_have_text("Is it dark?")


def test_presses_that_come_twice_count_once(page: Page, way: Locator) -> None:
    address = page.url
    way.get_by_role("button", name="None of these").dblclick()
    expect(question(way)).to_have_text("Is there ice?")
    page.evaluate("() => { const back = document.querySelector('[data-do=back]'); back.click(); back.click(); }")
    expect(question(way)).to_have_text("Is there a storm?")
    assert page.url == address


def test_an_answer_can_be_changed_from_the_list_and_from_the_result(way: Locator) -> None:
    answer(way, "No", "No", "No, it is light")
    so_far = way.locator(".tool__answers")
    expect(so_far.locator("dt")).to_have_text(["Storm", "Ice", "Darkness"])
    so_far.get_by_role("button", name="Change Ice").click()
    expect(question(way)).to_have_text("Is there ice?")
    answer(way, "No")
    expect(way.locator("[data-part=progress]")).to_contain_text("Question 4")
    walk(way, {})
    expect(heading(way)).to_contain_text("Walk")
    unfold(way, "Why this result")
    result(way).get_by_role("button", name="Change Rain").click()
    answer(way, "Yes")
    expect(heading(way)).to_contain_text("Take a coat")


def test_a_reload_and_a_page_in_between_lose_no_answer(page: Page, way: Locator) -> None:
    answer(way, "No")
    page.reload(wait_until="networkidle")
    expect(question(way)).to_have_text("Is there ice?")
    answer(way, "Yes")
    page.goto("/", wait_until="networkidle")
    page.go_back(wait_until="networkidle")
    expect(heading(way)).to_contain_text("Go later")


def test_h12_answers_are_in_no_address_and_in_no_storage(page: Page, way: Locator) -> None:
    answer(way, "No", "Yes")
    assert page.url.endswith(f"/{ANY_PAGE}/#way")
    assert page.evaluate(STORED) == []


def test_start_again_forgets_the_answers(page: Page, way: Locator) -> None:
    answer(way, "No", "Yes")
    press(way, "Start again")
    expect(question(way)).to_have_text("Is there a storm?")
    expect(way.locator("form:not([hidden]) :is(:checked, [aria-current])")).to_have_count(0)
    page.go_back()
    expect(result(way)).to_be_hidden()
    expect(way.locator("form:not([hidden]) :is(:checked, [aria-current])")).to_have_count(0)


def test_an_error_stands_at_the_field_and_on_top_and_takes_the_focus(way: Locator) -> None:
    way.get_by_role("checkbox").first.press("Enter")
    summary = way.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("There is a problem")
    form = way.locator("form:not([hidden])")
    problem = "Tick what fits, or choose one of the answers below"
    expect(form.locator("[data-part=error]")).to_have_text(problem)
    described = form.locator("fieldset").get_attribute("aria-describedby") or ""
    assert form.locator("[data-part=error]").get_attribute("id") in described.split()
    summary.get_by_role("link", name=problem).click()
    first = form.get_by_role("checkbox").first
    expect(first).to_be_focused()
    expect(first).to_have_attribute("aria-invalid", "true")
    answer(way, "No")
    expect(summary).to_be_hidden()
    press(way, "Back")
    expect(first).not_to_have_attribute("aria-invalid", "true")


def test_names_and_roles_are_right(way: Locator) -> None:
    group = way.get_by_role("group", name="Is there a storm?")
    expect(group.get_by_role("checkbox", name="a warning on the radio")).to_be_visible()
    expect(group.get_by_role("checkbox")).to_have_count(2)
    expect(group.get_by_role("button")).to_have_text(["None of these", "Not sure"])
    expect(group).to_have_accessible_description(re.compile("A breeze does not count.*Why we ask", re.DOTALL))
    answer(way, "No")
    expect(way.get_by_role("button", name="Change Storm")).to_be_visible()
    expect(way.locator("[role=status]").first).to_be_attached()
