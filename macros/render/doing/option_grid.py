"""Option grids: what a reader can choose between, side by side, and a sheet for what matters to the reader."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...records import Option, OptionGrid
from ...records.options import Point
from ..drawing.plot.canvas import Naming
from ..drawing.plot.marks import Mark
from ..drawing.plot.people import people
from ..evidence.claim import Chip, chip
from ..page.brought import brought
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.links import Link, to_folder
from ..page.templating import rendered
from ..page.words import amount

# The aspects in the order of reading, each as the question that it answers.
ASPECTS = {
    "does": "What do I do?",
    "effort": "What does it take in time, money and trouble?",
    "good": "What may be good about it?",
    "bad": "What may be bad about it?",
    "chances": "How many people out of 100?",
    "like": "What is it like?",
    "unknown": "What is not known?",
    "fits": "Whom does it tend to fit?",
}
_LEVELS = {"a-lot": "A lot", "a-little": "A little", "not-now": "Not now"}
_ANSWERS = {"yes": "Yes", "not-yet": "Not yet"}
# The answers after which a line says where to look again.
_MOST, _UNSURE = "a-lot", "not-yet"


@dataclass(frozen=True)
class Line:
    """A sentence of a cell with what it rests on."""

    says: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True)
class Count:
    """So many people out of 100, in words and as small people."""

    picture: Markup
    amount: str
    label: str
    over: str
    watched: bool
    chip: Chip


@dataclass(frozen=True)
class Cell:
    """What one option says on one aspect."""

    option: Option
    lines: tuple[Line, ...]
    counts: tuple[Count, ...] = ()
    note: str = ""


def options(page: PageContext, id: str) -> str:
    """The whole grid, then the sheet for the reader's own answers. Without scripts both can be read, and printed."""
    record = page.library.options[id]
    return rendered(
        "doing/option_grid.html",
        brought=brought(page, "option-grid"),
        folder=to_folder(page),
        id=id,
        level=level_below(page, "options", id),
        grid=record,
        about=_lines(page, record.about),
        aspects=[
            (name, asks, [_cell(page, option, name) for option in record.options]) for name, asks in ASPECTS.items()
        ],
        asks=ASPECTS,
        levels=_LEVELS,
        answers=_ANSWERS,
        most=_MOST,
        unsure=_UNSURE,
        pages=[Link(page.title(target), page.url(target)) for target in record.pages],
    )


def words_of(record: OptionGrid) -> dict[str, str | dict[str, str]]:
    """What the saved answers of a grid are called, and which of them counts most, for a page that shows them again."""
    return {
        "most": _MOST,
        "matters": {matter.id: matter.label for matter in record.matters},
        "leans": {option.id: option.label for option in record.options},
    }


def _cell(page: PageContext, option: Option, aspect: str) -> Cell:
    if aspect == "chances":
        return Cell(option, (), tuple(_count(page, option, id) for id in option.chances.figures), option.chances.note)
    return Cell(option, _lines(page, dict(option.points)[aspect]))


def _lines(page: PageContext, points: tuple[Point, ...]) -> tuple[Line, ...]:
    return tuple(Line(point.says, tuple(chip(page, id) for id in point.claims)) for point in points)


def _count(page: PageContext, option: Option, id: str) -> Count:
    figure = page.library.figure(id)
    said = amount(figure).removesuffix(" people")
    naming = Naming(
        f"option-{option.id}-{figure.id}",
        f"{figure.label}: {said}",
        f"100 small people in ten rows; {said} are filled.",
    )
    picture = people(Mark(figure.label, figure.value, said), naming)
    return Count(
        Markup(picture.as_str()),  # svg.py writes markup, and escapes the words in it
        said,
        figure.label,
        figure.over or "",
        figure.observational,
        chip(page, id.partition("/")[0]),
    )
