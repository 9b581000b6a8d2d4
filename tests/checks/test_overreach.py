"""A claim makes no more of its sources than they bear."""

from __future__ import annotations

import pytest

from macros.checks import Check, overreach
from macros.library import Library
from macros.records import Certainty

from .changing import changed, said, with_record


@pytest.mark.parametrize(
    "check",
    [
        overreach.a_claim_is_no_surer_than_its_sources_can_be,
        overreach.studies_that_pull_apart_are_told_together,
        overreach.standard_deviations_are_never_percentages,
        overreach.doubtful_ranges_are_left_out,
        overreach.superseded_guidance_is_not_cited,
        overreach.studies_too_small_to_tell_are_not_cited,
        overreach.what_is_unsettled_stays_blank,
    ],
)
def test_todays_library_overreaches_nowhere(library: Library, check: Check) -> None:
    assert list(check(library)) == []


def with_source(library: Library, id: str) -> Library:
    """The library with one of its sources under another name."""
    source = library.sources["kong2009"].model_copy(update={"id": id})
    more = with_record(library, "sources", id, source)
    origins = {**library.origins, ("sources", id): library.origins["sources", "kong2009"]}
    return type(more)(**{**vars(more), "origins": origins})


def test_thin_studies_alone_give_no_more_than_they_can(library: Library) -> None:
    sure = changed(library, "claims", "longest-run-30-days", certainty=Certainty.MODERATE)
    assert said(overreach.a_claim_is_no_surer_than_its_sources_can_be(sure)) == [
        "frandsen2025 cannot give more than low certainty"
    ]
    less = changed(library, "claims", "longest-run-30-days", certainty=Certainty.VERY_LOW)
    assert said(overreach.a_claim_is_no_surer_than_its_sources_can_be(less)) == []
    backed = changed(
        library, "claims", "longest-run-30-days", certainty=Certainty.MODERATE, sources=("frandsen2025", "buist2008")
    )
    assert said(overreach.a_claim_is_no_surer_than_its_sources_can_be(backed)) == []


def test_one_of_two_that_pull_apart_is_not_told_alone(library: Library) -> None:
    alone = changed(library, "claims", "shoe-pronation", sources=("nielsen2014pronation",))
    (problem,) = overreach.studies_that_pull_apart_are_told_together(alone)
    assert problem.wrong.startswith("nielsen2014pronation is not told without malisoux2016")


def test_a_standard_deviation_is_no_percentage(library: Library) -> None:
    first, *rest = library.claims["strength-alone-bone"].figures
    figures = (first.model_copy(update={"unit": "percent"}), *rest)
    assert said(
        overreach.standard_deviations_are_never_percentages(
            changed(library, "claims", "strength-alone-bone", figures=figures)
        )
    ) == ["shojaa2020-drt gives its effects in standard deviations"]


def test_a_misprinted_range_is_not_passed_on(library: Library) -> None:
    first, *rest = library.claims["bone-impact-alone"].figures
    figures = (first.model_copy(update={"source": "martynstjames2010"}), *rest)
    (problem,) = overreach.doubtful_ranges_are_left_out(
        changed(library, "claims", "bone-impact-alone", figures=figures)
    )
    assert "probably a misprint" in problem.wrong


def test_an_old_edition_is_no_source(library: Library) -> None:
    assert said(overreach.superseded_guidance_is_not_cited(with_source(library, "uspstf2018"))) == [
        "uspstf2018 was replaced by uspstf2025"
    ]


def test_a_handful_of_people_is_no_source(library: Library) -> None:
    assert said(overreach.studies_too_small_to_tell_are_not_cited(with_source(library, "mosti2013"))) == [
        "mosti2013 is about 16 people"
    ]


def test_an_unsettled_part_of_a_citation_stays_blank(library: Library) -> None:
    assert said(overreach.what_is_unsettled_stays_blank(changed(library, "sources", "riebe2015", issue="11"))) == [
        "nobody could confirm the issue of riebe2015"
    ]


def test_every_source_that_the_rules_name_is_spelt_as_in_the_library(library: Library) -> None:
    """A rule for a source that is there, under a slightly different name, would guard nothing."""
    names = {*overreach.NO_SURER_THAN, *overreach.IN_STANDARD_DEVIATIONS, *overreach.UNSETTLED, *overreach.NO_RANGES}
    plain = {id.replace("-", ""): id for id in library.sources}
    assert {name for name in names if name not in library.sources and name.replace("-", "") in plain} == set()
