"""A threshold drags its words along: where a row reads a number, its reason, its claims and all other words name it.

What words say is read as a line between two numbers, so that 'more than 5' is wrong for a row that begins at 5.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ...decisions.diagram.compiled import Compiled
from ...decisions.proofs.limits import Limit, limits_of
from ...decisions.space.conditions import parse_cell
from ...decisions.space.decimals import plain
from ...decisions.tables.table import Axis
from ...records import Asking, Claim, ClaimKind, Place, Problem
from ...records.cells import Cell
from ...records.files.reading import Path_
from ..scope import Records, texts_in
from ..sentences import Said
from .numbers import Mention, Numbers

_LISTED = 8


def the_words_of_a_row_say_where_it_begins_and_ends(library: Records) -> Iterator[Problem]:
    """The reason of a rule and the promise of a guarantee name the numbers of their condition, and no others."""
    for decision in library.compiled.values():
        for row in _rows(library, decision):
            place = library.place("decisions", decision.id, *row.where)
            said = list(row.numbers.mentions(row.words))
            wrong = [one for one in said if one.with_unit and not _all_are_lines(one, row.lines)]
            missing = [limit for limit in row.limits if not any(one.draws(limit.below) for one in said)]
            condition = " and ".join(limit.words for limit in row.limits)
            for mention in wrong:
                yield Problem(
                    place,
                    f"'{mention.words}' is no limit of '{row.id}', whose condition says: {condition}",
                    fix=f"make the two agree{_elsewhere(library, row, mention, place)}",
                )
            if missing and not wrong:
                yield Problem(
                    place,
                    f"the words of '{row.id}' do not name its limit: {missing[0].words}",
                    fix=f"name it, or say under `said` of '{missing[0].axis.id}' how words name it",
                )


def a_claim_of_a_row_says_where_it_begins_and_ends(library: Records) -> Iterator[Problem]:
    """At least one claim of a rule names each of its limits. What is a rule of ours names no other on such a scale."""
    rows = [row for decision in library.compiled.values() for row in _rows(library, decision) if row.claims]
    wrong: set[str] = set()
    for id in dict.fromkeys(id for row in rows for id in row.claims):
        if library.claims[id].kind is ClaimKind.OUR_RULE:
            for path, mention, resting in _off_limits_in_claim(library.claims[id], rows):
                wrong.add(id)
                yield Problem(
                    library.place("claims", id, *path),
                    f"'{mention.words}' is no limit of the rows that rest on this: {', '.join(resting)}",
                    fix="make the claim and the rows agree",
                )
    for row in rows:
        if any(library.claims[id].numbers_in == row.decision for id in row.claims):
            continue
        said = [
            one for id in row.claims for _, words in _words(library.claims[id]) for one in row.numbers.mentions(words)
        ]
        for limit in row.limits if not wrong & set(row.claims) else ():
            if not any(one.draws(limit.below) for one in said):
                yield Problem(
                    library.place("decisions", row.decision, *row.where[:-1], "claims"),
                    f"no claim of '{row.id}' names its limit: {limit.words}",
                    fix="correct the condition or the claim, or name the claim that it rests on",
                )


def a_claim_whose_numbers_stand_in_a_table_names_none(library: Records) -> Iterator[Problem]:
    """Where `numbers_in` names a table, whoever moves a number there finds no second place that names it."""
    for id, claim in library.claims.items():
        if claim.numbers_in is None:
            continue
        rows = [row for row in _rows(library, library.compiled[claim.numbers_in]) if id in row.claims and row.limits]
        if not rows:
            yield Problem(
                library.place("claims", id, "numbers_in"),
                f"no row of {claim.numbers_in} with a number rests on this claim",
                fix="name the decision whose rows do, or delete `numbers_in`",
            )
        lines = {limit.below for row in rows for limit in row.limits}
        for row in rows[:1]:
            ways = (row.numbers, Numbers(row.axis, {}))
            for place, words in _stated(library, claim):
                for mention in (one for way in ways for one in way.mentions(words)):
                    if any(mention.draws(line) for line in lines):
                        yield Problem(
                            place(mention.start),
                            f"'{mention.words}' stands in {row.decision}, as `numbers_in` of {id} says",
                            fix="say it without the number: the card of the claim shows the rows",
                        )


def _off_limits_in_claim(claim: Claim, rows: Sequence[_Reading]) -> Iterator[tuple[Path_, Mention, list[str]]]:
    """Numbers without their unit, on a scale of the rows that rest on a claim, that limit none of these."""
    resting = [row for row in rows if claim.id in row.claims and _is_scale(row.axis)]
    for axis in dict.fromkeys(row.axis.id for row in resting):
        alike = [row for row in resting if row.axis.id == axis]
        lines = frozenset(line for row in alike for line in row.lines)
        for path, words in _words(claim):
            for mention in alike[0].numbers.mentions(words):
                # With its unit, it is found below. Off the scale, it is about something else, such as an age.
                if not mention.with_unit and all(mention.lines) and not _all_are_lines(mention, lines):
                    yield path, mention, [row.id for row in alike]


def no_words_name_a_number_that_is_no_limit(library: Records) -> Iterator[Problem]:
    """A unit that holds a number of its own ('out of 10') names a scale: all words on it keep to the tables' limits."""
    of_rows = {
        library.place("decisions", decision.id, *row.where)
        for decision in library.compiled.values()
        for row in _rows(library, decision)
    }
    for scale in _scales(library):
        for said, mention in _off_limits(library, scale):
            place = said.place(mention.start)
            # A row's own words are held against its own limits, above.
            if place not in of_rows and not any(mention.words in words for words in scale.exceptions_in(said)):
                yield Problem(
                    place,
                    f"'{mention.words}' is no limit of any table",
                    fix="name a limit, or say under `no_limits` of the question why another number stands here",
                )


def every_way_to_say_a_limit_is_still_needed(library: Records) -> Iterator[Problem]:
    """What `said` and `no_limits` of an input explain is there to be explained."""
    ends: dict[str, set[Decimal]] = {}
    for decision in library.compiled.values():
        for row in _rows(library, decision):
            for limit in row.limits:
                numbers = (Decimal(row.axis.domain.say(place)) for place in (limit.below, limit.below + 1))
                ends.setdefault(row.axis.id, set()).update(numbers)
    used = {
        words
        for scale in _scales(library)
        for said, mention in _off_limits(library, scale)
        for words in scale.exceptions_in(said)
        if mention.words in words
    }
    for where, names, item in _asked(library):
        for number in item.said:
            if not any(number in ends.get(name, ()) for name in names):
                yield Problem(
                    library.place(*where, "said"),
                    f"no row begins or ends at {plain(number)}",
                    fix=f"delete {plain(number)} here",
                )
        for exception in item.no_limits:
            if exception.says not in used:
                place = library.place(*where, "no_limits")
                yield Problem(place, f"no words need the exception '{exception.says}'", fix="delete it")


# What others found and wrote is told as they did.
_OTHERS = ("sources", "articles")


_Where = tuple[str, str, *tuple[str | int, ...]]  # a kind, a record, a field of it


@dataclass(frozen=True)
class _Reading:
    """What a rule or a guarantee says of one input that is a number."""

    decision: str
    id: str
    where: tuple[str | int, ...]  # of its words
    words: str
    claims: tuple[str, ...]
    axis: Axis
    limits: tuple[Limit, ...]
    numbers: Numbers

    @property
    def lines(self) -> frozenset[int]:
        """Where words about this input may draw a line: at its limits, and at the ends of its range."""
        return frozenset({-1, self.axis.domain.size - 1, *(limit.below for limit in self.limits)})


@dataclass(frozen=True)
class _Scale:
    """A unit with a number in its name: one way to say it for each input that has it, and the lines of all of them."""

    numbers: Numbers
    lines: frozenset[int]
    exceptions: tuple[str, ...]

    def exceptions_in(self, said: Said) -> list[str]:
        return [words for words in self.exceptions if words in said.text]


def _rows(library: Records, decision: Compiled) -> Iterator[_Reading]:
    said = {name: item.said for _, names, item in _asked(library) if item.said for name in names}
    record = decision.record
    for index, rule in enumerate(record.rules):
        where = ("rules", index, "because")
        for axis, limits in _limits(decision, rule.when):
            numbers = Numbers(axis, said.get(axis.id, {}))
            yield _Reading(record.id, rule.id, where, rule.because, rule.claims, axis, limits, numbers)
    for index, promise in enumerate(record.guarantees):
        where = ("guarantees", index, "says")
        for axis, limits in _limits(decision, promise.when):
            yield _Reading(
                record.id, promise.id, where, promise.says, (), axis, limits, Numbers(axis, said.get(axis.id, {}))
            )


def _asked(library: Records) -> Iterator[tuple[_Where, set[str], Asking]]:
    """Every question: where it stands, the ids that tools give it, and what it says."""
    facts: dict[str, set[str]] = {id: set() for id in library.facts}
    for decision in library.decisions.values():
        for index, item in enumerate(decision.inputs):
            if item.fact:
                facts.setdefault(item.fact, set()).add(item.id)
            yield ("decisions", decision.id, "inputs", index), {item.id}, item
    yield from ((("facts", id), facts[id], fact) for id, fact in library.facts.items())


def _limits(decision: Compiled, when: Mapping[str, Cell]) -> Iterator[tuple[Axis, tuple[Limit, ...]]]:
    """The inputs that are numbers and that a condition limits."""
    for axis in decision.table.axes:
        if axis.id in when and axis.domain.kind == "integer":
            limits = tuple(limits_of(axis, parse_cell(when[axis.id], axis.domain)))
            if limits:
                yield axis, limits


def _scales(library: Records) -> Iterator[_Scale]:
    rows = [row for decision in library.compiled.values() for row in _rows(library, decision) if _is_scale(row.axis)]
    exceptions = tuple(exception.says for _, _, item in _asked(library) for exception in item.no_limits)
    for unit in dict.fromkeys(row.axis.domain.unit for row in rows):
        alike = [row for row in rows if row.axis.domain.unit == unit]
        yield _Scale(alike[0].numbers, frozenset(line for row in alike for line in row.lines), exceptions)


def _is_scale(axis: Axis) -> bool:
    return any(sign.isdigit() for sign in axis.domain.unit)


def _off_limits(library: Records, scale: _Scale) -> Iterator[tuple[Said, Mention]]:
    return (
        (said, mention)
        for said, mention in _on_scale(library, scale.numbers)
        if not _all_are_lines(mention, scale.lines)
    )


def _on_scale(library: Records, numbers: Numbers) -> Iterator[tuple[Said, Mention]]:
    """Every number with this unit that the guide names, in its own words."""
    for said in library.said:
        if said.kind not in _OTHERS and numbers.domain.unit in said.text:
            yield from ((said, mention) for mention in numbers.mentions(said.text) if mention.with_unit)


def _all_are_lines(mention: Mention, lines: frozenset[int]) -> bool:
    return all(places & lines for places in mention.lines)


def _words(claim: Claim) -> Iterator[tuple[Path_, str]]:
    return ((path, text) for path, text in texts_in(claim) if path[0] != "history")


def _stated(library: Records, claim: Claim) -> Iterator[tuple[Callable[[int], Place], str]]:
    """The words of a claim, and on pages those between its chip and the chip or the line before."""
    for path, words in _words(claim):
        yield lambda _, path=path: library.place("claims", claim.id, *path), words  # type: ignore[misc]
    chip = re.compile(r"([^\n}]*)\{\{-?\s*claim\(\s*[\"']" + re.escape(claim.id) + r"[\"']")
    for page in library.pages.values():
        for found in chip.finditer(page.body) if claim.id in page.body else ():
            yield lambda at, page=page, found=found: page.place(found.start() + at), found[1]  # type: ignore[misc]


def _elsewhere(library: Records, row: _Reading, mention: Mention, here: Place) -> str:
    """Other places whose words draw the same line, for whoever moves it."""
    moved = {places for places in mention.lines if not places & row.lines}
    found = dict.fromkeys(
        str(place)
        for said, one in _on_scale(library, row.numbers)
        if moved & set(one.lines) and (place := said.place(one.start)) != here
    )
    more = f" and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    return f"; other words that name it: {', '.join(list(found)[:_LISTED])}{more}" if found else ""
