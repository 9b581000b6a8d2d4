"""Every page stays light enough for a slow phone: how much markup it holds, and how much of it is sent."""

from __future__ import annotations

import gzip
from pathlib import Path

from tests.site.html_pages import read_pages

MOST_ELEMENTS = 3_000
MOST_BYTES = 35_000
# Both carry every result of their tables and the reason of every row, for those without scripts and with them.
HEAVIER = {"both/index.html": 46_000, "start/find-your-starting-point/index.html": 46_500}


def test_no_page_holds_more_elements_than_a_slow_phone_can_lay_out(site: Path) -> None:
    counts = {file: len(page.elements) for file, page in read_pages(site).items()}
    assert {file: count for file, count in counts.items() if count > MOST_ELEMENTS} == {}


def test_no_page_sends_more_markup_than_is_wanted(site: Path) -> None:
    sizes = {file: len(gzip.compress(page.source.encode(), 9)) for file, page in read_pages(site).items()}
    assert {file: size for file, size in sizes.items() if size > HEAVIER.get(file, MOST_BYTES)} == {}


def test_a_page_is_named_as_heavier_only_while_it_is(site: Path) -> None:
    pages = read_pages(site)
    light = [file for file in HEAVIER if len(gzip.compress(pages[file].source.encode(), 9)) <= MOST_BYTES]
    assert light == []


def test_no_page_carries_what_only_the_theme_s_own_program_reads(site: Path) -> None:
    assert [file for file, page in read_pages(site).items() if 'id="__config"' in page.source] == []
