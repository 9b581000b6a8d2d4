"""What the tools for a reader's own notes say, whatever the notes are called."""

from __future__ import annotations

import re

import pytest

from macros.render.doing.appointment_summary import appointment_summary
from macros.render.doing.pain_diary import pain_diary

from ..making import context


@pytest.mark.parametrize("macro", [appointment_summary, pain_diary])
def test_no_verb_depends_on_what_the_notes_are_called(macro: object) -> None:
    """'My words' and 'my diary' want different verbs, so no sentence has them as its subject."""
    assert callable(macro)
    said = re.sub(r"<[^>]+>", " ", macro(context()))
    assert "Clear my " in said
    assert not re.findall(r"\bmy (?:words|diary|answers) (?:\w+s|are|have|do)\b", said)
