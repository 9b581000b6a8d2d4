"""Help for authors while they work with MkDocs. Nothing that a reader sees depends on it: Zensical ignores hooks.

It mends five things that MkDocs 1.6 and mkdocs-macros 1.5 do:
- a saved change to macros/ was built with the old code (Python keeps what it once imported);
- broken front matter was printed as text of the page, and even a strict build passed;
- mistakes in data/ were shown below fifty lines of Python calls: here they stand alone;
- line numbers in errors of a macro were counted from below the front matter;
- the typeface had to be cut before the first build: here it is cut when it is missing.
"""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from tools.fonts import ensure_fonts

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

# As MkDocs reads it (mkdocs/utils/meta.py).
_FRONT_MATTER = re.compile(r"\A\ufeff?-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)

_BEFORE_OTHER_PLUGINS = event_priority(100)


@_BEFORE_OTHER_PLUGINS
def on_config(config: MkDocsConfig, **_: Any) -> MkDocsConfig:
    """Once before every build, also on every save while serving."""
    ensure_fonts()
    _forget_macros()
    _refuse_broken_data(Path(config.config_file_path).parent)
    return config


@_BEFORE_OTHER_PLUGINS
def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Refuse broken front matter, and push the text down to the line where it stands in its file."""
    source = page.file.content_string
    _check_front_matter(source, page.file.src_uri)
    lines_above = source.count("\n", 0, source.find(markdown)) if markdown and markdown in source else 0
    return "\n" * lines_above + markdown


def _forget_macros() -> None:
    for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
        del sys.modules[name]


def _refuse_broken_data(root: Path) -> None:
    """Load the library as define_env() will, which keeps it: it is not read twice."""
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    macros = importlib.import_module("macros")
    try:
        macros._library()
    except importlib.import_module("macros.records").InvalidLibrary as invalid:
        raise PluginError(f"mistakes in data/ or docs/:\n\n{invalid}") from None


def _check_front_matter(source: str, file: str) -> None:
    if not source.lstrip("\ufeff").startswith("---"):
        return
    match = _FRONT_MATTER.match(source)
    if not match:
        raise PluginError(f"docs/{file}: the front matter is not closed: put a line --- below its last field")
    try:
        fields = yaml.safe_load(match[1])
    except yaml.YAMLError as error:
        raise PluginError(f"docs/{file}: the front matter is not readable: {error}") from error
    if fields is not None and not isinstance(fields, dict):
        raise PluginError(f"docs/{file}: the front matter is a list of fields, each `name: value` on a line")
