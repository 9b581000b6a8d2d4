"""Whether a sentence takes back its own words: by a 'not' or the like in the same clause."""

from __future__ import annotations

import re

# What only sounds like a denial: "no doubt that …", "not only …", "is no problem".
_NO_DENIAL = (
    r"(?!,? (?:only|just|merely|(?:in |a |the )?(?:slightest )?(?:doubts?|question|problem|harm|trouble|worry|wonder)"
    r"|(?:doubts?|denies|disputes|be (?:doubted|denied))\b))"
)
DENIALS = re.compile(
    rf"\b(?:not|never|nobody|nothing|cannot|nor|neither|whether|none of"
    rf"|no (?:one|proof|evidence|stud\w+|trials?|tool|page|answer)){_NO_DENIAL}\b|n['’]t\b{_NO_DENIAL}",
    re.IGNORECASE,
)
_NEW_START = re.compile(r"[:;–—]|\b(?:but|so(?! that)|yet|because|and)\b", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:if|when|once|unless|until|after)\b[^,:;]*$", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")


def is_denied(sentence: str, begin: int, verb: int | None = None) -> bool:
    """Whether what is said from `begin` on, with its verb at `verb`, is denied before the verb in its own clause.

    A denial in a condition ("if it does not hurt …") or before a new start ("… and you") belongs to something else.
    Words in quotes are denied by any denial around the quotes.
    """
    verb = begin if verb is None else verb
    quote = next((one for one in _QUOTED.finditer(sentence) if one.start() < begin < one.end()), None)
    if quote and DENIALS.search(sentence[: quote.start()] + sentence[quote.end() :]):
        return True
    nearest = next(reversed(list(DENIALS.finditer(sentence, 0, verb))), None)
    if nearest is None or _CONDITION.search(sentence, 0, nearest.start()):
        return False
    between = sentence[nearest.end() : verb]
    return not _NEW_START.search(between) and not sentence[nearest.end() : begin].rstrip().endswith(",")
