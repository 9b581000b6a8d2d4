"""Keeps a builder at work (conversation.py, a process of its own), and starts another when the code has changed."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from .inputs import ROOT, is_asset, is_words

Told = Callable[[dict[str, Any]], None]


class Workshop:
    """What is saved goes in, what was built comes out. A builder that dies is told as a problem, and that is all."""

    def __init__(self, into: Path, address: str, told: Told) -> None:
        self._command = [sys.executable, "-m", "tools.serve.conversation", str(into), address]
        self._told = told
        self._lock = threading.Lock()
        self._builder: subprocess.Popen[str] | None = None

    def open(self) -> None:
        """Start a builder; one that is at work is sent home."""
        with self._lock:
            self._close()
            self._builder = subprocess.Popen(
                self._command,
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            threading.Thread(target=self._listen, args=(self._builder,), daemon=True).start()

    def saved(self, paths: set[str], looking_at: Sequence[str]) -> None:
        """Have built what depends on these files."""
        anew = [path for path in paths if not is_words(path) and not is_asset(path)]
        came_or_went = [path for path in paths if path.startswith("docs/") and not (ROOT / path).is_file()]
        if anew or came_or_went or not self._send({"changed": sorted(paths), "looking_at": list(looking_at)}):
            self.open()

    def close(self) -> None:
        with self._lock:
            self._close()

    def _close(self) -> None:
        builder, self._builder = self._builder, None
        if builder and builder.poll() is None:
            builder.terminate()
            builder.wait(timeout=10)

    def _send(self, asked: dict[str, Any]) -> bool:
        with self._lock:
            builder = self._builder
            if builder is None or builder.poll() is not None or builder.stdin is None:
                return False
            try:
                builder.stdin.write(json.dumps(asked) + "\n")
                builder.stdin.flush()
            except OSError:
                return False
            return True

    def _listen(self, builder: subprocess.Popen[str]) -> None:
        assert builder.stdout
        assert builder.stderr
        errors: list[str] = []
        reader = threading.Thread(target=lambda: errors.extend(builder.stderr or ()), daemon=True)
        reader.start()
        for line in builder.stdout:
            self._told(json.loads(line))
        status = builder.wait()
        reader.join()
        if builder is self._builder and status != 0:  # it died, and was not sent home
            self._told({"problems": "The code cannot run:\n\n" + "".join(errors[-30:])})
