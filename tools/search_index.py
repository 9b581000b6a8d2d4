"""Makes the index that search reads, from the built pages of any generator: `python -m tools.search_index SITE`.

It says which word stands in which part of which page, and holds no text of a page but what a result shows. A page is
cut at its headings, so that a reader lands where the words stand. What the parts of a page count for, and how a word
that is typed meets one that is written, is said where they are read: scripts/wanted/search.ranking.js.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

from lxml import etree

from macros.memory import Memory, mark_of

# A script and no JSON, as pages that are opened from a folder may not fetch.
INDEX = "search/search_index.js"
_BEGINS = "var searchIndex="

# As overrides/partials/content.html marks them, with the weight and the lay words of the page's front matter.
_BEGIN, _OVER, _END = "<!--words ", "-->", "<!--/words-->"
_ABOUT = re.compile(r'<meta name="description" content="(.*?)"')
_TYPE = re.compile(r'data-page-type="(.*?)"')
_FIRST_QUESTION = re.compile(r'class="decision-question__ask".*?>(.*?)</h', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
# As macros/render/evidence/templates/glossary.html marks what a word is also called.
_TERM = re.compile(
    r'<h\d id="term-[^>]*>(?P<term>[^<]*)(?:(?!</section).)*?data-search-also>(?P<also>[^<]*)<'
    r'(?:(?!</section).)*?data-search-leads href="(?P<page>[^"]*)"',
    re.DOTALL,
)

# What tools/search_index.xsl writes.
_STYLE = Path(__file__).with_suffix(".xsl")
_WORDS = etree.XSLT(etree.parse(_STYLE))
_PARSER = etree.HTMLParser(encoding="utf-8")
_HEADING_OR_END = re.compile("\ue003(.*?)\ue004(.*?)\ue005|\ue006", re.DOTALL)

# A page that weighs so little is a list, of sources or claims: each of its entries is known by how it begins.
_LIST, _MOST_OF_AN_ENTRY = 0.5, 240
_SIGN_OF_OWNING = re.compile(r"['’]s\b|['’]")
_WORD = re.compile(r"[^\W_]+")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass
class Section:
    """A heading and the words below it, up to the next."""

    id: str = ""
    title: str = ""
    text: str = ""


@dataclass(frozen=True)
class Indexed:
    """What the index says of a page, and its words, place by place.

    The places are: title, lay words, what it is about, opening, and then for each part its heading and its text.
    """

    shown: dict[str, object]
    places: tuple[frozenset[str], ...]
    also: tuple[dict[str, str], ...]  # what the page, as a glossary, says that words are also called


def write_index(site: Path) -> int:
    """Write the index of a built site. Returns how many pages it knows. A page that did not change is not cut again."""
    pages: list[Indexed] = []
    also: list[dict[str, str]] = []
    places: dict[str, list[int]] = {}
    at, memory = 0, Memory()
    program = mark_of(*(path.read_text(encoding="utf-8") for path in (Path(__file__), _STYLE)), etree.LXML_VERSION)
    for path in sorted(site.rglob("*.html")):
        page = _indexed(path, site, memory, program)
        if page is None:
            continue
        pages.append(page)
        also += page.also
        for number, words in enumerate(page.places, at):
            for word in words:
                places.setdefault(word, []).append(number)
        at += len(page.places)
    index = {
        "pages": [page.shown for page in pages],
        "also": also,
        "words": ",".join(f"{word} {_in_steps(places[word])}" for word in sorted(places)),
    }
    file = site / INDEX
    file.parent.mkdir(exist_ok=True)
    file.write_text(_BEGINS + json.dumps(index, separators=(",", ":"), ensure_ascii=False), encoding="utf-8")
    return len(pages)


def read_index(site: Path) -> dict[str, object]:
    """The index of a site as data."""
    found: dict[str, object] = json.loads((site / INDEX).read_text(encoding="utf-8").removeprefix(_BEGINS))
    return found


def words_in(text: str) -> frozenset[str]:
    """The words of a text as the index holds them. wanted/search.words.js parts in the same way what is typed."""
    return frozenset(_WORD.findall(_SIGN_OF_OWNING.sub("", text.lower())))


def sections(markup: str) -> list[Section]:
    """What a page says, cut at each heading that has an address. The first part stands above the first of them.

    After the element that holds a heading, words belong to the heading before it again.
    """
    document = etree.HTML(f"<html><body>{markup}</body></html>".encode(), _PARSER)
    before, *rest = _HEADING_OR_END.split(str(_WORDS(document)))
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


def _indexed(path: Path, site: Path, memory: Memory, program: str) -> Indexed | None:
    """What the index says of a page, found out once for the same page."""
    markup = path.read_text(encoding="utf-8")
    if _BEGIN not in markup:
        return None
    address = path.relative_to(site).as_posix().removesuffix("index.html")
    name, mark = f"search {address}", mark_of(program, markup)
    known: list[Any] | None = memory.get(name, mark)
    if known is None:
        page = _cut(markup, address)
        memory.put(
            name, mark, [page.shown, [" ".join(sorted(words)) for words in page.places], page.also] if page else []
        )
        return page
    return Indexed(known[0], tuple(frozenset(words.split()) for words in known[1]), tuple(known[2])) if known else None


def _cut(markup: str, address: str) -> Indexed | None:
    head, _, marked = markup.partition(_BEGIN)
    said, _, rest = marked.partition(_OVER)
    weight, _, asked_as = said.partition(" ")
    if not float(weight or 0):  # left out of search on purpose
        return None
    lay, words = _plain(asked_as), rest.partition(_END)[0]
    opening, *parts = sections(words)
    title, about = _plain(opening.title), _first(_ABOUT, head)
    kind, asks = _first(_TYPE, head), _first(_FIRST_QUESTION, words)
    most = _MOST_OF_AN_ENTRY if float(weight) < _LIST else None
    texts = [title, lay, f"{about} {asks}", opening.text[:most]]
    for part in parts:
        texts += [part.title, part.text[:most]]
    shown = {
        "url": address,
        "title": title,
        "about": about,
        **({"tool": asks} if kind == "tool" else {}),
        **({"weight": float(weight)} if float(weight) != 1 else {}),
        **({"lay": lay.split(", ")} if lay else {}),
        "parts": [[part.id, _plain(part.title)] for part in parts],
    }
    also = tuple(
        {"term": unescape(one["term"]), "also": unescape(one["also"]), "url": _led_to(address, one["page"])}
        for one in _TERM.finditer(words)
    )
    return Indexed(shown, tuple(map(words_in, texts)), also)


def _first(pattern: re.Pattern[str], markup: str) -> str:
    found = pattern.search(markup)
    return _plain(_TAG.sub("", found[1])) if found else ""


def _plain(text: str) -> str:
    return " ".join(unescape(text).split())


def _led_to(address: str, link: str) -> str:
    """Where a relative link on a page leads, from the top of the site."""
    folders = address.split("/")[:-1]
    while link.startswith("../"):
        folders, link = folders[:-1], link.removeprefix("../")
    return "/".join((*folders, link.removeprefix("./")))


def _in_steps(numbers: Iterable[int]) -> str:
    """Rising numbers, each as the step from the one before it, to the base of 36."""
    return " ".join(map(_short, _steps(numbers)))


def _steps(numbers: Iterable[int]) -> Iterator[int]:
    return (after - before for before, after in pairwise((0, *numbers)))


def _short(number: int) -> str:
    return _DIGITS[number] if number < 36 else _short(number // 36) + _DIGITS[number % 36]


if __name__ == "__main__":
    print(f"search: {write_index(Path(sys.argv[1]))} pages")
