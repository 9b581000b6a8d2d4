"""Ways into a long list: what the filter offers, and the lists of links for everyone."""

from __future__ import annotations

import pytest

from macros.render.evidence.claim import all_claims
from macros.render.evidence.list_filter import Entry, Filter, period, ways
from macros.render.page.links import Link

from ..making import claim, context, source

COLOURS = Filter("colour", "Colour", "All colours", {"red": "Red", "blue": "Blue", "green": "Green"}, index="By colour")


def entry(id: str, *colours: str) -> Entry:
    return Entry(id, Link(id, f"#{id}"), {"colour": colours})


def test_a_filter_offers_only_what_occurs_in_the_order_of_the_axis() -> None:
    (field,) = ways([entry("a", "blue"), entry("b", "red", "blue")], [COLOURS]).fields
    assert field.options == (("red", "Red"), ("blue", "Blue"))


def test_an_entry_of_several_values_is_listed_under_each() -> None:
    found = ways([entry("a", "blue"), entry("b", "red", "blue")], [COLOURS])
    (index,) = found.indexes
    listed = {group.heading: [link.words for link in group.links] for group in index.groups}
    assert listed == {"Red": ["b"], "Blue": ["a", "b"]}
    assert found.data["b"] == {"colour": "red blue"}


@pytest.mark.parametrize(
    ("year", "band"),
    [(2025, "from-2024"), (2024, "from-2024"), (2023, "from-2020"), (1994, "from-0"), (None, "undated")],
)
def test_years_fall_into_bands(year: int | None, band: str) -> None:
    assert period(year) == band


def test_claims_are_listed_by_certainty_and_carry_their_next_review() -> None:
    markup = all_claims(context(source(), claim(), claim("ours", kind="our-rule", review_due="2027-05-22")))
    for id in ("grade-low", "grade-our-rule"):
        assert f'<p class="list-filter__heading" id="{id}">' in markup
    assert 'data-topic="knees" data-grade="low" data-newest="from-2010" data-due="2027-11"' in markup
