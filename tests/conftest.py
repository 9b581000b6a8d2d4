"""What all tests share: the site built once, the offline copy unzipped once, a server, and a browser that watches."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from macros.library import Library, load_library
from tools.browser import HOW_TO_GET_ONE, QUIET, find_browser
from tools.build import ROOT, build_site
from tools.offline import FOLDER, pack
from tools.serving import served

# README.md promises that the site works under exactly this policy.
SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def library() -> Library:
    """Everything below data/ and docs/, read and proved."""
    return load_library(ROOT)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The website, built strictly."""
    folder = tmp_path_factory.mktemp("site")
    build_site(folder)
    return folder


@pytest.fixture(scope="session")
def offline_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline copy as readers download it."""
    archive = tmp_path_factory.mktemp("offline") / "copy.zip"
    pack(archive)
    return archive


@pytest.fixture(scope="session")
def offline_folder(offline_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one folder that the offline copy unzips into."""
    folder = tmp_path_factory.mktemp("unzipped")
    with zipfile.ZipFile(offline_archive) as zipped:
        zipped.extractall(folder)
    return folder / FOLDER


@pytest.fixture(scope="session")
def base_url(site: Path) -> Iterator[str]:
    """Where the website is served, under the strict security policy. `page.goto("/…")` goes there."""
    with served(site, {"Content-Security-Policy": SECURITY_POLICY}) as address:
        yield address


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """A browser that is there already, quiet about the network."""
    browser = find_browser()
    if browser is None:
        pytest.exit(HOW_TO_GET_ONE, 1)
    return {**browser_type_launch_args, "executable_path": str(browser), "args": list(QUIET)}


@pytest.fixture
def page(page: Page, base_url: str) -> Iterator[Page]:
    """A page that must stay silent: an error in its console or a request to another host fails the test."""
    faults = watch(page, base_url)
    yield page
    assert not faults, "\n".join(faults)


@pytest.fixture
def page_without_scripts(browser: Browser, base_url: str) -> Iterator[Page]:
    """As `page`, for a reader whose browser runs no scripts."""
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    faults = watch(page, base_url)
    yield page
    context.close()
    assert not faults, "\n".join(faults)


def watch(page: Page, base_url: str) -> list[str]:
    """The list that faults of `page` will be added to."""
    faults: list[str] = []
    own_host = urlsplit(base_url).netloc

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            faults.append(f"{page.url}: console {message.type}: {message.text}")

    def on_request(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != own_host:
            faults.append(f"{page.url}: asks another host: {request.url}")

    def on_failure(request: Request) -> None:
        # A page that is left while it loads breaks off what it had asked for, which is no fault of the page's.
        if request.failure != "net::ERR_ABORTED":
            faults.append(f"{page.url}: request failed: {request.url}: {request.failure}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: script error: {error}"))
    page.on("request", on_request)
    page.on("requestfailed", on_failure)
    return faults
