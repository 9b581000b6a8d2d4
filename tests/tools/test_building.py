"""The build stops on every kind of mistake, and gives the same bytes for the same text."""

from __future__ import annotations

import gzip
import shutil
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from tools.build import ROOT, BuildFailed, as_brotli, build_site, compress, source_date_epoch
from tools.offline import FOLDER, FRONT_DOOR, pack, write_zip

NEEDED = ("docs", "data", "macros", "overrides", "tools", "hooks.py", "mkdocs.yml", "mkdocs-offline.yml", "LICENSE")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project that a test may break."""
    into = tmp_path / "copy"
    into.mkdir()
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, into / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, into / name)
    return into


PRIVACY = "docs/about/privacy.md"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        pytest.param("[broken](#no-such-anchor)", ["about/privacy.md", "no-such-anchor"], id="anchor"),
        pytest.param("{{ no_such_variable }}", ["about/privacy.md", "no_such_variable"], id="variable"),
    ],
)
def test_what_only_the_generator_can_see_stops_the_build_too(copy: Path, line: str, says: list[str]) -> None:
    """Everything else is found by the check, before anything is built: tests/test_broken_data.py."""
    page = copy / PRIVACY
    page.write_text(page.read_text(encoding="utf-8") + f"\n\n{line}\n", encoding="utf-8")
    with pytest.raises(BuildFailed) as failure:
        build_site(copy / "site", root=copy)
    for words in says:
        assert words in str(failure.value)


def test_the_offline_copy_is_the_same_bytes_each_time(offline_archive: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.zip"
    pack(again)
    assert again.read_bytes() == offline_archive.read_bytes()


def test_the_offline_copy_has_one_folder_with_one_file_to_open(offline_archive: Path) -> None:
    with zipfile.ZipFile(offline_archive) as zipped:
        names = [name.split("/") for name in zipped.namelist()]
    assert {parts[0] for parts in names} == {FOLDER}
    assert [parts[1] for parts in names if len(parts) == 2] == [FRONT_DOOR]


def test_a_zip_is_sorted_and_dated_by_the_text(tmp_path: Path) -> None:
    archive = tmp_path / "small.zip"
    write_zip(archive, {"b.txt": b"2", "a.txt": b"1"}, epoch=1_795_305_600)
    with zipfile.ZipFile(archive) as zipped:
        assert [(entry.filename, entry.date_time) for entry in zipped.infolist()] == [
            ("a.txt", (2026, 11, 22, 0, 0, 0)),
            ("b.txt", (2026, 11, 22, 0, 0, 0)),
        ]


def test_source_date_epoch_decides_the_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert source_date_epoch() == 1_000_000_000


def test_texts_worth_it_get_compressed_twins_that_hold_the_same(tmp_path: Path) -> None:
    long, short, picture = tmp_path / "sub" / "page.html", tmp_path / "tiny.js", tmp_path / "photo.png"
    long.parent.mkdir()
    long.write_text("bones and joints, " * 200, encoding="utf-8")
    short.write_text("1;", encoding="utf-8")
    picture.write_bytes(bytes(2000))
    assert compress(tmp_path) == 1
    assert gzip.decompress((long.parent / "page.html.gz").read_bytes()) == long.read_bytes()
    assert brotli.decompress((long.parent / "page.html.br").read_bytes()) == long.read_bytes()
    assert len(list(tmp_path.rglob("*.gz"))) == len(list(tmp_path.rglob("*.br"))) == 1


def test_what_no_page_fetches_gets_no_twins(tmp_path: Path) -> None:
    for name in ("downloads/data.json", "assets/javascripts/lunr/tinyseg.js", "assets/javascripts/page.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("bones and joints, " * 200, encoding="utf-8")
    assert compress(tmp_path) == 1
    assert (tmp_path / "assets/javascripts/page.js.br").is_file()


def test_a_large_text_is_compressed_well_but_not_for_long() -> None:
    words = " ".join(f"bone {number * number} joint {number}" for number in range(40_000)).encode()
    ours, took = _with_time(lambda: as_brotli(words))
    best, longest = _with_time(lambda: brotli.compress(words))
    assert took < longest / 3
    assert brotli.decompress(ours) == words
    assert len(best) < len(ours) < len(gzip.compress(words))


def _with_time(work: Callable[[], bytes]) -> tuple[bytes, float]:
    started = time.process_time()
    return work(), time.process_time() - started
