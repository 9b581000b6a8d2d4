"""Sources for reference managers: BibTeX by bibtexparser, RIS by rispy, both in UTF-8."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import rispy
from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field

from ..records import Source
from .csl import csl_item, goes_on

_BIBTEX_TYPES = {
    "article-journal": "article",
    "report": "techreport",
    "webpage": "misc",
    "book": "book",
    "chapter": "incollection",
    "document": "misc",
}
_RIS_TYPES = {
    "article-journal": "JOUR",
    "report": "RPRT",
    "webpage": "ELEC",
    "book": "BOOK",
    "chapter": "CHAP",
    "document": "GEN",
}
# Characters that TeX would act on. Addresses and identifiers stay as they are: readers of BibTeX expect them plain.
_TEX = str.maketrans({character: f"\\{character}" for character in "&%$#_"})


def bibtex(sources: Iterable[Source]) -> str:
    """All sources as BibTeX. Braces keep the capitals of titles and the names of bodies whole."""
    library = Library()
    for source in sources:
        fields = [Field(name, value) for name, value in _bibtex_fields(csl_item(source)).items() if value]
        library.add(Entry(_BIBTEX_TYPES[source.type], source.id, fields))
    return write_string(library)


def ris(sources: Iterable[Source]) -> str:
    """All sources as RIS."""
    written: str = rispy.dumps([_ris_entry(csl_item(source)) for source in sources], implementation=_RisWriter)
    return written


class _RisWriter(rispy.RisWriter):  # type: ignore[misc]  # rispy ships no types
    """rispy numbers entries on lines of their own, which other programs may not expect."""

    def set_header(self, count: int) -> str:
        return ""


def _bibtex_fields(item: dict[str, Any]) -> dict[str, str]:
    container = _tex(item.get("container-title", ""))
    place = {"article-journal": "journal", "chapter": "booktitle"}.get(item["type"], "howpublished")
    publisher = "institution" if item["type"] == "report" else "publisher"
    return {
        "author": " and ".join(_bibtex_name(name) for name in item["author"]),
        "title": f"{{{_tex(item['title'])}}}",
        "year": str(_year(item) or ""),
        place: container,
        "volume": _tex(item.get("volume", "")),
        "number": _tex(item.get("issue", item.get("number", ""))),
        "pages": _tex(item.get("page", "")).replace("-", "--"),
        publisher: _tex(item.get("publisher", "")),
        "address": _tex(item.get("publisher-place", "")),
        "edition": _tex(item.get("edition", "")),
        "isbn": item.get("ISBN", ""),
        "doi": item.get("DOI", ""),
        "pmid": item.get("PMID", ""),
        "pmcid": item.get("PMCID", ""),
        "url": item.get("URL", ""),
        "note": _tex(item.get("note", "")),
    }


def _bibtex_name(name: dict[str, str]) -> str:
    if goes_on(name):
        return "others"  # the word that BibTeX itself knows
    if "literal" in name:
        return f"{{{_tex(name['literal'])}}}"
    return _tex(_inverted(name))


def _ris_entry(item: dict[str, Any]) -> dict[str, Any]:
    first, _, last = str(item.get("page", "")).partition("-")
    numbers = [f"{key}: {item[key]}" for key in ("PMID", "PMCID") if key in item]
    entry = {
        "type_of_reference": _RIS_TYPES[item["type"]],
        "id": item["id"],
        "authors": [name.get("literal") or _inverted(name) for name in item["author"] if not goes_on(name)],
        "title": item["title"],
        "year": _year(item),
        "journal_name" if item["type"] == "article-journal" else "secondary_title": item.get("container-title"),
        "volume": item.get("volume"),
        "number": item.get("issue", item.get("number")),
        "start_page": first,
        "end_page": last,
        "publisher": item.get("publisher"),
        "place_published": item.get("publisher-place"),
        "edition": item.get("edition"),
        "issn": item.get("ISBN"),
        "doi": item.get("DOI"),
        "urls": [item["URL"]] if "URL" in item else None,
        "notes": [*numbers, *([item["note"]] if "note" in item else [])],
    }
    return {key: value if isinstance(value, list) else str(value) for key, value in entry.items() if value}


def _inverted(name: dict[str, str]) -> str:
    return f"{name['family']}, {name['given']}" if "given" in name else name["family"]


def _year(item: dict[str, Any]) -> int | None:
    return item["issued"]["date-parts"][0][0] if "issued" in item else None


def _tex(value: object) -> str:
    return str(value).translate(_TEX)
