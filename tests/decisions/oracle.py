"""What a table means, in the plainest way there is: every combination, one after the other.

It shares nothing with the evaluator, the diagram or the proofs but the table itself, so that it can judge them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.space.domain import Answer, Domain
from macros.decisions.space.regions import Box
from macros.decisions.tables.evaluate import Outcome
from macros.decisions.tables.table import Row, Table, Values
from macros.records.decision import Aggregation, HitPolicy

Combination = tuple[int, ...]


def combinations(sizes: Sequence[int]) -> Iterator[Combination]:
    """Every combination of positions."""
    return product(*(range(size) for size in sizes))


def in_box(combination: Combination, box: Box) -> bool:
    return all(
        any(low <= position <= high for low, high in ranges) for position, ranges in zip(combination, box, strict=True)
    )


def attainable(decision: Compiled) -> set[Combination]:
    """Every combination of positions that some answers give; where values are worked out, these are not all."""
    ids, found = list(decision.questions), set()
    for answers in product(*(map(domain.answer, range(domain.size)) for domain in domains_of(decision))):
        places = [axis.position(dict(zip(ids, answers, strict=True))) for axis in decision.table.axes]
        found.add(tuple(place for place in places if place is not None))
    return found


def domains_of(decision: Compiled) -> list[Domain]:
    return [question.domain for question in decision.questions.values()]


def members(box: Box) -> set[Combination]:
    """The combinations that a box holds."""
    return set(product(*([place for low, high in ranges for place in range(low, high + 1)] for ranges in box)))


def matched(table: Table, combination: Combination) -> list[Row]:
    return [row for row in table.rows if any(in_box(combination, box) for box in row.boxes)]


def outcome(table: Table, combination: Combination) -> Outcome:
    """What DMN 1.5, 8.2.10, makes of the rows that match."""
    results = [row.gives for row in matched(table, combination)]
    if not results and table.default is not None:
        return (table.default,) if table.many else table.default
    if table.policy in (HitPolicy.FIRST, HitPolicy.UNIQUE, HitPolicy.ANY):
        return results[0] if results else None
    if table.policy is HitPolicy.PRIORITY:
        return by_priority(table, results)[0] if results else None
    if table.policy is HitPolicy.OUTPUT_ORDER:
        return tuple(by_priority(table, results))
    if table.policy is HitPolicy.RULE_ORDER or table.aggregation is Aggregation.LIST:
        return tuple(results)
    if table.aggregation is Aggregation.COUNT:
        return (len(results),)
    numbers = [value for values in results for value in values if isinstance(value, int)]
    if not numbers:
        return None
    if table.aggregation is Aggregation.SUM:
        return (sum(numbers),)
    return (min(numbers) if table.aggregation is Aggregation.MIN else max(numbers),)


def by_priority(table: Table, results: list[Values]) -> list[Values]:
    """In the order of the outputs' values, the first output first; a greater number first; else in rule order."""

    def priority(values: Values) -> list[int]:
        return [
            -value if isinstance(value, int) else column.values.index(value)
            for value, column in zip(values, table.outputs, strict=True)
        ]

    return sorted(results, key=priority)


def told(decision: Compiled, answers: dict[str, Answer]) -> Outcome:
    """The outcome for an answer to every question."""
    places = [axis.position(answers) for axis in decision.table.axes]
    assert None not in places
    return outcome(decision.table, tuple(place for place in places if place is not None))


def completions(decision: Compiled, answers: dict[str, Answer]) -> Iterator[dict[str, Answer]]:
    """Every way to answer the questions that are still open."""
    still = [id for id in decision.questions if id not in answers]
    for rest in product(*(decision.questions[id].domain.answers for id in still)):
        yield {**answers, **dict(zip(still, rest, strict=True))}
