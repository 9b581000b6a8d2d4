"""The macros that a page can call. The only module that knows the site generator (mkdocs-macros or Zensical)."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .day import today

if TYPE_CHECKING:
    from .library import Library
    from .render.page.context import PageContext

ROOT = Path(__file__).resolve().parent.parent

# The page being rendered. Whoever renders one page twice in a row takes it out in between.
CONTEXTS: dict[str, PageContext] = {}
# Of each page what it was made from, noted where somebody wants to know it (tools/serve/builder.py).
USES: dict[str, set[tuple[str, str]]] | None = None


def define_env(env: Any) -> None:
    """Called by the macros plugin: registers every macro in `macros.render.MACROS`.

    Raises InvalidLibrary, with every problem in words, when data/ or docs/ holds a mistake: no site is built then.
    """
    from . import _library  # of the package that stays: Zensical runs this file anew for each page
    from .aside import ASIDES, AsideExtension
    from .render.macros import MACROS
    from .render.page.folding import FoldingExtension
    from .render.page.ringing import RingingExtension
    from .zensical import as_in_file

    def context() -> PageContext:
        """The context of the page being rendered, kept until the next page."""
        from .render.page.context import PageContext
        from .uses import watched

        path = _path(env.page)
        if path not in CONTEXTS:
            CONTEXTS.clear()
            library = _library() if USES is None else watched(_library(), USES.setdefault(path, set()))
            CONTEXTS[path] = PageContext(library, path, _directory_urls(env), today(), _offline_copy())
        return CONTEXTS[path]

    def register(name: str, macro: Callable[..., str]) -> None:
        def call(*arguments: str) -> str:
            rendered = macro(context(), *arguments)
            return ASIDES.put(rendered if hasattr(env.page, "file") else as_in_file(rendered, env.page.path))

        call.__name__, call.__doc__ = name, macro.__doc__
        env.macro(call, name)

    known = env.conf["markdown_extensions"]
    for extension in (AsideExtension, FoldingExtension, RingingExtension):
        if not any(one == extension.__module__ or isinstance(one, extension) for one in known):
            known.append(extension())
    _library()  # mistakes show before the first page is rendered
    for name, macro in MACROS.items():
        register(name, macro)


def files(*, directory_urls: bool) -> dict[str, bytes]:
    """What the site holds beside its pages, by path below it (hooks.py and `python -m macros files` put it there)."""
    from .folder import data_files
    from .render.site_files import site_files

    return site_files(_library(), data_files(ROOT), today(), directory_urls=directory_urls)


def _offline_copy() -> int | None:
    """The size of the zip that will lie in the site (tools/build.py says where it is now)."""
    archive = os.environ.get("OFFLINE_COPY")
    return Path(archive).stat().st_size if archive else None


def _warn_of_reviews(library: Library) -> None:
    """Says in the log what is due for a fresh look. No strict build stops for it: it is not the author's mistake."""
    from .checks.expiry import in_a_line, reviews_due

    due = reviews_due(library, today())
    if due:
        # Not MkDocs' own log, whose warnings stop a strict build.
        logging.getLogger("macros").warning("WARNING -  %s", in_a_line(due, today()))


def renew() -> Library:
    """Read what has changed since the last time. Raises InvalidLibrary; what was read before then stays."""
    from .library import load_library

    library = _CURRENT["library"] = load_library(ROOT)
    _warn_of_reviews(library)
    return library


def _library() -> Library:
    return _CURRENT.get("library") or renew()


_CURRENT: dict[str, Library] = {}


def _path(page: Any) -> str:
    """Where a page stands below docs/. MkDocs' pages have a file, Zensical's have a path."""
    path: str = page.file.src_uri if hasattr(page, "file") else page.path
    return path


def _directory_urls(env: Any) -> bool:
    return bool(env.conf.get("use_directory_urls", True))
