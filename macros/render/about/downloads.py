"""What readers can take away, as links: all of the data, each kind of record, and the sources."""

from __future__ import annotations

from dataclasses import dataclass

from ...day import day
from ...export.decisions import PROOF
from ...export.downloads import ARCHIVE, CHECKER, FOLDER, LICENCE, LICENCE_PAGE, VERSION
from ...register import KINDS, Kind
from ..page.context import PageContext
from ..page.links import Link
from ..page.templating import rendered


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
            Link("The checker of our proofs, in Python", page.file(f"{CHECKER}/check_proof.py")),
            Link("The same checker, in script", page.file(f"{CHECKER}/check-proof.js")),
            Link("The form of rules, as a JSON Schema", page.file(f"{CHECKER}/rules.schema.json")),
            Link("The form of certificates, as a JSON Schema", page.file(f"{CHECKER}/certificate.schema.json")),
            Link("How to use the checker", page.file(f"{CHECKER}/README.txt")),
        ],
        sources=[
            Link("BibTeX", page.file(f"{FOLDER}/sources.bib")),
            Link("RIS", page.file(f"{FOLDER}/sources.ris")),
            Link("CSL-JSON", page.file(f"{FOLDER}/sources.csl.json")),
        ],
        rows=[*(_row(page, kind) for kind in KINDS), _proofs(page)],
    )


def _row(page: PageContext, kind: Kind) -> Download:
    links = [
        Link("JSON", page.file(f"{FOLDER}/json/{kind.name}.json")),
        *_yaml(page, kind.name),
        Link("Schema", page.file(f"{FOLDER}/schemas/{kind.name}.schema.json")),
    ]
    return Download(kind.plural, len(page.library.kind(kind.name)), tuple(links))


def _proofs(page: PageContext) -> Download:
    """What a checker reads, for each decision."""
    decisions = sorted(page.library.compiled)
    links = [
        Link(f"{id}: {words}", page.file(f"{FOLDER}/proofs/{id}{form}"))
        for id in decisions
        for form, words in PROOF.items()
    ]
    return Download("Proofs of decisions", len(decisions), tuple(links))


def _yaml(page: PageContext, kind: str) -> list[Link]:
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
