"""Pages with a decision on them, and a reader who answers its questions."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from playwright.sync_api import Locator, Page, Route

from macros.decisions.compiled import Compiled
from macros.library import Library
from macros.records import Decision
from macros.render.context import PageContext
from macros.render.decision import decision, decision_built
from tests.conftest import SECURITY_POLICY
from tests.decisions.making import compiled

FINDER = "/start/find-your-starting-point/"
ANY_PAGE = "about/privacy"

# Answers as a reader does, by choosing and pressing Continue, until there is a result.
# Where nothing is given for a question, its first choice is taken, or 1.
WALK = """(tool, given) => {
    const answered = {};
    for (let form; (form = tool.querySelector("form:not([hidden])")); ) {
        const id = form.dataset.question;
        const choices = [...form.querySelectorAll("input[type=radio]")];
        const answer = given[id] ?? choices[0]?.value ?? 1;
        if (id in answered) throw new Error(`${id} is asked twice`);
        answered[id] = answer;
        if (choices.length) choices.find(({ value }) => value === String(answer)).checked = true;
        else form.querySelector("input").value = answer / (JSON.parse(tool.querySelector("script").textContent)
            .questions.find((question) => question.id === id).scale);
        form.requestSubmit();
    }
    return answered;
}"""


def with_decisions(library: Library, **texts: str) -> Library:
    """The library with further decisions, made for a test."""
    made = compiled(**texts)
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
    markup = f"<h1>A tool</h1><h2>The tool</h2>{decision(context, id)}<h2>Built</h2>{decision_built(context, id)}"
    built = (site / ANY_PAGE / "index.html").read_text(encoding="utf-8")
    body = re.sub(r"<h1.*?(?=<aside class=\"page-footer\")", lambda _: markup, built, count=1, flags=re.DOTALL)

    def answer(route: Route) -> None:
        headers = {"Content-Security-Policy": SECURITY_POLICY}
        route.fulfill(body=body, content_type="text/html; charset=utf-8", headers=headers)

    page.unroute_all()
    page.route(re.compile(rf"/{ANY_PAGE}/(#.*)?$"), answer)
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
