"""The chip after a sentence: what it says to the eye and to the ear, and what its script finds on it."""

from __future__ import annotations

import re

import pytest

from macros.render.evidence.claim import claim as chip

from ..making import claim, context, source


@pytest.mark.parametrize(("certainty", "dots"), [("high", "4"), ("moderate", "3"), ("low", "2"), ("very-low", "1")])
def test_word_dots_and_name_say_the_same_certainty(certainty: str, dots: str) -> None:
    markup = chip(context(source(), claim(certainty=certainty)), "knees")
    assert f"claim-chip--{certainty}" in markup
    assert f'href="#dots-{dots}"' in markup
    assert f'aria-label="{certainty.replace("-", " ").capitalize()} certainty. ' in markup


def test_its_script_finds_the_claim_and_listeners_hear_what_it_is_about() -> None:
    markup = chip(context(source(), claim()), "knees")
    assert 'data-claim="knees"' in markup
    assert re.search(r'aria-label="Low certainty\. .*\. Show the evidence\."', markup)


def test_it_carries_the_number_of_its_note_only_where_the_page_has_notes() -> None:
    records = source(), claim("knees"), claim("hips")
    page = context(*records, body="{{ page_sources() }}\n")
    assert [re.findall(r"&#91;(\d)&#93;", chip(page, id)) for id in ("knees", "hips", "knees")] == [["1"], ["2"], ["1"]]
    assert "claim-chip__note" not in chip(context(*records), "knees")
