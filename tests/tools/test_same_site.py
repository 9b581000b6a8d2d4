"""Two folders of the same site are told apart by what matters: pages, words and links of articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.same_site import compare

PAGE = '<html><body><a class="skip" href="#x">Skip</a><article><h1 id="x">Knees</h1>{}</article></body></html>'
WORDS = '<p>Run less. <a href="../bones/">Bones</a></p>'


def site(folder: Path, **pages: str) -> Path:
    for name, words in pages.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "index.html").write_text(PAGE.format(words), encoding="utf-8")
    return folder


def told(tmp_path: Path, ours: dict[str, str], theirs: dict[str, str]) -> dict[str, bool]:
    found = compare(site(tmp_path / "ours", **ours), site(tmp_path / "theirs", **theirs))
    return {each.what: each.must_not_be for each in found}


SAME = "pages that are the same, byte for byte"


def test_the_same_pages_differ_in_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, {"knees": WORDS}, {"knees": WORDS}) == {SAME: False}


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (WORDS.replace("less", "more"), "words of articles"),
        (WORDS.replace("../bones/", "../../bones/"), "links of articles"),
        (f"<script>1</script>{WORDS}", "markup of articles"),
    ],
)
def test_what_differs_in_an_article_is_told_and_words_and_links_must_not(tmp_path: Path, words: str, what: str) -> None:
    must_not_be = what != "markup of articles"
    assert told(tmp_path, {"knees": WORDS}, {"knees": words}) == {what: must_not_be, SAME: False}


def test_two_addresses_of_one_page_are_the_same_link(tmp_path: Path) -> None:
    assert told(tmp_path, {"knees": WORDS}, {"knees": WORDS.replace("../bones/", "./../bones/")}) == {SAME: False}


def test_a_page_that_only_one_has_must_not_be(tmp_path: Path) -> None:
    found = told(tmp_path, {"knees": WORDS, "bones": WORDS}, {"knees": WORDS, "backs": WORDS})
    assert found == {"pages that are missing": True, "pages that are new": True, SAME: False}


def test_files_that_differ_are_told(tmp_path: Path) -> None:
    ours, theirs = site(tmp_path / "ours", knees=WORDS), site(tmp_path / "theirs", knees=WORDS)
    (ours / "sitemap.xml").write_text("", encoding="utf-8")
    (found,) = (each for each in compare(ours, theirs) if "files" in each.what)
    assert found.what == "files that are missing"
    assert found.found == "1: sitemap.xml"
