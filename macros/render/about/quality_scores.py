"""Quality scores: what each page got by each rubric, the totals counted from the marks, and why."""

from __future__ import annotations

from dataclasses import dataclass

from ...checks.evidence.scores import scores_of
from ...day import day
from ...records import Page, Rubric, Score
from ...records.quality import DOES_NOT_APPLY, ItemMark, RubricItem, RubricPart, Unit, total
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.links import Link
from ..page.templating import rendered


@dataclass(frozen=True)
class Total:
    """A part of a rubric, as a page fills it."""

    part: str
    got: int
    most: int
    aim: int
    reached: bool


@dataclass(frozen=True)
class Reason:
    """An item with its mark and why the page got it."""

    number: str
    asks: str
    mark: str
    short: bool  # of the most that it could get
    why: str


@dataclass(frozen=True)
class Scored:
    """A page by one rubric. A score that is the theme's doing stands once, for all pages, without a link."""

    page: Link
    totals: tuple[Total, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class RubricShown:
    """A rubric with the pages that have a score by it, and by whom and when."""

    rubric: Rubric
    scored: tuple[Scored, ...]
    by: tuple[tuple[str, str, str], ...]  # kind, name, day


def quality_scores(page: PageContext) -> str:
    """Every rubric with the totals of its pages, and below each the items with their marks and reasons."""
    return rendered(
        "about/quality_scores.html",
        level=level_below(page, "quality_scores"),
        rubrics=[_rubric(page, rubric) for rubric in page.library.rubrics.values()],
    )


def _rubric(page: PageContext, rubric: Rubric) -> RubricShown:
    scores = [score for score in page.library.quality.values() if score.rubric == rubric.id]
    scored = [(other, score) for other in page.library.pages.values() for score in _of(page, other, rubric)]
    for_all = [Scored(Link("Every page", ""), *_read(rubric, score, None)) for score in scores if score.types]
    one_by_one = [
        Scored(Link(other.meta.title, page.url(other.path)), *_read(rubric, score, other)) for other, score in scored
    ]
    by = sorted({(score.by.kind, score.by.name, day(score.scored)) for score in scores})
    return RubricShown(rubric, (*for_all, *one_by_one), tuple(by))


def _of(page: PageContext, other: Page, rubric: Rubric) -> list[Score]:
    return [score for score in scores_of(page.library, other, rubric.id) if score.pages]


def _read(rubric: Rubric, score: Score, page: Page | None) -> tuple[tuple[Total, ...], tuple[Reason, ...]]:
    """The totals and the reasons of a page, or of all pages of the score's types."""
    marks = {item: score.mark(page.path, item) if page else score.marks[item] for item in rubric.items}
    type = page.meta.type if page else score.types[0]
    return (
        tuple(_total(rubric, part, marks, part.aim(type)) for part in rubric.parts),
        tuple(_reason(item, part, marks[item.id]) for part in rubric.parts for item in part.items),
    )


def _total(rubric: Rubric, part: RubricPart, marks: dict[str, ItemMark], aim: int) -> Total:
    got = total(part, rubric.unit, [marks[item.id].mark for item in part.items])
    most = 100 if rubric.unit is Unit.PERCENT else part.highest * len(part.items)
    return Total(part.title, got, most, aim, got >= aim)


def _reason(item: RubricItem, part: RubricPart, mark: ItemMark) -> Reason:
    shown = "does not apply" if mark.mark == DOES_NOT_APPLY else f"{mark.mark} of {part.highest}"
    return Reason(item.number, item.asks, shown, mark.mark not in (part.highest, DOES_NOT_APPLY), mark.why)
