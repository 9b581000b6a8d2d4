"""What a pitfall is: words by which a sentence may say what the evidence does not. A prompt to look, never a proof."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..denial import is_denied


@dataclass(frozen=True)
class Saying:
    """Words that say something. `parts`, in small letters, are cheap to look for: one of them is in all such words."""

    patterns: tuple[re.Pattern[str], ...]
    beside: re.Pattern[str] | None = None  # stands in the sentence too, before or after
    parts: tuple[str, ...] = ()

    def found_in(self, sentence: str) -> Iterator[re.Match[str]]:
        if self.beside is None or self.beside.search(sentence):
            for pattern in self.patterns:
                yield from pattern.finditer(sentence)


def words(pattern: str, parts: str = "", flags: re.RegexFlag = re.IGNORECASE) -> Saying:
    """As the pattern has it. `parts` stand between bars."""
    return Saying((re.compile(pattern, flags),), parts=_apart(parts))


def both(subject: str, said: str, parts: str = "") -> Saying:
    """Words about a subject that stands in the same sentence, before or after."""
    return Saying((_any_case(said),), _any_case(subject), _apart(parts))


def does(verbs: str, what: str, who: str = "") -> Saying:
    """That somebody (or anybody) does something to something, or that it is done.

    `verbs` are the beginnings of verbs, letters alone, between bars. `what` and `who` are patterns of whole words.
    """
    verb, what, who = rf"\b(?P<verb>(?:{verbs})\w*)", rf"\b(?:{what})\b", rf"\b(?:{who})\b"
    by = rf".{{0,20}}\bby\b.{{0,30}}{who}" if who != r"\b(?:)\b" else ""
    active = rf"{who}.{{0,40}}{verb}.{{0,40}}{what}" if by else rf"{verb}.{{0,40}}{what}"
    passive = rf"{what}.{{0,40}}\b(?:is|are|was|were|be|been|being|gets?|got)\b.{{0,20}}{verb}{by}"
    return Saying((_any_case(active), _any_case(passive)), parts=_apart(verbs))


def _apart(parts: str) -> tuple[str, ...]:
    return tuple(parts.split("|")) if parts else ()


def _any_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@dataclass(frozen=True)
class Pitfall:
    """Something that a sentence may seem to say. The name says what."""

    name: str
    about: tuple[str, ...]  # parts of words, in small letters, of which one stands in the sentence
    says: Saying
    fix: str
    unless: re.Pattern[str] | None = None  # words that put it right, wherever they stand in the sentence
    can_be_denied: bool = True  # by a "not" in its clause; else not even that is said

    @property
    def words(self) -> str:
        return self.name.replace("_", " ")

    def holds_in(self, sentence: str) -> bool:
        """Whether somebody has to look at this sentence. A question says nothing."""
        small_letters = sentence.lower()
        return (
            any(part in small_letters for part in self.about)
            and not sentence.rstrip().endswith("?")
            and not (self.unless and self.unless.search(sentence))
            and any(not (self.can_be_denied and _is_denied(found)) for found in self.says.found_in(sentence))
        )


def _is_denied(found: re.Match[str]) -> bool:
    verb = found.start("verb") if "verb" in found.re.groupindex else found.start()
    return is_denied(found.string, found.start(), verb)


def unless(pattern: str) -> re.Pattern[str]:
    """Words that put a sentence right."""
    return _any_case(pattern)
