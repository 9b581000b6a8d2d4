"""Emergency numbers become links that ring: on a phone one press is enough, wherever the words stand.

Nobody writes these links. A number is known by the country beside it, as in "999 (UK)" or "111 in the UK", so that
other figures ("112 days") stay figures. Templates pass through templating.py, the words of pages through Markdown.
"""

from __future__ import annotations

import re

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor

# Numbers that a reader may have to ring, and what the countries where they hold are called behind them.
NUMBERS = {
    "999": ("UK", "United Kingdom"),
    "112": ("EU", "European Union"),
    "911": ("US", "United States"),
    "111": ("UK", "United Kingdom"),
}

_WITH_COUNTRY = "|".join(
    rf"{number}(?=(?:</strong>)?\s(?:\(|in\s(?:the\s)?)(?:{'|'.join(places)})\b)" for number, places in NUMBERS.items()
)
# "NHS 111", but not the name of a body: "NHS 111 Wales".
_BY_NAME = r"111(?<=NHS 111)(?!\s[A-Z])"
# What stands before a number is looked at last: a pattern that begins with its digits is found ten times as fast.
_NUMBER = re.compile(rf"(?:{_WITH_COUNTRY}|{_BY_NAME})\b(?<![\w.,]\d\d\d)")
# What cannot hold a link, or is no text: it is passed over as a whole.
_PASSED_OVER = r"<(a|button|label|option|script|style|summary|svg|textarea|title)(?=[\s>]).*?</\1\s*>|<[^>]*>"
_PART = re.compile(rf"(?s:{_PASSED_OVER})|({_NUMBER.pattern})")

# Before Markdown puts back finished markup (30), which has been through here already.
_PRIORITY = 31


def ringing(markup: str) -> str:
    """The markup with a link at each emergency number; a second time, nothing more."""
    return _PART.sub(_linked, markup) if _NUMBER.search(markup) else markup


def _linked(found: re.Match[str]) -> str:
    number = found[2]
    return f'<a href="tel:{number}">{number}</a>' if number else found[0]


class RingingExtension(Extension):
    """The same for the words of a page."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.postprocessors.register(_Ringing(md), "ringing", _PRIORITY)


def makeExtension(**options: object) -> RingingExtension:
    """The name that Python-Markdown looks for in a module that is listed as an extension."""
    return RingingExtension(**options)


class _Ringing(Postprocessor):
    def run(self, text: str) -> str:
        return ringing(text)
