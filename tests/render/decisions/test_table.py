"""The rows of a decision as a table."""

from __future__ import annotations

import re

from tests.decisions.making import asked, example, outcomes

from .making import GO_OR_STOP, page_with, table_of


def test_a_table_of_few_inputs_has_a_column_for_each() -> None:
    markup = table_of(page_with(test=GO_OR_STOP))
    assert re.findall(r'<th scope="col">(.*?)</th>', markup) == [
        "Row",
        "Pain",
        "far?",
        "Result",
        "Why",
    ]
    row = re.search(r'<tr class="decision-rule" id="test-rule-hurts".*?</tr>', markup, re.DOTALL)
    assert row
    assert '<td data-label="Pain">Yes or Not sure</td>' in row[0]
    assert "any answer" in row[0]
    assert 'data-claim="marathons"' in row[0]
    assert "hazard-h01" in row[0]


def test_a_table_of_many_inputs_lists_what_each_row_asks_for() -> None:
    ids = ("a", "b", "c", "d", "e")
    page = page_with(
        test="hit_policy: first\ninputs:\n"
        + "".join(asked(id, "options: {no: 'No', yes: 'Yes'}") for id in ids)
        + "rules:\n"
        + "".join(f"  - {{id: {id}, when: {{{id}: yes}}, then: x, because: Row}}\n" for id in ids)
        + "default: y\n"
        + outcomes("x", "y")
        + "examples:\n"
        + "".join(example({**dict.fromkeys(ids[: ids.index(id)], "no"), id: "yes"}, "x") for id in ids)
    )
    markup = table_of(page)
    assert re.findall(r'<th scope="col">(.*?)</th>', markup) == [
        "Row",
        "If you answer",
        "Result",
        "Why",
    ]
    assert '<span class="decision-rule__input">c?:</span> Yes' in markup
    assert 'id="test-default"' in markup
    assert markup.index('id="test-rule-e"') < markup.index('id="test-default"')
