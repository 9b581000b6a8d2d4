"""Mutants: a module's source with one operator changed, as a slip of the hand would change it.

Swapped comparisons, boundaries moved by one, and/or, +/-, min/max, any/all, branches never taken, a `not` dropped.
What is no behaviour is left alone: annotations, docstrings, the words of messages, assertions.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

_SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitOr,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "and_": "or_", "or_": "and_"}


@dataclass(frozen=True)
class Mutant:
    """A module with one change."""

    module: str  # such as 'decisions.gaps'
    line: int
    within: str  # the function or class
    change: str  # 'a < b → a <= b'
    path: Path
    number: int  # of the place that is changed

    @property
    def key(self) -> str:
        """Names the mutant even when lines move."""
        return f"{self.module}.{self.within}: {self.change}"

    @property
    def source(self) -> str:
        """The module with the change."""
        tree = ast.parse(self.path.read_text(encoding="utf-8"))
        list(_places(tree))[self.number].change()
        return ast.unparse(tree)


def mutants_of(path: Path, module: str) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its lines. `module` is its name below macros/."""
    found = []
    for number, place in enumerate(_places(ast.parse(path.read_text(encoding="utf-8")))):
        before = ast.unparse(place.shown)
        kept = copy.deepcopy(place.node.__dict__)
        after = place.change()
        place.node.__dict__.update(kept)  # as it was, for the next one
        line = getattr(place.shown, "lineno", 0)
        found.append(Mutant(module, line, place.within, f"{before} → {after}", path, number))
    seen: dict[str, int] = {}
    for mutant in sorted(found, key=lambda mutant: mutant.line):
        seen[mutant.key] = seen.get(mutant.key, 0) + 1
        again = f" (no. {seen[mutant.key]})" if seen[mutant.key] > 1 else ""
        yield replace(mutant, change=mutant.change + again)


@dataclass(frozen=True)
class Place:
    """A node, what of it is shown, the function that it is in, and what changes it and says how."""

    node: ast.AST
    shown: ast.AST
    within: str
    change: Callable[[], str]


def _places(tree: ast.Module) -> Iterator[Place]:
    """Every place where one thing can be changed."""
    yield from _below(tree, "module")


def _below(node: ast.AST, within: str) -> Iterator[Place]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.ClassDef):
            name = child.name if within == "module" else f"{within}.{child.name}"
            for statement in child.body:
                yield from _visit(statement, name)
        else:
            yield from _visit(child, within)


def _visit(node: ast.AST, within: str) -> Iterator[Place]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        for statement in node.body:
            yield from _visit(statement, f"{within}.{node.name}")
        return
    if isinstance(node, ast.Assert | ast.Raise | ast.JoinedStr | ast.Import | ast.ImportFrom):
        return
    if isinstance(node, ast.AnnAssign):
        if node.value is not None:
            yield from _visit(node.value, within)
        return
    yield from _changes(node, within)
    yield from _below(node, within)


def _changes(node: ast.AST, within: str) -> Iterator[Place]:
    """The changes of one node."""
    if isinstance(node, ast.Compare):
        for index in range(len(node.ops)):
            yield Place(node, node, within, partial(_swap_comparison, node, index))
    elif isinstance(node, ast.BoolOp | ast.BinOp | ast.AugAssign) and type(node.op) in _SWAPPED:
        if not _is_type(node):
            yield Place(node, node, within, partial(_swap, node))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield Place(node, node, within, partial(_drop_not, node))
    elif isinstance(node, ast.Constant) and isinstance(node.value, int) and not isinstance(node.value, bool):
        yield Place(node, node, within, partial(_set, node, "value", node.value + 1))
    elif isinstance(node, ast.Name) and node.id in _NAMES:
        yield Place(node, node, within, partial(_set, node, "id", _NAMES[node.id]))
    elif isinstance(node, ast.If | ast.IfExp):
        yield Place(node, node.test, within, partial(_never, node))


def _is_type(node: ast.AST) -> bool:
    """Whether it is a union of types: `str | int`."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return _is_type(node.left) or _is_type(node.right)
    return isinstance(node, ast.Name) and (node.id in ("str", "int", "bool") or node.id[:1].isupper())


def _swap_comparison(node: ast.Compare, index: int) -> str:
    node.ops[index] = _SWAPPED[type(node.ops[index])]()  # type: ignore[call-overload]
    return ast.unparse(node)


def _swap(node: ast.BoolOp | ast.BinOp | ast.AugAssign) -> str:
    node.op = _SWAPPED[type(node.op)]()  # type: ignore[assignment]
    return ast.unparse(node)


def _drop_not(node: ast.UnaryOp) -> str:
    node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
    return ast.unparse(node)


def _set(node: ast.AST, field: str, value: object) -> str:
    setattr(node, field, value)
    return ast.unparse(node)


def _never(node: ast.If | ast.IfExp) -> str:
    node.test = ast.copy_location(ast.Constant(False), node.test)
    return "never"
