"""Rubrics and scores: totals are counted, exceptions win, and a rubric knows which pages it is for."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from macros.records import Rubric, Score
from macros.records.quality import DOES_NOT_APPLY, Mark, RubricPart, Unit, total


def rubric(**more: Any) -> Rubric:
    part = {
        "id": "clarity",
        "title": "Clarity",
        "target": 90,
        "target_for": {"explain": 70},
        "items": [
            {"id": "purpose", "number": "1", "asks": "Is the purpose plain?"},
            {"id": "tables", "number": "2", "asks": "Are tables simple?"},
        ],
    }
    return Rubric.model_validate(
        {
            "id": "clear",
            "title": "Clear",
            "about": "Whether a page is clear.",
            "made_by": "Somebody",
            "unit": "percent",
            "types": ["explain", "tool"],
            "parts": [part],
            **more,
        }
    )


def score(**more: Any) -> Score:
    return Score.model_validate(
        {
            "id": "all-clear",
            "rubric": "clear",
            "pages": ["joints/knees.md", "joints/hips.md"],
            "by": {"kind": "tool", "name": "A test"},
            "scored": "2026-11-22",
            "marks": {
                "purpose": {"mark": 1, "why": "The title says it."},
                "tables": {"mark": "does-not-apply", "why": "There are none."},
            },
            "but": [{"page": "joints/hips.md", "item": "purpose", "mark": 0, "why": "The title is a riddle."}],
            **more,
        }
    )


@pytest.mark.parametrize(
    ("marks", "points", "percent"),
    [([1, 1], 2, 100), ([1, 0], 1, 50), ([1, DOES_NOT_APPLY], 1, 100), ([DOES_NOT_APPLY, DOES_NOT_APPLY], 0, 0)],
)
def test_a_total_leaves_out_what_does_not_apply(marks: list[Mark], points: int, percent: int) -> None:
    part = rubric().parts[0]
    assert total(part, Unit.POINTS, marks) == points
    assert total(part, Unit.PERCENT, marks) == percent


def test_a_total_counts_against_the_highest_mark() -> None:
    part = RubricPart.model_validate({**rubric().parts[0].model_dump(), "lowest": 1, "highest": 5})
    assert total(part, Unit.PERCENT, [5, 1]) == 60


def test_a_type_of_page_can_have_its_own_aim() -> None:
    part = rubric().parts[0]
    assert (part.aim("explain"), part.aim("tool")) == (70, 90)


def test_a_rubric_is_for_types_of_page_and_sections() -> None:
    assert rubric().covers("bones/scans.md", "explain")
    assert not rubric().covers("bones/index.md", "hub")
    narrow = rubric(sections=["joints"])
    assert narrow.covers("joints/knees.md", "explain")
    assert not narrow.covers("bones/scans.md", "explain")


def test_an_exception_wins_for_its_page_alone() -> None:
    assert score().mark("joints/hips.md", "purpose").mark == 0
    assert score().mark("joints/knees.md", "purpose").mark == 1


@pytest.mark.parametrize("fields", [{"pages": []}, {"types": ["tool"]}])
def test_a_score_names_pages_or_types(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="either `pages` or `types`"):
        score(**fields)


def test_an_item_stands_once_in_a_rubric() -> None:
    part = rubric().parts[0].model_dump()
    with pytest.raises(ValidationError, match="two items have the id purpose, tables"):
        rubric(parts=[part, {**part, "id": "again"}])


@pytest.mark.parametrize("field", ["total", "target"])
def test_a_score_has_no_place_for_a_typed_total(field: str) -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        score(**{field: 99})


def test_a_rubric_for_few_pages_covers_no_other() -> None:
    few = rubric(pages=["do/compare-options.md"])
    assert few.covers("do/compare-options.md", "tool")
    assert not few.covers("do/pain-diary.md", "tool")
