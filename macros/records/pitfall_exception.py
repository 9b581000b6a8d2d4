"""A sentence that a pitfall prompts for, and that somebody looked at and found right."""

from __future__ import annotations

from pydantic import Field

from .base import Id, Record, Text


class PitfallException(Record):
    """Words that may stay, with the reason. One that nothing needs any more is a mistake."""

    id: Id
    pitfall: Text = Field(description="What the prompt says after its colon, such as 'cartilage is built'")
    words: Text = Field(description="So much of the sentence that it can be told from others")
    because: Text
