"""Your folder in a browser: what is kept on a device and in a tab, listed, opened, printed, moved, cleared, taken back.

It stands on a decision, a list and a diary of the tests' own; only the plan is one of the guide's.
"""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from macros.library import Library
from macros.render.doing.your_folder import your_folder
from macros.render.page.context import PageContext
from tests.browser.axe import put_on, violations
from tests.browser.decision_pages import ANY_PAGE, BAG, STORM, WAY, with_decisions
from tests.browser.decisions.test_tool_saving import FORMAT, REFUSE_STORAGE
from tests.conftest import SECURITY_POLICY
from tests.render import making
from tests.render.doing.test_checklist import RECORD
from tools.offline import GUIDE

NAMES = "running-bones-joints."
FOLDER = "/do/your-folder/"
ENTRY = {"date": "2026-11-02", "site": "left knee", "during": 3, "after": 2, "morning": None}
ENTRY |= {"run": 4, "unit": "km", "note": "hills"}
SAVED: dict[str, Any] = {
    "decision.way": {"version": "1.1", "date": "2026-11-20", "answers": {"storm": "no", "ice": "yes"}},
    "diary.pain": [ENTRY, {**ENTRY, "date": "2026-11-20"}],
    "checklist.first-run": ["walk"],
}


@pytest.fixture(scope="session")
def some() -> Library:
    pages = {
        f"{ANY_PAGE}.md": "{{ your_folder() }}\n",
        "rain/way.md": '{{ decision("way") }}\n',
        "rain/list.md": '{{ checklist("first-run") }}\n',
        "rain/diary.md": "{{ pain_diary() }}\n",
        "rain/coats.md": "",
    }
    records = (making.source(), making.claim("rain"), making.claim("coats"), making.claim("knees"), RECORD)
    return with_decisions(making.library(*records, pages=pages), facts=STORM, way=WAY, bag=BAG)


@pytest.fixture
def folder(page: Page, site: Path, some: Library) -> Locator:
    """The folder on a page of its own, with nothing in it."""
    context = PageContext(some, f"{ANY_PAGE}.md", directory_urls=True, today=datetime.date(2026, 11, 22))
    built = (site / ANY_PAGE / "index.html").read_text(encoding="utf-8")
    markup = f"<h1>Folder</h1>{your_folder(context)}"
    body = re.sub(r"<h1.*?(?=<aside class=\"page-footer\")", lambda _: markup, built, count=1, flags=re.DOTALL)

    def answer(route: Route) -> None:
        headers = {"Content-Security-Policy": SECURITY_POLICY}
        route.fulfill(body=body, content_type="text/html; charset=utf-8", headers=headers)

    page.context.unroute_all()
    page.context.route(re.compile(rf"/{ANY_PAGE}/(#.*)?$"), answer)
    page.goto(f"/{ANY_PAGE}/")
    return page.locator("your-folder")


@pytest.fixture
def full(page: Page, folder: Locator) -> Locator:
    for name, value in SAVED.items():
        put(page, name, json.dumps(value))
    page.reload()
    expect(things(folder)).to_have_count(len(SAVED))
    return folder


def put(page: Page, name: str, text: str, store: str = "localStorage") -> None:
    page.evaluate("([store, name, text]) => window[store].setItem(name, text)", [store, NAMES + name, text])


def stored(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("({...localStorage})")
    return {name.removeprefix(NAMES): text for name, text in found.items() if name.startswith(NAMES)}


def things(folder: Locator) -> Locator:
    return folder.locator("[data-part=saved] > li:not(.folder__one--cleared)")


def thing(folder: Locator, title: str) -> Locator:
    return things(folder).filter(has=folder.page.get_by_role("heading", name=title))


def press(folder: Locator, name: str) -> None:
    folder.get_by_role("button", name=name, exact=True).click()


@pytest.mark.smoke
def test_each_kept_thing_is_told_in_words_and_leads_to_its_tool(full: Locator, some: Library) -> None:
    answers = thing(full, some.decisions["way"].title)
    expect(answers).to_contain_text("Go later")
    expect(answers).to_contain_text("Answers of 20 November 2026, by version 1.1 of the rules")
    expect(answers).to_have_attribute("data-urgency", "today")
    expect(answers.get_by_role("link")).to_have_attribute("href", "../../rain/way/#way")
    expect(thing(full, "Pain diary")).to_contain_text("2 entries, the last of 20 November 2026.")
    expect(thing(full, "Before your first run")).to_contain_text("1 of 2 ticked.")


def test_all_of_a_thing_opens_in_place(full: Locator, some: Library) -> None:
    answers = thing(full, some.decisions["way"].title)
    expect(answers.get_by_text("Yes: Ice.")).to_be_hidden()
    answers.locator("summary").click()
    expect(answers.get_by_text("Yes: Ice.")).to_be_visible()


def test_an_empty_folder_says_so_and_has_nothing_to_print_or_clear(folder: Locator) -> None:
    expect(folder.get_by_text("Nothing is kept here yet.")).to_be_visible()
    expect(folder.get_by_label("Bring in a file from another device")).to_be_visible()
    for name in ("Print all of it", "Take it to another device", "Clear all"):
        expect(folder.get_by_role("button", name=name, exact=True)).to_have_count(0)
    expect(folder.get_by_text("Kept in this tab")).to_be_hidden()


@pytest.mark.smoke
def test_one_thing_is_cleared_and_taken_back_as_it_was_with_the_keyboard(page: Page, full: Locator) -> None:
    before = stored(page)
    full.get_by_role("button", name="Clear Pain diary", exact=True).press("Enter")
    assert stored(page).keys() == before.keys() - {"diary.pain"}
    expect(full.get_by_text("Cleared: Pain diary.")).to_be_visible()
    undo = full.get_by_role("button", name="Undo for Pain diary")
    expect(undo).to_be_focused()
    undo.press("Enter")
    assert stored(page) == before
    expect(thing(full, "Pain diary").get_by_role("link")).to_be_focused()


def test_what_was_cleared_can_be_taken_back_until_the_page_is_left(page: Page, full: Locator) -> None:
    full.get_by_role("button", name="Clear Pain diary", exact=True).click()
    page.reload()
    expect(things(full)).to_have_count(2)
    expect(full.get_by_text("Cleared:")).to_have_count(0)


def test_what_was_cleared_never_replaces_what_another_tab_saved_since(
    page: Page, full: Locator, some: Library, tmp_path: Path
) -> None:
    title = some.decisions["way"].title
    full.get_by_role("button", name=f"Clear {title}", exact=True).click()
    newer = {**SAVED["decision.way"], "answers": {"storm": "yes"}}
    with page.context.new_page() as other:
        other.goto(f"/{ANY_PAGE}/")
        put(other, "decision.way", json.dumps(newer))
    expect(thing(full, title)).to_contain_text("Stay at home")
    press(full, f"Undo for {title}")
    assert json.loads(stored(page)["decision.way"]) == newer
    with page.expect_download() as download:
        press(full, "Download what was cleared")
    path = tmp_path / "cleared.json"
    download.value.save_as(path)
    assert json.loads(path.read_text("utf-8"))["saved"] == {"decision.way": SAVED["decision.way"]}


def test_all_is_cleared_after_a_question_that_names_what_goes(page: Page, full: Locator, some: Library) -> None:
    put(page, "draft.diary.pain.new", json.dumps([["note", "x"]]), "sessionStorage")
    page.reload()
    before = stored(page)
    press(full, "Clear all")
    dialog = full.get_by_role("dialog")
    expect(dialog.get_by_role("listitem")).to_have_text(
        ["Pain diary", some.decisions["way"].title, "Before your first run"]
    )
    dialog.get_by_role("button", name="Keep it").click()
    assert stored(page) == before
    press(full, "Clear all")
    dialog.get_by_role("button", name="Clear all").click()
    assert stored(page) == {} and page.evaluate("sessionStorage.length") == 0
    expect(full.get_by_text("All is cleared.")).to_be_visible()
    for undo in range(4, 0, -1):
        expect(full.get_by_role("button", name="Undo")).to_have_count(undo)
        full.get_by_role("button", name="Undo").first.click()
    assert stored(page) == before and page.evaluate("sessionStorage.length") == 1


def test_another_tab_is_followed_and_what_is_open_stays_open(page: Page, full: Locator, some: Library) -> None:
    thing(full, some.decisions["way"].title).locator("summary").click()
    with page.context.new_page() as other:
        other.goto(f"/{ANY_PAGE}/")
        put(other, "checklist.first-run", json.dumps(["walk", "shoes"]))
    expect(thing(full, "Before your first run")).to_contain_text("2 of 2 ticked.")
    expect(thing(full, some.decisions["way"].title).locator("details")).to_have_attribute("open", "")


def test_what_is_not_saved_stands_apart_and_can_be_cleared(page: Page, folder: Locator) -> None:
    put(page, "draft.diary.pain", json.dumps([ENTRY]), "sessionStorage")
    put(page, "draft.diary.pain.new", json.dumps([["note", "x"]]), "sessionStorage")
    page.reload()
    tab = folder.get_by_role("region", name="Kept in this tab until you close it")
    expect(tab.get_by_text("1 entry, the last of 2 November 2026.")).to_be_visible()
    expect(tab.get_by_text("Something that you began")).to_be_visible()
    expect(folder.get_by_text("Nothing is kept here yet.")).to_be_visible()
    tab.get_by_role("button", name="Clear Pain diary").first.click()
    assert page.evaluate("sessionStorage.length") == 1


@pytest.mark.parametrize(
    ("name", "text"), [("decision.way", "{cut off"), ("diary.pain", '[{"date": "never"}]'), ("later.thing", '{"v": 9}')]
)
def test_what_cannot_be_read_is_kept_said_and_handed_out(
    page: Page, folder: Locator, tmp_path: Path, name: str, text: str
) -> None:
    put(page, name, text)
    page.reload()
    expect(folder.get_by_text("A part of this cannot be read by the guide.")).to_be_visible()
    with page.expect_download() as download:
        folder.get_by_role("button", name=re.compile("^Download it")).click()
    path = tmp_path / "unread.json"
    download.value.save_as(path)
    [found] = json.loads(path.read_text("utf-8"))["unread"][name]
    assert found.replace(" ", "") in text.replace(" ", "")
    assert stored(page) == {name: text}


def test_a_file_goes_out_and_joins_what_is_on_another_device(page: Page, full: Locator, tmp_path: Path) -> None:
    with page.expect_download() as download:
        press(full, "Take it to another device")
    path = tmp_path / "all.json"
    download.value.save_as(path)
    assert json.loads(path.read_text("utf-8")) == {"format": FORMAT, "saved": SAVED}
    page.evaluate("localStorage.clear()")
    put(page, "checklist.first-run", json.dumps(["shoes"]))
    page.reload()
    full.get_by_label("Bring in a file from another device").set_input_files(path)
    expect(thing(full, "Before your first run")).to_contain_text("2 of 2 ticked.")
    expect(things(full)).to_have_count(len(SAVED))
    expect(full.get_by_text("All of the file is saved on this device.")).to_be_visible()


def test_paper_has_all_of_it_and_no_empty_page(page: Page, full: Locator, some: Library) -> None:
    page.evaluate("window.print = () => { window.printed = document.documentElement.className; }")
    press(full, "Print all of it")
    assert "prints-notes" in page.evaluate("window.printed")
    # As a browser prints: what opens on paper is opened first.
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for text in ("Yes: Ice.", "left knee", "I can walk.", "Printed on"):
        expect(full.get_by_text(text).first).to_be_visible()
    expect(full.get_by_text("Printed on")).to_contain_text(re.compile(r"Printed on \d+ \w+ \d{4}\."))
    expect(full.get_by_role("button")).to_have_count(0)
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))) == 1


def test_where_nothing_can_be_kept_that_is_said(page: Page, folder: Locator) -> None:
    page.add_init_script(REFUSE_STORAGE)
    page.reload()
    expect(folder.get_by_text("Your browser does not let this guide keep anything")).to_be_visible()


def test_without_scripts_the_page_says_what_it_does(page_without_scripts: Page) -> None:
    page_without_scripts.goto(FOLDER)
    expect(page_without_scripts.locator(".folder noscript p")).to_be_visible()
    expect(page_without_scripts.locator(".folder button:visible")).to_have_count(0)


def test_from_a_folder_on_disk_it_works_too(page: Page, offline_folder: Path) -> None:
    page.goto((offline_folder / GUIDE / "do" / "your-folder.html").as_uri())
    put(page, "diary.pain", json.dumps(SAVED["diary.pain"]))
    page.reload()
    diary = things(page.locator("your-folder"))
    expect(diary).to_contain_text("2 entries")
    diary.get_by_role("link").click()
    expect(page.locator("pain-diary")).to_be_visible()


def test_the_next_session_of_saved_weeks_is_told(page: Page) -> None:
    page.goto("/do/walk-run-planner/")
    planner = page.locator("walk-run-planner")
    planner.locator("[data-question=route] select").select_option("walking-level")
    planner.locator("[data-question=walking] input").fill("12")
    press(planner, "Lay out my weeks")
    press(planner, "Save on this device")
    session = planner.locator("[data-part=next-day]").inner_text()
    page.goto(FOLDER)
    expect(things(page.locator("your-folder"))).to_contain_text(f"Next: {session}.")


@pytest.mark.parametrize(("width", "colours"), [(320, "light"), (1280, "dark")])
def test_axe_finds_nothing_and_a_phone_is_wide_enough(page: Page, full: Locator, width: int, colours: Any) -> None:
    put(page, "draft.diary.pain", json.dumps([ENTRY]), "sessionStorage")
    put(page, "later.thing", "1")
    page.reload()
    full.get_by_role("button", name="Clear Before your first run").click()
    for summary in full.locator("summary:visible").all():
        summary.click()
    page.set_viewport_size({"width": width, "height": 800})
    put_on(page, colours)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert violations(page, []) == []
