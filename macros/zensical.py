"""Takes back beforehand what Zensical does to finished markup.

It reads a relative link in markup as one from the page's file, as it does in Markdown, and leads it on to where the
page is published. What macros render holds links from there already. What stands in <noscript> it leaves as it is.
"""

from __future__ import annotations

import re
from posixpath import join, normpath, relpath

_RELATIVE = re.compile(r'(?s:<noscript>.*?</noscript>)|(\s(?:href|src)=")(?!#|/|[a-z][a-z0-9+.-]*:)([^"#?]+)')


def as_in_file(markup: str, path: str) -> str:
    """`markup` for the page docs/`path`, published as a folder, with its links as they would stand in its file."""
    published = path.removesuffix(".md")
    if published.rpartition("/")[2] == "index":  # is published where it stands
        return markup
    folder = published.rpartition("/")[0]
    return _RELATIVE.sub(lambda found: found[1] + _moved(found[2], published, folder) if found[1] else found[0], markup)


def _moved(link: str, published: str, folder: str) -> str:
    slash = "/" if link.endswith(("/", "/.", "..")) or link == "." else ""
    return relpath(normpath(join("/", published, link)), join("/", folder)) + slash
