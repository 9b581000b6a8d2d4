"""A decision's results and rows in words, with the claims and hazards behind each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...checks.pages.calls import calls_on
from ...decisions.diagram.compiled import Compiled
from ...decisions.proofs.examples import stated
from ...decisions.proofs.moves import LARGE_STEP, NEXT_SESSION, RESTART
from ...decisions.tables.evaluate import results_in
from ...decisions.tables.table import Values
from ...records.decision import Outcome, Urgency
from ..evidence.claim import Chip, chip
from ..evidence.sources import Link, short_link
from ..page.context import PageContext
from .cells import ANY, accepted, with_unit

HAZARDS = "about/safety-and-hazards.md"

# The results of this decision are the answers to the first question of that tool.
ROUTES = "route-finder"
PLANNER = "do/walk-run-planner.md"
PLANNER_TOOL = "walk-run-planner"
PLANNER_TABLES = ("plan-ladder", NEXT_SESSION, RESTART, LARGE_STEP)

# How a result is meant, in a few words; templates/_decision.html draws the shape beside them.
URGENCIES = {
    Urgency.NOW: "Get help now",
    Urgency.TODAY: "Get help today",
    Urgency.APPOINTMENT: "Book an appointment",
    Urgency.CARE: "Go with care",
    Urgency.START: "A way to start",
    Urgency.NOTE: "Note",
}
# With more inputs than this a row lists only the answers that it asks for: a column for each would not fit a page.
_INPUTS_IN_COLUMNS = 4


@dataclass(frozen=True)
class Result:
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
    """What a row asks of one input."""

    label: str
    says: str
    any: bool


@dataclass(frozen=True)
class Backing:
    """A claim behind a rule."""

    statement: str
    chip: Chip
    sources: tuple[Link, ...]


@dataclass(frozen=True)
class RuleShown:
    """A rule; the row of the default has neither a number nor cells."""

    id: str
    anchor: str
    number: int | None
    cells: tuple[Cell, ...]
    gives: tuple[Link, ...]
    because: str
    claims: tuple[Backing, ...]
    hazards: tuple[Link, ...]


def results(page: PageContext, compiled: Compiled) -> list[Result]:
    """Every outcome, the most careful first."""
    return [
        Result(
            id=id,
            anchor=f"{compiled.id}-outcome-{id}",
            words=URGENCIES[outcome.urgency],
            outcome=outcome,
            pages=tuple(Link(page.title(target), _address(page, compiled, id, target)) for target in outcome.pages),
            checklist=_checklist(page, outcome.checklist),
            care_card=_care_card(page, outcome.care_card),
        )
        for id, outcome in compiled.record.outcomes.items()
    ]


def _address(page: PageContext, compiled: Compiled, outcome: str, target: str) -> str:
    """Where a page stands. A starting point travels to the planner in the part of the address that is never sent."""
    if compiled.id == ROUTES and target == PLANNER:
        return f"{page.url(target)}#{PLANNER_TOOL}?route={outcome}"
    return page.url(target)


def rows(page: PageContext, compiled: Compiled) -> list[RuleShown]:
    """Every rule in its order, and the default last."""
    axes = compiled.authored.axes
    found = [
        RuleShown(
            id=rule.id,
            anchor=f"{compiled.id}-rule-{rule.id}",
            number=number,
            cells=tuple(
                Cell(axis.label, says, says == ANY)
                for axis, ranges in zip(axes, row.boxes[0], strict=True)
                for says in [accepted(ranges, axis)]
            ),
            gives=links_to(compiled, row.gives),
            because=rule.because,
            claims=tuple(backing(page, id) for id in rule.claims),
            hazards=hazard_links(page, rule.hazards),
        )
        for number, (rule, row) in enumerate(zip(compiled.record.rules, compiled.authored.rows, strict=True), 1)
    ]
    default = compiled.authored.default
    if default is not None:
        anchor = f"{compiled.id}-default"
        found.append(
            RuleShown("", anchor, None, (), links_to(compiled, default), "None of the rows above fits.", (), ())
        )
    return found


def in_columns(compiled: Compiled) -> bool:
    """Whether every input has a column of its own."""
    return len(compiled.authored.axes) <= _INPUTS_IN_COLUMNS


def links_to(compiled: Compiled, values: Values) -> tuple[Link, ...]:
    """What values are called, leading to the result where it is described on the page."""
    if compiled.record.outcomes:
        return tuple(
            Link(words, f"#{compiled.id}-outcome-{value}")
            for value, words in zip(values, said(compiled, values), strict=True)
        )
    return tuple(Link(words, "") for words in said(compiled, values))


def said(compiled: Compiled, values: Values) -> list[str]:
    """Values of the outputs in words, with the output's name where the decision has names for them."""
    if compiled.record.outcomes:
        return [column.say(value) for column, value in zip(compiled.table.outputs, values, strict=True)]
    return [
        f"{output.label}: {with_unit(column.say(value), output.unit or '')}"
        for output, column, value in zip(compiled.record.outputs, compiled.table.outputs, values, strict=True)
    ]


def given(compiled: Compiled, then: object) -> list[str]:
    """What a worked example states, in words."""
    results = results_in(stated(compiled, then), compiled.table.many)
    return [words for values in results for words in said(compiled, values)]


def backing(page: PageContext, id: str) -> Backing:
    """A claim in words, with its chip and its sources."""
    record = page.library.claims[id]
    return Backing(record.statement, chip(page, id), tuple(short_link(page, source) for source in record.sources))


def hazard_links(page: PageContext, ids: Sequence[str]) -> tuple[Link, ...]:
    return tuple(
        Link(f"{id}: {page.library.hazards[id].title}", page.url(f"{HAZARDS}#hazard-{id.lower()}")) for id in ids
    )


def _checklist(page: PageContext, id: str | None) -> Link | None:
    """Where a checklist can be ticked."""
    where = page_that_calls(page, "checklist", id)
    return Link(page.library.checklists[id].title, page.url(f"{where}#checklist-{id}")) if id and where else None


def _care_card(page: PageContext, id: str | None) -> Link | None:
    """Where a care card stands in full: on this page, or on the one that holds most of them."""
    where = page_that_calls(page, "care_card", id) or page_that_calls(page, "all_care_cards", "")
    if not id or not where:
        return None
    card = page.library.care_cards[id]
    level, action = card.level.words, card.heading.removesuffix(" if:").rstrip(",")
    words = action if action.startswith(level) else f"{level}: {action}"
    return Link(words, page.url(f"{where}#care-{id}"))


def results_at(page: PageContext, id: str) -> str:
    """What stands before the anchor of a result: the address of the page with the tool; nothing on that page itself."""
    tool = page_that_calls(page, *(("planner", PLANNER_TABLES[0]) if id in PLANNER_TABLES else ("decision", id)))
    return page.url(tool) if tool and tool != page.path else ""


def page_that_calls(page: PageContext, macro: str, argument: str | None) -> str | None:
    """This page, if it calls the macro so; else the page for readers that calls the macro most often."""
    calls = {
        path: [call for call in calls_on(other) if call.macro == macro]
        for path, other in page.library.pages.items()
        if other.is_for_readers or path == page.path
    }
    found = [path for path, there in calls.items() if any(call.argument == argument for call in there)]
    if page.path in found:
        return page.path
    return max(found, key=lambda path: len(calls[path]), default=None)
