"""What the decision tools cost a reader's browser: script per step, long tasks, and what a first view fetches."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Response, sync_playwright

from macros.library import Library
from tools.browser import HOW_TO_GET_ONE, QUIET, find_browser
from tools.build import build_site
from tools.serving import served
from tools.website import as_brotli

ROUNDS = 6
PHONE = {"width": 360, "height": 780}

# Wanted
MS_PER_STEP = 5
LONG_TASK_MS = 50
FIRST_VIEW_BYTES = 110 * 1024
FIRST_VIEW_REQUESTS = 12

# Takes the first answer of every question (the number 1 where one is typed), then starts again. As a reader would,
# it lets the browser draw between two answers.
_WALK = """async (tool) => {
    let steps = 0;
    for (let form; (form = tool.querySelector("form:not([hidden])")); steps += 1) {
        const press = form.querySelector(".choice--press");
        if (!press) form.querySelector("input").value = "1";
        form.requestSubmit(press);
        await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    }
    tool.querySelector("[data-do=again]").click();
    return steps;
}"""
_LONG_TASKS = """window.longTasks = [];
    new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)))
        .observe({ type: "longtask", buffered: true });"""


def report(library: Library) -> None:
    """Print the figures of every tool and of every page."""
    program = find_browser()
    if program is None:
        print(f"\nNot measured in a browser. {HOW_TO_GET_ONE}")
        return
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder)
        build_site(site)
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        with served(site, {}) as address:
            _tools(library, browser, address)
            _first_views(library, browser, address, site)
        browser.close()


def _tools(library: Library, browser: Browser, address: str) -> None:
    print(f"\nTools in the browser, in milliseconds: script for a step (best of {ROUNDS} rounds), longest tasks\n")
    print(f"  {'decision':24}{'questions':>10}{'a step':>9}{'answering':>11}{'loading':>9}")
    slowest = longest = 0.0
    for path, page_record in library.pages.items():
        for call in page_record.calls:
            if call.macro != "decision":
                continue
            page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
            page.add_init_script(_LONG_TASKS)
            page.goto(address + _path(path), wait_until="networkidle")
            loading = max([0.0, *page.evaluate("longTasks.splice(0)")])
            step, steps = _milliseconds_per_step(page, call.argument)
            answering = max([0.0, *page.evaluate("longTasks")])
            slowest, longest = max(slowest, step), max(longest, answering)
            print(f"  {call.argument:24}{steps:10}{step:9.2f}{answering:11.0f}{loading:9.0f}")
            page.close()
    print(f"  {'the slowest':34}{slowest:9.2f}   {_judged(slowest, MS_PER_STEP)}")
    print(f"  {'the longest task while answering':43}{longest:11.0f}   {_judged(longest, LONG_TASK_MS)}")


def _milliseconds_per_step(page: Page, id: str) -> tuple[float, int]:
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})  # of the processor, not of the clock
    tool = page.locator(f"decision-tool[for={id}]")
    took = []
    steps = 1
    for _ in range(ROUNDS):
        before = _script_seconds(devtools.send("Performance.getMetrics"))
        steps = tool.evaluate(_WALK)
        took.append((_script_seconds(devtools.send("Performance.getMetrics")) - before) / steps * 1000)
    return min(took), steps


def _script_seconds(answer: dict[str, Any]) -> float:
    return next(float(metric["value"]) for metric in answer["metrics"] if metric["name"] == "ScriptDuration")


def _first_views(library: Library, browser: Browser, address: str, site: Path) -> None:
    print("\nFirst view of a page on a phone: requests, and kilobytes as a server with brotli sends them\n")
    heaviest: tuple[float, str] = (0, "")
    most = 0
    for path in library.pages:
        page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
        files: list[str] = []
        page.on("response", functools.partial(_note, files))
        page.goto(address + _path(path), wait_until="networkidle")
        size = sum(_compressed(site, file) for file in files)
        heaviest, most = max(heaviest, (size, path)), max(most, len(files))
        print(f"  {path:45}{len(files):4}{size / 1024:9.1f}")
        page.close()
    print(f"  {'the most requests':45}{most:4}            {_judged(most, FIRST_VIEW_REQUESTS)}")
    print(f"  {'the heaviest':49}{heaviest[0] / 1024:9.1f}   {_judged(heaviest[0] / 1024, FIRST_VIEW_BYTES // 1024)}")


def _note(files: list[str], response: Response) -> None:
    files.append(urlsplit(response.url).path)


@functools.cache
def _compressed(site: Path, path: str) -> int:
    file = site / path.lstrip("/")
    content = (file / "index.html" if file.is_dir() else file).read_bytes()
    return len(content) if file.suffix in (".woff2", ".png") else len(as_brotli(content))


def _path(markdown: str) -> str:
    """The address of a page below docs/: `do/index.md` is at /do/."""
    place = markdown.removesuffix(".md")
    place = "" if place == "index" else place.removesuffix("/index")
    return f"/{place}/" if place else "/"


def _judged(found: float, limit: float) -> str:
    return f"{'well' if found <= limit else 'TOO MUCH'}: at most {limit} wanted"
