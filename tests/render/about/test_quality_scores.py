"""Quality scores on the page: totals counted from marks, the aim of the page's type, and a reason for every mark."""

from __future__ import annotations

import re

from macros.render.about.quality_scores import quality_scores
from tests.records.test_quality import rubric, score

from ..making import HERE, context


def shown(**more: object) -> str:
    one = score(pages=[HERE], but=[], **more)
    return re.sub(r"<[^>]+>", " ", quality_scores(context(rubric(), one)))


def text(**more: object) -> str:
    return " ".join(shown(**more).split())


def test_totals_stand_with_their_aim_in_words() -> None:
    assert f"Title of {HERE} Clarity: 100 of 100. Our aim is 70: reached." in text()
    low = {"purpose": {"mark": 0, "why": "A riddle."}, "tables": {"mark": 1, "why": "One."}}
    assert "Clarity: 50 of 100. Our aim is 70: not yet." in text(marks=low)


def test_points_are_shown_with_the_most_there_are() -> None:
    found = quality_scores(context(rubric(unit="points"), score(pages=[HERE], but=[])))
    assert "1 of 2" in found


def test_every_item_has_its_mark_and_its_reason() -> None:
    assert "1. Is the purpose plain? 1 of 1. The title says it." in text()
    assert "2. Are tables simple? does not apply. There are none." in text()


def test_who_scored_is_said_and_no_clinician_is_claimed() -> None:
    assert "Scored by a tool on 22 November 2026: a test. No clinician has scored it." in text()


def test_a_score_of_types_stands_once_for_every_page() -> None:
    found = quality_scores(context(rubric(), score(pages=[], types=["explain"], but=[])))
    assert found.count("<summary>") == 1
    assert '<span class="quality__title">Every page</span>' in found
