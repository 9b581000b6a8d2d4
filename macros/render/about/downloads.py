"""What readers can take away, as links: all of the data, each kind of record, and the sources."""

from __future__ import annotations

from dataclasses import dataclass

from ...day import day
from ...export.downloads import ARCHIVE, FOLDER, LICENCE, LICENCE_PAGE, VERSION
from ...folder import KINDS
from ..page.context import PageContext
from ..page.links import Link
from ..page.templating import rendered

# What a kind of record is, for someone who meets its name in a list of files.
_WHAT = {
    "sources": "Sources, as CSL with our notes",
    "excluded_sources": "What we do not cite, and why",
    "claims": "Claims with their figures",
    "care_cards": "Warning signs",
    "terms": "Words of the glossary",
    "hazards": "Hazards and what we do about them",
    "decisions": "Decision tables",
    "checklists": "Checklists",
    "plans": "Walk-run ladders",
    "options": "Option grids",
    "charts": "Charts",
    "guidance": "Where guidance disagrees",
    "articles": "What the two articles said",
    "myths": "Myths and mixed messages",
    "rubrics": "Rubrics for quality",
    "quality": "Quality scores",
    "pitfall_exceptions": "Words that look like a pitfall and are none",
}


@dataclass(frozen=True)
class Download:
    what: str
    count: int
    links: tuple[Link, ...]


def downloads(page: PageContext) -> str:
    """Every download, with the version and the licence."""
    return rendered(
        "about/downloads.html",
        version=VERSION,
        built=day(page.today),
        licence=Link(LICENCE, LICENCE_PAGE),
        everything=[
            Link("All files in one zip", page.file(f"{FOLDER}/{ARCHIVE}")),
            Link("All records in one JSON file", page.file(f"{FOLDER}/data.json")),
            Link("The licence as a text", page.file(f"{FOLDER}/LICENCE.txt")),
        ],
        sources=[
            Link("BibTeX", page.file(f"{FOLDER}/sources.bib")),
            Link("RIS", page.file(f"{FOLDER}/sources.ris")),
            Link("CSL-JSON", page.file(f"{FOLDER}/sources.csl.json")),
        ],
        rows=[_row(page, kind.name, kind.pattern) for kind in KINDS],
    )


def _row(page: PageContext, kind: str, pattern: str) -> Download:
    links = [
        Link("JSON", page.file(f"{FOLDER}/json/{kind}.json")),
        *_yaml(page, kind, pattern),
        Link("Schema", page.file(f"{FOLDER}/schemas/{kind}.schema.json")),
    ]
    return Download(_WHAT.get(kind, kind.replace("_", " ").capitalize()), len(page.library.kind(kind)), tuple(links))


def _yaml(page: PageContext, kind: str, pattern: str) -> list[Link]:
    """The files that contributors edit. Where a kind fills a folder with more than a few, the zip holds them."""
    files = sorted(
        {
            origin.document.file.removeprefix("data/")
            for (name, _), origin in page.library.origins.items()
            if name == kind
        }
    )
    if len(files) == 1:
        return [Link("YAML", page.file(f"{FOLDER}/data/{files[0]}"))]
    return [Link(f"YAML: {file.rpartition('/')[2]}", page.file(f"{FOLDER}/data/{file}")) for file in files]
