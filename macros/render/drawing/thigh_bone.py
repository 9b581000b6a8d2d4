"""The picture of the home page: lines of bone that become lanes of a track."""

from __future__ import annotations

from ...macro import MACROS
from ..page.context import PageContext
from ..page.templating import rendered
from .plot import thigh_bone as lines

SIGNS = MACROS["sign"].choices


def thigh_bone(_page: PageContext) -> str:
    """The top of a thigh bone whose lines run on as the lanes of a track, out of the left side of its place."""
    return rendered(
        "drawing/thigh_bone.html",
        height=lines.height(),
        outline=lines.outline(),
        struts=lines.struts(),
        track=lines.track(),
        lanes=lines.lanes(),
        staggers=lines.staggers(),
        start=lines.start(),
    )


def sign(_page: PageContext, id: str = SIGNS[0]) -> str:
    """A small picture in the line of the large one, one of SIGNS: a bone where none is named.

    Raises ValueError for any other.
    """
    if id not in SIGNS:
        raise ValueError(f"sign(): there is no '{id}'; there are {', '.join(SIGNS)}")
    main = [strut for strut in lines.struts() if strut.main]
    return rendered(
        "drawing/sign.html",
        id=id,
        outline=lines.outline(),
        press=[strut.path for strut in main if strut.family == "press"][::2],
        pull=[strut.path for strut in main if strut.family == "pull"][1::2],
    )
