"""A section whose heading is marked is folded behind it, up to the next section."""

from __future__ import annotations

import pytest
from markdown import Markdown

from macros.aside import ASIDES, AsideExtension
from macros.render.page.folding import FoldingExtension


def read(text: str) -> str:
    return Markdown(
        extensions=[AsideExtension(), FoldingExtension(), "attr_list", "toc"],
        extension_configs={"toc": {"permalink": "#"}},
    ).convert(text)


def test_it_ends_where_the_next_section_begins() -> None:
    markup = read("## One {: .fold }\n\nFirst.\n\n### Within\n\nMore.\n\n## Two\n\nLast.")
    folded, after = markup.split("</details>")
    assert folded.startswith('<details class="fold" data-print-open="">')
    assert all(words in folded for words in ("First.", "Within", "More."))
    assert "Two" in after
    assert "Last." in after


def test_two_in_a_row_stand_beside_each_other_and_an_unmarked_page_stays_as_it_is() -> None:
    assert read("## One {: .fold }\n\nA.\n\n## Two {: .fold }\n\nB.").count("<details") == 2
    assert "<details" not in read("## One\n\nA.")


def test_its_heading_keeps_its_anchor_and_has_nothing_else_to_press() -> None:
    summary = read("## One thing {: .fold }\n\nA.").split("</summary>")[0]
    assert '<h2 id="one-thing">One thing</h2>' in summary


@pytest.mark.parametrize("before", ["", "Words.\n\n"])
def test_what_a_macro_left_aside_comes_back_in_its_fold(before: str) -> None:
    markup = read(f"{before}## One {{: .fold }}\n\n{ASIDES.put('<b>table</b>')}\n\n## Two\n\nB.")
    assert "<b>table</b>" in markup.split("</details>")[0]
