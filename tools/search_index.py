"""Makes the index that search reads, from the built pages of any generator: `python -m tools.search_index SITE`.

A page is cut at its headings, so that a reader lands where the words stand. The format is the one that the theme's
search reads (material/plugins/search); its own plugin takes a fifth of a build for the same, in a parser of Python.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from lxml import etree

from macros.memory import Memory, mark_of

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
_BEGIN, _OVER, _END = "<!--words ", "-->", "<!--/words-->"
_EMPTY = re.compile(r"<(\w+)>\s*</\1>")

# What tools/search_index.xsl writes.
_STYLE = Path(__file__).with_suffix(".xsl")
_WORDS = etree.XSLT(etree.parse(_STYLE))
_PARSER = etree.HTMLParser(encoding="utf-8")
_HEADING_OR_END = re.compile("\ue003(.*?)\ue004(.*?)\ue005|\ue006", re.DOTALL)


@dataclass
class Section:
    """A heading and the words below it, up to the next."""

    id: str = ""
    title: str = ""
    text: str = ""


def write_index(site: Path, *, for_folder: bool = False) -> int:
    """Write the index of a built site: as JSON for pages from a server, or as a script for those from a folder.

    Returns how many entries it holds.
    """
    file = (site / INDEX).with_suffix(".js" if for_folder else ".json")
    file.parent.mkdir(exist_ok=True)
    memory, count = Memory(), 0
    program = mark_of(*(path.read_text(encoding="utf-8") for path in (Path(__file__), _STYLE)), etree.LXML_VERSION)
    with file.open("w", encoding="utf-8") as index:  # entry by entry, as all together would take much memory
        index.write(f'{"var __index = " if for_folder else ""}{{"config":{_as_json(_CONFIG)},"docs":[')
        for page in sorted(site.rglob("*.html")):
            for entry in _kept_entries(page, site, memory, program):
                index.write(f"{',' if count else ''}{_as_json(entry)}")
                count += 1
        index.write("]}")
    return count


def sections(markup: str) -> list[Section]:
    """What a page says, cut at each heading that has an address. The first part stands above the first of them.

    After the element that holds a heading, words belong to the heading before it again.
    """
    document = etree.HTML(f"<html><body>{markup}</body></html>".encode(), _PARSER)
    text = escape(str(_WORDS(document)), quote=False).replace("\ue001", "<").replace("\ue002", ">")
    before, *rest = _HEADING_OR_END.split(text)
    found = [Section(text=before)]
    open_ = [found[0]]
    for id, title, words in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        if id is None:
            open_.pop()
        elif not found[0].title and len(found) == 1:  # the page's own
            found[0].title = title
            open_.append(found[0])
        elif id:
            found.append(Section(id, title))
            open_.append(found[-1])
        else:
            open_.append(open_[-1])
            open_[-1].text += f" {title}"
        open_[-1].text += words
    return found


def _kept_entries(page: Path, site: Path, memory: Memory, program: str) -> list[dict[str, Any]]:
    """As `_entries`, found once for the same words."""
    weight, _, rest = page.read_text(encoding="utf-8").partition(_BEGIN)[2].partition(_OVER)
    boost, words = float(weight or 0), rest.partition(_END)[0]
    if not boost:  # left out of search on purpose
        return []
    address = page.relative_to(site).as_posix().removesuffix("index.html")
    name, mark = f"search {address}", mark_of(program, boost, words)
    found: list[dict[str, Any]] | None = memory.get(name, mark)
    if found is None:
        found = list(_entries(words, address, boost))
        memory.put(name, mark, found)
    return found


def _entries(words: str, address: str, boost: float) -> Iterator[dict[str, Any]]:
    for section in sections(words):
        title, text = (" ".join(part.split()) for part in (section.title, section.text))
        text = _EMPTY.sub("", text).strip()
        entry = {"location": address + (f"#{section.id}" if section.id else ""), "title": title, "text": text}
        yield entry if boost == 1 else {**entry, "boost": boost}


_as_json = json.JSONEncoder(separators=(",", ":")).encode


if __name__ == "__main__":
    print(f"search: {write_index(Path(sys.argv[1]), for_folder='--for-folder' in sys.argv)} entries")
