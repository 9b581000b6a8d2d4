"""The places of a page that its macros make, for links to them."""

from __future__ import annotations

import re

from ..checks.pages.calls import wrong_with
from ..checks.scope import Records
from ..day import today
from ..library import Library
from ..records import Page
from .macros import MACROS
from .page.context import PageContext


def anchors_made(library: Records, page: Page) -> set[str]:
    """Every id in what the macros of a page make of their records."""
    assert isinstance(library, Library)
    context = PageContext(library, page.path, directory_urls=True, today=today())
    made = (MACROS[call.macro](context, *call.arguments) for call in page.calls if wrong_with(call, library) is None)
    return {id for markup in made for id in re.findall(r'\sid="([^"]+)"', markup)}
