"""Nothing is left over and nothing leads nowhere: claim, page, source, glossary term and chart, both ways.

Read from the built site, so that it holds for what a reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest

from macros.export.provenance import provenance
from macros.library import Library
from macros.records import ChartKind
from macros.records.evidence.source import LIST_PAGES
from tests.site.html_pages import HtmlPage, read_pages

Pages = dict[str, HtmlPage]

CLAIMS, SOURCES, TERMS, CHARTS = (
    f"{page}/index.html" for page in ("evidence/all-claims", "evidence/sources", "look-up/glossary", "evidence/charts")
)
CARDS, ENTRIES = (
    [f"evidence/{name}/{part}/index.html" for part in LIST_PAGES] for name in ("all-claims", "sources")
)  # each claim's card and each source's entry stand on one of these


@pytest.fixture(scope="module")
def pages(site: Path) -> Pages:
    return read_pages(site)


def test_every_claim_is_said_or_drawn_on_a_page(pages: Pages, library: Library) -> None:
    said = {id for file in pages if file not in (CLAIMS, *CARDS) for id in _chips(pages[file])}
    assert set(library.claims) - said == set(), "say them on a page, draw them, or retire them"


def test_every_chip_and_every_link_to_a_claim_leads_to_its_card(pages: Pages, library: Library) -> None:
    assert sorted(_ids(pages[CLAIMS], "claim-")) == sorted(library.claims)
    assert sorted(id for file in CARDS for id in _ids(pages[file], "claim-")) == sorted(library.claims)
    assert {id for page in pages.values() for id in _chips(page)} <= set(library.claims)
    assert {id for page in pages.values() for id in _linked(page, "claim-")} <= set(library.claims)


def test_every_source_has_an_entry_and_every_claim_links_to_its_sources(pages: Pages, library: Library) -> None:
    assert sorted(_ids(pages[SOURCES], "source-")) == sorted(library.sources)
    assert sorted(id for file in ENTRIES for id in _ids(pages[file], "source-")) == sorted(library.sources)
    cards = _parts(pages, CARDS, "claim-", library.claims)
    for id, claim in library.claims.items():
        linked = set(re.findall(r'href="[^"]*#source-([a-z0-9-]+)"', cards[id]))
        assert linked == set(claim.sources), id


def test_every_source_says_which_claims_use_it(pages: Pages, library: Library) -> None:
    entries = _parts(pages, ENTRIES, "source-", library.sources)
    assert entries.keys() == library.sources.keys()
    for id in library.sources:
        users = {claim.id for claim in library.claims.values() if id in claim.sources}
        linked = set(re.findall(r'href="[^"]*#claim-([a-z0-9-]+)"', entries[id]))
        assert linked == users, id


def test_every_doi_and_pubmed_number_on_the_site_is_vouched_for(pages: Pages, library: Library) -> None:
    vouched = {line[0] for line in provenance(library.sources.values())}
    printed = {identifier for page in pages.values() for identifier in _identifiers(page)}
    assert {identifier for identifier in printed if identifier not in vouched} == set()
    assert {identifier for identifier in vouched if identifier.startswith(("doi:", "pmid:"))} <= printed


def test_every_term_is_explained_once_and_its_word_is_used(pages: Pages, library: Library) -> None:
    assert set(_ids(pages[TERMS], "term-")) == set(library.terms)
    assert {id for page in pages.values() for id in _linked(page, "term-")} <= set(library.terms)
    linked = {id for file, page in pages.items() if file != TERMS for id in _linked(page, "term-")}
    texts = " ".join(page.source for file, page in pages.items() if file != TERMS).casefold()
    for id, term in library.terms.items():
        words = (term.term, *term.also)
        assert id in linked or any(word.casefold() in texts for word in words), f"nobody uses the word '{term.term}'"


def test_every_chart_is_shown_and_links_to_every_claim_it_draws(pages: Pages, library: Library) -> None:
    assert set(library.charts) <= {id for id in _ids(pages[CHARTS], "chart-") if id in library.charts}
    for page in library.pages.values():
        for call in page.calls:
            if call.macro == "chart":
                built = pages[_file(page.path)]
                assert f"chart-{call.argument}" in built.ids
                assert set(library.charts[call.argument].claims) <= set(_chips(built))
    drawn = {claim for chart in library.charts.values() for claim in chart.claims}
    assert drawn <= set(_chips(pages[CHARTS]))


def test_every_number_in_a_picture_is_a_figure_of_a_claim(pages: Pages, library: Library) -> None:
    """Read back from the pictures: what is drawn is what the claims hold, and all of it."""
    pictures = _pictures(pages[CHARTS].source)
    with_numbers = {
        id: chart for id, chart in library.charts.items() if chart.kind not in (ChartKind.MAP, ChartKind.ICON_ARRAY)
    }
    assert with_numbers
    for id, chart in with_numbers.items():
        written = re.findall(r'class="chart__words(?: chart__words)?--number"[^>]*>([^<]+)<', pictures[id])
        figures = {library.figure(figure).value for figure in chart.figures}
        numbers = {float(text.strip("%").replace("−", "-").replace(",", "")) for text in written}
        assert numbers <= figures, id
        if chart.kind is not ChartKind.STEPS:  # a staircase names only the columns that have room
            assert numbers == {library.figure(mark.figure).value for mark in chart.marks}, id


def test_every_note_of_a_page_is_a_claim_that_the_page_shows(pages: Pages) -> None:
    notes = {
        page.file: re.findall(r'href="[^"]*#claim-([a-z0-9-]+)"', listed[0])
        for page in pages.values()
        if (listed := re.search(r'<ol class="page-sources__notes">.*?</ol>', page.source, re.DOTALL))
    }
    assert notes
    for file, noted in notes.items():
        assert len(noted) == len(set(noted)), file
        assert set(noted) == set(_chips(pages[file])), file


def test_every_download_is_linked_from_a_page(site: Path, pages: Pages) -> None:
    """That every link leads to a file is tests/site/test_built_site.py's to say."""
    linked = {
        normpath(join(dirname(page.file), link.attributes["href"]))
        for page in pages.values()
        for link in page.tagged("a")
        if "downloads/" in link.attributes.get("href", "")
    }
    linked |= {  # what a button fetches
        normpath(join(dirname(page.file), check.attributes["data-proof"]))
        for page in pages.values()
        for check in page.tagged("proof-check")
    }
    there = {path.relative_to(site).as_posix() for path in (site / "downloads").rglob("*") if path.is_file()}
    assert there - linked == set()


def _chips(page: HtmlPage) -> Iterator[str]:
    """Claims whose chip stands on a page."""
    return (e.attributes["data-claim"] for e in page.elements if "claim-chip" in e.classes)


def _ids(page: HtmlPage, prefix: str) -> Iterator[str]:
    return (id.removeprefix(prefix) for id in page.ids if id.startswith(prefix))


def _linked(page: HtmlPage, prefix: str) -> Iterator[str]:
    for link in page.tagged("a"):
        anchor = link.attributes.get("href", "").partition("#")[2]
        if anchor.startswith(prefix):
            yield anchor.removeprefix(prefix)


def _parts(pages: Pages, files: list[str], prefix: str, ids: object) -> dict[str, str]:
    """The markup from each entry's heading to the end of its article, on all of these pages."""
    source = "".join(pages[file].source for file in files)
    return {
        match[1]: match[0]
        for match in re.finditer(rf'id="{prefix}([a-z0-9-]+)".*?</article>', source, re.DOTALL)
        if match[1] in ids  # type: ignore[operator]
    }


def _pictures(source: str) -> dict[str, str]:
    """The markup of each chart's pictures, from its heading to its caveat."""
    return {
        match[1]: match[0]
        for match in re.finditer(r'<h\d[^>]*id="chart-([a-z0-9-]+)".*?class="chart__caveat"', source, re.DOTALL)
    }


def _identifiers(page: HtmlPage) -> Iterator[str]:
    for link in page.tagged("a"):
        address = link.attributes.get("href", "")
        if match := re.fullmatch(r"https://doi\.org/(.+)", address):
            yield f"doi:{unquote(match[1])}"
        if match := re.fullmatch(r"https://pubmed\.ncbi\.nlm\.nih\.gov/(\d+)/", address):
            yield f"pmid:{match[1]}"


def _file(markdown: str) -> str:
    name = markdown.removesuffix(".md")
    return f"{name}.html" if name == "index" or name.endswith("/index") else f"{name}/index.html"
