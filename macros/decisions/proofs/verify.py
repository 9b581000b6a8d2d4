"""Proofs, never samples. Every flaw has a witness in the reader's words.

Overlaps come from bit sets over all pairs (cover.py). Gaps come from recursive splitting of the domain (gaps.py),
which is itself a proof: every part is either held by a rule or met by none. For UNIQUE tables a second, independent
certificate must agree: rules are pairwise disjoint and their volumes add up to the domain's. Guarantees are read
off the diagram, which decides every combination.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import prod
from re import fullmatch

from ...records.decision import HitPolicy
from ..diagram.compiled import Compiled
from ..space.conditions import cell_text
from ..space.cover import cover_of
from ..space.gaps import gap_boxes
from ..space.regions import Box, everything, intersection, volume
from ..tables.attainable import some_answers
from ..tables.search import Search
from ..tables.table import Table
from .examples import broken_examples
from .flaw import Flaw, say
from .guarantees import broken_guarantees
from .idle_rules import idle_rules, redundant_rules
from .limits import limits_out_of_reach
from .matter import inputs_that_never_matter


class ProofDisagreement(AssertionError):
    """Two independent proofs of one table disagree: a fault in this package, never in the data."""


def verify(decision: Compiled) -> list[Flaw]:
    """Everything that does not hold for a decision, its guarantees and examples included.

    `overlaps` comes before: a table with one cannot be compiled. unsure.py comes after: it needs all decisions.
    """
    authored, flat = decision.authored, decision.table
    search = Search(flat)
    as_written = search if flat is authored else Search(authored)
    never, idle = idle_rules(authored, search)
    return [
        *gaps(decision, as_written),
        *never,
        *(limits_out_of_reach(authored, as_written) if not never else ()),
        *redundant_rules(authored, search, idle),
        *unreachable_outcomes(decision, search, idle),
        *inputs_that_never_matter(decision, as_written),
        *broken_guarantees(decision),
        *broken_examples(decision),
    ]


def gaps(decision: Compiled, search: Search) -> Iterator[Flaw]:
    """Combinations of answers that no rule covers; `search` is over the table as written."""
    table = decision.authored
    if table.default is not None or table.policy is HitPolicy.COLLECT or table.many:
        return
    missing = gap_boxes(search.cover)
    if table.policy is HitPolicy.UNIQUE and all(axis.question for axis in table.axes):
        _check_by_volume(table, missing)
    for box in missing:
        if decision.can_be(box):
            yield Flaw(
                ("rules",),
                f"no rule for: {say(table, box)} ({volume(box):,} combinations)",
                f"add a rule for these answers, {_a_rule(decision, box)}; or widen one, or give a `default`",
            )


def _a_rule(decision: Compiled, box: Box) -> str:
    """A rule that fills a gap, and an example that shows it, ready to be pasted."""
    table = decision.authored
    cells = {
        axis.id: cell_text(ranges, axis.domain)
        for axis, ranges in zip(table.axes, box, strict=True)
        if ranges != everything(axis.domain.size)
    }
    column = table.outputs[0]
    then = column.values[0] if column.values else column.written(column.numbers.high if column.numbers else 0)
    if len(table.outputs) > 1:
        then = "{…}"
    answers = next(filter(None, (some_answers(decision.table.axes, part) for part in decision.flat(box))), {})
    when = ", ".join(f"{id}: {_quoted(cell)}" for id, cell in cells.items())
    given = ", ".join(
        f"{id}: {_quoted(decision.questions[id].domain.written(answer))}" for id, answer in answers.items()
    )
    return (
        f"such as `- {{id: new, when: {{{when}}}, then: {then}, because: …}}` "
        f"with the example `- {{given: {{{given}}}, then: {then}}}`"
    )


def _quoted(cell: str) -> str:
    """A cell as YAML reads it: a number or a plain id as it is, else in quotes."""
    plain = fullmatch(r"-?[0-9]+(\.[0-9]+)?|[a-z][a-z0-9-]*", cell) and cell not in ("no", "yes", "on", "off", "null")
    return cell if plain else f'"{cell}"'


def _check_by_volume(table: Table, missing: Sequence[Box]) -> None:
    """The second certificate for disjoint rules: volumes of rules and gaps add up to the domain's."""
    total = prod(domain.size for domain in table.domains)
    held = sum(volume(box) for row in table.rows for box in row.boxes)
    if held + sum(map(volume, missing)) != total:
        raise ProofDisagreement(f"{table.id}: rules hold {held} of {total} combinations, yet the gaps found differ")


def overlaps(table: Table, can_be: Callable[[Box], bool] = lambda box: True) -> Iterator[Flaw]:
    """UNIQUE: two rules for one combination. ANY: two that disagree. `can_be`: whether any answers are in a box."""
    if table.policy not in (HitPolicy.UNIQUE, HitPolicy.ANY):
        return
    cover = cover_of([row.boxes for row in table.rows], [domain.size for domain in table.domains])
    pairs = sorted({(cover.owner[a], cover.owner[b]) for a, b in cover.overlaps() if cover.owner[a] != cover.owner[b]})
    for a, b in pairs:
        one, other = table.rows[a], table.rows[b]
        if table.policy is HitPolicy.ANY and one.gives == other.gives:
            continue
        all_shared = (box for x in one.boxes for y in other.boxes if (box := intersection(x, y)))
        shared = next(filter(can_be, all_shared), None)
        if shared is None:
            continue
        what = "both hold" if table.policy is HitPolicy.UNIQUE else "give different results"
        yield Flaw(
            ("rules", b),
            f"rules '{one.id}' and '{other.id}' {what} for: {say(table, shared)}",
            "narrow one of the two, or choose `hit_policy: first` and put the more cautious rule on top",
        )


def unreachable_outcomes(decision: Compiled, search: Search, idle: set[int]) -> Iterator[Flaw]:
    """Outcomes that no combination of answers leads to, in the whole graph."""
    table = decision.table
    reached = {str(row.gives[0]) for index, row in enumerate(table.rows) if index not in idle}
    if table.default is not None and search.outside(search.within[0], search.all) is not None:
        reached.add(str(table.default[0]))
    for name in decision.record.outcomes:
        if name not in reached:
            yield Flaw(
                ("outcomes", name),
                f"no combination of answers leads to the outcome '{name}'",
                "add a rule, or delete it",
            )
