"""The macros as a whole: those that pages may call, and markup that Markdown leaves as it is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from macros.macro import MACROS as DECLARED
from macros.render.macros import MACROS

from .doing.test_care_card import SIGNS, card
from .making import claim, context, source

# What a block is called with, where it needs to be told.
ARGUMENTS = {
    "claim_cards": ("joints",),
    "source_entries": ("joints",),
    "tools_agree": ("signs",),
    "all_care_cards": ("now",),
}
BLOCKS = [name for name, macro in DECLARED.items() if not macro.takes]


def test_macros_are_those_that_pages_may_call() -> None:
    assert set(MACROS) == set(DECLARED)


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_is_one_element_without_blank_lines(name: str) -> None:
    macro: Callable[..., str] = MACROS[name]
    markup = macro(context(source(), claim(), *SIGNS, card(level="now")), *ARGUMENTS.get(name, ()))
    assert re.fullmatch(r"<(div|nav) .*</\1>", markup, flags=re.DOTALL)
    assert "" not in markup.split("\n")
    assert markup.count("<div") == markup.count("</div>")


@pytest.mark.parametrize("name", BLOCKS)
def test_markup_obeys_the_security_policy(name: str) -> None:
    macro: Callable[..., str] = MACROS[name]
    markup = macro(context(source(), claim(), *SIGNS, card(level="now")), *ARGUMENTS.get(name, ()))
    assert not re.search(r"\sstyle=|\son\w+=|<style|<script(?! type=\"application/json\"| src=)", markup)
