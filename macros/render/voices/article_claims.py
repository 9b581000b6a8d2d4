"""What the two articles said: every claim with our verdict, a careful wording, and where the guide covers it."""

from __future__ import annotations

from dataclasses import dataclass

from ...records import Article, ArticleClaim, Verdict
from ...records.evidence.article import Candidate
from ..evidence.list_pages import card_url
from ..evidence.sources import Link, short_link
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.review import Recheck
from ..page.templating import rendered
from .said import Part, said

PAGE = "evidence/what-the-articles-said.md"


@dataclass(frozen=True)
class VerdictRow:
    """A row of the table: the verdict, what it means, and the claims of each article that got it."""

    verdict: Verdict
    count: int
    claims: tuple[tuple[Link, ...], ...]


@dataclass(frozen=True)
class CandidateShown:
    """A study that an article may have meant."""

    source: Link
    candidate: Candidate


@dataclass(frozen=True)
class ClaimShown:
    """What an article says, with our verdict and the ways from it."""

    claim: ArticleClaim
    anchor: str
    wording: tuple[Part, ...]
    more: tuple[Link, ...]
    candidates: tuple[CandidateShown, ...]
    pages: tuple[Link, ...]
    recheck: Recheck


@dataclass(frozen=True)
class ArticleShown:
    article: Article
    claims: tuple[ClaimShown, ...]


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
            ArticleShown(article, tuple(_shown(page, claim) for claim in article.claims)) for article in articles
        ],
    )


def _verdict(verdict: Verdict, articles: list[Article]) -> VerdictRow:
    got = [[claim.id for claim in article.claims if claim.verdict is verdict] for article in articles]
    links = tuple(tuple(Link(id, f"#{_anchor(id)}") for id in ids) for ids in got)
    return VerdictRow(verdict, sum(map(len, got)), links)


def _shown(page: PageContext, claim: ArticleClaim) -> ClaimShown:
    for candidate in claim.candidates:
        if candidate.source not in page.sources_used:
            page.sources_used.append(candidate.source)
    return ClaimShown(
        claim,
        anchor=_anchor(claim.id),
        wording=said(page, claim.wording),
        more=tuple(Link(page.library.claims[id].statement, card_url(page, id)) for id in claim.more),
        candidates=tuple(CandidateShown(short_link(page, one.source), one) for one in claim.candidates),
        pages=tuple(Link(page.title(target), page.url(target)) for target in claim.pages),
        recheck=Recheck.of(page, claim),
    )


def _anchor(id: str) -> str:
    return f"article-claim-{id.lower()}"
