"""Pages with a decision on them, and a reader who answers its questions.

Tests of the tool's behaviour stand on WAY, a decision of their own, so that the guide's words can change under them.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from playwright.sync_api import Locator, Page, Route, expect

from macros.decisions.diagram.compiled import Compiled
from macros.library import Library
from macros.records import Decision
from macros.render.decisions.rows import decision_rows
from macros.render.decisions.tool import decision, decision_built
from macros.render.page.context import PageContext
from tests.conftest import SECURITY_POLICY
from tests.decisions.making import compiled
from tests.render import making

FINDER = "/start/find-your-starting-point/"
ANY_PAGE = "about/privacy"
READ_MORE = "rain/coats.md"

NOT_SURE = "{no: 'No', yes: 'Yes', not-sure: {label: Not sure, as: yes}}"
# What both tables below ask.
STORM = f"""
  - id: storm
    short: Storm
    ask: Is there a storm?
    why: Branches fall in a storm.
    signs: [a-warning-on-the-radio, branches-on-the-road]
    help: A breeze does not count.
    options: {NOT_SURE}
"""
# How to get to work: an urgent result, a less urgent one, one with all that a result can hold, and a good one.
WAY = f"""
hit_policy: first
with: [bag]
inputs:
  - fact: storm
  - {{id: ice, short: Ice, ask: Is there ice?, why: Roads are slippery., options: {NOT_SURE}}}
  - {{id: dark, short: Darkness, ask: Is it dark?, why: Lamps help., options: {{no: 'No, it is light', yes: 'Yes'}}}}
  - {{id: rain, short: Rain, ask: Does it rain?, why: Coats help., options: {NOT_SURE}}}
rules:
  - {{id: storm, when: {{storm: yes}}, then: stay, because: A storm is dangerous.}}
  - {{id: ice, when: {{ice: yes}}, then: later, because: Ice melts.}}
  - {{id: dark, when: {{dark: yes}}, then: lamp, because: You want to be seen.}}
  - {{id: rain, when: {{rain: yes}}, then: coat, because: Rain is wet., claims: [rain, coats]}}
  - {{id: fine, when: {{}}, then: walk, because: Nothing is in the way.}}
outcomes:
  stay: {{urgency: now, heading: Stay at home, means: Go nowhere., do: ["Ring 999 (UK) or 112 (EU)."]}}
  later: {{urgency: today, heading: Go later, means: Wait until it has melted.}}
  lamp: {{urgency: appointment, heading: Take a lamp, means: Be seen.}}
  coat:
    urgency: care
    heading: Take a coat
    means: You may get wet.
    do: [Look for your coat, Put it on]
    raise: [Ask whether it is tight]
    pages: [{READ_MORE}]
  walk: {{urgency: start, heading: Walk, means: Off you go.}}
examples:
  - {{given: {{storm: yes}}, then: stay, rule: storm}}
  - {{given: {{storm: no, ice: yes}}, then: later, rule: ice}}
  - {{given: {{storm: no, ice: no, dark: yes}}, then: lamp, rule: dark}}
  - {{given: {{storm: no, ice: no, dark: no, rain: yes}}, then: coat, rule: rain}}
  - {{given: {{storm: no, ice: no, dark: no, rain: no}}, then: walk, rule: fine}}
"""
# What can come on top of it.
BAG = f"""
hit_policy: collect
inputs:
  - fact: storm
  - {{id: bag, short: Bag, ask: Is your bag heavy?, why: Two carry more., options: {NOT_SURE}}}
rules:
  - {{id: bag, when: {{storm: no, bag: yes}}, then: lift, because: It is heavy.}}
outcomes:
  lift: {{urgency: appointment, heading: Ask for a lift, means: Somebody may go by car.}}
examples:
  - {{given: {{storm: no, bag: yes}}, then: [lift], rule: bag}}
  - {{given: {{storm: yes}}, then: []}}
"""
# What goes on at once on a screen of signs.
ALONE = ("None of these", "Not sure")
RULES = "1.1"  # the versions of both, as a share link names them

# Answers as a reader does, by pressing an answer, or by ticking and pressing Continue, until there is a result.
# Where nothing is given for a question, its first choice is taken, or 1. A sign stands for the answer that it means.
WALK = """(tool, given) => {
    const answered = {};
    const places = new Set();
    for (let form; (form = tool.querySelector("form:not([hidden])")); ) {
        const id = form.dataset.question;
        const question = JSON.parse(tool.querySelector("script").textContent).questions.find((one) => one.id === id);
        const presses = [...form.querySelectorAll(".choice--press")];
        const press = (value) => form.requestSubmit(presses.find((one) => one.value === String(value)));
        const answer = given[id] ?? question.options?.[0].id ?? 1;
        const place = `${id} ${form.dataset.screen ?? ""}`;
        if (places.has(place)) throw new Error(`${place} is asked twice`);
        places.add(place);
        answered[id] = answer;
        if (form.dataset.screen) {
            // Where no sign of this screen means the answer: what stands alone and says it, else none of them.
            const sign = question.screens[form.dataset.screen].signs.find(({ means }) => means === String(answer));
            for (const box of form.querySelectorAll("input")) box.checked = box.value === sign?.id;
            if (sign) form.requestSubmit();
            else press(presses.some(({ value }) => value === String(answer)) ? answer : question.options[0].id);
        } else if (presses.length) press(answer);
        else {
            form.querySelector("input").value = answer / question.scale;
            form.requestSubmit();
        }
    }
    return answered;
}"""


def small_library() -> Library:
    """A library of WAY, what it rests on, and nothing else."""
    pages = {f"{ANY_PAGE}.md": '## The tool\n\n{{ decision("way") }}\n\n{{ decision_rows("way") }}\n', READ_MORE: ""}
    records = (making.source(), making.claim("rain"), making.claim("coats"))
    return with_decisions(making.library(*records, pages=pages), facts=STORM, way=WAY, bag=BAG)


def with_decisions(library: Library, facts: str = "", **texts: str) -> Library:
    """The library with further decisions, made for a test."""
    made = compiled(facts, **texts)
    return replace(
        library,
        decisions=MappingProxyType({**library.decisions, **{id: one.record for id, one in made.items()}}),
        compiled=MappingProxyType({**library.compiled, **made}),
    )


def with_record(library: Library, id: str, record: Decision) -> Library:
    """The library with another record for a decision whose rules stay as they are."""
    return replace(
        library,
        decisions=MappingProxyType({**library.decisions, id: record}),
        compiled=MappingProxyType({**library.compiled, id: replace(library.compiled[id], record=record)}),
    )


def open_tool(page: Page, site: Path, library: Library, id: str, fragment: str = "") -> Locator:
    """Opens a page of the built site whose text is replaced by this decision, whether or not a page has it."""
    context = PageContext(library, f"{ANY_PAGE}.md", directory_urls=True, today=datetime.date(2026, 11, 22))
    parts = (decision(context, id), "<h2>Built</h2>", decision_rows(context, id), decision_built(context, id))
    markup = f"<h1>A tool</h1><h2>The tool</h2>{''.join(parts)}"
    built = (site / ANY_PAGE / "index.html").read_text(encoding="utf-8")
    body = re.sub(r"<h1.*?(?=<aside class=\"page-footer\")", lambda _: markup, built, count=1, flags=re.DOTALL)

    def answer(route: Route) -> None:
        headers = {"Content-Security-Policy": SECURITY_POLICY}
        route.fulfill(body=body, content_type="text/html; charset=utf-8", headers=headers)

    page.context.unroute_all()
    page.context.route(re.compile(rf"/{ANY_PAGE}/(#.*)?$"), answer)  # for other tabs, too
    return come_back(page, id, fragment)


def come_back(page: Page, id: str, fragment: str = "") -> Locator:
    """Opens the page of a decision that was opened before."""
    page.goto("about:blank")  # so that a new fragment loads the page anew
    page.goto(f"/{ANY_PAGE}/{fragment}")
    return page.locator(f"decision-tool[for={id}]")


def walk(tool: Locator, given: Mapping[str, Any]) -> dict[str, Any]:
    """Answers all that is asked, and gives back what was answered."""
    answered: dict[str, Any] = tool.evaluate(WALK, dict(given))
    return answered


def outcome_headings(compiled: Compiled, outcome: Any) -> list[str]:
    """The headings under which a result stands."""
    values = outcome if compiled.table.many else [outcome]
    return [compiled.record.outcomes[value[0]].heading for value in values]


def unfold(tool: Locator, fold: str) -> None:
    """Opens what stands folded behind a result."""
    result(tool).locator("summary", has_text=fold).first.click()


def result(tool: Locator) -> Locator:
    return tool.locator("[data-part=result]")


def heading(tool: Locator) -> Locator:
    return result(tool).locator(".tool__heading")


def question(tool: Locator) -> Locator:
    return tool.locator("form:not([hidden]) .decision-question__ask")


def answer(tool: Locator, *labels: str) -> None:
    """Presses answers, or ticks signs and goes on, with the pointer. "No" to signs is none of them."""
    for label in labels:
        form = tool.locator("form:not([hidden])")
        if form.get_attribute("data-screen") is not None and label not in ("No", *ALONE):
            form.get_by_label(label, exact=True).check(force=True)
            press(tool, "Continue")
        else:
            alone = label == "No" and form.get_attribute("data-screen") is not None
            press(tool, ALONE[0] if alone else label)


def press(tool: Locator, name: str) -> None:
    tool.get_by_role("button", name=name, exact=True).click()


def share_link(tool: Locator) -> str:
    press(tool, "Share")
    expect(tool.get_by_text("This link holds your answers.")).to_be_visible()
    return tool.get_by_role("textbox", name="Link with your answers").input_value()
