"""Zensical leads links in markup on by a folder. What is taken back beforehand comes out as it was."""

from __future__ import annotations

from posixpath import join, normpath

import pytest

from macros.zensical import as_in_file

PAGE, ITS_FOLDER, PUBLISHED = "bones/bone-scans.md", "/bones", "/bones/bone-scans"


@pytest.mark.parametrize(
    "link", ["../../", "../", "./", "../../evidence/", "../other/", "../../downloads/data.json", "part/"]
)
def test_a_link_leads_from_the_file_to_where_it_led_from_the_page(link: str) -> None:
    written = as_in_file(f'<a class="x" href="{link}#there">', PAGE)
    moved = written.removeprefix('<a class="x" href="').removesuffix('#there">')
    assert normpath(join(ITS_FOLDER, moved)) == normpath(join(PUBLISHED, link))
    assert moved.endswith("/") == link.endswith("/")


@pytest.mark.parametrize("link", ["#here", "", "/at/the/top/", "https://example.org/x", "mailto:a@example.org"])
def test_other_links_stay(link: str) -> None:
    assert as_in_file(f'<a href="{link}">', PAGE) == f'<a href="{link}">'


def test_what_is_for_browsers_without_scripts_stays() -> None:
    markup = '<noscript>\n<a href="../x/">x</a></noscript> <img src="../x.svg">'
    assert as_in_file(markup, PAGE) == '<noscript>\n<a href="../x/">x</a></noscript> <img src="x.svg">'


@pytest.mark.parametrize("page", ["index.md", "bones/index.md"])
def test_a_page_that_is_published_where_it_stands_keeps_its_links(page: str) -> None:
    assert as_in_file('<a href="../x/">', page) == '<a href="../x/">'
