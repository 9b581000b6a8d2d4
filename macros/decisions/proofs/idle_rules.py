"""Rules that no answers meet, rules that others always pass over, and rules that could go without changing a result.

One flaw for one cause: of a rule that never counts nothing else is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..space.regions import volume
from ..tables.search import Search
from ..tables.table import Table
from .flaw import Flaw, listed, say


def idle_rules(authored: Table, search: Search) -> tuple[list[Flaw], set[int]]:
    """What is wrong with rules that never count, and which these are. Those with the same cause are said together."""
    found: list[Flaw] = []
    idle: set[int] = set()
    masked: dict[tuple[int, ...], list[int]] = {}
    for index, row in enumerate(authored.rows):
        if not search.applies(index):
            idle.add(index)
            wrong = f"rule '{row.id}' can never apply: no answers give {say(authored, row.boxes[0])}"
            found.append(Flaw(("rules", index), wrong, "correct the condition, or delete it"))
        elif not search.counts(index):
            idle.add(index)
            masked.setdefault(search.masks(index), []).append(index)
    found += [_masked(authored, masks, rows) for masks, rows in masked.items()]
    return sorted(found, key=lambda flaw: int(flaw.where[1])), idle


def _masked(table: Table, masks: Sequence[int], rows: Sequence[int]) -> Flaw:
    """Rows that never count, and what passes over them."""
    names = listed([repr(table.rows[other].id) for other in masks])
    cover = "covers" if len(masks) == 1 else "cover"
    if len(rows) == 1:
        row = table.rows[rows[0]]
        wrong = f"rule '{row.id}' can never be reached: {names} {cover} all of {say(table, row.boxes[0])}"
        return Flaw(("rules", rows[0]), wrong, "move it above them, narrow them, or delete it")
    ids = listed([repr(table.rows[index].id) for index in rows])
    wrong = f"rules {ids} can never be reached: {names} {cover} all that each is about"
    return Flaw(("rules", rows[0]), wrong, "move them above, narrow what covers them, or delete them")


def redundant_rules(authored: Table, search: Search, idle: set[int]) -> tuple[list[Flaw], set[int]]:
    """Rules that could go, all of those that are named, without changing a single result; and which these are."""
    rows = authored.rows
    kept = search.all & ~search.mask(idle)
    # The narrow one goes before the wide one that holds it, the later one before the earlier one.
    sizes = [sum(map(volume, row.boxes)) for row in rows]
    redundant: set[int] = set()
    alike: dict[tuple[bool, tuple[int, ...]], list[int]] = {}
    for index in sorted(set(range(len(rows))) - idle, key=lambda index: (sizes[index], -index)):
        others = search.instead(index, kept)
        if others is not None:
            kept &= ~search.mask([index])
            redundant.add(index)
            twins = tuple(other for other in sorted(others) if other >= 0 and rows[other].boxes == rows[index].boxes)
            alike.setdefault((bool(twins), twins[:1] or tuple(sorted(others))), []).append(index)
    flaws = [_redundant(authored, sorted(group), others, twins) for (twins, others), group in alike.items()]
    return sorted(flaws, key=lambda flaw: int(flaw.where[1])), redundant


def _redundant(table: Table, group: Sequence[int], others: Sequence[int], twins: bool) -> Flaw:
    """Rules that could go for the sake of the same others (-1: the default)."""
    where, one = ("rules", group[0]), len(group) == 1
    rules = f"rule{'' if one else 's'} {listed([repr(table.rows[index].id) for index in group])}"
    names = listed([repr(table.rows[other].id) if other >= 0 else "the default" for other in others])
    if twins:
        fix = "delete one of the two" if one else "keep one of them"
        return Flaw(where, f"{rules} repeat{'s' if one else ''} rule {names}", fix)
    fix = "delete it, or give it a result of its own" if one else "delete them, or give them results of their own"
    if len(others) == 1 and others[0] >= 0:
        return Flaw(where, f"{rules} lie{'s' if one else ''} inside rule {names}, which gives the same", fix)
    give, change = "gives" if len(others) == 1 else "give", "changes" if one else "change"
    counts = "it counts" if one else "they count"
    return Flaw(where, f"{rules} {change} no result: {names} {give} the same wherever {counts}", fix)
