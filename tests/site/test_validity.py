"""What a validator of HTML would say, by the rules that pages once broke. All rules take a validator: `make audit`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import pytest

from tests.site.html_pages import Element, HtmlPage, read_pages

# https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#attr-fe-autocomplete
_NEVER_COMPLETED = {"checkbox", "radio", "file", "submit", "image", "reset", "button"}
# https://html.spec.whatwg.org/multipage/forms.html#category-label
_LABELABLE = {"button", "input", "meter", "output", "progress", "select", "textarea"}
# What HTML says of these by itself: https://www.w3.org/TR/html-aria/#docconformance
_OF_ITSELF = {
    "table": "table",
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tr": "row",
    "td": "cell",
}


def roles(page: HtmlPage) -> Iterator[Element]:
    """Roles that repeat what the element is, which rows of a table may not."""
    for element in page.elements:
        role = element.attributes.get("role")
        if role and role in (_OF_ITSELF.get(element.tag), "columnheader", "rowheader"):
            yield element


def completed(page: HtmlPage) -> Iterator[Element]:
    """Fields that nothing can be completed in, and say whether it may."""
    for element in page.tagged("input"):
        if "autocomplete" in element.attributes and element.attributes.get("type") in _NEVER_COMPLETED:
            yield element


def places_in_the_tab_order(page: HtmlPage) -> Iterator[Element]:
    """A place in the order of the Tab key that is no number."""
    for element in page.elements:
        place = element.attributes.get("tabindex", "0")
        if not place.removeprefix("-").isdigit():
            yield element


def labels(page: HtmlPage) -> Iterator[Element]:
    """Labels of fields that are not there."""
    fields = {
        element.attributes.get("id")
        for element in page.elements
        if element.tag in _LABELABLE and element.attributes.get("type") != "hidden"
    }
    for element in page.tagged("label"):
        if "for" in element.attributes and element.attributes["for"] not in fields:
            yield element


def headings(page: HtmlPage) -> Iterator[Element]:
    """Headings without a word, but for those of templates, which are filled when they are used."""
    for found in re.finditer(r"(?s)<template.*?</template>|<(h[1-6])[^>]*>\s*</\1>", page.source):
        if found[1]:
            yield Element(found[1], {}, page.source.count("\n", 0, found.start()) + 1)


Rule = Callable[[HtmlPage], Iterator[Element]]
RULES: tuple[Rule, ...] = (roles, completed, places_in_the_tab_order, labels, headings)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_page_breaks_a_rule_of_html(rule: Rule, site: Path, offline_folder: Path) -> None:
    every = chain(read_pages(site).values(), read_pages(offline_folder).values())
    assert [f"{page.file}, {element}" for page in every for element in rule(page)][:20] == []


BROKEN: dict[Rule, str] = {
    roles: '<table><tr role="row"><td>a</td></tr></table>',
    completed: '<input type="checkbox" autocomplete="off">',
    places_in_the_tab_order: '<span tabindex="">a</span>',
    labels: '<input id="b" type="hidden"><label for="b">a</label>',
    headings: "<h2 hidden></h2>",
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_each_rule_sees_what_breaks_it(rule: Rule, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(BROKEN[rule], encoding="utf-8")
    (page,) = read_pages(tmp_path).values()
    assert len(list(rule(page))) == 1
