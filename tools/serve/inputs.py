"""What a build is made from: the files, and a mark that changes when one of them does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

WORDS = ("docs", "data")  # read anew while the builder runs
ASSETS = ("overrides/assets/scripts", "overrides/assets/stylesheets", "overrides/assets/images")
CODE = (
    "macros",
    "check",
    "overrides",
    "tools",
    "hooks.py",
    "mkdocs.yml",
    "requirements.txt",
)  # the builder begins anew
MADE = ("overrides/assets/built", "overrides/assets/fonts")  # by ourselves


def is_input(path: str) -> bool:
    """Whether a file, by its path below the project, is something that a build reads; an editor's own files are not."""
    name = path.rpartition("/")[2]
    return (
        _is_below(path, (*WORDS, *CODE))
        and not _is_below(path, MADE)
        and not name.startswith((".", "#"))
        and not name.endswith(("~", ".pyc", ".swp", ".tmp"))
        and name != "4913"  # vim tries whether it may write
    )


def is_words(path: str) -> bool:
    return _is_below(path, WORDS)


def is_asset(path: str) -> bool:
    return _is_below(path, ASSETS)


def fingerprints(root: Path = ROOT) -> dict[str, str]:
    """A mark of each input's content, by its path below the project."""
    return {path: hashlib.sha1((root / path).read_bytes()).hexdigest() for path in sorted(_inputs(root))}


def _inputs(root: Path) -> Iterator[str]:
    for top in (*WORDS, *CODE):
        found = [root / top] if (root / top).is_file() else (root / top).rglob("*")
        for path in found:
            name = path.relative_to(root).as_posix()
            if is_input(name) and path.is_file():
                yield name


def _is_below(path: str, folders: tuple[str, ...]) -> bool:
    return any(path == folder or path.startswith(f"{folder}/") for folder in folders)
