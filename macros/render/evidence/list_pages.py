"""The pages of the lists of claims and of sources: one for a few topics each, because all would be too heavy."""

from __future__ import annotations

from ...records import Topic
from ...records.evidence.source import LIST_PAGES, Source
from ..page.context import PageContext

_BY_TOPIC = {topic: name for name, topics in LIST_PAGES.items() for topic in topics}
CLAIMS = "evidence/all-claims"
SOURCES = "evidence/sources"


def list_page_of(topic: Topic) -> str:
    """The page that a topic belongs to."""
    return _BY_TOPIC[topic]


def topics_of(name: str, macro: str) -> tuple[Topic, ...]:
    """The topics of a page of the lists, by its name. Raises ValueError, in words for the page's author."""
    if name not in LIST_PAGES:
        raise ValueError(f"{macro}(): there is no list page '{name}'; there are {', '.join(LIST_PAGES)}")
    return LIST_PAGES[name]


def card_url(page: PageContext, claim: str) -> str:
    """Where the whole card of a claim stands."""
    topic = page.library.claims[claim].topic
    return page.url(f"{CLAIMS}/{list_page_of(topic)}.md#claim-{claim}")


def entry_url(page: PageContext, source: str) -> str:
    """Where the whole entry of a source stands."""
    return page.url(f"{SOURCES}/{list_page_of(first_topic(page.library.sources[source]))}.md#source-{source}")


def first_topic(source: Source) -> Topic:
    """What a source is about first."""
    return source.custom.topics[0]
