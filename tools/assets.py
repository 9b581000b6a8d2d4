"""Styles, scripts and fonts, made where they are not there or not up to date: `python -m tools.assets`.

A step of its own, before any generator: `make serve` and `make site` take it, and whoever builds with another tool.
"""

from __future__ import annotations

import sys

from tools.bundles import ensure_bundles
from tools.fonts import ensure_fonts


def ensure_assets() -> bool:
    """Returns whether anything changed."""
    fonts, bundles = ensure_fonts(), ensure_bundles()
    return fonts or bundles


if __name__ == "__main__":
    print("written" if ensure_assets() else "up to date")
    sys.exit(0)
