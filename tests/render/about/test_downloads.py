"""Downloads: each kind of record in a row, with how many there are and a link to each of its files."""

from __future__ import annotations

import re

from macros.register import KINDS
from macros.render.about.downloads import downloads

from ..making import claim, context, source


def row(markup: str, what: str) -> str:
    found = re.search(rf'<tr>\s*<th scope="row">{what}</th>.*?</tr>', markup, re.DOTALL)
    assert found
    return found[0]


def test_every_kind_of_record_has_a_row_with_its_number() -> None:
    markup = downloads(context(source(), claim("knees"), claim("hips")))
    assert [kind.plural in markup for kind in KINDS] == [True] * len(KINDS)
    assert "<td>2</td>" in row(markup, "Claims with their figures")
    assert "<td>0</td>" in row(markup, "Words of the glossary")


def test_a_row_leads_to_the_records_their_schema_and_each_file_that_is_edited() -> None:
    links = re.findall(r'<a href="([^"]+)" download>', row(downloads(context(source(), claim())), "Claims .*?"))
    assert links == [
        "../../downloads/json/claims.json",
        "../../downloads/data/claims/knees.yml",
        "../../downloads/schemas/claims.schema.json",
    ]


def test_many_files_are_folded_and_counted() -> None:
    markup = downloads(context(source(), *(claim(f"knees-{number}") for number in range(6))))
    assert "<summary>8 files</summary>" in row(markup, "Claims .*?")
    assert "<summary>" not in row(markup, "Hazards .*?")


def test_the_day_of_the_copy_and_the_licence_are_told() -> None:
    markup = downloads(context())
    assert "built on 1 December 2026" in markup
    assert ">CC-BY-4.0</a>" in markup
