"""What people type leads to the page that answers it, in the guide as it is built."""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path

import pytest

from macros.library import Library
from macros.records.files.reading import parse_yaml
from tests.decisions.node import SCRIPTS, node
from tools.build import ROOT
from tools.search_index import INDEX, read_index

TYPED = Path(__file__).with_name("searches.yml")
MOST_BYTES = 150_000


@pytest.fixture(scope="module")
def answered(site: Path) -> dict[str, list[str]]:
    """The addresses that each search finds, the best first."""
    command = [node(), str(SCRIPTS / "searches.mjs"), str(site / INDEX), *_typed()]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    found: dict[str, list[str]] = json.loads(run.stdout)
    return found


def test_nine_of_ten_searches_find_their_page_first_and_all_among_the_first_three(
    answered: dict[str, list[str]],
) -> None:
    places = {typed: _place(answered[typed], page) for typed, page in _typed().items()}
    assert {typed: place for typed, place in places.items() if place > 3} == {}
    assert [*places.values()].count(1) >= 0.9 * len(places), places


def test_every_page_for_readers_is_found_by_its_title(site: Path, library: Library) -> None:
    titles = {page["title"] for page in read_index(site)["pages"]}  # type: ignore[attr-defined]
    assert {page.meta.title for page in library.pages.values() if page.is_for_readers} - titles == set()


def test_every_other_name_of_a_word_leads_to_a_page_that_is_there(site: Path, library: Library) -> None:
    index = read_index(site)
    pages = {page["url"] for page in index["pages"]}  # type: ignore[attr-defined]
    led = {one["term"]: one["url"] for one in index["also"]}  # type: ignore[attr-defined]
    assert {term.term for term in library.terms.values() if term.also and term.page} == led.keys()
    assert set(led.values()) <= pages


def test_the_index_is_light(site: Path) -> None:
    assert len(gzip.compress((site / INDEX).read_bytes(), 9)) <= MOST_BYTES


def _typed() -> dict[str, str]:
    found: dict[str, str] = parse_yaml(TYPED.read_text(encoding="utf-8"), TYPED.name).value
    return found


def _place(found: list[str], page: str) -> int:
    """At which place a page stands, counted from one; beyond all that are shown if it is not among them."""
    address = page.removesuffix(".md").removesuffix("index").rstrip("/") + "/"
    return found.index(address) + 1 if address in found else len(found) + 100
