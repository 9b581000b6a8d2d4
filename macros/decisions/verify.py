"""Proofs, never samples. Every finding has a witness in the reader's words.

Overlaps come from bit sets over all pairs (cover.py). Gaps come from recursive splitting of the domain box, which
is itself a proof: every leaf is either held by a rule or met by none. For UNIQUE tables a second, independent
certificate must agree: rules are pairwise disjoint and their volumes add up to the domain's. Guarantees are read
off the diagram, which decides every combination.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from math import prod
from operator import and_

from ..records.decision import Example, Guarantee, HitPolicy, Monotone
from .compiled import Compiled
from .conditions import ConditionError, parse_cell
from .cover import Cover, Span, cover_of
from .diagram import Diagram, Node, diagram_of
from .domain import Answer
from .evaluate import Outcome, first_values, fired_rows, matching_rows, outcome_of, positions_of
from .path import Decided, decide
from .regions import Box, both, difference, everything, inside, intersection, merged, say_box, volume
from .table import Table

Where = tuple[str | int, ...]


@dataclass(frozen=True)
class Finding:
    """Something that does not hold: where in the record, what, and how to mend it."""

    where: Where
    wrong: str
    fix: str = ""


class ProofDisagreement(AssertionError):
    """Two independent proofs of one table disagree: a fault in this package, never in the data."""


def verify(decision: Compiled) -> list[Finding]:
    """Everything that does not hold for a decision, its guarantees and examples included.

    `overlaps` comes before: a table with one cannot be compiled.
    """
    table = decision.authored
    return [
        *gaps(table),
        *unreachable_rules(table),
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
            f"no rule for: {_say(table, box)} ({volume(box):,} combinations)",
            "add a rule for these answers, widen one, or give a `default`",
        )


def gap_boxes(cover: Cover) -> list[Box]:
    """Disjoint boxes that hold exactly the combinations no box covers, as few as merging finds."""
    if not cover.boxes:
        return [tuple(((0, axis.size - 1),) for axis in cover.axes)]
    found: list[Box] = []
    stack = [cover.whole]
    while stack:
        spans = stack.pop()
        live = cover.live(spans)
        if not live:
            found.append(tuple((pair,) for pair in cover.interval(spans)))
        elif not reduce(and_, (axis.holds(span) for axis, span in zip(cover.axes, spans, strict=True))):
            stack += _split(cover, spans, live)
    return merged(found)


def _split(cover: Cover, spans: tuple[Span, ...], live: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The two halves at the boundary that leaves the fewest live boxes in the larger one."""
    best: tuple[int, int, int, int] | None = None
    for index, (axis, (first, last)) in enumerate(zip(cover.axes, spans, strict=True)):
        low, high = first, last - 1  # a cut at c leaves first..c and c+1..last
        while low <= high:
            cut = (low + high) // 2
            left = (live & axis.meets((first, cut))).bit_count()
            right = (live & axis.meets((cut + 1, last))).bit_count()
            if best is None or (max(left, right), left + right) < best[:2]:
                best = (max(left, right), left + right, index, cut)
            if left == right:
                break
            if left < right:
                low = cut + 1
            else:
                high = cut - 1
    assert best is not None  # a box that is met but not held can be cut
    _, _, index, cut = best
    first, last = spans[index]
    return (
        (*spans[:index], (first, cut), *spans[index + 1 :]),
        (*spans[:index], (cut + 1, last), *spans[index + 1 :]),
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
            f"rules '{one.id}' and '{other.id}' {what} for: {_say(table, shared)}",
            "narrow one of the two, or choose `hit_policy: first` and put the more cautious rule on top",
        )


def unreachable_rules(table: Table) -> Iterator[Finding]:
    """FIRST and PRIORITY: rules that are never the one that counts, with the rules that mask them."""
    if table.policy not in (HitPolicy.FIRST, HitPolicy.PRIORITY):
        return
    order = sorted(range(len(table.rows)), key=lambda index: _strength(table, index))
    for place, index in enumerate(order):
        row = table.rows[index]
        stronger = [table.rows[other].boxes for other in order[:place]]
        sizes = [domain.size for domain in table.domains]
        if all(_covered(box, stronger, sizes) for box in row.boxes):
            masks = [
                table.rows[o].id
                for o in order[:place]
                if any(intersection(box, other) for box in row.boxes for other in table.rows[o].boxes)
            ]
            yield Finding(
                ("rules", index),
                f"rule '{row.id}' can never be reached: {' and '.join(repr(mask) for mask in masks)} "
                f"cover{'s' if len(masks) == 1 else ''} all of {_say(table, row.boxes[0])}",
                "move it above them, narrow them, or delete it",
            )


def _strength(table: Table, index: int) -> tuple[object, ...]:
    return (table.rank(table.rows[index].gives), index) if table.policy is HitPolicy.PRIORITY else (index,)


def _covered(box: Box, rows: Sequence[Sequence[Box]], sizes: Sequence[int]) -> bool:
    """Whether rows together hold a whole box."""
    clipped = [[shared for other in row if (shared := intersection(box, other))] for row in rows]
    outside = difference(tuple(everything(size) for size in sizes), box)
    return not gap_boxes(cover_of([*clipped, outside], sizes))


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
    diagram = diagram_of(table)
    matter = set(diagram.axes_below(diagram.root))
    for index, axis in enumerate(table.axes):
        if index not in matter:
            yield Finding(
                ("inputs", index), f"the input '{axis.id}' never changes the result", "delete it, or use it in a rule"
            )
        elif axis.domain.kind == "choice" and decision.record.inputs[index].options:
            for one, other in _alike(diagram, index):
                yield Finding(
                    ("inputs", index),
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


def broken_guarantees(decision: Compiled) -> Iterator[Finding]:
    """Guarantees that some combination of answers breaks, anywhere in the graph."""
    for index, guarantee in enumerate(decision.record.guarantees):
        where: Where = ("guarantees", index)
        try:
            within = _within_when(decision.table, guarantee)
        except ConditionError as error:
            yield Finding((*where, "when"), error.wrong, f"allowed: {error.allowed}")
            continue
        unknown = [name for name in _named(guarantee) if name not in _outcome_ids(decision)]
        if unknown:
            yield Finding(where, f"there is no outcome '{unknown[0]}'", f"one of {', '.join(_outcome_ids(decision))}")
        elif guarantee.monotone:
            yield from _not_monotone(decision, guarantee.monotone, guarantee, within, where)
        else:
            yield from _broken_promise(decision, guarantee, within, where)


def _outcome_ids(decision: Compiled) -> tuple[str, ...]:
    return decision.table.outputs[0].values


def _named(guarantee: Guarantee) -> tuple[str, ...]:
    return guarantee.never or guarantee.always or (guarantee.monotone.outcomes if guarantee.monotone else ())


def _within_when(table: Table, guarantee: Guarantee) -> Box:
    """The box that a guarantee's `when` names."""
    box = [everything(domain.size) for domain in table.domains]
    axes = {axis.id: index for index, axis in enumerate(table.axes)}
    for id, cell in guarantee.when.items():
        if id not in axes:
            raise ConditionError(
                f"the guarantee '{guarantee.id}' names '{id}', which is no input here", ", ".join(axes)
            )
        box[axes[id]] = parse_cell(cell, table.axes[axes[id]].domain)
    return tuple(box)


def _broken_promise(decision: Compiled, guarantee: Guarantee, within: Box, where: Where) -> Iterator[Finding]:
    many = decision.table.many
    for box, outcome in decision.diagram.regions(within):
        values = set(first_values(outcome, many))
        broken = values & set(guarantee.never or ()) if guarantee.never else not values & set(guarantee.always or ())
        if broken:
            yield Finding(
                where,
                f"the guarantee '{guarantee.id}' ({guarantee.says}) does not hold for: {_say(decision.table, box)}: "
                f"{say_outcome(decision, outcome)}",
                "change the rule that fires there, or the guarantee",
            )
            return


def _not_monotone(
    decision: Compiled, monotone: Monotone, guarantee: Guarantee, within: Box, where: Where
) -> Iterator[Finding]:
    """Walks pairs of nodes that differ in one input only: the later one's outcome must not rank lower."""
    table, diagram = decision.table, decision.diagram
    index = next((i for i, axis in enumerate(table.axes) if axis.id == monotone.input), None)
    if index is None:
        ids = ", ".join(axis.id for axis in table.axes)
        yield Finding(where, f"the guarantee '{guarantee.id}' names '{monotone.input}', which is no input here", ids)
        return
    domain = table.axes[index].domain
    wrong = [answer for answer in monotone.order if domain.position(answer) is None]
    if wrong or (domain.kind == "choice" and len(monotone.order) < 2):
        yield Finding(where, f"`order` names answers of '{monotone.input}'", f"allowed: {domain.allowed}")
        return
    column = diagram.cover.axes[index]
    steps = (
        [column.segment(position) for answer in monotone.order if (position := domain.position(answer)) is not None]
        if monotone.order
        else list(range(column.segments))
    )
    for before, after in zip(steps, steps[1:], strict=False):
        witness = _falling(decision, monotone, within, index, before, after)
        if witness:
            box, first, second = witness
            yield Finding(
                where,
                f"the guarantee '{guarantee.id}' ({guarantee.says}) does not hold for: {_say(table, box)}: "
                f"'{domain.say(column.starts[before])}' gives {first}, '{domain.say(column.starts[after])}' gives {second}",
                "change the rule that fires there, or the guarantee",
            )
            return


def _falling(
    decision: Compiled, monotone: Monotone, within: Box, index: int, before: int, after: int
) -> tuple[Box, str, str] | None:
    """A box on which going from one segment of axis `index` to a later one lowers the outcome."""
    diagram, table = decision.diagram, decision.table
    order = monotone.outcomes or tuple(reversed(_outcome_ids(decision)))
    ranks = {name: rank for rank, name in enumerate(order)}
    positions: list[int | None] = [None] * len(table.axes)

    def fixed(segment: int) -> Node:
        positions[index] = diagram.cover.axes[index].starts[segment]
        return diagram.restricted(diagram.root, positions)

    seen: set[tuple[Node, Node]] = set()

    def walk(one: Node, other: Node, box: Box) -> tuple[Box, str, str] | None:
        if diagram.is_leaf(one) and diagram.is_leaf(other):
            first, second = diagram.outcome(one), diagram.outcome(other)
            a = [ranks[v] for v in first_values(first, table.many) if v in ranks]
            b = [ranks[v] for v in first_values(second, table.many) if v in ranks]
            return (
                (box, say_outcome(decision, first), say_outcome(decision, second)) if a and b and b[0] < a[0] else None
            )
        axis = min(diagram.branching(node).axis for node in (one, other) if not diagram.is_leaf(node))
        column = diagram.cover.axes[axis]
        for segment in range(column.segments):
            shared = both(box[axis], (column.positions((segment, segment)),))
            if not shared:
                continue
            children = tuple(_child(diagram, node, axis, segment) for node in (one, other))
            narrowed = (*box[:axis], shared, *box[axis + 1 :])
            key = (children[0], children[1])
            if key in seen:
                continue
            seen.add(key)
            found = walk(*key, narrowed)
            if found:
                return found
        return None

    start = tuple(
        everything(d.size) if i == index else r for i, (d, r) in enumerate(zip(table.domains, within, strict=True))
    )
    return walk(fixed(before), fixed(after), start)


def _child(diagram: Diagram, node: Node, axis: int, segment: int) -> Node:
    """Where a node leads for a segment of an axis; itself where it does not ask about that axis."""
    if diagram.is_leaf(node) or diagram.branching(node).axis != axis:
        return node
    return diagram.branching(node).children[segment]


def broken_examples(decision: Compiled) -> Iterator[Finding]:
    """Worked examples that do not come out as stated, and rules that no example shows."""
    shown: set[str] = set()
    for index, example in enumerate(decision.record.examples):
        where: Where = ("examples", index)
        problem = _wrong_answers(decision, example)
        if problem:
            yield Finding(where, *problem)
            continue
        result = decide(decision, example.given)
        if not isinstance(result, Decided):
            yield Finding(
                where, f"the example is not decided: it also needs {', '.join(result.matter)}", "add the answers"
            )
            continue
        shown.update(result.rules)
        expected = _stated(decision, example.then)
        if result.outcome != expected:
            yield Finding(
                where,
                f"the example gives {say_outcome(decision, result.outcome)}, not {say_outcome(decision, expected)}",
                "correct the example, or the rule that fires",
            )
        elif example.rule is not None and result.rules != (example.rule,):
            yield Finding(
                where, f"the rule that fires is {', '.join(result.rules)}, not '{example.rule}'", "correct `rule`"
            )
    for index, row in enumerate(decision.table.rows):
        if row.id not in shown:
            yield Finding(("rules", index), f"no example shows the rule '{row.id}'", "add one under `examples`")


def _wrong_answers(decision: Compiled, example: Example) -> tuple[str, str] | None:
    for id, answer in example.given.items():
        question = decision.questions.get(id)
        if question is None:
            return f"'{id}' is no question of this decision", f"one of {', '.join(decision.questions)}"
        if question.domain.position(answer) is None:
            return f"'{answer}' is not an answer to '{id}'", f"allowed: {question.domain.allowed}"
    return None


def _stated(decision: Compiled, then: object) -> Outcome:
    """What an example states, in the form that `decide` gives."""
    if decision.table.many:
        items = then if isinstance(then, tuple) else (then,)
        return tuple(_values(decision, item) for item in items)
    return _values(decision, then)


def _values(decision: Compiled, then: object) -> tuple[str | int, ...]:
    if isinstance(then, Mapping):
        return tuple(then[column.id] for column in decision.table.outputs)
    assert isinstance(then, str | int)
    return (then,)


def say_outcome(decision: Compiled, outcome: Outcome) -> str:
    """An outcome in words."""
    if outcome is None:
        return "no result"
    if decision.table.many:
        return ", ".join(" / ".join(map(str, values)) for values in outcome if isinstance(values, tuple)) or "nothing"
    return " / ".join(map(str, outcome))


def _say(table: Table, box: Box) -> str:
    return say_box(box, table.labels, table.domains)


def answers_agree(decision: Compiled, answers: Mapping[str, Answer]) -> bool:
    """Whether the rows and the diagram, two independent readings of a table, give the same for complete answers."""
    positions = [position for position in positions_of(decision.table, answers) if position is not None]
    matched = matching_rows(decision.table, positions)
    result = decide(decision, answers)
    return (
        isinstance(result, Decided)
        and result.outcome == outcome_of(decision.table, matched)
        and result.rules == tuple(decision.table.rows[index].id for index in fired_rows(decision.table, matched))
    )
