"""What all tests share: the site built once, the offline copy unzipped once, a server, and a browser that watches.

Several workers may run at once: what is built for one of them serves all. Tests without a browser need none installed.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from filelock import FileLock

from macros.library import Library, load_library
from tools.browser import HOW_TO_GET_ONE, QUIET, find_browser
from tools.build import ROOT, build_site
from tools.offline import FOLDER, pack
from tools.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request

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


Fill = Callable[[Path], None]


@pytest.fixture(scope="session")
def made_once(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Callable[[str, Callable[[Path], None]], Path]:
    """A folder that the first worker to ask for it fills, while the others wait."""
    run = tmp_path_factory.getbasetemp()
    run = run if worker_id == "master" else run.parent

    def get(name: str, fill: Fill) -> Path:
        folder, done = run / name, run / f"{name}.done"
        with FileLock(run / f"{name}.lock"):
            if not done.exists():
                folder.mkdir(exist_ok=True)
                fill(folder)
                done.touch()
        return folder

    return get


@pytest.fixture(scope="session")
def site(made_once: Callable[[str, Fill], Path], request: pytest.FixtureRequest) -> Path:
    """The website, built strictly, with the offline copy in it, or the one that SITE_UNDER_TEST names.

    tools/other_generators.py names what other generators built.
    """
    if given := os.environ.get("SITE_UNDER_TEST"):
        return Path(given)
    offline_archive: Path = request.getfixturevalue("offline_archive")

    def fill(folder: Path) -> None:
        build_site(folder, offline_copy=offline_archive)

    return made_once("site", fill)


@pytest.fixture(scope="session")
def offline_archive(made_once: Callable[[str, Fill], Path]) -> Path:
    """The offline copy as readers download it."""
    return made_once("offline", lambda folder: pack(folder / "copy.zip")) / "copy.zip"


@pytest.fixture(scope="session")
def offline_folder(offline_archive: Path, made_once: Callable[[str, Fill], Path]) -> Path:
    """The one folder that the offline copy unzips into."""

    def fill(folder: Path) -> None:
        with zipfile.ZipFile(offline_archive) as zipped:
            zipped.extractall(folder)

    return made_once("unzipped", fill) / FOLDER


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


@dataclass(frozen=True)
class Reused:
    """A context for many tests, one after the other: what their pages load is loaded once. What they store goes."""

    context: BrowserContext
    lasting: Page
    host: str

    @classmethod
    def made(cls, context: BrowserContext, host: str) -> Reused:
        return cls(context, context.new_page(), host)

    def emptied(self) -> BrowserContext:
        for page in self.context.pages:
            if page is not self.lasting:
                page.close()
        self.context.unroute_all()
        self.context.clear_cookies()
        storage = self.context.new_cdp_session(self.lasting)
        for origin in (self.host, "file://"):
            storage.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        storage.detach()
        return self.context


@pytest.fixture(scope="session")
def reused(browser: Browser, browser_context_args: dict[str, Any], base_url: str) -> Iterator[Reused]:
    """The context of all tests that do not set a clock, which cannot be taken back."""
    context = browser.new_context(**browser_context_args)
    yield Reused.made(context, base_url)
    context.close()


@pytest.fixture
def context(reused: Reused) -> BrowserContext:
    """Nothing is stored in it, and no page is open."""
    return reused.emptied()


@pytest.fixture
def page(page: Page, base_url: str) -> Iterator[Page]:
    """A page that must stay silent: an error in its console or a request to another host fails the test."""
    yield from silent(page, base_url)


@pytest.fixture
def own_page(browser: Browser, browser_context_args: dict[str, Any], base_url: str) -> Iterator[Page]:
    """As `page`, in a context of its own, whose clock can be set."""
    with browser.new_context(**browser_context_args) as context:
        yield from silent(context.new_page(), base_url)


@pytest.fixture
def same_page(reused: Reused, base_url: str) -> Iterator[Page]:
    """As `page`, for tests that look at many pages in turn: one after the other is opened in it."""
    reused.emptied()
    page = reused.lasting
    page.emulate_media(media="screen", color_scheme="light", forced_colors="none", reduced_motion="reduce")
    page.set_viewport_size({"width": 1280, "height": 720})
    yield from silent(page, base_url)


@pytest.fixture
def page_without_scripts(browser: Browser, base_url: str) -> Iterator[Page]:
    """As `page`, for a reader whose browser runs no scripts."""
    with browser.new_context(java_script_enabled=False, base_url=base_url) as context:
        yield from silent(context.new_page(), base_url)


def silent(page: Page, base_url: str) -> Iterator[Page]:
    """Gives the page to a test, and fails it if the page was not silent."""
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

    def on_error(error: Error) -> None:
        faults.append(f"{page.url}: script error: {error}")

    heard = {"console": on_console, "pageerror": on_error, "request": on_request, "requestfailed": on_failure}
    for event, listener in heard.items():
        page.on(event, listener)  # type: ignore[call-overload]
    yield page
    for event, listener in heard.items():
        page.remove_listener(event, listener)
    assert not faults, "\n".join(faults)
