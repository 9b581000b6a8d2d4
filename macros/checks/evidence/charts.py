"""Charts: only living claims' numbers, like with like, and words that are as sure as the claims and no surer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...records import Certainty, Chart, ChartKind, Claim, ClaimKind, Problem
from ..scope import Records, texts_in
from ..sentences import sentences
from .wording import verb_fits

_LEAST_SURE_FIRST = (Certainty.VERY_LOW, Certainty.LOW, Certainty.MODERATE, Certainty.HIGH)


def a_chart_rests_on_living_claims(library: Records) -> Iterator[Problem]:
    """Nothing is drawn from a claim that was withdrawn. (One that is past its review date is put away when built.)"""
    for id, chart in library.charts.items():
        for claim in chart.claims:
            if library.claims[claim].retired:
                yield Problem(
                    library.place("charts", id, "panels"),
                    f"the chart draws from the claim '{claim}', which is retired",
                    fix="draw from a claim that holds, or delete the chart",
                )


def a_panel_compares_like_with_like(library: Records) -> Iterator[Problem]:
    """Marks on one scale have one unit."""
    for id, chart in library.charts.items():
        for index, panel in enumerate(chart.panels):
            units = sorted({library.figure(mark.figure).unit for mark in panel.series})
            if len(units) > 1:
                yield Problem(
                    library.place("charts", id, "panels", index),
                    f"one scale cannot hold these units: {'; '.join(units)}",
                    fix="put each unit in a panel of its own",
                )


def a_mark_has_what_its_kind_draws(library: Records) -> Iterator[Problem]:
    """100 people need a share of 100, an interval needs its range, a doubling scale needs numbers above 0."""
    for id, chart in library.charts.items():
        for index, panel in enumerate(chart.panels):
            for at, mark in enumerate(panel.series):
                figure = library.figure(mark.figure)
                place = library.place("charts", id, "panels", index, "series", at)
                if chart.kind is ChartKind.ICON_ARRAY and not figure.unit.startswith("of 100"):
                    yield Problem(
                        place, f"'{figure.unit}' is not a share of 100", fix="draw it as `kind: bars` or `dots`"
                    )
                if chart.kind is ChartKind.INTERVALS and figure.low is None:
                    yield Problem(place, "this figure has no range to draw", fix="draw it as `kind: dots` or `bars`")
                if panel.scale == "log" and (figure.value if figure.low is None else figure.low) <= 0:
                    yield Problem(place, "a doubling scale cannot show 0 or less", fix="use `scale: linear`")
                if chart.kind is not ChartKind.STEPS and (mark.times > 1 or mark.step):
                    yield Problem(place, "`times` and `step` belong to `kind: steps`", fix="delete them")


_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def a_chart_says_no_number_of_its_own(library: Records) -> Iterator[Problem]:
    """Each number in a chart's words stands in a claim that it draws from, if rounded."""
    for id, chart in library.charts.items():
        allowed = {number for claim in chart.claims for number in _numbers_of(library.claims[claim])}
        allowed |= _numbers_of_plan(chart)
        for path, text in texts_in(chart):
            for match in _NUMBER.finditer(text):
                if _value(match[0]) not in allowed:
                    yield Problem(
                        library.place("charts", id, *path),
                        f"the number {match[0]} is in no claim that this chart draws from",
                        fix="take it out, or add it to the claim with its source",
                    )


def _numbers_of(claim: Claim) -> set[Decimal]:
    words = {_value(match[0]) for _, text in texts_in(claim) for match in _NUMBER.finditer(text)}
    drawn = {
        value for figure in claim.figures for value in (figure.value, figure.low, figure.high) if value is not None
    }
    exact = {abs(Decimal(str(value))) for value in drawn}
    return words | exact | {round(value) + Decimal(0) for value in exact}


def _numbers_of_plan(chart: Chart) -> set[Decimal]:
    """A plan's sessions are counted in its own list, and so are its weeks of three."""
    if chart.kind is not ChartKind.STEPS:
        return set()
    sessions = sum(mark.times for mark in chart.marks)
    return {Decimal(count) for count in (sessions, *range(1, sessions // 3 + 1))}


def _value(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


def a_finding_is_one_sentence(library: Records) -> Iterator[Problem]:
    """What a chart shows is said once, and in one breath."""
    for id, chart in library.charts.items():
        if len(list(sentences(chart.finding))) != 1:
            yield Problem(
                library.place("charts", id, "finding"), "the finding is more than one sentence", fix="keep one of them"
            )


def a_chart_is_no_surer_than_its_claims(library: Records) -> Iterator[Problem]:
    """The finding uses the verb of the least sure claim that is drawn."""
    for id, chart in library.charts.items():
        findings = [
            library.claims[claim].certainty for claim in chart.claims if library.claims[claim].kind is ClaimKind.FINDING
        ]
        least = min(findings, key=_LEAST_SURE_FIRST.index, default=None)
        if least and not verb_fits(chart.finding, least):
            yield Problem(
                library.place("charts", id, "finding"),
                f"the finding does not sound as sure as its least sure claim ({least.value})",
                allowed="moderate: 'probably'; low: 'may' or 'might'; very-low: 'we do not know'",
                fix="reword the finding",
            )
