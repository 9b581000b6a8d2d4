"""The index of words, made from built pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools.search_index import sections, write_index

PAGE = """<html><body><nav>Menu</nav><article><!--words 0.3--><h1>Knees</h1>
<p>First <b>words</b>.</p>
<h2 id="why">Why<a class="headerlink" href="#why">#</a></h2><dl><dt>Cause</dt><dd>Load</dd></dl>
<div><h3 id="inner">Inner</h3><p>Inside.</p></div><p>Of why again.</p>
<div data-search-exclude><h2 id="out">Out</h2>Never</div><script>never()</script><template><p>Never</p></template>
<!--/words--></article><footer>Never</footer></body></html>"""


@pytest.fixture
def entries(tmp_path: Path) -> dict[str, dict[str, object]]:
    (tmp_path / "joints" / "knees").mkdir(parents=True)
    (tmp_path / "joints" / "knees" / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "hidden.html").write_text("<article><h1>No words</h1></article>", encoding="utf-8")
    (tmp_path / "hidden-too.html").write_text("<!--words 0--><h1>Left out</h1><!--/words-->", encoding="utf-8")
    assert write_index(tmp_path) == 3
    found = json.loads((tmp_path / "search" / "search_index.json").read_text(encoding="utf-8"))
    return {entry["location"]: entry for entry in found["docs"]}


def test_a_page_is_cut_at_its_headings(entries: dict[str, dict[str, object]]) -> None:
    assert {location: entry["title"] for location, entry in entries.items()} == {
        "joints/knees/": "Knees",
        "joints/knees/#why": "Why",
        "joints/knees/#inner": "Inner",
    }


def test_words_go_to_the_heading_that_they_stand_under(entries: dict[str, dict[str, object]]) -> None:
    assert entries["joints/knees/"]["text"] == "<p>First words.</p>"
    assert entries["joints/knees/#inner"]["text"] == "<p>Inside.</p>"
    assert entries["joints/knees/#why"]["text"] == "Cause Load <p>Of why again.</p>"


def test_what_is_not_for_search_is_left_out(entries: dict[str, dict[str, object]]) -> None:
    assert "Never" not in json.dumps(list(entries.values()))
    assert not [location for location in entries if "hidden" in location]


def test_the_weight_of_a_page_is_kept(entries: dict[str, dict[str, object]]) -> None:
    assert {entry["boost"] for entry in entries.values()} == {0.3}


def test_pages_from_a_folder_get_a_script(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<!--words 1--><h1>A</h1><!--/words-->", encoding="utf-8")
    write_index(tmp_path, for_folder=True)
    script = (tmp_path / "search" / "search_index.js").read_text(encoding="utf-8")
    assert json.loads(script.removeprefix("var __index = "))["docs"] == [
        {"location": "a.html", "title": "A", "text": ""}
    ]


def test_signs_stay_escaped() -> None:
    assert "".join(sections("<p>a &lt;b&gt; &amp; c</p>")[0].text).strip() == "<p>a &lt;b&gt; &amp; c</p>"
