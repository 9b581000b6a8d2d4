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

from macros.export.downloads import OFFLINE_COPY
from tools import website
from tools.build import ROOT, BuildFailed, build_site, source_date_epoch
from tools.offline import FOLDER, FRONT_DOOR, GUIDE, pack, write_zip

NEEDED = (
    "docs",
    "data",
    "macros",
    "check",
    "overrides",
    "tools",
    "hooks.py",
    "mkdocs.yml",
    "mkdocs-offline.yml",
    "LICENSE",
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project that a test may break."""
    return copied(tmp_path / "copy")


def copied(into: Path) -> Path:
    """All that a build reads, in a folder that remembers nothing."""
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


@pytest.fixture
def other_order(copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy that remembers no build, for one in which sets come in another order."""
    monkeypatch.setenv("PYTHONHASHSEED", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(source_date_epoch()))
    return copy


@pytest.mark.audit
def test_the_site_is_the_same_bytes_each_time(site: Path, other_order: Path, offline_archive: Path) -> None:
    again = other_order / "site"
    build_site(again, root=other_order, offline_copy=offline_archive)
    first, second = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (site, again)
    )
    assert len(first) > 100
    assert [str(path) for path in first.keys() | second.keys() if first.get(path) != second.get(path)] == []


@pytest.mark.audit
def test_the_offline_copy_is_the_same_bytes_each_time(offline_archive: Path, other_order: Path) -> None:
    again = other_order / "again.zip"
    pack(again, other_order)
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
    assert website.compress(tmp_path) == 1
    assert gzip.decompress((long.parent / "page.html.gz").read_bytes()) == long.read_bytes()
    assert brotli.decompress((long.parent / "page.html.br").read_bytes()) == long.read_bytes()
    assert len(list(tmp_path.rglob("*.gz"))) == len(list(tmp_path.rglob("*.br"))) == 1


def test_what_no_page_fetches_gets_no_twins(tmp_path: Path) -> None:
    for name in ("downloads/data.json", "assets/javascripts/lunr/tinyseg.js", "assets/javascripts/page.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("bones and joints, " * 200, encoding="utf-8")
    assert website.compress(tmp_path) == 1
    assert (tmp_path / "assets/javascripts/page.js.br").is_file()


def test_a_large_text_is_compressed_well_but_not_for_long() -> None:
    words = " ".join(f"bone {number * number} joint {number}" for number in range(40_000)).encode()
    ours, took = _with_time(lambda: website.as_brotli(words))
    best, longest = _with_time(lambda: brotli.compress(words))
    assert took < longest / 3
    assert brotli.decompress(ours) == words
    assert len(best) < len(ours) < len(gzip.compress(words))


def _with_time(work: Callable[[], bytes]) -> tuple[bytes, float]:
    started = time.process_time()
    return work(), time.process_time() - started


def test_the_site_carries_the_offline_copy_and_says_how_large_it_is(site: Path, offline_archive: Path) -> None:
    assert (site / OFFLINE_COPY).read_bytes() == offline_archive.read_bytes()
    page = (site / "about" / "offline-copy" / "index.html").read_text(encoding="utf-8")
    assert f'href="../../{OFFLINE_COPY}" download' in page
    assert f"{offline_archive.stat().st_size / 1_000_000:.1f} MB, made on " in page


def test_the_offline_copy_does_not_hold_itself_and_says_so(offline_folder: Path) -> None:
    assert list(offline_folder.rglob(Path(OFFLINE_COPY).name)) == []
    page = (offline_folder / GUIDE / "about" / "offline-copy.html").read_text(encoding="utf-8")
    assert "It does not hold the zip file itself" in page
    assert OFFLINE_COPY not in page


def test_a_website_is_built_with_the_copy_that_was_just_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def build(into: Path, *, offline_copy: Path) -> None:
        (into / "index.html").write_bytes(offline_copy.read_bytes() * 1000)

    monkeypatch.setattr(website, "pack", lambda archive: archive.write_bytes(b"packed"))
    monkeypatch.setattr(website, "build_site", build)
    website.make_website(tmp_path)
    assert (tmp_path / "index.html").read_bytes() == b"packed" * 1000
    assert (tmp_path / "index.html.br").is_file()


@pytest.mark.parametrize(("address", "lines"), [(None, 2), ("", 2), ("https://guide.example.org/", 1)])
def test_without_an_address_one_line_says_how_to_give_one(
    address: str | None, lines: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(website, "make_website", lambda _into: None)
    monkeypatch.delenv("SITE_URL", raising=False)
    if address is not None:
        monkeypatch.setenv("SITE_URL", address)
    assert website.main(["site"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert len(said) == lines
    assert all("set SITE_URL" in line for line in said[1:])
