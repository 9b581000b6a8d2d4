"""The map is as the tree is, and finds all files of a component by its name alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.map import MAP, Component, called, components, drawn, untested


def test_the_map_is_drawn_from_the_tree_as_it_is(root: Path) -> None:
    assert (root / MAP).read_text(encoding="utf-8") == drawn(root), "draw it anew: python -m tools.map"


def test_every_component_is_rendered_by_a_test_of_its_name(root: Path) -> None:
    assert untested(root) == []


FILES = {
    "macros/macro.py": 'MACROS = {"pain_diary": Macro("doing.pain_diary")}\n',
    "macros/render/doing/__init__.py": '"""What a reader does."""\n',
    "macros/render/doing/pain_diary.py": 'def pain_diary():\n    return "doing/all.html", "doing/one.html"\n',
    "macros/render/doing/pain.py": 'def pain():\n    return rendered("doing/pain.html")\n',
    "macros/render/doing/sums.py": "def total():\n    return 1\n",
    "macros/render/doing/templates/all.html": '{% from "doing/_piece.html" import x %}',
    "macros/render/doing/templates/one.html": '{% from "page/_notes.html" import x %}',
    "macros/render/doing/templates/pain.html": "",
    "macros/render/doing/templates/_piece.html": "",
    "macros/render/page/templates/_notes.html": "",
    "macros/render/page/templates/_nothing.html": "",
    "macros/render/decisions/tool.py": 'rendered("decisions/tool.html")\n',
    "overrides/assets/stylesheets/tools/pain-diary.css": "/* A diary. */",
    "overrides/assets/stylesheets/decision-tool.css": "/* A tool. */",
    "overrides/assets/stylesheets/lists.css": "/* Lists: of all\n * kinds. */",
    "overrides/assets/scripts/pain-diary.chart.js": "",
    "overrides/assets/scripts/notes.js": "",
    "overrides/assets/scripts/painful.js": "// @ts-check\n// No part of pain. And more.\n",
    "tests/render/doing/test_pain_diary.py": "",
    "tests/browser/doing/test_pain_diary_saving.py": "",
    "tests/browser/doing/test_pain.py": "",
    "tests/browser/doing/pain_diary/test_sharing.py": "",
    "tests/browser/page/test_pain_diary.py": "",
    "tests/js/pain_diary_file.test.mjs": "",
}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if name.endswith(".py"):
            (path.parent / "__init__.py").touch()
    for package in ("macros", "macros/render", "tools"):
        (tmp_path / package).mkdir(exist_ok=True)
        (tmp_path / package / "__init__.py").touch()
    return tmp_path


def test_a_component_is_all_that_carries_its_name(small: Path) -> None:
    assert {(one.room, one.name): one for one in components(small)} == {
        ("decisions", "tool"): Component("decisions", "tool", (), (), ("decision-tool.css",), (), ()),
        ("doing", "pain"): Component("doing", "pain", (), ("pain.html",), (), (), ("browser/doing/test_pain.py",)),
        ("doing", "pain_diary"): Component(
            "doing",
            "pain_diary",
            ("pain_diary",),
            ("_piece.html", "all.html", "one.html"),
            ("tools/pain-diary.css",),
            ("pain-diary.chart.js",),
            (
                "render/doing/test_pain_diary.py",
                "browser/doing/pain_diary/test_sharing.py",
                "browser/doing/test_pain_diary_saving.py",
                "js/pain_diary_file.test.mjs",
            ),
        ),
        ("page", "notes"): Component("page", "notes", (), ("_notes.html",), (), ("notes.js",), ()),
    }


def test_a_component_that_no_test_of_its_name_renders_is_told(small: Path) -> None:
    assert [one.partition(" ")[0] for one in untested(small)] == ["decisions/tool", "doing/pain", "page/notes"]
    assert "write tests/render/doing/test_pain.py" in untested(small)[1]
    assert "| pain |  | `pain.html` |  |  | `browser/doing/test_pain.py` |" in drawn(small)
    assert "| notes |  | `_notes.html` |  | `notes.js` | `none` |" in drawn(small)


def test_what_carries_no_name_of_a_component_is_told_with_what_it_is_for(small: Path) -> None:
    rest = drawn(small).partition("no single component")[2]
    assert "| `scripts/painful.js` | No part of pain. |" in rest
    assert "| `stylesheets/lists.css` | Lists |" in rest
    assert "pain-diary" not in rest


def test_a_room_is_told_in_its_own_words_on_its_floor(small: Path) -> None:
    assert "| 0 | `macros/render/doing/` | What a reader does. |" in drawn(small)
    assert "`macros/render/` |" not in drawn(small)


def test_a_new_file_alters_the_map(small: Path) -> None:
    before = drawn(small)
    (small / "overrides" / "assets" / "stylesheets" / "pain.css").write_text("", encoding="utf-8")
    assert drawn(small) != before


def test_what_decisions_bring_says_that_it_is_theirs() -> None:
    assert called("decisions", "tool") == "decision-tool"
    assert called("doing", "pain_diary") == "pain-diary"
