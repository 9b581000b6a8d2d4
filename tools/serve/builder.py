"""Builds the site, then only what depends on what was saved. conversation.py asks for it and tells of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypedDict

from mkdocs.commands.build import _build_page, _populate_page, build
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

import macros
from macros.memory import Use
from macros.uses import changed
from tools.assets import ensure_assets
from tools.search_index import write_index

from .inputs import ROOT, fingerprints, is_asset, is_words

STAMP = ".made-from.json"


class Said(TypedDict, total=False):
    """What a builder tells."""

    pages: list[str]  # addresses that were built again; "*" for all
    styles: bool  # only styles did
    later: bool  # they had been left for later
    problems: str  # what is wrong, in words, until it is mended; empty when all is well
    seconds: float


class Builder:
    """One site, kept up to date with its words and rows."""

    def __init__(self, into: Path, address: str) -> None:
        self._into = into
        self._address = address
        self._library: Any = None
        self._kept = _Kept()
        self._config: Any = None
        self._late: set[str] = set()  # pages that nobody looks at and that are due
        macros.USES.clear()

    def begin(self) -> Said:
        """Build all of it, or what has changed since the folder was made."""
        ensure_assets()
        now, before = fingerprints(), self._stamp()
        differing = {path for path in {*now, *before} if now.get(path) != before.get(path)}
        macros.renew()
        self._library = macros.whole_library()
        if before and not [path for path in differing if not is_words(path)] and not _structure(differing):
            self._prepare()
            return self._words(differing, []) if differing else {"pages": [], "problems": ""}
        self._everything()
        return {"pages": ["*"], "problems": ""}

    def renew(self, paths: Iterable[str], looking_at: Sequence[str]) -> Said:
        """Build what depends on the files that were saved; first what somebody looks at."""
        paths = set(paths)
        if paths and all(map(is_asset, paths)):
            return self._assets(paths)
        return self._words(paths, looking_at)

    def rest(self) -> Said | None:
        """What was left for later; then the folder is up to date, and says so to the next start."""
        late, self._late = sorted(self._late), set()
        self._build(late)
        if not self._is_stamped():
            for path, content in macros.files(directory_urls=True).items():
                _write(self._into / path, content)
            write_index(self._into)
            self._put_stamp()
        return {"pages": [self._url(path) for path in late], "later": True} if late else None

    # The whole

    def _everything(self) -> None:
        self._config = self._load()
        build(self._config, serve_url=self._address)
        self._put_stamp()

    def _prepare(self) -> None:
        """As far as a build goes before its first page: the menu, the templates, the titles of all pages."""
        self._config = config = self._load()
        plugins = config.plugins
        config = plugins.on_config(config)
        plugins.on_pre_build(config=config)
        files = get_files(config)
        env = config.theme.get_env()
        files.add_files_from_theme(env, config)
        files = plugins.on_files(files, config=config)
        set_exclusions(files, config)
        plugins.on_nav(get_navigation(files, config), config=config, files=files)
        for file in files.documentation_pages():
            if file.page is None:
                Page(None, file, config)
            file.page.read_source(config)
        plugins.on_env(env, config=config, files=files)

    def _load(self) -> Any:
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(self._into), site_url=self._address)
        config.plugins["what_is_kept"] = self._kept
        config.plugins.on_startup(command="serve", dirty=False)
        return config

    # What depends on a change

    def _words(self, paths: Iterable[str], looking_at: Sequence[str]) -> Said:
        macros.renew()
        before, after = self._library, macros.whole_library()
        pages = {path.removeprefix("docs/") for path in paths if path.startswith("docs/") and path.endswith(".md")}
        differing: set[Use] = changed(before, after) if before is not after else set()
        pages |= {path for path, used in macros.USES.items() if used & differing}
        for path in paths:  # a picture
            if path.startswith("docs/") and not path.endswith(".md"):
                shutil.copy2(ROOT / path, self._into / path.removeprefix("docs/"))
        self._unstamp()
        titles = {path for kind, path in differing if kind == "pages" and path != "*"}
        if any(self._title(before, path) != self._title(after, path) for path in titles):
            pages |= set(after.pages)  # menus name it
        first = (
            [path for path in pages if self._url(path) in looking_at]
            or sorted(pages & _own(paths))
            or sorted(pages)[:1]
        )
        self._build(first)
        self._library = after
        self._late |= pages - set(first)
        return {"pages": [self._url(path) for path in first], "problems": ""}

    def _build(self, paths: Iterable[str]) -> None:
        config, files, nav, env = self._config, self._kept.files, self._kept.nav, self._kept.env
        documents = files.documentation_pages()
        for path in paths:
            file = files.get_file_from_path(path)
            if file is None or file.page is None:
                continue
            macros.CONTEXTS.clear()
            macros.USES.pop(path, None)
            _populate_page(file.page, config, files)
            _build_page(file.page, config, documents, nav, env)

    def _assets(self, paths: Iterable[str]) -> Said:
        ensure_assets()
        built = ROOT / "overrides" / "assets" / "built"
        sources = [*built.glob("[!.]*"), *(ROOT / path for path in paths if (ROOT / path).is_file())]
        for source in sources:
            target = self._into / source.relative_to(ROOT / "overrides")
            if not target.is_file() or target.read_bytes() != source.read_bytes():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
        self._put_stamp()
        return {"styles": all(path.endswith(".css") for path in paths), "pages": ["*"], "problems": ""}

    def _url(self, path: str) -> str:
        file = self._kept.files.get_file_from_path(path)
        return f"/{file.url}" if file and file.url != "./" else "/"

    def _title(self, library: Any, path: str) -> str | None:
        page = library.pages.get(path)
        return page.meta.title if page else None

    # The stamp says what the folder was made from

    def _stamp(self) -> dict[str, str]:
        try:
            found = json.loads((self._into / STAMP).read_text(encoding="utf-8"))
            macros.USES.update({page: {(kind, key) for kind, key in used} for page, used in found["uses"].items()})
            return dict(found["inputs"])
        except (OSError, ValueError, KeyError):
            return {}

    def _put_stamp(self) -> None:
        uses = {page: sorted(used) for page, used in macros.USES.items()}
        _write(self._into / STAMP, json.dumps({"inputs": fingerprints(), "uses": uses}).encode())

    def _unstamp(self) -> None:
        (self._into / STAMP).unlink(missing_ok=True)

    def _is_stamped(self) -> bool:
        return (self._into / STAMP).is_file()


class _Kept(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings
    """What MkDocs makes before it builds pages, kept to build one of them again."""

    files: Any = None
    nav: Any = None
    env: Any = None

    def on_nav(self, nav: Any, *, config: Any, files: Any) -> Any:
        self.nav = nav
        return nav

    def on_env(self, env: Any, *, config: Any, files: Any) -> Any:
        self.env, self.files = env, files
        return env


def _structure(paths: Iterable[str]) -> bool:
    """Whether pages came or went: the menu and all pages change then."""
    return any(path.startswith("docs/") and path.endswith(".md") and not (ROOT / path).is_file() for path in paths)


def _own(paths: Iterable[str]) -> set[str]:
    return {path.removeprefix("docs/") for path in paths}


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
