"""Proofs, never samples. Every flaw has a witness in the reader's words.

Overlaps come from bit sets over all pairs (overlaps.py). Gaps come from recursive splitting of the domain (gaps.py),
which is itself a proof: every part is either held by a rule or met by none. For UNIQUE tables a second, independent
certificate must agree: rules are pairwise disjoint and their volumes add up to the domain's. Guarantees are read
off the diagram, which decides every combination.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod

from ...records.decision import HitPolicy
from ..diagram.compiled import Compiled
from ..space.gaps import gap_boxes
from ..space.regions import Box, volume
from ..tables.attainable import some_answers
from ..tables.search import Search
from ..tables.table import Table
from .examples import broken_examples
from .flaw import Flaw, say
from .guarantees import broken_guarantees
from .idle_rules import idle_rules, redundant_rules
from .limits import limits_out_of_reach
from .matter import inputs_that_never_matter
from .merging import mergeable_rules
from .paste import example_text, rule_text

MOST_TOLD = 100  # gaps, each with a rule to fill it


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
    spare, redundant = redundant_rules(authored, search, idle)
    return [
        *gaps(decision, as_written),
        *never,
        *(limits_out_of_reach(authored, as_written) if not never else ()),
        *spare,
        *mergeable_rules(decision, idle | redundant),
        *unreachable_outcomes(decision, search, idle),
        *inputs_that_never_matter(decision, as_written),
        *broken_guarantees(decision),
        *broken_examples(decision, idle | redundant),
    ]


def gaps(decision: Compiled, search: Search) -> Iterator[Flaw]:
    """Combinations of answers that no rule covers; `search` is over the table as written."""
    table = decision.authored
    if table.default is not None or table.policy is HitPolicy.COLLECT or table.many:
        return
    missing = gap_boxes(search.cover)
    if table.policy is HitPolicy.UNIQUE and all(axis.question for axis in table.axes):
        _check_by_volume(table, missing)
    told = 0
    for box in missing:
        if told == MOST_TOLD:
            yield Flaw(("rules",), "no rule for yet other answers", "add those rules first, or give a `default`")
            return
        if decision.can_be(box):
            told += 1
            yield Flaw(
                ("rules",),
                f"no rule for: {say(table, box)} ({volume(box):,} combinations)",
                f"add a rule for these answers, {_a_rule(decision, box)}; or widen one, or give a `default`",
            )


def _a_rule(decision: Compiled, box: Box) -> str:
    """A rule that fills a gap, and an example that shows it."""
    table = decision.authored
    gives = tuple(
        column.values[0] if column.values else column.numbers.high if column.numbers else 0 for column in table.outputs
    )
    answers = next(filter(None, (some_answers(decision.table.axes, part) for part in decision.flat(box))), {})
    rule, example = rule_text(table, "new", box, gives), example_text(decision, answers, gives)
    return f"such as {rule} with the example {example}"


def _check_by_volume(table: Table, missing: Sequence[Box]) -> None:
    """The second certificate for disjoint rules: volumes of rules and gaps add up to the domain's."""
    total = prod(domain.size for domain in table.domains)
    held = sum(volume(box) for row in table.rows for box in row.boxes)
    if held + sum(map(volume, missing)) != total:
        raise ProofDisagreement(f"{table.id}: rules hold {held} of {total} combinations, yet the gaps found differ")


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
