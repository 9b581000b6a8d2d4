"""What left a tool's page is still there: the page that it leads to shows the tables, their proofs and every claim."""

from __future__ import annotations

from posixpath import basename

from macros.checks.pages.homes import claims_shown_on
from macros.library import Library

ASKING = ("decision", "planner")


def test_each_tool_leads_to_a_page_with_its_table_its_proofs_and_every_claim_of_it(library: Library) -> None:
    found = [
        (page, call.argument)
        for page in library.pages.values()
        for call in page.calls
        if call.macro in ASKING and page.is_for_readers
    ]
    assert len(found) > 5
    for page, id in found:
        how = library.page_that_calls("", "decision_rows", id)
        assert how, id
        assert f"proof, sources]({basename(how)})" in page.body, page.path
        assert {"decision_built", "page_sources"} <= {call.macro for call in library.pages[how].calls}, how
        claims = {claim for rule in library.decisions[id].rules for claim in rule.claims}
        assert claims <= claims_shown_on(library, library.pages[how]), how


def test_the_page_of_tools_names_each_of_them(library: Library) -> None:
    tools = {path for path, page in library.pages.items() if page.meta.type == "tool"}
    hub = library.pages["tools/index.md"].body
    assert {path for path in tools if f"](../{path})" not in hub} == set()
