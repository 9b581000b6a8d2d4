"""Decisions: the tool, and beside it the same table as a click path, as results and as rows to read."""

from __future__ import annotations

import json
from dataclasses import dataclass

from markupsafe import Markup

from ..checks.pages import calls_on
from ..decisions.compiled import Compiled
from ..decisions.path import Decided, Way, click_path, decide
from ..decisions.regions import everything
from ..decisions.table import Axis, Question, Value
from ..export.browser import tool_data
from ..records import Decision
from ..records.decision import Outcome, Urgency
from .answers import accepted, formula, with_unit
from .claims import claim, grade
from .context import PageContext
from .headings import level_below
from .hazards import PAGE as HAZARDS
from .sources import Link, short_link
from .templating import rendered

# Short words for how a result is meant; the shape beside them is in templates/_decision.html.
URGENCIES = {
    Urgency.NOW: "Get help now",
    Urgency.TODAY: "Get help today",
    Urgency.APPOINTMENT: "Book an appointment",
    Urgency.CARE: "Take it with care",
    Urgency.START: "A way to start",
    Urgency.NOTE: "Also for you",
}
# From this many inputs on, a row lists only the answers that it asks for: a column each would not fit a page.
_INPUTS_IN_COLUMNS = 4


@dataclass(frozen=True)
class Asked:
    """A question of the tool, and how its answer is given."""

    question: Question
    options: tuple[tuple[str, str, str], ...]  # id, label, hint
    example: str  # for a number: one that a reader could type


@dataclass(frozen=True)
class Leads:
    """Answers of a step of the click path, and what they lead to."""

    answers: str
    to: Link
    onward: bool  # to a further step, not to a result


@dataclass(frozen=True)
class Step:
    number: int
    heading: str
    questions: tuple[Question, ...]  # one; or those that a value to work out needs
    work_out: str
    leads: tuple[Leads, ...]


@dataclass(frozen=True)
class Shown:
    """An outcome with its links ready."""

    id: str
    anchor: str
    words: str
    outcome: Outcome
    pages: tuple[Link, ...]
    checklist: Link | None
    care_card: Link | None


@dataclass(frozen=True)
class Cell:
    label: str
    says: str
    any: bool


@dataclass(frozen=True)
class Backing:
    """A claim behind a rule, in words and with its sources."""

    statement: str
    chip: Markup
    grade: str
    sources: tuple[Link, ...]


@dataclass(frozen=True)
class Row:
    id: str
    number: int
    cells: tuple[Cell, ...]
    gives: tuple[Link, ...]
    because: str
    claims: tuple[Backing, ...]
    hazards: tuple[Link, ...]


def decision(page: PageContext, id: str) -> str:
    """The whole tool: questions one at a time, and below them the click path, all results and the full table."""
    compiled = page.library.compiled[id]
    others = [page.library.compiled[other] for other in compiled.record.together_with]
    return rendered(
        "decision.html",
        id=id,
        level=level_below(page, "decision", id),
        data=_json(compiled, others, page),
        page_title=page.title(page.path),
        asked=_asked(compiled, others),
        may_matter=_may_matter(compiled, others),
        steps=[_step(compiled, step) for step in click_path(compiled)],
        scales=[axis for axis in compiled.table.axes if axis.tree is not None],
        bands=_bands,
        compiled=compiled,
        tables=[_table(page, compiled, number) for number, compiled in enumerate([compiled, *others])],
        version=compiled.version,
    )


def _json(compiled: Compiled, others: list[Compiled], page: PageContext) -> Markup:
    """What the script needs, with the signs escaped that could end a script element."""
    data = tool_data(compiled, page.library.compiled) | {
        "histories": [
            [[entry.version, entry.date.isoformat(), entry.change] for entry in one.record.history]
            for one in (compiled, *others)
        ],
        "says": [[_output_words(column, one) for column in one.table.outputs] for one in (compiled, *others)],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704  # no sign of markup is left in it
