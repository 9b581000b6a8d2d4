"""How the tools agree: what was proved across them and over how much, each sign in each tool, and every exception."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from ...checks.doing.signs import tools_of, tools_on_pages
from ...checks.doing.standing import said_of
from ...decisions.across.matrix import AskedBefore, Asks, Beside, LeavesOut, NeedsNot, beside
from ...decisions.across.promised import ACROSS, Proof, extents, in_round_words
from ...decisions.across.signs import Tools
from ...decisions.diagram.compiled import Compiled
from ...export.decision_view import table_view
from ...records import Region, Ruled, Sign
from ..decisions.table import PLANNER, PLANNER_TABLES, Exceptions, exceptions_of
from ..page.context import PageContext
from ..page.headings import level_below
from ..page.links import Link
from ..page.templating import rendered
from ..page.words import listed


@dataclass(frozen=True)
class ProofShown:
    """A proof, and over how much it holds: in words that anyone can read, and exactly."""

    anchor: str
    proof: Proof
    of: str
    count: str
    exactly: str


@dataclass(frozen=True)
class Met:
    """Tools that meet some signs in the same way."""

    tools: tuple[str, ...]  # by name: the exceptions below link to them
    asked: str  # in which question; empty where it is not asked
    least: str  # the least careful result, or why it is not asked
    leads_to: str


@dataclass(frozen=True)
class Differing:
    """Where tools differ, and what no longer stands where it stood, each with the reason."""

    tools: tuple[tuple[Link, Exceptions], ...]
    gone: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Alike:
    """Signs of one place in the body that every tool meets in the same way."""

    asks: tuple[str, ...]
    how_fast: str
    rules_out: str
    met: tuple[Met, ...]


@dataclass(frozen=True)
class Place:
    """A place in the body with its signs."""

    anchor: str
    title: str
    count: int
    groups: tuple[Alike, ...]
    for_all: tuple[Met, ...]  # tools that ask about none of its signs, each for one reason: said once


def tools_agree(page: PageContext, part: str) -> str:
    """One part of the page: the proofs, the signs, or the exceptions."""
    level = level_below(page, "tools_agree", part)
    return rendered(f"about/tools_agree_{part}.html", level=level, **{part: PARTS[part](page)})


def _proofs(page: PageContext) -> list[ProofShown]:
    places = sum(len(one.holds) - len(one.left) for one in page.library.standing.values())
    found = extents(tools_of(page.library), tools_on_pages(page.library), places)
    return [
        ProofShown(f"proof-{id}", proof, found[id].of, in_round_words(found[id].count), f"{found[id].count:,}")
        for id, proof in ACROSS.items()
    ]


def _signs(page: PageContext) -> list[Place]:
    """Each place in the body with its signs."""
    tools = tools_of(page.library)
    signs = list(page.library.signs.values())
    matrix = {sign.id: {one.id: beside(tools, one, sign) for one in tools.deciding} for sign in signs}
    about_signs = [
        one for one in tools.deciding if any(not isinstance(row[one.id], NeedsNot) for row in matrix.values())
    ]
    return [
        _place(tools, about_signs, place, here, matrix)
        for place in Region
        if (here := [sign for sign in signs if sign.where is place])
    ]


def _place(
    tools: Tools,
    shown: list[Compiled],
    place: Region,
    signs: list[Sign],
    matrix: dict[str, dict[str, Beside]],
) -> Place:
    said = {one.id: {_said(tools, one, matrix[sign.id][one.id]) for sign in signs} for one in shown}
    silent = [one for one in shown if len(said[one.id]) == 1 and not isinstance(matrix[signs[0].id][one.id], Asks)]
    for_all: dict[tuple[str, str, str], list[str]] = {}
    for one in silent:
        for_all.setdefault(next(iter(said[one.id])), []).append(one.record.title)
    return Place(
        f"agree-{place.value}",
        place.words,
        len(signs),
        tuple(_alike(tools, [one for one in shown if one not in silent], signs, matrix)),
        tuple(Met(tuple(names), *how) for how, names in for_all.items()),
    )


def _alike(
    tools: Tools,
    shown: Iterable[Compiled],
    signs: Iterable[Sign],
    matrix: dict[str, dict[str, Beside]],
) -> Iterator[Alike]:
    groups: dict[object, list[Sign]] = {}
    for sign in signs:
        groups.setdefault((sign.urgency, sign.rules_out, tuple(matrix[sign.id].items())), []).append(sign)
    for same in groups.values():
        row = matrix[same[0].id]
        met: dict[tuple[str, str, str], list[str]] = {}
        for one in shown:
            met.setdefault(_said(tools, one, row[one.id]), []).append(one.record.title)
        yield Alike(
            tuple(sign.ask for sign in same),
            same[0].urgency.words,
            _doings(same[0].rules_out),
            tuple(Met(tuple(names), *said) for said, names in sorted(met.items(), key=lambda item: not item[0][0])),
        )


def _said(tools: Tools, decision: Compiled, how: Beside) -> tuple[str, str, str]:
    """In which question, with which result at least, and to what that leads."""
    title = partial(_title, tools)
    if isinstance(how, Asks):
        asked = listed([decision.questions[id].short for id in how.questions])
        return asked, decision.record.outcomes[how.least].heading, _doings(how.allows)
    if isinstance(how, AskedBefore):
        return "", f"Asked before, by “{title(how.tool)}”.", ""
    if isinstance(how, LeavesOut):
        left = "Left out." if how.tool == decision.id else f"Left out before, by “{title(how.tool)}”."
        return "", f"{left} {how.because}", ""
    return "", "It leads nobody to what this rules out.", ""


def _title(tools: Tools, id: str) -> str:
    return tools.decisions[id].record.title


def _doings(what: Iterable[Ruled]) -> str:
    words = [one.words for one in what]
    return listed(words) if words else "nothing"


def _link(page: PageContext, decision: Compiled) -> Link:
    where = page.that_calls("decision", decision.id)
    if where is None and decision.id in PLANNER_TABLES and PLANNER in page.library.pages:
        where = PLANNER
    return Link(decision.record.title, page.url(where) if where else "")


def _exceptions(page: PageContext) -> Differing:
    """Each tool with an exception, and what no longer stands where it stood."""
    found = [(one, exceptions_of(page, table_view(page.library, one.id))) for one in page.library.compiled.values()]
    called = partial(_called, page)
    return Differing(
        tuple((_link(page, one), of) for one, of in found if of.some),
        tuple(
            (said_of(kept.id, name, called), left.because)
            for kept in page.library.standing.values()
            for name, left in kept.left.items()
        ),
    )


def _called(page: PageContext, id: str) -> str:
    """A tool, a sign or a page as readers meet it."""
    library = page.library
    if id in library.decisions:
        return library.decisions[id].title
    if id in library.signs:
        return library.signs[id].ask
    return library.pages[id].meta.title if id in library.pages else id


PARTS = {"proofs": _proofs, "signs": _signs, "exceptions": _exceptions}
