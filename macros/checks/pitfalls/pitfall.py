"""What a pitfall is, and when a sentence falls into it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


def words(pattern: str) -> re.Pattern[str]:
    """Looked for in any case, line by line."""
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


def both(subject: str, said: str) -> re.Pattern[str]:
    """A sentence that holds both, in either order."""
    return words(f"^(?=.*({subject}))(?=.*({said}))")


_TURNED_ROUND = words(
    r"\b(not|no|none|never|nobody|nothing|neither|without|whether|unknown|untested|unclear|cannot|hardly|instead"
    r"|little|myth|habit|rather than|some people (say|think))\b|n['’]t\b"
)
NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True)
class Pitfall:
    """Something that no sentence of the guide says. The name is the rule."""

    name: str
    about: tuple[str, ...]  # parts of words, in small letters: cheap to look for
    says: re.Pattern[str]
    fix: str
    unless: re.Pattern[str] = field(default=_TURNED_ROUND)

    def holds_in(self, sentence: str) -> bool:
        """Whether this sentence falls into it."""
        return bool(
            self.is_about(sentence.lower())
            and self.says.search(sentence)
            and not self.unless.search(sentence)
            and not sentence.rstrip().endswith("?")
        )

    def is_about(self, small_letters: str) -> bool:
        """Whether a text, given in small letters, names the subject."""
        return any(word in small_letters for word in self.about)
