"""What is remembered counts as long as nothing that it rests on has changed, and never stands in the way."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from macros import memory as remembering
from macros.__main__ import main
from macros.held import Held, found_before, found_right
from macros.library import Library, load_library
from macros.memory import ALL, Inputs, Memory, Use, inputs
from macros.uses import digests

KNEES, HIPS = ("claims", "knees"), ("claims", "hips")


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "kept")


def test_what_is_kept_comes_back_while_its_mark_is_the_same(memory: Memory) -> None:
    assert memory.get("a", "1") is None
    memory.put("a", "1", {"words": "“bones”"})
    assert memory.get("a", "1") == {"words": "“bones”"}
    assert memory.get("a", "2") is None
    assert memory.get("b", "1") is None


def test_what_was_made_of_records_counts_until_one_of_them_changes(memory: Memory) -> None:
    marks: dict[Use, str] = {KNEES: "k", HIPS: "h"}
    memory.put_of("page", "1", marks.__getitem__, {KNEES}, "article")
    assert memory.get_of("page", "1", marks.__getitem__) == ("article", {KNEES})
    assert memory.get_of("page", "1", {**marks, HIPS: "other"}.__getitem__) == ("article", {KNEES})
    assert memory.get_of("page", "1", {**marks, KNEES: "other"}.__getitem__) is None
    assert memory.get_of("page", "1", {HIPS: "h"}.__getitem__) is None
    assert memory.get_of("page", "2", marks.__getitem__) is None


def test_what_rests_on_something_without_a_mark_is_not_kept(memory: Memory) -> None:
    memory.put_of("page", "1", {KNEES: "k"}.__getitem__, {KNEES, ("files", ALL)}, "article")
    assert memory.get_of("page", "1", {KNEES: "k", ("files", ALL): "f"}.__getitem__) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b'{"mark": "1", "val',
        b"\x80\x04pickled",
        b"[]",
        b'{"mark": "1"}',
        b'{"mark": "1", "value": 1, "uses": 3}',
        b'{"mark": "1", "value": 1, "uses": [["claims"]]}',
        b"[" * 100_000,
    ],
)
def test_what_cannot_be_read_is_not_there_and_is_made_anew(memory: Memory, tmp_path: Path, content: bytes) -> None:
    memory.put_of("page", "1", {KNEES: "k"}.__getitem__, {KNEES}, "article")
    (file,) = (tmp_path / "kept").iterdir()
    file.write_bytes(content)
    assert memory.get_of("page", "1", {KNEES: "k"}.__getitem__) is None
    memory.put_of("page", "1", {KNEES: "k"}.__getitem__, {KNEES}, "again")
    assert memory.get_of("page", "1", {KNEES: "k"}.__getitem__) == ("again", {KNEES})
    assert list((tmp_path / "kept").iterdir()) == [file]  # and no half of one


def test_where_nothing_can_be_written_nothing_is_kept_and_that_is_all(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    memory = Memory(tmp_path / "file" / "kept")
    memory.put("a", "1", "words")
    assert memory.get("a", "1") is None
    memory.tidy()


def test_the_oldest_go(memory: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "_MOST_FILES", 3)
    for name in "abcde":
        memory.put(name, "1", name)
    memory.tidy()
    assert len(list((tmp_path / "kept").iterdir())) == 3


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name, text in {
        "data/a.yml": "a: 1",
        "docs/index.md": "Run.",
        "tests/test_memory.py": "",
        "mkdocs.yml": "x: 1",
        "code/a.py": "1",
        "check/a.py": "1",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def mark(tree: Path) -> str:
    return inputs(tree, tree / "code").mark


@pytest.mark.parametrize(
    "path",
    [
        "data/a.yml",
        "data/new.yml",
        "docs/index.md",
        "tests/test_memory.py",
        "mkdocs.yml",
        "code/a.py",
        "code/a.html",
        "check/a.py",
    ],
)
def test_all_that_a_build_reads_is_in_the_mark(tree: Path, path: str) -> None:
    before = mark(tree)
    assert mark(tree) == before
    (tree / path).write_text("other", encoding="utf-8")
    assert mark(tree) != before


def test_a_file_that_goes_or_is_renamed_is_in_the_mark(tree: Path) -> None:
    before = mark(tree)
    (tree / "docs" / "index.md").rename(tree / "docs" / "other.md")
    assert mark(tree) != before


def test_the_day_and_the_packages_are_in_the_mark(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    before = mark(tree)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305700")
    assert mark(tree) == before  # the same day
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1795305600 + 86400))
    assert mark(tree) != before
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    monkeypatch.setattr(remembering, "packages", lambda: ["markdown-9.dist-info"])
    assert mark(tree) != before


@pytest.fixture
def small(root: Path, tmp_path: Path) -> Path:
    for name in ("data", "docs"):
        shutil.copytree(root / name, tmp_path / "copy" / name)
    return tmp_path / "copy"


def test_a_tree_that_was_found_right_is_known_until_it_changes(small: Path, memory: Memory) -> None:
    before = found_before(small, memory)
    assert isinstance(before, Inputs)
    right = found_right(load_library(small), before, small, memory)
    assert found_before(small, memory) == right
    page = small / "docs" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nYou walk.\n", encoding="utf-8")
    assert isinstance(found_before(small, memory), Inputs)


def test_what_was_saved_while_it_was_read_is_not_called_right(small: Path, library: Library, memory: Memory) -> None:
    before = inputs(small)
    (small / "docs" / "new.md").write_text("Not read.", encoding="utf-8")
    found_right(library, before, small, memory)
    (small / "docs" / "new.md").unlink()
    assert isinstance(found_before(small, memory), Inputs)


def test_a_check_tells_of_a_mistake_that_is_made_after_all_was_well(
    small: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(remembering, "FOLDER", tmp_path / "kept")
    said = []
    for _ in range(2):
        assert main(["--root", str(small), "check"]) == 0
        said.append(capsys.readouterr())
    assert said[0] == said[1]
    page = small / "docs" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[Gone](gone.md)\n", encoding="utf-8")
    for _ in range(2):
        assert main(["--root", str(small), "check"]) == 1
        assert "gone.md" in capsys.readouterr().err


def test_each_thing_that_a_page_can_use_has_a_mark_of_its_own(library: Library) -> None:
    first, *_ = library.terms.values()
    terms = {**library.terms, first.id: first.model_copy(update={"plain": "Something else."})}
    before, after = digests(library), digests(replace(library, terms=MappingProxyType(terms)))
    assert before == digests(library)
    assert {use for use in before if before[use] != after[use]} == {("terms", first.id), ("terms", ALL)}


def test_what_was_not_there_has_a_mark_and_what_nobody_marks_has_none() -> None:
    held = Held(Inputs("", {}), "", (), "", {("terms", ALL): "all", ("terms", "bone"): "b"})
    assert held.digest(("terms", "bone")) == "b"
    assert held.digest(("terms", "joint")) not in ("b", "all")
    with pytest.raises(KeyError):
        held.digest(("files", ALL))
