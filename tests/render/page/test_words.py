"""Numbers, dates and lists in words, and headings that leave no gap."""

from __future__ import annotations

import datetime

import pytest

from macros.day import day
from macros.records import Certainty, ClaimKind, Design, Topic
from macros.records.evidence.claim import Figure
from macros.render.page import words
from macros.render.page.headings import level_below

from ..making import context


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (3.5, "of 100 people", "3.5 out of 100 people"),
        (11, "more of 100 people", "11 more out of 100 people"),
        (1, "of a million finishers", "1 out of a million finishers"),
        (21, "percent", "21%"),
        (0.7, "percent a year", "0.7% a year"),
        (1.17, "odds ratio", "1.17 (odds ratio)"),
        (-2.5, "T-score", "−2.5 (T-score)"),
        (114829, "people", "114,829 people"),
    ],
)
def test_amount(value: float, unit: str, said: str) -> None:
    figure = Figure.model_validate({"id": "x", "label": "x", "value": value, "unit": unit, "source": "x"})
    assert words.amount(figure) == said


@pytest.mark.parametrize(
    ("value", "low", "high", "said"),
    [
        (1.52, 1.16, 2.0, "1.16 to 2.00"),
        (-3.8, -5.2, -2.4, "−5.2 to −2.4"),
        (127, 102, 151, "102 to 151"),
        (1, 0.7, 1.4, "0.7 to 1.4"),
        (4, None, None, ""),
    ],
)
def test_both_ends_of_a_range_are_as_exact_as_each_other(
    value: float, low: float | None, high: float | None, said: str
) -> None:
    figure = Figure(id="a", label="A", value=value, unit="ratio", low=low, high=high, source="a")
    assert words.interval(figure) == said


def test_day() -> None:
    assert day(datetime.date(2026, 11, 2)) == "2 November 2026"


@pytest.mark.parametrize(("items", "said"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_listed(items: list[str], said: str) -> None:
    assert words.listed(items) == said


def test_every_code_has_words() -> None:
    assert set(words.TOPICS) == set(Topic)
    assert set(words.DESIGNS) == set(Design)
    assert set(words.MEANINGS) == set(Certainty)
    assert set(words.KINDS) == set(ClaimKind)


@pytest.mark.parametrize(
    ("above", "level"),
    [
        ("", 2),
        ("# Title\n", 2),
        ("# Title\n\n## Part\n", 3),
        ("## Part\n\n### Piece\n", 4),
        ("## Part\n\n## Other\n", 3),
    ],
)
def test_a_block_s_heading_is_one_below_the_heading_above_it(above: str, level: int) -> None:
    page = context(body=f'{above}\n{{{{ care_card("clot") }}}}\n\n# Later\n')
    assert level_below(page, "care_card", "clot") == level


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("The planner", "The planner: how it was proved"),
        ("Carry on, ease off or stop?", "Carry on, ease off or stop? How it was proved"),
        ("Sore again!", "Sore again! How it was proved"),
    ],
)
def test_a_colon_never_follows_a_title_that_ends_by_itself(title: str, heading: str) -> None:
    assert words.led_by(title, "how it was proved") == heading
