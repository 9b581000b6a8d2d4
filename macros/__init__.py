"""The macros that a page can call. The only module that knows the site generator (mkdocs-macros or Zensical)."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .day import today
from .held import Held, found_before, found_right
from .memory import Inputs, Memory, Use, inputs, mark_of

if TYPE_CHECKING:
    from .library import Library
    from .render.page.context import PageContext

ROOT = Path(__file__).resolve().parent.parent

# The page being rendered. Whoever renders one page twice in a row takes it out in between.
CONTEXTS: dict[str, PageContext] = {}
# Of each page what it was made from, noted while it is rendered.
USES: dict[str, set[Use]] = {}


def define_env(env: Any) -> None:
    """Called by the macros plugin: registers every macro in `macros.macro.MACROS`.

    Raises InvalidLibrary, with every problem in words, when data/ or docs/ holds a mistake: no site is built then.
    """
    from . import ensure, render_macro  # of the package that stays: Zensical runs this file anew for each page
    from .aside import ASIDES, AsideExtension
    from .macro import MACROS
    from .render.page.folding import FoldingExtension
    from .render.page.ringing import RingingExtension
    from .zensical import as_in_file

    def register(name: str) -> None:
        def call(*arguments: str) -> str:
            rendered = render_macro(name, arguments, _path(env.page), directory_urls=_directory_urls(env))
            return ASIDES.put(rendered if hasattr(env.page, "file") else as_in_file(rendered, env.page.path))

        call.__name__ = name
        env.macro(call, name)

    known = env.conf["markdown_extensions"]
    for extension in (AsideExtension, FoldingExtension, RingingExtension):
        if not any(one == extension.__module__ or isinstance(one, extension) for one in known):
            known.append(extension())
    ensure()  # mistakes show before the first page is rendered
    for name in MACROS:
        register(name)


def render_macro(name: str, arguments: tuple[str, ...], path: str, *, directory_urls: bool) -> str:
    """What a macro says on the page `path`. Both it and its library are read when the first page asks for them."""
    from .render.macros import MACROS
    from .render.page.context import PageContext
    from .uses import watched

    if path not in CONTEXTS:
        CONTEXTS.clear()
        library = watched(whole_library(), USES.setdefault(path, set()))
        CONTEXTS[path] = PageContext(library, path, directory_urls, today(), _offline_copy())
    return MACROS[name](CONTEXTS[path], *arguments)


def filled(markdown: str, path: str, *, directory_urls: bool) -> str:
    """The words of a page with a mark for each macro that it calls: quicker than as a template, with the same result.

    What is no plain call of a macro is left to the plugin, which says what is wrong with it.
    """
    from .aside import ASIDES
    from .macro import MACROS
    from .records.page import OPENING, with_calls_filled

    def fill(name: str, arguments: tuple[str, ...]) -> str:
        return ASIDES.put(render_macro(name, arguments, path, directory_urls=directory_urls))

    def without(name: str, _: tuple[str, ...]) -> str:
        return "" if name in MACROS else "{{"

    is_plain = "{{-" not in markdown and "-}}" not in markdown  # which take away the white space beside them
    if not is_plain or OPENING.search(with_calls_filled(markdown, without)):
        return markdown
    return with_calls_filled(markdown, fill)


def files(*, directory_urls: bool) -> dict[str, bytes]:
    """What the site holds beside its pages, by path below it (hooks.py and `python -m macros files` put it there)."""
    memory, now = Memory(), ensure()
    data = {path: mark for path, mark in now.inputs.words.items() if path.startswith("data/")}
    site = os.environ.get("SITE_URL", "") if directory_urls else ""  # a folder has no address (mkdocs-offline.yml)
    name, made_from = f"files {directory_urls} {site}", mark_of(now.inputs.program, data)
    found = memory.get_of(name, made_from, now.digest)
    if found is not None:
        return {path: content.encode("latin-1") for path, content in found[0].items()}

    from .folder import data_files
    from .render.site_files import site_files
    from .uses import watched

    uses: set[Use] = set()
    library = watched(whole_library(), uses)
    made = site_files(library, data_files(ROOT), today(), directory_urls=directory_urls, site=site)
    content = {path: content.decode("latin-1") for path, content in made.items()}
    memory.put_of(name, made_from, now.digest, uses, content)
    return made


def page_inputs() -> tuple[str, Callable[[Use], str]]:
    """What every page rests on, as a mark, and the mark of each thing of the library that it may use."""
    now = ensure()
    return mark_of(now.inputs.program, _offline_copy()), now.digest


def _offline_copy() -> int | None:
    """The size of the zip that will lie in the site (tools/build.py says where it is now)."""
    archive = os.environ.get("OFFLINE_COPY")
    return Path(archive).stat().st_size if archive else None


def renew() -> Held:
    """Look again before a build. Raises InvalidLibrary; what was known before then stays."""
    now = found_before(ROOT)
    if isinstance(now, Inputs):
        known = _CURRENT.get("held")
        now = known if known and known.inputs == now else _read(now)
    _CURRENT["held"] = now
    _warn_of_reviews(now.due_in_a_line)
    return now


def ensure() -> Held:
    """All is well, as this process or one before it has found. Raises InvalidLibrary."""
    return _CURRENT.get("held") or renew()


def whole_library() -> Library:
    """The library, read when somebody needs more of it than to know that all is well."""
    if _CURRENT.get("mark") != ensure().inputs.mark:
        _CURRENT["held"] = _read(inputs(ROOT))
    library: Library = _CURRENT["library"]
    return library


def _read(now: Inputs) -> Held:
    from .library import load_library

    read = load_library(ROOT)
    _CURRENT.update(library=read, mark=now.mark)
    return found_right(read, now, ROOT)


_CURRENT: dict[str, Any] = {}


def _warn_of_reviews(due: str) -> None:
    """Says in the log what is due for a fresh look. No strict build stops for it: it is not the author's mistake."""
    if due:
        # Not MkDocs' own log, whose warnings stop a strict build.
        logging.getLogger("macros").warning("WARNING -  %s", due)


def _path(page: Any) -> str:
    """Where a page stands below docs/. MkDocs' pages have a file, Zensical's have a path."""
    path: str = page.file.src_uri if hasattr(page, "file") else page.path
    return path


def _directory_urls(env: Any) -> bool:
    return bool(env.conf.get("use_directory_urls", True))
