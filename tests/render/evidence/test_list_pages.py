"""The pages of the long lists hold every topic once."""

from __future__ import annotations

from macros.records import Topic
from macros.records.evidence.source import LIST_PAGES


def test_every_topic_belongs_to_one_page() -> None:
    assert sorted(topic for topics in LIST_PAGES.values() for topic in topics) == sorted(Topic)
