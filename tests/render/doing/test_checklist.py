"""Checklists: real boxes with stable names; what needs a script waits for one."""

from __future__ import annotations

import re

from macros.records import Checklist
from macros.render.doing.checklist import checklist

from ..making import REVIEW, claim, context, source

RECORD = Checklist.model_validate(
    {
        "id": "first-run",
        "title": "Before your first run",
        "purpose": "It does not examine you.",
        "before": "Do not use it in place of help.",
        "groups": [
            {
                "heading": "Body",
                "items": [{"id": "walk", "text": "I can walk.", "why": "It helps.", "claims": ["knees"]}],
            },
            {"heading": "Kit", "items": [{"id": "shoes", "text": "My shoes fit."}]},
        ],
        "pages": ["joints/knees.md"],
        **REVIEW,
    }
)


def shown() -> str:
    return checklist(context(source(), claim(), RECORD), "first-run")


def test_each_item_is_a_box_with_its_label_and_a_name_that_stays() -> None:
    for id, text in (("walk", "I can walk."), ("shoes", "My shoes fit.")):
        assert f'<input type="checkbox" id="first-run-{id}" data-item="{id}"' in shown()
        assert f'<label for="first-run-{id}">{text}</label>' in shown()


def test_the_reason_of_an_item_belongs_to_its_box_and_shows_its_evidence() -> None:
    assert 'aria-describedby="first-run-walk-why"' in shown()
    assert '<span id="first-run-walk-why">It helps.</span>' in shown()
    assert "#claim-knees" in shown()


def test_what_needs_a_script_is_hidden_until_one_runs() -> None:
    assert re.search(r'class="checklist__controls" data-live hidden', shown())
    assert re.search(r'class="checklist__progress" data-live hidden', shown())
    outside = re.sub(r'<div class="checklist__controls".*</dialog>', "", shown(), flags=re.DOTALL)
    assert "<button" not in outside


def test_purpose_and_warning_stand_above_the_boxes() -> None:
    order = [shown().index(words) for words in ("It does not examine you.", "in place of help.", "<input")]
    assert order == sorted(order)


def test_a_list_of_prompts_counts_nothing_because_a_count_would_read_as_a_score() -> None:
    prompts = checklist(context(source(), claim(), RECORD.model_copy(update={"progress": "none"})), "first-run")
    assert "checklist__progress" not in prompts
    assert "ticked</span>" not in prompts
    assert prompts.count('type="checkbox"') == 2
