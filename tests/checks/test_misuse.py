"""Sources that are easily misused, and what may not be made of them."""

from __future__ import annotations

import pytest

from macros.checks import Check, misuse
from macros.library import Library
from macros.records import Claim, Design, Source

from .changing import changed, said, with_record


def with_design(library: Library, id: str, design: Design) -> Library:
    source = library.sources[id]
    return changed(library, "sources", id, custom=source.custom.model_copy(update={"design": design}))


def with_figure(library: Library, claim: str, **fields: object) -> Library:
    first, *rest = library.claims[claim].figures
    return changed(library, "claims", claim, figures=(first.model_copy(update=fields), *rest))


@pytest.mark.parametrize(
    "check",
    [
        misuse.no_mirror_links,
        misuse.what_nobody_saw_is_not_published,
        misuse.watching_is_never_called_a_trial,
        misuse.a_figure_from_watching_says_so,
        misuse.papers_on_the_same_people_count_once,
    ],
)
def test_todays_library_misuses_no_source(library: Library, check: Check) -> None:
    assert list(check(library)) == []


@pytest.mark.parametrize(
    "address",
    ["https://www.researchgate.net/publication/1", "https://read.qxmd.com/read/18801775/x", "http://c.coek.info/pdf"],
)
def test_a_copy_of_a_text_is_no_link(library: Library, address: str) -> None:
    (problem,) = misuse.no_mirror_links(changed(library, "sources", "kong2009", URL=address))
    assert "keeps copies of other people's texts" in problem.wrong


def test_a_copy_of_a_text_is_no_link_on_a_page_either(library: Library) -> None:
    page = library.pages["index.md"]
    other = type(page)(
        page.path, page.file, page.meta, "See [it](https://studylib.net/doc/1).\n", page.body_line, page.document
    )
    assert len(list(misuse.no_mirror_links(with_record(library, "pages", "index.md", other)))) == 1


def test_a_source_that_nobody_saw_is_refused(library: Library) -> None:
    source: Source = library.sources["kong2009"].model_copy(update={"id": "thomee1997"})
    with_unseen = with_record(library, "sources", "thomee1997", source)
    origins = {**library.origins, ("sources", "thomee1997"): library.origins["sources", "kong2009"]}
    with_unseen = type(library)(**{**vars(with_unseen), "origins": origins})
    assert said(misuse.what_nobody_saw_is_not_published(with_unseen)) == ["nobody here has seen thomee1997"]


def test_a_figure_that_nobody_saw_is_refused(library: Library) -> None:
    (problem,) = misuse.what_nobody_saw_is_not_published(
        with_figure(library, "knee-force-step-metre", source="relph2022")
    )
    assert problem.wrong == "no figure may come from relph2022: its results were not seen"
    odds = with_figure(library, "knee-oa-recreational", unit="odds ratio")
    assert said(misuse.what_nobody_saw_is_not_published(odds)) == [
        "the pooled odds of alentorngeli2017 were not seen; only its counts were"
    ]


def test_people_who_chose_their_group_are_no_trial_by_lot(library: Library) -> None:
    trial = with_design(library, "malisoux2015", Design.RANDOMISED_TRIAL)
    assert said(misuse.watching_is_never_called_a_trial(trial)) == ["malisoux2015 drew no lots"]


def test_a_figure_from_watching_says_that_it_is(library: Library) -> None:
    silent = with_figure(library, "longest-run-30-days", observational=False)
    assert said(misuse.a_figure_from_watching_says_so(silent)) == [
        "frandsen2025 only watched people, and this figure does not say so"
    ]


def test_papers_on_the_same_people_carry_one_name(library: Library) -> None:
    notes = library.sources["lo2018"].custom.model_copy(update={"shared_cohort": None})
    alone = changed(library, "sources", "lo2018", custom=notes)
    assert said(misuse.papers_on_the_same_people_count_once(alone)) == ["lo2018 is about the same people as lo2017"]


def test_papers_on_the_same_people_are_not_several_studies(library: Library) -> None:
    two = changed(
        library,
        "claims",
        "recovery-time-novices",
        sources=("nielsen2014", "nielsen2014bmi"),
        because="Several studies.",
    )
    assert isinstance(two.claims["recovery-time-novices"], Claim)
    assert said(misuse.papers_on_the_same_people_count_once(two)) == [
        "these papers are about the same people, so they are one study"
    ]
