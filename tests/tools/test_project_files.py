"""Files that people copy from or install from: the locks and the examples in CONTRIBUTING.md."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pydantic import BaseModel

from macros.records import Chart, Claim, PageMeta, Source
from macros.records.files.reading import parse_yaml

LOCKS = (
    "requirements.txt",
    "requirements-test.txt",
    "requirements-node.txt",
    "requirements-properdocs.txt",
    "requirements-zensical.txt",
)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_everything_by_hash_and_names_no_index(root: Path, lock: str) -> None:
    text = (root / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text and "--extra-index" not in text and "--find-links" not in text
    for block in re.split(r"\n(?=\S)", text):
        if "==" in block:
            assert "--hash=sha256:" in block, block


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(root: Path, lock: str) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    asked = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-test.txt": project["project"]["dependencies"] + groups["test"],
        "requirements-node.txt": groups["node"],
        "requirements-properdocs.txt": project["project"]["dependencies"] + groups["properdocs"],
        "requirements-zensical.txt": project["project"]["dependencies"] + groups["zensical"],
    }[lock]
    pinned: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([\w.]+)", (root / lock).read_text(encoding="utf-8"), re.MULTILINE):
        pinned.setdefault(canonicalize_name(name), []).append(version)
    assert asked
    for requirement in map(Requirement, asked):
        versions = pinned.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement.name} is not in {lock}: run `make lock`"
        assert all(requirement.specifier.contains(version) for version in versions), f"{requirement}: run `make lock`"


NAMED = re.compile(r"`((?:docs|docs-dev|data|macros|overrides|tools|tests|bench)/[^\s`]*)`")


def names_without_file(text: str, root: Path) -> list[str]:
    """Files and folders that a text names, as `docs/index.md`, and that are not there."""
    return [name for name in NAMED.findall(text) if not (root / name).exists() and "<" not in name]


def test_a_name_without_a_file_is_found(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "myths.yml").touch()
    text = "`data/` holds `data/myths.yml` and `data/myth.yml`; `docs/<section>/` is yours, not `python -m docs/x`."
    assert names_without_file(text, tmp_path) == ["data/myth.yml"]


def test_every_file_that_a_page_for_contributors_names_is_there(root: Path) -> None:
    pages = {root / "README.md", root / "CONTRIBUTING.md", *(root / "docs-dev").rglob("*.md")}
    pages -= {root / "docs-dev" / "map.md"}  # drawn from the tree, with names below overrides/assets/
    assert len(pages) > 10
    found = {page.name: names_without_file(page.read_text(encoding="utf-8"), root) for page in pages}
    assert {page: names for page, names in found.items() if names} == {}


def test_readme_shows_the_guide_in_a_small_picture_and_in_words(root: Path) -> None:
    commands, picture = (
        re.search(pattern, (root / "README.md").read_text(encoding="utf-8"))
        for pattern in (r"make serve.*\nmake test", r"!\[([^\]]+)\]\((\S+\.png)\)")
    )
    assert commands and picture and commands.start() < picture.start()
    assert len(picture[1].split()) > 20
    assert (root / picture[2]).stat().st_size < 150_000


MODELS: dict[str, type[BaseModel]] = {"source": Source, "claim": Claim, "chart": Chart, "page": PageMeta}


@pytest.mark.parametrize("kind", MODELS)
def test_examples_for_contributors_are_valid(root: Path, kind: str) -> None:
    guide = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    examples = re.findall(rf"^( *)```yaml {kind}\n(.*?)^\1```", guide, re.MULTILINE | re.DOTALL)
    assert examples
    for indent, example in examples:
        document = parse_yaml(re.sub(rf"^{indent}", "", example, flags=re.MULTILINE), "CONTRIBUTING.md")
        assert document.problems == []
        records = document.value if isinstance(document.value, list) else [document.value]
        for record in records:
            called = {"id": "as-its-file"} if kind == "chart" else {}
            MODELS[kind].model_validate({**called, **record})


def test_the_npm_lock_names_no_host(root: Path) -> None:
    assert "://" not in re.sub(r'"url": "[^"]*"', "", (root / "package-lock.json").read_text(encoding="utf-8"))
