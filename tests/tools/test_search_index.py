"""The index of words, made from built pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tools import search_index
from tools.search_index import read_index, sections, words_in, write_index

PAGE = """<html><head><meta name="description" content="Knees &amp; load"></head><body><nav>Menu</nav>
<div data-page-type="tool"><article><!--words 1 dodgy knee, knee&#39;s end--><h1>Knees</h1><p>First <b>words</b>.</p>
<h2 id="why">Why<a class="headerlink" href="#why">#</a></h2><dl><dt>Cause</dt><dd>Load</dd></dl>
<h3 class="decision-question__ask" tabindex="-1"><label for="a">Is it <b>hot</b>?</label></h3>
<div><h3 id="inner">Inner</h3><p>Inside.</p></div><p>Of why again.</p>
<div data-search-exclude><h2 id="out">Out</h2>Never</div><script>never()</script><template><p>Never</p></template>
<!--/words--></article></div><footer>Never</footer></body></html>"""
GLOSSARY = """<!--words 0.3 --><h1>Words</h1><section><h2 id="term-oa">OA</h2><p>Worn.</p>
<p>Also called: <span data-search-also>dodgy knee, bad hip</span>.</p>
<p>See also: <a href="#term-b">B</a>. <a data-search-leads href="../joints/knees/">Knees</a></p></section>
<section><h2 id="term-b">B</h2><p>None.</p></section><!--/words-->"""


@pytest.fixture(autouse=True)
def _remembers_nothing(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.memory.FOLDER", tmp_path_factory.mktemp("made"))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for folder, markup in (("joints/knees", PAGE), ("words", GLOSSARY)):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "index.html").write_text(markup, encoding="utf-8")
    (tmp_path / "hidden.html").write_text("<article><h1>No words</h1></article>", encoding="utf-8")
    (tmp_path / "hidden-too.html").write_text("<!--words 0 --><h1>Left out</h1><!--/words-->", encoding="utf-8")
    return tmp_path


@pytest.fixture
def index(site: Path) -> dict[str, Any]:
    assert write_index(site) == 2
    return read_index(site)


def test_a_page_says_what_a_result_shows_of_it(index: dict[str, Any]) -> None:
    assert index["pages"][0] == {
        "url": "joints/knees/",
        "title": "Knees",
        "about": "Knees & load",
        "tool": "Is it hot?",
        "lay": ["dodgy knee", "knee's end"],
        "parts": [["why", "Why"], ["inner", "Inner"]],
    }


def test_a_word_leads_to_the_places_where_it_stands(index: dict[str, Any]) -> None:
    """Title, lay words, about, opening; then heading and text of each part."""
    assert _places(index, "knees") == [0, 2, 13]
    assert _places(index, "dodgy") == [1, 13]  # and in the text of the glossary's first part, whose places begin at 8
    assert _places(index, "first") == [3]
    assert _places(index, "cause") == _places(index, "again") == [5]
    assert _places(index, "inside") == [7]


def test_what_is_not_for_search_is_left_out(index: dict[str, Any]) -> None:
    assert not {"never", "menu", "left", "out"} & _words(index).keys()


def test_a_glossary_says_what_a_word_is_also_called_and_which_page_it_is_for(index: dict[str, Any]) -> None:
    assert index["also"] == [{"term": "OA", "also": "dodgy knee, bad hip", "url": "joints/knees/"}]


def test_an_entry_of_a_list_is_known_by_how_it_begins(tmp_path: Path) -> None:
    page = f"<!--words {{}} --><h1>A</h1><h2 id='b'>B</h2><p>Near {'and ' * 99} far</p><!--/words-->"
    for weight, is_found in (("1", True), ("0.5", True), ("0.3", False)):
        (tmp_path / "a.html").write_text(page.format(weight), encoding="utf-8")
        write_index(tmp_path)
        assert ("far" in _words(read_index(tmp_path))) == is_found, weight


def test_only_a_page_that_changed_is_cut_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_index(site)
    cut: list[str] = []
    whole = search_index.sections

    def counted(markup: str) -> list[search_index.Section]:
        cut.append(markup)
        return whole(markup)

    monkeypatch.setattr(search_index, "sections", counted)
    before = (site / search_index.INDEX).read_bytes()
    write_index(site)
    assert (cut, (site / search_index.INDEX).read_bytes()) == ([], before)
    page = site / "words" / "index.html"
    page.write_text(GLOSSARY.replace("Worn", "Rough"), encoding="utf-8")
    write_index(site)
    assert len(cut) == 1
    assert {"rough", "knees"} <= _words(read_index(site)).keys()


def test_words_go_to_the_heading_that_they_stand_under() -> None:
    assert [
        (part.id, " ".join(part.text.split()))
        for part in sections(PAGE[PAGE.index("<h1>") : PAGE.index("<!--/words-->")])[:2]
    ] == [
        ("", "First words."),
        ("why", "Cause Load Is it hot? Of why again."),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Knee's, KNEES’ and don't", {"knee", "knees", "and", "dont"}),
        ("walk-run 5.5 km", {"walk", "run", "5", "km"}),
        ("Née <b> a_b", {"née", "b", "a"}),
    ],
)
def test_words_are_parted_at_signs_and_lose_what_says_whose(text: str, words: set[str]) -> None:
    assert words_in(text) == words


def _words(index: dict[str, Any]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for line in index["words"].split(","):
        word, *steps = line.split(" ")
        at = 0
        found[word] = [at := at + int(step, 36) for step in steps]
    return found


def _places(index: dict[str, Any], word: str) -> list[int]:
    return _words(index)[word]
