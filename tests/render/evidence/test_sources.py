"""How a source is named, written out and found."""

from __future__ import annotations

import re

import pytest

from macros.render.evidence.bibliography import written_out
from macros.render.evidence.sources import all_sources, cite, reference, short, short_links, source_entries

from ..making import claim, context, source

ONE, TWO, THREE = ({"family": name} for name in ("Lo", "Chen", "Zhu"))


@pytest.mark.parametrize(
    ("authors", "name"),
    [
        ([ONE], "Lo 2017"),
        ([ONE, TWO], "Lo and Chen 2017"),
        ([ONE, TWO, THREE], "Lo and others 2017"),
        ([ONE, {"literal": "and others"}], "Lo and others 2017"),
        ([{"literal": "NHS inform (Scotland)"}], "NHS inform (Scotland) 2017"),
    ],
)
def test_short_name_is_first_author_and_year(authors: list[dict[str, str]], name: str) -> None:
    assert short(source(author=authors)) == name


def test_short_name_of_an_undated_page_has_no_year() -> None:
    assert short(source(issued=None)) == "Lo"


def test_reference_is_written_out_as_vancouver_has_it() -> None:
    assert written_out(source()) == "Lo GH. Running and knees. Arthritis Care. 2017;69(2):183–91."


def test_reference_names_six_authors_and_says_that_there_are_more() -> None:
    authors = [{"family": name, "given": "AB"} for name in ["One", "Two", "Three", "Four", "Five", "Six", "Seven"]]
    written = "One AB, Two AB, Three AB, Four AB, Five AB, Six AB, et al. Running and knees."
    assert written_out(source(author=authors)).startswith(written)


def test_reference_says_that_authors_go_on_where_only_the_first_is_known() -> None:
    authors = [ONE, {"literal": "and others"}]
    assert written_out(source(author=authors)).startswith("Lo, et al. Running and knees.")


def test_reference_leaves_out_what_is_not_known() -> None:
    written = written_out(source(issued=None, volume=None, issue=None, page=None))
    assert written == "Lo GH. Running and knees. Arthritis Care."


def test_a_title_cannot_become_markup() -> None:
    title = "Knees <script>alert(1)</script> & hips?"
    assert f"Lo GH. {title} Arthritis Care." in written_out(source(title=title))
    entries = source_entries(context(source(title=title)), "joints")
    assert "<script>" not in entries
    assert "Knees &lt;script&gt;alert(1)&lt;/script&gt; &amp; hips? Arthritis Care." in entries


def test_reference_writes_no_address_since_links_follow_it() -> None:
    written = written_out(source(DOI="10.1002/a", PMID="28000000", URL="https://www.nice.org.uk/ng226"))
    assert not any(part in written for part in ("10.1002", "28000000", "http"))


def test_reference_links_to_doi_pubmed_and_page() -> None:
    known = reference(source(DOI="10.1002/a<1>", PMID="28000000", URL="https://www.nice.org.uk/ng226"))
    assert re.findall('href="(.*?)"', known.found_at) == [
        "https://doi.org/10.1002/a%3C1%3E",
        "https://pubmed.ncbi.nlm.nih.gov/28000000/",
        "https://www.nice.org.uk/ng226",
    ]
    assert known.found_at.endswith(">Page at www.nice.org.uk</a>")
    assert known.whole.endswith(known.found_at)


def test_sources_that_would_read_the_same_are_told_apart_by_their_titles() -> None:
    page = context(source("a", title="Clots"), source("b", title="Hearts"), source("c", issued=None))
    assert [link.words for link in short_links(page, ["a", "b", "c"])] == ["Lo 2017: Clots", "Lo 2017: Hearts", "Lo"]


def test_cite_links_to_the_entry_and_is_listed_with_the_page_s_sources() -> None:
    page = context(source())
    assert (
        cite(page, "lo-2017")
        == '<a class="cite" href="../../evidence/sources/joints/#source-lo-2017">&#91;Lo 2017&#93;</a>'
    )
    assert page.sources_used == ["lo-2017"]


def test_entry_says_what_was_found_what_was_checked_and_who_uses_it() -> None:
    entries = source_entries(context(source(), claim()), "joints")
    for words in (
        'id="source-lo-2017"',
        "Studies that followed people over time",
        "Those who ran had no more of it.",
        "Partly checked",
        "Abstract read.",
        '<a href="../../evidence/all-claims/joints/#claim-knees">Running may do little to knees.</a>',
    ):
        assert words in entries


def test_entry_says_how_we_came_to_the_source() -> None:
    checked = source_entries(context(source()), "joints")
    assert "Added to the dossier’s sources" in checked
    dossier = source_entries(context(source(custom={"origin": "dossier", "dossier": "lo2017"})), "joints")
    assert "entry lo2017." in dossier


def test_sources_are_listed_by_topic_and_year_for_those_without_scripts() -> None:
    entries = all_sources(context(source(), source("old", issued={"date-parts": [[1999]]}, title="Hips")))
    assert '<p class="list-filter__heading" id="topic-knees">Knees' in entries
    assert '<p class="list-filter__heading" id="period-from-2010">2010 to 2019' in entries
    assert '<p class="list-filter__heading" id="period-from-0">before 2010' in entries
    assert 'data-topic="knees" data-design="cohort" data-period="from-2010"' in entries


def test_papers_on_the_same_people_point_at_each_other() -> None:
    cohort = {"shared_cohort": "one-study"}
    entries = source_entries(context(source("a", custom=cohort), source("b", custom=cohort)), "joints")
    assert entries.count("Same people as") == 2
