"""Which level of heading a block needs, so that a page's outline has no gap."""

from __future__ import annotations

import re

from .context import PageContext

_HEADING = re.compile(r"^(#{1,5}) ", re.MULTILINE)


def level_below(page: PageContext, macro: str, argument: str = "") -> int:
    """One below the heading that the page's first such macro call stands under; 2 where none stands above it."""
    written = page.library.pages[page.path]
    for call in written.calls:
        if call.macro == macro and call.argument == argument:
            lines = written.body.splitlines()[: call.place.line - written.body_line]
            above = _HEADING.findall("\n".join(lines))
            return max(len(above[-1]), 1) + 1 if above else 2
    return 2
