"""The cards that chips open: one script for each page of the list, which hands each card over by its claim."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from macros.records.evidence.source import LIST_PAGES
from macros.render.evidence.claim_panels import FOLDER, claim_panels

from ..making import TODAY, claim, library, source


def panels(name: str, *, directory_urls: bool = True) -> Any:
    books = library(source(), claim("knees"), claim("bones", topic="bones", limits=["</script>"]))
    script = claim_panels(books, directory_urls=directory_urls, today=TODAY)[f"{FOLDER}/{name}.js"].decode()
    found = re.fullmatch(r"Object\.assign\(\(window\.claimPanels \?\?= \{\}\), (\{.*\})\);\n", script)
    assert found
    return json.loads(found[1])


def test_there_is_a_script_for_each_page_of_the_list_with_its_own_claims() -> None:
    listed = {name: list(panels(name)) for name in LIST_PAGES}
    assert {name: ids for name, ids in listed.items() if ids} == {"bones": ["bones"], "joints": ["knees"]}


@pytest.mark.parametrize(("directory_urls", "page"), [(True, "joints/"), (False, "joints.html")])
def test_links_of_a_card_begin_at_the_root_of_the_site(directory_urls: bool, page: str) -> None:
    card = panels("joints", directory_urls=directory_urls)["knees"]
    assert f'href="evidence/all-claims/{page}#claim-knees"' in card


def test_words_of_a_claim_are_no_markup() -> None:
    assert "<dd>&lt;/script&gt;.</dd>" in panels("bones")["bones"]


def test_a_card_closes_itself_and_says_what_it_is() -> None:
    card = panels("joints")["knees"]
    assert 'id="claim-popover-knees" popover="auto" role="dialog" aria-label="The evidence for this statement"' in card
    assert 'popovertarget="claim-popover-knees" popovertargetaction="hide">Close</button>' in card
