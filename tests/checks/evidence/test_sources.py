"""A source stands in the list once."""

from __future__ import annotations

import pytest

from macros.checks.evidence.sources import no_source_is_there_twice
from macros.library import Library
from macros.records import Place, Source
from tests.render.making import library, source


@pytest.fixture(autouse=True)
def _places(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records that a test makes stand in no file."""
    monkeypatch.setattr(Library, "place", lambda self, kind, id, *inside: Place(f"{kind}/{id}"))


def found(*sources: Source) -> list[str]:
    return [problem.wrong for problem in no_source_is_there_twice(library(*sources))]


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [
        ({"DOI": "10.1002/ABC"}, {"DOI": "10.1002/abc", "title": "Hips"}, "the same DOI as 'a'"),
        ({"PMID": "28000000"}, {"PMID": "28000000", "DOI": "10.1/x", "title": "Hips"}, "the same PMID as 'a'"),
        ({"title": "Hips & knees."}, {"title": "Hips and Knees", "DOI": "10.1234/x"}, "the same title and year as 'a'"),
    ],
)
def test_a_doubled_source_is_found(first: dict[str, str], second: dict[str, str], says: str) -> None:
    second = {key: value.replace("10.1/x", "10.1234/x") for key, value in second.items()}
    assert found(source("a", **first), source("b", **second)) == [f"'b' has {says}"]


def test_one_title_in_two_years_is_two_sources() -> None:
    later = source("b", DOI="10.1234/x", issued={"date-parts": [[2025]]})
    assert found(source("a"), later) == []
