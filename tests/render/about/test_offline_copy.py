"""The page about the offline copy links to the zip where there is one, and says else where to get it."""

from __future__ import annotations

from dataclasses import replace

from macros.export.downloads import OFFLINE_COPY
from macros.render.about.offline_copy import offline_copy

from ..making import context, source


def test_a_site_with_the_zip_links_to_it_with_its_size_and_day() -> None:
    shown = offline_copy(replace(context(source()), offline_copy=4_250_000))
    assert f'{OFFLINE_COPY}" download>' in shown
    assert "4.2 MB, made on 1 December 2026" in shown


def test_a_site_without_it_does_not_pretend() -> None:
    shown = offline_copy(context(source()))
    assert "href" not in shown
    assert "does not carry the zip file" in shown


def test_the_copy_itself_says_that_it_does_not_hold_itself() -> None:
    shown = offline_copy(replace(context(source()), directory_urls=False))
    assert "href" not in shown
    assert "You are reading an offline copy, made on 1 December 2026" in shown
