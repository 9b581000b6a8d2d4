"""Decisions: the tool, with the same as a click path and as results below it; and how it was built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...day import day
from ...export.decision_view import TableView, decision_view, tables_of
from ...export.decisions import FORMS, PROOF, PROOF_SCRIPT
from ...export.downloads import CHECKER, FOLDER
from ...records import HowFast
from ..page.brought import brought
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.links import Link
from ..page.templating import rendered, script_data
from ..page.words import led_by
from .graph import graph_path
from .table import (
    POLICIES,
    Exceptions,
    beside_others,
    exceptions_of,
    hazard_links,
    rows_at,
    table_shown,
)


@dataclass(frozen=True)
class Built:
    """How a table was made and what was proved of it."""

    table: TableView
    heading: str
    graph: str  # the address of its drawing
    files: tuple[Link, ...]
    proof: tuple[Link, ...]
    proof_script: str  # the address of both its files as a script
    policy: str
    exceptions: Exceptions
    beside_others: Link | None
    guarantees: tuple[tuple[str, str, tuple[Link, ...]], ...]  # its id, what it says, and the hazards it guards against
    reviewed: str
    review_due: str
    history: tuple[tuple[int, str, str, str], ...]  # version, day, what changed, fingerprint


def decision(page: PageContext, id: str) -> str:
    """The tool: questions one at a time, and folded below them the click path and all results."""
    view = decision_view(page.library, id)
    first = view.tables[0]
    return rendered(
        "decisions/decision.html",
        id=id,
        level=level_below(page, "decision", id),
        title=first.record.title,
        version=first.version,
        data=script_data(view.data),
        asked=view.questions,
        may_matter=view.may_matter,
        speeds={speed.value: speed.words for speed in HowFast},
        scales=first.scales,
        steps=first.path,
        shows=first.worked_out,
        offline=not page.directory_urls,
        rows_at=rows_at(page, id),
        tables=[table_shown(page, table) for table in view.tables],
    )


def decision_built(page: PageContext, id: str) -> str:
    """How the tool was built and what was proved about it. Every number comes from the table itself."""
    return rendered(
        "decisions/built.html",
        level=level_below(page, "decision_built", id),
        tables=[_built(page, table) for table in tables_of(page.library, id)],
        checker=page.file(f"{CHECKER}/check_proof.py"),
        twin=page.file(f"{CHECKER}/check-proof.js"),
        brought=brought(page, "proof-check"),
    )


def _built(page: PageContext, table: TableView) -> Built:
    record = table.record
    return Built(
        table,
        heading=led_by(record.title, "how the table was proved"),
        graph=page.file(graph_path(table.id)),
        files=_files(page, f"decisions/{table.id}", FORMS),
        proof=_files(page, f"proofs/{table.id}", PROOF),
        proof_script=page.file(f"{FOLDER}/proofs/{table.id}{PROOF_SCRIPT}"),
        policy=POLICIES[record.hit_policy],
        exceptions=exceptions_of(page, table),
        beside_others=beside_others(page),
        guarantees=tuple((one.id, one.says, hazard_links(page, one.hazards)) for one in record.guarantees),
        reviewed=day(record.reviewed),
        review_due=day(record.review_due),
        history=tuple((entry.version, day(entry.date), entry.change, entry.fingerprint) for entry in record.history),
    )


def _files(page: PageContext, name: str, forms: Mapping[str, str]) -> tuple[Link, ...]:
    """A download in each of its forms, which are told by how the name of a file ends."""
    return tuple(Link(words, page.file(f"{FOLDER}/{name}{ending}")) for ending, words in forms.items())
