"""Lighthouse on the longest page of each type: `python -m tools.audit.lighthouse`. At least 95 of 100 are wanted.

Pages are sent compressed, as a server sends them, to a slow phone on a slow line (Lighthouse's own default). Other work
on the machine makes a page slower and never faster, so a page that scores low is asked again, and its best counts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from macros.library import Library, load_library
from tools.audit.npm import Missing, node, package
from tools.browser import HOW_TO_GET_ONE, QUIET, find_browser
from tools.build import ROOT, BuildFailed, build_site
from tools.serving import served
from tools.website import compress

WANTED = 95
TRIES = 3
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def longest_of_each_type(library: Library, site: Path) -> dict[str, str]:
    """For each type of page that readers have, the address of the one whose file is the largest."""
    found: dict[str, tuple[int, str]] = {}
    for path, page in library.pages.items():
        stem = path.removesuffix(".md")
        address = "" if stem == "index" else f"{stem.removesuffix('/index')}/"
        if page.is_for_readers:
            size = (site / address / "index.html").stat().st_size
            found[page.meta.type] = max(found.get(page.meta.type, (0, "")), (size, address))
    return {kind: address for kind, (_, address) in found.items()}


def scores(address: str) -> dict[str, int]:
    """What Lighthouse gives a page, of 100, the best of some tries in each category."""
    best = dict.fromkeys(CATEGORIES, 0)
    for _ in range(TRIES):
        best = {name: max(best[name], score) for name, score in _asked(address).items()}
        if min(best.values()) >= WANTED:
            break
    return best


def _asked(address: str) -> Mapping[str, int]:
    browser = find_browser()
    if browser is None:
        raise Missing(HOW_TO_GET_ONE.replace("make test", "make audit"))
    command = [
        str(node()),
        str(package("lighthouse") / "cli" / "index.js"),
        address,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={' '.join(('--headless=new', *QUIET))}",
    ]
    environment = {**os.environ, "CHROME_PATH": str(browser)}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise Missing(f"Lighthouse stopped at {address}:\n{run.stderr}")
    found = json.loads(run.stdout)["categories"]
    return {name: round(100 * (found[name]["score"] or 0)) for name in CATEGORIES}


def main() -> int:
    """Build, serve and score."""
    lowest = 100
    try:
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            build_site(site)
            compress(site)
            print(f"{'type':12}{'page':46}{''.join(f'{name:>16}' for name in CATEGORIES)}")
            with served(site, {}) as address:
                for kind, page in longest_of_each_type(load_library(ROOT), site).items():
                    found = scores(f"{address}/{page}")
                    lowest = min(lowest, *found.values())
                    print(f"{kind:12}{f'/{page}':46}{''.join(f'{score:16}' for score in found.values())}", flush=True)
    except (BuildFailed, Missing) as failure:
        print(failure, file=sys.stderr)
        return 1
    print(f"The lowest score is {lowest}; at least {WANTED} wanted.")
    return int(lowest < WANTED)


if __name__ == "__main__":
    sys.exit(main())
