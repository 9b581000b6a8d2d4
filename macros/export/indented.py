"""Plain data as JSON for people: Python's own encoder does without its C part as soon as lines are indented."""

from __future__ import annotations

from pydantic_core import to_json


def indented(value: object) -> str:
    return to_json(value, indent=2).decode() + "\n"
