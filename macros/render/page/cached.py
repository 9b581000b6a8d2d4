"""What takes long to make and rarely changes is kept on the disk between builds, in .cache/, by what it was made from.

Deleting .cache/ costs a slower build and nothing else. Where it cannot be written, everything is made anew.
"""

from __future__ import annotations

import atexit
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile

from jinja2 import BytecodeCache, FileSystemBytecodeCache

FOLDER = Path(__file__).resolve().parents[3] / ".cache" / "render"


def compiled_templates() -> BytecodeCache | None:
    """For a Jinja environment: its templates are compiled once, until one of them or Jinja changes."""
    try:
        FOLDER.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(FOLDER))


class Texts:
    """Texts by what they were made from, in one file of this name."""

    def __init__(self, name: str) -> None:
        self._file = FOLDER / f"{name}.json"
        self._known: dict[str, str] | None = None
        self._used: dict[str, str] = {}

    def get(self, made_from: object, make: Callable[[], str]) -> str:
        """The text that `make` gives; `made_from` is all that it depends on."""
        if self._known is None:
            self._known = self._read()
            atexit.register(self._write)
        key = hashlib.sha256(json.dumps(made_from, sort_keys=True, default=str).encode()).hexdigest()
        if key not in self._used:
            self._used[key] = self._known[key] if key in self._known else make()
        return self._used[key]

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {key: text for key, text in found.items() if isinstance(text, str)} if isinstance(found, dict) else {}

    def _write(self) -> None:
        """What was used now, and what another run knows: all or nothing, so that runs side by side do no harm."""
        if set(self._used) <= set(self._known or {}):
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile("w", dir=self._file.parent, suffix=".tmp", delete=False, encoding="utf-8") as file:
                json.dump({**(self._known or {}), **self._used}, file)
            Path(file.name).replace(self._file)
        except OSError:
            return  # it costs time only
