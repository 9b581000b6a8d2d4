"""A number or a grade says what it needs to be read right."""

from __future__ import annotations

import pytest

from macros.checks import Check
from macros.checks.evidence import shares
from macros.library import Library
from macros.records import Certainty, ClaimKind
from tests.render.making import claim as made_claim
from tests.render.making import library as made_library
from tests.render.making import source

from ..changing import changed, said

RULES = [shares.a_rule_of_ours_is_graded_as_untested, shares.guidance_names_its_body, shares.a_share_says_of_how_many]


@pytest.mark.parametrize("check", RULES)
def test_todays_library_keeps_to_it(library: Library, check: Check) -> None:
    assert list(check(library)) == []


@pytest.mark.parametrize("certainty", [one for one in Certainty if one is not Certainty.VERY_LOW])
def test_every_rule_of_ours_is_as_untested_as_the_next(library: Library, certainty: Certainty) -> None:
    assert {claim.kind for claim in library.claims.values()} >= {ClaimKind.OUR_RULE, ClaimKind.FINDING}
    for id, claim in library.claims.items():
        surer = changed(library, "claims", id, certainty=certainty)
        found = [one for one in said(shares.a_rule_of_ours_is_graded_as_untested(surer)) if one.startswith(f"{id} ")]
        assert bool(found) is (claim.kind is ClaimKind.OUR_RULE), id


@pytest.mark.parametrize("unit", ["of 100 people", "of 100 fractures", "more of 100 people", "of a million finishers"])
def test_a_share_without_its_number_of_people_is_refused(library: Library, unit: str) -> None:
    first, *rest = library.claims["knee-oa-recreational"].figures
    bare = first.model_copy(update={"unit": unit, "people": None})
    (problem,) = shares.a_share_says_of_how_many(
        changed(library, "claims", "knee-oa-recreational", figures=(bare, *rest))
    )
    assert "of how many people" in problem.wrong
    assert problem.place.line


@pytest.mark.parametrize("unit", ["days", "points of 100", "ratio", "percent"])
def test_a_figure_that_is_no_share_needs_none(library: Library, unit: str) -> None:
    first, *rest = library.claims["knee-oa-recreational"].figures
    bare = first.model_copy(update={"unit": unit, "people": None})
    changed_library = changed(library, "claims", "knee-oa-recreational", figures=(bare, *rest))
    assert list(shares.a_share_says_of_how_many(changed_library)) == []


def test_guidance_that_no_source_speaks_for_is_refused() -> None:
    told = made_claim(kind="guidance", certainty="high")
    assert said(shares.guidance_names_its_body(made_library(source(), told)))
    spoken = source(custom={"speaks_for": {"body": "A panel", "country": "UK"}})
    assert not said(shares.guidance_names_its_body(made_library(spoken, told)))
