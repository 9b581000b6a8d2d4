"""The schemas for editors: stored, up to date, and as strict as the models on every file of data/."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from macros.__main__ import main
from macros.export.schemas import schemas
from macros.folder import data_files
from macros.records.files.reading import parse_yaml
from macros.register import KINDS, Kind


def validator(kind: Kind) -> Draft202012Validator:
    schema: dict[str, Any] = json.loads(schemas([kind])[f"{kind.name}.schema.json"])
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_stored_schemas_are_those_of_the_models(root: Path) -> None:
    assert main(["--root", str(root), "schema", "--check"]) == 0, "run `python -m macros schema`"


def test_schema_command_mends_what_is_stale_and_deletes_what_is_left_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "docs-dev" / "schemas"
    folder.mkdir(parents=True)
    (folder / "claims.schema.json").write_text("{}", encoding="utf-8")
    (folder / "gone.schema.json").write_text("{}", encoding="utf-8")
    assert main(["--root", str(tmp_path), "schema", "--check"]) == 1
    assert "gone.schema.json is stale" in capsys.readouterr().err
    assert main(["--root", str(tmp_path), "schema"]) == 0
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == schemas(KINDS)
    assert main(["--root", str(tmp_path), "schema", "--check"]) == 0


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_data_file_is_valid_by_its_schema(root: Path, kind: Kind) -> None:
    found = validator(kind)
    files = {path: content for path, content in data_files(root).items() if Path(path).match(kind.pattern)}
    assert files
    for path, content in files.items():
        value = parse_yaml(content.decode(), path).value
        assert [f"{path}: {error.json_path}: {error.message}" for error in found.iter_errors(value)] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_unknown_field_is_invalid_by_the_schema(kind: Kind) -> None:
    value: dict[str, Any] = {kind.root: [{"no_such_field": 1}]} if kind.root else {"no_such_field": 1}
    assert any("no_such_field" in error.message for error in validator(kind).iter_errors(value))
