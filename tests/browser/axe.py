"""axe-core in a page that is open already. It comes with a package from PyPI, so that no npm package is needed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

SIGHT = ("color-contrast", "link-in-text-block")  # all that other colours can change


def violations(page: Page, rules: Sequence[str] = (), within: str = "html") -> list[str]:
    """What axe complains about, a text for each element. All rules, or those that are named."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())
    options = {"resultTypes": ["violations"], **({"runOnly": {"type": "rule", "values": list(rules)}} if rules else {})}
    found = page.evaluate("([within, options]) => axe.run(within, options)", [within, options])
    return [
        f"{violation['id']}: {node['html']}\n{node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


@cache
def _source() -> str:
    (file,) = Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")
    return file.read_text(encoding="utf-8")
