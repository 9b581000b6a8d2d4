"""No claim of the two articles without a home, and no home that is empty."""

from __future__ import annotations

import pytest

from macros.checks.pages import homes
from macros.library import Library
from macros.records import Verdict
from tests.render.making import claim
from tests.render.making import library as library_of

from ..changing import changed, said

ARTICLE = "running-osteoporosis"


def test_all_29_claims_have_a_home(library: Library) -> None:
    assert list(homes.every_article_claim_has_a_home(library)) == []
    ids = [claim.id for article in library.articles.values() for claim in article.claims]
    assert sorted(ids) == [*(f"A{number:02}" for number in range(1, 15)), *(f"B{number:02}" for number in range(1, 16))]


def test_a_claim_left_out_is_missed(library: Library) -> None:
    short = changed(library, "articles", ARTICLE, claims=library.articles[ARTICLE].claims[:-1])
    assert said(homes.every_article_claim_has_a_home(short)) == [
        "article A makes 14 claims, but 13 stand in data/articles"
    ]


def test_a_whole_article_left_out_is_missed(library: Library) -> None:
    other = changed(library, "articles", ARTICLE, letter="B")
    assert "article A is missing" in said(homes.every_article_claim_has_a_home(other))


HISTORY = [{"date": "2026-11-22", "kind": kind, "note": "…"} for kind in ("added", "retired")]


def test_a_claim_that_no_page_shows_is_left_over() -> None:
    pages = {"a.md": '{{ claim("knees") }}', "all.md": '{{ claim_cards("joints") }} {{ claim("back") }}'}
    claims = (claim("knees"), claim("back"), claim("hips"), claim("gone", history=HISTORY))
    made = library_of(*claims, pages=pages)
    assert said(homes.every_claim_is_shown(made)) == ["no page shows the claim 'hips'"]


def test_what_a_table_shows_below_its_result_is_shown(library: Library) -> None:
    assert list(homes.every_claim_is_shown(library)) == []
    below = {id for decision in library.decisions.values() for id in decision.together_with}
    assert below, "no decision is shown with another any more"


def test_every_verdict_is_used(library: Library) -> None:
    used = {claim.verdict for article in library.articles.values() for claim in article.claims}
    assert used == set(Verdict)


def test_the_study_that_nobody_named_gets_its_honest_answer(library: Library) -> None:
    (claim,) = [claim for claim in library.articles[ARTICLE].claims if claim.id == "A09"]
    assert claim.verdict is Verdict.CANNOT_BE_IDENTIFIED
    assert claim.candidates[0].source == "kohrt1997"
    assert "We do not know which study is meant." in claim.wording[0].says


def test_claims_and_verdicts_name_each_other(library: Library) -> None:
    assert list(homes.an_article_claim_and_its_evidence_name_each_other(library)) == []
    one = changed(library, "claims", "osteoporosis-how-common", answers=())
    assert said(homes.an_article_claim_and_its_evidence_name_each_other(one)) == [
        "A03 rests on osteoporosis-how-common, which does not name it"
    ]
    other = changed(library, "claims", "osteoporosis-how-common", answers=("A03", "A04"))
    assert said(homes.an_article_claim_and_its_evidence_name_each_other(other)) == [
        "osteoporosis-how-common answers A04, which does not list it"
    ]
    unknown = changed(library, "claims", "osteoporosis-how-common", answers=("A03", "A77"))
    assert said(homes.an_article_claim_and_its_evidence_name_each_other(unknown)) == [
        "neither article makes a claim A77"
    ]


def test_a_home_shows_the_evidence(library: Library) -> None:
    assert list(homes.a_page_named_as_home_shows_the_evidence(library)) == []
    lost = changed(library, "myths", "knees-wear-out", pages=("about/privacy.md",))
    assert said(homes.a_page_named_as_home_shows_the_evidence(lost)) == [
        "about/privacy.md shows none of the claims behind this"
    ]


def test_a_term_leads_to_a_page_that_uses_it(library: Library) -> None:
    assert list(homes.a_term_leads_to_a_page_that_uses_it(library)) == []
    astray = changed(library, "terms", "dxa", page="about/privacy.md")
    assert said(homes.a_term_leads_to_a_page_that_uses_it(astray)) == ["about/privacy.md does not use the word"]
    nowhere = changed(library, "terms", "dxa", page=None)
    assert said(homes.a_term_leads_to_a_page_that_uses_it(nowhere)) == ["the entry of 'DXA' leads to no page"]


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        ("joints/does-running-wear-out-knees.md", "knee-oa-recreational"),  # by itself
        ("do/before-your-first-run.md", "ask-first"),  # in a checklist
        ("start/when-to-get-help.md", "cauda-equina-signs"),  # by a care card on the same source
        ("evidence/myths.md", "shoe-softness"),  # in a list
        ("evidence/all-claims/index.md", "dxa-dose"),
    ],
)
def test_a_page_shows_a_claim_in_more_than_one_way(library: Library, page: str, claim: str) -> None:
    assert claim in homes.claims_shown_on(library, library.pages[page])
