"""Whatever a contributor breaks, the check says where, what and how to mend it, all at once, and exits with 1."""

from __future__ import annotations

import filecmp
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.__main__ import main
from tools.build import BuildFailed, build_site

from . import decisions, evidence, pages
from .breaking import Breaking

SLIPS = (*decisions.SLIPS, *evidence.SLIPS, *pages.SLIPS)


@pytest.fixture(scope="module")
def one_copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what contributors edit."""
    copy = tmp_path_factory.mktemp("copy")
    for folder in ("data", "docs"):
        shutil.copytree(root / folder, copy / folder)
    shutil.copy(root / "mkdocs.yml", copy)
    return copy


@pytest.fixture
def copy(root: Path, one_copy: Path) -> Iterator[Path]:
    """The copy, as whole afterwards as before."""
    yield one_copy
    for path in filter(Path.is_file, one_copy.rglob("*")):
        original = root / path.relative_to(one_copy)
        if not original.exists():
            path.unlink()
        elif not filecmp.cmp(path, original):
            shutil.copy2(original, path)


def broken(folder: Path, slip: Breaking) -> None:
    path = folder / slip.file
    text, found = re.subn(slip.pattern, slip.by, path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    assert found == 1, f"{slip.name}: the pattern is not in {slip.file} any more"
    path.write_text(text, encoding="utf-8")


Check = Callable[[Path], str]


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    """Runs `python -m macros check` on a folder that must not pass; gives what it printed."""

    def run(folder: Path) -> str:
        assert main(["--root", str(folder), "check"]) == 1
        return capsys.readouterr().err

    return run


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name.replace(" ", "-"))
def test_a_slip_is_reported_with_its_line_and_its_fix(copy: Path, check: Check, slip: Breaking) -> None:
    broken(copy, slip)
    said = check(copy)
    assert "Traceback" not in said
    lines = said.splitlines()
    at = next((index for index, line in enumerate(lines) if slip.says in line), None)
    assert at is not None, said
    assert re.match(rf"{re.escape(slip.file)}:\d+:\d+: ", lines[at]) or "data/" in lines[at] or "docs/" in lines[at], (
        said
    )
    assert slip.fix in "\n".join(lines[at : at + 3]), said
    assert any(line.startswith(("    fix: ", "    allowed: ")) for line in lines[at : at + 3]), said


def test_the_days_of_a_break_are_moved_in_one_file(copy: Path, check: Check) -> None:
    """The row, the words and the example that name them, and the version: no claim, page or script names them again."""
    table = copy / "data" / "decisions" / "restart-after-break.yml"
    text = table.read_text(encoding="utf-8")
    for old, new in (
        ('days-off: ">= 14"', 'days-off: ">= 21"'),
        ("14: [two weeks]", "21: [three weeks]"),
        ("Two weeks or more", "Three weeks or more"),
        ("given: {days-off: 14}", "given: {days-off: 21}"),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    table.write_text(text, encoding="utf-8")
    said = check(copy)
    assert said.endswith("1 problem found. Nothing was written.\n"), said
    [print_] = re.findall(r"their fingerprint is (\w{8})", said)
    table.write_text(re.sub(r'(fingerprint: ")\w{8}("\}\n)\Z', rf"\g<1>{print_}\2", text), encoding="utf-8")
    assert main(["--root", str(copy), "check"]) == 0


def test_every_slip_is_reported_in_one_run(copy: Path, check: Check) -> None:
    several = [
        slip for slip in SLIPS if slip.name in ("a missing field", "a wrong word", "a bad DOI", "an unknown page")
    ]
    for slip in several:
        broken(copy, slip)
    said = check(copy)
    assert all(slip.says in said for slip in several), said
    assert re.search(r"\d+ problems found\. Nothing was written\.", said)


def test_a_file_that_nothing_reads_is_pointed_out(copy: Path, check: Check) -> None:
    (copy / "data" / "claims" / "notes.yaml").write_text("claims: []\n", encoding="utf-8")
    assert "data/claims/notes.yaml:1:1: nothing reads this file" in check(copy)


def test_text_that_is_not_utf8_is_refused(copy: Path, check: Check) -> None:
    (copy / "data" / "glossary.yml").write_bytes(b"terms:\n  - id: caf\xe9\n")
    assert "data/glossary.yml:2:12: this file is not UTF-8 text" in check(copy)


def test_a_broken_row_stops_the_build_and_leaves_no_site(root: Path, tmp_path: Path) -> None:
    project, site = tmp_path / "project", tmp_path / "site"
    shutil.copytree(
        root, project, ignore=shutil.ignore_patterns(".venv", ".git", "node_modules", "site", "dist", ".*_cache")
    )
    broken(project, next(slip for slip in SLIPS if slip.name == "a hole"))
    with pytest.raises(BuildFailed) as failure:
        build_site(site, root=project)
    said = str(failure.value)
    assert re.search(r"data/decisions/long-run-check\.yml:\d+:\d+: no rule for:", said)
    assert "Traceback" not in said
    assert not list(site.rglob("*.html")) if site.exists() else True
