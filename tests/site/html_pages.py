"""Reads built HTML files: what tests ask about a page, found with the standard library's parser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# Attributes that name another file. A browser fetches all of them but the links of <a>.
_REFERENCES = {
    "a": ("href",),
    "link": ("href",),
    "script": ("src",),
    "img": ("src",),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "form": ("action",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
}
# These only tell about an address; no browser fetches it.
_LINK_RELATIONS_NOT_FETCHED = {"canonical", "prev", "next", "alternate"}


@dataclass(frozen=True)
class Element:
    tag: str
    attributes: dict[str, str]
    line: int

    def __str__(self) -> str:
        attributes = "".join(f' {name}="{value}"' for name, value in self.attributes.items())
        return f"line {self.line}: <{self.tag}{attributes}>"

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def is_fetched(self) -> bool:
        """Whether a browser fetches what the element refers to, without a click."""
        if self.tag == "link":
            return self.attributes.get("rel", "") not in _LINK_RELATIONS_NOT_FETCHED
        return self.tag not in ("a", "form")

    def references(self) -> list[str]:
        return [self.attributes[name] for name in _REFERENCES.get(self.tag, ()) if name in self.attributes]


@dataclass
class HtmlPage:
    """One built page. `file` is its path below the site's folder."""

    file: str
    source: str
    elements: list[Element] = field(default_factory=list)
    title: str = ""
    headings: list[str] = field(default_factory=list)

    def tagged(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]

    def meta(self, name: str) -> str | None:
        found = [e.attributes.get("content", "") for e in self.tagged("meta") if e.attributes.get("name") == name]
        return found[0] if found else None

    @property
    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    @cached_property
    def anchors(self) -> frozenset[str]:
        return frozenset(self.ids)


@cache
def read_pages(site: Path) -> dict[str, HtmlPage]:
    """Every HTML file of a built site, by its path. A site is read once."""
    files = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): _read(path, path.relative_to(site).as_posix()) for path in files}


def broken_references(site: Path, pages: dict[str, HtmlPage]) -> Iterator[str]:
    """Each link, anchor and file that does not lead anywhere, in words."""
    for page in pages.values():
        problem = cache(partial(_problem, site, pages, page))
        for element in page.elements:
            for reference in element.references():
                if said := problem(reference):
                    yield f"{page.file}, {element}: {said}"


def _problem(site: Path, pages: dict[str, HtmlPage], page: HtmlPage, reference: str) -> str | None:
    parts = urlsplit(reference)
    if parts.scheme in ("http", "https", "mailto", "tel", "data"):
        return None
    if parts.scheme:
        return f"a link of kind {parts.scheme}:"
    target = _target(site, page, unquote(parts.path))
    if target is None or not target.is_file():
        return f"there is no file for {reference}"
    if parts.fragment:
        there = pages.get(target.relative_to(site).as_posix())
        # Answers travel to a tool behind its id: #tool?question=answer
        if there is None or unquote(parts.fragment).partition("?")[0] not in there.anchors:
            return f"there is no anchor for {reference}"
    return None


def _target(site: Path, page: HtmlPage, path: str) -> Path | None:
    """The file that a path leads to, as a plain web server finds it. None outside the site."""
    here = site / page.file
    there = here if not path else site / path.lstrip("/") if path.startswith("/") else here.parent / path
    there = there.resolve()
    if path.endswith("/") or there.is_dir():
        there /= "index.html"
    return there if there.is_relative_to(site.resolve()) else None


def _read(path: Path, file: str) -> HtmlPage:
    source = path.read_text(encoding="utf-8")
    page = HtmlPage(file, source)
    parser = _Parser(page)
    parser.feed(source)
    parser.close()
    return page


class _Parser(HTMLParser):
    def __init__(self, page: HtmlPage) -> None:
        super().__init__()
        self._page = page
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, _ = self.getpos()
        self._page.elements.append(Element(tag, {name: value or "" for name, value in attrs}, line))
        if tag == "h1":
            self._page.headings.append("")
        if tag in ("title", "h1", "svg"):
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if self._inside == ["title"]:
            self._page.title += data
        elif self._inside == ["h1"]:
            self._page.headings[-1] += data
