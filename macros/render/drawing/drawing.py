"""Drawings that explain: inline, so that they take the page's colours, with the meaning of their numbers as text."""

from __future__ import annotations

from ...drawings import DRAWINGS
from ..page.context import PageContext
from ..page.templating import rendered


def drawing(_page: PageContext, id: str = "") -> str:
    """One drawing with its caption, or all of them where none is named.

    Raises ValueError, with the names that there are, for one that is not there.
    """
    if id and id not in DRAWINGS:
        raise ValueError(f"drawing(): there is no '{id}'; there are {', '.join(DRAWINGS)}")
    return rendered("drawing/drawing.html", drawings={id: DRAWINGS[id]} if id else DRAWINGS)
