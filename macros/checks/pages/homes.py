"""Whole-library scope: every claim of the two articles has a home, and a page named as a home shows the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...macro import MACROS
from ...records import CareCard, Page, Problem, Record
from ...records.files.reading import Path_
from ...records.page import Call
from ..scope import Records, references_in

# How many claims each of the two articles makes. They are published, so these never change.
ARTICLE_CLAIMS = {"A": 14, "B": 15}


def every_claim_is_shown(library: Records) -> Iterator[Problem]:
    """A claim that no page shows is left over. The lists of all claims show every one, so they do not count."""
    shown: set[str] = set()
    for page in library.pages.values():
        for call in page.calls:
            shown |= _shown_by(library, call) if not shows_all_claims(call) else set()
    for id, claim in library.claims.items():
        if id not in shown and not claim.retired:
            yield Problem(
                library.place("claims", id),
                f"no page shows the claim '{id}'",
                fix=f'add {{{{ claim("{id}") }}}} to one',
            )


def every_article_claim_has_a_home(library: Records) -> Iterator[Problem]:
    """Each of the 29 claims is there once, with a verdict."""
    counts = dict.fromkeys(ARTICLE_CLAIMS, 0)
    for article in library.articles.values():
        counts[article.letter] += len(article.claims)
    for id, article in library.articles.items():
        wanted, found = ARTICLE_CLAIMS[article.letter], counts[article.letter]
        if found != wanted:
            yield Problem(
                library.place("articles", id, "claims"),
                f"article {article.letter} makes {wanted} claims, but {found} stand in data/articles",
                fix=f"give each of {article.letter}01 to {article.letter}{wanted:02} one entry",
            )
    for letter in ARTICLE_CLAIMS:
        if not counts[letter]:
            where = next(iter(library.articles))
            yield Problem(library.place("articles", where), f"article {letter} is missing", fix="restore its file")


def an_article_claim_and_its_evidence_name_each_other(library: Records) -> Iterator[Problem]:
    """`claims` of an article's claim and `answers` of our claims say the same, both ways."""
    listed = {one.id: set(one.claims) for article in library.articles.values() for one in article.claims}
    for id, article in library.articles.items():
        for index, one in enumerate(article.claims):
            answering = {claim.id for claim in library.claims.values() if one.id in claim.answers}
            for claim in sorted(set(one.claims) - answering):
                yield Problem(
                    library.place("articles", id, "claims", index, "wording"),
                    f"{one.id} rests on {claim}, which does not name it",
                    fix=f"add {one.id} to `answers` of {claim}, or take {claim} out here",
                )
            for claim in sorted(answering - set(one.claims)):
                yield Problem(
                    library.place("claims", claim, "answers"),
                    f"{claim} answers {one.id}, which does not list it",
                    fix=f"add {claim} to `wording` or `more` of {one.id} in data/articles, or take {one.id} out here",
                )
    for record in library.claims.values():
        for answer in sorted(set(record.answers) - set(listed)):
            yield Problem(
                library.place("claims", record.id, "answers"),
                f"neither article makes a claim {answer}",
                allowed=", ".join(listed),
                fix="correct the number",
            )


def a_page_named_as_home_shows_the_evidence(library: Records) -> Iterator[Problem]:
    """A page to which a verdict, a myth or a matrix sends the reader shows at least one of its claims."""
    shown = {path: claims_shown_on(library, page) for path, page in library.pages.items()}
    for kind, id, path, claims, pages in _homes(library):
        for index, target in enumerate(pages):
            page = target.partition("#")[0]
            if page in shown and not shown[page] & set(claims):
                yield Problem(
                    library.place(kind, id, *path, "pages", index),
                    f"{page} shows none of the claims behind this",
                    allowed=", ".join(claims),
                    fix="name a page that does, or put one of these claims on that page",
                )


def a_term_leads_to_a_page_that_uses_it(library: Records) -> Iterator[Problem]:
    """Where pages link a word to the glossary, its entry leads back to one of them, not to a page without it."""
    users: dict[str, list[str]] = {}
    for path, page in library.pages.items():
        for call in page.calls:
            if call.macro == "term" and path not in users.setdefault(call.argument, []):
                users[call.argument].append(path)
    for id, term in library.terms.items():
        target = term.page.partition("#")[0] if term.page else None
        if id in users and target not in users[id]:
            yield Problem(
                library.place("terms", id, "page") if term.page else library.place("terms", id),
                f"{target} does not use the word" if target else f"the entry of '{term.term}' leads to no page",
                allowed=", ".join(users[id]),
                fix="name the page that explains it best",
            )


def claims_shown_on(library: Records, page: Page) -> set[str]:
    """Every claim that a page shows, by itself or through a tool, a checklist or a list.

    A care card names sources and no claims: it stands for the claims that rest on one of them.
    """
    return {claim for call in page.calls for claim in _shown_by(library, call)}


def _shown_by(library: Records, call: Call) -> set[str]:
    macro = MACROS.get(call.macro)
    if macro is None:
        return set()
    kind = macro.takes or macro.shows_all
    if kind == "claims":
        return {call.argument} if macro.takes else set(library.claims)
    records = library.kind(kind) if kind else {}
    if macro.takes:
        records = {id: record for id, record in records.items() if id == call.argument}
    together = [library.decisions[id] for record in records.values() for id in getattr(record, "together_with", ())]
    return _claims_in([*records.values(), *together]) | _claims_behind(library, records.values())


def shows_all_claims(call: Call) -> bool:
    """Whether a call lists every claim, so that it is no home to any."""
    return call.macro in MACROS and MACROS[call.macro].shows_all == "claims"


def _claims_in(records: Iterable[Record]) -> set[str]:
    return {
        target for record in records for _, reference, target in references_in(record) if reference.kind == "claims"
    }


def _claims_behind(library: Records, records: Iterable[Record]) -> set[str]:
    """Those that rest on a source of a care card, which names no claims."""
    sources = {source for record in records if isinstance(record, CareCard) for source in record.sources}
    return {id for id, claim in library.claims.items() if sources & set(claim.sources)}


def _homes(library: Records) -> Iterator[tuple[str, str, Path_, tuple[str, ...], tuple[str, ...]]]:
    """Kind, id, path inside, claims and pages of everything that sends a reader to a page for its claims."""
    for id, article in library.articles.items():
        for index, one in enumerate(article.claims):
            yield "articles", id, ("claims", index), one.claims, one.pages
    for id, myth in library.myths.items():
        yield "myths", id, (), myth.claims, myth.pages
    for id, guidance in library.guidance.items():
        yield "guidance", id, (), guidance.claims, guidance.pages
