"""What the two articles said: every claim with our verdict, a careful wording, and where the guide covers it."""

from __future__ import annotations

from ...records import Article, ArticleClaim, Verdict
from ..evidence.list_pages import card_url
from ..evidence.sources import Link, short_link
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.review import Recheck
from ..page.templating import rendered
from .said import said

PAGE = "evidence/what-the-articles-said.md"


def article_claims(page: PageContext) -> str:
    """A table of the verdicts, then each article with its claims in order."""
    articles = sorted(page.library.articles.values(), key=lambda article: article.letter)
    return rendered(
        "voices/article_claims.html",
        level=level_below(page, "article_claims"),
        verdicts=[_verdict(verdict, articles) for verdict in Verdict],
        total=sum(len(article.claims) for article in articles),
        letters=[article.letter for article in articles],
        articles=[
            {
                "letter": article.letter,
                "title": article.title,
                "about": article.about,
                "left_out": article.left_out,
                "claims": [_shown(page, claim) for claim in article.claims],
            }
            for article in articles
        ],
    )


def _verdict(verdict: Verdict, articles: list[Article]) -> dict[str, object]:
    """A row of the table: the verdict, what it means, and the claims of each article that got it."""
    got = [[claim.id for claim in article.claims if claim.verdict is verdict] for article in articles]
    return {
        "name": verdict.value,
        "words": verdict.words,
        "meaning": verdict.meaning,
        "count": sum(map(len, got)),
        "claims": [[Link(id, f"#{_anchor(id)}") for id in ids] for ids in got],
    }


def _shown(page: PageContext, claim: ArticleClaim) -> dict[str, object]:
    for candidate in claim.candidates:
        if candidate.source not in page.sources_used:
            page.sources_used.append(candidate.source)
    return {
        "id": claim.id,
        "anchor": _anchor(claim.id),
        "section": claim.section,
        "claim": claim.claim,
        "verdict": claim.verdict.value,
        "verdict_words": claim.verdict.words,
        "because": claim.because,
        "wording": said(page, claim.wording),
        "more": [Link(page.library.claims[id].statement, card_url(page, id)) for id in claim.more],
        "candidates": [
            {"source": short_link(page, one.source), "fits": one.fits, "does_not_fit": one.does_not_fit}
            for one in claim.candidates
        ],
        "pages": [Link(page.title(target), page.url(target)) for target in claim.pages],
        "recheck": Recheck.of(page, claim),
    }


def _anchor(id: str) -> str:
    return f"article-claim-{id.lower()}"
