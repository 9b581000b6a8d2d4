"""What readers can take away holds everything, says its version and licence, and is the same bytes each time."""

from __future__ import annotations

import datetime
import io
import json
import re
import tomllib
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from macros.export.downloads import ARCHIVE, FOLDER, LICENCE, TITLE, VERSION, downloads
from macros.folder import data_files
from macros.library import Library
from macros.records.files.reading import parse_yaml
from macros.register import KINDS

DAY = datetime.date(2026, 11, 22)


@pytest.fixture(scope="module")
def files(root: Path, library: Library) -> dict[str, bytes]:
    return downloads(library, data_files(root), DAY)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_record_comes_back_from_json(files: dict[str, bytes], library: Library, kind: object) -> None:
    name, model, list_name = kind.name, kind.model, kind.root or kind.name  # type: ignore[attr-defined]
    alone = json.loads(files[f"{FOLDER}/json/{name}.json"], parse_float=Decimal)[list_name]
    together = json.loads(files[f"{FOLDER}/data.json"], parse_float=Decimal)[name]
    assert alone == together
    assert [model.model_validate(record) for record in alone] == list(library.kind(name).values())


def test_every_file_of_data_is_there_and_means_the_same(files: dict[str, bytes], root: Path) -> None:
    assert len(data_files(root)) > 1
    for path, content in data_files(root).items():
        download = files[f"{FOLDER}/data/{path}"].decode()
        assert parse_yaml(download, path).value == parse_yaml(content.decode(), path).value
        for schema in re.findall(r"\$schema=(\S+)", download):
            there = (Path(FOLDER) / "data" / path).parent / schema
            assert Path(*_resolved(there)).as_posix() in files


def test_version_and_licence_are_those_of_the_project(files: dict[str, bytes], root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
    assert LICENCE in project["license"]
    assert f"site_name: {TITLE}\n" in (root / "mkdocs.yml").read_text(encoding="utf-8")
    said = json.loads(files[f"{FOLDER}/data.json"])
    assert (said["title"], said["version"], said["licence"]) == (TITLE, VERSION, LICENCE)
    licence = files[f"{FOLDER}/LICENCE.txt"].decode()
    assert LICENCE in licence
    assert VERSION in licence
    assert "not yet reviewed by a clinician" in licence


def test_the_zip_holds_every_other_file_in_one_folder(files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(files[f"{FOLDER}/{ARCHIVE}"])) as zipped:
        held = {name.partition("/")[2]: zipped.read(name) for name in zipped.namelist()}
    assert held == {
        path.removeprefix(f"{FOLDER}/"): content for path, content in files.items() if not path.endswith(ARCHIVE)
    }


def test_the_same_data_gives_the_same_bytes(files: dict[str, bytes], root: Path, library: Library) -> None:
    assert downloads(library, data_files(root), DAY) == files


def _resolved(path: Path) -> list[str]:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return parts
