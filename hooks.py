"""Help for authors while they work with MkDocs. Nothing that a reader sees depends on it: Zensical ignores hooks.

It adds what readers can download, so that links to it are checked (tools/build.py does the same for any generator).

It mends three things that MkDocs 1.6 and mkdocs-macros 1.5 do:
- a saved change to macros/ was built with the old code (Python keeps what it once imported);
- mistakes in data/ or docs/ were shown below fifty lines of Python calls: here they stand alone;
- line numbers in errors of a macro were counted from below the front matter.
Whoever calls MkDocs itself gets the steps around it too: tools/assets/ before, tools/search_index.py after.
"""

from __future__ import annotations

import gc
import importlib
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

from tools.assets import ensure_assets
from tools.assets.bundles import EARLY
from tools.assets.joined import BrokenScript
from tools.kept_pages import KeptPages
from tools.search_index import write_index

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

_BEFORE_OTHER_PLUGINS = event_priority(100)


@_BEFORE_OTHER_PLUGINS
def on_config(config: MkDocsConfig, **_: object) -> MkDocsConfig:
    """Once before every build, also on every save while serving."""
    gc.disable()
    root = Path(config.config_file_path).parent
    try:
        ensure_assets()
    except BrokenScript as broken:
        raise PluginError(str(broken)) from None
    _forget_changed_macros(root / "macros")
    _refuse_broken_data(root)
    if not gc.get_freeze_count():
        gc.freeze()  # what was read stays
    return config


def on_files(files: Files, config: MkDocsConfig, **_: object) -> Files:
    """What the site holds beside its pages (tools/build.py puts it there for any other generator).

    Not the many small files that its styles and scripts are joined from: no page asks for them.
    """
    alone = {f"assets/scripts/{name}.js" for name in EARLY}
    for file in [*files]:
        if file.src_uri.startswith(("assets/scripts/", "assets/stylesheets/")) and file.src_uri not in alone:
            files.remove(file)
    made = importlib.import_module("macros").files(directory_urls=config.use_directory_urls)
    for path, content in made.items():
        files.append(File.generated(config, path, content=content))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files, **_: object) -> Navigation:
    """All files are known now, which the links of a page depend on."""
    _kept["pages"] = KeptPages(config, files)
    return nav


def on_env(env: Environment, **_: object) -> Environment:
    """The theme's templates are compiled once, as ours are."""
    env.bytecode_cache = importlib.import_module("macros.render.page.cached").compiled_templates()
    return env


def on_post_page(output: str, page: Page, **_: object) -> str:
    """A page that is written need not stay in memory."""
    page.content = page.markdown = ""
    _collect_seldom()
    return output


def on_post_build(config: MkDocsConfig, **_: object) -> None:
    """The index of all words, from the pages as they stand."""
    write_index(Path(config.site_dir))
    _kept["pages"].tidy()


@_BEFORE_OTHER_PLUGINS
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Nothing, where the article is known already; else the text with its macros filled in.

    What is left for the plugin to fill, or to find wrong, stands on the lines where it stands in its file.
    """
    if _kept["pages"].recall(page):
        return ""
    macros = importlib.import_module("macros")
    markdown = macros.filled(markdown, page.file.src_uri, directory_urls=config.use_directory_urls)
    source = page.file.content_string
    lines_above = source.count("\n", 0, source.find(markdown)) if markdown and markdown in source else 0
    return "\n" * lines_above + markdown


def on_page_content(html: str, page: Page, **_: object) -> str:
    """An article that was rendered is kept for the next build."""
    _kept["pages"].keep(page, html)
    _collect_seldom()
    return html


_kept: dict[str, KeptPages] = {}


def _collect_seldom() -> None:
    """Look for circles among objects: Python by itself would do so far more often, which takes a tenth of a build."""
    if next(_done) % 40 == 0:
        gc.collect()


_done = count(1)


_seen: dict[Path, int] = {}


def _forget_changed_macros(folder: Path) -> None:
    now = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.suffix in (".py", ".html")}
    if _seen and now != _seen:
        for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
            del sys.modules[name]
    _seen.clear()
    _seen.update(now)


def _refuse_broken_data(root: Path) -> None:
    """What did not change since it was last found right is not read again."""
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    macros = importlib.import_module("macros")
    try:
        macros.renew()
    except importlib.import_module("macros.records").InvalidLibrary as invalid:
        raise PluginError(f"mistakes in data/ or docs/:\n\n{invalid}") from None
