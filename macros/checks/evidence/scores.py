"""Whole-library scope: every page that a rubric is for has a score, and every item a mark within its range."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Page, Problem, Score
from ..scope import Records


def every_page_that_a_rubric_is_for_has_a_score(library: Records) -> Iterator[Problem]:
    """A page is scored once by each rubric that is for its type and section."""
    for rubric in library.rubrics.values():
        for path, page in library.pages.items():
            if not rubric.covers(path, page.meta.type):
                continue
            scores = scores_of(library, page, rubric.id)
            if not scores:
                yield Problem(
                    page.document.place(("type",)),
                    f"this page has no score by the rubric '{rubric.id}'",
                    fix="read it by the items of data/rubrics.yml, and add it to `pages` in a file of data/quality "
                    "whose marks and reasons hold for it, or give it a file of its own",
                )
            for score in scores[1:]:
                yield Problem(
                    library.place("quality", score.id),
                    f"{path} is scored twice by '{rubric.id}', in {scores[0].id} and here",
                    fix="keep one of the two",
                )


def a_score_is_for_pages_that_its_rubric_is_for(library: Records) -> Iterator[Problem]:
    """No score is left over where a page changed its type, and no exception names a page that is not scored."""
    for id, score in library.quality.items():
        rubric = library.rubrics[score.rubric]
        for index, path in enumerate(score.pages):
            if not rubric.covers(path, library.pages[path].meta.type):
                yield Problem(
                    library.place("quality", id, "pages", index),
                    f"the rubric '{rubric.id}' is not for this page",
                    allowed=f"pages of the types {', '.join(rubric.types)}",
                    fix="delete the line",
                )
        for index, own in enumerate(score.but):
            if own.page not in _pages(library, score):
                yield Problem(
                    library.place("quality", id, "but", index, "page"),
                    f"{own.page} is not among the pages of this score",
                    fix="delete the exception, or add the page",
                )


def a_score_marks_every_item(library: Records) -> Iterator[Problem]:
    """Each item of the rubric has one mark, within what the item can have."""
    for id, score in library.quality.items():
        items = library.rubrics[score.rubric].items
        missing = [item for item in items if item not in score.marks]
        if missing:
            yield Problem(
                library.place("quality", id, "marks"),
                f"these items have no mark: {', '.join(missing)}",
                fix="give each a `mark` and a `why`",
            )
        given = [(("marks", item), item, one.mark) for item, one in score.marks.items()]
        given += [(("but", str(index)), own.item, own.mark) for index, own in enumerate(score.but)]
        for at, item, mark in given:
            place = library.place("quality", id, *(int(part) if part.isdigit() else part for part in at))
            if item not in items:
                yield Problem(place, f"the rubric has no item '{item}'", allowed=", ".join(items), fix="correct the id")
            elif isinstance(mark, int) and not items[item].lowest <= mark <= items[item].highest:
                yield Problem(
                    place,
                    f"the mark {mark} is not one that '{item}' can have",
                    allowed=f"{items[item].lowest} to {items[item].highest}, or does-not-apply",
                    fix="correct the mark",
                )


def a_score_is_no_older_than_the_page(library: Records) -> Iterator[Problem]:
    """Who looks at a page again scores it again."""
    for id, score in library.quality.items():
        for index, path in enumerate(score.pages):
            if score.scored < library.pages[path].meta.reviewed:
                yield Problem(
                    library.place("quality", id, "pages", index),
                    f"{path} was looked at again after it was scored",
                    fix="read it by the rubric again, correct the marks, and set `scored` to that day",
                )


def scores_of(library: Records, page: Page, rubric: str) -> list[Score]:
    """The scores of a page by a rubric: one, where all is well."""
    return [
        score for score in library.quality.values() if score.rubric == rubric and page.path in _pages(library, score)
    ]


def _pages(library: Records, score: Score) -> set[str]:
    """The pages that a score is for."""
    return {*score.pages, *(path for path, page in library.pages.items() if page.meta.type in score.types)}
