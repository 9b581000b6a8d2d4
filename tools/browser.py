"""Finds a browser for the tests, or installs one: `python -m tools.browser`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MAC_APPS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

HOW_TO_GET_ONE = (
    "The tests need Chromium or Chrome, and there is none here. "
    "Install one, or name the one you have: CHROMIUM=/path/to/chromium make test"
)


def find_browser() -> Path | None:
    """The program of a browser that the tests can drive: the one named in CHROMIUM, the system's, or Playwright's."""
    named = os.environ.get("CHROMIUM")
    if named:
        found = shutil.which(named)
        return Path(found) if found else None
    for program in _PROGRAMS:
        if found := shutil.which(program):
            return Path(found)
    return next((Path(app) for app in _MAC_APPS if Path(app).is_file()), None) or _playwrights_own()


def install_browser() -> None:
    """Install one: Debian's package where we may, else Playwright's own."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        _run("apt-get", "update", "-qq", env=environment)
        if _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", env=environment):
            return
    _run(sys.executable, "-m", "playwright", "install", "chromium")


def _run(*command: str, env: dict[str, str] | None = None) -> bool:
    print("$", *command, flush=True)
    return subprocess.run(command, env=env, check=False).returncode == 0


def _playwrights_own() -> Path | None:
    from playwright.sync_api import sync_playwright  # only tests have it

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.is_file() else None


def main() -> int:
    """Say which browser the tests will use, after installing one if there is none."""
    if find_browser() is None and not os.environ.get("CHROMIUM"):
        install_browser()
    browser = find_browser()
    if browser is None:
        print(HOW_TO_GET_ONE, file=sys.stderr)
        return 1
    print(f"Browser: {browser}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
