"""The styles and scripts that a tool of one page brings along (tools/assets/bundles.py makes the files)."""

from __future__ import annotations

from markupsafe import Markup

from .context import PageContext


def brought(page: PageContext, name: str) -> Markup:
    """What a template puts beside its element: built/NAME.css and built/NAME.js, by relative links."""
    style, script = (page.file(f"assets/built/{name}.{kind}") for kind in ("css", "js"))
    return Markup('<link rel="stylesheet" href="{}"><script src="{}" defer></script>').format(style, script)
