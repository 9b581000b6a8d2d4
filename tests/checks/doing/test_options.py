"""Option grids: the checks find what leans, what promises too much, and what is no chance."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from macros.checks.doing import options
from macros.library import Library
from macros.records import OptionGrid

from ..changing import changed, said


def grid(library: Library, **of_the_first_option: Any) -> Library:
    """The guide's library, with the first option of its first grid changed."""
    one = next(iter(library.options.values()))
    first = one.options[0].model_copy(update=of_the_first_option)
    return changed(library, "options", one.id, options=(first, *one.options[1:]))


def points(option: Any, aspect: str, says: str) -> dict[str, Any]:
    there = getattr(option, aspect)
    return {aspect: (there[0].model_copy(update={"says": says}), *there[1:])}


def test_a_long_option_is_found(library: Library) -> None:
    first = next(iter(library.options.values())).options[0]
    leaning = grid(library, **points(first, "does", "word " * 60))
    assert not said(options.options_are_told_at_the_same_length(library))
    assert len(said(options.options_are_told_at_the_same_length(leaning))) == 1


def test_a_point_surer_than_its_claim_is_found(library: Library) -> None:
    first = next(iter(library.options.values())).options[0]
    promising = grid(library, **points(first, "good", "Running helps the heart."))
    assert len(said(options.an_option_promises_no_more_than_its_claims(promising))) == 1


def test_a_ratio_is_no_chance(library: Library) -> None:
    first = next(iter(library.options.values())).options[0]
    ratio = grid(library, chances=first.chances.model_copy(update={"figures": ("knee-oa-elite/elite-odds",)}))
    assert len(said(options.a_chance_is_so_many_people_out_of_100_over_a_time(ratio))) == 1


@pytest.mark.parametrize(
    "change", [lambda raw: raw["options"][0]["bad"].pop(), lambda raw: raw["options"][1].pop("like")]
)
def test_an_option_without_both_sides_is_refused(library: Library, change: Callable[[Any], Any]) -> None:
    raw = next(iter(library.options.values())).model_dump(mode="json")
    change(raw)
    with pytest.raises(ValidationError):
        OptionGrid.model_validate(raw)


@pytest.mark.parametrize(
    ("unit", "over", "is_wrong"),
    [
        ("of 100 people", "10 years", False),
        ("of 100 people", None, True),
        ("times", "10 years", True),
        ("times", None, True),
    ],
)
def test_a_chance_is_a_count_over_a_time(library: Library, unit: str, over: str | None, is_wrong: bool) -> None:
    first = next(iter(library.options.values())).options[0]
    claim = library.claims["knee-oa-elite"]
    figures = [one.model_copy(update={"unit": unit, "over": over}) for one in claim.figures if one.id == "elite-odds"]
    held = changed(library, "claims", claim.id, figures=tuple(figures))
    ratio = grid(held, chances=first.chances.model_copy(update={"figures": ("knee-oa-elite/elite-odds",)}))
    assert bool(said(options.a_chance_is_so_many_people_out_of_100_over_a_time(ratio))) == is_wrong
