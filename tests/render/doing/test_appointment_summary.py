"""The appointment summary: fields with labels, and what saved things are called on the sheet."""

from __future__ import annotations

import json
import re
from typing import Any

from macros.render.doing.appointment_summary import appointment_summary
from tests.render.decisions.making import GO_OR_STOP, page_with

from ..making import claim, context, source
from .test_checklist import RECORD
from .test_option_grid import GRID


def names(markup: str) -> Any:
    found = re.search(r'<script type="application/json">(.*?)</script>', markup)
    assert found
    return json.loads(found[1])


def test_every_field_has_a_label_and_what_describes_it_is_there() -> None:
    markup = appointment_summary(context())
    fields = re.findall(r'<textarea id="([\w-]+)"', markup)
    assert len(fields) > 1
    assert all(f'<label for="{id}">' in markup for id in fields)
    ids = set(re.findall(r' id="([\w-]+)"', markup))
    assert set(re.findall(r'<textarea[^>]* aria-describedby="([\w-]+)"', markup)) <= ids


def test_answers_of_a_tool_are_called_as_the_tool_calls_them() -> None:
    said = names(appointment_summary(page_with(test=GO_OR_STOP)))["decision"]["test"]
    assert said["title"] == "A test"
    assert said["questions"]["pain"] == {
        "short": "Pain",
        "options": {"no": "No", "yes": "Yes", "not-sure": "Not sure"},
        "signs": {"at-night": "at night", "at-rest": "at rest"},
    }
    assert said["questions"]["far"] == {"short": "far?", "scale": 10, "unit": "km"}


def test_ticks_and_choices_are_called_as_their_lists_call_them() -> None:
    said = names(appointment_summary(context(source(), claim(), RECORD, GRID)))
    assert said["checklist"]["first-run"] == {
        "title": "Before your first run",
        "items": {"walk": "I can walk.", "shoes": "My shoes fit."},
        "tasks": True,
    }
    assert said["options"]["sore"]["leans"] == {"walk": "Walk", "wait": "Wait"}
