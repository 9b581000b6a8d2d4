"""The short cards that chips open in place: written once for the whole site, fetched when a reader first opens one.

A script file and not JSON, because a page that was opened from a folder may run scripts beside it but not fetch them.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping

from ...library import Library
from ...records.evidence.source import LIST_PAGES
from ..page.context import PageContext
from ..page.templating import rendered
from .claim import card
from .list_pages import list_page_of

FOLDER = "assets/claims"

# Links in a panel begin at the root of the site; claim-chip.js puts the way there before them.
_AT_THE_ROOT = "index.md"


def claim_panels(library: Library, *, directory_urls: bool, today: datetime.date) -> Mapping[str, bytes]:
    """A script for each page of the list of claims, by its path below the site: it hands the panels over by claim."""
    page = PageContext(library, _AT_THE_ROOT, directory_urls, today)
    panels: dict[str, dict[str, str]] = {name: {} for name in LIST_PAGES}
    for claim in library.claims.values():
        panels[list_page_of(claim.topic)][claim.id] = rendered("evidence/claim_panel.html", card=card(page, claim))
    return {f"{FOLDER}/{name}.js": _script(found) for name, found in panels.items()}


def _script(panels: Mapping[str, str]) -> bytes:
    return f"Object.assign((window.claimPanels ??= {{}}), {json.dumps(panels, ensure_ascii=False)});\n".encode()
