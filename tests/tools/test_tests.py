"""No test passes because it looked at nothing: what asserts only inside loops says how much it looked at."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.build import ROOT

FILES = sorted((ROOT / "tests").rglob("test_*.py"))

# Calls that give the things they are given, each at least once.
PASS_ON = {
    "enumerate",
    "sorted",
    "reversed",
    "list",
    "tuple",
    "set",
    "zip",
    "dict",
    "product",
    "items",
    "values",
    "keys",
}

# Helpers of the tests that give as many things as they are asked for, and are asked for many.
GIVE_MANY = {"generated"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_test_of_ours_can_pass_on_an_empty_loop(path: Path) -> None:
    found = list(passing_on_nothing(ast.parse(path.read_text(encoding="utf-8"))))
    assert found == [], "assert before the loop how many things it goes through, or parametrize"


@pytest.mark.parametrize(
    ("body", "is_found"),
    [
        ("for x in xs: assert x", True),
        ("for x in xs.items():\n  if x: assert x", True),
        ("for x in (): assert x", True),
        ("while xs: assert xs.pop()", True),
        ("for x in range(n): assert x", True),
        ("for x in xs: expect(x).to_be_visible()", True),
        ("for x in xs:\n  with pytest.raises(ValueError): x()", True),
        ("for x in (1, 2):\n  for y in x: assert y", True),
        ("assert len(xs) == 2\nfor x in xs: assert x", False),
        ("for x in (1, 2): assert x", False),
        ("for x in enumerate(SOME): assert x", False),
        ("for x in SOME.items(): assert x", False),
        ("for x in range(3): assert x", False),
        ("for x in xs: x.press()\nassert x", False),
        ("for x in TOLD: assert x", False),
        ("for x in MADE: assert x", True),
        ("assert all(xs)", False),
        ("check(xs)", False),
    ],
)
def test_loops_that_may_be_empty_are_told_from_others(body: str, is_found: bool) -> None:
    indented = "".join(f"    {line}\n" for line in body.splitlines())
    tree = ast.parse(
        f"SOME = {{1: 2}}\nMADE = some()\nTOLD = some()\nassert TOLD and SOME\ndef test_it(xs, n):\n{indented}"
    )
    assert list(passing_on_nothing(tree)) == (["5: test_it"] if is_found else [])


def passing_on_nothing(tree: ast.Module) -> Iterator[str]:
    """The tests whose every assertion stands in a loop that may go through nothing."""
    full: set[str] = set()
    for statement in tree.body:
        match statement:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=value)
            ) if _has_something(value, full):
                full.add(name)
            case ast.Assert(test=ast.Name(id=name)):
                full.add(name)
            case ast.Assert(test=ast.BoolOp(op=ast.And(), values=values)):
                full |= {value.id for value in values if isinstance(value, ast.Name)}
    for each in ast.walk(tree):
        if isinstance(each, ast.FunctionDef) and each.name.startswith("test_"):
            places = list(_assertions(each, full, sure=True))
            if places and not any(places):
                yield f"{each.lineno}: {each.name}"


def _assertions(node: ast.AST, full: set[str], sure: bool) -> Iterator[bool]:
    """For each assertion below a node, whether it is come to for sure."""
    for child in ast.iter_child_nodes(node):
        inside = isinstance(node, ast.For | ast.While) and child in node.body
        comes = sure and (not inside or (isinstance(node, ast.For) and _has_something(node.iter, full)))
        if _is_assertion(child):
            yield comes
        yield from _assertions(child, full, comes)


def _is_assertion(node: ast.AST) -> bool:
    if isinstance(node, ast.With):
        return any(ast.unparse(item.context_expr).startswith("pytest.raises") for item in node.items)
    return isinstance(node, ast.Assert) or (isinstance(node, ast.Call) and ast.unparse(node.func) == "expect")


def _has_something(node: ast.expr | None, full: set[str]) -> bool:
    """Whether a loop over this certainly goes through something."""
    match node:
        case ast.Tuple(elts=within) | ast.List(elts=within) | ast.Set(elts=within):
            return any(not isinstance(one, ast.Starred) or _has_something(one.value, full) for one in within)
        case ast.Dict(keys=within):
            return any(within)
        case ast.Constant(value=str() as text):
            return bool(text)
        case ast.Name(id=name):
            return name in full
        case ast.Call(func=ast.Name(id="range"), args=args):
            limits = [one.value for one in args if isinstance(one, ast.Constant) and isinstance(one.value, int)]
            return len(limits) == len(args) and bool(range(*limits))
        case ast.Call(func=ast.Name(id=name)) if name in GIVE_MANY:
            return True
        case ast.Call(func=ast.Name(id=name), args=[_, *_] as args) if name in PASS_ON:
            return all(_has_something(one, full) for one in args)
        case ast.Call(func=ast.Attribute(value=value, attr=name), args=[]) if name in PASS_ON:
            return _has_something(value, full)
    return False


@pytest.mark.parametrize(
    "path",
    [path for path in (ROOT / "tests").rglob("*.py") if not {"browser", "visual"} & set(path.parts)],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_nothing_but_tests_in_a_browser_needs_a_browser(path: Path) -> None:
    """Playwright may be named for types, and nothing else: unit tests run where it is not installed."""
    statements = ast.parse(path.read_text(encoding="utf-8")).body
    imports = [ast.unparse(one) for one in statements if isinstance(one, ast.Import | ast.ImportFrom)]
    assert [one for one in imports if "playwright" in one or "tests.browser" in one] == []
