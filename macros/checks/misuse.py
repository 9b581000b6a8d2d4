"""Whole-library scope: sources that are easily misused, and what may not be made of each.

The rules come from the audit of the evidence that this guide was written from. They name sources that are not in the
library too, so that whoever adds one meets its rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from ..records import Claim, Design, Place, Problem
from .scope import Records

# Copies and summaries of somebody else's text. A reader gets the DOI, the PubMed number or the body's own page.
MIRRORS = frozenset(
    (
        "2ndwindexercise.com",
        "academia.edu",
        "acemap.info",
        "bjsm.bmjjournals.com",
        "coek.info",
        "docslide.net",
        "evidencio.com",
        "fdocuments.in",
        "impact.ref.ac.uk",
        "mygnp.com",
        "natap.org",
        "ouci.dntb.gov.ua",
        "qxmd.com",
        "reference.medscape.com",
        "researchgate.net",
        "sci-hub.se",
        "scribd.com",
        "semanticscholar.org",
        "springermedicine.com",
        "studylib.net",
    )
)

# Never seen by anybody who wrote or checked this guide.
UNSEEN = frozenset(("thomee1997", "weinstein2000-abone"))

# Sources of which the words were read and the numbers were not, or whose numbers cannot be right.
NO_FIGURES = {
    "anderson2022-cadence": "its effect sizes for pain are too large to believe: give the direction only",
    "beck2017-essa": "its table was never seen",
    "brookewavell2022": "its full text was not read: no count of impacts, no minutes",
    "ioc-redscat2": "points and colours are a clinician's tool",
    "lauersen2014": "it is about young people and team sports, not adult runners",
    "lauersen2018": "it is about young people and team sports, not adult runners",
    "messier2005": "it is about walking, not running",
    "mountjoy2023-reds": "its numbers were not seen",
    "relph2022": "its results were not seen",
    "relph2023": "its figures for finishing and for injuries were not seen",
    "triad-coalition2014": "points are a clinician's tool",
    "wu2024": "its pooled figures were not seen",
}

# People chose their group, or were watched: not trials that drew lots.
NOT_RANDOMISED = frozenset(
    ("desai2023", "kemmler2012-efops12y", "kemmler2015-efops", "kohrt1997", "malisoux2015", "verhoeven2023")
)

# Papers on the same people.
SAME_PEOPLE = {
    "stanford-runners": ("chakravarty2008", "lane1986", "lane1990", "michel1992"),
    "dano-run": ("nielsen2014", "nielsen2014bmi", "nielsen2014pronation", "nielsen2014recovery"),
    "efops": ("efops2004-safety", "kemmler2012-efops12y", "kemmler2015-efops"),
    "whi": ("crandall2014-bmd", "crandall2014-fracture", "zheng2025"),
    "oai": ("lo2017", "lo2018"),
    "uk-masters-athletes": ("masters-latestart2019", "piasecki2018"),  # likely, not certain
}

_FOLLOWING = (Design.COHORT, Design.CASE_CONTROL)
_AT_ONE_MOMENT = (Design.CROSS_SECTIONAL, Design.CASE_SERIES, Design.SURVEY)
_ADDRESS = re.compile(r"https?://[^\s)>\"']+")
_MANY = re.compile(
    r"\b(several|many|a number of|three|four|five) (large |small |good )?(studies|cohorts|trials)\b", re.I
)


def no_mirror_links(library: Records) -> Iterator[Problem]:
    """A link leads to the publisher, a public index or the body's own page, never to a copy."""
    for id, source in library.sources.items():
        if source.URL and _is_mirror(source.URL):
            yield _mirror(library.place("sources", id, "URL"), source.URL)
    for page in library.pages.values():
        for address in _ADDRESS.finditer(page.body):
            if _is_mirror(address[0]):
                yield _mirror(page.place(address.start()), address[0])


def what_nobody_saw_is_not_published(library: Records) -> Iterator[Problem]:
    """No source that nobody saw, and no figure from a source whose figures nobody saw."""
    for id in library.sources:
        if id in UNSEEN:
            yield Problem(library.place("sources", id), f"nobody here has seen {id}", fix="delete it")
    for id, claim in library.claims.items():
        for index, figure in enumerate(claim.figures):
            if figure.source in NO_FIGURES:
                yield Problem(
                    library.place("claims", id, "figures", index, "source"),
                    f"no figure may come from {figure.source}: {NO_FIGURES[figure.source]}",
                    fix="delete the figure",
                )
            elif figure.source == "alentorngeli2017" and "odds" in figure.unit:
                yield Problem(
                    library.place("claims", id, "figures", index, "unit"),
                    "the pooled odds of alentorngeli2017 were not seen; only its counts were",
                    fix="delete the figure",
                )


def watching_is_never_called_a_trial(library: Records) -> Iterator[Problem]:
    """A study that drew no lots is not labelled as one that did."""
    for id in NOT_RANDOMISED & set(library.sources):
        if library.sources[id].custom.design is Design.RANDOMISED_TRIAL:
            yield Problem(
                library.place("sources", id, "custom", "design"),
                f"{id} drew no lots",
                fix="write `design: non-randomised-trial` or `cohort`",
            )


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


def papers_on_the_same_people_count_once(library: Records) -> Iterator[Problem]:
    """They carry one `shared_cohort`, and a claim that rests on them alone does not speak of several studies."""
    for cohort, ids in SAME_PEOPLE.items():
        for id in ids:
            if id in library.sources and library.sources[id].custom.shared_cohort != cohort:
                yield Problem(
                    library.place("sources", id, "custom"),
                    f"{id} is about the same people as {', '.join(other for other in ids if other != id)}",
                    fix=f"add `shared_cohort: {cohort}`",
                )
    for id, claim in library.claims.items():
        field = _speaks_of_many(claim)
        if field and len(claim.sources) > 1 and len({_people(library, source) for source in claim.sources}) == 1:
            yield Problem(
                library.place("claims", id, field),
                "these papers are about the same people, so they are one study",
                fix="say 'one study'",
            )


def _people(library: Records, source: str) -> str:
    return library.sources[source].custom.shared_cohort or source


def _speaks_of_many(claim: Claim) -> str | None:
    return next((field for field in ("statement", "because", "evidence") if _MANY.search(getattr(claim, field))), None)


def _is_mirror(address: str) -> bool:
    host = urlsplit(address).netloc.lower().removeprefix("www.")
    return host in MIRRORS or any(host.endswith(f".{mirror}") for mirror in MIRRORS)


def _mirror(place: Place, address: str) -> Problem:
    return Problem(
        place,
        f"{urlsplit(address).netloc} keeps copies of other people's texts",
        fix="give the DOI, the PMID or the publisher's or body's own page instead",
    )
