"""Puts all styles into one file and all scripts into one.

A page then asks for one stylesheet and one script instead of thirty, which counts on a slow line. What is written in
many small files below overrides/assets/ and by the theme is joined, in the order below, and made shorter. The files
go to overrides/assets/built/, which git ignores; overrides/page.html names them.
"""

from __future__ import annotations

import hashlib
import re
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from rcssmin import cssmin

from .joined import BrokenScript, joined, modules, needed
from .unused_styles import without_unused

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "overrides" / "assets"
INTO = ASSETS / "built"

# Tokens come first because all else uses them, and what components are made of before them; print comes last because
# it takes things back.
FIRST_STYLES = ("tokens", "base", "primitives")
LAST_STYLES = ("print",)

# Scripts that run before the page is painted stand alone.
EARLY = ("theme/settings",)

# Files in folders of these names are not joined: each goes to the pages that have the tool, or that have the look, or
# is fetched when it is wanted.
_TOOLS, _LOOKS, _WANTED = "tools", "looks", "wanted"
_WAITS = 'addEventListener("DOMContentLoaded", () => {'
_COMMENTS = re.compile(r"^[ \t]*//.*\n|^[ \t]*/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*\n|/\*\* @[^\n`]*?\*/ ?", re.MULTILINE)
# After code that ends no template literal: of that, no pattern can tell where it ends.
_TRAILING = re.compile(r"""^((?:[^"'`/\\\n]|"[^"\\\n]*"|'[^'\\\n]*'|/(?!/))*?)[ ]+//[ ].*$""", re.MULTILINE)
_EMPTY = re.compile(r"^[ \t\n]+", re.MULTILINE)


def ensure_bundles(into: Path = INTO) -> bool:
    """Write the files unless they are there and up to date. Returns whether anything changed."""
    stamp, recipe = into / ".made-from", _recipe()
    before, *names = stamp.read_text(encoding="utf-8").splitlines() if stamp.is_file() else [""]
    if before == recipe and all((into / name).is_file() for name in names):
        return False
    contents = {
        "guide.css": f"{_theme_styles()}\n{_our_styles()}",
        **{name: shorter(text) for name, text in script_bundles(ASSETS / "scripts").items()},
        **{name: "\n".join(cssmin(text) for text in texts) for name, texts in _apart_styles().items()},
    }
    changed = False
    into.mkdir(parents=True, exist_ok=True)
    for file in into.iterdir():  # what is written no longer is not served either
        if file.name not in contents and file != stamp:
            file.unlink()
            changed = True
    for name, content in contents.items():
        file = into / name
        if not file.is_file() or file.read_text(encoding="utf-8") != content:
            file.write_text(content, encoding="utf-8")
            changed = True
    stamp.write_text("\n".join((recipe, *contents)), encoding="utf-8")
    return changed


def _recipe() -> str:
    """Changes whenever what is joined, what makes it shorter or this file changes."""
    code = sorted(Path(__file__).parent.glob("*.py"))
    made_of = hashlib.sha256(f"{version('rcssmin')} {version('tinycss2')}".encode())
    for path in (*theme_stylesheets(), *sorted(ASSETS.rglob("*.css")), *sorted(ASSETS.rglob("*.js")), *code):
        if INTO not in path.parents:
            made_of.update(f"{path.parent.name}/{path.name} ".encode() + path.read_bytes())
    return made_of.hexdigest()


def shorter(script: str) -> str:
    """A script without comments, types, empty lines, and the spaces before a line.

    No more than that: ADR 12 names the minifiers in Python that were tried, and what each of them does wrong.
    """
    return _EMPTY.sub("", _TRAILING.sub(r"\1", _COMMENTS.sub("", script)))


def script_bundles(folder: Path) -> dict[str, str]:
    """Our scripts as pages load them: guide.js on all of them, for each tool tools/NAME.js its own NAME.js, and so for
    what is fetched when it is wanted. What a page needs of the theme's program, we have in little: theme/page.js.
    """
    known = modules(folder)
    entries = [name for name in known if not name.startswith((f"{_TOOLS}/", f"{_WANTED}/")) and name not in EARLY]
    shared = needed(entries, known)
    found = {"guide.js": joined(shared, known, begins="const guide = {};")}
    everywhere = {*shared, *EARLY}
    for name in known:
        if name not in everywhere and "." not in name:
            own = needed([name], known, but=shared)
            everywhere |= {*own}
            # The script of a tool stands in the page, and so before guide.js: it waits for that.
            waits = (_WAITS, "});") if name.startswith(f"{_TOOLS}/") else ("{", "}")
            found[f"{Path(name).name}.js"] = joined(own, known, begins=waits[0], ends=waits[1])
    if lost := sorted(known.keys() - everywhere):
        raise BrokenScript(f"{folder / lost[0]}.js:1:1: no tool imports this script. Import it, or delete it")
    return found


def stylesheets() -> list[Path]:
    """Our styles in the order in which they count. Those of the theme stand before them."""

    def place(path: Path) -> tuple[int, str]:
        for name in (path.stem, path.parent.name):
            if name in FIRST_STYLES:
                return FIRST_STYLES.index(name), path.stem
        return len(FIRST_STYLES) + (path.stem in LAST_STYLES), path.stem

    files = (path for path in (ASSETS / "stylesheets").rglob("*.css") if path.parent.name not in (_TOOLS, _LOOKS))
    return sorted(files, key=place)


def theme_stylesheets() -> list[Path]:
    """The theme's styles in the order in which they count."""
    return [_theme_file(f"stylesheets/{name}.*.min.css") for name in ("main", "palette")]


def _our_styles() -> str:
    return "\n".join(cssmin(path.read_text(encoding="utf-8")) for path in stylesheets())


def _theme_styles() -> str:
    """What this guide needs of the theme's styles."""
    ours = (path.read_text(encoding="utf-8") for path in (*stylesheets(), *sorted((ASSETS / "scripts").rglob("*.js"))))
    used = "\n".join([*ours, *(text for texts in _apart_styles().values() for text in texts)])
    theme = "\n".join(path.read_text(encoding="utf-8") for path in theme_stylesheets())
    return without_unused(theme, used)


def _apart_styles() -> dict[str, list[str]]:
    """The styles of each tool and look by the name of their file: NAME.css, with its parts NAME.part.css after it."""
    files = (path for folder in (_TOOLS, _LOOKS) for path in (ASSETS / "stylesheets" / folder).glob("*.css"))
    found: dict[str, list[str]] = {}
    for path in sorted(sorted(files), key=lambda path: path.name.count(".")):
        found.setdefault(f"{path.name.partition('.')[0]}.css", []).append(path.read_text(encoding="utf-8"))
    return found


def _theme_file(pattern: str) -> Path:
    spec = find_spec("material")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("the package mkdocs-material is not installed: run `make serve`")
    found = list((Path(spec.origin).parent / "templates" / "assets").glob(pattern))
    if len(found) != 1:
        raise FileNotFoundError(f"mkdocs-material has {len(found)} files {pattern}, and one is expected")
    return found[0]
