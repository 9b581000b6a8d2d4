"""What readers can take away: data/ as YAML and JSON with its schemas, and sources for reference managers."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from ..library import Library
from ..register import KINDS, Kind
from .csl import csl_json
from .decisions import decision_files, proofs
from .indented import indented
from .json_data import Json
from .references import bibtex, ris
from .schemas import schemas

# As mkdocs.yml and pyproject.toml have them (tests/export/test_downloads.py).
TITLE = "Running, Bones & Joints"
VERSION = "0.1.0"

FOLDER = "downloads"
ARCHIVE = "running-bones-joints-data.zip"
OFFLINE_COPY = f"{FOLDER}/running-bones-joints-offline.zip"  # where a site that carries the zip has it
CHECKER = f"{FOLDER}/check"
CHECKERS = ("check_proof.py", "check-proof.js", "rules.schema.json", "certificate.schema.json")
_CHECK = Path(__file__).resolve().parent.parent.parent / "check"
LICENCE = "CC-BY-4.0"
LICENCE_PAGE = "https://creativecommons.org/licenses/by/4.0/"


def downloads(library: Library, data: Mapping[str, bytes], date: datetime.date) -> dict[str, bytes]:
    """Every file by its path below the site. `data` holds the files of data/ by their path in it.

    The same library, files and date always give the same bytes.
    """
    sources = library.sources.values()
    records = {kind: _records(library, kind) for kind in KINDS}
    files = {
        "LICENCE.txt": _licence(date).encode(),
        "data.json": indented(_everything(records, date)).encode(),
        "sources.bib": bibtex(sources).encode(),
        "sources.ris": ris(sources).encode(),
        "sources.csl.json": csl_json(sources).encode(),
        **{
            f"json/{kind.name}.json": indented({kind.root or kind.name: found}).encode()
            for kind, found in records.items()
        },
        **{f"decisions/{name}": content for name, content in decision_files(library.compiled)},
        **{f"proofs/{name}": content for name, content in proofs(library.compiled)},
        "check/README.txt": (_CHECK / "README.md").read_bytes(),  # no page of the site
        **{f"check/{name}": (_CHECK / name).read_bytes() for name in CHECKERS},
        **{f"data/{path}": _with_its_schema(content) for path, content in data.items()},
        **{f"schemas/{name}": text.encode() for name, text in schemas(KINDS).items()},
    }
    files[ARCHIVE] = _zipped(files, date)
    return {f"{FOLDER}/{path}": content for path, content in files.items()}


def _everything(records: Mapping[Kind, list[dict[str, Json]]], date: datetime.date) -> dict[str, Json]:
    return {
        "title": TITLE,
        "version": VERSION,
        "date": date.isoformat(),
        "licence": LICENCE,
        "licence-page": LICENCE_PAGE,
        **{kind.name: found for kind, found in records.items()},
    }


def _records(library: Library, kind: Kind) -> list[dict[str, Json]]:
    records = library.kind(kind.name).values()
    return [record.model_dump(mode="json", by_alias=True, exclude_unset=True) for record in records]


# The line by which editors find the schema of a file. Among the downloads it stands in another folder.
_SCHEMA_LINE = re.compile(rb"(?<=\$schema=)((?:\.\./)+)docs-dev/(?=schemas/)")


def _with_its_schema(content: bytes) -> bytes:
    return _SCHEMA_LINE.sub(rb"\1", content, count=1)


def _licence(date: datetime.date) -> str:
    return (
        f"{TITLE}, version {VERSION}, built on {date.isoformat()}.\n\n"
        f"Words and data: {LICENCE}, {LICENCE_PAGE}\n"
        f"You may use and change them if you name “{TITLE}” and say what you changed.\n\n"
        "This guide informs. It does not examine anyone or replace a professional.\n"
        "It is not yet reviewed by a clinician.\n"
    )


def _zipped(files: Mapping[str, bytes], date: datetime.date) -> bytes:
    """All of them in one folder, sorted, with one date and the rights of plain files."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        for path in sorted(files):
            entry = zipfile.ZipInfo(
                f"{ARCHIVE.removesuffix('.zip')}/{path}", (date.year, date.month, date.day, 0, 0, 0)
            )
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, whatever system packs
            entry.external_attr = 0o100644 << 16
            zipped.writestr(entry, files[path])
    return archive.getvalue()
