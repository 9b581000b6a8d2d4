"""What takes long to make is kept on the disk; a lost or broken cache costs time and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.render.page import cached
from macros.render.page.cached import Texts, compiled_templates


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cached, "FOLDER", tmp_path / "cache")
    return tmp_path / "cache"


def get(name: str = "some") -> list[str]:
    """What a run makes; it writes at its end."""
    made: list[str] = []
    texts = Texts(name)
    for each in ("a", "b", "a"):
        assert texts.get([each], lambda each=each: made.append(each) or each.upper()) == each.upper()  # type: ignore[misc,func-returns-value]
    texts._write()
    return made


def test_each_text_is_made_once_and_never_again_by_a_later_run() -> None:
    assert get() == ["a", "b"]
    assert get() == []


@pytest.mark.parametrize("broken", ["", "[]", "{", '{"x": 1}'])
def test_a_broken_file_is_made_anew(folder: Path, broken: str) -> None:
    folder.mkdir()
    (folder / "some.json").write_text(broken, encoding="utf-8")
    assert get() == ["a", "b"]
    assert get() == []


def test_where_nothing_can_be_written_all_is_made_anew(folder: Path) -> None:
    folder.write_text("a file stands where the folder would", encoding="utf-8")
    assert get() == get() == ["a", "b"]
    assert compiled_templates() is None
