"""Tells what was saved: the system's own notices, a few of which make one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from .inputs import CODE, ROOT, WORDS, is_input

_TOGETHER_SECONDS = 0.05  # an editor writes, renames and sets rights; a checkout writes a hundred files


def watch(tell: Callable[[set[str]], None], root: Path = ROOT) -> None:
    """Call `tell`, on a thread of its own, with the inputs that were saved, made or deleted, by their paths."""
    observer = Observer()
    handler = _Gathered(tell, root)
    for name in (*WORDS, *CODE):
        path = root / name
        observer.schedule(handler, str(path if path.is_dir() else path.parent), recursive=path.is_dir())
    observer.daemon = True
    observer.start()


class _Gathered(FileSystemEventHandler):
    def __init__(self, tell: Callable[[set[str]], None], root: Path) -> None:
        self._tell, self._root = tell, root
        self._saved: set[str] = set()
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.is_directory or event.event_type in ("opened", "closed_no_write"):
            return
        for path in (event.src_path, event.dest_path):
            name = self._name(str(path)) if path else ""
            if name and is_input(name):
                self._note(name)

    def _name(self, path: str) -> str:
        found = Path(path)
        return found.relative_to(self._root).as_posix() if found.is_relative_to(self._root) else ""

    def _note(self, name: str) -> None:
        with self._lock:
            self._saved.add(name)
            if self._timer:
                self._timer.cancel()
            self._timer = threading.Timer(_TOGETHER_SECONDS, self._flush)
            self._timer.daemon = True
            self._timer.start()

    def _flush(self) -> None:
        with self._lock:
            saved, self._saved = self._saved, set()
        if saved:
            self._tell(saved)
