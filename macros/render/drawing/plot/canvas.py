"""Small steps on svg.py, in lengths that follow the reader.

Across, lengths are shares of the picture's width; down, they are in `em`, so that a picture fills a narrow and a wide
window alike and its words stay as large as the page's own small print. Colours are classes, never attributes: a strict
security policy forbids styles in markup, and dark, forced and printed colours are the stylesheet's to choose
(overrides/assets/stylesheets/looks/chart.css).
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import svg
from markupsafe import escape

LINE_EM = 1.35  # from one line of words to the next
# The narrowest window (320 pixels) in the picture's letters, and what a letter takes of it on average.
WIDTH_EM = 20.5
LETTER_EM, BOLD_LETTER_EM = 0.51, 0.57

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Naming:
    """How a picture is announced. `id` is unique on the page."""

    id: str
    title: str
    description: str


def em(value: float) -> svg.Length:
    """A length in the picture's own letters."""
    return svg.Length(round(value, 3), "em")


def share(value: float) -> svg.Length:
    """A length as a percentage of the picture's width."""
    return svg.Length(round(value, 3), "%")


def words(text: str, across: float, down: float, kind: str = "", anchor: Anchor = "start") -> svg.Text:
    """One line of words. `down` is where its letters stand."""
    return svg.Text(
        text=str(escape(text)), x=share(across), y=em(down), text_anchor=anchor, class_=classes("chart__words", kind)
    )


def words_and_aside(text: str, aside: str, across: float, down: float) -> svg.Text:
    """A number and, less loud, what belongs to it, ending at `across`."""
    return svg.Text(
        elements=[
            svg.TSpan(text=str(escape(text)), class_=["chart__words--number"]),
            svg.TSpan(text=str(escape(aside)), class_=["chart__words--soft"]),
        ],
        x=share(across),
        y=em(down),
        text_anchor="end",
        class_=["chart__words"],
    )


def lines(text: str, across: float, down: float, kind: str = "") -> list[svg.Element]:
    """Words in as many lines as they need in a narrow window, the first at `down`."""
    return [words(line, across, down + index * LINE_EM, kind) for index, line in enumerate(wrapped(text))]


def wrapped(text: str, width_em: float = WIDTH_EM) -> list[str]:
    """The lines that a text takes in the narrowest window, or in so many of its letters' heights."""
    return textwrap.wrap(text, int(width_em / LETTER_EM), break_long_words=False) or [""]


def classes(base: str, kind: str = "") -> list[str]:
    """A component's class, with its kind where it has one."""
    return [base, f"{base}--{kind}"] if kind else [base]


def picture(naming: Naming, elements: Iterable[svg.Element], height_em: float) -> svg.SVG:
    """A picture as wide as its place and as high as it needs, with a name and a description."""
    return svg.SVG(
        width=share(100),
        height=em(height_em),
        class_=["chart__svg"],
        extra=_announced(naming),
        elements=[*_named(naming), *elements],
    )


def scaled_picture(naming: Naming, elements: Sequence[svg.Element], width: float, height: float) -> svg.SVG:
    """A picture without words, which grows and shrinks as a whole."""
    return svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, width, height),
        class_=["chart__svg", "chart__svg--scaled"],
        extra=_announced(naming),
        elements=[*_named(naming), *elements],
    )


def _announced(naming: Naming) -> dict[str, str]:
    return {
        "role": "img",
        "aria-labelledby": f"{naming.id}-title",
        "aria-describedby": f"{naming.id}-desc",
        "data-search-exclude": "",  # the page says the same in words
    }


def _named(naming: Naming) -> list[svg.Element]:
    return [
        svg.Title(id=f"{naming.id}-title", text=str(escape(naming.title))),
        svg.Desc(id=f"{naming.id}-desc", text=str(escape(naming.description))),
    ]
