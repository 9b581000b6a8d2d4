"""Finds Node and the packages that tests take from npm. A missing one fails the test and says what to do."""

from __future__ import annotations

import functools
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from tools.build import ROOT
from tools.node import HOW_TO_GET_IT, find_node

SCRIPTS = ROOT / "tests" / "js"
PACKAGES = ROOT / "node_modules"


@functools.cache
def node() -> str:
    """The program. Where there is none, the test fails and says what to do."""
    program = find_node()
    if program is None:
        pytest.fail(HOW_TO_GET_IT)
    return str(program)


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
        status = process.wait(timeout=1500)
        errors.seek(0)
        assert status == 0, errors.read()
        printed.seek(0)
        return printed.read().splitlines()
