"""Where each source came from."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from macros.__main__ import main
from macros.export.provenance import provenance
from macros.library import Library
from tests.render.making import source


def test_every_source_says_where_it_came_from(library: Library) -> None:
    lines = list(provenance(library.sources.values()))
    assert {line[1] for line in lines} == set(library.sources)
    for identifier, id, origin, _, note in lines:
        assert origin.startswith("dossier:") or note, f"{identifier} of {id} is vouched for by nobody"


def test_every_identifier_has_a_line_of_its_own() -> None:
    one = source(DOI="10.1002/a", PMID="28000000", URL="https://example.org/a")
    assert [line[0] for line in provenance([one])] == ["doi:10.1002/a", "pmid:28000000"]
    page = source(type="webpage", DOI=None, URL="https://example.org/a")
    assert [line[0] for line in provenance([page])] == ["https://example.org/a"]


@pytest.mark.parametrize(
    ("custom", "says"),
    [
        ({"origin": "dossier"}, "carries its key there"),
        ({"origin": "checked", "dossier": "lo2017"}, "carries its key there"),
        ({"origin": "checked", "verified": "yes", "verified_note": None}, "says what was seen of it"),
    ],
)
def test_a_source_cannot_leave_its_origin_open(custom: dict[str, object], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        source(custom=custom)


def test_command_prints_a_table(root: Path, library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(root), "provenance"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "identifier\tsource\torigin\tverified\tnote"
    assert len(lines) == 1 + len(list(provenance(library.sources.values())))
    assert all(line.count("\t") == 4 for line in lines)
