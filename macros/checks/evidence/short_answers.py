"""Record scope: a short answer, be it to a myth or to an article, sounds no surer than its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Answer, ClaimKind, Problem, Said
from ...records.files.reading import Path_
from ..scope import Records
from .wording import surer_than_its_claim


def a_short_answer_uses_the_verb_of_its_claim(library: Records) -> Iterator[Problem]:
    """A myth's answer and an article's careful wording say 'probably' or 'may' as the first claim behind them does."""
    for kind, id, path, part in _parts(library):
        yield from surer_than_its_claim(part.says, library.claims[part.claims[0]], library.place(kind, id, *path))


def a_myth_answers_no_surer_than_its_claim(library: Records) -> Iterator[Problem]:
    """'No' needs high certainty, 'probably not' at least moderate, 'we do not know' very low."""
    for id, myth in library.myths.items():
        claim = library.claims[myth.claims[0]]
        if claim.kind is ClaimKind.FINDING and not myth.answer.fits(claim.certainty):
            yield Problem(
                library.place("myths", id, "answer"),
                f"'{myth.answer.words}' does not fit the certainty of {claim.id} ({claim.certainty.value})",
                allowed=", ".join(answer.value for answer in Answer if answer.fits(claim.certainty)),
                fix="choose one of these, or begin the short answer with the claim that it says",
            )


def no_answer_rests_on_a_retired_claim(library: Records) -> Iterator[Problem]:
    """What was withdrawn settles nothing any more."""
    for kind, id, path, part in _parts(library):
        for claim in part.claims:
            if library.claims[claim].retired:
                yield Problem(
                    library.place(kind, id, *path, "claims"),
                    f"{claim} is retired",
                    fix="take it out, and look again at what rested on it",
                )


def _parts(library: Records) -> Iterator[tuple[str, str, Path_, Said]]:
    """Kind, id, path inside and words of every part of a short answer."""
    for id, article in library.articles.items():
        for index, one in enumerate(article.claims):
            for part, said in enumerate(one.wording):
                yield "articles", id, ("claims", index, "wording", part), said
    for id, myth in library.myths.items():
        for part, said in enumerate(myth.short_answer):
            yield "myths", id, ("short_answer", part), said
