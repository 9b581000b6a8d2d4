"""Styles, scripts and fonts, made where they are not there or not up to date: `python -m tools.assets`.

A step of its own, before any generator: `make serve` and `make site` take it, and whoever builds with another tool.
"""

from __future__ import annotations

from .bundles import ensure_bundles
from .fonts import ensure_fonts


def ensure_assets() -> bool:
    """Returns whether anything changed."""
    fonts, bundles = ensure_fonts(), ensure_bundles()
    return fonts or bundles
