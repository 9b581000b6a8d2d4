"""The glossary, and links from words to their meaning."""

from __future__ import annotations

from dataclasses import dataclass

from ...records import Term
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.templating import inline, rendered
from .sources import Link, short_links

PAGE = "look-up/glossary.md"


@dataclass(frozen=True)
class TermShown:
    """A word with its meaning, and the ways from it."""

    term: Term
    also: str
    sources: tuple[Link, ...]
    see_also: tuple[Link, ...]
    read: Link | None


def term(page: PageContext, id: str, words: str | None = None) -> str:
    """A word on a page, leading to its meaning."""
    return inline("evidence/term.html", link=Link(words or in_a_sentence(page.library.terms[id].term), _url(page, id)))


def in_a_sentence(word: str) -> str:
    """'Osteoporosis' becomes 'osteoporosis'; 'DXA', 'T-score' and 'REDs' stay as they are."""
    return word[0].lower() + word[1:] if word[1:2].islower() else word


def glossary_list(page: PageContext) -> str:
    """Every term by the alphabet, with the other words that people use, so that search finds them."""
    terms = sorted(page.library.terms.values(), key=lambda term: term.term.casefold())
    first: dict[str, str] = {}
    for one in reversed(terms):
        first[one.term[0].upper()] = one.id
    return rendered(
        "evidence/glossary.html",
        level=level_below(page, "glossary_list"),
        letters=[Link(letter, f"#term-{id}") for letter, id in sorted(first.items())],
        terms=[_shown(page, one) for one in terms],
    )


def _shown(page: PageContext, term: Term) -> TermShown:
    terms = page.library.terms
    return TermShown(
        term,
        also=", ".join(term.also),
        sources=tuple(short_links(page, term.sources)),
        see_also=tuple(Link(in_a_sentence(terms[id].term), _url(page, id)) for id in term.see_also),
        read=Link(page.title(term.page), page.url(term.page)) if term.page else None,
    )


def _url(page: PageContext, id: str) -> str:
    return page.url(f"{PAGE}#term-{id}")
