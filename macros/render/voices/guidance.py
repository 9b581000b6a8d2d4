"""Where guidance disagrees: each question with its positions side by side, what all agree on, and our reading."""

from __future__ import annotations

from dataclasses import dataclass

from ...day import day
from ...records import Guidance, Position, PositionKind, Stance
from ..evidence.claim import Chip, chip
from ..evidence.sources import Link, short_links
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.review import Recheck
from ..page.templating import rendered

PAGE = "evidence/where-guidance-disagrees.md"


@dataclass(frozen=True)
class PositionShown:
    """What one body says."""

    position: Position
    anchor: str
    where_and_when: str
    study: str  # what it is where no body says it
    sources: tuple[Link, ...]

    @property
    def on_the_map(self) -> Link:
        return Link(f"{self.position.body} ({self.where_and_when})", f"#{self.anchor}")


@dataclass(frozen=True)
class Answer:
    """The bodies that give one answer to a question of the map, each with the place of its words."""

    stance: Stance
    bodies: tuple[Link, ...]


@dataclass(frozen=True)
class Topic:
    """A question with its positions and what our reading rests on."""

    guidance: Guidance
    positions: tuple[PositionShown, ...]
    claims: tuple[tuple[str, Chip], ...]
    pages: tuple[Link, ...]
    reviewed: str
    review_due: str
    recheck: Recheck

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The map of it: who says yes, who says to ask, who says no, and who does not say."""
        return tuple(
            Answer(stance, bodies)
            for stance in Stance
            if (bodies := tuple(one.on_the_map for one in self.positions if one.position.stance is stance))
        )


def guidance(page: PageContext, id: str) -> str:
    """One question as a matrix, for a page on its subject."""
    record = page.library.guidance[id]
    return rendered("voices/guidance.html", level=level_below(page, "guidance", id), topic=_topic(page, record))


def all_guidance(page: PageContext) -> str:
    """Every question: a map of who answers what, then the words of each, folded."""
    records = sorted(page.library.guidance.values(), key=lambda record: record.order)
    return rendered(
        "voices/all_guidance.html",
        level=level_below(page, "all_guidance"),
        topics=[_topic(page, record) for record in records],
    )


def _topic(page: PageContext, record: Guidance) -> Topic:
    return Topic(
        record,
        positions=tuple(
            _position(page, position, f"guidance-{record.id}--{number}")
            for number, position in enumerate(record.positions, 1)
        ),
        claims=tuple((page.library.claims[id].statement, chip(page, id)) for id in record.claims),
        pages=tuple(
            Link(page.title(target), page.url(target))
            for target in record.pages
            if target.partition("#")[0] != page.path  # nobody needs a link to where they are
        ),
        reviewed=day(record.reviewed),
        review_due=day(record.review_due),
        recheck=Recheck.of(page, record),
    )


def _position(page: PageContext, position: Position, anchor: str) -> PositionShown:
    for id in position.sources:
        if id not in page.sources_used:
            page.sources_used.append(id)
    return PositionShown(
        position,
        anchor,
        where_and_when=f"{position.country}, {position.year}",
        study=position.kind.words if position.kind is PositionKind.RESEARCH else "",
        sources=tuple(short_links(page, position.sources)),
    )
