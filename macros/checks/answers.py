"""Record scope: a short answer, be it to a myth or to an article, sounds no surer than its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from ..records import Answer, Certainty, ClaimKind, Problem
from ..records.reading import Path_
from .scope import Records
from .wording import verb_fits


def a_short_answer_uses_the_verb_of_its_claim(library: Records) -> Iterator[Problem]:
    """A myth's answer and an article's careful wording say 'probably' or 'may' as the first claim behind them does."""
    for kind, id, path, claims, text in _short_answers(library):
        claim = library.claims[claims[0]]
        # High certainty is a plain statement; what follows it may rest on other, weaker claims.
        said = text.partition(". ")[0] if claim.certainty is Certainty.HIGH else text
        if claim.kind is ClaimKind.FINDING and not verb_fits(said, claim.certainty):
            yield Problem(
                library.place(kind, id, *path),
                f"this does not sound as sure as {claim.id} ({claim.certainty.value})",
                allowed="high: a plain first sentence; moderate: 'probably'; low: 'may' or 'might'; "
                "very-low: 'we do not know'",
                fix="reword it, or put the claim that it says first under `claims`",
            )


def a_myth_answers_no_surer_than_its_claim(library: Records) -> Iterator[Problem]:
    """'No' needs high certainty, 'probably not' at least moderate, 'we do not know' very low."""
    for id, myth in library.myths.items():
        claim = library.claims[myth.claims[0]]
        if claim.kind is ClaimKind.FINDING and not myth.answer.fits(claim.certainty):
            yield Problem(
                library.place("myths", id, "answer"),
                f"'{myth.answer.words}' does not fit the certainty of {claim.id} ({claim.certainty.value})",
                allowed=", ".join(answer.value for answer in Answer if answer.fits(claim.certainty)),
                fix="choose one of these, or put the claim that it says first under `claims`",
            )


def no_answer_rests_on_a_retired_claim(library: Records) -> Iterator[Problem]:
    """What was withdrawn settles nothing any more."""
    for kind, id, path, claims, _ in _short_answers(library):
        for claim in claims:
            if library.claims[claim].retired:
                yield Problem(
                    library.place(kind, id, *path[:-1], "claims"),
                    f"{claim} is retired",
                    fix="take it out, and look again at what rested on it",
                )


def _short_answers(library: Records) -> Iterator[tuple[str, str, Path_, tuple[str, ...], str]]:
    """Kind, id, path inside, claims and words of every short answer."""
    for id, article in library.articles.items():
        for index, one in enumerate(article.claims):
            yield "articles", id, ("claims", index, "wording"), one.claims, one.wording
    for id, myth in library.myths.items():
        yield "myths", id, ("short_answer",), myth.claims, myth.short_answer
