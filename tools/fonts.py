"""Cuts the guide's typeface out of an installed package: `python -m tools.fonts`.

The letters are Lato 2.0 by Łukasz Dziedzic, as MkDocs' own package carries it.
Why this way: docs-dev/adr/0005-fonts.md.
"""

from __future__ import annotations

import hashlib
import logging
import sys
from importlib.metadata import distribution, version
from importlib.util import find_spec
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
INTO = ROOT / "overrides" / "assets" / "fonts"

# "Lato" is a name that the licence reserves for the unchanged fonts; what we ship has fewer letters.
FAMILY = "Guide Sans"
CUTS = {
    "lato-normal.woff2": "guide-sans-regular.woff2",
    "lato-normal-italic.woff2": "guide-sans-italic.woff2",
    "lato-bold.woff2": "guide-sans-bold.woff2",
}
LICENCE = "guide-sans-licence.txt"

# Western and Central European letters, punctuation, and the signs that the guide's tables use.
UNICODES = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *(ord(sign) for sign in "‐‑‒–—‘’‚“”„†•…‰′″‹›€№™←↑→↓−≈≠≤≥●○■□▲△▼◆◇"),
)

# Places in a font's name table that hold its family, full and PostScript names:
# https://learn.microsoft.com/en-us/typography/opentype/spec/name#name-ids
_FAMILY_IDS, _FULL_NAME_IDS, _POSTSCRIPT_ID = (1, 16), (3, 4, 18), 6


def ensure_fonts(into: Path = INTO) -> bool:
    """Write the font files unless they are there and up to date. Returns whether anything was written."""
    stamp = into / ".made-from"
    recipe = _recipe()
    there = all((into / name).is_file() for name in (*CUTS.values(), LICENCE))
    if there and stamp.is_file() and stamp.read_text(encoding="utf-8") == recipe:
        return False
    into.mkdir(parents=True, exist_ok=True)
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it tells of every table it leaves out
    for original, cut in CUTS.items():
        _cut(_package_folder("mkdocs") / "themes/readthedocs/css/fonts" / original, into / cut)
    (into / LICENCE).write_text(_licence(into / CUTS["lato-normal.woff2"]), encoding="utf-8")
    stamp.write_text(recipe, encoding="utf-8")
    return True


def _recipe() -> str:
    """Changes whenever the packages or this file change."""
    this = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
    return f"mkdocs {version('mkdocs')}, fonttools {version('fonttools')}, {this}\n"


def _package_folder(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"the package {name} is not installed: run `make serve`")
    return Path(spec.origin).parent


def _cut(original: Path, cut: Path) -> None:
    # No "liga": joined letters such as tt are harder to tell apart.
    options = subset.Options(flavor="woff2", hinting=False, layout_features=["kern", "mark", "tnum", "lnum"])
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14]  # with authors, copyright and licence
    options.recalc_timestamp = False  # the same bytes on every day
    font = TTFont(original, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=UNICODES)
    subsetter.subset(font)
    _rename(font)
    font.flavor = "woff2"
    font.save(cut)


def _rename(font: TTFont) -> None:
    for record in font["name"].names:
        if record.nameID in _FAMILY_IDS:
            record.string = FAMILY
        elif record.nameID in _FULL_NAME_IDS:
            record.string = f"{FAMILY} {font['name'].getDebugName(2)}"
        elif record.nameID == _POSTSCRIPT_ID:
            record.string = f"{FAMILY}-{font['name'].getDebugName(2)}".replace(" ", "")


def _licence(font: Path) -> str:
    """Who made the letters, what we changed, and the licence in full, as it asks."""
    copyright_line = TTFont(font)["name"].getDebugName(0)
    return (
        f"{copyright_line}\n\n"
        f'The fonts in this folder are cuts of Lato with fewer letters, called "{FAMILY}" because the licence\n'
        "keeps the name Lato for the fonts as their makers published them.\n\n"
        f"{_open_font_licence()}"
    )


def _open_font_licence() -> str:
    """The text of the SIL Open Font License 1.1, from the fonttools package, which carries it for fonts of its own."""
    files = distribution("fonttools").files or []
    found = next((file for file in files if file.name == "LICENSE.external"), None)
    text = found.read_text() if found else ""
    title, end = "SIL OPEN FONT LICENSE Version 1.1", "OTHER DEALINGS IN THE FONT SOFTWARE."
    if title not in text or end not in text:
        raise ValueError(
            "fonttools no longer carries the text of the Open Font License: take it from https://openfontlicense.org"
        )
    return text[text.index(title) : text.index(end) + len(end)] + "\n"


if __name__ == "__main__":
    print("Fonts written." if ensure_fonts() else "Fonts are up to date.")
    sys.exit(0)
