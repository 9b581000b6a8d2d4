"""How long it takes from a save until the browser can show it, through the whole of `make serve`."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.serve.builder import STAMP
from tools.serve.server import NEWS

from .cost import ENVIRONMENT

_START_SECONDS = 120
_PAUSE_SECONDS = 2  # between two saves, in which what nobody looks at is built


def seconds_of_saves(tree: Path, path: str, before: str, address: str, times: int) -> list[float]:
    """Save the file so many times, each time with other words after the first `before` in it.

    A save is over when the page at `address`, fetched as soon as it is told of, shows the new words. Raises where it
    never does.
    """
    file = tree / path
    text = file.read_text(encoding="utf-8")
    if before not in text:
        raise ValueError(f"{path} has no '{before}'")
    found = []
    with _served(tree) as host, urllib.request.urlopen(f"{host}{NEWS}?page={address}", timeout=60) as news:
        for time_ in range(times):
            new = f"New{chr(ord('a') + time_) * 3}"
            time.sleep(_PAUSE_SECONDS)
            started = time.monotonic()
            file.write_text(text.replace(before, f"{before}{new} ", 1), encoding="utf-8")
            _wait_for(news, address)
            if new.encode() not in _fetched(host + address):
                raise RuntimeError(f"{address} does not show what was saved in {path}")
            found.append(time.monotonic() - started)
    file.write_text(text, encoding="utf-8")
    return found


@contextmanager
def _served(tree: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    kept = tree / ".cache" / "serve"
    shutil.rmtree(kept, ignore_errors=True)
    command = [sys.executable, "-m", "tools.serve", place]
    with subprocess.Popen(command, cwd=tree, env=ENVIRONMENT, stdout=subprocess.DEVNULL) as server:
        try:
            _wait_until_built(kept / STAMP, server)
            yield f"http://{place}"
        finally:
            server.terminate()


def _wait_until_built(stamp: Path, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _START_SECONDS
    while not stamp.is_file():
        if time.monotonic() > end or server.poll() is not None:
            raise RuntimeError("`make serve` has built nothing")
        time.sleep(0.2)


def _fetched(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=10) as answer:
        content: bytes = answer.read()
    return content


def _wait_for(news: Iterator[bytes], address: str) -> None:
    """Until the page is told of. Raises where something is wrong instead."""
    for line in news:
        said = json.loads(line.removeprefix(b"data: ")) if line.startswith(b"data: ") else {}
        if said.get("problems"):
            raise RuntimeError(said["problems"])
        if "*" in said.get("pages", ()) or address in said.get("pages", ()):
            return
