"""The styles and scripts that a tool of one page brings along (tools/bundles.py makes the files)."""

from __future__ import annotations

from markupsafe import Markup

from .context import PageContext


def brought(page: PageContext, *names: str, scripts: tuple[str, ...] = ()) -> Markup:
    """What a template puts beside its element: built/NAME.css and built/NAME.js of each name, by relative links.

    They run in this order, those of `scripts` (which have no style) before the last name's.
    """
    styles = [page.file(f"assets/built/{name}.css") for name in names]
    programs = [page.file(f"assets/built/{name}.js") for name in (*names[:-1], *scripts, names[-1])]
    return Markup("").join(
        [
            *(Markup('<link rel="stylesheet" href="{}">').format(style) for style in styles),
            *(Markup('<script src="{}" defer></script>').format(program) for program in programs),
        ]
    )
