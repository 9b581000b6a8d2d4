"""A decision's results and rows in words, with the claims and hazards behind each."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from ...export.decision_parts import QuestionView, RowView
from ...export.decision_view import TableView
from ...export.planner import STEERING
from ...records import CareCard
from ...records.decision import HitPolicy, Outcome, Urgency
from ..evidence.claim import Chip, chip
from ..evidence.sources import Link, short_link
from ..page.context import PageContext

HAZARDS = "about/safety-and-hazards.md"

# The results of this decision are the answers to the first question of that tool.
ROUTES = "route-finder"
PLANNER = "do/walk-run-planner.md"
PLANNER_TOOL = "walk-run-planner"
SHEET = "appointment-summary"
PLANNER_TABLES = ("plan-ladder", *STEERING)

# How a result is meant, in a few words; templates/_result.html draws the shape beside them.
URGENCIES = {
    Urgency.NOW: "Get help now",
    Urgency.TODAY: "Get help today",
    Urgency.APPOINTMENT: "Book an appointment",
    Urgency.CARE: "Go with care",
    Urgency.START: "A way to start",
    Urgency.NOTE: "Note",
}
# How the rows of a table are read.
POLICIES = {
    HitPolicy.FIRST: "The rows are read from the top, the most careful ones first. The first row that fits counts.",
    HitPolicy.UNIQUE: "For any answers exactly one row fits.",
    HitPolicy.ANY: "Several rows can fit, and all that do say the same.",
    HitPolicy.PRIORITY: "Where several rows fit, the most careful result counts.",
    HitPolicy.RULE_ORDER: "Every row that fits counts, in the order of the table.",
    HitPolicy.OUTPUT_ORDER: "Every row that fits counts, the most careful result first.",
    HitPolicy.COLLECT: "Every row that fits adds its result.",
}


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
    goes_on: Link | None  # the one button below it


@dataclass(frozen=True)
class Backing:
    """A claim behind a rule."""

    statement: str
    chip: Chip
    sources: tuple[str, ...]  # by name: the chip leads to them


@dataclass(frozen=True)
class Exceptions:
    """Where a tool is less careful than another, asks less, takes signs together or lets "Not sure" count less."""

    unsure: tuple[tuple[str, tuple[str, ...], str], ...]
    mixed: tuple[tuple[str, str], ...]
    differs: tuple[tuple[str, str], ...]
    leads_on: tuple[tuple[tuple[str, ...], str, str], ...]
    left_out: tuple[tuple[tuple[str, ...], str], ...]

    @property
    def some(self) -> bool:
        return bool(self.unsure or self.mixed or self.differs or self.leads_on or self.left_out)


@dataclass(frozen=True)
class RuleShown:
    """A row with what it rests on and guards against."""

    row: RowView
    anchor: str
    claims: tuple[Backing, ...]
    hazards: tuple[Link, ...]


@dataclass(frozen=True)
class TableShown:
    """What the templates show of a table: its rows and how they are read; by the tool its results too."""

    id: str
    title: str
    policy: str
    columns: tuple[str, ...]
    rows: tuple[RuleShown, ...]
    results_at: str  # what stands before a result's id in a link to it
    results: tuple[Result, ...]
    own: tuple[QuestionView, ...]  # questions that this table alone asks, of several shown together


def results(page: PageContext, table: TableView) -> tuple[Result, ...]:
    """Every outcome, the most careful first."""
    return tuple(_result(page, table, id, outcome) for id, outcome in table.record.outcomes.items())


def _result(page: PageContext, table: TableView, id: str, outcome: Outcome) -> Result:
    sheet = _sheet(page, outcome)
    targets = dict.fromkeys((*outcome.pages, *([sheet] if sheet else [])))
    addresses = {target: _address(page, table.id, id, target) for target in targets}
    pages = tuple(Link(page.title(target), address) for target, address in addresses.items())
    card = _care_card(page, outcome.care_card)
    return Result(
        id=id,
        anchor=f"{table.id}-outcome-{id}",
        words=URGENCIES[outcome.urgency],
        outcome=outcome,
        pages=pages,
        checklist=checklist_link(page, outcome.checklist),
        care_card=card,
        goes_on=_goes_on(page, outcome, addresses, sheet, (*pages, None)[0], card),
    )


def _sheet(page: PageContext, outcome: Outcome) -> str | None:
    """The page with the sheet for an appointment, for whoever is to talk with a professional."""
    sheet = page.that_calls("appointment_summary", "")
    talks = outcome.urgency is Urgency.APPOINTMENT or any("talk with" in step.lower() for step in outcome.do)
    return sheet if talks and sheet != page.path else None


def _goes_on(
    page: PageContext,
    outcome: Outcome,
    addresses: Mapping[str, str],
    sheet: str | None,
    first: Link | None,
    card: Link | None,
) -> Link | None:
    """
    Where the one button of a result leads: to help where there is a hurry, to the weeks where it leads to them, to the
    sheet for an appointment where it sends to somebody; else to its first page. It takes along what was answered.
    """
    if outcome.urgency in (Urgency.NOW, Urgency.TODAY):
        return card or first
    if PLANNER in addresses:
        return Link("Plan my weeks", addresses[PLANNER])
    if sheet:
        return Link("Put this on my appointment sheet", f"{page.url(sheet)}#{SHEET}")
    return first if outcome.urgency is not Urgency.NOTE else None


def _address(page: PageContext, id: str, outcome: str, target: str) -> str:
    """Where a page stands. A starting point travels to the planner in the part of the address that is never sent."""
    if id == ROUTES and target == PLANNER:
        return f"{page.url(target)}#{PLANNER_TOOL}?route={outcome}"
    return page.url(target)


def rows(page: PageContext, table: TableView) -> tuple[RuleShown, ...]:
    """Every rule in its order, and the default last."""
    return tuple(
        RuleShown(
            row,
            f"{table.id}-rule-{row.id}" if row.id else f"{table.id}-default",
            tuple(backing(page, id) for id in row.claims),
            hazard_links(page, row.hazards),
        )
        for row in table.rows
    )


def table_shown(page: PageContext, table: TableView) -> TableShown:
    """A table with its results."""
    return replace(rows_shown(page, table), results=results(page, table))


def rows_shown(
    page: PageContext, table: TableView, there: str = "", asked: Collection[str] | None = None
) -> TableShown:
    """A table whose results stand on the page `there`, with what it asks beside the questions that were `asked`."""
    own = (question for id, question in table.questions.items() if asked is not None and id not in asked)
    return TableShown(
        id=table.id,
        title=table.record.title,
        policy=POLICIES[table.record.hit_policy],
        columns=tuple(table.columns),
        rows=rows(page, table),
        results_at=f"{there}#{table.id}-outcome-",
        results=(),
        own=tuple(own),
    )


def backing(page: PageContext, id: str) -> Backing:
    """A claim in words, with its chip and its sources."""
    record = page.library.claims[id]
    return Backing(record.statement, chip(page, id), tuple(short_link(page, source).words for source in record.sources))


def hazard_links(page: PageContext, ids: Sequence[str]) -> tuple[Link, ...]:
    return tuple(
        Link(f"{id}: {page.library.hazards[id].title}", page.url(f"{HAZARDS}#hazard-{id.lower()}")) for id in ids
    )


def checklist_link(page: PageContext, id: str | None) -> Link | None:
    """Where a checklist can be ticked."""
    where = page.that_calls("checklist", id)
    return Link(page.library.checklists[id].title, page.url(f"{where}#checklist-{id}")) if id and where else None


def _care_card(page: PageContext, id: str | None) -> Link | None:
    """Where a care card stands in full: on this page, or on the one that holds most of them."""
    card = page.library.care_cards.get(id or "")
    if card is None:
        return None
    where = _page_of_card(page, card)
    if where is None:
        return None
    level, action = card.level.words, card.heading.removesuffix(" if:").rstrip(",")
    words = action if action.startswith(level) else f"{level}: {action}"
    return Link(words, page.url(f"{where}#care-{id}"))


def _page_of_card(page: PageContext, card: CareCard) -> str | None:
    """This page, if it shows the card; else the one that shows all of its level, or it alone."""
    alone, level = page.that_calls("care_card", card.id), page.that_calls("all_care_cards", card.level.value)
    apart = level is not None and any(
        call.macro == "care_card" and call.argument == card.id for call in page.library.pages[level].calls
    )
    return alone if page.path == alone or level is None or apart else level


def results_at(page: PageContext, id: str) -> str:
    """What stands before the anchor of a result: the address of the page with the tool; nothing on that page itself."""
    tool = page.library.page_that_calls(
        page.path, *(("planner", PLANNER_TABLES[0]) if id in PLANNER_TABLES else ("decision", _tool_of(page, id)))
    )
    return page.url(tool) if tool and tool != page.path else ""


def _tool_of(page: PageContext, id: str) -> str:
    """The decision itself, or the one that it comes on top of."""
    return next((other for other, one in page.library.decisions.items() if id in one.together_with), id)


def rows_at(page: PageContext, id: str) -> str:
    """The address of the page that shows the whole table of a decision, if the guide has one."""
    where = page.that_calls("decision_rows", id)
    return page.url(where) if where else ""


def beside_others(page: PageContext) -> Link | None:
    """The page that shows all tools beside each other, if the guide has one."""
    where = page.that_calls("tools_agree", "proofs")
    return Link(page.title(where), page.url(where)) if where else None


def exceptions_of(page: PageContext, table: TableView) -> Exceptions:
    """Every exception of a tool."""
    record, decisions = table.record, page.library.decisions
    return Exceptions(
        table.exceptions,
        tuple(
            (one.short, one.written.mixed)
            for one in table.compiled.questions.values()
            if one.written and one.written.mixed
        ),
        tuple((decisions[one.from_].title, one.because) for one in record.differs),
        tuple(
            (tuple(record.outcomes[id].heading for id in one.results), decisions[one.to].title, one.because)
            for one in record.leads_on
        ),
        tuple(
            (tuple(sign.ask for sign in page.library.signs.values() if one.names(sign)), one.because)
            for one in record.leaves_out
        ),
    )
