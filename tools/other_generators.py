"""Builds the same tree with another generator: `python -m tools.other_generators properdocs`, or `zensical`.

Each is installed from a lock of its own into an environment of its own below .generators/ (not .cache/, which Zensical
takes for its own and clears). What it builds is held against the site as MkDocs builds it, in a table: pages, the words
of articles and their links must be the same, and what else differs is said. Then its tools are tried in a browser.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tools.assets import ensure_assets
from tools.build import ROOT, BuildFailed, build_site, source_date_epoch
from tools.same_site import Difference, compare
from tools.search_index import INDEX, write_index

FOLDER = ROOT / ".generators"

# What is called in the environment of each, from the folder of the project. Both build into .generators/NAME/site.
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "properdocs": ("properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", ".generators/properdocs/site"),
    "zensical": ("zensical", "build", "--strict", "-f", "mkdocs-zensical.yml"),
}
_KEPT_BY_ZENSICAL = re.compile(r"\d+")  # files in .cache/; it does not see a change of data/ or macros/


def build(name: str) -> Path:
    """The folder of the site as this generator builds it. Raises BuildFailed with what was said."""
    python = _installed(name)
    site = FOLDER / name / "site"
    shutil.rmtree(site, ignore_errors=True)
    for kept in (ROOT / ".cache").glob("*"):
        if _KEPT_BY_ZENSICAL.fullmatch(kept.name):
            kept.unlink()
    ensure_assets()
    _run([str(python), "-m", *COMMANDS[name]])
    if not (site / "downloads").exists():  # from here on: what hooks.py does for those that know hooks
        _run([sys.executable, "-m", "macros", "files", str(site)])
    if not (site / INDEX).exists():
        write_index(site)
    return site


def try_tools(site: Path) -> int:
    """Run the tests that show that each tool works, on this site. Returns the exit status."""
    environment = {**os.environ, "SITE_UNDER_TEST": str(site)}
    command = [sys.executable, "-m", "pytest", "-q", "-m", "smoke", "-p", "no:cacheprovider", "tests/browser"]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def table(name: str, differences: list[Difference]) -> str:
    """What differs, in Markdown."""
    rows = [f"| {each.what} | {each.found} |" for each in differences]
    return "\n".join([f"| MkDocs and {name} | What differs |", "|---|---|", *rows])


def _installed(name: str) -> Path:
    """The Python of the generator's environment, made anew when its lock has changed."""
    lock, folder = ROOT / f"requirements-{name}.txt", FOLDER / name
    done = folder / lock.name
    if not done.is_file() or done.read_bytes() != lock.read_bytes():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        _run(["sh", "tools/install.sh", str(folder / "env"), lock.name])
        shutil.copy(lock, done)
    return folder / "env" / "bin" / "python"


def _run(command: list[str]) -> None:
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONPATH": str(ROOT)}
    environment = {**os.environ, **quiet, "SOURCE_DATE_EPOCH": str(source_date_epoch())}
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise BuildFailed(f"{' '.join(command)} stopped:\n{run.stdout}{run.stderr}")


def main(arguments: list[str]) -> int:
    """Build, compare and try. Returns 1 where pages, words or links differ, or where a tool does not work."""
    if len(arguments) != 1 or arguments[0] not in COMMANDS:
        print(f"usage: python -m tools.other_generators {' | '.join(COMMANDS)}", file=sys.stderr)
        return 2
    (name,) = arguments
    try:
        site = build(name)
        with tempfile.TemporaryDirectory() as folder:
            build_site(Path(folder))
            differences = compare(Path(folder), site)
    except BuildFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    print(table(name, differences), flush=True)
    return int(any(each.must_not_be for each in differences) or bool(try_tools(site)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
