"""What may not be made of a source, said by small records and refused in claims that make it."""

from __future__ import annotations

from typing import Any

import pytest

from macros.checks import Check
from macros.checks.evidence import misuse
from macros.library import Library
from macros.records import ExcludedSource, Problem, Source
from macros.records.files.problem import Place
from macros.records.files.reading import parse_yaml
from macros.records.files.validating import validated
from tests.render.making import claim, figure, source
from tests.render.making import library as made_library

from ..changing import said

CHECKS = (
    misuse.what_is_excluded_is_no_source,
    misuse.no_link_leads_to_a_copy,
    misuse.no_figure_is_given_that_its_source_forbids,
    misuse.a_figure_from_watching_says_so,
    misuse.a_claim_is_no_surer_than_its_sources_can_be,
    misuse.studies_that_pull_apart_are_told_together,
    misuse.papers_on_the_same_people_count_once,
    misuse.a_shared_cohort_is_shared,
)


def excluded(id: str = "copied", **more: Any) -> ExcludedSource:
    return ExcludedSource.model_validate({"id": id, "because": "Nobody has seen it.", **more})


def on_figure(source: Source, **more: Any) -> list[Problem]:
    """What a claim with one figure of this source is told."""
    made = claim(figures=[figure(source=source.id, **more)], sources=[source.id])
    return list(misuse.no_figure_is_given_that_its_source_forbids(made_library(source, made)))


def resting_on(*sources: Source, **more: Any) -> Library:
    return made_library(*sources, claim(sources=[one.id for one in sources], **more))


@pytest.mark.parametrize("check", CHECKS)
def test_todays_library_misuses_no_source(library: Library, check: Check) -> None:
    assert list(check(library)) == []


def test_what_was_refused_is_no_source() -> None:
    refused = made_library(source("copied"), excluded())
    assert [(problem.wrong, problem.fix) for problem in misuse.what_is_excluded_is_no_source(refused)] == [
        ("the source copied is excluded: Nobody has seen it.", "delete it")
    ]
    assert list(misuse.what_is_excluded_is_no_source(made_library(source("other"), excluded()))) == []


def test_an_old_edition_gives_way_to_the_new_one() -> None:
    (problem,) = misuse.what_is_excluded_is_no_source(made_library(source("copied"), excluded(instead="lo-2017")))
    assert problem.fix == "cite lo-2017"


def test_what_is_only_not_in_use_may_come_in_with_its_restrictions() -> None:
    waiting = excluded(restrictions={"ceiling": "very-low"})
    (problem,) = misuse.what_is_excluded_is_no_source(made_library(source("copied"), waiting))
    assert "put its `restrictions` into `custom`" in problem.fix


HOSTS = excluded("copies", hosts=["copies.org", "reads.example.net"])


@pytest.mark.parametrize(
    ("address", "is_copy"),
    [
        ("https://www.copies.org/publication/1", True),
        ("http://c.copies.org/pdf", True),
        ("https://reads.example.net/x", True),
        ("https://example.net/x", False),
        ("https://mycopies.org/x", False),
    ],
)
def test_a_copy_of_a_text_is_no_link_of_a_source_or_a_page(address: str, is_copy: bool) -> None:
    of_a_source = misuse.no_link_leads_to_a_copy(made_library(HOSTS, source(URL=address)))
    on_a_page = misuse.no_link_leads_to_a_copy(made_library(HOSTS, pages={"a.md": f"See [it]({address}).\n"}))
    assert (len(list(of_a_source)), len(list(on_a_page))) == (is_copy, is_copy)


def test_a_source_that_forbids_its_figures_gives_none() -> None:
    forbidding = source(custom={"no_figures": "Its results were not seen."})
    assert said(on_figure(forbidding, unit="percent")) == [
        "no figure may come from lo-2017: Its results were not seen."
    ]
    assert on_figure(source()) == []


def test_a_source_may_forbid_figures_in_one_unit() -> None:
    forbidding = source(custom={"no_units": [{"word": "percent", "because": "It gives standard deviations."}]})
    assert said(on_figure(forbidding, unit="percent a year")) == [
        "no figure of lo-2017 may be given in percent: It gives standard deviations."
    ]
    assert on_figure(forbidding, unit="standard deviations") == []


def test_a_doubtful_range_is_not_passed_on() -> None:
    forbidding = source(custom={"no_ranges": "It is a misprint."})
    assert said(on_figure(forbidding)) == ["no range may come from lo-2017: It is a misprint."]
    assert on_figure(forbidding, low=None, high=None) == []


@pytest.mark.parametrize(
    ("design", "unit", "is_told"),
    [
        ("cohort", "of 100 people", True),
        ("survey", "ratio", True),
        ("survey", "of 100 people", False),
        ("randomised-trial", "ratio", False),
    ],
)
def test_a_figure_from_watching_says_that_it_is(design: str, unit: str, is_told: bool) -> None:
    for observational in (True, False):
        made = claim(figures=[figure(unit=unit, observational=observational)])
        found = list(misuse.a_figure_from_watching_says_so(made_library(source(design=design), made)))
        assert len(found) == (is_told and not observational)


LOW = source("low", custom={"ceiling": "low"})
VERY_LOW = source("very-low", custom={"ceiling": "very-low"})
FREE = source("free")


@pytest.mark.parametrize(
    ("sources", "certainty", "is_told"),
    [
        ([LOW], "moderate", True),
        ([LOW], "low", False),
        ([LOW, VERY_LOW], "low", False),
        ([VERY_LOW], "low", True),
        ([VERY_LOW, FREE], "high", False),
    ],
)
def test_a_finding_is_no_surer_than_the_best_of_its_sources(
    sources: list[Source], certainty: str, is_told: bool
) -> None:
    made = resting_on(*sources, certainty=certainty)
    found = list(misuse.a_claim_is_no_surer_than_its_sources_can_be(made))
    assert len(found) == is_told
    assert all(f"{sources[0].id} cannot give more than {sources[0].id} certainty" in one.wrong for one in found)


def test_a_ceiling_holds_for_findings_alone() -> None:
    made = resting_on(LOW, certainty="high", kind="definition")
    assert list(misuse.a_claim_is_no_surer_than_its_sources_can_be(made)) == []


def test_one_of_two_that_pull_apart_is_not_told_alone() -> None:
    one = source("one", custom={"told_with": [{"source": "other", "because": "They differ."}]})
    other = source("other")
    assert said(misuse.studies_that_pull_apart_are_told_together(resting_on(one))) == [
        "one is not told without other: They differ."
    ]
    for library in (resting_on(one, other), resting_on(other)):
        assert list(misuse.studies_that_pull_apart_are_told_together(library)) == []


def test_papers_on_the_same_people_are_not_several_studies() -> None:
    one, two = (source(id, custom={"shared_cohort": "runners"}) for id in ("one", "two"))
    assert said(misuse.papers_on_the_same_people_count_once(resting_on(one, two, because="Several studies."))) == [
        "these papers are about the same people, so they are one study"
    ]
    for library in (resting_on(one, two), resting_on(one, FREE, because="Several studies.")):
        assert list(misuse.papers_on_the_same_people_count_once(library)) == []


def test_a_name_of_people_that_stands_alone_is_misspelt() -> None:
    one, two, three = (
        source(id, custom={"shared_cohort": people})
        for id, people in (("one", "runners"), ("two", "runners"), ("three", "runer"))
    )
    (problem,) = misuse.a_shared_cohort_is_shared(made_library(one, two, three))
    assert (problem.wrong, problem.fix) == ("no other source is about the people 'runer'", "did you mean 'runners'?")
    waiting = excluded(restrictions={"shared_cohort": "runer"})
    assert list(misuse.a_shared_cohort_is_shared(made_library(one, two, three, waiting))) == []


def refused(**custom: object) -> list[tuple[Place, str]]:
    """What the model says of a source with these notes, as a file would hold them."""
    notes = "".join(f"  {name}: {value}\n" for name, value in custom.items())
    text = (
        "id: lo-2017\ntype: report\ntitle: Knees\nauthor: [{literal: NHS}]\nDOI: 10.1002/acr.22939\nissue: 2\ncustom:\n"
        "  design: randomised-trial\n  population: Adults\n  found: No more.\n  topics: [knees]\n"
        "  origin: checked\n  verified: yes\n  verified_note: Read.\n"
    )
    document = parse_yaml(text + notes, "data/sources/x.yml")
    _, problems = validated(Source, document, (), document.value)
    return [(problem.place, problem.wrong) for problem in problems]


def test_a_source_with_sound_restrictions_is_read() -> None:
    assert refused(ceiling="low", no_lots_drawn="false", unsettled="[volume]") == []


def test_people_who_chose_their_group_are_no_trial_by_lot() -> None:
    assert refused(no_lots_drawn="true") == [(Place("data/sources/x.yml", 8, 3), "this study drew no lots")]


def test_an_unsettled_part_of_a_citation_stays_blank() -> None:
    assert refused(unsettled="[volume, issue]") == [
        (Place("data/sources/x.yml", 6, 1), "nobody could confirm the issue of this source")
    ]


def test_a_ceiling_is_a_word_of_certainty() -> None:
    ((place, wrong),) = refused(ceiling="very low")
    assert (place.line, wrong) == (15, "'very low' is not a value of 'ceiling'")
