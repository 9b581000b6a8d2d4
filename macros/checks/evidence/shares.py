"""Whole-library scope: what a number or a grade has to say with it, so that it promises no more than it can."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import Certainty, ClaimKind, Problem
from ..scope import Records

_A_SHARE = re.compile(r"(?<!points )\bof (100|a million)\b")  # points of 100 are a scale of pain


def a_rule_of_ours_is_graded_as_untested(library: Records) -> Iterator[Problem]:
    """However good the sources are that it draws on, nobody has tested a rule of this guide's own."""
    for id, claim in library.claims.items():
        if claim.kind is ClaimKind.OUR_RULE and claim.certainty is not Certainty.VERY_LOW:
            yield Problem(
                library.place("claims", id, "certainty"),
                f"{id} is a rule of our own, so its certainty is not {claim.certainty.value}",
                allowed=Certainty.VERY_LOW.value,
                fix="write `certainty: very-low`; if a named body gives the rule, write `kind: guidance`",
            )


def guidance_names_its_body(library: Records) -> Iterator[Problem]:
    """What a body says is shown with body, country and year: one of its sources carries them."""
    for id, claim in library.claims.items():
        if claim.kind is ClaimKind.GUIDANCE and not claim.retired:
            sources = [library.sources[source] for source in claim.sources if source in library.sources]
            if sources and not any(source.custom.speaks_for for source in sources):
                yield Problem(
                    library.place("claims", id, "sources"),
                    f"{id} tells guidance, and none of its sources says whose",
                    fix="add `speaks_for: {body: …, country: …}` to a source that speaks for a body",
                )


def a_share_says_of_how_many(library: Records) -> Iterator[Problem]:
    """'30 of 100' says nothing as long as nobody knows whether three people or three thousand were counted."""
    for id, claim in library.claims.items():
        for index, figure in enumerate(claim.figures):
            if _A_SHARE.search(figure.unit) and not figure.people:
                yield Problem(
                    library.place("claims", id, "figures", index, "unit"),
                    f"{id}/{figure.id} is a share, and does not say of how many people",
                    fix="add `people: …`; if the source does not tell, say so there, or leave the figure out",
                )
