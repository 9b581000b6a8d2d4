"""Record scope: certainty words match the grade, and tools never promise what a guide cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import Certainty, Claim, ClaimKind, Place, Problem
from ...register import KINDS
from ..denial import is_denied
from ..scope import Records

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


# What no tool of an information guide says (docs/about/safety-and-hazards.md), however it is turned.
FORBIDDEN_IN_TOOLS = re.compile(
    r"\byou(?: are|['’]re) safe\b|\bcleared to run\b|\bno risk\b|\bdiagnos\w*|\byour risk is\b|\bcalculates? your\b",
    re.IGNORECASE,
)
# What no page says either: it informs, and lets nobody run.
_LETS_RUN = re.compile(
    rf"{FORBIDDEN_IN_TOOLS.pattern}|\bsafe to (?:run|jog|jump|hop)\b"
    r"|\byou can (?:\w+ly |now |still |also |safely )?(?:run|jog|jump|hop|sprint|race|exercise|train)\b",
    re.IGNORECASE,
)
# What is not in the house's voice anywhere.
FORBIDDEN_WORDS = re.compile(r"\b(bone on bone|crumbling|listen to your body|studies show|1 in \d+)\b", re.IGNORECASE)
# Words about people whom somebody else examined. One that nobody needs any more is a mistake itself.
ABOUT_OTHERS = {
    "once osteoporosis is diagnosed": "guidance names these people so",
    "osteoporosis has been diagnosed": "guidance names these people so",
    "with diagnosed osteoporosis": "guidance names these people so",
}


def surer_than_its_claim(says: str, claim: Claim, place: Place) -> Iterator[Problem]:
    """The problem of a sentence elsewhere that promises more, or less, than the finding it says first."""
    if claim.kind is ClaimKind.FINDING and not verb_fits(says, claim.certainty):
        yield Problem(
            place,
            f"this does not sound as sure as {claim.id} ({claim.certainty.value})",
            allowed=_ALLOWED,
            fix="reword it, or name the claim that it says first",
        )


_TOOLS = {kind.name for kind in KINDS if kind.is_tool}


def a_tool_never_promises(library: Records) -> Iterator[Problem]:
    """Decisions, checklists and plans never clear, diagnose or score anyone."""
    for said in library.said:
        found = FORBIDDEN_IN_TOOLS.search(said.text) if said.kind in _TOOLS else None
        if found:
            yield Problem(
                said.place(found.start()),
                f"a tool does not say '{found[0]}'",
                fix="say what guidance for people like this usually says, or who to ask",
            )


def nothing_lets_a_reader_run(library: Records) -> Iterator[Problem]:
    """Pages and data never clear, diagnose or score anyone either. They may say that they do not."""
    for said in library.said:
        for sentence in said.sentences if _LETS_RUN.search(said.text) else ():
            for found in _LETS_RUN.finditer(sentence[0]):
                if said.kind in _TOOLS and FORBIDDEN_IN_TOOLS.match(found[0]):
                    continue  # told by the rule for tools
                if not is_denied(sentence[0], found.start()) and not _is_about_others(sentence[0], found):
                    yield Problem(
                        said.place(sentence.start() + found.start()),
                        f"the guide does not say '{found[0]}'",
                        allowed="what guidance usually says, or that the guide does not say it",
                        fix="say what guidance for people like this usually says, or who to ask",
                    )


def _is_about_others(sentence: str, found: re.Match[str]) -> bool:
    return any(
        at.start() <= found.start() < at.end()
        for words in ABOUT_OTHERS
        for at in re.finditer(re.escape(words), sentence, re.IGNORECASE)
    )


def every_exception_is_still_needed(library: Records) -> Iterator[Problem]:
    """Words that are allowed as an exception are still said somewhere."""
    if any(library.broken.values()):
        return  # perhaps what cannot be read says it
    everything = "\n".join(said.text for said in library.said if "diagnos" in said.text).lower()
    for words in ABOUT_OTHERS:
        if words not in everything:
            yield Problem(
                Place("macros/checks/evidence/wording.py"),
                f"nobody says '{words}' any more",
                fix="delete this exception from ABOUT_OTHERS",
            )


def words_keep_the_tone(library: Records) -> Iterator[Problem]:
    """Nothing frightening, nothing vague, one way to state chances."""
    for said in library.said:
        found = FORBIDDEN_WORDS.search(said.text) if said.kind != "sources" else None
        if found:
            yield Problem(
                said.place(found.start()),
                f"the guide does not say '{found[0]}'",
                fix="say what to look and feel for; give chances as N out of 100",
            )


# As a word is written, and not the name of a body such as the World Health Organization.
_AMERICAN = re.compile(
    r"\b(?:(?:col|flav|behavi|fav|neighb)or\w*|labor(?:s|ed|ing)?|center(?:s|ed)?(?! for Disease)"
    r"|(?:kilo|centi|milli)?meters?|liters?|fibers?|gray|programs?(?= of (?:exercise|training))"
    r"|(?<!Health )(?:organ|recogn|minim|maxim|emphas|summar|normal|stabil|random)iz\w+"
    r"|(?:anal|paral)yz\w+|estrogens?|anemi\w+|edema|(?:ortho|osteo)pedic\w*|pediatric\w*|gynecolog\w+|tumors?"
    r"|practic(?:ed|ing)|mom|aging)\b",
    re.IGNORECASE,
)


def words_are_spelt_as_in_britain(library: Records) -> Iterator[Problem]:
    """British English, but in the names of things and of others."""
    texts = [said for said in library.said if said.kind != "sources"]
    suspects = [word for word in set(" ".join(said.text for said in texts).split()) if _AMERICAN.search(word)]
    for said in texts:
        found = _AMERICAN.search(said.text) if any(word in said.text for word in suspects) else None
        if found:
            yield Problem(
                said.place(found.start()), f"'{found[0]}' is spelt as in America", fix="spell it as in Britain"
            )


_OF_100 = re.compile(r"(?<![\d.,])(\d[\d,]*(?:\.\d+)?) (?:out )?of (?:every )?100\b(?![.,]?\d)")


def no_count_is_over_100_of_100(library: Records) -> Iterator[Problem]:
    """So many out of 100 are 100 at most, in words and in figures."""
    for said in library.said:
        for found in _OF_100.finditer(said.text) if "of" in said.text else ():
            if float(found[1].replace(",", "")) > 100:
                yield _too_many(said.place(found.start()), found[0])
    for id, claim in library.claims.items():
        for index, figure in enumerate(claim.figures):
            for number in (figure.value, figure.low, figure.high) if figure.unit.startswith("of 100") else ():
                if number is not None and not 0 <= number <= 100:
                    yield _too_many(library.place("claims", id, "figures", index), f"{number:g} of 100")
                    break


def _too_many(place: Place, words: str) -> Problem:
    return Problem(place, f"'{words}' is no part of a hundred", "0 to 100", "look the number up in its source")


def a_sign_goes_on_with_its_heading(library: Records) -> Iterator[Problem]:
    """A care card's heading ends in 'if:', and each sign goes on with that sentence: in small letters."""
    for id, sign in library.signs.items():
        if re.match(r"[A-Z](?![A-Z])(?!['’]?\b)|A |An ", sign.says):
            yield Problem(
                library.place("signs", id, "says"),
                f"'{sign.says[:40]}' begins with a capital, but goes on after 'if:'",
                fix=f"begin it with '{sign.says[0].lower()}'",
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
