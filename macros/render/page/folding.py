"""A section whose heading is marked `{: .fold }` is folded: its heading is the line that opens it.

The words stay in the page: a reader without scripts opens them, search finds them, a link to the heading opens them
(theme/folds.js), and paper shows what stands there anyway.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from ...checks.pages.markup import FOLD

# After headings got their classes (attr_list, 8) and their ids and links (toc, 5).
_PRIORITY = 2
_HEADINGS = ("h1", "h2")


class FoldingExtension(Extension):
    """Registers the tree processor."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Folding(md), "folding", _PRIORITY)


def makeExtension(**options: object) -> FoldingExtension:
    """The name that Python-Markdown looks for in a module that is listed as an extension."""
    return FoldingExtension(**options)


class _Folding(Treeprocessor):
    def run(self, root: Element) -> None:
        children = list(root)
        root[:] = []
        fold: Element | None = None
        for child in children:
            if child.tag in _HEADINGS:
                fold = _opened_by(child) if FOLD in child.get("class", "").split() else None
                root.append(child if fold is None else fold)
            else:
                (root if fold is None else fold).append(child)


def _opened_by(heading: Element) -> Element:
    heading.attrib.pop("class")
    for link in heading.findall("a[@class='headerlink']"):
        heading.remove(link)  # a link in a line that opens would be a second thing to press
    fold = Element("details", {"class": FOLD, "data-print-open": ""})
    SubElement(fold, "summary").append(heading)
    return fold
