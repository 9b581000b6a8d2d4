"""Answers in parts: each part with the chips of its own claims behind it, in the order of reading."""

from __future__ import annotations

import re

from macros.records import Said
from macros.render.voices.myths import all_myths
from macros.render.voices.said import said

from ..making import claim, context, source
from .test_myths import myth

PARTS = [{"says": "It may not.", "claims": ["knees", "hips"]}, {"says": "Ask <anyone>.", "claims": ["knees"]}]
RECORDS = source(), claim("knees"), claim("hips")


def test_each_part_has_the_chips_of_its_claims_and_the_page_uses_them() -> None:
    page = context(*RECORDS)
    first, second = said(page, [Said.model_validate(part) for part in PARTS])
    assert [chip.id for chip in first.chips] == ["knees", "hips"] == page.claims_used
    assert [chip.id for chip in second.chips] == ["knees"]


def test_chips_stand_behind_the_part_that_they_back() -> None:
    markup = all_myths(context(*RECORDS, myth(short_answer=PARTS)))
    shown = re.sub(r'<a [^>]*data-claim="(\w+)".*?</a>', r"[\1]", markup)
    assert "It may not. [knees] [hips] Ask &lt;anyone&gt;. [knees]" in shown
