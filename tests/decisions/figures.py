"""A figure of the audit beside what is wanted of it, and how its time stands to that of a reference in the same run."""

from __future__ import annotations

import sys


def figure(name: str, found: str, wanted: str, ratio: float | None = None) -> None:
    """One line. A ratio above 1 says that the reference takes so many times as long."""
    times = "" if ratio is None else f"   reference takes {ratio:,.1f} x as long"
    sys.stdout.write(f"{name:<66}{found:>14}   wanted {wanted}{times}\n")
