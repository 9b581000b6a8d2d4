"""Long lists stay light enough for a slow phone: how much markup the pages of claims, sources and charts hold."""

from __future__ import annotations

import gzip
from pathlib import Path

from macros.records.evidence.source import LIST_PAGES
from tests.site.html_pages import read_pages

MOST_ELEMENTS = 3_000
MOST_BYTES = 35_000
CHARTS = "evidence/charts"
LISTS = ("evidence/all-claims", "evidence/sources")


def test_lists_of_the_evidence_are_light(site: Path) -> None:
    lists = {CHARTS, *LISTS, *(f"{one}/{part}" for one in LISTS for part in LIST_PAGES)}
    pages = {file.removesuffix("/index.html"): page for file, page in read_pages(site).items()}
    assert lists <= pages.keys()
    elements = {name: len(pages[name].elements) for name in lists}
    assert {name: count for name, count in elements.items() if count > MOST_ELEMENTS} == {}
    sizes = {name: len(gzip.compress(pages[name].source.encode(), 9)) for name in lists}
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}
