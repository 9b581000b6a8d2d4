"""What the articles said: a table of verdicts that leads to each claim, then the claims with their evidence."""

from __future__ import annotations

import re
from typing import Any

from macros.records import Article
from macros.render.voices.article_claims import article_claims

from ..making import AFTER_REVIEW, REVIEW, claim, context, source


def article(letter: str = "A", **more: Any) -> Article:
    said = {
        "id": f"{letter}01",
        "section": "First part",
        "claim": "Running wears <knees>.",
        "verdict": "contradicted",
        "because": "The counts point the other way.",
        "wording": [{"says": "It may not.", "claims": ["knees"]}, {"says": "Hips may differ.", "claims": ["hips"]}],
        "more": ["backs"],
        "pages": ["joints/knees.md"],
        "candidates": [{"source": "lo-2017", "fits": "The journal.", "does_not_fit": "The year."}],
        **REVIEW,
        **more,
    }
    return Article.model_validate(
        {
            "id": f"article-{letter.lower()}",
            "letter": letter,
            "title": f"Title {letter}",
            "about": "An essay.",
            "claims": [said],
            "left_out": ["How much"],
        }
    )


CLAIMS = [claim(), claim("hips"), claim("backs")]


def test_each_part_of_the_wording_is_followed_by_its_own_chip() -> None:
    page = context(source(), *CLAIMS, article())
    shown = article_claims(page)
    assert shown.index("It may not.") < shown.index('data-claim="knees"') < shown.index("Hips may differ.")
    assert shown.index("Hips may differ.") < shown.index('data-claim="hips"')
    assert page.claims_used == ["knees", "hips"]


def test_more_evidence_is_a_list_that_opens() -> None:
    shown = article_claims(context(source(), *CLAIMS, article()))
    details = shown[shown.index("<details") : shown.index("</details>")]
    assert "1 more claim bears on this" in details
    assert 'href="../../evidence/all-claims/joints/#claim-backs"' in details
    assert "<details" not in article_claims(context(source(), *CLAIMS, article(more=[])))


def test_verdict_table_counts_and_leads_to_each_claim() -> None:
    shown = article_claims(context(source(), *CLAIMS, article("B"), article("A")))
    assert shown.index("Article A: Title A") < shown.index("Article B: Title B")
    row = shown[shown.index("Contradicted") : shown.index("Cannot be identified")]
    assert "2 of 2" in row
    assert re.findall(r'href="(#[^"]+)"', row) == ["#article-claim-a01", "#article-claim-b01"]
    for anchor in ("article-claim-a01", "article-claim-b01"):
        assert f'id="{anchor}"' in shown


def test_what_it_says_is_marked_as_its_own_and_escaped() -> None:
    shown = article_claims(context(source(), *CLAIMS, article()))
    assert "It says:</span> Running wears &lt;knees&gt;." in shown


def test_candidates_say_what_fits_and_what_does_not() -> None:
    page = context(source(), *CLAIMS, article())
    shown = re.sub(r"<[^>]+>", "", article_claims(page))
    assert "Lo 2017. Fits: The journal. Does not fit: The year." in shown
    assert page.sources_used == ["lo-2017"]


def test_past_its_review_date_a_verdict_is_being_rechecked() -> None:
    late = article_claims(context(source(), *CLAIMS, article(), today=AFTER_REVIEW))
    assert 'article-claim__recheck" data-review-due="2027-11-22">' in late
