"""What a site holds beside its pages, whatever generator builds them: downloads, and the panels of claims."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from ..export.downloads import downloads
from ..library import Library
from .evidence.claim_panels import claim_panels


def site_files(
    library: Library, data: Mapping[str, bytes], today: datetime.date, *, directory_urls: bool
) -> dict[str, bytes]:
    """Every file by its path below the site. `data` holds the files of data/ by their path in it."""
    return {
        **downloads(library, data, today),
        **claim_panels(library, directory_urls=directory_urls, today=today),
    }
