"""What a build costs, beside plain Material; how it grows; and how fast a saved word or row is in the browser.

Processor seconds of whole processes, medians of several runs. Ratios hold on other machines, seconds do not.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.build import ROOT
from tools.serve.inputs import CODE, WORDS

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "."}
PLAIN = "site_name: Plain\ntheme: {name: material, font: false}\nplugins: [search]\nmarkdown_extensions: [%s]\n"
EXTENSIONS = "admonition, attr_list, md_in_html, tables, toc"
_WORDS_OF_A_PAGE = re.compile(r"<!--words [\d.]+-->(.*?)<!--/words-->", re.DOTALL)
_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)

# Wanted
OF_SAME_ARTICLES, OF_BARE_WORDS, TIMES_PAGES, MEGABYTES = 0.7, 3.0, 5.0, 270
SAVED_PAGE, SAVED_ROW, CHECK, COMPRESSING = 1.0, 2.0, 1.0, 5.0

# A grown tree breaks rules on purpose (two pages of one name, claims that nobody shows), so nothing is checked there.
_BUILD_UNCHECKED = """
import macros.checks as checks
checks.ALONE = checks.TOGETHER = ()
from mkdocs.__main__ import cli
cli(["build", "-q", "-d", {site!r}])
"""


@dataclass(frozen=True)
class Cost:
    seconds: float  # of the processor
    megabytes: float  # at its largest


def report(runs: int) -> Iterator[tuple[str, str, str]]:
    """A row for each figure: what it is of, what was found, what is wanted."""
    with _copied() as tree:
        site = tree / "site"
        ours = _median(runs, lambda: _build(tree, site))
        same, bare = _plain(tree, runs, _articles(site)), _plain(tree, runs, _bare(tree))
        yield "a build, in processor seconds", f"{ours.seconds:.2f}", "about 4"
        yield "beside plain Material on the same articles", f"{ours.seconds / same.seconds:.2f}", f"{OF_SAME_ARTICLES}"
        yield "beside plain Material on the bare words", f"{ours.seconds / bare.seconds:.2f}", f"{OF_BARE_WORDS}"
        yield "megabytes at most", f"{ours.megabytes:.0f}", ""
        yield from _saves(tree, 20)
    check = _median(runs, lambda: _cost([sys.executable, "-m", "macros", "check"], ROOT))
    yield "python -m macros check, in processor seconds", f"{check.seconds:.2f}", f"under {CHECK:g}"
    with _copied() as tree:
        _five_times_the_pages(tree)
        grown = _median(min(runs, 3), lambda: _build_unchecked(tree))
        yield "five times the pages, times the time", f"{grown.seconds / ours.seconds:.1f}", f"{TIMES_PAGES:g}"
        yield "five times the pages, megabytes at most", f"{grown.megabytes:.0f}", f"{MEGABYTES}"
    with _copied() as tree:
        _ten_times_the_claims(tree)
        grown = _median(min(runs, 3), lambda: _build_unchecked(tree))
        yield "ten times the claims, times the time", f"{grown.seconds / ours.seconds:.1f}", "at most 10 (linear)"


@contextmanager
def _copied() -> Iterator[Path]:
    """The project in a folder of its own, with its styles and fonts made."""
    with tempfile.TemporaryDirectory() as name:
        tree = Path(name)
        for each in (*WORDS, *CODE):
            if (ROOT / each).is_dir():
                shutil.copytree(ROOT / each, tree / each, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(ROOT / each, tree / each)
        _cost([sys.executable, "-m", "tools.assets"], tree)
        yield tree


def _build(tree: Path, site: Path) -> Cost:
    return _cost([sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)], tree)


def _build_unchecked(tree: Path) -> Cost:
    return _cost([sys.executable, "-c", _BUILD_UNCHECKED.format(site=str(tree / "site"))], tree)


def _plain(tree: Path, runs: int, pages: dict[str, str]) -> Cost:
    """What plain Material takes for these pages: its theme, its search, and the extensions that we use."""
    plain = tree / "plain"
    shutil.rmtree(plain, ignore_errors=True)
    for path, text in pages.items():
        (plain / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (plain / "docs" / path).write_text(text, encoding="utf-8")
    (plain / "mkdocs.yml").write_text(PLAIN % EXTENSIONS, encoding="utf-8")
    return _median(runs, lambda: _build(plain, plain / "site"))


def _articles(site: Path) -> dict[str, str]:
    """The text of each built page, as a page that holds markup."""
    found = {}
    for file in sorted(site.rglob("index.html")):
        words = _WORDS_OF_A_PAGE.search(file.read_text(encoding="utf-8"))
        if words:
            folder = file.parent.relative_to(site).as_posix()
            found["index.md" if folder == "." else f"{folder}/index.md"] = re.sub(r"\n\s*\n", "\n", words[1])
    return found


def _bare(tree: Path) -> dict[str, str]:
    """Each page's own words, without what macros add."""
    docs = tree / "docs"
    return {
        path.relative_to(docs).as_posix(): _CALL.sub("", path.read_text(encoding="utf-8"))
        for path in docs.rglob("*.md")
    }


def _five_times_the_pages(tree: Path) -> None:
    for folder in [path for path in (tree / "docs").iterdir() if path.is_dir()]:
        for number in range(2, 6):
            shutil.copytree(folder, folder.with_name(f"{folder.name}{number}"))


def _ten_times_the_claims(tree: Path) -> None:
    for file in list((tree / "data" / "claims").glob("*.yml")):
        text = file.read_text(encoding="utf-8")
        for number in range(2, 11):
            copy = re.sub(r"^(\s*- id: \S+)$", rf"\1-{number}", text, flags=re.MULTILINE)
            file.with_name(f"{file.stem}-{number}.yml").write_text(copy, encoding="utf-8")


def _saves(tree: Path, times: int) -> Iterator[tuple[str, str, str]]:
    """Seconds of the clock from a save until the page is built, as `make serve` does it."""
    command = [sys.executable, "-m", "tools.serve.builder", str(tree / "served"), "http://127.0.0.1:8000/"]
    with subprocess.Popen(
        command, cwd=tree, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT
    ) as builder:
        assert builder.stdin
        assert builder.stdout
        builder.stdout.readline()

        def save(path: str, address: str, old: str, new: str) -> float:
            file = tree / path
            file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
            asked = json.dumps({"changed": [path], "looking_at": [address]})
            started = time.monotonic()
            assert builder.stdin
            assert builder.stdout
            builder.stdin.write(asked + "\n")
            builder.stdin.flush()
            said = json.loads(builder.stdout.readline())
            assert said["pages"] == [address], said
            took = time.monotonic() - started
            time.sleep(2)  # what nobody looks at is built meanwhile
            return took

        page, at = "docs/joints/sore-knees.md", "/joints/sore-knees/"
        words = ["\n## ", "\n## Fresh "]
        took = [save(page, at, words[n % 2], words[1 - n % 2]) for n in range(times)]
        row, at = "data/decisions/sore-today.yml", "/do/sore-today/"
        reasons = ["because: ", "because: Now. "]
        rows = [save(row, at, reasons[n % 2], reasons[1 - n % 2]) for n in range(6)]
        builder.stdin.close()
    yield f"a saved page, the slowest of {times} times, in seconds", f"{max(took):.2f}", f"under {SAVED_PAGE:g}"
    yield f"a saved page, the median of {times} times", f"{statistics.median(took):.2f}", ""
    yield "a saved row of a table, the slowest of 6 times", f"{max(rows):.2f}", f"under {SAVED_ROW:g}"


def _median(runs: int, work: Callable[[], Cost]) -> Cost:
    costs = [work() for _ in range(runs)]
    return Cost(statistics.median(cost.seconds for cost in costs), max(cost.megabytes for cost in costs))


def _cost(command: list[str], folder: Path) -> Cost:
    """Of a process and what it started, as the system counts it. Raises where it fails."""
    process = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"{' '.join(command)[:80]} failed in {folder}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
