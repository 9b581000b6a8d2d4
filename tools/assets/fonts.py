"""Cuts the guide's two typefaces out of an installed package: `python -m tools.assets.fonts`.

The letters are Lato 2.0 by Łukasz Dziedzic, for reading, and Roboto Slab by Christian Robertson, for headings, as
MkDocs' own package carries them. Why this way: docs-dev/adr/0005-fonts.md.
"""

from __future__ import annotations

import hashlib
import logging
import sys
from dataclasses import dataclass
from importlib.metadata import distribution, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[2]
INTO = ROOT / "overrides" / "assets" / "fonts"

LETTERS_FROM = (
    "docs/**/*.md",
    "data/**/*.yml",
    "macros/**/*.html",
    "macros/**/*.py",
    "overrides/**/*.html",
    "mkdocs.yml",
)


# Always there, so that a name or a sign typed tomorrow needs no new cut: ASCII, and the signs of tables and ranges.
ALWAYS = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\u00a0£°±²³½×÷àáäçèéêëíïñóôöúüß‐‑–—‘’“”…′″→−≈≠≤≥●○")

# What titles are written with. A sign beyond these comes from the device.
OF_TITLES = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\u00a0£½×‑–—‘’“”…éèêëö")


@dataclass(frozen=True)
class Cut:
    """One file of letters: what it is cut from, and which of its features stay."""

    original: str  # below the fonts that MkDocs' package carries
    family: str  # not the original's name: Lato's licence reserves it, and both have fewer letters here
    features: tuple[str, ...]
    letters: frozenset[str] | None = None  # where it needs fewer than all that are in use


# No "liga": joined letters such as tt are harder to tell apart.
_READING = ("kern", "mark", "tnum", "lnum")
CUTS = {
    "guide-sans-regular.woff2": Cut("lato-normal.woff2", "Guide Sans", _READING),
    "guide-sans-italic.woff2": Cut("lato-normal-italic.woff2", "Guide Sans", _READING),
    "guide-sans-bold.woff2": Cut("lato-bold.woff2", "Guide Sans", _READING),
    "guide-slab.woff2": Cut("Roboto-Slab-Regular.woff2", "Guide Slab", ("kern", "lnum"), OF_TITLES),
}
LICENCE = "guide-licences.txt"

# Places in a font's name table that hold its family, full and PostScript names:
# https://learn.microsoft.com/en-us/typography/opentype/spec/name#name-ids
_FAMILY_IDS, _FULL_NAME_IDS, _POSTSCRIPT_ID = (1, 16), (3, 4, 18), 6


def ensure_fonts(into: Path = INTO) -> bool:
    """Write the font files unless they are there and up to date. Returns whether anything was written."""
    stamp = into / ".made-from"
    letters = letters_in_use()
    recipe = _recipe(letters)
    there = all((into / name).is_file() for name in (*CUTS, LICENCE))
    if there and stamp.is_file() and stamp.read_text(encoding="utf-8") == recipe:
        return False
    into.mkdir(parents=True, exist_ok=True)
    for old in (*into.glob("*.woff2"), *into.glob("*.txt")):
        old.unlink()
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it tells of every table it leaves out
    for name, cut in CUTS.items():
        _write(cut, letters, into / name)
    (into / LICENCE).write_text(_licences(into), encoding="utf-8")
    stamp.write_text(recipe, encoding="utf-8")
    return True


def letters_in_use(root: Path = ROOT) -> frozenset[str]:
    """Every letter and sign that the guide's words hold, and those that are always there."""
    texts = (path.read_text(encoding="utf-8") for pattern in LETTERS_FROM for path in root.glob(pattern))
    return ALWAYS.union(*texts) - {"\n", "\t", "\r"}


def _recipe(letters: frozenset[str]) -> str:
    """Changes whenever the packages, the letters or this file change."""
    made_of = Path(__file__).read_bytes() + "".join(sorted(letters)).encode()
    return f"mkdocs {version('mkdocs')}, fonttools {version('fonttools')}, {hashlib.sha256(made_of).hexdigest()}\n"


def _package_folder(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"the package {name} is not installed: run `make serve`")
    return Path(spec.origin).parent


def _write(cut: Cut, letters: frozenset[str], into: Path) -> None:
    from fontTools import subset  # imported only where fonts are made: it takes as long as a dozen pages
    from fontTools.ttLib import TTFont

    options = subset.Options(flavor="woff2", hinting=False, layout_features=list(cut.features))
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14]  # with authors, copyright and licence
    options.recalc_timestamp = False  # the same bytes on every day
    font = TTFont(_package_folder("mkdocs") / "themes/readthedocs/css/fonts" / cut.original, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(letters if cut.letters is None else cut.letters))
    subsetter.subset(font)
    _rename(font, cut.family)
    font.flavor = "woff2"
    font.save(into)


def _rename(font: TTFont, family: str) -> None:
    style = font["name"].getDebugName(2)
    for record in font["name"].names:
        if record.nameID in _FAMILY_IDS:
            record.string = family
        elif record.nameID in _FULL_NAME_IDS:
            record.string = f"{family} {style}"
        elif record.nameID == _POSTSCRIPT_ID:
            record.string = f"{family}-{style}".replace(" ", "")


def _licences(folder: Path) -> str:
    """Who made the letters, what we changed, and both licences in full, as they ask."""
    lato, slab = (_copyright(folder / name) for name in ("guide-sans-regular.woff2", "guide-slab.woff2"))
    open_font = _licence_text("SIL OPEN FONT LICENSE Version 1.1", "OTHER DEALINGS IN THE FONT SOFTWARE.")
    apache = _licence_text("Apache License\n                           Version 2.0", "END OF TERMS AND CONDITIONS")
    return (
        'The fonts in this folder are cuts, with fewer letters and under other names, of Lato ("Guide Sans") and of\n'
        'Roboto Slab ("Guide Slab").\n\n'
        f"Lato: {lato}\nUnder the SIL Open Font License, below.\n\n"
        f"Roboto Slab: {slab}\nUnder the Apache License 2.0, further below.\n\n"
        f"{open_font}\n{apache}"
    )


def _copyright(font: Path) -> str:
    from fontTools.ttLib import TTFont

    return str(TTFont(font)["name"].getDebugName(0))


def _licence_text(title: str, end: str) -> str:
    """The text of a licence, from the fonttools package, which carries both for fonts of its own."""
    files = distribution("fonttools").files or []
    found = next((file for file in files if file.name == "LICENSE.external"), None)
    text = found.read_text() if found else ""
    if title not in text or end not in text[text.index(title) :]:
        raise ValueError(f"fonttools no longer carries the text of the licence that begins with: {title}")
    begin = text.index(title)
    return text[begin : text.index(end, begin) + len(end)] + "\n"


if __name__ == "__main__":
    print("Fonts written." if ensure_fonts() else "Fonts are up to date.")
    sys.exit(0)
