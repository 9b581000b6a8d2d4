"""Says in what two folders of the same site differ, built by two generators: pages, words, links, markup, files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from lxml import html

_ANYWHERE = "http://site/a/b/c/"  # links that climb too far lead out of it
_NAMED = 6  # of many alike, that are named in a table


@dataclass(frozen=True)
class Difference:
    """What differs, and where or how much."""

    what: str
    found: str
    must_not_be: bool = False


def compare(ours: Path, theirs: Path) -> list[Difference]:
    """Pages, the words of articles and links in articles must be the same; what is around them may differ."""
    our_files, their_files = _files(ours), _files(theirs)
    our_pages, their_pages = ({name for name in files if name.endswith(".html")} for files in (our_files, their_files))
    both = [(_Page(ours, name), _Page(theirs, name)) for name in sorted(our_pages & their_pages)]
    same_bytes = sum(one.content == other.content for one, other in both)
    found = [
        _listed("pages that are missing", our_pages - their_pages, must_not_be=True),
        _listed("pages that are new", their_pages - our_pages, must_not_be=True),
        _listed("words of articles", (a.name for a, b in both if a.words != b.words), must_not_be=True),
        _listed("links of articles", (a.name for a, b in both if a.links != b.links), must_not_be=True),
        _listed("words around articles", (a.name for a, b in both if a.words_around != b.words_around)),
        _listed("markup of articles", _kinds((a.elements, b.elements) for a, b in both)),
        _listed("markup around articles", _kinds((a.elements_around, b.elements_around) for a, b in both)),
        _listed("files that are missing", our_files - their_files - our_pages),
        _listed("files that are new", their_files - our_files - their_pages),
        Difference("pages that are the same, byte for byte", f"{same_bytes} of {len(both)}"),
    ]
    return [each for each in found if each is not None]


@dataclass(frozen=True)
class _Page:
    site: Path
    name: str

    @cached_property
    def content(self) -> bytes:
        return (self.site / self.name).read_bytes()

    @cached_property
    def words(self) -> list[str]:
        return [word for article in self._articles for word in _said(article)]

    @cached_property
    def words_around(self) -> list[str]:
        return _said(self._around)

    @cached_property
    def links(self) -> Counter[str]:
        """Where the links and files of articles lead, wherever the site stands."""
        here = _ANYWHERE + self.name.removesuffix("index.html")
        found = (e.get(kind) for article in self._articles for e in article.iter() for kind in ("href", "src"))
        return Counter(urljoin(here, link) for link in found if link is not None)

    @cached_property
    def elements(self) -> Counter[str]:
        return sum((_elements(article) for article in self._articles), Counter[str]())

    @cached_property
    def elements_around(self) -> Counter[str]:
        return _elements(self._around)

    @cached_property
    def _articles(self) -> list[Any]:
        return list(self._tree.iter("article"))

    @cached_property
    def _around(self) -> Any:
        around = html.fromstring(self.content.decode())  # another copy, as parts are taken out
        for article in list(around.iter("article")):
            article.drop_tree()
        return around

    @cached_property
    def _tree(self) -> Any:
        return html.fromstring(self.content.decode())


def _said(tree: Any) -> list[str]:
    return " ".join(tree.xpath(".//text()[not(parent::script or parent::style)]")).split()


def _elements(tree: Any) -> Counter[str]:
    """How often each kind of element stands there, by its name and classes."""
    return Counter(
        ".".join([each.tag, *each.get("class", "").split()]) for each in tree.iter() if isinstance(each.tag, str)
    )


def _kinds(pairs: Iterable[tuple[Counter[str], Counter[str]]]) -> list[str]:
    more: Counter[str] = Counter()
    for one, other in pairs:
        more.update(other)
        more.subtract(one)
    changed = [(kind, count) for kind, count in more.items() if count]
    return [f"{count:+} {kind}" for kind, count in sorted(changed, key=lambda each: (-abs(each[1]), each[0]))]


def _listed(what: str, names: Iterable[str], *, must_not_be: bool = False) -> Difference | None:
    """None where there are none. Sets come in order, lists stay in theirs."""
    names = sorted(names) if isinstance(names, (set, frozenset)) else list(names)
    if not names:
        return None
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return Difference(what, f"{len(names)}: {', '.join(names[:_NAMED])}{more}", must_not_be)


def _files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
