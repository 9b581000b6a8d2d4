"""Builds the website: `python -m tools.build site`, used by the Makefile, the offline copy and the tests."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

ROOT = Path(__file__).resolve().parent.parent
ONLINE = "mkdocs.yml"
OFFLINE = "mkdocs-offline.yml"

# Used where neither SOURCE_DATE_EPOCH nor git says when this text was last changed: 22 November 2026.
_FALLBACK_EPOCH = 1_795_305_600


_COMPRESSED_TYPES = (".css", ".html", ".js", ".json", ".svg", ".txt", ".xml")
_WORTH_COMPRESSING = 1024  # bytes; below that, the answer's head weighs more than what is saved
# What no page fetches: files that readers save, and the theme's search in languages other than English.
_NOT_FETCHED = ("downloads", "assets/javascripts/lunr")
# The highest quality, 11, takes three times as long as 10 and saves 2 %; over a megabyte, 10 takes long too.
_QUALITY, _QUALITY_OF_LARGE, _LARGE = 10, 9, 1 << 20


class BuildFailed(Exception):
    """The generator stopped. The text is what it said."""


def build_site(into: Path, *, config: str = ONLINE, root: Path = ROOT, site_url: str | None = None) -> str:
    """Build the tree at `root` strictly into the folder `into`. Returns what the generator said.

    Raises BuildFailed on any error or warning; the folder is then incomplete and not to be used.
    """
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "PYTHONWARNINGS": "ignore::DeprecationWarning",
        "SOURCE_DATE_EPOCH": str(source_date_epoch(root)),
    }
    if site_url is not None:
        environment["SITE_URL"] = site_url
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "-f", config, "-d", str(into.resolve())]
    run = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    said = run.stdout + run.stderr
    if run.returncode != 0:
        raise BuildFailed(said)
    if not (into / "downloads").exists():  # MkDocs has them from hooks.py, which Zensical ignores
        subprocess.run(
            [sys.executable, "-m", "macros", "files", str(into.resolve())], cwd=root, env=environment, check=True
        )
    return said


def compress(site: Path) -> int:
    """Put a .br and a .gz beside every text that is worth it, for servers that send such files as they are.

    Returns how many texts got them. nginx (gzip_static, brotli_static), Caddy and others look for exactly these names.
    """
    left = tuple(site / folder for folder in _NOT_FETCHED)
    files = [
        file
        for file in sorted(site.rglob("*"))
        if file.suffix in _COMPRESSED_TYPES
        and file.stat().st_size >= _WORTH_COMPRESSING
        and not any(file.is_relative_to(folder) for folder in left)
    ]
    with ThreadPoolExecutor(os.cpu_count()) as threads:  # both compressors work without the interpreter's lock
        list(threads.map(_compress_one, files))
    return len(files)


def as_brotli(content: bytes) -> bytes:
    """As a server sends it that has what compress() writes."""
    compressed: bytes = brotli.compress(content, quality=_QUALITY if len(content) < _LARGE else _QUALITY_OF_LARGE)
    return compressed


def _compress_one(file: Path) -> None:
    content = file.read_bytes()
    file.with_name(file.name + ".br").write_bytes(as_brotli(content))
    file.with_name(file.name + ".gz").write_bytes(gzip.compress(content, mtime=0))


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


def main(arguments: list[str]) -> int:
    """Build into the folder that is named, with compressed twins of what a server sends."""
    if len(arguments) != 1:
        print("usage: python -m tools.build FOLDER", file=sys.stderr)
        return 2
    try:
        build_site(Path(arguments[0]))
        compress(Path(arguments[0]))
    except BuildFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    print(f"The website is in {arguments[0]}/")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
