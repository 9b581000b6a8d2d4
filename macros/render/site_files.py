"""What a site holds beside its pages, whoever builds them: downloads, pictures, panels of claims, QR codes."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from ..export.downloads import downloads
from ..library import Library
from .decisions.graph import decision_graphs
from .evidence.chart_files import chart_files
from .evidence.claim_panels import claim_panels
from .qr_codes import qr_codes


def site_files(
    library: Library, data: Mapping[str, bytes], today: datetime.date, *, directory_urls: bool, site: str
) -> dict[str, bytes]:
    """Every file by its path below the site, whose address is `site`. `data` holds the files of data/ by their path."""
    return {
        **downloads(library, data, today),
        **chart_files(library, directory_urls=directory_urls, today=today),
        **decision_graphs(library),
        **claim_panels(library, directory_urls=directory_urls, today=today),
        **qr_codes(library, site, today, directory_urls=directory_urls),
    }
