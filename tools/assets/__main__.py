"""Makes styles, scripts and fonts, or says what is wrong with a script: `python -m tools.assets`."""

from __future__ import annotations

import sys

from . import ensure_assets
from .joined import BrokenScript


def main() -> int:
    try:
        print("written" if ensure_assets() else "up to date")
    except BrokenScript as broken:
        print(broken, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
