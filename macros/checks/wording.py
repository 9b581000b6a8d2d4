"""Record scope: certainty words match the grade, and tools never promise what a guide cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..records import Certainty, Claim, ClaimKind, Place, Problem
from .scope import Records, texts_in

_VERBS = {
    Certainty.MODERATE: re.compile(r"\bprobably\b", re.IGNORECASE),
    Certainty.LOW: re.compile(r"\b(may|might)\b", re.IGNORECASE),
    Certainty.VERY_LOW: re.compile(r"\bwe do not know\b", re.IGNORECASE),
}
_ALLOWED = "high: a plain statement; moderate: 'probably'; low: 'may' or 'might'; very-low: 'we do not know'"


def a_finding_uses_the_verb_of_its_grade(library: Records) -> Iterator[Problem]:
    """High: plain statement; moderate: probably; low: may; very low: we do not know."""
    for id, claim in library.claims.items():
        if claim.kind is ClaimKind.FINDING and not verb_fits(claim.statement, claim.certainty):
            yield Problem(
                library.place("claims", id, "statement"),
                f"the statement does not sound as sure as its certainty ({claim.certainty.value})",
                allowed=_ALLOWED,
                fix="reword the statement, or change the certainty and say why in `history`",
            )


def verb_fits(sentence: str, certainty: Certainty) -> bool:
    """Whether a sentence sounds as sure as the certainty is, and no surer."""
    wanted = _VERBS.get(certainty)
    if wanted is None:
        return not any(verb.search(sentence) for verb in _VERBS.values())
    return bool(wanted.search(sentence))


# What no tool of an information guide says (docs/about/safety-and-hazards.md).
FORBIDDEN_IN_TOOLS = re.compile(
    r"you are safe|cleared to run|no risk|diagnos\w*|your risk is|calculates? your", re.IGNORECASE
)
# What is not in the house's voice anywhere in the data's own words.
FORBIDDEN_WORDS = re.compile(r"\b(bone on bone|crumbling|listen to your body|studies show|1 in \d+)\b", re.IGNORECASE)


def surer_than_its_claim(says: str, claim: Claim, place: Place) -> Iterator[Problem]:
    """The problem of a sentence elsewhere that promises more, or less, than the finding it says first."""
    if claim.kind is ClaimKind.FINDING and not verb_fits(says, claim.certainty):
        yield Problem(
            place,
            f"this does not sound as sure as {claim.id} ({claim.certainty.value})",
            allowed=_ALLOWED,
            fix="reword it, or name the claim that it says first",
        )


def a_tool_never_promises(library: Records) -> Iterator[Problem]:
    """Decisions, checklists and plans never clear, diagnose or score anyone."""
    for kind in ("decisions", "checklists", "plans", "options"):
        for id, record in library.kind(kind).items():
            for path, text in texts_in(record):
                found = FORBIDDEN_IN_TOOLS.search(text)
                if found:
                    yield Problem(
                        library.place(kind, id, *path),
                        f"a tool does not say '{found[0]}'",
                        fix="say what guidance for people like this usually says, or who to ask",
                    )


def words_keep_the_tone(library: Records) -> Iterator[Problem]:
    """Nothing frightening, nothing vague, one way to state chances."""
    for kind in (
        "claims",
        "care_cards",
        "decisions",
        "checklists",
        "plans",
        "options",
        "hazards",
        "charts",
        "guidance",
        "articles",
        "myths",
    ):
        for id, record in library.kind(kind).items():
            for path, text in texts_in(record):
                found = FORBIDDEN_WORDS.search(text)
                if found:
                    yield Problem(
                        library.place(kind, id, *path),
                        f"the guide does not say '{found[0]}'",
                        fix="say what to look and feel for; give chances as N out of 100",
                    )


def a_do_not_begins_with_do_not(library: Records) -> Iterator[Problem]:
    """A step that forbids begins with the words 'Do not', so that nobody misses them (H10)."""
    for id, decision in library.decisions.items():
        for name, outcome in decision.outcomes.items():
            for index, step in enumerate(outcome.do):
                if re.match(r"(don't|never|avoid|no )\b", step, re.IGNORECASE):
                    yield Problem(
                        library.place("decisions", id, "outcomes", name, "do", index),
                        "a step that forbids begins with 'Do not'",
                        fix="reword it: 'Do not …'",
                    )
