"""What is taken out of our scripts before a browser gets them."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest

from tools.assets.bundles import ASSETS, ensure_bundles, shorter
from tools.assets.joined import joined, modules, needed

SCRIPTS = sorted((ASSETS / "scripts").rglob("*.js"))
MOST_BYTES = 21 * 1024  # with dom.js, which all scripts share; four of them tick signs and carry answers along


@pytest.mark.parametrize(
    ("script", "left"),
    [
        ("// What it is.\nlet a;\n", "let a;\n"),
        ("/** What `it` is. */\n\nlet a;\n", "let a;\n"),
        ("  /**\n   * @param {string} a\n   */\n  f(a);\n", "f(a);\n"),
        ("let a = /** @type {Element} */ (b);\n", "let a = (b);\n"),
        ('let a = "https://b"; // c\n', 'let a = "https://b";\n'),
        ('let a = \'"\' + "b // c"; // d\n', 'let a = \'"\' + "b // c";\n'),
        ('let a = "\\" // b";\n', 'let a = "\\" // b";\n'),
        ("let a = `${b ? `c // d` : e}`;\n", "let a = `${b ? `c // d` : e}`;\n"),
        ("let a = `/** ${b} */`;\n", "let a = `/** ${b} */`;\n"),
    ],
)
def test_only_comments_indents_and_empty_lines_go(script: str, left: str) -> None:
    assert shorter(script) == left


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_no_text_of_ours_spans_lines_which_would_lose_its_spaces(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.lstrip().startswith(("//", "*", "/**")) and line.count("`") % 2] == []


def test_a_type_at_the_start_of_a_line_takes_nothing_after_it_along() -> None:
    script = "  /** @type {Element} */ (one).hidden = true;\n  two();\n  /** Three. */\n  three();\n"
    assert shorter(script) == "(one).hidden = true;\ntwo();\nthree();\n"


def test_scripts_of_the_decision_tool_are_small() -> None:
    known = modules(ASSETS / "scripts")
    tool = shorter(joined(needed(["decisions/decision-tool"], known), known))
    assert len(gzip.compress(tool.encode(), 9)) < MOST_BYTES


def test_files_are_written_when_one_is_missing_or_no_longer_made(tmp_path: Path) -> None:
    assert ensure_bundles(tmp_path)
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert not ensure_bundles(tmp_path)
    (tmp_path / "guide.css").unlink()
    (tmp_path / "old.css").write_text("a{}", encoding="utf-8")
    assert ensure_bundles(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == written


def test_files_are_written_when_what_they_were_made_from_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ensure_bundles(tmp_path / "built")
    shutil.copytree(ASSETS, tmp_path / "assets", ignore=shutil.ignore_patterns("built"))
    (tmp_path / "assets" / "stylesheets" / "base.css").write_text("html{margin:1px}", encoding="utf-8")
    monkeypatch.setattr("tools.assets.bundles.ASSETS", tmp_path / "assets")
    assert ensure_bundles(tmp_path / "built")
    assert "html{margin:1px}" in (tmp_path / "built" / "guide.css").read_text(encoding="utf-8")
