"""For paper: a picture of each page's address, which the camera of a phone reads."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping
from urllib.parse import urljoin

import segno

from ..library import Library
from .page.context import PageContext

FOLDER = "assets/qr"


def qr_codes(library: Library, site: str, today: datetime.date, *, directory_urls: bool) -> Mapping[str, bytes]:
    """A drawing for each page for readers, by its path below the site; none where the site does not know its address.

    It leads to where a page is published: what a printed page says of the address in words.
    """
    if not site:
        return {}
    front = PageContext(library, "index.md", directory_urls, today)
    return {
        f"{FOLDER}/{path.removesuffix('.md')}.svg": _drawn(urljoin(site, front.url(path)))
        for path, page in library.pages.items()
        if page.is_for_readers
    }


def _drawn(address: str) -> bytes:
    """With the quiet edge of four modules that ISO/IEC 18004 asks for."""
    drawing = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawing, kind="svg", border=4, xmldecl=False, nl=False)
    return drawing.getvalue()
