"""Whole-library scope: a claim makes no more of its sources than they bear.

As in misuse.py, the rules come from the audit of the evidence, and name sources that are not in the library too.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..records import Certainty, ClaimKind, Problem
from .scope import Records

# What these show is no surer than this by itself, however large the paper or loud its summary.
NO_SURER_THAN = {
    "alentorngeli2017": Certainty.LOW,  # counts, not evened out for age, weight or injury
    "antonelli-tja-runners": Certainty.VERY_LOW,  # 65 people who ran again
    "belavy2017": Certainty.VERY_LOW,  # scans at one moment
    "coburn2023": Certainty.VERY_LOW,  # one scan marker
    "driban2017": Certainty.LOW,
    "esculier2019": Certainty.VERY_LOW,
    "frandsen2025": Certainty.LOW,  # one exploratory cohort, and no staircase
    "hartwell2024": Certainty.LOW,
    "hind2006": Certainty.LOW,
    "horga2019": Certainty.VERY_LOW,
    "lane1986": Certainty.LOW,  # one vertebra by an old scan
    "lee2014": Certainty.LOW,
    "lo2018": Certainty.LOW,  # people chose to run; a modest harm cannot be excluded
    "malisoux2015": Certainty.LOW,
    "masters-latestart2019": Certainty.VERY_LOW,  # one moment, beside people five years older
    "mitchell2020": Certainty.VERY_LOW,
    "neason2024": Certainty.LOW,
    "nielsen2014": Certainty.LOW,
    "noetel2024": Certainty.LOW,  # walking and jogging in one pot
    "pedisic2020": Certainty.LOW,
    "ponzio2018": Certainty.LOW,
    "rapit-largejoint2005": Certainty.LOW,  # a subgroup of 59 people
    "sayegh2022": Certainty.VERY_LOW,
    "silbernagel2007": Certainty.LOW,  # 38 people, one tendon
    "sinaki1984": Certainty.LOW,
    "stiles2017": Certainty.LOW,
    "timmins2017": Certainty.LOW,
    "vanginckel2010": Certainty.VERY_LOW,
    "verhoeven2023": Certainty.LOW,  # most people chose their group
}

# Told alone, the first of each misleads.
TOLD_TOGETHER = {
    "crandall2014-bmd": (
        "crandall2014-fracture",
        "one finds low density fairly well, the other fractures hardly at all",
    ),
    "nielsen2014pronation": ("malisoux2016", "the two point in different directions"),
}

# Effects in units of the spread between people. As percentages they would mean something else.
IN_STANDARD_DEVIATIONS = frozenset(
    (
        "babatunde2012",
        "exercise-plus-drugs2023",
        "noetel2024",
        "rausch-ma2018",
        "shojaa2020",
        "shojaa2020-drt",
        "verville2023",
        "zhao2017",
        "zheng2022-detraining",
    )
)

# Ranges that are misprinted, or were not confirmed: the direction only.
NO_RANGES = {"martynstjames2010": "its range for the hip neck is probably a misprint"}

# Newer guidance of the same body.
SUPERSEDED = {
    "gregson2022-nogg": "gregson2025-nogg2024",
    "ioc2014-reds": "mountjoy2023-reds",
    "uspstf2018": "uspstf2025",
}

# Studies that are too small to say anything about bone.
TOO_SMALL = {"mosti2013": "16 people"}

# Parts of a citation that nobody could settle. They stay blank.
UNSETTLED = {
    "bsi-review-kr2020": ("DOI",),
    "nielsen2014": ("DOI", "container_title", "volume", "page"),
    "riebe2015": ("issue",),
}

_MOST_SURE_FIRST = tuple(Certainty)


def a_claim_is_no_surer_than_its_sources_can_be(library: Records) -> Iterator[Problem]:
    """A finding that rests on nothing but thin studies keeps to the best that they can give."""
    for id, claim in library.claims.items():
        limits = [NO_SURER_THAN.get(source) for source in claim.sources]
        known = [limit for limit in limits if limit]
        if claim.kind is not ClaimKind.FINDING or len(known) < len(limits):
            continue
        best = min(known, key=_MOST_SURE_FIRST.index)
        if _MOST_SURE_FIRST.index(claim.certainty) < _MOST_SURE_FIRST.index(best):
            yield Problem(
                library.place("claims", id, "certainty"),
                f"{', '.join(claim.sources)} cannot give more than {best.value} certainty",
                fix=f"write `certainty: {best.value}`, and reword the statement to match",
            )


def studies_that_pull_apart_are_told_together(library: Records) -> Iterator[Problem]:
    """Whoever names the first of two names the second too."""
    for id, claim in library.claims.items():
        for one, (other, why) in TOLD_TOGETHER.items():
            if one in claim.sources and other not in claim.sources:
                yield Problem(
                    library.place("claims", id, "sources"),
                    f"{one} is not told without {other}: {why}",
                    fix=f"add {other}, and say both",
                )


def standard_deviations_are_never_percentages(library: Records) -> Iterator[Problem]:
    """An effect of 0.5 standard deviations is not an effect of 50%."""
    for id, claim in library.claims.items():
        for index, figure in enumerate(claim.figures):
            if figure.source in IN_STANDARD_DEVIATIONS and figure.unit.startswith("percent"):
                yield Problem(
                    library.place("claims", id, "figures", index, "unit"),
                    f"{figure.source} gives its effects in standard deviations",
                    fix="write `unit: standard deviations`, or leave the figure out",
                )


def doubtful_ranges_are_left_out(library: Records) -> Iterator[Problem]:
    """A range that is probably a misprint is not passed on."""
    for id, claim in library.claims.items():
        for index, figure in enumerate(claim.figures):
            if figure.source in NO_RANGES and figure.low is not None:
                yield Problem(
                    library.place("claims", id, "figures", index, "low"),
                    f"no range may come from {figure.source}: {NO_RANGES[figure.source]}",
                    fix="delete `low` and `high`",
                )


def superseded_guidance_is_not_cited(library: Records) -> Iterator[Problem]:
    """Only the newest edition of a guideline is a source."""
    for old, new in SUPERSEDED.items():
        if old in library.sources:
            yield Problem(library.place("sources", old), f"{old} was replaced by {new}", fix=f"cite {new}")


def studies_too_small_to_tell_are_not_cited(library: Records) -> Iterator[Problem]:
    """A handful of people is no evidence on bone."""
    for id, size in TOO_SMALL.items():
        if id in library.sources:
            yield Problem(library.place("sources", id), f"{id} is about {size}", fix="leave it out")


def what_is_unsettled_stays_blank(library: Records) -> Iterator[Problem]:
    """A part of a citation that nobody confirmed is left out, not guessed."""
    for id, fields in UNSETTLED.items():
        for field in fields:
            if id in library.sources and getattr(library.sources[id], field) is not None:
                yield Problem(
                    library.place("sources", id, field.replace("_", "-")),
                    f"nobody could confirm the {field.replace('_', ' ')} of {id}",
                    fix="delete it, or confirm it and take it off the list in macros/checks/overreach.py",
                )
