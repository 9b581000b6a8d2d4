"""Where the site says it is: nowhere, unless somebody said so; and what it asks search engines to list."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from macros.library import Library
from tests.site.html_pages import read_pages
from tools.build import ROOT


def test_without_an_address_no_page_names_one_and_there_is_no_sitemap(site: Path) -> None:
    assert list(site.rglob("sitemap*")) == []
    for page in read_pages(site).values():
        assert "127.0.0.1" not in page.source and "localhost" not in page.source, page.file
        assert not [link for link in page.tagged("link") if link.attributes.get("rel") == "canonical"], page.file


def test_pages_for_contributors_ask_search_engines_to_leave_them_out(site: Path, library: Library) -> None:
    asked = {page.file for page in read_pages(site).values() if page.meta("robots") == "noindex"}
    left_out = {
        name.removesuffix(".md").removesuffix("/index")
        for name, page in library.pages.items()
        if not page.is_for_readers
    }
    assert left_out
    assert asked == {f"{name}/index.html" for name in left_out}


def sitemap(site_url: str) -> str:
    """The sitemap of a page for readers and of one for contributors."""
    pages = [
        SimpleNamespace(
            page=SimpleNamespace(canonical_url=site_url and f"{site_url}{name}/", meta=meta, update_date="")
        )
        for name, meta in {
            "bones": {},
            "patterns": {"search": {"exclude": True}},
            "sources": {"search": {"boost": 2}},
        }.items()
    ]
    templates = Environment(loader=FileSystemLoader(ROOT / "overrides"))
    return templates.get_template("sitemap.xml").render(pages=pages, config=SimpleNamespace(site_url=site_url))


def test_the_sitemap_lists_pages_for_readers_alone() -> None:
    listed = sitemap("https://guide.example/")
    assert listed.startswith("<?xml")
    assert listed.count("<loc>") == 2
    assert "https://guide.example/bones/" in listed and "patterns" not in listed


@pytest.mark.parametrize("nowhere", ["", None])
def test_a_sitemap_without_an_address_is_empty_so_that_none_is_written(nowhere: str) -> None:
    assert sitemap(nowhere).strip() == ""
