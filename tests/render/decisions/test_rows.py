"""The table of a decision on another page: the same rows, and results that lead to the page of the tool."""

from __future__ import annotations

import datetime
import re

from macros.library import Library
from macros.render.decisions.rows import decision_rows
from macros.render.page.context import PageContext


def test_the_rows_are_those_of_the_decision_and_lead_to_its_page(library: Library) -> None:
    page = PageContext(library, "do/pain-diary.md", directory_urls=True, today=datetime.date(2026, 11, 22))
    markup = decision_rows(page, "sore-today")
    rules = library.decisions["sore-today"].rules
    assert re.findall(r'data-rule="([^"]*)"', markup) == [rule.id for rule in rules]
    assert markup.count('href="../sore-today/#sore-today-outcome-') == len(rules)
    assert 'href="#sore-today-outcome-' not in markup
