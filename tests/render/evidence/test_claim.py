"""What a claim shows: on its chip, on its card, and in a page's list of sources."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType

import pytest

from macros.render.evidence.claim import all_claims, certainty_key, claim, claim_cards, page_sources
from macros.render.evidence.claim_panels import claim_panels
from macros.render.page.context import PageContext
from tests.decisions.making import asked, one, outcomes

from ..making import AFTER_REVIEW, context, source
from ..making import claim as made

LISTS_ITS_SOURCES = "{{ page_sources() }}\n"


def test_chip_shows_the_certainty_by_dots_alone_and_says_it_in_its_name() -> None:
    chip = claim(context(source(), made(certainty="moderate")), "knees")
    assert 'aria-label="Moderate certainty. ' in chip
    assert chip.count('<use href="#dots-3"/>') == 1
    assert re.sub(r"<[^>]+>", "", chip) == ""


def guidance_of(*voices: tuple[str, str, int]) -> PageContext:
    sources = [
        source(f"body-{n}", issued={"date-parts": [[year]]}, custom={"speaks_for": {"body": body, "country": country}})
        for n, (body, country, year) in enumerate(voices)
    ]
    told = made(kind="guidance", certainty="high", sources=[one.id for one in sources])
    return context(*sources, told)


def test_guidance_shows_country_and_year_and_no_dots() -> None:
    chip = claim(guidance_of(("A panel", "UK", 2022)), "knees")
    assert ">UK 2022<" in chip
    assert 'aria-label="Guidance: UK 2022. ' in chip
    assert "dots" not in chip
    assert "certainty" not in chip


def test_guidance_of_several_bodies_counts_those_that_are_not_shown() -> None:
    page = guidance_of(("A panel", "UK", 2022), ("A board", "Canada", 2023), ("A society", "UK", 2022))
    assert ">UK 2022 and 1 more<" in claim(page, "knees")


def test_the_card_of_guidance_names_each_body() -> None:
    card = claim_cards(guidance_of(("A panel", "UK", 2022), ("A board", "Canada", 2023)), "joints")
    assert "A panel (UK, 2022); A board (Canada, 2023)" in card
    assert "Why this certainty" not in card


def test_chip_names_the_kind_of_evidence_and_its_newest_year() -> None:
    page = context(source(), source("lo-2018", issued={"date-parts": [[2018]]}), made(sources=["lo-2018", "lo-2017"]))
    assert "Review of observational studies, newest source 2018." in claim(page, "knees")


def test_chip_is_a_link_to_the_card() -> None:
    assert 'href="../../evidence/all-claims/joints/#claim-knees"' in claim(context(source(), made()), "knees")


def test_chip_stands_in_one_line_so_that_it_can_stand_in_a_sentence() -> None:
    chip = claim(context(source(), made()), "knees")
    assert "\n" not in chip
    assert re.fullmatch(r"<a .*</a>", chip)


def test_chip_of_a_rule_of_ours_says_so_and_has_no_dots() -> None:
    chip = claim(context(made(kind="our-rule", sources=[])), "knees")
    assert ">Our rule<" in chip
    assert "dots" not in chip
    assert "certainty" not in chip


def test_chip_of_a_withdrawn_claim_shows_no_certainty() -> None:
    history = [{"date": "2026-11-22", "kind": kind, "note": "…"} for kind in ("added", "retired")]
    chip = claim(context(source(), made(history=history)), "knees")
    assert ">Withdrawn<" in chip
    assert "dots" not in chip


def test_a_claim_past_its_review_date_is_being_rechecked() -> None:
    records = source(), made()
    in_time, late = claim(context(*records), "knees"), claim(context(*records, today=AFTER_REVIEW), "knees")
    assert 'data-review-due="2027-11-22"' in in_time  # on the device, review-date.js puts it in from then on
    assert "being re-checked" not in in_time
    assert '<span class="claim-chip__recheck">being re-checked</span>' in late


def test_chips_print_the_number_that_the_page_s_list_gives_the_claim() -> None:
    page = context(source(), made("first"), made("second"), body=LISTS_ITS_SOURCES)
    notes = [claim(page, id) for id in ("first", "second", "first")]
    assert [re.findall(r"&#91;(\d)&#93;", chip) for chip in notes] == [["1"], ["2"], ["1"]]
    listed = page_sources(page)
    assert re.findall(r'id="note-(\d)">\s*<p>Running may do little to (\w+)', listed) == [
        ("1", "first"),
        ("2", "second"),
    ]


def test_chips_print_no_number_on_a_page_without_the_list() -> None:
    assert "claim-chip__note" not in claim(context(source(), made()), "knees")


def test_page_lists_each_source_once_with_its_address() -> None:
    page = context(source(), made("first"), made("second"), body=LISTS_ITS_SOURCES)
    for id in ("first", "second"):
        claim(page, id)
    references = page_sources(page).partition("<details")[2].partition("</details>")[0]
    assert references.count("Running and knees") == 1
    assert 'href="https://doi.org/10.1002/acr.22939"' in references


def test_short_card_of_each_claim_is_written_once_for_the_whole_site() -> None:
    page = context(source(), made(), body=LISTS_ITS_SOURCES)
    claim(page, "knees")
    assert "popover" not in page_sources(page)
    files = claim_panels(page.library, directory_urls=True, today=page.today)
    (script,) = [text for text in map(bytes.decode, files.values()) if '"knees"' in text]
    for words in (
        "All studies watched people.",
        "Children",
        "stop running",
        "Lo 2017",
        "evidence/all-claims/joints/#claim-knees",
    ):
        assert words in script


def test_short_cards_lead_to_files_where_pages_are_files() -> None:
    page = context(source(), made(), body=LISTS_ITS_SOURCES)
    files = claim_panels(page.library, directory_urls=False, today=page.today)
    assert b"evidence/all-claims/joints.html#claim-knees" in b"".join(files.values())


def test_page_without_claims_says_so() -> None:
    assert "no source" in page_sources(context(body=LISTS_ITS_SOURCES))


def test_every_claim_is_listed_with_an_anchor_under_its_topic() -> None:
    listed = all_claims(context(source(), made("first"), made("second", topic="bones")))
    assert re.findall(r'id="((?:topic|claim)-[\w-]+)"', listed) == [
        "topic-bones",
        "claim-second",
        "topic-knees",
        "claim-first",
    ]


def test_a_part_has_the_cards_of_its_topics() -> None:
    page = context(source(), made("first"), made("second", topic="bones"), made("third", topic="back"))
    assert re.findall(r'id="((?:topic|claim)-[\w-]+)"', claim_cards(page, "joints")) == [
        "topic-knees",
        "claim-first",
        "topic-back",
        "claim-third",
    ]


def test_a_part_that_is_not_there_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="no list page 'toes'; there are bones, bone-stress, joints, running, signs"):
        claim_cards(context(), "toes")


def test_card_gives_a_figure_with_unit_range_time_and_kind_of_study() -> None:
    figure = {
        "id": "ill",
        "label": "Runners who had it",
        "value": 3.5,
        "unit": "of 100 people",
        "low": 3.38,
        "high": 3.63,
        "over": "2 years",
        "people": "17 studies",
        "source": "lo-2017",
        "observational": True,
    }
    card = claim_cards(context(source(), made(figures=[figure])), "joints")
    assert "Runners who had it: <strong>3.5 out of 100 people</strong>, likely range 3.38 to 3.63." in card
    assert "17 studies; time: 2 years; people were watched, not put into groups by chance." in card


def test_card_names_the_pages_that_use_the_claim() -> None:
    page = context(source(), made(), body='Knees. {{ claim("knees") }}\n')
    assert "Title of joints/knees.md" in claim_cards(page, "joints")


def test_card_of_a_rule_whose_numbers_stand_in_a_table_shows_its_rows() -> None:
    table = one(
        "hit_policy: first\ninputs:\n"
        + asked("days", "range: '[0..20]', unit: days")
        + "rules:\n"
        + "  - {id: long, when: {days: '> 9'}, then: stop, because: 'More than 9 days: stop', claims: [knees]}\n"
        + "  - {id: short, then: go, because: Something else}\n"
        + outcomes("stop", "go")
        + "examples: [{given: {days: 10}, then: stop, rule: long}, {given: {days: 1}, then: go, rule: short}]\n"
    )
    page = context(made(kind="our-rule", sources=[], numbers_in="test"))
    page = replace(page, library=replace(page.library, decisions=MappingProxyType({"test": table.record})))
    card = claim_cards(page, "joints")
    assert "More than 9 days: stop.</dd>" in card
    assert "Something else" not in card


def test_words_of_the_data_are_never_markup() -> None:
    card = claim_cards(context(source(), made(statement="Under <b>3</b> km & more may do little.")), "joints")
    assert "Under &lt;b&gt;3&lt;/b&gt; km &amp; more" in card


def test_key_explains_the_four_words_and_our_rule() -> None:
    key = certainty_key(context())
    for word in ("High", "Moderate", "Low", "Very low"):
        assert f"<strong>{word} certainty</strong>" in key
    assert [re.findall(r"#dots-(\d)", row) for row in key.split("<li ")[1:]] == [["4"], ["3"], ["2"], ["1"], []]
    assert "Our rule" in key
