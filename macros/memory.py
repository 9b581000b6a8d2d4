"""What was found right, and what was made of it, is not found or made again while all that it rests on stays the same.

It lies in .cache/made/, each thing with a mark of its inputs: the words and records that it was made from, the program,
the packages, and the day, as pages say what is overdue. Deleting the folder costs time and nothing else. What is there
and cannot be read, or belongs to another program, counts as not there.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from .day import today

Use = tuple[str, str]  # a mapping of the library and a key in it, or ALL of them
ALL = "*"

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent / ".cache" / "made"
_WORDS = ("data", "docs")
_CHECKER = "check"  # beside the program, and handed out with the proofs
_TESTS = "tests"  # hazards name the tests that hold them
_SETTINGS = "mkdocs.yml"
_MOST_FILES = 500  # pages of a few settings; the oldest go


@dataclass(frozen=True)
class Inputs:
    """Marks of all that the library and the pages rest on, as it stands now."""

    program: str
    words: Mapping[str, str]  # of each file, by its path

    @cached_property
    def mark(self) -> str:
        return mark_of(self.program, self.words)


def inputs(root: Path, program: Path = HERE) -> Inputs:
    """What stands below `root`, which holds data/ and docs/."""
    tests = (path for path in _files(root / _TESTS) if path.suffix == ".py")
    files = [root / _SETTINGS, *(path for name in _WORDS for path in _files(root / name)), *tests]
    words = {path.relative_to(root).as_posix(): _mark_of_file(path) for path in files if path.is_file()}
    beside = program.parent
    program_files = [*_files(program), *_files(beside / _CHECKER)]
    code = [(path.relative_to(beside).as_posix(), _mark_of_file(path)) for path in program_files]
    made_by = [sys.version, *packages(), today().isoformat(), *code]
    return Inputs(mark_of(made_by), words)


def keep_newest(folder: Path, most: int) -> None:
    """Take away all files of a folder but the newest ones. Where that cannot be done, they stay."""
    try:
        by_age = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)
        for old in by_age[:-most]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def mark_of(*parts: object) -> str:
    """Changes with any of these plain values."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


class Memory:
    """Values that can be written as JSON, by name; each counts only as long as its mark is the same."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or FOLDER

    def get(self, name: str, mark: str) -> Any:
        """What was made from inputs of this mark; None where that is not known."""
        known = self._read(name)
        return known["value"] if known is not None and known["mark"] == mark else None

    def put(self, name: str, mark: str, value: object) -> None:
        self._write(name, {"mark": mark, "value": value})

    def get_of(self, name: str, made_from: str, digest: Callable[[Use], str]) -> tuple[Any, set[Use]] | None:
        """What was made from these inputs and from records that are all the same still, and which these are."""
        known = self._read(name)
        try:
            if known is None or known["mark"] != made_from:
                return None
            uses: dict[Use, str] = {(kind, key): mark for kind, key, mark in known["uses"]}
            if any(digest(use) != mark for use, mark in uses.items()):
                return None
            return known["value"], set(uses)
        except (KeyError, TypeError, ValueError):
            return None

    def put_of(
        self, name: str, made_from: str, digest: Callable[[Use], str], uses: Iterable[Use], value: object
    ) -> None:
        """Keep what was made, with the records that it was made from. What rests on anything else is not kept."""
        try:
            marks = [(*use, digest(use)) for use in sorted(uses)]
        except LookupError:
            return
        self._write(name, {"mark": made_from, "uses": marks, "value": value})

    def _read(self, name: str) -> dict[str, Any] | None:
        try:
            found = json.loads(self._file(name).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return None
        return found if isinstance(found, dict) and {"mark", "value"} <= found.keys() else None

    def _write(self, name: str, content: dict[str, object]) -> None:
        """All of it or nothing, whoever writes at the same time; where nothing can be written, it costs time only."""
        from tempfile import NamedTemporaryFile

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile("w", dir=self._folder, suffix=".tmp", delete=False, encoding="utf-8") as file:
                file.write(json.dumps(content, ensure_ascii=False))
            Path(file.name).replace(self._file(name))
        except OSError:
            return

    def tidy(self) -> None:
        """Let the oldest go."""
        keep_newest(self._folder, _MOST_FILES)

    def _file(self, name: str) -> Path:
        return self._folder / f"{hashlib.sha256(name.encode()).hexdigest()[:32]}.json"


def _files(folder: Path) -> list[Path]:
    found = (Path(at) / name for at, _, names in os.walk(folder) for name in names if not name.startswith("."))
    return sorted(path for path in found if path.parent.name != "__pycache__")


def _mark_of_file(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@cache
def packages() -> list[str]:
    """Every installed package with its version."""
    folders = [Path(folder) for folder in sys.path if folder and Path(folder).is_dir()]
    return sorted(path.name for folder in folders for path in folder.glob("*.dist-info"))
