"""Large tables made by chance from a seed: complete and without overlaps, then a tenth of the rules disturbed.

The setting is that of Calvanese, Dumas, Laurson, Maggi, Montali and Teinemaa, Semantics and Analysis of DMN Decision
Tables (BPM 2016): 3, 5 and 7 columns, 500, 1,000 and 1,500 rules, one cell of every tenth rule drawn anew. Rules are
the leaves of a tree of cuts, so that every combination has exactly one; a disturbed rule leaves a hole where it stood
and overlaps others where it is now.

- tree: every leaf is cut near its middle, level by level, as a learned decision tree is.
- random: any leaf is cut anywhere, so that large and tiny rules stand side by side.

Boxes thrown at random are no measure: fifty of them on seven columns leave some 16,000 separate gaps.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from macros.decisions.space.regions import Box, Interval

SHAPES = ("random", "tree")
COLUMNS = (3, 5, 7)
RULES = (500, 1000, 1500)
# Numbers with many values and choices with few, as columns of a table are. The first is always a number.
SIZES = (1000, 1000, 100, 50, 5, 8)


@dataclass(frozen=True)
class Sample:
    """A table's rules as boxes, and how many values each column has."""

    sizes: tuple[int, ...]
    boxes: tuple[Interval, ...]

    @property
    def rows(self) -> list[list[Box]]:
        """The rules as the prover takes them."""
        return [[tuple((part,) for part in box)] for box in self.boxes]


def sample(shape: str, columns: int, rules: int, seed: int) -> Sample:
    chance = Random(f"{shape} {columns} {rules} {seed}")
    sizes = (SIZES[0], *(chance.choice(SIZES) for _ in range(columns - 1)))
    whole = tuple((0, size - 1) for size in sizes)
    boxes = _tree(chance, whole, rules) if shape == "tree" else _random(chance, whole, rules)
    for index in chance.sample(range(rules), rules // 10):
        column = chance.randrange(columns)
        low, high = sorted(chance.randrange(sizes[column]) for _ in range(2))
        boxes[index] = _with(boxes[index], column, (low, high))
    return Sample(sizes, tuple(boxes))


def _tree(chance: Random, whole: Interval, rules: int) -> list[Interval]:
    level = [whole]
    while len(level) < rules:
        level.sort(key=_volume, reverse=True)
        missing = rules - len(level)
        level = [part for box in level[:missing] for part in _cut(chance, box, 0.35)] + level[missing:]
    return level


def _random(chance: Random, whole: Interval, rules: int) -> list[Interval]:
    leaves = [whole]
    while len(leaves) < rules:
        index = chance.randrange(len(leaves))
        leaves[index : index + 1] = _cut(chance, leaves[index], 0)
    return leaves


def _cut(chance: Random, box: Interval, margin: float) -> list[Interval]:
    """Both sides of a cut through a column, that part of it away from its ends; the box itself where it is a point."""
    columns = [column for column, (low, high) in enumerate(box) if low < high]
    if not columns:
        return [box]
    column = chance.choice(columns)
    low, high = box[column]
    at = low + int((high - low) * (margin + chance.random() * (1 - 2 * margin)))
    return [_with(box, column, (low, at)), _with(box, column, (at + 1, high))]


def _with(box: Interval, column: int, part: tuple[int, int]) -> Interval:
    return (*box[:column], part, *box[column + 1 :])


def _volume(box: Interval) -> int:
    result = 1
    for low, high in box:
        result *= high - low + 1
    return result
