"""Sources leave as BibTeX, RIS and CSL-JSON, and come back from there as they were."""

from __future__ import annotations

import json
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from macros.export.csl import csl_item, csl_json
from macros.export.references import bibtex, ris
from macros.library import Library
from macros.records import Source
from tests.render.making import source as made


@pytest.fixture(scope="module")
def sources(library: Library) -> list[Source]:
    return list(library.sources.values())


def test_every_source_comes_back_from_bibtex(sources: list[Source]) -> None:
    parsed = parse_string(bibtex(sources))
    assert parsed.failed_blocks == []
    entries = {entry.key: entry.fields_dict for entry in parsed.entries}
    assert entries.keys() == {source.id for source in sources}
    for source in sources:
        fields = {name: str(field.value) for name, field in entries[source.id].items()}
        assert _plain(fields["title"]) == source.title
        assert fields.get("doi") == source.DOI
        assert fields.get("pmid") == source.PMID
        assert fields.get("year") == (str(source.year) if source.year else None)
        assert len(fields["author"].split(" and ")) == len(source.author) + _ands(source)


def test_every_source_comes_back_from_ris(sources: list[Source]) -> None:
    entries = {entry["id"]: entry for entry in rispy.loads(ris(sources))}
    assert entries.keys() == {source.id for source in sources}
    for source in sources:
        entry = entries[source.id]
        assert entry["title"] == source.title
        assert entry.get("doi") == source.DOI
        assert entry.get("urls") == ([source.URL] if source.URL else None)
        assert (f"PMID: {source.PMID}" in entry.get("notes", [])) is bool(source.PMID)


def test_every_source_comes_back_from_csl_json(sources: list[Source]) -> None:
    items = json.loads(csl_json(sources))
    assert [item["id"] for item in items] == [source.id for source in sources]
    for source, item in zip(sources, items, strict=True):
        restored = {**item, "author": source.csl()["author"]}
        assert Source.model_validate(restored) == source


@pytest.mark.parametrize("written", ["and others", "et al."])
def test_authors_that_go_on_are_said_as_each_format_says_it(written: str) -> None:
    one = made(author=[{"family": "Lo", "given": "GH"}, {"literal": written}])
    assert "author = {Lo, G. H. and others}" in bibtex([one])
    assert [line for line in ris([one]).splitlines() if line.startswith("AU")] == ["AU  - Lo, G. H."]
    assert csl_item(one)["author"] == [{"family": "Lo", "given": "G. H."}, {"literal": "et al."}]


def test_bibtex_keeps_bodies_and_capitals_whole_and_tex_quiet() -> None:
    one = made(author=[{"literal": "Health & Care"}], title="10% of X_1: a $5 trial #2", DOI="10.1002/a_b%c")
    written = bibtex([one])
    assert r"author = {{Health \& Care}}" in written
    assert r"title = {{10\% of X\_1: a \$5 trial \#2}}" in written
    assert "doi = {10.1002/a_b%c}" in written


def _plain(value: str) -> str:
    for character in "&%$#_":
        value = value.replace(f"\\{character}", character)
    return value.removeprefix("{").removesuffix("}")


def _ands(source: Source) -> int:
    """How often bodies have the word that separates authors in their own name."""
    names: list[Any] = [name.literal or "" for name in source.author]
    return sum(name.count(" and ") for name in names)
