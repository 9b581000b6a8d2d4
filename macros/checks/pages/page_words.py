"""Page scope: words that look wrong once a page is laid out, or that are wrong the day after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import Problem
from ..scope import Records

_CHIP_AND_COMMA = re.compile(r'\{\{ *claim\("([^"]*)"\) *\}\}(?= *[,;:.)])')
_YET_TO_COME = re.compile(
    r"\b(pages? (is|are|was|were) (still |not yet |yet )?(missing|to come|unwritten|not (there|written))"
    r"|pages? are still missing|(comes?|coming) soon|under construction|will (be added|follow) later)\b",
    re.IGNORECASE,
)


def a_chip_stands_after_the_comma(library: Records) -> Iterator[Problem]:
    """A chip may end a line, and the next line would then begin with the comma that follows it."""
    for page in library.pages.values():
        for match in _CHIP_AND_COMMA.finditer(page.body):
            yield Problem(
                page.place(match.start()),
                f"a comma or full stop follows the chip of {match[1]}, and may begin a line",
                fix="put the chip behind the mark, or end the sentence before it",
            )


def no_page_tells_what_is_still_to_come(library: Records) -> Iterator[Problem]:
    """Such a sentence is forgotten when the page comes. What is there is counted, not told."""
    for page in library.pages.values():
        for match in _YET_TO_COME.finditer(page.body):
            yield Problem(
                page.place(match.start()),
                f"'{match[0]}' is forgotten once it is no longer so",
                fix="leave it out; {{ not_yet_checked() }} counts what nobody has checked",
            )
