"""An article is made once for the same words, records, settings and files beside it, and comes back as it was."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin

import macros
from macros import memory as remembering
from macros.memory import Use
from tools.kept_pages import KeptPages

from .test_building import copied


class Site(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings
    """A site of a few pages that keeps its articles as hooks.py does, and tells which it made."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.settings: dict[str, Any] = {}
        self.marks: dict[Use, str] = {("terms", "bone"): "1"}
        self.program = "1"
        self.made: list[str] = []

    def build(self) -> list[str]:
        """The pages that were rendered for it."""
        self.made = []
        (self.folder / "mkdocs.yml").write_text(json.dumps({"site_name": "Small", **self.settings}), encoding="utf-8")
        config = load_config(str(self.folder / "mkdocs.yml"), theme="mkdocs", plugins=[])
        config.plugins["site"] = self
        build(config)
        return self.made

    def page(self, name: str, text: str) -> None:
        (self.folder / "docs").mkdir(exist_ok=True)
        (self.folder / "docs" / name).write_text(text, encoding="utf-8")

    def written(self) -> dict[str, str]:
        pages = sorted((self.folder / "site").rglob("index.html"))
        return {str(page): page.read_text(encoding="utf-8").partition("Build Date")[0] for page in pages}

    def on_nav(self, nav: Any, *, config: Any, files: Any) -> Any:
        self.kept = KeptPages(config, files)
        return nav

    def on_page_markdown(self, markdown: str, *, page: Any, config: Any, files: Any) -> str:
        if self.kept.recall(page):
            return ""
        self.made.append(page.file.src_uri)
        macros.USES[page.file.src_uri] = {("terms", "bone")} if "bone" in markdown else set()
        return markdown

    def on_page_content(self, html: str, *, page: Any, config: Any, files: Any) -> str:
        self.kept.keep(page, html)
        return html


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    site = Site(tmp_path)
    monkeypatch.setattr(remembering, "FOLDER", tmp_path / "kept")
    monkeypatch.setattr(macros, "USES", {})
    monkeypatch.setattr(macros, "page_inputs", lambda: (site.program, site.marks.__getitem__))
    site.page("index.md", "# Start\n\n## Of bone\n\n[There](a.md#more) & here.\n\n### Deep\n\n## More\n")
    site.page("a.md", "Words.\n\n## More\n\n[Back](index.md#start)\n")
    return site


def test_a_page_comes_back_as_it_was(small: Site) -> None:
    assert sorted(small.build()) == ["a.md", "index.md"]
    before = small.written()
    assert small.build() == []
    assert small.written() == before
    assert len(before) == 2


def test_a_page_is_made_anew_for_its_words_and_no_other(small: Site) -> None:
    small.build()
    small.page("a.md", "Other words.\n\n## More\n")
    assert small.build() == ["a.md"]
    assert "Other words." in "".join(small.written().values())


def test_a_page_is_made_anew_for_a_record_that_it_used(small: Site) -> None:
    small.build()
    small.marks["terms", "bone"] = "2"
    assert small.build() == ["index.md"]


def test_all_are_made_anew_for_the_program_the_settings_and_a_file_that_came(small: Site) -> None:
    small.build()
    small.program = "2"
    assert len(small.build()) == 2
    small.settings = {"markdown_extensions": [{"toc": {"permalink": "#"}}]}
    assert len(small.build()) == 2
    small.page("b.md", "New.")
    assert len(small.build()) == 3


def test_a_broken_link_is_told_each_time(small: Site, caplog: pytest.LogCaptureFixture) -> None:
    small.page("a.md", "[Gone](gone.md)\n\n## More\n")
    for _ in range(2):
        caplog.clear()
        assert "a.md" in small.build()
        assert "gone.md" in caplog.text


def test_an_anchor_that_went_is_told_of_a_page_that_was_kept(small: Site, caplog: pytest.LogCaptureFixture) -> None:
    small.settings = {"validation": {"anchors": "warn"}}
    small.build()
    assert "no-more" not in caplog.text
    small.page("a.md", "Words.\n\n## No more {#no-more}\n")
    assert small.build() == ["a.md"]
    assert "does not contain an anchor '#more'" in caplog.text


def test_what_was_kept_and_is_no_article_is_made_anew(small: Site) -> None:
    small.build()
    before = small.written()
    for file in (small.folder / "kept").iterdir():
        kept = json.loads(file.read_text(encoding="utf-8"))
        file.write_text(json.dumps({**kept, "value": {"content": 3}}), encoding="utf-8")
    assert len(small.build()) == 2
    assert small.written() == before


# Builds into the folder that is named, and prints the pages whose macros were called.
_BUILD = """
import json, sys
from tools.kept_pages import KeptPages
made, recall = [], KeptPages.recall
def listening(self, page):
    known = recall(self, page)
    made.extend([] if known else [page.file.src_uri])
    return known
KeptPages.recall = listening
from mkdocs.__main__ import cli
cli(["build", "-q", "--strict", "-d", sys.argv[1]], standalone_mode=False)
print(json.dumps(made))
"""


def made(tree: Path, into: str, day: int = 0) -> set[str]:
    """The pages that a build of the tree has made anew."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(1_795_600_000 + day * 86_400), "PYTHONPATH": "."}
    command = [sys.executable, "-c", _BUILD, into]
    run = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=True)
    return set(json.loads(run.stdout.splitlines()[-1]))


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


@pytest.mark.audit
def test_the_guide_from_memory_is_the_guide_whatever_has_changed(tmp_path: Path) -> None:
    """Byte for byte: after a word, a record, a template, code, a setting or the day, each builds what it must."""
    tree = copied(tmp_path / "tree")
    everything = made(tree, "first")
    assert len(everything) > 50
    assert made(tree, "again") == set()
    assert files(tree / "first") == files(tree / "again")

    page = "joints/sore-knees.md"
    change(tree / "docs" / page, "\n## ", "\nYou walk.\n\n## ")
    assert made(tree, "again") == {page}
    assert b"You walk." in files(tree / "again")["joints/sore-knees/index.html"]

    change(tree / "data" / "glossary.yml", "\n    plain: ", "\n    plain: In other words, ")
    of_a_word = made(tree, "again")
    assert "look-up/glossary.md" in of_a_word
    assert of_a_word < everything
    assert b"In other words, " in files(tree / "again")["look-up/glossary/index.html"]
    same_as_without_memory(tree)

    change(tree / "macros/render/evidence/templates/claim_chip.html", "}}\n", '}}<i data-new="1"></i>\n')
    assert made(tree, "again") == everything
    assert b'data-new="1"' in files(tree / "again")["joints/sore-knees/index.html"]
    change(tree / "macros/render/page/words.py", "\n", "\n# Other code.\n")
    assert made(tree, "again") == everything
    change(tree / "mkdocs.yml", 'permalink: "#"', 'permalink: "§"')
    assert made(tree, "again") == everything
    assert made(tree, "again", day=4_000) == everything
    same_as_without_memory(tree, day=4_000)


def same_as_without_memory(tree: Path, day: int = 0) -> None:
    made(tree, "remembered", day)
    shutil.rmtree(tree / ".cache")
    made(tree, "anew", day)
    assert files(tree / "remembered") == files(tree / "anew")
