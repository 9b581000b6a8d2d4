"""`python -m macros diff REV` compares decisions by their outcomes and claims by what they say."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.__main__ import main

Diff = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def committed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide's data in a repository of its own: at `empty` there is none, at `broken` one file has a mistake."""
    folder = tmp_path_factory.mktemp("guide")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", "Nothing yet")
    git(folder, "tag", "empty")
    for name in ("data", "docs"):
        shutil.copytree(root / name, folder / name)
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "The guide")
    git(folder, "tag", "whole")
    edit(folder, "data/decisions/sore-today.yml", "hit_policy: first", "hit_policy: the first")
    git(folder, "commit", "--quiet", "--all", "-m", "A mistake")
    git(folder, "tag", "broken")
    edit(folder, "data/decisions/sore-today.yml", "hit_policy: the first", "hit_policy: first")
    return folder


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


def edit(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {name} any more"
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def guide(committed: Path, tmp_path: Path) -> Path:
    """A copy to change."""
    return Path(shutil.copytree(committed, tmp_path / "guide"))


@pytest.fixture
def diff(capsys: pytest.CaptureFixture[str]) -> Diff:
    def run(folder: Path, revision: str) -> tuple[int, str, str]:
        status = main(["--root", str(folder), "diff", revision])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def test_nothing_changed(committed: Path, diff: Diff) -> None:
    status, out, _ = diff(committed, "whole")
    assert status == 0
    assert out.count("nothing changed") == 3
    assert "no combination of answers changes its outcome in: " in out
    assert "→" not in out


def test_a_changed_row_is_said_as_the_answers_that_lead_elsewhere(guide: Path, diff: Diff) -> None:
    edit(guide, "data/decisions/sore-today.yml", 'during: "> 5"', 'during: "> 4"')
    status, out, _ = diff(guide, "whole")
    assert status == 0
    assert re.search(r"^  sore-today \(.*\), version \d+: [\d,]+ of [\d,]+ combinations of answers change", out, re.M)
    assert re.search(r"^    .*Pain during the run: 5 out of 10, .* → .*, [\d,]+ combinations$", out, re.M)
    assert "because" not in out


def test_claims_are_compared_by_what_they_say(guide: Path, diff: Diff) -> None:
    path = guide / "data/claims/joints.yml"
    text = path.read_text(encoding="utf-8")
    first, second, *rest = text.split("\n  - id: ")
    id = second.splitlines()[0]
    certainty = next(line for line in second.splitlines() if line.startswith("    certainty: "))
    other = "    certainty: low" if certainty != "    certainty: low" else "    certainty: high"
    gone = rest[0].splitlines()[0]
    renamed = rest[0].replace(gone, "a-new-name", 1)
    changed = [first, second.replace(certainty, other), renamed, *rest[1:]]
    path.write_text("\n  - id: ".join(changed), encoding="utf-8")
    status, out, err = diff(guide, "whole")
    assert status == 0
    assert f"  {id}: certainty: {certainty.split()[1]} → {other.split()[1]}" in out
    assert "  new: a-new-name (" in out
    assert f"  gone: {gone}" in out
    assert "problems now" in err  # pages still use the old name


def test_everything_is_new_where_there_was_nothing(committed: Path, diff: Diff) -> None:
    status, out, _ = diff(committed, "empty")
    assert status == 0
    assert "  new: route-finder (Find your starting point)" in out
    assert "gone" not in out


def test_what_cannot_be_read_any_more_is_named_and_the_rest_is_compared(committed: Path, diff: Diff) -> None:
    status, out, _ = diff(committed, "broken")
    assert status == 0
    assert "sore-today: cannot be compared, as what it was then cannot be read now: 'the first' is not a value" in out
    assert "route-finder" in out


def test_a_decision_that_is_gone_is_named(guide: Path, diff: Diff) -> None:
    (guide / "data/decisions/long-run-check.yml").unlink()
    status, out, _ = diff(guide, "whole")
    assert status == 0
    assert "  gone: long-run-check" in out


@pytest.mark.parametrize("revision", ["nowhere", "HEAD~99", "HEAD:data", ""])
def test_a_wrong_revision_is_said_in_a_sentence(committed: Path, diff: Diff, revision: str) -> None:
    status, out, err = diff(committed, revision)
    assert (status, out) == (2, "")
    assert err == f"There is no revision '{revision}' here: give a commit, a branch or a tag, such as HEAD~1.\n"


def test_a_folder_without_history_is_said_in_a_sentence(
    tmp_path: Path, diff: Diff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    status, _, err = diff(tmp_path, "HEAD")
    assert status == 2
    assert err.startswith(f"The past of {tmp_path} is not known: git says 'fatal: not a git repository")


def test_a_computer_without_git_is_said_in_a_sentence(
    tmp_path: Path, diff: Diff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert diff(tmp_path, "HEAD") == (
        2,
        "",
        "To compare with the past, git is needed, and there is none here: install git.\n",
    )
