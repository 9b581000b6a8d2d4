"""Makes the index that search reads, from the built pages of any generator: `python -m tools.search_index SITE`.

A page is cut at its headings, so that a reader lands where the words stand. The format is the one that the theme's
search reads (material/plugins/search); its own plugin takes a fifth of a build for the same, in a parser of Python.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from lxml import etree, html

INDEX = "search/search_index"

# Words end at spaces, at hyphens and dashes, at slashes, and at dots that do not stand in a number.
_SEPARATOR = r'[\s\u200b\-–—/,:!=\[\]()"“”‘’]+|\.(?!\d)'
_CONFIG = {
    "lang": ["en"],
    "separator": _SEPARATOR,
    "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}},
}

# As overrides/partials/content.html marks them, with the weight that the page's front matter gives them.
_WORDS = re.compile(r"<!--words ([\d.]+)-->(.*?)<!--/words-->", re.DOTALL)
_HEADINGS = {f"h{level}" for level in range(1, 7)}
_SILENT = {"script", "style", "template", "object"}
_KEPT = {"p", "li", "ol", "ul", "sub", "sup", "code", "pre"}
_IN_A_LINE = {"a", "abbr", "b", "button", "cite", "em", "i", "small", "span", "strong", "sub", "sup", "code"}
_EMPTY = re.compile(r"<(\w+)>\s*</\1>")


@dataclass
class Section:
    """A heading and the words below it, up to the next. `inside` is how deep the element lies that holds it."""

    id: str | None = None
    inside: int = 0
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def write_index(site: Path, *, for_folder: bool = False) -> int:
    """Write the index of a built site: as JSON for pages from a server, or as a script for those from a folder.

    Returns how many entries it holds.
    """
    entries = [entry for page in sorted(site.rglob("*.html")) for entry in _entries(page, site)]
    text = json.dumps({"config": _CONFIG, "docs": entries}, separators=(",", ":"))
    file = site / INDEX
    file.parent.mkdir(exist_ok=True)
    if for_folder:
        file.with_suffix(".js").write_text(f"var __index = {text}", encoding="utf-8")
    else:
        file.with_suffix(".json").write_text(text, encoding="utf-8")
    return len(entries)


def sections(markup: str) -> list[Section]:
    """What a page says, cut at each heading that has an address. The first part stands above the first of them."""
    found = [Section()]
    open_: list[Section] = [found[0]]
    depth = skipping = 0
    title: list[str] | None = None  # that of the heading one stands in
    root = html.fragment_fromstring(markup, create_parent="div")
    for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
        if event == "comment":
            _say(element.tail, open_[-1].text if title is None else title, skipping)
            continue
        tag, attributes = element.tag, element.attrib
        if event == "start":
            depth += 1
            if skipping or tag in _SILENT or "data-search-exclude" in attributes or _is_permalink(attributes):
                skipping += 1
                continue
            if tag == "h1" and len(found) == 1:  # the page's own
                title = found[0].title
            elif tag in _HEADINGS and "id" in attributes:
                open_.append(Section(attributes["id"], depth - 1))
                found.append(open_[-1])
                title = open_[-1].title
            into = open_[-1].text if title is None else title
            if tag in _KEPT:
                into.append(f"<{tag}>")
            elif tag not in _IN_A_LINE:
                into.append(" ")
            _say(element.text, into, skipping)
            continue
        depth -= 1
        if skipping:
            skipping -= 1
        elif tag in _HEADINGS and title is not None:
            title = None
        elif tag in _KEPT:
            (open_[-1].text if title is None else title).append(f"</{tag}>")
        while len(open_) > 1 and open_[-1].inside > depth:  # what held the heading is over
            open_.pop()
        _say(element.tail, open_[-1].text if title is None else title, skipping)
    return found


def _entries(page: Path, site: Path) -> Iterator[dict[str, Any]]:
    found = _WORDS.search(page.read_text(encoding="utf-8"))
    if not found:  # left out of search on purpose
        return
    boost = float(found[1])
    address = page.relative_to(site).as_posix().removesuffix("index.html")
    for section in sections(found[2]):
        title, text = ("".join(part) for part in (section.title, section.text))
        text = _EMPTY.sub("", re.sub(r"\s+", " ", text)).strip()
        entry = {"location": address + (f"#{section.id}" if section.id else ""), "title": title.strip(), "text": text}
        yield entry if boost == 1 else {**entry, "boost": boost}


def _say(text: str | None, into: list[str], skipping: int) -> None:
    if text and not skipping:
        into.append(escape(text, quote=False))


def _is_permalink(attributes: Any) -> bool:
    return bool(attributes.get("class") == "headerlink")


if __name__ == "__main__":
    print(f"search: {write_index(Path(sys.argv[1]), for_folder='--for-folder' in sys.argv)} entries")
