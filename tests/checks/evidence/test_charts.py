"""What no chart may do."""

from __future__ import annotations

from typing import Any

import pytest

from macros.checks import Check
from macros.checks.evidence import charts
from macros.library import Library
from macros.records import Certainty, Chart, ClaimKind, Place
from tests.render import making
from tests.render.making import chart, claim, figure, source

ONE, OTHER = figure("one"), figure("other", value=3, low=None, high=None, unit="days")


@pytest.fixture(autouse=True)
def _places(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records that a test makes stand in no file."""
    monkeypatch.setattr(Library, "place", lambda self, kind, id, *inside: Place(f"{kind}/{id}"))


def found(check: Check, *made: object) -> list[str]:
    return [problem.wrong for problem in check(making.library(source(), *made))]


def with_claim(record: Chart, **more: Any) -> tuple[object, ...]:
    return claim(figures=[ONE, OTHER], **more), record


def test_a_withdrawn_claim_is_not_drawn() -> None:
    history = [{"date": "2026-11-22", "kind": kind, "note": "…"} for kind in ("added", "retired")]
    assert found(charts.a_chart_rests_on_living_claims, *with_claim(chart())) == []
    assert found(charts.a_chart_rests_on_living_claims, *with_claim(chart(), history=history)) == [
        "the chart draws from the claim 'knees', which is retired"
    ]


def test_a_finding_is_one_sentence() -> None:
    assert found(charts.a_finding_is_one_sentence, *with_claim(chart(finding="Fewer than 3.5 may do."))) == []
    assert found(charts.a_finding_is_one_sentence, *with_claim(chart(finding="Some may do. Others may not."))) == [
        "the finding is more than one sentence"
    ]


def test_a_scale_holds_one_unit() -> None:
    mixed = chart("a-chart", "bars", "knees/one", "knees/other")
    assert found(charts.a_panel_compares_like_with_like, *with_claim(mixed)) == [
        "one scale cannot hold these units: days; of 100 people"
    ]


@pytest.mark.parametrize(
    ("kind", "figure_id", "panel", "says"),
    [
        ("icon-array", "knees/other", {}, "'days' is not a share of 100"),
        ("intervals", "knees/other", {}, "this figure has no range to draw"),
        ("dots", "knees/zero", {"scale": "log"}, "a doubling scale cannot show 0 or less"),
        ("bars", "knees/one", {"series": [{"figure": "knees/one", "times": 3}]}, "`times` and `step` belong to"),
    ],
)
def test_a_mark_has_what_its_kind_draws(kind: str, figure_id: str, panel: dict[str, object], says: str) -> None:
    zero = figure("zero", value=0, low=None, high=None)
    made = claim(figures=[ONE, OTHER, zero]), chart("a-chart", kind, figure_id, panel=panel)
    (wrong,) = found(charts.a_mark_has_what_its_kind_draws, *made)
    assert says in wrong


@pytest.mark.parametrize("words", ["It is 20.5.", "It is about 20.", "It is 18 to 22 of 100.", "It is twice as much."])
def test_numbers_of_the_claim_may_be_said(words: str) -> None:
    assert found(charts.a_chart_says_no_number_of_its_own, *with_claim(chart(caveat=words))) == []


@pytest.mark.parametrize("field", ["title", "finding", "caveat", "description"])
def test_a_number_that_is_in_no_claim_cannot_be_said(field: str) -> None:
    words = {field: "It may be 47."}
    assert found(charts.a_chart_says_no_number_of_its_own, *with_claim(chart(**words))) == [
        "the number 47 is in no claim that this chart draws from"
    ]


def test_a_finding_is_no_surer_than_its_least_sure_claim() -> None:
    sure = claim("hips", certainty="high", statement="It helps.", figures=[ONE])
    both = chart("a-chart", "bars", "knees/one", "hips/one", finding="It helps.")
    assert found(charts.a_chart_is_no_surer_than_its_claims, *with_claim(both), sure) == [
        "the finding does not sound as sure as its least sure claim (low)"
    ]
    assert (
        found(
            charts.a_chart_is_no_surer_than_its_claims, sure, chart("a-chart", "bars", "hips/one", finding="It helps.")
        )
        == []
    )


def test_what_the_map_of_all_claims_says_still_holds(library: Library) -> None:
    """Its finding is our sentence about our own claims, so nothing else would notice when it stops being true."""
    graded = [one for one in library.claims.values() if one.kind is not ClaimKind.OUR_RULE and not one.retired]
    findings = [one for one in graded if one.kind is ClaimKind.FINDING]
    sure = [one for one in graded if one.certainty is Certainty.HIGH]
    assert sum(one.certainty is Certainty.HIGH for one in findings) < len(findings) / 5, "seldom very sure of research"
    assert sum(one.kind is not ClaimKind.FINDING for one in sure) > len(sure) / 2, "firm ground is mostly guidance"
