"""The whole guide as one zip file: where it is, how large, and of which day."""

from __future__ import annotations

from ...day import day
from ...export.downloads import OFFLINE_COPY
from ..page.context import PageContext
from ..page.links import Link
from ..page.templating import rendered


def offline_copy(page: PageContext) -> str:
    """A link where the site carries the zip; else where to get it. The copy in the zip does not hold itself."""
    return rendered(
        "about/offline_copy.html",
        link=Link("Download the offline copy", page.file(OFFLINE_COPY)) if page.offline_copy else None,
        name=OFFLINE_COPY.rpartition("/")[2],
        megabytes=f"{(page.offline_copy or 0) / 1_000_000:.1f}",
        made=day(page.today),
        is_copy=not page.directory_urls,
    )
