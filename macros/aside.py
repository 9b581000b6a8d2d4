"""What macros render stands aside while Markdown reads the words, and comes back after it.

Macros turn a quarter of a megabyte of words into some ten of markup, which no parser has to read again. So a macro
leaves a mark of a few signs in the page. A Python-Markdown extension hands what the mark stands for to Markdown's own
stash of finished markup (https://python-markdown.github.io/extensions/api/#htmlstash), as the extension for fenced
code does, and Markdown puts it back at its end. Any generator that runs Python-Markdown can use it.
"""

from __future__ import annotations

import re
from itertools import count

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

# Signs of the private use area: no page and no record has them .
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK = re.compile(rf"{_OPEN}(\d+){_CLOSE}")
_ALONE = re.compile(rf"^([ ]*){_OPEN}(\d+){_CLOSE}[ ]*$", re.MULTILINE)
_ANCHOR = re.compile(' id="([^"]+)"')  # with a plain space, which stands before it in all markup of ours

# After white space is made even (30), before fenced code (25) and raw markup (20) are read.
_PRIORITY = 29


class Asides:
    """What stands aside, by number. A page takes out what it put in, so nothing piles up while serving."""

    def __init__(self) -> None:
        self._kept: dict[int, str] = {}
        self._numbers = count(1)  # never one number twice, whatever a generator does at once

    def put(self, markup: str) -> str:
        """The mark that stands for `markup` in a page's text."""
        number = next(self._numbers)
        self._kept[number] = markup
        return f"{_OPEN}{number}{_CLOSE}"

    def take(self, number: str) -> str:
        return self._kept.pop(int(number))


ASIDES = Asides()


class AsideExtension(Extension):
    """Registers the preprocessor."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(_Asides(md), "asides", _PRIORITY)


def makeExtension(**options: object) -> AsideExtension:
    """The name that Python-Markdown looks for in a module that is listed as an extension."""
    return AsideExtension(**options)


class _Asides(Preprocessor):
    md: Markdown

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if _OPEN not in text:
            return lines
        # A block stands apart from the words around it, as raw markup does.
        text = _ALONE.sub(lambda found: f"\n{found[1]}{self._stashed(found[2])}\n", text)
        return _MARK.sub(lambda found: self._stashed(found[1]), text).split("\n")

    def _stashed(self, number: str) -> str:
        markup = ASIDES.take(number)
        self._tell_anchors(markup)
        return self.md.htmlStash.store(markup)

    def _tell_anchors(self, markup: str) -> None:
        """MkDocs checks links to anchors against those that it met while it read the page."""
        for other in self.md.treeprocessors:
            if hasattr(other, "present_anchor_ids"):
                other.present_anchor_ids.update(_ANCHOR.findall(markup))
