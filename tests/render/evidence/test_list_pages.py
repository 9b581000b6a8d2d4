"""The parts of the long lists hold every topic once."""

from __future__ import annotations

from macros.records import Topic
from macros.render.evidence.list_pages import PARTS


def test_every_topic_belongs_to_one_part() -> None:
    assert sorted(topic for topics in PARTS.values() for topic in topics) == sorted(Topic)
