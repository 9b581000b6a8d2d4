"""Proofs, never samples. Every finding has a witness in the reader's words.

Overlaps come from bit sets over all pairs (cover.py). Gaps come from recursive splitting of the domain (gaps.py),
which is itself a proof: every part is either held by a rule or met by none. For UNIQUE tables a second, independent
certificate must agree: rules are pairwise disjoint and their volumes add up to the domain's. Guarantees are read
off the diagram, which decides every combination.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod

from ..records.decision import HitPolicy
from .compiled import Compiled
from .cover import cover_of
from .diagram import Diagram, Node, diagram_of
from .evaluate import first_values
from .examples import broken_examples
from .finding import Finding, say
from .gaps import gap_boxes
from .guarantees import broken_guarantees
from .limits import covered, limits_out_of_reach, strength
from .regions import Box, inside, intersection, volume
from .table import Table


class ProofDisagreement(AssertionError):
    """Two independent proofs of one table disagree: a fault in this package, never in the data."""


def verify(decision: Compiled) -> list[Finding]:
    """Everything that does not hold for a decision, its guarantees and examples included.

    `overlaps` comes before: a table with one cannot be compiled. unsure.py comes after: it needs all decisions.
    """
    table = decision.authored
    return [
        *gaps(table),
        *(unreachable := list(unreachable_rules(table))),
        *(limits_out_of_reach(table) if not unreachable else ()),
        *redundant_rules(table),
        *unreachable_outcomes(decision),
        *inputs_that_never_matter(decision),
        *broken_guarantees(decision),
        *broken_examples(decision),
    ]


def gaps(table: Table) -> Iterator[Finding]:
    """Combinations of answers that no rule covers."""
    if table.default is not None or table.policy is HitPolicy.COLLECT or table.many:
        return
    cover = cover_of([row.boxes for row in table.rows], [domain.size for domain in table.domains])
    missing = gap_boxes(cover)
    if table.policy is HitPolicy.UNIQUE:
        _check_by_volume(table, missing)
    for box in missing:
        yield Finding(
            ("rules",),
            f"no rule for: {say(table, box)} ({volume(box):,} combinations)",
            "add a rule for these answers, widen one, or give a `default`",
        )


def _check_by_volume(table: Table, missing: Sequence[Box]) -> None:
    """The second certificate for disjoint rules: volumes of rules and gaps add up to the domain's."""
    total = prod(domain.size for domain in table.domains)
    held = sum(volume(box) for row in table.rows for box in row.boxes)
    if held + sum(map(volume, missing)) != total:
        raise ProofDisagreement(f"{table.id}: rules hold {held} of {total} combinations, yet the gaps found differ")


def overlaps(table: Table) -> Iterator[Finding]:
    """UNIQUE: two rules for one combination. ANY: two that disagree."""
    if table.policy not in (HitPolicy.UNIQUE, HitPolicy.ANY):
        return
    cover = cover_of([row.boxes for row in table.rows], [domain.size for domain in table.domains])
    pairs = sorted({(cover.owner[a], cover.owner[b]) for a, b in cover.overlaps() if cover.owner[a] != cover.owner[b]})
    for a, b in pairs:
        one, other = table.rows[a], table.rows[b]
        if table.policy is HitPolicy.ANY and one.gives == other.gives:
            continue
        shared = next(box for x in one.boxes for y in other.boxes if (box := intersection(x, y)))
        what = "both hold" if table.policy is HitPolicy.UNIQUE else "give different results"
        yield Finding(
            ("rules", b),
            f"rules '{one.id}' and '{other.id}' {what} for: {say(table, shared)}",
            "narrow one of the two, or choose `hit_policy: first` and put the more cautious rule on top",
        )


def unreachable_rules(table: Table) -> Iterator[Finding]:
    """FIRST and PRIORITY: rules that are never the one that counts, with the rules that mask them."""
    if table.policy not in (HitPolicy.FIRST, HitPolicy.PRIORITY):
        return
    order = sorted(range(len(table.rows)), key=lambda index: strength(table, index))
    for place, index in enumerate(order):
        row = table.rows[index]
        stronger = [table.rows[other].boxes for other in order[:place]]
        if all(covered(box, stronger, table.domains) for box in row.boxes):
            masks = [
                table.rows[o].id
                for o in order[:place]
                if any(intersection(box, other) for box in row.boxes for other in table.rows[o].boxes)
            ]
            yield Finding(
                ("rules", index),
                f"rule '{row.id}' can never be reached: {' and '.join(repr(mask) for mask in masks)} "
                f"cover{'s' if len(masks) == 1 else ''} all of {say(table, row.boxes[0])}",
                "move it above them, narrow them, or delete it",
            )


def redundant_rules(table: Table) -> Iterator[Finding]:
    """Rules that could go without changing a single result: duplicates, and rules inside another with its result."""
    for index, row in enumerate(table.rows):
        for other_index, other in enumerate(table.rows):
            if index == other_index or row.gives != other.gives or not _within(row.boxes, other.boxes):
                continue
            if row.boxes == other.boxes:
                if index > other_index:
                    yield Finding(
                        ("rules", index), f"rule '{row.id}' repeats rule '{other.id}'", "delete one of the two"
                    )
            elif _is_redundant(table, index, other_index):
                yield Finding(
                    ("rules", index),
                    f"rule '{row.id}' lies inside rule '{other.id}', which gives the same",
                    "delete it, or give it a result of its own",
                )


def _within(boxes: Sequence[Box], others: Sequence[Box]) -> bool:
    return all(any(inside(box, other) for other in others) for box in boxes)


def _is_redundant(table: Table, index: int, other: int) -> bool:
    """Under FIRST a rule above the wider one still counts where a rule between them would differ."""
    if table.policy is HitPolicy.FIRST and index < other:
        between = table.rows[index + 1 : other]
        return not any(
            row.gives != table.rows[index].gives and intersection(box, mine)
            for row in between
            for box in row.boxes
            for mine in table.rows[index].boxes
        )
    # A list or a sum counts both rules; only identical ones are surely a slip there.
    return table.policy in (HitPolicy.ANY, HitPolicy.PRIORITY)


def unreachable_outcomes(decision: Compiled) -> Iterator[Finding]:
    """Outcomes that no combination of answers leads to, in the whole graph."""
    table = decision.table
    reached = {
        value
        for outcome in decision.diagram.outcomes_below(decision.diagram.root)
        for value in first_values(outcome, table.many)
    }
    for name in decision.record.outcomes:
        if name not in reached:
            yield Finding(
                ("outcomes", name),
                f"no combination of answers leads to the outcome '{name}'",
                "add a rule, or delete it",
            )


def inputs_that_never_matter(decision: Compiled) -> Iterator[Finding]:
    """Inputs, and options of a choice asked here, that no result depends on."""
    table = decision.authored
    diagram = decision.diagram if decision.table is table else diagram_of(table)
    matter = set(diagram.axes_below(diagram.root))
    places = {item.id: index for index, item in enumerate(decision.record.inputs)}
    for index, axis in enumerate(table.axes):
        place = places[axis.id]
        if index not in matter:
            yield Finding(
                ("inputs", place), f"the input '{axis.id}' never changes the result", "delete it, or use it in a rule"
            )
        elif axis.domain.kind == "choice" and decision.record.inputs[place].options:
            for one, other in _alike(diagram, index):
                yield Finding(
                    ("inputs", place),
                    f"'{axis.domain.ids[one]}' and '{axis.domain.ids[other]}' always lead to the same result",
                    f"merge them, say `as: {axis.domain.ids[one]}` in one of them, or tell them apart in a rule",
                )


def _alike(diagram: Diagram, axis: int) -> Iterator[tuple[int, int]]:
    """Pairs of positions of an axis that no node tells apart."""
    column = diagram.cover.axes[axis]
    nodes = [
        branching
        for node in diagram.reachable(diagram.root)
        if not diagram.is_leaf(node) and (branching := diagram.branching(node)).axis == axis
    ]
    kinds: dict[tuple[Node, ...], int] = {}
    for position in range(column.size):
        kind = tuple(branching.children[column.segment(position)] for branching in nodes)
        if kind in kinds:
            yield kinds[kind], position
        kinds.setdefault(kind, position)
