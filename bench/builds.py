"""What a build costs, beside plain Material; how it grows; and how fast a saved word or row is in the browser.

Processor seconds of whole processes, medians of several runs. Ratios hold on other machines, seconds do not. A first
build finds nothing kept: no compiled code or template, no written-out reference, no mark of a proof that held, no page.
What grows is measured with every page made anew, and a check after something was saved, as both are quick otherwise.
"""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.build import ROOT

from .cost import Cost, build, copied, cost, median, median_of
from .plain import on_the_bare_words, on_the_same_articles
from .saves import seconds_of_saves

# Wanted
SECONDS, OF_SAME_ARTICLES, OF_BARE_WORDS = 4, 0.7, 3
TIMES_PAGES, MEGABYTES, TIMES_CLAIMS = 5, 270, 10
SAVED_PAGE, SAVED_ROW, CHECK, COMPRESSING, ACROSS = 1, 2, 1, 5, 0.5

# What is saved again and again: a file, and the words after which others stand each time.
_PAGE = ("docs/joints/sore-knees.md", "\n## ")
_ROW = ("data/decisions/sore-today.yml", "because: ")

# A grown tree breaks rules on purpose (two pages of one name, claims that nobody shows), so nothing is checked there.
_BUILD_UNCHECKED = """
import macros.checks as checks
checks.ALONE = checks.TOGETHER = ()
from mkdocs.__main__ import cli
cli(["build", "-q", "-d", {site!r}])
"""
_ACROSS = """
import time
from dataclasses import replace
from pathlib import Path
from macros.checks import PROOFS
from macros.checks.doing.signs import no_link_leads_to_more
from macros.decisions.compiling.compiling import only_compiled
from macros.decisions.compiling.questions import read_facts
from macros.library import load_library
known = load_library(Path())
facts, _ = read_facts(known.facts, known.signs, lambda id, *at: known.place("facts", id, *at))
made, _ = only_compiled(known.decisions, lambda id, *at: known.place("decisions", id, *at), known.signs, facts)
library = replace(known, compiled=made)  # without the diagrams that the check has drawn already
started = time.process_time()
found = [problem for check in (*PROOFS, no_link_leads_to_more) for problem in check(library)]
print(time.process_time() - started)
"""
_COMPRESS = "import sys; from pathlib import Path; from tools.website import compress; compress(Path(sys.argv[1]))"


def report(runs: int) -> Iterator[tuple[str, str, str]]:
    """A row for each figure: what it is of, what was found, what is wanted."""
    with copied() as tree:
        site = tree / "site"
        first = median(runs, lambda: _first_build(tree, site))
        again = median(runs, lambda: _every_page(tree, site))
        same, bare = on_the_same_articles(tree, site, runs), on_the_bare_words(tree, runs)
        builds = {
            "a first build": first,
            "a build of every page anew": again,
            "a build after a changed page": _median_of_saves(runs, tree, _PAGE, lambda: build(tree, site)),
            "a build after a changed row": _median_of_saves(runs, tree, _ROW, lambda: build(tree, site)),
            "a build after no change": median(runs, lambda: build(tree, site)),
        }
        for name, ours in builds.items():
            yield f"{name}, in processor seconds", f"{ours.seconds:.2f}", f"about {SECONDS}"
            ratio, bare_ratio = ours.seconds / same.seconds, ours.seconds / bare.seconds
            yield f"{name}, beside plain Material on the same articles", f"{ratio:.2f}", f"{OF_SAME_ARTICLES}"
            yield f"{name}, beside plain Material on the bare words", f"{bare_ratio:.2f}", f"{OF_BARE_WORDS}"
        yield "a build, megabytes at most", f"{first.megabytes:.0f}", ""
        compressing = median(runs, lambda: _compressed(site, tree))
        yield "compressing, in processor seconds", f"{compressing.seconds:.2f}", f"{COMPRESSING}"
        yield from _saves(tree)
        for name, file in (("page", _PAGE), ("row", _ROW)):
            check = _median_of_saves(runs, tree, file, lambda: cost([sys.executable, "-m", "macros", "check"], tree))
            yield f"make check after a changed {name}, in processor seconds", f"{check.seconds:.2f}", f"under {CHECK}"
    across = statistics.median(_seconds_across() for _ in range(runs))
    yield "proofs across tools, nothing remembered, in processor seconds", f"{across:.2f}", f"under {ACROSS}"
    with copied() as tree:
        _five_times_the_pages(tree)
        grown = median(min(runs, 3), lambda: _build_unchecked(tree))
        yield "five times the pages, times the time", f"{grown.seconds / again.seconds:.1f}", f"{TIMES_PAGES}"
        yield "five times the pages, megabytes at most", f"{grown.megabytes:.0f}", f"{MEGABYTES}"
    with copied() as tree:
        _ten_times_the_claims(tree)
        grown = median(min(runs, 3), lambda: _build_unchecked(tree))
        linear = f"at most {TIMES_CLAIMS} (linear)"
        yield "ten times the claims, times the time", f"{grown.seconds / again.seconds:.1f}", linear


def _first_build(tree: Path, site: Path) -> Cost:
    for kept in (tree / ".cache", *tree.rglob("__pycache__")):
        shutil.rmtree(kept, ignore_errors=True)
    return build(tree, site)


def _every_page(tree: Path, site: Path) -> Cost:
    shutil.rmtree(tree / ".cache" / "made", ignore_errors=True)
    return build(tree, site)


def _median_of_saves(runs: int, tree: Path, saved: tuple[str, str], work: Callable[[], Cost]) -> Cost:
    """Each time after the file was saved with other words after these."""
    file, before = tree / saved[0], saved[1]
    text = file.read_text(encoding="utf-8")
    work()  # what is there now is known
    costs = []
    for run in range(runs):
        file.write_text(text.replace(before, f"{before}New{chr(ord('a') + run) * 3} ", 1), encoding="utf-8")
        costs.append(work())
    file.write_text(text, encoding="utf-8")
    return median_of(costs)


def _seconds_across() -> float:
    """All proofs across tools and all described people, with the diagrams that they are made on."""
    run = subprocess.run([sys.executable, "-c", _ACROSS], cwd=ROOT, capture_output=True, text=True, check=True)
    return float(run.stdout)


def _build_unchecked(tree: Path) -> Cost:
    shutil.rmtree(tree / ".cache" / "made", ignore_errors=True)
    return cost([sys.executable, "-c", _BUILD_UNCHECKED.format(site=str(tree / "site"))], tree)


def _compressed(site: Path, tree: Path) -> Cost:
    with tempfile.TemporaryDirectory() as name:
        shutil.copytree(site, name, dirs_exist_ok=True)
        return cost([sys.executable, "-c", _COMPRESS, name], tree)


def _saves(tree: Path) -> Iterator[tuple[str, str, str]]:
    page = seconds_of_saves(tree, *_PAGE, "/joints/sore-knees/", 20)
    yield "20 edits of a page: the slowest, in seconds", f"{max(page):.2f}", f"under {SAVED_PAGE}"
    yield "20 edits of a page: the median", f"{statistics.median(page):.2f}", ""
    row = seconds_of_saves(tree, *_ROW, "/do/sore-today/", 6)
    yield "6 edits of a row of a table: the slowest, in seconds", f"{max(row):.2f}", f"under {SAVED_ROW}"


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
