"""Finds the browsers for the tests, or installs them: `python -m tools.browser`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FIREFOX = ("firefox-esr", "firefox")
_MAC_FIREFOX = "/Applications/Firefox.app/Contents/MacOS/firefox"
_MAC_APPS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

# How Chromium starts without asking other hosts, and as root, which its own sandbox refuses.
_OFF = ("background-networking", "component-update", "default-apps", "dev-shm-usage", "gpu", "sync")
QUIET = ("--no-sandbox", "--no-first-run", *(f"--disable-{thing}" for thing in _OFF))

HOW_TO_GET_ONE = (
    "The tests need Chromium or Chrome, and there is none here. "
    "Install one, or name the one you have: CHROMIUM=/path/to/chromium make test"
)

HOW_TO_GET_FIREFOX = (
    "The tests try the tools in Firefox too, and there is none here. "
    "Install one, or name the one you have: FIREFOX=/path/to/firefox make test"
)


def find_browser() -> Path | None:
    """The program of a browser that the tests can drive: the one named in CHROMIUM, the system's, or Playwright's."""
    if named := os.environ.get("CHROMIUM"):
        return _program(named)
    return _program(*_CHROMIUM, *_MAC_APPS) or _playwrights_own()


def find_firefox() -> Path | None:
    """The program of a Firefox: the one named in FIREFOX, or the system's."""
    if named := os.environ.get("FIREFOX"):
        return _program(named)
    return _program(*_FIREFOX, _MAC_FIREFOX)


def install_browsers() -> None:
    """Install what is missing: Debian's packages where we may, else Playwright's own Chromium."""
    missing = [
        package for package, there in (("chromium", find_browser()), ("firefox-esr", find_firefox())) if not there
    ]
    if missing and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        _run("apt-get", "update", "-qq", env=environment)
        _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing, env=environment)
    if find_browser() is None and not os.environ.get("CHROMIUM"):
        _run(sys.executable, "-m", "playwright", "install", "chromium")


def _program(*names: str) -> Path | None:
    return next((Path(found) for name in names if (found := shutil.which(name))), None)


def _run(*command: str, env: dict[str, str] | None = None) -> bool:
    print("$", *command, flush=True)
    return subprocess.run(command, env=env, check=False).returncode == 0


def _playwrights_own() -> Path | None:
    from playwright.sync_api import sync_playwright  # only tests have it

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.is_file() else None


def main() -> int:
    """Say which browsers the tests will use, after installing those that are missing."""
    install_browsers()
    browsers = {HOW_TO_GET_ONE: find_browser(), HOW_TO_GET_FIREFOX: find_firefox()}
    for how_to_get_it, program in browsers.items():
        print(f"Browser: {program}" if program else how_to_get_it, file=sys.stdout if program else sys.stderr)
    return 0 if all(browsers.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
