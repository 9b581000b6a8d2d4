"""The article of a page is kept from one build to the next: Markdown is read again where it could come out otherwise.

hooks.py asks for it before a page's macros are called. A page is made anew when its words, a record that it was made
from, the program, the settings, the day, or the pages and files beside it have changed (macros/memory.py). What a
template of the theme puts around an article is never kept.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.toc import AnchorLink, TableOfContents

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


_HERE = Path(__file__)


class KeptPages:
    """The pages of one build with its settings."""

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        self._macros = importlib.import_module("macros")  # a saved change to them makes another module
        memory = importlib.import_module("macros.memory")
        self._mark_of, self._memory, self._files = memory.mark_of, memory.Memory(), files
        beside = sorted((file.src_uri, file.dest_uri) for file in files)
        self._settings = memory.mark_of(_settings(config))
        self._around = memory.mark_of(_HERE.read_text(encoding="utf-8"), self._settings, beside)
        self._heard = _Heard()

    def recall(self, page: Page) -> bool:
        """Give the page its article of last time, so that nothing is left to render; False where it may be another."""
        page.__dict__.pop("render", None)
        made_from, digest = self._made_from(page)
        found = self._memory.get_of(self._name(page), made_from, digest)
        if found is None or not _restored(page, found[0], self._files):
            self._heard.listen()
            return False
        self._macros.USES[page.file.src_uri] = found[1]
        page.__dict__["render"] = lambda *_: None
        return True

    def keep(self, page: Page, content: str) -> None:
        """Keep what was rendered, unless something was said of it: it would not be said again."""
        if "render" in page.__dict__ or self._heard.anything():
            return
        made_from, digest = self._made_from(page)
        uses = self._macros.USES.get(page.file.src_uri, ())
        self._memory.put_of(self._name(page), made_from, digest, uses, _plain(page, content))

    def tidy(self) -> None:
        self._memory.tidy()

    def _made_from(self, page: Page) -> tuple[str, Any]:
        of_all, digest = self._macros.page_inputs()
        return self._mark_of(of_all, self._around, page.file.src_uri, page.file.content_string), digest

    def _name(self, page: Page) -> str:
        """One for each page and settings, so that a page made anew takes the place of its older self."""
        return f"page {self._settings} {page.file.src_uri}"


class _Heard(logging.Handler):
    """Whether MkDocs had anything to say of a page: a link that leads nowhere, say."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self._said = 0

    def listen(self) -> None:
        self._said = 0
        logging.getLogger("mkdocs").addHandler(self)

    def anything(self) -> bool:
        logging.getLogger("mkdocs").removeHandler(self)
        return self._said > 0

    def emit(self, record: logging.LogRecord) -> None:
        self._said += 1


def _settings(config: MkDocsConfig) -> list[str]:
    """All that is set, but for plugins, which are objects: their settings stand in the file, as words that are read."""
    written = Path(config.config_file_path).read_text(encoding="utf-8")
    names = [name if isinstance(name, str) else type(name).__qualname__ for name in config.markdown_extensions]
    extra, marks = repr(config.extra), repr(config.mdx_configs)
    return [written, *names, marks, extra, str(config.site_url), str(config.use_directory_urls)]


def _plain(page: Page, content: str) -> dict[str, Any]:
    links = page.links_to_anchors or {}
    return {
        "content": content,
        "toc": [_entry(link) for link in page.toc],
        "title": page._title_from_render,
        "anchors": sorted(page.present_anchor_ids or ()),
        "links": {file.src_uri: anchors for file, anchors in links.items()},
    }


def _entry(link: AnchorLink) -> list[Any]:
    return [link.title, link.id, link.level, [_entry(child) for child in link.children]]


def _restored(page: Page, kept: Any, files: Files) -> bool:
    try:
        links = {files.src_uris[uri]: dict(anchors) for uri, anchors in kept["links"].items()}
        toc = _toc(kept["toc"])
        content, title, anchors = kept["content"], kept["title"], set(kept["anchors"])
    except (KeyError, TypeError, ValueError, AttributeError):
        return False
    if not isinstance(content, str):
        return False
    page.content, page.toc, page._title_from_render = content, toc, title
    page.present_anchor_ids, page.links_to_anchors = anchors, links
    return True


def _toc(entries: Iterable[Any]) -> TableOfContents:
    links = [_link(entry) for entry in entries]
    if links:
        links[0].active = True  # type: ignore[attr-defined]  # as mkdocs.structure.toc does
    return TableOfContents(links)


def _link(entry: Any) -> AnchorLink:
    title, id, level, children = entry
    link = AnchorLink(title, id, level)
    link.children = [_link(child) for child in children]
    return link
