"""A decision as markup: the click path, the results, the rows, and what the script gets."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

from macros.render.decisions.tool import decision

from .making import GO_OR_STOP, page_with


def test_it_is_one_block_without_blank_lines_and_every_element_is_closed(markup: str) -> None:
    assert markup.startswith('<div class="decision" id="test">')
    assert "\n\n" not in markup
    parser = _Nesting()
    parser.feed(markup)
    assert parser.open == []
    assert parser.roots == 1


class _Nesting(HTMLParser):
    """Fails on an end tag that closes something else than what was opened last."""

    _VOID = ("input", "path", "circle", "rect", "br")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.roots = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self._VOID:
            self.roots += not self.open
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._VOID:
            assert self.open.pop() == tag


def test_ids_are_unique_and_every_anchor_leads_to_one(markup: str) -> None:
    ids = re.findall(r' id="([^"]+)"', markup)
    assert sorted(ids) == sorted(set(ids))
    assert set(re.findall(r'<a [^>]*href="#([^"]+)"', markup)) <= set(ids)


def test_described_by_and_for_name_ids_that_are_there(markup: str) -> None:
    ids = set(re.findall(r' id="([^"]+)"', markup))
    named = [
        id
        for found in re.findall(r'(?:aria-describedby|aria-labelledby| for)="([^"]+)"', markup)
        for id in found.split()
    ]
    assert set(named) - {"test"} <= ids  # <decision-tool for="test"> names the decision


def test_no_style_and_no_handler_stands_inline(markup: str) -> None:
    assert not re.search(r"\s(style|on\w+)=", markup)


def test_data_for_the_script_cannot_end_its_element() -> None:
    page = page_with(test=GO_OR_STOP.replace("Pain comes first.", r'"</script><b>&amp; & \u2028 end"'))
    script = re.search(r'<script type="application/json">(.*?)</script>', decision(page, "test"), re.DOTALL)
    assert script
    assert not re.search("[<>&\u2028]", script[1])
    data = json.loads(script[1])
    assert data["questions"][0]["why"] == "</script><b>&amp; & \u2028 end"
    assert data["histories"] == [[[1, "1 January 2026", "First"]]]
    assert data["says"][0][0]["values"] == {"stop": "Stop here", "go": "Go on"}


def test_words_of_records_are_escaped(markup: str) -> None:
    assert "<b>At rest</b>" not in markup
    assert "&lt;b&gt;At rest&lt;/b&gt;" in markup
