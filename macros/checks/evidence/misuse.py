"""Whole-library scope: no claim makes more of a source than it bears.

What each bears stands in its record (records/restrictions.py), and what stays out in data/excluded_sources.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from ...records import Certainty, Claim, ClaimKind, Design, Place, Problem
from ...records.evidence.claim import Figure
from ...records.files.validating import nearest
from ..scope import Records

_FOLLOWING = (Design.COHORT, Design.CASE_CONTROL)
_AT_ONE_MOMENT = (Design.CROSS_SECTIONAL, Design.CASE_SERIES, Design.SURVEY)
_ADDRESS = re.compile(r"https?://[^\s)>\"']+")
_MANY = re.compile(
    r"\b(several|many|a number of|three|four|five) (large |small |good )?(studies|cohorts|trials)\b", re.I
)
_SUREST_FIRST = tuple(Certainty)


def what_is_excluded_is_no_source(library: Records) -> Iterator[Problem]:
    """What was refused stays out, until somebody takes back the refusal."""
    for id, excluded in library.excluded_sources.items():
        if id in library.sources:
            place = library.place("excluded_sources", id, "id")
            way_in = f"delete it at {place}, and put its `restrictions` into `custom` here"
            yield Problem(
                library.place("sources", id),
                f"the source {id} is excluded: {excluded.because}",
                fix=f"cite {excluded.instead}"
                if excluded.instead
                else way_in
                if excluded.restrictions
                else "delete it",
            )


def no_link_leads_to_a_copy(library: Records) -> Iterator[Problem]:
    """A link leads to the publisher, a public index or the body's own page, never to an excluded host."""
    hosts = {host: one.because for one in library.excluded_sources.values() for host in one.hosts}
    for address, place in _links(library):
        host = urlsplit(address).netloc.lower().removeprefix("www.")
        because = next((why for one, why in hosts.items() if f".{host}".endswith(f".{one}")), None)
        if because:
            yield Problem(
                place,
                f"no link leads to {host}: {because}",
                fix="give the DOI, the PMID or the publisher's or body's own page instead",
            )


def _links(library: Records) -> Iterator[tuple[str, Place]]:
    for id, source in library.sources.items():
        if source.URL:
            yield source.URL, library.place("sources", id, "URL")
    for page in library.pages.values():
        for address in _ADDRESS.finditer(page.body):
            yield address[0], page.place(address.start())


def no_figure_is_given_that_its_source_forbids(library: Records) -> Iterator[Problem]:
    """Numbers that nobody saw, or that would mislead as they stand, are left out."""
    for id, claim in library.claims.items():
        for index, figure in enumerate(claim.figures):
            for field, wrong, fix in _forbidden(library, figure):
                yield Problem(library.place("claims", id, "figures", index, field), wrong, fix=fix)


def _forbidden(library: Records, figure: Figure) -> Iterator[tuple[str, str, str]]:
    """The field of a figure that its source forbids, with what is wrong and how to mend it."""
    source = library.sources[figure.source]
    bears = source.custom
    if bears.no_figures:
        yield "source", f"no figure may come from {source.id}: {bears.no_figures}", "delete the figure"
        return
    for unit in bears.no_units or ():
        if unit.word in figure.unit:
            wrong = f"no figure of {source.id} may be given in {unit.word}: {unit.because}"
            yield "unit", wrong, "give it in the unit of the source, or delete the figure"
    if bears.no_ranges and figure.low is not None:
        yield "low", f"no range may come from {source.id}: {bears.no_ranges}", "delete `low` and `high`"


def a_figure_from_watching_says_so(library: Records) -> Iterator[Problem]:
    """A number from people who were only watched carries `observational: true`.

    A plain count at one moment ("20 out of 100 have it") needs no such warning: it compares nothing.
    """
    for id, claim in library.claims.items():
        for index, figure in enumerate(claim.figures):
            design = library.sources[figure.source].custom.design
            watched = design in _FOLLOWING or (design in _AT_ONE_MOMENT and not figure.unit.startswith("of "))
            if watched and not figure.observational:
                yield Problem(
                    library.place("claims", id, "figures", index),
                    f"{figure.source} only watched people, and this figure does not say so",
                    fix="add `observational: true`",
                )


def a_claim_is_no_surer_than_its_sources_can_be(library: Records) -> Iterator[Problem]:
    """A finding that rests on nothing but sources with a ceiling keeps to the highest of them."""
    for id, claim in library.claims.items():
        ceilings = [library.sources[source].custom.ceiling for source in claim.sources]
        known = [ceiling for ceiling in ceilings if ceiling]
        if claim.kind is not ClaimKind.FINDING or len(known) < len(ceilings):
            continue
        best = min(known, key=_SUREST_FIRST.index)
        if _SUREST_FIRST.index(claim.certainty) < _SUREST_FIRST.index(best):
            yield Problem(
                library.place("claims", id, "certainty"),
                f"{', '.join(claim.sources)} cannot give more than {best.value} certainty",
                fix=f"write `certainty: {best.value}`, and reword the statement to match",
            )


def studies_that_pull_apart_are_told_together(library: Records) -> Iterator[Problem]:
    """Whoever names a source names those that it is told with."""
    for id, claim in library.claims.items():
        for one in claim.sources:
            for other in library.sources[one].custom.told_with or ():
                if other.source not in claim.sources:
                    yield Problem(
                        library.place("claims", id, "sources"),
                        f"{one} is not told without {other.source}: {other.because}",
                        fix=f"add {other.source}, and say both",
                    )


def papers_on_the_same_people_count_once(library: Records) -> Iterator[Problem]:
    """A claim that rests on papers on the same people alone does not speak of several studies."""
    for id, claim in library.claims.items():
        field = _speaks_of_many(claim)
        if field and len(claim.sources) > 1 and len({_people(library, source) for source in claim.sources}) == 1:
            yield Problem(
                library.place("claims", id, field),
                "these papers are about the same people, so they are one study",
                fix="say 'one study'",
            )


def a_shared_cohort_is_shared(library: Records) -> Iterator[Problem]:
    """A name of people that only one source carries is misspelt, or another source lost it."""
    named = [(id, source.custom.shared_cohort) for id, source in library.sources.items() if source.custom.shared_cohort]
    waiting = (one.restrictions.shared_cohort for one in library.excluded_sources.values() if one.restrictions)
    cohorts = [*(cohort for _, cohort in named), *(cohort for cohort in waiting if cohort)]
    for id, cohort in named:
        if cohorts.count(cohort) == 1:
            yield Problem(
                library.place("sources", id, "custom", "shared_cohort"),
                f"no other source is about the people '{cohort}'",
                fix=nearest(cohort, set(cohorts) - {cohort})
                or "write it in the other papers on them, or delete it here",
            )


def _people(library: Records, source: str) -> str:
    return library.sources[source].custom.shared_cohort or source


def _speaks_of_many(claim: Claim) -> str | None:
    return next((field for field in ("statement", "because", "evidence") if _MANY.search(getattr(claim, field))), None)
