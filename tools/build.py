"""Builds the pages of the website, for tools/website.py, the offline copy and the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from macros.export.downloads import OFFLINE_COPY

ROOT = Path(__file__).resolve().parent.parent
ONLINE = "mkdocs.yml"
OFFLINE = "mkdocs-offline.yml"

# Used where neither SOURCE_DATE_EPOCH nor git says when this text was last changed: 22 November 2026.
_FALLBACK_EPOCH = 1_795_305_600


class BuildFailed(Exception):
    """The generator stopped. The text is what it said."""


def build_site(into: Path, *, config: str = ONLINE, root: Path = ROOT, offline_copy: Path | None = None) -> str:
    """Build the tree at `root` strictly into the folder `into`, with the zip of the offline copy if there is one.

    Returns what the generator said. Raises BuildFailed on any error or warning; the folder is then incomplete and not
    to be used.
    """
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "PYTHONWARNINGS": "ignore::DeprecationWarning",
        "SOURCE_DATE_EPOCH": str(source_date_epoch(root)),
    }
    environment.pop("OFFLINE_COPY", None)
    if offline_copy:
        environment["OFFLINE_COPY"] = str(
            offline_copy.resolve()
        )  # a page names its size: macros/render/about/offline_copy.py
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "-f", config, "-d", str(into.resolve())]
    run = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    said = run.stdout + run.stderr
    if run.returncode != 0:
        raise BuildFailed(said)
    if not (into / "downloads").exists():  # MkDocs has them from hooks.py, which Zensical ignores
        subprocess.run(
            [sys.executable, "-m", "macros", "files", str(into.resolve())], cwd=root, env=environment, check=True
        )
    if offline_copy:
        shutil.copyfile(offline_copy, into / OFFLINE_COPY)
    return said


def source_date_epoch(root: Path = ROOT) -> int:
    """The date of a build, in seconds: that of the text, so that the same text always gives the same bytes.

    See https://reproducible-builds.org/specs/source-date-epoch/
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    try:
        run = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=root, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        return _FALLBACK_EPOCH
    last_commit = run.stdout.strip()
    return int(last_commit) if run.returncode == 0 and last_commit.isdigit() else _FALLBACK_EPOCH
