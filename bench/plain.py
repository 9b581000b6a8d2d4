"""What plain Material takes for the same pages: its theme and its search, our menu, features and extensions.

Nothing of ours is in it: no macro, hook, template or style. It is given either the articles as they were rendered, or
the bare words that macros stand in.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load

from .cost import Cost, build, median

_HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_ARTICLE = re.compile(r"<!--words .*?-->(.*?)<!--/words-->", re.DOTALL)
_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)


def on_the_same_articles(tree: Path, site: Path, runs: int) -> Cost:
    """`site` is what the tree was built into."""
    return _plain(tree, runs, {path: _head(text) + _article(site, path) for path, text in _words(tree).items()})


def on_the_bare_words(tree: Path, runs: int) -> Cost:
    return _plain(tree, runs, {path: _CALL.sub("", text) for path, text in _words(tree).items()})


def _plain(tree: Path, runs: int, pages: dict[str, str]) -> Cost:
    folder = tree / "plain"
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in pages.items():
        (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / path).write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_settings(tree), encoding="utf-8")
    return median(runs, lambda: build(folder, folder / "site"))


def _settings(tree: Path) -> str:
    ours = yaml_load((tree / "mkdocs.yml").read_text(encoding="utf-8"))
    theme = {name: ours["theme"][name] for name in ("name", "font", "features", "palette")}
    kept = {name: ours[name] for name in ("site_name", "nav", "not_in_nav", "markdown_extensions")}
    return yaml.safe_dump({**kept, "theme": theme, "plugins": ["search"]}, sort_keys=False)


def _words(tree: Path) -> dict[str, str]:
    docs = tree / "docs"
    return {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in sorted(docs.rglob("*.md"))}


def _head(text: str) -> str:
    found = _HEAD.match(text)
    return found[0] if found else ""


def _article(site: Path, path: str) -> str:
    """The markup of a built page's article. Markdown would end it at a blank line, so none is left."""
    folder = path.removesuffix(".md").removesuffix("index").rstrip("/")
    found = _ARTICLE.search((site / folder / "index.html").read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{path} was built without the marks of its words")
    return re.sub(r"\n\s*\n", "\n", found[1]).strip() + "\n"
