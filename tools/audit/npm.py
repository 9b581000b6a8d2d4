"""What the audit takes from npm: installed when it is not there, or when its lock has changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from tools.node import HOW_TO_GET_IT, find_node, install_packages

FOLDER = Path(__file__).resolve().parent


class Missing(Exception):
    """A program that is not here. The text says how to get it."""


def package(name: str) -> Path:
    """The folder of a package."""
    lock, done = FOLDER / "package-lock.json", FOLDER / "node_modules" / ".installed-lock.json"
    if not done.is_file() or done.read_bytes() != lock.read_bytes():
        if not install_packages(FOLDER):
            raise Missing(HOW_TO_GET_IT.replace("make test", "make audit"))
        shutil.copy(lock, done)
    return FOLDER / "node_modules" / name


def node() -> Path:
    """The program that runs them."""
    found = find_node()
    if found is None:
        raise Missing(HOW_TO_GET_IT.replace("make test", "make audit"))
    return found
