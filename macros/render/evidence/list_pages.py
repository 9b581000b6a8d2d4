"""The parts of the lists of claims and of sources: each stands on a page of its own, because all would be too heavy."""

from __future__ import annotations

from ...records import Topic
from ...records.source import Source
from ..page.context import PageContext

# Where a topic's claims, and sources that are about it first, stand: evidence/all-claims/PART.md.
PARTS: dict[str, tuple[Topic, ...]] = {
    "bones": (
        Topic.BONES,
        Topic.BONE_STRESS,
        Topic.FOOD_ENERGY,
        Topic.SCANS,
        Topic.WOMENS_HEALTH,
        Topic.FALLS,
    ),
    "joints": (Topic.KNEES, Topic.HIPS, Topic.BACK, Topic.SURGERY, Topic.INFLAMMATORY),
    "running": (
        Topic.TRAINING,
        Topic.SHOES,
        Topic.STRENGTH,
        Topic.WARM_UP,
        Topic.PAIN,
        Topic.WARNING_SIGNS,
        Topic.BENEFITS,
    ),
}
CLAIMS = "evidence/all-claims"
SOURCES = "evidence/sources"


def part_of(topic: Topic) -> str:
    """The part that a topic belongs to."""
    return next(part for part, topics in PARTS.items() if topic in topics)


def topics_of(part: str, macro: str) -> tuple[Topic, ...]:
    """The topics of a part, as a page names it to a macro. Raises ValueError, in words for the page's author."""
    if part not in PARTS:
        raise ValueError(f"{macro}(): there is no part '{part}'; there are {', '.join(PARTS)}")
    return PARTS[part]


def card_url(page: PageContext, claim: str) -> str:
    """Where the whole card of a claim stands."""
    topic = page.library.claims[claim].topic
    return page.url(f"{CLAIMS}/{part_of(topic)}.md#claim-{claim}")


def entry_url(page: PageContext, source: str) -> str:
    """Where the whole entry of a source stands."""
    return page.url(f"{SOURCES}/{part_of(first_topic(page.library.sources[source]))}.md#source-{source}")


def first_topic(source: Source) -> Topic:
    """What a source is about first."""
    return source.custom.topics[0]
