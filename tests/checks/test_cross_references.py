"""Ids lead somewhere, what nobody uses is left over, and each is told once."""

from __future__ import annotations

from macros.checks.cross_references import every_source_is_used, references
from tests.render.making import claim, library, source


def test_a_source_is_used_by_a_claim_or_by_a_page_and_is_else_left_over() -> None:
    def wrong(*records: object, body: str = "") -> list[str]:
        return [one.wrong for one in every_source_is_used(library(source(), *records, pages={"a.md": body}))]

    assert wrong() == ["no claim uses the source 'lo-2017'"]
    assert wrong(claim()) == []
    assert wrong(body='We run. {{ cite("lo-2017") }}') == []
    assert wrong(body='We run. {{ claim("lo-2017") }}') == ["no claim uses the source 'lo-2017'"]


def test_an_id_that_is_nowhere_is_told_once_with_its_first_place_and_the_nearest() -> None:
    (problem,) = references(library(source("low-2017"), claim("knees"), claim("hips")))
    assert problem.wrong == "there is no source 'lo-2017' (it is named in 2 places; this is the first)"
    assert problem.place.file == "data/claims/hips.yml"
    assert "low-2017" in problem.fix
    assert references(library(source(), claim("knees"), claim("hips"))) == []
