"""HTML by the Nu validator, which checks that of the W3C: `python -m tools.audit.validity`.

Every page of the site and of the offline copy. It is a program for Java, from the npm package vnu-jar.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tools.audit.npm import Missing, package
from tools.build import OFFLINE, BuildFailed, build_site

HOW_TO_GET_JAVA = (
    "The validator needs Java, and there is none here. On Debian and Ubuntu: sudo apt install default-jre-headless. "
    "Or name the one you have: JAVA=/path/to/java make audit"
)

# What is let through: a part of the message, and why. One that lets nothing through any more is an error.
LET_THROUGH: Mapping[str, str] = {}

_SHOWN = 30


@dataclass(frozen=True)
class Mistake:
    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


def mistakes(folder: Path) -> list[Mistake]:
    """All errors in the HTML files below a folder. Warnings, which are advice, are left out."""
    jar = package("vnu-jar") / "build" / "dist" / "vnu.jar"
    command = [_java(), "-jar", str(jar), "--format", "json", "--errors-only", "--skip-non-html", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        said = json.loads(run.stderr)["messages"]
    except (ValueError, KeyError):
        raise Missing(f"The validator did not run:\n{run.stdout}{run.stderr}") from None
    return [
        Mistake(
            Path(unquote(urlsplit(each.get("url", "")).path)).relative_to(folder).as_posix(),
            each.get("lastLine", 0),
            each["message"],
        )
        for each in said
        if each["type"] == "error"
    ]


def judged(found: Iterable[Mistake], let_through: Mapping[str, str] = LET_THROUGH) -> tuple[list[Mistake], list[str]]:
    """The mistakes that are not let through, and what lets none through any more."""
    needed: set[str] = set()
    left = []
    for mistake in found:
        fitting = [part for part in let_through if part in mistake.message]
        needed.update(fitting)
        if not fitting:
            left.append(mistake)
    return left, [part for part in let_through if part not in needed]


def _java() -> str:
    java = os.environ.get("JAVA") or shutil.which("java")
    if not java:
        raise Missing(HOW_TO_GET_JAVA)
    return java


def main() -> int:
    """Build both sites and judge them."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder).resolve()
            build_site(site / "online")
            build_site(site / "offline", config=OFFLINE)
            pages = len(list(site.rglob("*.html")))
            left, idle = judged(mistakes(site))
    except (BuildFailed, Missing) as failure:
        print(failure, file=sys.stderr)
        return 1
    for mistake in left[:_SHOWN]:
        print(mistake)
    for part in idle:
        print(f"tools/audit/validity.py lets '{part}' through, and no page has it any more: delete it there")
    print(f"{pages} pages, {len(left)} errors.")
    return int(bool(left or idle))


if __name__ == "__main__":
    sys.exit(main())
