"""What a macro knows of the page it stands on, whatever generator builds it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from posixpath import relpath

from ...library import Library


@dataclass
class PageContext:
    """One page while it is rendered. Links are relative, so that the site works from any folder."""

    library: Library
    path: str  # below docs/, such as bones/does-running-build-bone.md
    directory_urls: bool  # whether x/y.md is published as x/y/ (hosted) or x/y.html (offline)
    today: datetime.date
    offline_copy: int | None = None  # how many bytes the zip has that the site carries, if it does
    claims_used: list[str] = field(default_factory=list)  # in order of first use, for the page's sources
    sources_used: list[str] = field(default_factory=list)
    _links: dict[str, str] = field(default_factory=dict)  # by page: most have many links to the same few

    def url(self, target: str) -> str:
        """A relative link from this page to a page of docs/, with its #anchor if it has one."""
        page, _, anchor = target.partition("#")
        if page == self.path and anchor:
            return f"#{anchor}"
        if page not in self._links:
            self._links[page] = self._link(page)
        return f"{self._links[page]}#{anchor}" if anchor else self._links[page]

    def file(self, path: str) -> str:
        """A relative link from this page to a file of the site that is no page, such as downloads/data.json."""
        here = self._published(self.path)
        return relpath(path, (here if here.endswith("/") else here.rpartition("/")[0]) or ".")

    def title(self, target: str) -> str:
        """The title of a page of docs/."""
        return self.library.pages[target.partition("#")[0]].meta.title

    def that_calls(self, macro: str, argument: str | None) -> str | None:
        """This page, if it calls the macro so; else the page for readers that calls it most often."""
        return self.library.page_that_calls(self.path, macro, argument)

    def use(self, claim: str) -> None:
        if claim not in self.claims_used:
            self.claims_used.append(claim)

    def _link(self, page: str) -> str:
        here, there = self._published(self.path), self._published(page)
        if page == self.path:  # a folder's own address is ./ and a file's is its name
            return "./" if self.directory_urls else there.rpartition("/")[2]
        folder = here if here.endswith("/") or not here else here.rpartition("/")[0]
        return relpath(there or ".", folder or ".") + ("/" if there.endswith("/") or not there else "")

    def _published(self, page: str) -> str:
        """The address of a page below the site's root; folders end in a slash when addresses are folders."""
        stem = page.removesuffix(".md")
        if not self.directory_urls:
            return f"{stem}.html"
        if stem == "index":
            return ""
        return f"{stem.removesuffix('/index')}/"
