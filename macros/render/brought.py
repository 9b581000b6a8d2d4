"""The styles and scripts that a tool of one page brings along (tools/bundles.py makes the files)."""

from __future__ import annotations

from markupsafe import Markup

from .context import PageContext


def brought(page: PageContext, *names: str) -> Markup:
    """What a template puts beside its element: built/NAME.css and built/NAME.js of each name, by relative links."""
    styles, programs = ([page.file(f"assets/built/{name}.{kind}") for name in names] for kind in ("css", "js"))
    return Markup("").join(
        [
            *(Markup('<link rel="stylesheet" href="{}">').format(style) for style in styles),
            *(Markup('<script src="{}" defer></script>').format(program) for program in programs),
        ]
    )
